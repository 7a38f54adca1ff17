import type { FieldProblem } from '#base/form.js';
import { plainDate, plainTime } from '#base/london.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { FileUpload } from '#ui/file-upload/file-upload.js';
import { NotificationBanner } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Progress } from '#ui/progress/progress.js';
import { Radios } from '#ui/radios/radios.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';
import { Table } from '#ui/table/table.js';
import { Tag } from '#ui/tag/tag.js';
import type { DirectoryFileState, DirectoryRegister, DirectoryReport, FieldChange, FileProblem } from '../../words.js';

const registerWords: Readonly<Record<DirectoryRegister, string>> = {
  authorities: 'Register of authorities',
  schools: 'Register of schools',
  links: 'Links of schools',
};
const stateWords: Readonly<
  Record<DirectoryFileState, { readonly text: string; readonly tone: 'green' | 'blue' | 'yellow' | 'grey' | 'red' }>
> = {
  checking: { text: 'Being read', tone: 'blue' },
  checked: { text: 'Waits for you', tone: 'yellow' },
  refused: { text: 'Refused', tone: 'red' },
  'bringing in': { text: 'Being brought in', tone: 'blue' },
  'brought in': { text: 'Brought in', tone: 'green' },
  'set aside': { text: 'Set aside', tone: 'grey' },
  failed: { text: 'Failed', tone: 'red' },
};

export interface DirectoryFilesProps {
  readonly action: string;
  readonly kind: string;
  readonly problems: readonly FieldProblem[];
  readonly files: readonly {
    readonly href: string;
    readonly name: string;
    readonly kind: DirectoryRegister;
    readonly state: DirectoryFileState;
    readonly day: string;
    readonly time: string;
    readonly report: DirectoryReport | null;
  }[];
}

export function DirectoryFilesView({ action, kind, problems, files }: DirectoryFilesProps) {
  return (
    <>
      <Refused problems={problems} />
      <PageHeading
        lead={
          'Bring the registers of authorities and schools up to date. A file is read and compared first; you see ' +
          'what it would change, and then you decide.'
        }
      >
        Directory
      </PageHeading>
      <PostForm action={action} encType="multipart/form-data" noValidate>
        <Radios
          name="kind"
          legend="Which register is it?"
          value={kind}
          items={[
            {
              value: 'schools',
              label: 'Schools',
              hint: 'From get-information-schools.service.gov.uk: “All establishment data” (edubasealldata), or an extract of it',
            },
            {
              value: 'links',
              label: 'Links of schools',
              hint: 'From the same place: “Establishment links” (links_edubasealldata)',
            },
            {
              value: 'authorities',
              label: 'Authorities',
              hint: 'The list of local authorities with their GSS codes',
              conditional: (
                <FileUpload
                  name="names"
                  label="Further spellings of their names"
                  hint="If you have such a file (CSV)"
                  accept=".csv"
                />
              ),
            },
          ]}
          {...refusedSet(problems, 'kind')}
        />
        <FileUpload
          name="file"
          label="File (CSV)"
          hint="Up to 64 MB. Larger ones are brought in on the command line: kept import"
          accept=".csv"
          {...refusedField(problems, 'file')}
        />
        <Button>Read and compare</Button>
      </PostForm>
      {files.length > 0 && (
        <Table
          narrow="stack"
          caption="Files that were sent, the newest first"
          firstCellIsHeader
          head={[
            { content: 'File' },
            { content: 'Register' },
            { content: 'Sent' },
            { content: 'State' },
            { content: 'Changes' },
          ]}
          rows={files.map((file) => [
            { content: <a href={file.href}>{file.name}</a> },
            { content: registerWords[file.kind] },
            { content: `${plainDate(file.day)}, ${plainTime(file.time)}` },
            { content: <Tag tone={stateWords[file.state].tone}>{stateWords[file.state].text}</Tag> },
            {
              content:
                file.report === null
                  ? 'not known'
                  : `${file.report.counts.added} new, ${file.report.counts.changed} changed`,
            },
          ])}
        />
      )}
    </>
  );
}

export interface DirectoryFileProps {
  readonly name: string;
  readonly kind: DirectoryRegister;
  readonly state: DirectoryFileState;
  readonly step: { readonly text: string; readonly done: number } | null;
  /** Where the page stands still; null where it does. */
  readonly still: string | null;
  readonly again: string;
  readonly notNow: boolean;
  readonly problem: FileProblem | null;
  readonly report: DirectoryReport | null;
  readonly bringIn: string;
  readonly setAside: string;
  readonly back: string;
  readonly linkOf: (key: string) => string;
}

export function DirectoryFileView(props: DirectoryFileProps) {
  const { state, report, problem } = props;
  const isUnderWay = state === 'checking' || state === 'bringing in';
  return (
    <>
      {props.notNow && <NotificationBanner text="That cannot be done now." />}
      <PageHeading caption={registerWords[props.kind]}>{props.name}</PageHeading>
      <p>
        <Tag tone={stateWords[state].tone}>{stateWords[state].text}</Tag>
      </p>
      {isUnderWay && (
        <>
          <Progress
            id="progress"
            label={props.step?.text ?? 'Waiting to start'}
            value={props.step?.done ?? 0}
            words={`${props.step?.done ?? 0} of 100`}
            stop={props.still ?? undefined}
          />
          <p>You can leave this page: the work goes on.</p>
          {props.still === null && (
            <p>
              <a href={props.again}>Look again</a>
            </p>
          )}
        </>
      )}
      {state === 'failed' && <p>Something went wrong here, and nothing of the file was saved. Send it once more.</p>}
      {problem !== null && <Problem problem={problem} />}
      {state === 'checked' && report !== null && (
        <PostForm action={props.bringIn} noValidate>
          <p>
            {isNothing(report) ? 'It would change nothing.' : 'Nothing is changed yet. This is what it would change:'}
          </p>
          <ButtonGroup>
            <Button>Bring it in</Button>
            <Button kind="secondary" attributes={{ formaction: props.setAside }}>
              Set it aside
            </Button>
          </ButtonGroup>
        </PostForm>
      )}
      {state === 'brought in' && report !== null && (
        <p>{isNothing(report) ? 'It changed nothing.' : 'This is what it changed:'}</p>
      )}
      {report !== null && <Report report={report} linkOf={props.linkOf} />}
      <p>
        <a href={props.back}>All files</a>
      </p>
    </>
  );
}

function isNothing({ counts, trusts }: DirectoryReport): boolean {
  return counts.added + counts.changed + (trusts?.added ?? 0) + (trusts?.changed ?? 0) === 0;
}

function Problem({ problem }: { readonly problem: FileProblem }) {
  return (
    <>
      <p>{problem.message}</p>
      {problem.rows.length > 0 && (
        <Table
          narrow="stack"
          caption={
            problem.broken > problem.rows.length
              ? `The first of ${problem.broken} rows that are wrong`
              : 'What is wrong, row by row'
          }
          head={[{ content: 'Line' }, { content: 'Column' }, { content: 'What stands there' }, { content: 'The rule' }]}
          rows={problem.rows.map(({ line, column, found, rule }) => [
            { content: line },
            { content: column ?? 'the whole row' },
            { content: found === '' ? 'nothing' : found },
            { content: rule },
          ])}
        />
      )}
    </>
  );
}

function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  return Array.isArray(value) ? value.join(', ') || 'nothing' : String(value);
}

function changeWords(fields: readonly FieldChange[]): string {
  return fields
    .map(({ field, from, to }) => `${field.replaceAll('_', ' ')}: ${valueWords(from)} → ${valueWords(to)}`)
    .join('; ');
}

function Report({ report, linkOf }: { readonly report: DirectoryReport; readonly linkOf: (key: string) => string }) {
  const { counts, trusts } = report;
  const lists = [
    { title: 'New', keys: report.added, count: counts.added },
    { title: 'Closed', keys: report.closed, count: counts.closed },
    { title: 'Open again', keys: report.reopened, count: counts.reopened },
    { title: 'No longer in the file, kept here', keys: report.vanished, count: counts.vanished },
  ];
  return (
    <>
      <SummaryList
        rows={[
          { key: 'New', value: counts.added },
          { key: 'Changed', value: counts.changed },
          { key: 'of them closed', value: counts.closed },
          { key: 'of them open again', value: counts.reopened },
          { key: 'As they were', value: counts.unchanged },
          { key: 'No longer in the file', value: counts.vanished },
          ...(trusts === null ? [] : [{ key: 'Trusts', value: `${trusts.added} new, ${trusts.changed} changed` }]),
        ]}
      />
      {report.unmatched.length > 0 && (
        <section>
          <h2>Not matched</h2>
          <ul class="govuk-list govuk-list--bullet">
            {report.unmatched.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </section>
      )}
      {report.changed.length > 0 && (
        <Table
          narrow="stack"
          caption={
            counts.changed > report.changed.length
              ? `The first ${report.changed.length} of ${counts.changed} that change`
              : 'What changes'
          }
          firstCellIsHeader
          head={[{ content: 'Number' }, { content: 'From what to what' }]}
          rows={report.changed.map(({ key, fields }) => [
            { content: <a href={linkOf(key)}>{key}</a> },
            { content: changeWords(fields) },
          ])}
        />
      )}
      {lists.map(
        ({ title, keys, count }) =>
          keys.length > 0 && (
            <section>
              <h2>{title}</h2>
              <p>
                {keys.join(', ')}
                {count > keys.length && ` and ${count - keys.length} more`}
              </p>
            </section>
          ),
      )}
    </>
  );
}
