/**
 * What may be done to somebody's words before others read them: words are taken out, and a mark may stand in their place. Nothing is added,
 * moved or put in other words, so that what is shown as theirs stays theirs.
 */

/** The marks that may stand where something was taken out. */
export const redactionMarks: readonly string[] = ['[name]', '[a child]', '[an adult]', '[school]', '[place]', '[removed]'];

/** "unchanged": every word is still there. "rewritten": something was added, moved or put differently. */
export type Redaction = 'unchanged' | 'taken out' | 'rewritten';

const words = new Intl.Segmenter('en', { granularity: 'word' });
const isPunctuation = /^\p{P}$/u;

/** Words and signs one after the other; a mark is one of them. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  const take = (part: string): void => {
    for (const { segment } of words.segment(part)) if (segment.trim() !== '') pieces.push(segment);
  };
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
    const mark = redactionMarks.find((one) => text.startsWith(one, at));
    if (mark === undefined) continue;
    take(text.slice(from, at));
    pieces.push(mark);
    from = at + mark.length;
  }
  take(text.slice(from));
  return pieces;
}

/**
 * How what is to be shown came out of what was written. Taking the first fitting piece each time finds a way where there is one: what is
 * found earlier leaves more to come after it.
 */
export function redactionOf(written: string, shown: string): Redaction {
  const [before, after] = [piecesOf(written.normalize()), piecesOf(shown.normalize())];
  const said = (pieces: readonly string[]): string => JSON.stringify(pieces.filter((piece) => !isPunctuation.test(piece)));
  if (said(before) === said(after)) return before.length >= after.length ? 'unchanged' : 'rewritten';
  let next = 0;
  for (const piece of after) {
    // A mark stands for one piece at least; more may have gone after it.
    next = redactionMarks.includes(piece) ? next + 1 : before.indexOf(piece, next) + 1;
    if (next === 0 || next > before.length) return 'rewritten';
  }
  return 'taken out';
}

/** The same for words in several parts, of which one may stand as it was. */
export function redactionOfParts(parts: readonly { readonly written: string; readonly shown: string }[]): Redaction {
  const each = parts.map(({ written, shown }) => redactionOf(written, shown));
  return each.includes('rewritten') ? 'rewritten' : each.includes('taken out') ? 'taken out' : 'unchanged';
}
