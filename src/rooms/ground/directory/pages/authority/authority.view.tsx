import { plainDate } from '#base/london.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { PageHeading } from '#ui/page/page.js';
import { Pagination, type PaginationProps } from '#ui/pagination/pagination.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';
import { SchoolList, type SchoolRowProps } from '../schools/school-list.view.js';

export interface AuthorityViewProps {
  readonly code: string;
  readonly name: string;
  readonly official_name: string;
  readonly kind: string;
  readonly nation: string;
  readonly region: string | null;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly state: 'current' | 'former' | 'future';
  readonly partOf: readonly Linked[];
  readonly parts: readonly Linked[];
  readonly predecessors: readonly Linked[];
  readonly successors: readonly Linked[];
  readonly total: number;
  readonly schools: readonly SchoolRowProps[];
  readonly search: string;
  readonly pages: Pick<PaginationProps, 'previous' | 'next' | 'items'> | null;
}

interface Linked {
  readonly text: string;
  readonly href: string;
}

/** Codes of the statistics office begin with a letter for the nation and have eight digits; others are the register's own. */
const gssCode = /^[EWSN]\d{8}$/;

export function AuthorityView(props: AuthorityViewProps) {
  const { code, name, official_name, kind, nation, region, starts, ends, state, total, schools, search, pages } = props;
  const rows = [
    { key: gssCode.test(code) ? 'GSS code' : 'Code of the register', value: code },
    { key: 'Kind', value: kind },
    { key: 'Region', value: region === null || region === nation ? nation : `${region}, ${nation}` },
    ...(starts === null ? [] : [{ key: state === 'future' ? 'Begins' : 'Since', value: plainDate(starts) }]),
    ...(ends === null ? [] : [{ key: state === 'former' ? 'Ended' : 'Ends', value: plainDate(ends) }]),
    ...[
      { key: 'Part of', links: props.partOf },
      { key: 'Made up of', links: props.parts },
      { key: 'Came after', links: props.predecessors },
      { key: 'Replaced by', links: props.successors },
    ].flatMap(({ key, links }) => (links.length === 0 ? [] : [{ key, value: <Links links={links} /> }])),
  ];
  return (
    <>
      <PageHeading
        caption={state === 'current' ? 'Authority' : state === 'former' ? 'Former authority' : 'Future authority'}
        lead={official_name === name ? undefined : official_name}
      >
        {name}
      </PageHeading>
      <SummaryList rows={rows} />
      <section>
        <h2 id="schools">Schools and settings</h2>
        {total === 0 ? (
          <EmptyState level={3} title="None known here">
            No school or setting of this authority has been imported.
          </EmptyState>
        ) : (
          <>
            <p>
              {total === 1 ? '1 school or setting' : `${total.toLocaleString('en-GB')} schools and settings`}, open and
              closed. <a href={search}>Search among them</a>.
            </p>
            {schools.length === 0 ? <p>There is no page this far on.</p> : <SchoolList schools={schools} level={3} />}
            {pages && <Pagination {...pages} />}
          </>
        )}
      </section>
    </>
  );
}

function Links({ links }: { readonly links: readonly Linked[] }) {
  return (
    <ul class="govuk-list">
      {links.map((link) => (
        <li>
          <a href={link.href}>{link.text}</a>
        </li>
      ))}
    </ul>
  );
}
