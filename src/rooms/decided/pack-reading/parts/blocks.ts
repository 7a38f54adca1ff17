/** Pieces into blocks: headings, numbered paragraphs, lists, quotes and tables, each with its lines. */
import { plainText, type Block, type ListItem, type Prose, type Table } from '#base/prose.js';
import { joinProse } from '../source/inline.js';
import { span, type Piece, type SourceRow } from '../source/source.js';
import { heads } from './pieces.js';

const DEEPEST_LIST = 6;

/** Numbers for pieces whose own number was lost. */
export type Recovered = ReadonlyMap<Piece, string>;

interface Growing {
  prose: Prose;
  items: Growing[];
}

function listOf(pieces: readonly Piece[]): Block {
  const root: Growing[] = [];
  const path: { depth: number; items: Growing[] }[] = [{ depth: -1, items: root }];
  const base = Math.min(...pieces.map((piece) => piece.depth));
  for (const piece of pieces) {
    const depth = piece.depth - base;
    while (path.length > 1 && (path.at(-1)?.depth ?? 0) >= depth) path.pop();
    const item: Growing = { prose: lettered(piece), items: [] };
    (path.at(-1)?.items ?? root).push(item);
    // One blank before a bullet is the extractor's slip, not a level (seed: " - ✓ Students as Active Citizens").
    if (path.length < DEEPEST_LIST) path.push({ depth: depth + 1, items: item.items });
  }
  const settle = (items: readonly Growing[]): readonly ListItem[] =>
    items.map((item) => ({ prose: item.prose, items: settle(item.items) }));
  return {
    kind: 'list',
    ordered: pieces.every((piece) => piece.number !== null),
    items: settle(root),
    lines: span(pieces),
  };
}

/** Letters and brackets are cited ("(a)"), so they stay in the text; bullets go. */
function lettered(piece: Piece): Prose {
  return piece.marker !== null && piece.number === null && /[\p{L}\p{N}]/u.test(piece.marker)
    ? joinProse([{ text: piece.marker }], piece.prose)
    : piece.prose;
}

function widened(rows: readonly (readonly Prose[])[], width: number): readonly (readonly Prose[])[] {
  return rows.map((row) =>
    row.length === width ? row : [...row, ...Array.from({ length: width - row.length }, (): Prose => [])],
  );
}

/** Tables in a row that are one: the second has no header of its own and as many columns. */
function tableOf(pieces: readonly Piece[]): Table {
  const rows: SourceRow[] = [];
  const header = pieces[0]?.table?.header ?? null;
  for (const piece of pieces) {
    const [first, ...others] = piece.table?.rows ?? [];
    const last = rows.at(-1);
    const cut =
      piece !== pieces[0] &&
      first &&
      last &&
      first.cells.some((cell) => /^\p{Ll}/u.test(plainText(cell))) &&
      first.cells.every((cell) => cell.length === 0 || /^[\p{Ll}(]/u.test(plainText(cell)));
    if (cut) {
      // A page ended in the middle of a row: cell goes on in cell (seed p.10: "financial support until a" + "first pay check clears").
      const cells = Array.from({ length: Math.max(last.cells.length, first.cells.length) }, (_, index) =>
        joinProse(last.cells[index] ?? [], first.cells[index] ?? []),
      );
      rows[rows.length - 1] = { cells, lines: { from: last.lines.from, to: first.lines.to } };
    } else if (first) rows.push(first);
    rows.push(...others);
  }
  const width = Math.max(header?.cells.length ?? 0, ...rows.map((row) => row.cells.length));
  return {
    kind: 'table',
    caption: null,
    header: header ? (widened([header.cells], width)[0] ?? null) : null,
    rows: widened(
      rows.map((row) => row.cells),
      width,
    ),
    lines: span(pieces),
  };
}

function columns(piece: Piece): number {
  return (piece.table?.rows ?? []).reduce((most, { cells }) => Math.max(most, cells.length), 0);
}

/** How many of the pieces from here make one table. */
function tableRun(pieces: readonly Piece[], from: number): number {
  const first = pieces[from];
  if (!first) return 1;
  let end = from + 1;
  for (; end < pieces.length; end += 1) {
    const piece = pieces[end];
    if (piece?.kind !== 'table' || piece.table?.header || !first.table?.header || columns(piece) !== columns(first))
      break;
  }
  return end - from;
}

/** The line below a quotation that says whose words they are: in capitals, or after a dash. */
function attributionOf(piece: Piece | undefined): Prose | null {
  if (!piece || piece.kind !== 'text' || piece.level !== null || piece.text.length > 90) return null;
  return /\p{Lu}{3}/u.test(piece.text) && !/\p{Ll}/u.test(piece.text)
    ? piece.prose
    : /^[–—]/.test(piece.text)
      ? piece.prose
      : null;
}

export function blocksOf(pieces: readonly Piece[], recovered: Recovered = new Map()): readonly Block[] {
  const blocks: Block[] = [];
  // By turns: so many pieces as a hostile page has are no arguments of one call.
  const base = pieces.reduce((least, { level }) => Math.min(least, level ?? 6), 6);
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (!piece) continue;
    if (piece.kind === 'table') {
      const count = tableRun(pieces, at);
      blocks.push(tableOf(pieces.slice(at, at + count)));
      at += count - 1;
    } else if (piece.kind === 'item') {
      const given = recovered.get(piece) ?? piece.number;
      const below = pieces[at + 1];
      // A number alone on its line belongs to the text below it (seed p.44: "1." and then "Students as Active Citizens").
      if (given !== null && piece.text === '' && below?.kind === 'text') {
        blocks.push({
          kind: 'paragraph',
          number: given,
          numbering: 'printed',
          prose: below.prose,
          lines: span([piece, below]),
        });
        at += 1;
        continue;
      }
      if (given !== null) {
        blocks.push({
          kind: 'paragraph',
          number: given,
          numbering: recovered.has(piece) || piece.marker?.startsWith('[') === true ? 'recovered' : 'printed',
          prose: piece.prose,
          lines: piece.lines,
        });
        continue;
      }
      let end = at + 1;
      while (pieces[end]?.kind === 'item' && pieces[end]?.number === null && !recovered.has(pieces[end] ?? piece))
        end += 1;
      blocks.push(listOf(pieces.slice(at, end)));
      at = end - 1;
    } else if (/^["“]/.test(piece.text) && /["”]$/.test(piece.text) && attributionOf(pieces[at + 1])) {
      blocks.push({
        kind: 'quote',
        prose: piece.prose,
        attribution: attributionOf(pieces[at + 1]),
        lines: span([piece, pieces[at + 1] ?? piece]),
      });
      at += 1;
    } else if (heads(piece, pieces[at + 1])) {
      const level = piece.level === null ? 1 : piece.level - base + 1;
      blocks.push({
        kind: 'heading',
        level: level < 2 ? 1 : level === 2 ? 2 : 3,
        prose: piece.prose,
        lines: piece.lines,
      });
    } else blocks.push({ kind: 'paragraph', number: null, numbering: null, prose: piece.prose, lines: piece.lines });
  }
  return blocks;
}
