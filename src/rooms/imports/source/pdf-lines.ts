/** Positions on a page into lines of text; lines whose parts stand in columns become rows of a table. */

export interface Glyphs {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Cell {
  readonly x: number;
  readonly text: string;
}

interface Row {
  readonly y: number;
  readonly height: number;
  readonly cells: readonly Cell[];
}

const COLUMN_TOLERANCE = 6;

/** Parts that stand on one height, from left to right, cut into cells where a wide blank stands between them. */
function rowsOf(glyphs: readonly Glyphs[]): readonly Row[] {
  const sorted = glyphs.toSorted((a, b) => b.y - a.y || a.x - b.x);
  const bands: Glyphs[][] = [];
  for (const glyph of sorted) {
    const band = bands.at(-1);
    const first = band?.[0];
    if (band && first && Math.abs(first.y - glyph.y) < Math.max(2, Math.min(first.height, glyph.height) * 0.45)) band.push(glyph);
    else bands.push([glyph]);
  }
  return bands.map((band) => {
    const parts = band.toSorted((a, b) => a.x - b.x);
    const height = Math.max(...parts.map((part) => part.height));
    const cells: { x: number; text: string }[] = [];
    let end = -Infinity;
    for (const part of parts) {
      const last = cells.at(-1);
      const blank = part.x - end;
      if (!last || blank > height * 1.6) cells.push({ x: part.x, text: part.text });
      else last.text += blank > height * 0.12 && !/\s$/.test(last.text) && !/^\s/.test(part.text) ? ` ${part.text}` : part.text;
      end = Math.max(end, part.x + part.width);
    }
    return { y: band[0]?.y ?? 0, height, cells: cells.map((cell) => ({ x: cell.x, text: cell.text.replace(/\s+/g, ' ').trim() })) };
  });
}

function columnOf(columns: readonly number[], x: number): number {
  return columns.findIndex((column) => Math.abs(column - x) <= COLUMN_TOLERANCE);
}

/** Number or bullet and its text, set apart by an indent: one line, no table. */
function isIndent(row: Row): boolean {
  return row.cells.length === 2 && /^(?:\d{1,3}(?:\.\d{1,3}){0,3}[.)]?|\(?[a-z]{1,4}[.)]|[-•·▪◦●○✓❖–]|o)$/i.test(row.cells[0]?.text ?? '');
}

/** How many rows from here stand in the same columns: at least two with two cells each. */
function tableFrom(rows: readonly Row[], from: number): { readonly end: number; readonly columns: readonly number[] } | null {
  const first = rows[from];
  if (!first || first.cells.length < 2 || isIndent(first)) return null;
  const columns = first.cells.map(({ x }) => x);
  let end = from + 1;
  let full = 1;
  for (; end < rows.length; end += 1) {
    const row = rows[end];
    const before = rows[end - 1];
    if (!row || !before || before.y - row.y > Math.max(row.height, before.height) * 4) break;
    if (!row.cells.every(({ x }) => columnOf(columns, x) >= 0)) break;
    // A single cell in the first column may be running text below the table.
    if (row.cells.length === 1 && columnOf(columns, row.cells[0]?.x ?? 0) === 0 && before.y - row.y > row.height * 1.9) break;
    if (row.cells.length > 1) full += 1;
  }
  return full >= 2 ? { end, columns } : null;
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|');
}

/** Lines of the table: a row begins where the step is wider than between wrapped lines, or the first column speaks again. */
function tableLines(rows: readonly Row[], columns: readonly number[]): readonly string[] {
  const steps = rows.slice(1).map((row, index) => (rows[index]?.y ?? 0) - row.y);
  const least = Math.min(...steps);
  const uneven = Math.max(...steps) > least * 1.25;
  const done: string[][] = [];
  for (const [index, row] of rows.entries()) {
    const first = row.cells.some(({ x }) => columnOf(columns, x) === 0);
    const wide = index > 0 && (steps[index - 1] ?? 0) > least * 1.25;
    const begins = index === 0 || (uneven ? wide || (first && row.cells.length === columns.length && (done.at(-1) ?? []).every((cell) => cell !== '') && !/^\p{Ll}/u.test(row.cells[0]?.text ?? '')) : first);
    if (begins) done.push(columns.map(() => ''));
    const cells = done.at(-1) ?? [];
    for (const cell of row.cells) {
      const at = Math.max(0, columnOf(columns, cell.x));
      cells[at] = [cells[at], cell.text].filter(Boolean).join(' ');
    }
  }
  return done.map((cells) => `| ${cells.map(escaped).join(' | ')} |`);
}

/** Lines of one page. A blank line stands where the page leaves more room than between lines. */
export function pageLines(glyphs: readonly Glyphs[]): readonly string[] {
  const rows = rowsOf(glyphs);
  const heights = rows.map(({ height }) => height).toSorted((a, b) => a - b);
  const usual = heights[Math.floor(heights.length / 2)] ?? 10;
  const lines: string[] = [];
  for (let at = 0; at < rows.length; ) {
    const row = rows[at];
    const before = rows[at - 1];
    if (!row) break;
    if (before && (before.y - row.y > Math.max(usual, Math.min(row.height, before.height)) * 1.55 || Math.abs(before.height - row.height) > usual * 0.2)) lines.push('');
    const table = tableFrom(rows, at);
    if (table) {
      if (lines.at(-1) !== '') lines.push('');
      lines.push(...tableLines(rows.slice(at, table.end), table.columns), '');
      at = table.end;
    } else {
      lines.push(row.cells.map(({ text }) => text).join(' '));
      at += 1;
    }
  }
  return lines;
}
