/** The sheets of an .xlsx file as text, within limits: a workbook is a zip, and a small zip can hold a very large sheet. */
import { unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/universal';
import { type Result, ok, refused } from '#base/result.js';
import type { CellProblem, FormSheets } from './xlsform.js';

export const fileAtMost = 2_000_000;
const unpackedAtMost = 30_000_000;
const rowsAtMost = 2_000;
const columnsAtMost = 200;

/** What a cell says. Numbers stand as spreadsheets show whole ones; a date has no place in a form and is told by its day. */
function asText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

/** Reads a workbook; refuses what is none, what is too large, and what has no sheet "survey". */
export async function readSheets(bytes: Uint8Array): Promise<Result<FormSheets, readonly CellProblem[]>> {
  const refuse = (message: string) => refused([{ cell: 'the file', message }]);
  if (bytes.length > fileAtMost) return refuse('The file is larger than 2 MB. A form has text only: take pictures out of it');
  let unpacked = 0;
  try {
    // Looks into the zip's own list and unpacks nothing.
    unzipSync(bytes, {
      filter({ originalSize }) {
        unpacked += originalSize;
        return false;
      },
    });
  } catch {
    return refuse('The file is not an Excel workbook (.xlsx). Save it as .xlsx and send it again');
  }
  if (unpacked > unpackedAtMost) return refuse('The workbook unpacks to more than a form can be');
  let sheets: readonly { readonly sheet: string; readonly data: readonly (readonly unknown[])[] }[];
  try {
    sheets = await readWorkbook(new Blob([new Uint8Array(bytes)]));
  } catch {
    return refuse('The workbook cannot be read. Open it, save it as .xlsx once more, and send it again');
  }
  const found = (name: string) => sheets.find(({ sheet }) => sheet.trim().toLowerCase() === name)?.data;
  const survey = found('survey');
  if (!survey) return refuse('The workbook has no sheet “survey”');
  const read = (rows: readonly (readonly unknown[])[] = []) => rows.map((row) => row.map(asText));
  const form = { survey: read(survey), choices: read(found('choices')), settings: read(found('settings')) };
  for (const [name, rows] of Object.entries(form)) {
    if (rows.length > rowsAtMost || rows.some((row) => row.length > columnsAtMost)) return refused([{ cell: name, message: `The sheet has more than ${rowsAtMost} rows or ${columnsAtMost} columns` }]);
  }
  return ok(form);
}
