import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Entries, Entry } from '#ui/entry/entry.js';
import { PageHeading } from '#ui/page/page.js';
import { Pagination, type PaginationProps } from '#ui/pagination/pagination.js';
import { SearchForm } from '#ui/search-form/search-form.js';

export interface TrustsViewProps {
  readonly action: string;
  readonly q: string;
  readonly total: number;
  /** No trust has these words; those shown come near. */
  readonly near: boolean;
  readonly trusts: readonly {
    readonly href: string;
    readonly code: string;
    readonly name: string;
    readonly kind: string | null;
    readonly schools: number;
  }[];
  readonly pages: Pick<PaginationProps, 'previous' | 'next' | 'items'> | null;
}

export function TrustsView({ action, q, total, near, trusts, pages }: TrustsViewProps) {
  return (
    <>
      <PageHeading
        lead={
          q === '' ? 'Trusts that run schools, by the number of their group in the register of schools.' : undefined
        }
      >
        {q === '' ? 'Trusts' : `Trusts: ${q}`}
      </PageHeading>
      <SearchForm action={action} label="Name of a trust, or its number" value={q} />
      {total === 0 ? (
        <EmptyState title="No trusts found">
          {q === ''
            ? 'No register of schools that names trusts by number has been imported here yet.'
            : 'Try fewer words, or another spelling.'}
        </EmptyState>
      ) : (
        <section>
          <h2>
            {near
              ? 'No trust is called that. These come near'
              : total === 1
                ? '1 trust'
                : `${total.toLocaleString('en-GB')} trusts`}
          </h2>
          {trusts.length === 0 && <p>There is no page this far on.</p>}
          <Entries>
            {trusts.map(({ href, code, name, kind, schools }) => (
              <Entry
                level={3}
                title={name}
                href={href}
                facts={[kindWords(kind), schools === 1 ? '1 open school' : `${schools} open schools`, `number ${code}`]
                  .filter((fact) => fact !== null)
                  .join(', ')}
              />
            ))}
          </Entries>
          {pages && <Pagination {...pages} />}
        </section>
      )}
    </>
  );
}

export function kindWords(kind: string | null): string | null {
  return kind === null ? null : kind.charAt(0).toUpperCase() + kind.slice(1);
}
