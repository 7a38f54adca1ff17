/** Paragraph numbers that the source lost, worked out from their neighbours where only one answer is possible. */
import type { Piece } from '../source/source.js';
import type { Recovered } from './blocks.js';

function parts(number: string): readonly number[] {
  return number.split('.').map(Number);
}

/** A bullet that could be a paragraph: no number, not indented. */
function isBare(piece: Piece): boolean {
  return (
    piece.kind === 'item' && piece.number === null && piece.depth === 0 && !/[\p{L}\p{N}]/u.test(piece.marker ?? '')
  );
}

/**
 * Between paragraph 9 and "14.1" stand five bullets: they are 10, 11, 12, 13 and 14 (seed p.11-12). Between 9 and 12 two
 * bullets are 10 and 11. If the count does not agree, nothing is worked out.
 */
export function recoverNumbers(pieces: readonly Piece[]): {
  readonly recovered: Recovered;
  readonly open: readonly Piece[];
} {
  const recovered = new Map<Piece, string>();
  const open: Piece[] = [];
  let last = 0;
  let bare: Piece[] = [];
  for (const piece of pieces) {
    if (isBare(piece)) bare.push(piece);
    if (piece.kind !== 'item' || piece.number === null) continue;
    const [top = 0, second] = parts(piece.number);
    if (last > 0 && bare.length > 0 && top > last) {
      // The parent of "14.1" is the last bullet; before a plain "15." the last bullet is 14.
      const missing = second === 1 ? top - last : top - last - 1;
      if (missing === bare.length && missing > 0)
        bare.forEach((lost, index) => recovered.set(lost, String(last + index + 1)));
      else if (missing > 0) open.push(...bare);
    }
    bare = [];
    if (top >= last) last = top;
  }
  return { recovered, open };
}
