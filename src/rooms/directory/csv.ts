/**
 * A table as registers publish it: comma-separated, UTF-8 or windows-1252, any line ends, text in quotes over several
 * lines. Columns are found by name, never by place: each download of the register has had others (111, 120, 133 of them).
 * Only the columns asked for are ever taken out of the row, so that what is not asked for (head teachers' names) is nowhere.
 */
import { CsvError, parse } from 'csv-parse/sync';
import { ok, refused, type Result } from '#base/result.js';
import type { FileProblem, RowProblem } from './words.js';

/** The whole register of England has 60 megabytes. */
const bytesAtMost = 200_000_000;
const rowsSaid = 20;
const cellAtMost = 1_000_000;

export interface Columns<Key extends string> {
  readonly required: Readonly<Partial<Record<Key, string>>>;
  readonly optional: Readonly<Partial<Record<Key, string>>>;
  /** What the file is and where it comes from: "the register of schools (CSV, ...)". */
  readonly source: string;
  /** A column of several values, each in a cell of its own and with one name for all: it stands last, and what is over belongs to it if it has this form. */
  readonly spilling?: { readonly key: Key; readonly form: RegExp };
}

export interface Row<Key extends string> {
  readonly line: number;
  /** The cell, trimmed; '' where it is empty or the file has no such column. */
  cell(key: Key): string;
  /** Says that this row breaks a rule. */
  refuse(key: Key, rule: string): void;
}

export interface Table<T> {
  readonly rows: readonly T[];
  readonly has: ReadonlySet<string>;
}

function problem(code: FileProblem['code'], message: string, rows: readonly RowProblem[] = [], broken = 0): { readonly ok: false; readonly problem: FileProblem } {
  return refused({ code, message, rows, broken });
}

/** The text, or what the file is in place of text. */
function decoded(bytes: Uint8Array): Result<string, string> {
  const starts = (...given: readonly number[]) => given.every((byte, at) => bytes[at] === byte);
  if (starts(0x50, 0x4b, 3, 4)) return refused('an Excel workbook or a zip archive: unpack it, or save the sheet as CSV');
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return refused('an old Excel workbook: save the sheet as CSV');
  if (starts(0x1f, 0x8b)) return refused('a compressed file: unpack it first');
  if (starts(0x25, 0x50, 0x44, 0x46)) return refused('a PDF');
  if (starts(0xff, 0xfe)) return ok(new TextDecoder('utf-16le').decode(bytes));
  if (starts(0xfe, 0xff)) return ok(new TextDecoder('utf-16be').decode(bytes));
  if (bytes.subarray(0, 10_000).includes(0)) return refused('no text');
  try {
    // Takes the byte order mark away, if there is one.
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return ok(new TextDecoder('windows-1252').decode(bytes));
  }
}

function delimiterOf(text: string): string {
  const first = text.slice(0, 20_000).split(/\r?\n/, 1)[0] ?? '';
  const count = (mark: string) => first.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function plain(name: string): string {
  return name.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Reads the named columns of a table, row by row, through `make`; a row for which it refuses something is not taken, and one such row refuses the file. */
export function readTable<Key extends string, T>(bytes: Uint8Array, columns: Columns<Key>, make: (row: Row<Key>) => T | null): Result<Table<T>, FileProblem> {
  if (bytes.length > bytesAtMost) return problem('too large', `The file has ${Math.round(bytes.length / 1e6)} megabytes, and at most ${bytesAtMost / 1e6} are read. Is it ${columns.source}?`);
  const text = decoded(bytes);
  if (!text.ok) return problem('not a table', `The file is ${text.problem}. What is wanted is ${columns.source}.`);
  if (/^\s*</.test(text.value)) return problem('not a table', `The file is a web page or XML, perhaps an error page saved in its place. What is wanted is ${columns.source}.`);
  if (/^\s*[{[]/.test(text.value)) return problem('not a table', `The file is JSON. What is wanted is ${columns.source}.`);
  if (text.value.trim() === '') return problem('no rows', `The file is empty. What is wanted is ${columns.source}.`);

  const places = new Map<Key, number>();
  const names: Partial<Record<Key, string>> = { ...columns.optional, ...columns.required };
  const keys = Object.keys(names) as Key[];
  const rows: T[] = [];
  const said: RowProblem[] = [];
  const brokenLines = new Set<number>();
  let width = 0;
  let headProblem: ReturnType<typeof problem> | null = null;

  function say(line: number, column: string | null, found: string, rule: string): void {
    brokenLines.add(line);
    if (said.length < rowsSaid) said.push({ line, column, found: found.length > 80 ? `${found.slice(0, 80)} …` : found, rule });
  }

  function takeHead(cells: readonly string[]): ReturnType<typeof problem> | null {
    width = cells.length;
    const found = cells.map(plain);
    const twice = keys.filter((key) => found.filter((name) => name === plain(names[key] ?? '')).length > 1);
    if (twice.length > 0) return problem('columns twice', `The column ${twice.map((key) => `“${names[key]}”`).join(', ')} stands in the first row more than once, so that nobody can say which is meant. Take one away. What is wanted is ${columns.source}.`);
    for (const key of keys) {
      const at = found.indexOf(plain(names[key] ?? ''));
      if (at >= 0) places.set(key, at);
    }
    const missing = (Object.keys(columns.required) as Key[]).filter((key) => !places.has(key));
    if (missing.length === 0) return null;
    return problem('columns missing', `The first row does not name ${missing.map((key) => `“${names[key]}”`).join(', ')}. It must hold the names of the columns, and these are needed. What is wanted is ${columns.source}.`);
  }

  function spills(cells: readonly string[]): boolean {
    const { spilling } = columns;
    return spilling !== undefined && places.get(spilling.key) === width - 1 && cells.length > width && cells.slice(width - 1).every((cell) => spilling.form.test(cell));
  }

  function take(cells: readonly string[], line: number): void {
    if (cells.length === 1 && cells[0]?.trim() === '') return;
    if (cells.length !== width && !spills(cells)) {
      // Cells of such a row stand under the wrong names from some place on: none of them can be believed.
      say(line, null, `${cells.length} cells`, `each row has as many cells as the first row has names: ${width}`);
      return;
    }
    let refusedHere = false;
    const made = make({
      line,
      cell: (key) => {
        const at = places.get(key);
        // PostgreSQL keeps no NUL, and half a character is none.
        const given = at === undefined ? [] : at === width - 1 ? cells.slice(at) : cells.slice(at, at + 1);
        return given.join(', ').replaceAll('\0', '').toWellFormed().trim();
      },
      refuse: (key, rule) => {
        refusedHere = true;
        say(line, names[key] ?? key, (cells[places.get(key) ?? -1] ?? '').trim(), rule);
      },
    });
    if (made !== null && !refusedHere) rows.push(made);
  }

  let line = 1;
  let records = 0;
  try {
    parse(text.value, {
      delimiter: delimiterOf(text.value),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: cellAtMost,
      onRecord: (cells: string[], { lines }: { readonly lines: number }) => {
        records += 1;
        // `lines` is where the record ends; a cell in quotation marks may have begun lines before.
        const at = lines - cells.reduce((sum, cell) => sum + cell.split(/\r\n|\n|\r/).length - 1, 0);
        line = lines + 1;
        if (headProblem) return null;
        if (records === 1) headProblem = takeHead(cells);
        else take(cells, at);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (records === 0) return problem('not a table', `The first row cannot be read as names of columns. What is wanted is ${columns.source}.`);
    say(line, null, '', error.code === 'CSV_MAX_RECORD_SIZE' || error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quotation mark that opens a cell must be closed again' : 'a cell that holds a quotation mark stands in quotation marks, and the mark is written twice');
  }
  if (headProblem) return headProblem;
  if (brokenLines.size > 0) {
    const [first] = said;
    const where = first ? `Line ${first.line}${first.column === null ? '' : `, column “${first.column}”`}${first.found === '' ? '' : ` (${first.found})`}: ${first.rule}.` : '';
    const more = brokenLines.size === 1 ? 'This is the only such row.' : `${brokenLines.size} rows are broken.`;
    return problem('broken rows', `${where} ${more} Nothing was saved. Put ${brokenLines.size === 1 ? 'it' : 'them'} right, or download the file again, and import it once more.`, said, brokenLines.size);
  }
  if (rows.length === 0) return problem('no rows', `The file has names of columns and no rows. What is wanted is ${columns.source}.`);
  return ok({ rows, has: new Set(places.keys()) });
}
