/** A row was refused that no rule had refused (kit/refused-row.ts): what was typed goes back to its writer, who changes it and sends it again from here. */
import { Button } from '#ui/button/button.js';
import { ErrorSummary } from '#ui/error-summary/error-summary.js';
import { FileUpload } from '#ui/file-upload/file-upload.js';
import { Input } from '#ui/input/input.js';
import { PageHeading } from '#ui/page/page.js';
import { Textarea } from '#ui/textarea/textarea.js';
import { type FieldLimits, limitOf } from '../fields.js';
import { problems } from '../problems.js';
import type { RefusedRow } from '../refused-row.js';

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

/** A field's name as somebody can read it: "closes-on-day" is no label, and better than none. */
function labelOf(name: string): string {
  const words = name.replaceAll(/[-_.:]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function RefusedRowView({ problem, words, pairs, fields, files, page, workspace, reference }: RefusedRowProps) {
  const { title, what } = problems[problem];
  const typed = pairs.flatMap(([name, value], at) => {
    const length = limitOf(fields, name)?.length;
    return length === undefined || length === 'choice' || value === '' ? [] : [{ at, id: `typed-${at + 1}`, length }];
  });
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
      <form method="post" {...(files.length > 0 ? { encType: 'multipart/form-data' } : {})} noValidate>
        {pairs.map(([name, value], at) => {
          const shown = typed.find((one) => one.at === at);
          if (!shown) return <input type="hidden" name={name} value={value} />;
          if (shown.length === 'line') return <Input id={shown.id} name={name} label={labelOf(name)} value={value} />;
          return <Textarea id={shown.id} name={name} rows={8} label={labelOf(name)} value={value} />;
        })}
        {!isGone &&
          files.map((name) => (
            <FileUpload id={`file-${name}`} name={name} label="Choose the file again, if you sent one" />
          ))}
        {!isGone && <Button id="send">Send again</Button>}
      </form>
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
