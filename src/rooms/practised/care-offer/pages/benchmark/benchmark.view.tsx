import { Button } from '#ui/button/button.js';
import { CoverageBar, CoverageKey } from '#ui/coverage/coverage.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { PageHeading } from '#ui/page/page.js';
import { Select } from '#ui/select/select.js';
import { Table } from '#ui/table/table.js';
import { careOfferPaths } from '../../paths.js';
import { kindsWorkedOut } from '../../view-words.js';
import type { Tally } from '../../rules.js';

export interface BenchmarkViewProps {
  readonly region: string;
  readonly regions: readonly string[];
  readonly councils: number;
  readonly kinds: readonly { readonly title: string; readonly href: string; readonly counts: Tally }[];
}

export function BenchmarkView({ region, regions, councils, kinds }: BenchmarkViewProps) {
  return (
    <>
      <PageHeading
        lead={`For each kind of ask: how many councils offer it, partly or not, and of how many nobody has said. There is no ranking. ${kindsWorkedOut}`}
      >
        {region === '' ? 'How many offer what' : `How many offer what in ${region}`}
      </PageHeading>
      <form class="filter" method="get" action={careOfferPaths.benchmark()}>
        <Select
          name="region"
          label="Region"
          value={region}
          items={[{ value: '', text: 'All of England' }, ...regions.map((text) => ({ value: text, text }))]}
        />
        <Button kind="secondary">Show</Button>
      </form>
      {councils === 0 || kinds.length === 0 ? (
        <EmptyState title="Nothing to count">
          {kinds.length === 0
            ? 'No list of asks is published yet.'
            : 'No council of this region is in the directory yet.'}
        </EmptyState>
      ) : (
        <>
          <CoverageKey />
          <Table
            narrow="stack"
            firstCellIsHeader
            caption={councils === 1 ? 'Of 1 council' : `Of ${councils} councils`}
            head={[
              { content: 'Kind of ask' },
              { content: 'Picture' },
              { content: 'Offered', numeric: true },
              { content: 'Partly', numeric: true },
              { content: 'Not offered', numeric: true },
              { content: 'Not known', numeric: true },
            ]}
            rows={kinds.map(({ title, href, counts }) => [
              { content: <a href={href}>{title}</a> },
              {
                content: (
                  <CoverageBar
                    counts={counts}
                    label={
                      `${title}: offered by ${counts.offered}, partly by ${counts.partly}, not by ` +
                      `${counts['not offered']}, not known of ${counts['not known']}`
                    }
                  />
                ),
              },
              { content: counts.offered, numeric: true },
              { content: counts.partly, numeric: true },
              { content: counts['not offered'], numeric: true },
              { content: counts['not known'], numeric: true },
            ])}
          />
        </>
      )}
    </>
  );
}
