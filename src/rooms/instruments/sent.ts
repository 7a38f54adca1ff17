/** A form that was sent: read before a transaction is open, because a workbook takes its time. */
import { type Result, refused } from '#base/result.js';
import type { Sent } from '#kit/page.js';
import { beginTyped, type FieldProblem } from './begin.form.js';
import type { InstrumentContent } from './words.js';
import { type CellProblem, readXlsForm } from './xlsform.js';
import { readSheets } from './xlsx.js';

/** What was sent in place of a draft: a reading, or what is to be put right. */
export interface FormSent {
  readonly problems: readonly FieldProblem[];
  readonly cells: readonly CellProblem[];
}

/** Reads the form that was sent, before a transaction is open. */
export async function readForm({ fields, files }: Sent): Promise<Result<InstrumentContent, FormSent>> {
  const typed = beginTyped(fields);
  const file = files['form'];
  if (!file) return refused({ problems: [{ field: 'form', message: 'Choose a file' }], cells: [] });
  if (typed.audiences.length === 0) return refused({ problems: [{ field: 'audiences', message: 'Say whom it asks' }], cells: [] });
  const sheets = await readSheets(file.bytes);
  const read = sheets.ok ? readXlsForm(sheets.value, typed.audiences) : sheets;
  if (read.ok) return read;
  const many = read.problem.length;
  return refused({ problems: [{ field: 'form', message: many === 1 ? 'One thing in the form must be changed. Nothing was saved' : `${many} things in the form must be changed. Nothing was saved` }], cells: read.problem });
}
