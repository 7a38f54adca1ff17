/** What a pack prints around its papers: a table of contents, facts of the cover in a table, the item's title on a page of its own. */
import { plainText } from '#base/prose.js';
import type { Piece } from '../source/source.js';
import type { ReadItem } from '../words.js';
import { sign, unreadPart, type Ledger } from './lines-read.js';
import { key } from './pieces.js';

const CONTENTS = /^(?:table\s+of\s+)?contents\s*:?$/i;
const FACT =
  /^(?:date(?:\s+and\s+time)?|time|start(?:\s+time)?|venue|place|location|where|when|attend|contact(?:\s+officer)?|clerk)\s*:?$/i;
const NEAR_THE_START = 60;
const MOST_ENTRIES = 400;

/** "Membership 2023/24 … 3" without its page; null where the line ends in no page. */
function entryOf(text: string): string | null {
  return /^(.*\p{L}.*?)[\s.…·_\t|]*\b\d{1,4}\s*$/u.exec(text.slice(0, 400))?.[1]?.trim() ?? null;
}

/**
 * A table of contents repeats titles that stand elsewhere with their page. Entries that do are read; the reading then goes
 * on as if they were not there. An entry that stands nowhere else stays.
 */
export function withoutContents(pieces: readonly Piece[], ledger: Ledger): readonly Piece[] {
  const at = pieces.slice(0, NEAR_THE_START).findIndex((piece) => piece.kind === 'text' && CONTENTS.test(piece.text));
  const heading = pieces[at];
  if (at < 0 || !heading) return pieces;
  let end = at + 1;
  for (; end < Math.min(pieces.length, at + MOST_ENTRIES); end += 1) {
    const piece = pieces[end];
    const rows = piece?.table
      ? [...(piece.table.header ? [piece.table.header] : []), ...piece.table.rows].map((row) =>
          row.cells.map(plainText).join(' '),
        )
      : [`${piece?.number ?? ''} ${piece?.text ?? ''}`];
    if (!piece || !rows.every((row) => entryOf(row) !== null)) break;
  }
  if (end - at < 2) return pieces;
  const elsewhere = ` ${[...pieces.slice(0, at), ...pieces.slice(end)].map((piece) => key(`${piece.number ?? ''} ${piece.text}`)).join(' ')} `;
  const repeats = (text: string): boolean => elsewhere.includes(` ${key(entryOf(text) ?? text)} `);
  sign(ledger, heading);
  const rest = pieces.slice(at + 1, end).flatMap((piece): readonly Piece[] => {
    if (piece.table)
      for (const row of [...(piece.table.header ? [piece.table.header] : []), ...piece.table.rows])
        if (repeats(row.cells.map(plainText).join(' '))) sign(ledger, row);
    if (!piece.table && repeats(`${piece.number ?? ''} ${piece.text}`)) sign(ledger, piece);
    const left = unreadPart(ledger, piece);
    return left ? [left] : [];
  });
  return [...pieces.slice(0, at), ...rest, ...pieces.slice(end)];
}

/** Facts of the cover that stand in a table of two columns, as the lines "Time: 11am" they would be elsewhere. */
export function withFactsAsLines(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece): readonly Piece[] => {
    const rows = piece.table ? [...(piece.table.header ? [piece.table.header] : []), ...piece.table.rows] : [];
    const labels = rows.filter((row) => FACT.test(plainText(row.cells[0] ?? []).trim()));
    if (rows.length > 14 || labels.length < 2 || rows.some((row) => row.cells.length !== 2)) return [piece];
    return rows.map((row): Piece => {
      const [label = '', value = ''] = row.cells.map((cell) => plainText(cell).trim());
      const text = label === '' || value === '' ? `${label}${value}` : `${label.replace(/:$/, '').trimEnd()}: ${value}`;
      return {
        kind: 'text',
        text,
        prose: [{ text }],
        lines: row.lines,
        gap: true,
        level: null,
        marker: null,
        number: null,
        depth: 0,
        table: null,
      };
    });
  });
}

/** "3 Leaving care" above its papers, and "For decision" below it: the agenda holds both. */
export function signItemTitles(pieces: readonly Piece[], agenda: readonly ReadItem[], ledger: Ledger): void {
  const titles = new Map(
    agenda.flatMap((item) =>
      [
        `${item.number} ${item.title}`,
        `item ${item.number} ${item.title}`,
        `agenda item ${item.number} ${item.title}`,
      ].map((title) => [key(title), item]),
    ),
  );
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'table' || piece.text.length > 300) continue;
    const item = titles.get(key(`${piece.number ?? ''} ${piece.text}`));
    const next = pieces[index + 1];
    if (item) sign(ledger, piece);
    if (item?.purpose && next && key(next.text) === key(`for ${item.purpose}`)) sign(ledger, next);
  }
}
