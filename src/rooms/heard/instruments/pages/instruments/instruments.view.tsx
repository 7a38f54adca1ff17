import type { FieldProblem } from '#base/form.js';
import { PostForm } from '#ui/form/form.js';
import { Button } from '#ui/button/button.js';
import { Checkboxes } from '#ui/checkboxes/checkboxes.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Entries, Entry } from '#ui/entry/entry.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { FileUpload } from '#ui/file-upload/file-upload.js';
import { PageHeading } from '#ui/page/page.js';
import { Radios } from '#ui/radios/radios.js';
import { Table } from '#ui/table/table.js';
import { audienceWords } from '../../view-words.js';
import { audiences } from '../../words.js';
import type { CellProblem } from '../../xlsform.js';
import type { BeginTyped } from '../../begin.form.js';

export interface InstrumentsViewProps {
  readonly organisation: string;
  readonly begin: string;
  readonly instruments: readonly {
    readonly title: string;
    readonly href: string;
    readonly about: string;
    readonly changed: string;
  }[];
}

export function InstrumentsView({ organisation, begin, instruments }: InstrumentsViewProps) {
  return (
    <>
      <PageHeading
        caption={organisation}
        lead="The questions of your surveys, in versions. A survey is opened with a sealed version, which never changes."
      >
        Instruments
      </PageHeading>
      <Button href={begin}>Begin an instrument</Button>
      {instruments.length === 0 ? (
        <EmptyState title="No instrument yet">
          Begin with the one on belonging and safety that comes with Kept, or bring in a form of your own.
        </EmptyState>
      ) : (
        <Entries>
          {instruments.map((one) => (
            <Entry title={one.title} href={one.href} facts={one.changed}>
              {one.about}
            </Entry>
          ))}
        </Entries>
      )}
    </>
  );
}

export interface BeginViewProps {
  readonly typed: BeginTyped;
  readonly problems: readonly FieldProblem[];
  readonly cells: readonly CellProblem[];
}

/** What is wrong with a form, each with its cell. */
export function CellProblems({ cells }: { readonly cells: readonly CellProblem[] }) {
  if (cells.length === 0) return null;
  return (
    <Table
      caption="What must be changed in the form"
      narrow="stack"
      firstCellIsHeader
      head={[{ content: 'Where' }, { content: 'What' }]}
      rows={cells.map(({ cell, message }) => [{ content: cell }, { content: message }])}
    />
  );
}

/** The file, and whom its questions ask. */
export function FormFields({
  typed,
  problems,
}: {
  readonly typed: BeginTyped;
  readonly problems: readonly FieldProblem[];
}) {
  return (
    <>
      <FileUpload
        {...refusedField(problems, 'form')}
        name="form"
        label="XLSForm"
        accept=".xlsx"
        hint="An Excel workbook with the sheets survey, choices and settings, 2 MB at most. What an instrument cannot say is refused, and each cell is named"
      />
      <Checkboxes
        {...refusedSet(problems, 'audiences')}
        name="audiences"
        legend="Whom does it ask?"
        hint="For questions whose row does not say so itself in the column kept::audiences"
        values={typed.audiences}
        items={audiences.map((audience) => ({ value: audience, label: audienceWords[audience] }))}
      />
    </>
  );
}

export function BeginView({ typed, problems, cells }: BeginViewProps) {
  return (
    <>
      <Refused problems={problems} />
      <PageHeading lead="From the questions that come with Kept, or from a form that you have.">
        Begin an instrument
      </PageHeading>
      <CellProblems cells={cells} />
      <PostForm encType="multipart/form-data" noValidate>
        <Radios
          {...refusedSet(problems, 'from')}
          name="from"
          legend="Begin from"
          value={typed.from === '' ? undefined : typed.from}
          items={[
            {
              value: 'template',
              label: 'Belonging and safety at school',
              hint: 'For students, educators, parents and school leaders; in English, Welsh and Arabic',
            },
            {
              value: 'nothing',
              label: 'Questions of your own',
              hint: 'One after another, written here or taken from the library',
            },
            { value: 'form', label: 'An XLSForm', hint: 'Choose the file below' },
          ]}
        />
        <FormFields typed={typed} problems={problems} />
        <Button>Begin</Button>
      </PostForm>
    </>
  );
}
