/** Doubts about the text itself: sentences that break off, pictures that did not come along, rows that lack cells. */
import { blockText, plainText, type Block, type Lines } from '#base/prose.js';
import type { Findings } from '../parts/reading.js';
import type { Doubt, Reading } from '../words.js';
import { count, makeDoubt } from './doubt.js';

type Read = Omit<Reading, 'doubts'>;
const MOST = 60;

// No sentence ends with an article; "to" and "for" may end one ("everyone is signed up to"), but not two of them in a row.
const ARTICLE = /(?:^|\s)(?:a|an|the|of|until|than|between|into|their|its|our|your|and|or|which)$/i;
const PAIR =
  /(?:^|\s)(?:a|an|the|to|of|for|from|with|by|in|on|at|and|or|is|are|was|were|be)\s+(?:to|for|from|with|by|in|on|at|is|are|was|were)$/i;
const BROKEN = {
  test: (text: string): boolean => ARTICLE.test(text.slice(-30)) || PAIR.test(text.slice(-30)),
} as const;
const CAPTION =
  /^(?:figure|fig\.|chart|graph|map|image|photo(?:graph)?|diagram|infographic)\s+\d{1,3}(?:\.\d{1,2})?\s*[:.–—-]/i;

interface Part {
  readonly name: string;
  readonly body: readonly Block[];
  readonly lines: Lines;
}

function partsOf(reading: Read): readonly Part[] {
  return [
    ...reading.reports.flatMap((report) => [
      { name: report.title, body: report.summary, lines: report.lines },
      { name: report.title, body: report.body, lines: report.lines },
    ]),
    ...reading.annexes.map((annex) => ({ name: annex.title, body: annex.body, lines: annex.lines })),
  ];
}

/** A cell, paragraph or list item ends in the middle of a sentence. */
export function textBreaksOff(reading: Read): readonly Doubt[] {
  const found: Doubt[] = [];
  const add = (words: string, lines: Lines, where: string): void => {
    if (found.length < MOST)
      found.push(
        makeDoubt('text missing', 'missing', `${where} breaks off: “…${words.slice(-70)}”.`, [
          { lines, words: words.slice(-160) },
        ]),
      );
  };
  for (const part of partsOf(reading)) {
    for (const [index, block] of part.body.entries()) {
      const lines = block.lines ?? part.lines;
      const next = part.body[index + 1];
      if (block.kind === 'table') {
        for (const row of block.rows)
          for (const cell of row)
            if (cell.length > 0 && plainText(cell).length > 30 && BROKEN.test(plainText(cell)))
              add(plainText(cell), lines, 'A table cell');
      } else if (block.kind === 'paragraph') {
        const text = plainText(block.prose);
        if (
          text.length > 60 &&
          BROKEN.test(text) &&
          !(next?.kind === 'list') &&
          !(next?.kind === 'paragraph' && next.number !== null) &&
          next?.kind !== 'table'
        )
          add(text, lines, 'A paragraph');
        else if (
          text.length < 120 &&
          text.endsWith(':') &&
          !/\b(?:recommended|asked|invited|requested)\s+(?:to|that)\s*:$/i.test(text) &&
          next !== undefined &&
          next.kind === 'heading' &&
          block.number === null
        )
          found.push(
            makeDoubt('text missing', 'check', `“${text}” announces something, and a heading follows.`, [
              { lines, words: text },
            ]),
          );
      } else if (block.kind === 'list') {
        for (const item of block.items)
          if (
            plainText(item.prose).length > 60 &&
            BROKEN.test(plainText(item.prose)) &&
            !/[;,]\s*(?:and|or)$/i.test(plainText(item.prose)) &&
            item.items.length === 0 &&
            !/\b(?:and|or)$/i.test(plainText(item.prose))
          )
            add(plainText(item.prose), lines, 'A list item');
      }
    }
  }
  return found;
}

/** A caption whose picture is not text. */
export function figureWithoutText(reading: Read): readonly Doubt[] {
  return partsOf(reading).flatMap((part) =>
    part.body.flatMap((block): readonly Doubt[] => {
      const text = block.kind === 'paragraph' || block.kind === 'heading' ? plainText(block.prose) : '';
      return CAPTION.test(text) && text.length < 200
        ? [
            makeDoubt(
              'text missing',
              'missing',
              `“${text}” in “${part.name}”: the caption is here, the picture is not.`,
              [{ lines: block.lines ?? part.lines, words: text }],
            ),
          ]
        : [];
    }),
  );
}

/** All rows of a table have as many cells as its widest one. */
export function tableCellsMissing(_reading: Read, findings: Findings): readonly Doubt[] {
  const found: Doubt[] = [];
  for (const piece of findings.source.pieces) {
    if (!piece.table || found.length >= MOST) continue;
    const rows = piece.table.header ? [piece.table.header, ...piece.table.rows] : piece.table.rows;
    const width = Math.max(0, ...rows.map((row) => row.cells.length));
    const short = rows.filter((row) => row.cells.length < width);
    if (short.length === 0) continue;
    found.push(
      makeDoubt(
        'table cells missing',
        'missing',
        `A table of ${count(width, 'column')} has ${count(short.length, 'row')} with fewer cells.`,
        short.slice(0, 8).map((row) => ({ lines: row.lines, words: row.cells.map(plainText).join(' | ') })),
      ),
    );
  }
  return found;
}

const PERCENT = /(\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent)\s*(?:of\s+)?/gi;

/** What a percentage is said of: the words up to the next figure or the end of the clause. */
function claims(text: string): readonly { readonly figure: string; readonly about: string }[] {
  const matches = [...text.slice(0, 20_000).matchAll(PERCENT)];
  return matches.flatMap((match, index) => {
    const from = match.index + match[0].length;
    const to = Math.min(matches[index + 1]?.index ?? text.length, from + 200);
    const about = (text.slice(from, to).split(/[.;•\n\t]|,\s/)[0] ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\s]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/ (?:and|in|a|while|with|this)$/, '');
    return about.split(' ').length >= 7 ? [{ figure: match[1] ?? '', about }] : [];
  });
}

/** One and the same statement carries one figure wherever it stands. */
export function figureDiffers(reading: Read): readonly Doubt[] {
  const known = new Map<string, { readonly figure: string; readonly lines: Lines; readonly words: string }>();
  const found: Doubt[] = [];
  for (const part of partsOf(reading)) {
    for (const block of part.body) {
      for (const { figure, about } of claims(blockText(block))) {
        const lines = block.lines ?? part.lines;
        const before = known.get(about);
        if (before && before.figure !== figure && found.length < MOST)
          found.push(
            makeDoubt(
              'figure differs',
              'wrong',
              `“${about}” is ${before.figure} per cent in one place and ${figure} per cent in another.`,
              [before, { lines, words: `${figure}% ${about}` }],
              [before.figure, figure],
            ),
          );
        else if (!before) known.set(about, { figure, lines, words: `${figure}% ${about}` });
      }
    }
  }
  return found;
}
