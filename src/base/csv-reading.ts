/**
 * Records of a table as CSV (RFC 4180), read in one pass and within limits: any line ends, quotation marks around a cell that holds commas, lines
 * or marks. What breaks a limit or a rule ends the reading at once, so that 50 MB of commas cost what the first few hundred do.
 */

export interface CsvLimits {
  readonly rows: number;
  /** In one row. */
  readonly cells: number;
  /** Characters of one cell. */
  readonly cell: number;
}

export interface CsvRecord {
  /** Where it begins; a cell in quotation marks may hold further lines. */
  readonly line: number;
  readonly cells: readonly string[];
}

export type CsvFaultKind =
  | 'quotation mark not closed'
  | 'quotation mark inside a cell'
  | 'too many rows'
  | 'too many cells'
  | 'cell too long';

export interface CsvFault {
  readonly kind: CsvFaultKind;
  readonly line: number;
}

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/** Gives record after record, without empty lines; returns what ended the reading early, or null. */
export function* csvRecords(
  text: string,
  delimiter: ',' | ';' | '\t',
  limits: CsvLimits,
): Generator<CsvRecord, CsvFault | null> {
  const mark = delimiter.charCodeAt(0);
  let at = 0;
  let line = 1;
  let rows = 0;
  while (at < text.length) {
    const began = line;
    const cells: string[] = [];
    for (;;) {
      const read =
        text.charCodeAt(at) === quote ? quotedCell(text, at, limits.cell) : plainCell(text, at, mark, limits.cell);
      if ('kind' in read) return { kind: read.kind, line: began };
      if (cells.length >= limits.cells) return { kind: 'too many cells', line: began };
      cells.push(read.cell);
      line += read.lines;
      at = read.end;
      if (text.charCodeAt(at) !== mark) break;
      at += 1;
    }
    if (at < text.length) {
      const sign = text.charCodeAt(at);
      if (sign !== lineFeed && sign !== carriageReturn) return { kind: 'quotation mark inside a cell', line: began };
      at += sign === carriageReturn && text.charCodeAt(at + 1) === lineFeed ? 2 : 1;
      line += 1;
    }
    if (cells.length === 1 && cells[0] === '') continue;
    rows += 1;
    if (rows > limits.rows) return { kind: 'too many rows', line: began };
    yield { line: began, cells };
  }
  return null;
}

type Cell = { readonly cell: string; readonly end: number; readonly lines: number } | { readonly kind: CsvFaultKind };

function plainCell(text: string, from: number, mark: number, atMost: number): Cell {
  let end = from;
  for (; end < text.length; end += 1) {
    const sign = text.charCodeAt(end);
    if (sign === mark || sign === lineFeed || sign === carriageReturn) break;
    if (sign === quote) return { kind: 'quotation mark inside a cell' };
    if (end - from >= atMost) return { kind: 'cell too long' };
  }
  return { cell: text.slice(from, end), end, lines: 0 };
}

/** A cell from its opening mark on; a mark inside it is written twice. */
function quotedCell(text: string, from: number, atMost: number): Cell {
  let end = from + 1;
  let marks = 0;
  let lines = 0;
  for (; ; end += 1) {
    if (end >= text.length) return { kind: 'quotation mark not closed' };
    if (end - from > atMost) return { kind: 'cell too long' };
    const sign = text.charCodeAt(end);
    if (sign === quote) {
      if (text.charCodeAt(end + 1) !== quote) break;
      end += 1;
      marks += 1;
    } else if (sign === lineFeed || (sign === carriageReturn && text.charCodeAt(end + 1) !== lineFeed)) lines += 1;
  }
  const inside = text.slice(from + 1, end);
  return { cell: marks === 0 ? inside : inside.replaceAll('""', '"'), end: end + 1, lines };
}
