import { Button } from '#ui/button/button.js';
import { CoverageKey, CoverageMark } from '#ui/coverage/coverage.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { PageHeading } from '#ui/page/page.js';
import { Pagination, type PaginationProps } from '#ui/pagination/pagination.js';
import { Select } from '#ui/select/select.js';
import { Table } from '#ui/table/table.js';
import { careOfferPaths } from '../../paths.js';
import type { CoverageState } from '../../words.js';

export interface CoverageMatrixProps {
  readonly heading: string;
  readonly lead: string;
  readonly caption: string;
  readonly action: string;
  readonly framework: string;
  /** To choose from where there are several. */
  readonly frameworks: readonly { readonly slug: string; readonly name: string }[];
  readonly region: string;
  readonly regions: readonly string[];
  readonly total: number;
  readonly columns: readonly { readonly text: string; readonly href: string | null }[];
  readonly rows: readonly {
    readonly name: string;
    readonly href: string;
    readonly cells: readonly { readonly state: CoverageState; readonly offers: number }[];
  }[];
  readonly pages: Pick<PaginationProps, 'previous' | 'next' | 'items'> | null;
}

export function CoverageMatrix({
  heading,
  lead,
  caption,
  action,
  framework,
  frameworks,
  region,
  regions,
  total,
  columns,
  rows,
  pages,
}: CoverageMatrixProps) {
  return (
    <>
      <PageHeading lead={lead}>{heading}</PageHeading>
      <form class="filter" method="get" action={action}>
        {frameworks.length > 1 && (
          <Select
            name="framework"
            label="List of asks"
            value={framework}
            items={frameworks.map(({ slug, name }) => ({ value: slug, text: name }))}
          />
        )}
        <Select
          name="region"
          label="Region"
          value={region}
          items={[{ value: '', text: 'All of England' }, ...regions.map((text) => ({ value: text, text }))]}
        />
        <Button kind="secondary">Show</Button>
      </form>
      {rows.length === 0 || columns.length === 0 ? (
        <EmptyState title="Nothing to show">
          {total === 0
            ? 'No council of this region is in the directory yet.'
            : columns.length === 0
              ? 'No list of asks is published yet.'
              : 'There is no page this far on.'}
        </EmptyState>
      ) : (
        <>
          <CoverageKey />
          <Table
            class="matrix"
            narrow="scroll"
            firstCellIsHeader
            caption={`${caption}, ${total === 1 ? '1 council' : `${total.toLocaleString('en-GB')} councils`}`}
            head={[
              { content: 'Council' },
              ...columns.map(({ text, href }) => ({ content: href === null ? text : <a href={href}>{text}</a> })),
            ]}
            rows={rows.map(({ name, href, cells }) => [
              { content: <a href={href}>{name}</a> },
              ...cells.map(({ state, offers }) => ({
                content: (
                  <CoverageMark
                    state={state}
                    more={offers === 0 ? null : <small>{offers === 1 ? '1 offer' : `${offers} offers`}</small>}
                  />
                ),
              })),
            ])}
          />
        </>
      )}
      {pages && <Pagination {...pages} />}
      <p>
        <a
          href={careOfferPaths.benchmark({ region })}
        >{`How many offer what${region === '' ? '' : ` in ${region}`}`}</a>
        , <a href={careOfferPaths.compare()}>compare two councils</a>, or take{' '}
        <a href={careOfferPaths.coverageCsv()}>all of it as CSV</a>.
      </p>
      <p class="soft">
        An offer by itself says nothing about the whole kind: whoever keeps it says whether it answers the ask.
      </p>
    </>
  );
}
