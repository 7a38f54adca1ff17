/** Doubts about agenda, reports and annexes: titles, pages, numbers, and papers that nobody finds. */
import { blockText, plainText, type Block, type Lines } from '#base/prose.js';
import { CANCELLED } from '../parts/labels.js';
import { initials, key, likeness } from '../parts/pieces.js';
import type { Findings } from '../parts/reading.js';
import type { Doubt, Reading } from '../words.js';
import { count, makeDoubt, listed } from './doubt.js';

type Read = Omit<Reading, 'doubts'>;

function firstLine(lines: Lines): Lines {
  return { from: lines.from, to: lines.from };
}

/** Item and report carry one title; another dash or other capitals make no difference. */
export function titleDiffers(reading: Read): readonly Doubt[] {
  return reading.reports.flatMap((report): readonly Doubt[] => {
    const item = reading.agenda.find(({ number }) => number === report.item);
    if (!item || report.title === '' || key(item.title) === key(report.title)) return [];
    const short =
      initials(item.title).length >= 3 && report.title.includes(initials(item.title))
        ? ` “${initials(item.title)}” are the initials of the agenda's title.`
        : likeness(item.title, report.title) < 0.6
          ? ' They are taken to belong together because of their order.'
          : '';
    return [
      makeDoubt(
        'title differs',
        'check',
        `Item ${item.number} is called “${item.title}” on the agenda and “${report.title}” on its report.${short}`,
        [
          { lines: item.lines, words: item.title },
          { lines: firstLine(report.lines), words: report.title },
        ],
        [item.title, report.title],
      ),
    ];
  });
}

/** Pages rise from item to item. */
export function pageRanges(reading: Read): readonly Doubt[] {
  const found: Doubt[] = [];
  let before: (typeof reading.agenda)[number] | null = null;
  for (const item of reading.agenda) {
    const { pages } = item;
    if (!pages) continue;
    if (pages.to < pages.from)
      found.push(
        makeDoubt(
          'page range out of order',
          'wrong',
          `Item ${item.number} runs from page ${pages.from} to page ${pages.to}.`,
          [{ lines: item.lines, words: `${pages.from} - ${pages.to}` }],
        ),
      );
    else if (before?.pages && pages.from < before.pages.to)
      found.push(
        makeDoubt(
          'page range out of order',
          'wrong',
          `Item ${item.number} begins on page ${pages.from}, before item ${before.number} ends on page ${before.pages.to}.`,
          [
            { lines: before.lines, words: `${before.pages.from} - ${before.pages.to}` },
            { lines: item.lines, words: `${pages.from} - ${pages.to}` },
          ],
        ),
      );
    before = item;
  }
  return found;
}

const EXEMPT =
  /\bexempt\b|\bnot\s+for\s+publication\b|\(\s*(?:strictly\s+)?(?:private(?:\s+and)?\s*)?(?:confidential|private)\b[^)]{0,60}\)|^\s*(?:confidential|restricted)\s*(?:item|report|[-–—:]|$)/i;

/** An item that is marked exempt has a paper that must not be published. The item at which the public is excluded is none. */
export function itemMarkedExempt(reading: Read): readonly Doubt[] {
  const minuted = reading.minutes
    .flatMap(({ items }) => items)
    .filter(({ title }) => EXEMPT.test(title) && !/\bexclu/i.test(title));
  return [
    ...minuted.map((item) =>
      makeDoubt(
        'item marked exempt',
        'check',
        `Minute ${item.number ?? ''} is marked exempt (“${item.title}”): see that its text may be published.`,
        [{ lines: firstLine(item.lines), words: item.title }],
      ),
    ),
    ...reading.agenda.flatMap((item): readonly Doubt[] => {
      if (/\bexclusion\b|\bexclude\b/i.test(item.title)) return [];
      const marks = [item.title, ...item.text.map(blockText)].filter((text) => text.length < 260 && EXEMPT.test(text));
      const [mark] = marks;
      return mark === undefined
        ? []
        : [
            makeDoubt(
              'item marked exempt',
              'check',
              `Item ${item.number} is marked exempt (“${mark}”): its paper must not be published.`,
              [{ lines: item.lines, words: mark }],
            ),
          ];
    }),
  ];
}

/** A meeting that is cancelled or postponed is not held; Kept has no step that says so from a file. */
export function meetingCancelled(reading: Read): readonly Doubt[] {
  const texts = [...reading.notices.map((block) => ({ block, lines: block.lines })), ...reading.unplaced].slice(0, 30);
  const found = texts.find(
    ({ block }) =>
      CANCELLED.test(blockText(block).slice(0, 600)) && !/\bif\b|\bunless\b/i.test(blockText(block).slice(0, 600)),
  );
  return found?.lines && reading.minutes.length === 0
    ? [
        makeDoubt(
          'meeting cancelled',
          'check',
          'The text says that a meeting is cancelled or postponed. Kept would publish it as one that takes place.',
          [{ lines: found.lines, words: blockText(found.block) }],
        ),
      ]
    : [];
}

/** In a pack, an item with pages has a paper, and a paper has an item. */
export function itemsAndPapers(reading: Read): readonly Doubt[] {
  if (reading.reports.length === 0) return [];
  const held = new Set([...reading.reports, ...reading.minutes, ...reading.annexes].map(({ item }) => item));
  const without = reading.agenda
    .filter((item) => item.pages !== null && !held.has(item.number))
    .map((item) =>
      makeDoubt(
        'item without paper',
        'missing',
        `Item ${item.number} “${item.title}” has pages ${item.pages?.from} to ${item.pages?.to}, and no paper was recognised for it.`,
        [{ lines: item.lines, words: item.title }],
      ),
    );
  const lone =
    reading.agenda.length === 0
      ? []
      : reading.reports
          .filter(({ item }) => item === null)
          .map((report) =>
            makeDoubt(
              'paper without item',
              'missing',
              `The report “${report.title}” belongs to no item that title or order would show.`,
              [{ lines: firstLine(report.lines), words: report.title }],
              reading.agenda.map((item) => `${item.number} ${item.title}`),
            ),
          );
  return [...without, ...lone];
}

/** Annexes that are named stand in the text, and their beginnings are printed, not worked out. */
export function annexes(_reading: Read, findings: Findings): readonly Doubt[] {
  const worked = findings.workedOut.map((annex) =>
    makeDoubt(
      'annex not found',
      'check',
      annex.number === null
        ? `Text stands before the first annex; it was taken as an annex of its own, “${annex.title}”.`
        : `No heading says “Annex ${annex.number}”. It is taken to begin at line ${annex.lines.from}, ` +
            `“${annex.title}”: worked out from what the report says it is.`,
      [{ lines: firstLine(annex.lines), words: annex.title }],
    ),
  );
  const missing = findings.missingAnnexes.map(({ annex, lines }) =>
    makeDoubt(
      'annex not found',
      'missing',
      `The report names ${/^[A-Z]/.test(annex.number) ? 'appendix' : 'annex'} ` +
        `${annex.number}${annex.what ? ` (“${annex.what.slice(-120)}”)` : ''}, and no text was recognised as it.`,
      [{ lines, words: annex.what || annex.number }],
    ),
  );
  return [...worked, ...missing];
}

function numbered(
  blocks: readonly Block[],
): readonly { readonly number: string; readonly recovered: boolean; readonly lines: Lines; readonly words: string }[] {
  return blocks.flatMap((block) =>
    block.kind === 'heading' && block.lines && /^\d{1,2}\.?\s+\p{Lu}/u.test(plainText(block.prose))
      ? [
          {
            number: /^\d{1,2}/.exec(plainText(block.prose))?.[0] ?? '',
            recovered: false,
            lines: block.lines,
            words: plainText(block.prose),
          },
        ]
      : block.kind === 'paragraph' && block.number !== null && block.lines
        ? [
            {
              number: block.number,
              recovered: block.numbering === 'recovered',
              lines: block.lines,
              words: plainText(block.prose),
            },
          ]
        : [],
  );
}

/** Numbers that were lost and what they must have been; and bullets whose numbers nobody can tell. */
export function paragraphNumbersLost(reading: Read, findings: Findings): readonly Doubt[] {
  const recovered = reading.reports.flatMap((report): readonly Doubt[] => {
    const found = numbered(report.body).filter((paragraph) => paragraph.recovered);
    return found.length === 0
      ? []
      : [
          makeDoubt(
            'paragraph number lost',
            'check',
            `In “${report.title}” ${count(found.length, 'paragraph has', 'paragraphs have')} lost ` +
              `${found.length === 1 ? 'its number' : 'their numbers'}; from the neighbours ` +
              `${found.length === 1 ? 'it' : 'they'} must have been ${listed(found.map(({ number }) => number))}.`,
            found,
            found.map(({ number }) => number),
          ),
        ];
  });
  const open = findings.lostNumbers.map((piece) =>
    makeDoubt(
      'paragraph number lost',
      'missing',
      `“${piece.text.slice(0, 80)}” may have lost its paragraph number; what it was cannot be worked out.`,
      [{ lines: piece.lines, words: piece.text }],
    ),
  );
  return [...recovered, ...open];
}

/** Paragraph numbers rise by one; a number comes once. */
export function paragraphNumbersOutOfOrder(reading: Read): readonly Doubt[] {
  return reading.reports.flatMap((report) => {
    const found: Doubt[] = [];
    let last: readonly number[] = [];
    for (const paragraph of numbered(report.body)) {
      const parts = paragraph.number.split('.').map(Number);
      const follows = last.length === 0 ? true : isNext(last, parts);
      if (!follows) {
        const same = last.join('.') === parts.join('.');
        found.push(
          makeDoubt(
            'paragraph number out of order',
            'wrong',
            same
              ? `Paragraph ${paragraph.number} of “${report.title}” comes twice.`
              : `In “${report.title}” paragraph ${paragraph.number} follows ${last.join('.')}.`,
            [paragraph],
          ),
        );
      }
      last = parts;
    }
    return found;
  });
}

/** 2 → 2.1, 2.1 → 2.2, 2.3 → 3, 9 → 10; and 1 at any place, where a list of its own begins. */
function isNext(before: readonly number[], after: readonly number[]): boolean {
  if (after.length === 1 && after[0] === 1) return true;
  if (after.length === before.length + 1)
    return before.every((part, index) => after[index] === part) && after.at(-1) === 1;
  if (after.length > before.length)
    return (
      after.slice(before.length).every((part) => part === 1) &&
      (after[before.length - 1] ?? 0) === (before.at(-1) ?? 0) + 1
    );
  return after.every((part, index) =>
    index < after.length - 1 ? before[index] === part : (before[index] ?? 0) + 1 === part,
  );
}
