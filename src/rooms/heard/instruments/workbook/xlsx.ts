/**
 * The sheets of an .xlsx file as text (ECMA-376, part 1, 18.3 and 18.4), within limits: a workbook is a zip, a small zip can hold a very large
 * sheet, and a cell can say that it stands in column 16,384 of row 1,048,576. Only the parts that a form has are opened.
 */
import { type Result, ok, refused } from '#base/result.js';
import type { CellProblem, FormSheets } from '../xlsform.js';
import { readXml, XmlProblem } from './xml.js';
import { openZip, type Zip, type ZipFault, ZipProblem } from './zip.js';

export const fileAtMost = 2_000_000;
const unpackedAtMost = 30_000_000;
const entriesAtMost = 2000;
const sheetsAtMost = 200;
const rowsAtMost = 2000;
const columnsAtMost = 200;
const textsAtMost = 200_000;
const cellAtMost = 32_767;

const wanted = ['survey', 'choices', 'settings'] as const;

/** Refuses a workbook from wherever its reading has come. */
class Refusal extends Error {
  readonly problem: CellProblem;

  constructor(problem: CellProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

const zipWords: Readonly<Record<ZipFault, string>> = {
  'not a zip': 'The file is not an Excel workbook (.xlsx). Save it as .xlsx and send it again',
  damaged: 'The workbook cannot be read. Open it, save it as .xlsx once more, and send it again',
  'too many entries': `The workbook has more than ${entriesAtMost} parts. A form has text only: take pictures and further sheets out of it`,
  'too large':
    'The workbook unpacks to more than 30 MB. A form has text only: take pictures and further sheets out of it',
};

/** Reads a workbook; refuses what is none, what is too large, and what has no sheet "survey". Heavy: a file from outside is read aside. */
export function readSheets(bytes: Uint8Array): Result<FormSheets, readonly CellProblem[]> {
  const refuse = (message: string) => refused([{ cell: 'the file', message }]);
  if (bytes.length > fileAtMost)
    return refuse('The file is larger than 2 MB. A form has text only: take pictures out of it');
  if (isOldExcel(bytes))
    return refuse(
      'The file is an old Excel workbook (.xls), whatever its name says. Open it, save it as .xlsx, and send it again',
    );
  try {
    const zip = openZip(bytes, { entries: entriesAtMost, bytes: unpackedAtMost });
    const sheets = sheetPaths(zip);
    const survey = sheets.get('survey');
    if (survey === undefined) return refuse('The workbook has no sheet “survey”');
    const texts = sharedTexts(zip);
    const dates = dateStyles(zip);
    const read = (name: (typeof wanted)[number]) => {
      const path = sheets.get(name);
      return path === undefined ? [] : sheetRows(part(zip, path), name, texts, dates);
    };
    return ok({ survey: read('survey'), choices: read('choices'), settings: read('settings') });
  } catch (fault) {
    if (fault instanceof ZipProblem) return refuse(zipWords[fault.fault]);
    if (fault instanceof XmlProblem) return refuse(zipWords.damaged);
    if (fault instanceof Refusal) return refused([fault.problem]);
    throw fault;
  }
}

/** The mark of the older format (MS-CFB 2.2); it also holds workbooks with a password. */
function isOldExcel(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte);
}

function optionalPart(zip: Zip, path: string): string | null {
  const bytes = zip.open(path);
  return bytes && new TextDecoder().decode(bytes);
}

function part(zip: Zip, path: string): string {
  const text = optionalPart(zip, path);
  if (text === null) throw new ZipProblem('damaged');
  return text;
}

const nothing = { open: () => undefined, text: () => undefined, close: () => undefined };

/** By the name of a sheet, in small letters, where it lies. */
function sheetPaths(zip: Zip): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  readXml(part(zip, 'xl/_rels/workbook.xml.rels'), {
    ...nothing,
    open(name, attribute) {
      if (name === 'Relationship') targets.set(attribute('Id') ?? '', attribute('Target') ?? '');
    },
  });
  const sheets = new Map<string, string>();
  let count = 0;
  readXml(part(zip, 'xl/workbook.xml'), {
    ...nothing,
    open(name, attribute) {
      if (name !== 'sheet') return;
      count += 1;
      if (count > sheetsAtMost)
        throw new Refusal({
          cell: 'the file',
          message: `The workbook has more than ${sheetsAtMost} sheets. A form has three: survey, choices and settings`,
        });
      const target = targets.get(attribute('id') ?? '') ?? '';
      const title = (attribute('name') ?? '').trim().toLowerCase();
      if (!sheets.has(title)) sheets.set(title, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  return sheets;
}

/** Texts that cells name by their number. Pronunciations (rPh) are left out. */
function sharedTexts(zip: Zip): readonly string[] {
  const source = optionalPart(zip, 'xl/sharedStrings.xml');
  if (source === null) return [];
  const texts: string[] = [];
  const gather = gatherer();
  readXml(source, {
    open(name) {
      if (name === 'si' && texts.length >= textsAtMost)
        throw new Refusal({
          cell: 'the file',
          message: `The workbook has more than ${textsAtMost} texts. A form has fewer: take further sheets out of it`,
        });
      gather.open(name);
    },
    text: gather.text,
    close(name) {
      gather.close(name);
      if (name === 'si') texts.push(gather.take());
    },
  });
  return texts;
}

/** Gathers what stands in the `t` elements of a text, without its pronunciations. */
function gatherer() {
  let parts: string[] = [];
  let isText = false;
  let isSpoken = false;
  return {
    open(name: string): void {
      if (name === 'rPh') isSpoken = true;
      if (name === 't') isText = true;
    },
    text(text: string): void {
      if (isText && !isSpoken) parts.push(text);
    },
    close(name: string): void {
      if (name === 'rPh') isSpoken = false;
      if (name === 't') isText = false;
    },
    take(): string {
      const taken = parts.join('');
      parts = [];
      return taken;
    },
  };
}

/** Formats of the standard that show a day or a time (ECMA-376, part 1, 18.8.30). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Numbers of the styles that show a number as a date. */
function dateStyles(zip: Zip): ReadonlySet<number> {
  const source = optionalPart(zip, 'xl/styles.xml');
  const found = new Set<number>();
  if (source === null) return found;
  const own = new Set<number>();
  let isOfCells = false;
  let style = 0;
  readXml(source, {
    ...nothing,
    open(name, attribute) {
      if (name === 'numFmt' && isDateFormat(attribute('formatCode') ?? '')) own.add(Number(attribute('numFmtId')));
      if (name === 'cellXfs') isOfCells = true;
      if (name !== 'xf' || !isOfCells) return;
      const id = Number(attribute('numFmtId') ?? 0);
      if (isBuiltInDate(id) || own.has(id)) found.add(style);
      style += 1;
    },
    close(name) {
      if (name === 'cellXfs') isOfCells = false;
    },
  });
  return found;
}

/** Whether a format has days, months or years outside its quoted words and colours. */
function isDateFormat(format: string): boolean {
  let end = '';
  for (let at = 0; at < format.length; at += 1) {
    const sign = format[at] ?? '';
    if (end !== '') end = sign === end ? '' : end;
    else if (sign === '"') end = '"';
    else if (sign === '[') end = ']';
    else if (sign === '\\' || sign === '_') at += 1;
    else if ('dmyDMY'.includes(sign)) return true;
  }
  return false;
}

const firstDay = Date.UTC(1899, 11, 30);

/** A date has no place in a form and is told by its day. */
function dayOf(serial: string): string {
  const days = Number(serial);
  return Number.isFinite(days) && days >= 1 && days < 2_958_466
    ? new Date(firstDay + Math.floor(days) * 86_400_000).toISOString().slice(0, 10)
    : serial;
}

/** "XFD1048576" as row and column, counted from 0; null for what is no place. */
function placeOf(reference: string): readonly [row: number, column: number] | null {
  const [, letters = '', digits = ''] = /^([A-Z]{1,7})(\d{1,7})$/.exec(reference) ?? [];
  if (letters === '') return null;
  return [Number(digits) - 1, [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1];
}

/** Rows of a sheet; a cell or a row that is not there is an empty one. Nothing grows before the place of a cell is known to be within the limits. */
function sheetRows(
  source: string,
  sheet: string,
  texts: readonly string[],
  dates: ReadonlySet<number>,
): readonly (readonly string[])[] {
  const tooLarge = (): never => {
    throw new Refusal({
      cell: sheet,
      message: `The sheet has more than ${rowsAtMost} rows or ${columnsAtMost} columns. Delete what stands below and beside the form, and send it again`,
    });
  };
  const rows: string[][] = [];
  let many = 0;
  let row = -1;
  let column = -1;
  let cell: { readonly kind: string; readonly isDate: boolean } | null = null;
  let value = '';
  let isValue = false;
  const gather = gatherer();
  const enter = (attribute: (name: string) => string | null): void => {
    const place = placeOf(attribute('r') ?? '');
    [row, column] = place ?? [Math.max(row, 0), column + 1];
    cell = { kind: attribute('t') ?? 'n', isDate: dates.has(Number(attribute('s') ?? -1)) };
    value = '';
  };
  const leave = ({ kind, isDate }: NonNullable<typeof cell>): void => {
    const inline = gather.take();
    const shown =
      kind === 's'
        ? (texts[Number(value)] ?? '')
        : kind === 'inlineStr'
          ? inline
          : kind === 'b'
            ? String(value === '1')
            : kind === 'e'
              ? ''
              : kind === 'n' && value !== ''
                ? shownNumber(value, isDate)
                : value;
    const text = shown.trim();
    if (text === '') return;
    if (row < 0 || row >= rowsAtMost || column >= columnsAtMost) tooLarge();
    if (text.length > cellAtMost)
      throw new Refusal({ cell: sheet, message: `A cell of row ${row + 1} has more than ${cellAtMost} characters` });
    while (rows.length <= row) rows.push([]);
    const cells = rows[row] ?? [];
    while (cells.length < column) cells.push('');
    cells[column] = text;
  };
  readXml(source, {
    open(name, attribute) {
      if (name === 'row') {
        const given = attribute('r');
        [row, column] = [given === null ? row + 1 : Number(given) - 1, -1];
      } else if (name === 'c') {
        // Also those that say nothing, or all the same place.
        many += 1;
        if (many > rowsAtMost * columnsAtMost) tooLarge();
        enter(attribute);
      } else if (name === 'v') isValue = true;
      gather.open(name);
    },
    text(text) {
      if (isValue) value += text;
      gather.text(text);
    },
    close(name) {
      gather.close(name);
      if (name === 'v') isValue = false;
      if (name !== 'c' || cell === null) return;
      leave(cell);
      cell = null;
    },
  });
  return rows;
}

/** Numbers as spreadsheets show whole ones. */
function shownNumber(value: string, isDate: boolean): string {
  if (isDate) return dayOf(value);
  const number = Number(value);
  return Number.isFinite(number) ? String(number) : value;
}
