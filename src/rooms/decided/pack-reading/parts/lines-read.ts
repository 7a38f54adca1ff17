/**
 * Which lines have been read. Every reader signs for the lines whose words it has put into the reading; what nobody
 * signed for becomes `unplaced`. So nothing can be lost by a reader that looked away.
 */
import type { Lines } from '#base/prose.js';
import type { Piece } from '../source/source.js';

export interface Ledger {
  readonly signed: Uint8Array;
}

export function newLedger(lines: number): Ledger {
  return { signed: new Uint8Array(lines + 2) };
}

export function sign(ledger: Ledger, ...things: readonly { readonly lines: Lines }[]): void {
  for (const { lines } of things)
    ledger.signed.fill(1, Math.max(lines.from, 0), Math.min(lines.to + 1, ledger.signed.length));
}

export function isSigned(ledger: Ledger, lines: Lines): boolean {
  for (let line = lines.from; line <= lines.to; line += 1) if (!ledger.signed[line]) return false;
  return true;
}

/** A table is read when its rows are; the ruler below its head says nothing. */
export function isRead(ledger: Ledger, piece: Piece): boolean {
  if (!piece.table) return isSigned(ledger, piece.lines);
  const rows = piece.table.header ? [piece.table.header, ...piece.table.rows] : piece.table.rows;
  return rows.every((row) => isSigned(ledger, row.lines));
}

/** What of a piece nobody has signed for: a table without its read rows, or null where all is read. */
export function unreadPart(ledger: Ledger, piece: Piece): Piece | null {
  if (isRead(ledger, piece)) return null;
  if (!piece.table) return piece;
  const rows = piece.table.rows.filter((row) => !isSigned(ledger, row.lines));
  const { header } = piece.table;
  const all = header ? [header, ...rows] : rows;
  return {
    ...piece,
    table: { header, rows },
    lines: { from: all[0]?.lines.from ?? piece.lines.from, to: all.at(-1)?.lines.to ?? piece.lines.to },
  };
}

/** Signed lines as ranges, for the reading. */
export function signedRanges(ledger: Ledger): readonly Lines[] {
  const ranges: { from: number; to: number }[] = [];
  for (let line = 1; line < ledger.signed.length; line += 1) {
    if (!ledger.signed[line]) continue;
    const last = ranges.at(-1);
    if (last && last.to === line - 1) last.to = line;
    else ranges.push({ from: line, to: line });
  }
  return ranges;
}
