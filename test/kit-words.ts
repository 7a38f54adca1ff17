/** The law that the machinery knows no room, not even by a word: as a function from sources to violations, beside floor-plan.ts. */
import type { Violation } from './floor-plan.js';
import { tokens } from './scan.js';

/** Nouns of rooms that are nobody else's (docs/words.md). Those that a machine has as well (network, register, minutes, entry) are not among them. */
const nouns: ReadonlySet<string> = new Set(
  [
    'agenda',
    'board',
    'charter',
    'clerk',
    'concern',
    'council',
    'instrument',
    'meeting',
    'pack',
    'pledge',
    'quote',
    'school',
    'seat',
    'spotlight',
    'survey',
  ]
    .flatMap((noun) => [noun, `${noun}s`])
    .concat('safeguard', 'safeguarding'),
);

/** What kit says all the same, with the reason. */
const excused: readonly { readonly file: RegExp; readonly word: RegExp; readonly reason: string }[] = [
  {
    file: /^src\/kit\/(db\/gate|jobs\/jobs|daily\/daily|visitor|corridor\/work-gate)\.ts$/,
    word: /^(kept\.)?boards$/,
    reason:
      'The scope in which row-level security keeps people apart is a set of boards (kit.boards(), decision 0003).',
  },
  {
    file: /^src\/kit\/publications\/publications\.ts$/,
    word: /^board$/,
    reason: 'A column of the table in which all publications are searched.',
  },
  {
    file: /^src\/kit\/config\.ts$/,
    word: /survey/,
    reason: 'Whoever hosts Kept reads there which of its own backups go.',
  },
];

/** "takeSeat" and "the-seat" say seat. */
function wordsIn(text: string): readonly string[] {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
}

/** First parts of the addresses of rooms' pages: "/take". */
function addressesOf(sources: ReadonlyMap<string, string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [file, source] of sources)
    if (file.startsWith('src/rooms/') && file.includes('.page.'))
      for (const [, first = ''] of source.matchAll(/path: '(\/[\w-]+)/g)) found.add(first);
  // Publications and the signed heads are the machinery's own (kit/publications/paths.ts, kit/proof).
  for (const own of ['/publications', '/signed-heads']) found.delete(own);
  return found;
}

/** Every place where kit names a noun or an address of a room. Tests and comments may. */
export function kitWords(sources: ReadonlyMap<string, string>): readonly Violation[] {
  const addresses = addressesOf(sources);
  const found: Violation[] = [];
  for (const [file, source] of sources) {
    if (!file.startsWith('src/kit/') || /\.(test|check)\.tsx?$/.test(file)) continue;
    for (const { kind, value, line } of tokens(source)) {
      if (kind === 'sign' || !wordsIn(value).some((word) => nouns.has(word))) continue;
      if (excused.some((one) => one.file.test(file) && one.word.test(value))) continue;
      found.push({ file, line, law: `Kit knows no room, not even by a word: ${value.slice(0, 60)}.` });
    }
    for (const [at, text] of source.split('\n').entries()) {
      if (/^\s*(\*|\/\/|\/\*)/.test(text)) continue;
      for (const [, address = ''] of text.matchAll(/['"`](\/[\w-]+)/g))
        if (addresses.has(address))
          found.push({ file, line: at + 1, law: `Kit knows no room, not even by an address: ${address}.` });
    }
  }
  return found;
}
