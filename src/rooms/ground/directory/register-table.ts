/**
 * A table as registers publish it: comma-separated, UTF-8 or windows-1252, any line ends, text in quotes over several
 * lines. Columns are found by name, never by place: each download of the register has had others (111, 120, 133 of them).
 * Only the columns asked for are ever taken out of the row, so that what is not asked for (head teachers' names) is nowhere.
 */
import { type CsvFaultKind, type CsvRecord, csvRecords } from '#base/csv-reading.js';
import { ok, refused, type Result } from '#base/result.js';
import type { FileProblem, RowProblem } from './words.js';

const rowsSaid = 20;

/** What a form takes of a file: far more than a right one has, and little enough to be read in a moment. */
export interface TableLimits {
  readonly bytes: number;
  readonly rows: number;
  /** In one row. */
  readonly cells: number;
  /** Characters of one cell. */
  readonly cell: number;
}

/** The register of schools of England has 60 megabytes, 52,000 rows and up to 140 columns. */
export const registerLimits: TableLimits = { bytes: 200_000_000, rows: 500_000, cells: 400, cell: 100_000 };

export interface Columns<Key extends string> {
  readonly required: Readonly<Partial<Record<Key, string>>>;
  readonly optional: Readonly<Partial<Record<Key, string>>>;
  /** What the file is and where it comes from: "the register of schools (CSV, ...)". */
  readonly source: string;
  readonly limits: TableLimits;
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

/** A table whose columns were found and none of whose rows was judged: it can go from one process to another. */
export interface NamedTable<Key extends string> {
  readonly rows: readonly { readonly line: number; readonly cells: Readonly<Partial<Record<Key, string>>> }[];
  readonly has: ReadonlySet<Key>;
  /** Rows that cannot be taken apart: the first of them, and how many. */
  readonly broken: readonly RowProblem[];
  readonly brokenLines: number;
}

export interface Table<T> {
  readonly rows: readonly T[];
  readonly has: ReadonlySet<string>;
}

function problem(
  code: FileProblem['code'],
  message: string,
  rows: readonly RowProblem[] = [],
  broken = 0,
): { readonly ok: false; readonly problem: FileProblem } {
  return refused({ code, message, rows, broken });
}

/** The text, or what the file is in place of text. */
function decoded(bytes: Uint8Array): Result<string, string> {
  const starts = (...given: readonly number[]) => given.every((byte, at) => bytes[at] === byte);
  if (starts(0x50, 0x4b, 3, 4))
    return refused('an Excel workbook or a zip archive: unpack it, or save the sheet as CSV');
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

function delimiterOf(text: string): ',' | ';' | '\t' {
  const first = text.slice(0, 20_000).split(/\r?\n/, 1)[0] ?? '';
  const count = (mark: string) => first.split(mark).length;
  return ([',', ';', '\t'] as const).reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function plain(name: string): string {
  return name.replace(/\s+/g, ' ').trim().toLowerCase();
}

function shortened(found: string): string {
  return found.length > 80 ? `${found.slice(0, 80)} …` : found;
}

const faultRules: Readonly<
  Record<Exclude<CsvFaultKind, 'too many rows' | 'too many cells' | 'cell too long'>, string>
> = {
  'quotation mark not closed': 'a quotation mark that opens a cell must be closed again',
  'quotation mark inside a cell':
    'a cell that holds a quotation mark stands in quotation marks, and the mark is written twice',
};

/** What the bytes are in place of a table, or their text. */
function tableText<Key extends string>(
  bytes: Uint8Array,
  { source, limits }: Columns<Key>,
): Result<string, FileProblem> {
  if (bytes.length > limits.bytes)
    return problem(
      'too large',
      `The file has ${(bytes.length / 1e6).toFixed(1)} MB, and at most ${limits.bytes / 1e6} MB are read. Is it ${source}? If it is, cut it in two.`,
    );
  const text = decoded(bytes);
  if (!text.ok) return problem('not a table', `The file is ${text.problem}. What is wanted is ${source}.`);
  const start = text.value.slice(0, 1000).trimStart();
  if (start.startsWith('<'))
    return problem(
      'not a table',
      `The file is a web page or XML, perhaps an error page saved in its place. What is wanted is ${source}.`,
    );
  if (start.startsWith('{') || start.startsWith('['))
    return problem('not a table', `The file is JSON. What is wanted is ${source}.`);
  if (text.value.trim() === '') return problem('no rows', `The file is empty. What is wanted is ${source}.`);
  return text;
}

interface Head<Key extends string> {
  readonly width: number;
  readonly places: ReadonlyMap<Key, number>;
}

function headOf<Key extends string>(cells: readonly string[], columns: Columns<Key>): Result<Head<Key>, FileProblem> {
  const names: Partial<Record<Key, string>> = { ...columns.optional, ...columns.required };
  const keys = Object.keys(names) as Key[];
  const found = cells.map(plain);
  const twice = keys.filter((key) => found.filter((name) => name === plain(names[key] ?? '')).length > 1);
  if (twice.length > 0)
    return problem(
      'columns twice',
      `The column ${twice.map((key) => `“${names[key]}”`).join(', ')} stands in the first row more than once, ` +
        `so that nobody can say which is meant. Take one away. What is wanted is ${columns.source}.`,
    );
  const places = new Map(
    keys.map((key) => [key, found.indexOf(plain(names[key] ?? ''))] as const).filter(([, at]) => at >= 0),
  );
  const missing = (Object.keys(columns.required) as Key[]).filter((key) => !places.has(key));
  if (missing.length === 0) return ok({ width: cells.length, places });
  return problem(
    'columns missing',
    `The first row does not name ${missing.map((key) => `“${names[key]}”`).join(', ')}. It must hold the names ` +
      `of the columns, and these are needed. What is wanted is ${columns.source}.`,
  );
}

const linesLookedAt = 10;

/** A title stands above the names in many tables: then the line that has them is said. */
function headBelow<Key extends string>(
  missing: { readonly ok: false; readonly problem: FileProblem },
  records: Generator<CsvRecord>,
  columns: Columns<Key>,
): { readonly ok: false; readonly problem: FileProblem } {
  for (const { line, cells } of records.take(linesLookedAt)) {
    if (headOf(cells, columns).ok)
      return refused({
        ...missing.problem,
        message: `The names of the columns stand in line ${line}. They must stand in the first: take the lines above them away.`,
      });
  }
  return missing;
}

function spills<Key extends string>(
  cells: readonly string[],
  { width, places }: Head<Key>,
  { spilling }: Columns<Key>,
): boolean {
  return (
    spilling !== undefined &&
    places.get(spilling.key) === width - 1 &&
    cells.length > width &&
    cells.slice(width - 1).every((cell) => spilling.form.test(cell))
  );
}

/** Only the columns asked for, trimmed. PostgreSQL keeps no NUL, and half a character is none. */
function namedCells<Key extends string>(
  cells: readonly string[],
  { width, places }: Head<Key>,
): Partial<Record<Key, string>> {
  const named: Partial<Record<Key, string>> = {};
  for (const [key, at] of places)
    named[key] = (at === width - 1 ? cells.slice(at) : cells.slice(at, at + 1))
      .join(', ')
      .replaceAll('\0', '')
      .toWellFormed()
      .trim();
  return named;
}

/** Finds the named columns of a table, within its limits. Pure and heavy: a file from outside is read aside (`readTableAside`). */
export function namedTable<Key extends string>(
  bytes: Uint8Array,
  columns: Columns<Key>,
): Result<NamedTable<Key>, FileProblem> {
  const { limits, source } = columns;
  const text = tableText(bytes, columns);
  if (!text.ok) return text;
  const rows: { line: number; cells: Partial<Record<Key, string>> }[] = [];
  const broken: RowProblem[] = [];
  let brokenLines = 0;
  const say = (line: number, found: string, rule: string): void => {
    brokenLines += 1;
    if (broken.length < rowsSaid) broken.push({ line, column: null, found: shortened(found), rule });
  };
  let head: Head<Key> | null = null;
  // One row more: the first holds the names.
  const delimiter = delimiterOf(text.value);
  const records = csvRecords(text.value, delimiter, { ...limits, rows: limits.rows + 1 });
  for (;;) {
    const { done, value } = records.next();
    if (done) {
      if (value === null) break;
      if (value.kind === 'too many rows')
        return problem(
          'too large',
          `The file has more than ${limits.rows} rows, and at most ${limits.rows} are taken at once. Is it ${source}? If it is, cut it in two.`,
        );
      if (head === null)
        return problem(
          'not a table',
          `The first row cannot be read as names of ` +
            `columns${value.kind === 'too many cells' ? `: it has more than ${limits.cells} cells` : ''}. What is ` +
            `wanted is ${source}.`,
        );
      if (value.kind === 'too many cells')
        say(
          value.line,
          `more than ${limits.cells} cells`,
          `each row has as many cells as the first row has names: ${head.width}`,
        );
      else if (value.kind === 'cell too long')
        say(
          value.line,
          `more than ${limits.cell} characters`,
          `a cell has at most ${limits.cell} characters, and ${faultRules['quotation mark not closed']}`,
        );
      else say(value.line, '', faultRules[value.kind]);
      break;
    }
    const { line, cells } = value;
    if (head === null) {
      // What some spreadsheets put first, to say what stands between cells.
      if (line === 1 && cells.join(delimiter) === `sep=${delimiter}`) continue;
      const found = headOf(cells, columns);
      if (!found.ok) return found.problem.code === 'columns missing' ? headBelow(found, records, columns) : found;
      head = found.value;
    } else if (cells.length === 1 && cells[0]?.trim() === '') continue;
    // Cells of such a row stand under the wrong names from some place on: none of them can be believed.
    else if (cells.length !== head.width && !spills(cells, head, columns))
      say(line, `${cells.length} cells`, `each row has as many cells as the first row has names: ${head.width}`);
    else rows.push({ line, cells: namedCells(cells, head) });
  }
  return ok({ rows, has: new Set(head?.places.keys()), broken, brokenLines });
}

/** Judges a table row by row through `make`; a row for which it refuses something is not taken, and one such row refuses the file. */
export function judgedTable<Key extends string, T>(
  table: NamedTable<Key>,
  columns: Columns<Key>,
  make: (row: Row<Key>) => T | null,
): Result<Table<T>, FileProblem> {
  const names: Partial<Record<Key, string>> = { ...columns.optional, ...columns.required };
  const rows: T[] = [];
  const said: RowProblem[] = [];
  const lines = new Set<number>();
  for (const { line, cells } of table.rows) {
    let refusedHere = false;
    const made = make({
      line,
      cell: (key) => cells[key] ?? '',
      refuse: (key, rule) => {
        refusedHere = true;
        lines.add(line);
        if (said.length < rowsSaid)
          said.push({ line, column: names[key] ?? key, found: shortened(cells[key] ?? ''), rule });
      },
    });
    if (made !== null && !refusedHere) rows.push(made);
  }
  const broken = lines.size + table.brokenLines;
  if (broken > 0) {
    const all = [...table.broken, ...said].toSorted((a, b) => a.line - b.line).slice(0, rowsSaid);
    const [first] = all;
    const where = first
      ? `Line ${first.line}${first.column === null ? '' : `, column “${first.column}”`}${first.found === '' ? '' : ` (${first.found})`}: ${first.rule}.`
      : '';
    const more = broken === 1 ? 'This is the only such row.' : `${broken} rows are broken.`;
    return problem(
      'broken rows',
      `${where} ${more} Nothing was saved. Put ${broken === 1 ? 'it' : 'them'} right, or download the file again, and import it once more.`,
      all,
      broken,
    );
  }
  if (rows.length === 0)
    return problem('no rows', `The file has names of columns and no rows. What is wanted is ${columns.source}.`);
  return ok({ rows, has: table.has });
}

/** Reads a table and judges it, here and now: for what already runs aside, and for files of our own. */
export function readTable<Key extends string, T>(
  bytes: Uint8Array,
  columns: Columns<Key>,
  make: (row: Row<Key>) => T | null,
): Result<Table<T>, FileProblem> {
  const table = namedTable(bytes, columns);
  return table.ok ? judgedTable(table.value, columns, make) : table;
}
