/** Tables as CSV (RFC 4180), as spreadsheets read them. */
import { withoutTurning } from './turning.js';

export type CsvCell = string | number | null;

/**
 * A text that begins like a formula, also in wide signs, would run in a spreadsheet: an apostrophe keeps it a text. One that divides cells at
 * semicolons or tabs would find a formula behind them: quotation marks keep the cell whole. What turns the direction of writing is taken out, also
 * of what young people wrote: in a spreadsheet it would reach into the cells beside it, and nobody sees it.
 */
function cell(value: CsvCell): string {
  if (typeof value === 'number') return String(value);
  const text = withoutTurning(value ?? '');
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The lines of a table, its head first. Null is an empty cell. */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
