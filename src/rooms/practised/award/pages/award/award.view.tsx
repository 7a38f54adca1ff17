import { plainDate } from '#base/london.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { PageHeading } from '#ui/page/page.js';
import { Pagination, type PaginationProps } from '#ui/pagination/pagination.js';
import { Shares } from '#ui/shares/shares.js';
import { Table } from '#ui/table/table.js';
import { countWords } from '../../view-words.js';
import type { AwardCount, AwardStage } from '../../words.js';

interface Counts {
  readonly schools: number;
  readonly gold: number;
  readonly silver: number;
  readonly bronze: number;
  readonly registered: number;
  readonly ranOut: number;
  readonly notKnown: number;
  readonly asOf: string | null;
}

interface Row extends Counts {
  readonly code: string;
  readonly name: string;
}

type Pages = Pick<PaginationProps, 'previous' | 'next' | 'items'> | null;

const parts = [
  { key: 'gold', text: countWords.gold },
  { key: 'silver', text: countWords.silver },
  { key: 'bronze', text: countWords.bronze },
  { key: 'registered', text: countWords.registered },
  { key: 'ranOut', text: countWords['ran out'] },
  { key: 'notKnown', text: countWords['not known'] },
] as const;

function shares(counts: Counts) {
  return parts.map(({ key, text }) => ({ text, count: counts[key], isUnknown: key === 'notKnown' }));
}

export interface AwardViewProps {
  /** Every authority, for the sums. */
  readonly all: readonly Row[];
  /** Those of this page. */
  readonly rows: readonly (Row & { readonly href: string })[];
  readonly pages: Pages;
  readonly csv: string;
}

export function AwardView({ all, rows, pages, csv }: AwardViewProps) {
  const sum = (key: (typeof parts)[number]['key'] | 'schools') => all.reduce((total, row) => total + row[key], 0);
  const sums: Counts = {
    schools: sum('schools'),
    gold: sum('gold'),
    silver: sum('silver'),
    bronze: sum('bronze'),
    registered: sum('registered'),
    ranOut: sum('ranOut'),
    notKnown: sum('notKnown'),
    asOf: null,
  };
  return (
    <>
      <PageHeading
        lead={
          'UNICEF UK’s award for schools that put children’s rights into practice: registered first, then bronze, ' +
          'silver and gold. In London it is free for state-funded schools from February 2024, for four years.'
        }
      >
        Rights Respecting Schools Award
      </PageHeading>
      <HowCounted />
      {all.length === 0 ? (
        <EmptyState title="No schools yet">The register of schools has not been imported here yet.</EmptyState>
      ) : (
        <>
          <h2>{sums.schools === 1 ? '1 open school' : `${sums.schools.toLocaleString('en-GB')} open schools`}</h2>
          <Shares label="Open schools by stage" parts={shares(sums)} />
          <Table
            narrow="stack"
            caption="Area by area, by name"
            firstCellIsHeader
            head={[
              { content: 'Authority' },
              { content: 'Open schools', numeric: true },
              ...parts.map(({ text }) => ({ content: text, numeric: true })),
              { content: 'Last said' },
            ]}
            rows={rows.map((row) => [
              { content: <a href={row.href}>{row.name}</a> },
              { content: row.schools, numeric: true },
              ...parts.map(({ key }) => ({ content: row[key], numeric: true })),
              { content: row.asOf === null ? 'never' : plainDate(row.asOf) },
            ])}
          />
          {pages && <Pagination {...pages} />}
          <p>
            <a href={csv}>The same as a table for a spreadsheet (CSV)</a>
          </p>
        </>
      )}
      <p class="soft">
        Source of what the award is and of the free offer: agenda pack of the Children &amp; Young People Board, 12
        March 2024, item 4.
      </p>
    </>
  );
}

function HowCounted() {
  return (
    <p class="soft">
      Counted are open schools and settings. What nobody has said is “not known”, never a “no”. Silver and gold hold for
      three years; after that they are counted as “ran out” until the school is looked at again. Areas and schools are
      in order of name, not ranked.
    </p>
  );
}

export interface AwardOfViewProps {
  readonly row: Row;
  readonly authority: string;
  readonly known: number;
  readonly schools: readonly {
    readonly urn: number;
    readonly href: string;
    readonly name: string;
    readonly stage: AwardStage;
    readonly counted: AwardCount;
    readonly since: string;
    readonly expires: string | null;
    readonly source: string;
    readonly recorded_on: string;
    readonly organisation_name: string;
  }[];
  readonly pages: Pages;
  readonly csv: string;
}

export function AwardOfView({ row, authority, known, schools, pages, csv }: AwardOfViewProps) {
  return (
    <>
      <PageHeading caption="Rights Respecting Schools Award">{row.name}</PageHeading>
      <HowCounted />
      <h2>{row.schools === 1 ? '1 open school' : `${row.schools.toLocaleString('en-GB')} open schools`}</h2>
      <Shares label={`Open schools of ${row.name} by stage`} parts={shares(row)} />
      <Table
        caption="The same in numbers"
        head={[{ content: 'Stage' }, { content: 'Schools', numeric: true }]}
        firstCellIsHeader
        rows={parts.map(({ key, text }) => [{ content: text }, { content: row[key], numeric: true }])}
      />
      {row.asOf !== null && <p>Something was said last on {plainDate(row.asOf)}.</p>}
      <section>
        <h2 id="schools">Schools of which a stage is known</h2>
        {known === 0 ? (
          <p>Of none yet. That does not mean that none takes part.</p>
        ) : schools.length === 0 ? (
          <p>There is no page this far on.</p>
        ) : (
          <Table
            narrow="stack"
            caption={
              known === 1
                ? '1 school, with where it is known from'
                : `${known} schools by name, with where it is known from`
            }
            firstCellIsHeader
            head={[{ content: 'School' }, { content: 'Stage' }, { content: 'Since' }, { content: 'Known from' }]}
            rows={schools.map((school) => [
              { content: <a href={school.href}>{school.name}</a> },
              {
                content:
                  school.counted === 'ran out'
                    ? `${countWords[school.stage]}, ran out ${school.expires === null ? '' : plainDate(school.expires)}`
                    : `${countWords[school.stage]}${school.expires === null ? '' : `, until ${plainDate(school.expires)}`}`,
              },
              { content: plainDate(school.since) },
              {
                content: (
                  <>
                    {school.source}{' '}
                    <span class="soft">
                      (said by {school.organisation_name}, {plainDate(school.recorded_on)})
                    </span>
                  </>
                ),
              },
            ])}
          />
        )}
        {pages && <Pagination {...pages} />}
      </section>
      <p>
        <a href={csv}>The schools as a table for a spreadsheet (CSV)</a>
      </p>
      <p>
        <a href={authority}>{row.name} in the directory</a>
      </p>
    </>
  );
}
