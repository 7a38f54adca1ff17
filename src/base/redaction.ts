/**
 * What may be done to somebody's words before others read them: words are taken out, and a mark may stand in their place. Nothing is added,
 * moved or put in other words, so that what is shown as theirs stays theirs.
 */

/** The marks that may stand where something was taken out. */
export const redactionMarks: readonly string[] = [
  '[name]',
  '[a child]',
  '[an adult]',
  '[school]',
  '[place]',
  '[removed]',
];

/** "unchanged": every word is still there. "rewritten": something was added, moved or put differently. */
export type Redaction = 'unchanged' | 'taken out' | 'rewritten';

const words = new Intl.Segmenter('en', { granularity: 'word' });
const isPunctuation = /^\p{P}$/u;

interface Piece {
  readonly text: string;
  /** Where it begins. */
  readonly at: number;
}

/** Words and signs one after the other; a mark is one of them. */
function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const take = (end: number): void => {
    for (const { segment, index } of words.segment(text.slice(from, end)))
      if (segment.trim() !== '') pieces.push({ text: segment, at: from + index });
  };
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
    const mark = redactionMarks.find((one) => text.startsWith(one, at));
    if (mark === undefined) continue;
    take(at);
    pieces.push({ text: mark, at });
    from = at + mark.length;
  }
  take(text.length);
  return pieces;
}

function isWord(piece: string): boolean {
  return !isPunctuation.test(piece);
}

/** The place behind the next word: a mark stands for one at least, and not for a comma beside it. */
function behindWord(before: readonly string[], next: number): number {
  for (let at = next; at < before.length; at += 1) if (isWord(before[at] ?? '')) return at + 1;
  return 0;
}

/**
 * How what is to be shown came out of what was written. Taking the first fitting piece each time finds a way where there is one: what is
 * found earlier leaves more to come after it.
 */
export function redactionOf(written: string, shown: string): Redaction {
  const [before, after] = [written, shown].map((text) => piecesOf(text.normalize()).map((piece) => piece.text));
  const said = (pieces: readonly string[] = []): string => JSON.stringify(pieces.filter(isWord));
  if (before === undefined || after === undefined) return 'rewritten';
  if (said(before) === said(after)) return before.length >= after.length ? 'unchanged' : 'rewritten';
  let next = 0;
  for (const piece of after) {
    next = redactionMarks.includes(piece) ? behindWord(before, next) : before.indexOf(piece, next) + 1;
    if (next === 0) return 'rewritten';
  }
  return 'taken out';
}

/**
 * What is shown, with a mark wherever words went and none stands: "I do not like it" without its "not" would say the contrary as theirs, and
 * nobody who reads on could tell. For what was taken out of it, and not rewritten.
 */
export function withGapsMarked(written: string, shown: string): string {
  const before = piecesOf(written.normalize()).map((piece) => piece.text);
  const text = shown.normalize();
  let made = '';
  let from = 0;
  let next = 0;
  let isCovered = false;
  for (const piece of piecesOf(text)) {
    if (redactionMarks.includes(piece.text)) {
      [next, isCovered] = [behindWord(before, next), true];
      continue;
    }
    const found = before.indexOf(piece.text, next);
    if (!isCovered && before.slice(next, found).some(isWord)) {
      made += `${text.slice(from, piece.at)}[removed] `;
      from = piece.at;
    }
    [next, isCovered] = [found + 1, false];
  }
  const isMarked = isCovered || !before.slice(next).some(isWord);
  return made + text.slice(from) + (isMarked ? '' : ' [removed]');
}

/** The same for words in several parts, of which one may stand as it was. */
export function redactionOfParts(parts: readonly { readonly written: string; readonly shown: string }[]): Redaction {
  const each = parts.map(({ written, shown }) => redactionOf(written, shown));
  return each.includes('rewritten') ? 'rewritten' : each.includes('taken out') ? 'taken out' : 'unchanged';
}
