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
  readonly end: number;
  readonly text: string;
}

interface Row {
  readonly y: number;
  readonly height: number;
  readonly cells: readonly Cell[];
}

const COLUMN_TOLERANCE = 6;
/** Blank between two cells, in heights of the letters. Justified lines have narrower ones; what stands in no column is joined again. */
const WIDE = 0.9;

/** Parts that stand on one height, from left to right, cut into cells where a wide blank stands between them. */
function rowsOf(glyphs: readonly Glyphs[]): readonly Row[] {
  const sorted = glyphs.toSorted((a, b) => b.y - a.y || a.x - b.x);
  const bands: Glyphs[][] = [];
  for (const glyph of sorted) {
    const band = bands.at(-1);
    const first = band?.[0];
    if (band && first && Math.abs(first.y - glyph.y) < Math.max(2, Math.min(first.height, glyph.height) * 0.45))
      band.push(glyph);
    else bands.push([glyph]);
  }
  return bands.map((band) => {
    const parts = band.toSorted((a, b) => a.x - b.x);
    const height = Math.max(...parts.map((part) => part.height));
    const cells: { x: number; end: number; text: string }[] = [];
    let end = -Infinity;
    for (const part of parts) {
      const last = cells.at(-1);
      const blank = part.x - end;
      if (!last || blank > height * WIDE) cells.push({ x: part.x, end: part.x + part.width, text: part.text });
      else {
        last.end = Math.max(last.end, part.x + part.width);
        last.text +=
          blank > height * 0.12 && !/\s$/.test(last.text) && !/^\s/.test(part.text) ? ` ${part.text}` : part.text;
      }
      end = Math.max(end, part.x + part.width);
    }
    return {
      y: band[0]?.y ?? 0,
      height,
      cells: cells.map((cell) => ({ x: cell.x, end: cell.end, text: cell.text.replace(/\s+/g, ' ').trim() })),
    };
  });
}

type Column = Pick<Cell, 'x' | 'end'>;

/** The column a cell stands in: it begins, ends or has its middle where the column's first cell does. */
function columnOf(columns: readonly Column[], cell: Column): number {
  const near = (first: number, second: number): boolean => Math.abs(first - second) <= COLUMN_TOLERANCE;
  const start = columns.findIndex((column) => near(column.x, cell.x));
  return start >= 0
    ? start
    : columns.findIndex((column) => near(column.end, cell.end) || near(column.x + column.end, cell.x + cell.end));
}

/** Number or bullet and its text, set apart by an indent: one line, no table. */
function isIndent(row: Row): boolean {
  return (
    row.cells.length === 2 &&
    /^(?:\d{1,3}(?:\.\d{1,3}){0,3}[.)]?|\[\d{1,3}(?:\.\d{1,3}){0,3}\]|\(?[a-z]{1,4}[.)]|[-•·▪◦●○✓❖–→➔]|o)$/i.test(
      row.cells[0]?.text ?? '',
    )
  );
}

/** How many rows from here stand in the same columns: at least two with two cells each. */
function tableFrom(
  rows: readonly Row[],
  from: number,
): { readonly end: number; readonly columns: readonly Column[] } | null {
  const first = rows[from];
  if (!first || first.cells.length < 2 || isIndent(first)) return null;
  const columns = first.cells.map(({ x, end: right }) => ({ x, end: right }));
  let end = from + 1;
  let full = 1;
  for (; end < rows.length; end += 1) {
    const row = rows[end];
    const before = rows[end - 1];
    if (!row || !before || before.y - row.y > Math.max(row.height, before.height) * 4) break;
    if (!row.cells.every((cell) => columnOf(columns, cell) >= 0)) break;
    // A single cell in the first column may be running text below the table.
    if (
      row.cells.length === 1 &&
      row.cells.every((cell) => columnOf(columns, cell) === 0) &&
      before.y - row.y > row.height * 1.9
    )
      break;
    if (row.cells.length > 1) full += 1;
  }
  return full >= 2 ? { end, columns } : null;
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|');
}

/** Lines of the table: a row begins where the step is wider than between wrapped lines, or the first column speaks again. */
function tableLines(rows: readonly Row[], columns: readonly Column[]): readonly string[] {
  const steps = rows.slice(1).map((row, index) => (rows[index]?.y ?? 0) - row.y);
  const least = Math.min(...steps);
  const uneven = Math.max(...steps) > least * 1.25;
  const done: string[][] = [];
  for (const [index, row] of rows.entries()) {
    const first = row.cells.some((cell) => columnOf(columns, cell) === 0);
    const wide = index > 0 && (steps[index - 1] ?? 0) > least * 1.25;
    const begins =
      index === 0 ||
      (uneven
        ? wide ||
          (first &&
            row.cells.length === columns.length &&
            (done.at(-1) ?? []).every((cell) => cell !== '') &&
            !/^\p{Ll}/u.test(row.cells[0]?.text ?? ''))
        : first);
    if (begins) done.push(columns.map(() => ''));
    const cells = done.at(-1) ?? [];
    for (const cell of row.cells) {
      const at = Math.max(0, columnOf(columns, cell));
      cells[at] = [cells[at], cell.text].filter(Boolean).join(' ');
    }
  }
  return done.map((cells) => `| ${cells.map(escaped).join(' | ')} |`);
}

/** Rows in large type that only ended because the page did: the next word would not have fitted. "Children & Young People" + "Board". */
function withWholeHeadings(rows: readonly Row[], width: number): readonly Row[] {
  const heights = rows.map(({ height }) => height).toSorted((a, b) => a - b);
  const usual = heights[Math.floor(heights.length / 2)] ?? 10;
  const right = width - Math.min(...rows.flatMap((row) => row.cells.map(({ x }) => x)));
  const done: Row[] = [];
  for (const row of rows) {
    const before = done.at(-1);
    const [last, first] = [before?.cells[0], row.cells[0]];
    if (
      before &&
      last &&
      first &&
      before.cells.length === 1 &&
      row.cells.length === 1 &&
      row.height > usual * 1.12 &&
      Math.abs(before.height - row.height) < 0.5 &&
      before.y - row.y < row.height * 1.7 &&
      Math.abs(last.x - first.x) < COLUMN_TOLERANCE
    ) {
      const word = first.text.search(/\s|$/);
      const room = ((first.end - first.x) * (word + 1)) / Math.max(1, first.text.length);
      if (last.end + room > right) {
        done[done.length - 1] = {
          ...before,
          y: row.y,
          cells: [{ x: last.x, end: first.end, text: `${last.text} ${first.text}` }],
        };
        continue;
      }
    }
    done.push(row);
  }
  return done;
}

/** A number in the margin, apart from its text, keeps its distance: so it is known as a number later. */
function lineOf(row: Row): string {
  const [first] = row.cells;
  return row.cells.map(({ text }) => text).join(isIndent(row) && /^[\d[]/.test(first?.text ?? '') ? '\t' : ' ');
}

/** Lines of one page. A blank line stands where the page leaves more room than between lines. */
export function pageLines(glyphs: readonly Glyphs[], width = Infinity): readonly string[] {
  const rows = withWholeHeadings(rowsOf(glyphs), width);
  const heights = rows.map(({ height }) => height).toSorted((a, b) => a - b);
  const usual = heights[Math.floor(heights.length / 2)] ?? 10;
  const lines: string[] = [];
  for (let at = 0; at < rows.length;) {
    const row = rows[at];
    const before = rows[at - 1];
    if (!row) break;
    if (
      before &&
      (before.y - row.y > Math.max(usual, Math.min(row.height, before.height)) * 1.55 ||
        Math.abs(before.height - row.height) > usual * 0.2)
    )
      lines.push('');
    const table = tableFrom(rows, at);
    if (table) {
      if (lines.at(-1) !== '') lines.push('');
      lines.push(...tableLines(rows.slice(at, table.end), table.columns), '');
      at = table.end;
    } else {
      lines.push(lineOf(row));
      at += 1;
    }
  }
  return lines;
}
