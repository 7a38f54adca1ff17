import { Button } from '#ui/button/button.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { PageHeading } from '#ui/page/page.js';
import { Pagination, type PaginationProps } from '#ui/pagination/pagination.js';
import { Select } from '#ui/select/select.js';
import { Table } from '#ui/table/table.js';

export interface AuthoritiesViewProps {
  readonly action: string;
  readonly region: string;
  readonly kind: string;
  readonly regions: readonly string[];
  readonly kinds: readonly string[];
  readonly total: number;
  readonly authorities: readonly AuthorityRowProps[];
  readonly pages: Pick<PaginationProps, 'previous' | 'next' | 'items'> | null;
}

export interface AuthorityRowProps {
  readonly href: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly region: string | null;
  readonly nation: string;
  readonly state: 'current' | 'former' | 'future';
  readonly schools: number;
}

export function AuthoritiesView({
  action,
  region,
  kind,
  regions,
  kinds,
  total,
  authorities,
  pages,
}: AuthoritiesViewProps) {
  return (
    <>
      <PageHeading lead="Councils by their official code, with those that came before and after them.">
        Authorities
      </PageHeading>
      <form class="filter" method="get" action={action}>
        <Select
          id="region"
          name="region"
          label="Region"
          value={region}
          items={[{ value: '', text: 'All regions' }, ...regions.map((text) => ({ value: text, text }))]}
        />
        <Select
          id="kind"
          name="kind"
          label="Kind"
          value={kind}
          items={[{ value: '', text: 'All kinds' }, ...kinds.map((text) => ({ value: text, text }))]}
        />
        <Button kind="secondary">Show</Button>
      </form>
      {total === 0 ? (
        <EmptyState title="No authorities found">
          {regions.length === 0
            ? 'The register of authorities has not been imported here yet.'
            : 'Choose another region or another kind.'}
        </EmptyState>
      ) : (
        <Table
          caption={total === 1 ? '1 authority' : `${total.toLocaleString('en-GB')} authorities`}
          firstCellIsHeader
          narrow="lines"
          head={[
            { content: 'Authority' },
            { content: 'Code' },
            { content: 'Kind' },
            { content: 'Region' },
            { content: 'Schools' },
          ]}
          rows={authorities.map((one) => [
            {
              content: (
                <>
                  <a href={one.href}>{one.name}</a>
                  {one.state !== 'current' && ` (${one.state})`}
                </>
              ),
            },
            { content: one.code },
            { content: one.kind },
            { content: one.region ?? one.nation },
            { content: one.schools === 1 ? '1 school' : `${one.schools} schools` },
          ])}
        />
      )}
      {pages && <Pagination {...pages} />}
    </>
  );
}
