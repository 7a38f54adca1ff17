import { EmptyState } from '#ui/empty-state/empty-state.js';
import { PageHeading } from '#ui/page/page.js';
import { Pagination, type PaginationProps } from '#ui/pagination/pagination.js';
import { SearchForm } from '#ui/search-form/search-form.js';
import { Select } from '#ui/select/select.js';
import { SchoolList, type SchoolRowProps } from './school-list.view.js';

export interface SchoolsViewProps {
  readonly action: string;
  readonly q: string;
  readonly authority: string;
  readonly phase: string;
  readonly authorities: readonly { readonly value: string; readonly text: string }[];
  readonly phases: readonly string[];
  readonly total: number;
  /** No school has these words; those shown come near. */
  readonly near: boolean;
  readonly schools: readonly SchoolRowProps[];
  readonly pages: Pick<PaginationProps, 'previous' | 'next' | 'items'> | null;
}

export function SchoolsView({
  action,
  q,
  authority,
  phase,
  authorities,
  phases,
  total,
  near,
  schools,
  pages,
}: SchoolsViewProps) {
  return (
    <>
      <PageHeading
        lead={q === '' ? 'Schools and settings by their official number (URN), open and closed.' : undefined}
      >
        {q === '' ? 'Schools' : `Schools: ${q}`}
      </PageHeading>
      <SearchForm action={action} label="Name of a school, its town, or its URN" value={q}>
        <Select
          id="authority"
          name="authority"
          label="Authority"
          value={authority}
          items={[{ value: '', text: 'All authorities' }, ...authorities]}
        />
        <Select
          id="phase"
          name="phase"
          label="Phase"
          value={phase}
          items={[{ value: '', text: 'All phases' }, ...phases.map((text) => ({ value: text, text }))]}
        />
      </SearchForm>
      {total === 0 ? (
        <EmptyState title="No schools found">
          {q === '' && authority === '' && phase === ''
            ? 'The register of schools has not been imported here yet.'
            : 'Try fewer words, another spelling, or all authorities and phases.'}
        </EmptyState>
      ) : (
        <section>
          <h2>
            {near
              ? 'No school is called that. These come near'
              : total === 1
                ? '1 school'
                : `${total.toLocaleString('en-GB')} schools`}
          </h2>
          {schools.length === 0 && <p>There is no page this far on.</p>}
          <SchoolList schools={schools} level={3} />
          {pages && <Pagination {...pages} />}
        </section>
      )}
    </>
  );
}
