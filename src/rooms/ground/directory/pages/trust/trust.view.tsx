import { PageHeading } from '#ui/page/page.js';
import { Pagination, type PaginationProps } from '#ui/pagination/pagination.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';
import { SchoolList, type SchoolRowProps } from '../schools/school-list.view.js';
import { kindWords } from '../trusts/trusts.view.js';

export interface TrustViewProps {
  readonly code: string;
  readonly name: string;
  readonly kind: string | null;
  /** Open ones. */
  readonly schools: readonly SchoolRowProps[];
  readonly total: number;
  readonly pages: Pick<PaginationProps, 'previous' | 'next' | 'items'> | null;
}

/** Its schools stand under their authorities, both by name. */
export function TrustView({ code, name, kind, schools, total, pages }: TrustViewProps) {
  const groups = [...Map.groupBy(schools, ({ la_name }) => la_name)];
  const words = kindWords(kind);
  return (
    <>
      <PageHeading caption="Trust">{name}</PageHeading>
      <SummaryList
        rows={[
          ...(words === null ? [] : [{ key: 'Kind', value: words }]),
          { key: 'Number in the register', value: code },
          { key: 'Schools, open and closed', value: total },
        ]}
      />
      {total === 0 ? (
        <p>No school of the register names this trust any more.</p>
      ) : (
        groups.length === 0 && <p>There is no page this far on.</p>
      )}
      {groups.map(([authority, own]) => (
        <section>
          <h2>{authority}</h2>
          <SchoolList schools={own} level={3} />
        </section>
      ))}
      {pages && <Pagination {...pages} />}
      <p class="soft">
        {code.startsWith('999')
          ? 'Invented for the demonstration: the register has no trust of this number.'
          : 'From the register of schools, Get Information About Schools. Contains public sector information licensed under the Open Government Licence v3.0.'}
      </p>
    </>
  );
}
