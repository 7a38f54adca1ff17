/** Which lines of the source were read, which were not placed, and which say nothing: the margin of the check page. */
import type { Lines } from '#base/prose.js';
import type { Reading } from './words.js';

export type LineState = 'read' | 'unplaced' | 'decoration' | 'blank';

/** State of every line, line 1 at index 0. What is unplaced stays so even where a neighbour on the same line was read. */
export function lineStates(reading: Reading): readonly LineState[] {
  const states: LineState[] = Array.from({ length: reading.source.lines }, () => 'blank');
  const mark = (ranges: readonly Lines[], state: LineState): void => {
    for (const { from, to } of ranges) states.fill(state, Math.max(0, from - 1), Math.min(to, states.length));
  };
  mark(reading.placed, 'read');
  mark(reading.decoration, 'decoration');
  mark(
    reading.unplaced.map(({ lines }) => lines),
    'unplaced',
  );
  return states;
}

export interface Coverage {
  readonly read: number;
  readonly unplaced: number;
  readonly decoration: number;
}

export function coverage(reading: Reading): Coverage {
  const states = lineStates(reading);
  const count = (state: LineState): number => states.filter((one) => one === state).length;
  return { read: count('read'), unplaced: count('unplaced'), decoration: count('decoration') };
}

/** Lines with words that no state covers: always none. The law "nothing lost", for tests and for the fuzz run. */
export function uncovered(lines: readonly string[], reading: Reading): readonly number[] {
  return lineStates(reading).flatMap((state, index) =>
    state === 'blank' && (lines[index] ?? '').trim() !== '' ? [index + 1] : [],
  );
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]{4,}/gu) ?? []
  );
}

/** Labels that a reading holds as structure and not as text. */
const STRUCTURE = new Set(
  (
    'agenda minutes minute draft printed public decisions decision actions action agreed items item pages page ' +
    'number membership members member councillor councillors authority substitutes substitute named attendance ' +
    'attendees present absent apologies apology absence also officers officer position role report reports purpose ' +
    'summary executive recommendation recommendations contact details phone telephone email mail group office ' +
    'comments comment discussion questions question responded replied response responses answered resolved ' +
    'resolution resolutions ordered received date time venue place location meeting held next theme plan title ' +
    'subject notes note record proceedings previous last following made raised points annex appendix enclosure ' +
    'nbsp received from were style list type hybrid title author lead further information documents additional ' +
    'supporting background attached papers follow tabled verbal oral with title unconfirmed confirmed part board ' +
    'committee councils council january february march april june july august september october november december ' +
    'monday tuesday wednesday thursday friday saturday sunday clerk owner reason view directions cllrs clrs ' +
    'democratic services enquiries pages representing position capacity party ward docx point contents when whom ' +
    'attendee attended expected substitution substitutions call calls chair'
  ).split(' '),
);

function leaves(value: unknown, into: string[]): void {
  const stack: unknown[] = [value];
  while (stack.length > 0) {
    const top = stack.pop();
    if (typeof top === 'string') into.push(top);
    else if (Array.isArray(top)) stack.push(...(top.length < 50_000 ? top : top.slice()));
    else if (top !== null && typeof top === 'object') stack.push(...Object.values(top));
  }
}

/**
 * Words of the source that stand nowhere in the reading: the stronger form of the law, since a line could be signed for and
 * its words dropped. Labels and dates are left out, because the reading holds what they mean. In `spoilt` texts a tag or link
 * may be cut in two and labels may run together, so lines with tags and words made of labels alone prove nothing.
 */
export function lostWords(lines: readonly string[], reading: Reading, spoilt = false): readonly string[] {
  const { doubts: _, source: __, ...content } = reading;
  const texts: string[] = [];
  leaves(content, texts);
  // Runs cut words at style borders, so neighbours are also joined without a blank.
  const held = new Set([
    ...wordsOf(texts.toReversed().join(' ')),
    ...wordsOf(texts.join(' ')),
    ...wordsOf(texts.toReversed().join('')),
    ...wordsOf(texts.join('')),
  ]);
  // A mark in the middle of a word may be a style or a letter of the text: then the bare letters decide.
  const letters = texts
    .toReversed()
    .join('')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  const decoration = new Set(
    reading.decoration.flatMap(({ from, to }) =>
      Array.from({ length: to - from + 1 }, (_unused, index) => from + index),
    ),
  );
  const label = new RegExp([...STRUCTURE].toSorted((a, b) => b.length - a.length).join('|'), 'g');
  const missing = (line: string): readonly string[] =>
    wordsOf(line).filter(
      (word) => !held.has(word) && !STRUCTURE.has(word) && !/^(?:pdf)?\d/.test(word) && !letters.includes(word),
    );
  return lines.flatMap((line, index) => {
    const lost =
      decoration.has(index + 1) || (spoilt && /<|\]\(/.test(line))
        ? []
        : missing(plainLine(line)).filter(
            (word) =>
              !spoilt ||
              (!/\d/.test(word) &&
                word.replace(label, '').length > 3 &&
                (!/^[ap]m/.test(word) || (word.length > 5 && !held.has(word.slice(2))))),
          );
    // What looks like a link may be plain words, in a web page for one.
    return lost.length === 0 || missing(line).length === 0 ? [] : lost.map((word) => `${word} (line ${index + 1})`);
  });
}

/** A line without tags, link addresses and style marks. */
export function plainLine(line: string): string {
  return line
    .replace(/!?\[([^[\]]{0,1200})\]\([^()\s]{0,2000}\)/g, '$1')
    .replace(/<[^<>]{0,300}>/g, ' ')
    .replace(/&[a-z#0-9]{1,8};/gi, ' ')
    .replace(/[*_`\\]/g, '');
}
