/** A form that was sent: read aside, and before a transaction is open, because a workbook takes its time. */
import type { FieldProblem } from '#base/form.js';
import { type Result, refused } from '#base/result.js';
import { makeAside } from '#kit/aside/aside.js';
import type { Sent } from '#kit/page.js';
import { beginTyped } from './begin.form.js';
import type { Audience, InstrumentContent } from './words.js';
import type { CellProblem } from './xlsform.js';

/** For whom a form is read. */
export interface FormAsked {
  readonly audiences: readonly Audience[];
}

const forms = makeAside<FormAsked, Result<InstrumentContent, readonly CellProblem[]>>({
  program: new URL('./form.aside.js', import.meta.url),
  seconds: 20,
  megabytes: 256,
  atOnce: 1,
  waiting: 20,
  way: 'A form has text only: take pictures and further sheets out of it, and send it again',
});

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
  if (typed.audiences.length === 0)
    return refused({ problems: [{ field: 'audiences', message: 'Say whom it asks' }], cells: [] });
  const answer = await forms.read({ audiences: typed.audiences }, file.bytes);
  const read = answer.ok ? answer.value : refused([{ cell: 'the file', message: answer.problem.message }]);
  if (read.ok) return read;
  const many = read.problem.length;
  return refused({
    problems: [
      {
        field: 'form',
        message:
          many === 1
            ? 'One thing in the form must be changed. Nothing was saved'
            : `${many} things in the form must be changed. Nothing was saved`,
      },
    ],
    cells: read.problem,
  });
}
