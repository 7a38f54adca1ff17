/** Search: pure parts. What was typed, mended where a word is unknown, and what of a text is shown around the words found. */
import { edits } from './edits.js';
import { fold } from './fold.js';

export interface Mended {
  readonly typed: string;
  /** With each unknown word put right. */
  readonly query: string;
  readonly changed: readonly { readonly from: string; readonly to: string }[];
}

const word = /[\p{L}\p{N}]{3,40}/gu;

/** The words of a query that a table of known words can judge: three letters or more, no plain numbers. */
export function checkableWords(typed: string): readonly string[] {
  return [...new Set(fold(typed).match(word) ?? [])].filter((one) => !/^\p{N}+$/u.test(one));
}

/** Puts the nearest known word in the place of each unknown one; quotes, minus signs and "or" stay as they are. */
export function mend(typed: string, nearest: ReadonlyMap<string, string>): Mended {
  const changed = new Map<string, string>();
  const query = fold(typed).replace(word, (one) => {
    const better = nearest.get(one);
    if (better === undefined || better === one) return one;
    changed.set(one, better);
    return better;
  });
  return { typed, query, changed: [...changed].map(([from, to]) => ({ from, to })) };
}

export interface Likely {
  readonly word: string;
  readonly edits: number;
  /** Near enough to be searched for in place of what was typed; otherwise it is only offered. */
  readonly sure: boolean;
}

/** From this likeness (pg_trgm, 0 to 1) a word is offered however many letters differ: "careleavers", "leavers". */
const offeredFrom = 0.45;

/** Whether two words have the same letters but for two neighbours that changed places. */
function isExchange(typed: string, word: string, count: number): boolean {
  return count === 1 && typed.length === word.length && [...typed].sort().join('') === [...word].sort().join('');
}

/**
 * Known words that may have been meant, the likeliest first. One slip in five letters is put right without asking, two in
 * eight; in a word of four or fewer every letter counts ("sean" is no misspelt "seats"), so that only neighbours that
 * changed places are put right there.
 */
export function likelyWords(
  typed: string,
  known: readonly { readonly word: string; readonly alike: number }[],
): readonly Likely[] {
  const letters = [...typed].length;
  const [putRight, offered] = letters <= 4 ? [0, 1] : letters <= 7 ? [1, 2] : [2, 3];
  return known
    .map(({ word, alike }) => ({ word, alike, edits: edits(typed, word) }))
    .filter((one) => one.edits > 0 && (one.edits <= offered || one.alike >= offeredFrom))
    .sort((a, b) => a.edits - b.edits || b.alike - a.alike || (a.word < b.word ? -1 : 1))
    .map((one) => ({
      word: one.word,
      edits: one.edits,
      sure: one.edits <= putRight || isExchange(typed, one.word, one.edits),
    }));
}

/** The same words, any of which will do; null where there is one word only, or where the query says itself how they belong together. */
export function looser(query: string): string | null {
  const words = query.trim().split(/\s+/);
  const isPlain = words.every((one) => one !== 'or' && !one.startsWith('-') && !one.includes('"'));
  return isPlain && words.length > 1 ? words.join(' or ') : null;
}

export interface SnippetPiece {
  readonly text: string;
  readonly marked: boolean;
}

/** Words kept before the first word found, and in all. */
const wordsBefore = 12;
const wordsAtMost = 42;

/** A stretch of the text around the first words found, with those words marked. `found` holds them folded. */
export function snippet(body: string, found: ReadonlySet<string>): readonly SnippetPiece[] {
  const tokens = body.replace(/\s+/g, ' ').trim().split(' ');
  const isFound = (token: string) =>
    (fold(token).match(/\p{N}+(?:\.\p{N}+)+|[\p{L}\p{N}]+/gu) ?? []).some((part) => found.has(part));
  const first = Math.max(0, tokens.findIndex(isFound));
  const from = Math.max(0, first - wordsBefore);
  const shown = tokens.slice(from, from + wordsAtMost);
  const pieces: SnippetPiece[] = [];
  const add = (text: string, marked: boolean) => {
    const last = pieces.at(-1);
    if (last?.marked === marked) pieces[pieces.length - 1] = { text: last.text + text, marked };
    else pieces.push({ text, marked });
  };
  if (from > 0) add('… ', false);
  for (const [index, token] of shown.entries()) {
    if (index > 0) add(' ', false);
    if (!isFound(token)) {
      add(token, false);
      continue;
    }
    // Of "(bus," only the word is marked.
    const before = /^[^\p{L}\p{N}]*/u.exec(token)?.[0] ?? '';
    const signs = [...token.slice(before.length)];
    const end = signs.findLastIndex((sign) => /[\p{L}\p{N}]/u.test(sign)) + 1;
    const [middle, after] = [signs.slice(0, end).join(''), signs.slice(end).join('')];
    if (before !== '') add(before, false);
    add(middle, true);
    if (after !== '') add(after, false);
  }
  if (from + wordsAtMost < tokens.length) add(' …', false);
  return pieces;
}
