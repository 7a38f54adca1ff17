import type { FieldProblem } from '#base/form.js';
import { plainDate } from '#base/london.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { DateInput } from '#ui/date-input/date-input.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { FileUpload } from '#ui/file-upload/file-upload.js';
import { Input } from '#ui/input/input.js';
import { Done } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Pagination, type PaginationProps } from '#ui/pagination/pagination.js';
import { Radios } from '#ui/radios/radios.js';
import { type BadLine, BadLines } from '#ui/table/bad-lines.js';
import { Table } from '#ui/table/table.js';
import { countWords } from '../../view-words.js';
import { type AwardCount, awardStages } from '../../words.js';

export function NoAward({ all }: { readonly all: string }) {
  return (
    <>
      <PageHeading>Rights Respecting Schools Award</PageHeading>
      <EmptyState
        title="This is said by others"
        level={2}
        action={<a href={all}>How schools stand, as readers see it</a>}
      >
        How a school stands is said by the authority in whose area it is, or by a programme.
      </EmptyState>
    </>
  );
}

export interface OwnAwardProps {
  readonly action: string;
  readonly organisation: string;
  readonly done: string | null;
  readonly upload: string;
  readonly shown: string;
  readonly urn: string;
  readonly stage: string;
  /** The three fields of the date, as they were typed. */
  readonly since: Readonly<Record<'since-day' | 'since-month' | 'since-year', string>>;
  readonly source: string;
  readonly known: number;
  readonly schools: readonly {
    readonly urn: number;
    readonly name: string;
    readonly counted: AwardCount;
    readonly since: string;
    readonly expires: string | null;
    readonly source: string;
  }[];
  readonly pages: Pick<PaginationProps, 'previous' | 'next' | 'items'> | null;
  readonly problems: readonly FieldProblem[];
}

export function OwnAward(props: OwnAwardProps) {
  const { problems } = props;
  return (
    <>
      <Refused problems={problems} />
      <Done>{props.done}</Done>
      <PageHeading
        caption={props.organisation}
        lead="Say how a school stands in the Rights Respecting Schools Award, and where you know it from. What was said last holds."
      >
        Award
      </PageHeading>
      <ButtonGroup>
        <Button href={props.upload} kind="secondary">
          Bring in a file
        </Button>
        <a href={props.shown}>As readers see it</a>
      </ButtonGroup>
      <PostForm action={props.action} noValidate>
        <Input
          name="urn"
          label="School"
          hint="Its URN, a number of five to seven digits; it is on the school’s page"
          inputmode="numeric"
          spellcheck={false}
          value={props.urn}
          {...refusedField(problems, 'urn')}
        />
        <Radios
          name="stage"
          legend="Stage"
          value={props.stage}
          items={[
            ...awardStages.map((stage) => ({
              value: stage,
              label: countWords[stage],
              ...(stage === 'silver' || stage === 'gold' ? { hint: 'Holds for three years' } : {}),
            })),
            { divider: 'or' },
            { value: 'not known', label: 'Not known', hint: 'Takes back what was said before' },
          ]}
          {...refusedSet(problems, 'stage')}
        />
        <DateInput
          id="since"
          namePrefix="since"
          legend="Since"
          hint="For example, 27 3 2026"
          values={props.since}
          {...refusedSet(problems, 'since-day')}
        />
        <Input
          name="source"
          label="Where you know it from"
          hint="“UNICEF UK’s list of 3 March 2026”, “Letter of the school”"
          value={props.source}
          {...refusedField(problems, 'source')}
        />
        <Button>Save</Button>
      </PostForm>
      <section>
        <h2 id="schools">Schools of which a stage is known</h2>
        {props.schools.length === 0 ? (
          <p>{props.known === 0 ? 'None yet.' : 'There is no page this far on.'}</p>
        ) : (
          <Table
            narrow="stack"
            caption={props.known === 1 ? '1 school' : `${props.known} schools, by name`}
            firstCellIsHeader
            head={[{ content: 'School' }, { content: 'Counted as' }, { content: 'Since' }, { content: 'Known from' }]}
            rows={props.schools.map((school) => [
              { content: `${school.name}, URN ${school.urn}` },
              { content: countWords[school.counted] },
              { content: plainDate(school.since) },
              { content: school.source },
            ])}
          />
        )}
        {props.pages && <Pagination {...props.pages} />}
      </section>
    </>
  );
}

export interface UploadAwardProps {
  readonly action: string;
  readonly template: string;
  readonly columns: readonly string[];
  readonly most: number;
  /** Why the file was not taken; null before one was sent. */
  readonly message: string | null;
  readonly rows: readonly BadLine[];
  readonly broken: number;
}

export function UploadAward({ action, template, columns, most, message, rows, broken }: UploadAwardProps) {
  const problems = message === null ? [] : [{ field: 'stages', message }];
  return (
    <>
      <Refused problems={problems} />
      <PageHeading lead="A table as CSV, one school on each line. All lines are taken or none, and every line that is wrong is named.">
        Bring in a file of stages
      </PageHeading>
      <BadLines lines={rows} broken={broken} />
      <PostForm action={action} encType="multipart/form-data" noValidate>
        <FileUpload
          name="stages"
          label="File of stages (CSV)"
          hint={`Up to ${most} schools. Its columns: ${columns.join(', ')}`}
          accept=".csv"
          {...refusedField(problems, 'stages')}
        />
        <Button>Bring it in</Button>
      </PostForm>
      <p>
        <a href={template}>Take a file with the names of the columns</a>
      </p>
      <p class="soft">{`The stage is ${awardStages.join(', ')}, or not known. A date is like 27/3/2026.`}</p>
    </>
  );
}
