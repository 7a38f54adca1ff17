/**
 * Finds a rule that stands twice, as well as that can be seen from outside (docs/decisions/0029): an exported rule that only tests use, so that
 * whoever mends it sees green and changes nothing; and SQL that works a day out, where it should compare a stored one.
 */
import { posix } from 'node:path';
import { namesFrom, tokens } from './scan.js';

export interface Found {
  /** File, or what the database calls it. */
  readonly at: string;
  readonly what: string;
}

function isOfTests(file: string): boolean {
  return (
    /\.(test|check|bench)\.tsx?$/.test(file) ||
    /^(test|bench|seeds)\//.test(file) ||
    /\/(test|examples|fixtures)\b/.test(file)
  );
}

function targetOf(file: string, from: string): string | null {
  const path = from.startsWith('#') ? `src/${from.slice(1)}` : posix.join(posix.dirname(file), from);
  return from.startsWith('#') || from.startsWith('.') ? path.replace(/\.js$/, '') : null;
}

const bare = (file: string): string => file.replace(/\.tsx?$/, '');

/** Exported functions and constants, and how often each name stands in its own file. */
function exportedBy(source: string): readonly { readonly name: string; readonly times: number }[] {
  const list = tokens(source);
  const names = list.flatMap(({ kind, value }, at) =>
    kind === 'word' && value === 'export' && ['function', 'const', 'async'].includes(list[at + 1]?.value ?? '')
      ? [list[at + (list[at + 1]?.value === 'async' ? 3 : 2)]?.value ?? '']
      : [],
  );
  return names.map((name) => ({
    name,
    times: list.filter(({ kind, value }) => kind === 'word' && value === name).length,
  }));
}

/** Rules (rules.ts, and what stands in a folder of rules) that nothing but tests takes and that their own file does not use either. */
export function rulesOfTestsAlone(sources: ReadonlyMap<string, string>): readonly Found[] {
  const taken = new Map<string, Set<string>>();
  const doors = new Map<string, readonly { readonly name: string; readonly from: string }[]>();
  const take = (file: string, name: string) => taken.set(file, (taken.get(file) ?? new Set()).add(name));
  for (const [file, source] of sources) {
    if (isOfTests(file)) continue;
    for (const { name, from } of namesFrom(source, 'import')) {
      const target = targetOf(file, from);
      if (target !== null) take(target, name);
    }
    doors.set(bare(file), namesFrom(source, 'export'));
  }
  /** Whether anything but a test takes the name: from the file itself, or from a door that hands it on. */
  const isTaken = (file: string, name: string): boolean =>
    [name, '*'].some((one) => taken.get(file)?.has(one)) ||
    [...doors].some(
      ([door, given]) =>
        given.some((one) => one.name === name && targetOf(`${door}.ts`, one.from) === file) && isTaken(door, name),
    );
  return [...sources].flatMap(([file, source]) =>
    /^src\/rooms\/.*\/rules(\/[a-z-]+)?\.ts$/.test(file)
      ? exportedBy(source).flatMap(({ name, times }) =>
          times > 1 || isTaken(bare(file), name) ? [] : [{ at: file, what: `only tests use ${name}` }],
        )
      : [],
  );
}

const workedOut: readonly (readonly [RegExp, string])[] = [
  [/interval '[^']+'|'[^']*'::interval|make_interval\s*\(/gi, 'a span of time'],
  [
    /(?:current_date|\btoday|\w+_(?:on|at|from|until)|\b(?:due|day))\s*(?:::date)?\s*[+-]\s*(?:\d|\$\{|\()/g,
    'days added to a day',
  ],
  [/\b(?:date_trunc|justify_days|age)\s*\(/g, 'a day made of another'],
];

/** What in a piece of SQL works out a day. */
export function daysWorkedOut(at: string, sql: string): readonly Found[] {
  return workedOut.flatMap(([pattern, what]) => (sql.match(pattern) === null ? [] : [{ at, what }]));
}

/** The SQL of a TypeScript file: what stands in its templates, with the places of what is put in. */
export function sqlIn(source: string): string {
  return [...source.matchAll(/\bsql(?:<[^`]*?>)?`((?:[^`\\]|\\.)*)`/g)].map(([, text = '']) => text).join('\n;\n');
}
