/** A row was refused that no rule had refused (kit/refused-row.ts): what was typed goes back to its writer, who changes it and sends it again from here. */
import { ErrorSummary } from '#ui/error-summary/error-summary.js';
import { PageHeading } from '#ui/page/page.js';
import type { FieldLimits } from '../fields.js';
import { problems } from '../problems.js';
import type { RefusedRow } from '../refused-row.js';
import { TypedAgain, typedIn } from './typed-again.js';

export interface RefusedRowProps {
  readonly problem: RefusedRow['problem'];
  /** The sentence of whoever owns the table. */
  readonly words: string | null;
  readonly pairs: readonly (readonly [name: string, value: string])[];
  readonly fields: FieldLimits;
  /** Names of file fields: a browser sends a file only when its owner chooses it. */
  readonly files: readonly string[];
  /** The page that the form stands on, to be opened anew; null where the form has none of its address. */
  readonly page: string | null;
  /** Where somebody goes on who cannot open that page. */
  readonly workspace: string;
  readonly reference: string;
}

export function RefusedRowView({ problem, words, pairs, fields, files, page, workspace, reference }: RefusedRowProps) {
  const { title, what } = problems[problem];
  const typed = typedIn(pairs, fields);
  const first = typed[0];
  // What it is about is gone: the same form would be refused again.
  const isGone = problem === 'gone-meanwhile';
  const below = !isGone
    ? ' What you typed is below: change it and send it again.'
    : first
      ? ' What you typed is below, so that you can copy it.'
      : '';
  return (
    <>
      <ErrorSummary errors={[{ href: first ? `#${first.id}` : isGone ? '#content' : '#send', text: words ?? what }]} />
      <PageHeading lead={`Your form was not saved.${below}`}>{title}</PageHeading>
      <TypedAgain pairs={pairs} fields={fields} files={files} go={isGone ? null : 'Send again'} />
      {page !== null && (
        <p>
          <a href={page}>{isGone ? 'Open the page again' : 'Open the page again without saving'}</a>
        </p>
      )}
      {page === null && isGone && (
        <p>
          <a href={workspace}>Go to the workspace</a>
        </p>
      )}
      <p>
        Reference: <code>{reference}</code>
      </p>
    </>
  );
}
