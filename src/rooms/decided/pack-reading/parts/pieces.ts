/** Questions about pieces that several readers ask. */
import type { Piece } from '../source/source.js';

const LONGEST_HEADING = 140;

/** A line that could be a heading: short, not a sentence, and standing alone. */
export function couldHead(piece: Piece): boolean {
  if (piece.kind !== 'text') return false;
  if (piece.level !== null) return piece.text.length < 400;
  const text = piece.text;
  if (text.length > LONGEST_HEADING || text.length < 2) return false;
  if (/[.;,]$/.test(text) && !/\b(?:etc|Ltd|plc|Inc)\.$/.test(text)) return false;
  if (/@|https?:/.test(text) || /^["“(]/.test(text)) return false;
  return /^[\p{Lu}\d‘'£]/u.test(text) && /\p{L}{2}/u.test(text);
}

function isBold(piece: Piece): boolean {
  return piece.prose.length > 0 && piece.prose.every((run) => run.bold === true || run.text.trim() === '');
}

/** Whether the piece is a heading: marked as one, bold, or a short line with running text, a list or a table below it. */
export function heads(piece: Piece, next: Piece | undefined): boolean {
  if (!couldHead(piece)) return false;
  if (piece.level !== null) return true;
  if (!next) return false;
  if (next.kind !== 'text') return piece.gap;
  if (!piece.gap) return isBold(piece);
  return next.text.length > 60 || /[.!?:;]["'”’)]?$/.test(next.text) || (isBold(piece) && !isBold(next));
}

/** Words for comparing: small, without signs, dashes or doubled blanks. */
export function key(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’']/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const EMPTY_WORDS = new Set(
  'the a an and or of to in on for from with by at is are be will that this which it its as their our into about new draft report update paper'.split(
    ' ',
  ),
);

/** Words that say what a title is about. */
export function keywords(text: string): readonly string[] {
  return key(text)
    .split(' ')
    .filter((word) => word.length > 1 && !EMPTY_WORDS.has(word))
    .map((word) => (word.length > 4 ? word.replace(/(?:ies)$/, 'y').replace(/([^s])s$/, '$1') : word));
}

/** How much of the shorter title the other one says: 0 to 1. */
export function likeness(first: string, second: string): number {
  const a = new Set(keywords(first));
  const b = new Set(keywords(second));
  if (a.size === 0 || b.size === 0) return 0;
  const shared = a.intersection(b).size;
  return shared / Math.min(a.size, b.size);
}

/** "NLCBF" for "National Leaving Care Benchmarking Forum". */
export function initials(text: string): string {
  return text
    .split(/[^\p{L}]+/u)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join('');
}

/** Label at the start of a text, with a colon or as a line of its own: its length including the colon, or 0. */
export function labelLength(text: string, label: RegExp): number {
  const found = label.exec(text.slice(0, 160));
  if (!found || found.index !== 0) return 0;
  const after = text.slice(found[0].length);
  const colon = /^\s*[:–—]\s*-?\s*|^\s+-\s+/.exec(after);
  if (colon) return found[0].length + colon[0].length;
  return after.trim() === '' || after.trim() === '-' ? text.length : 0;
}
