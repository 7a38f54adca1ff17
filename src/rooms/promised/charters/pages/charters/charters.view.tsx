import { plainDate } from '#base/london.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Entries, Entry } from '#ui/entry/entry.js';
import { PageHeading } from '#ui/page/page.js';
import { NoSuchPage, Pagination, type PaginationProps } from '#ui/pagination/pagination.js';

export interface ChartersViewProps {
  readonly total: number;
  readonly charters: readonly {
    readonly href: string;
    readonly title: string;
    readonly organisation_name: string;
    readonly clauses: number;
    readonly agreed_on: string;
    readonly ended_on: string | null;
  }[];
  readonly together: string;
  readonly work: string;
  readonly pages: PaginationProps | null;
}

export function ChartersView({ total, charters, together, work, pages }: ChartersViewProps) {
  return (
    <>
      <PageHeading lead="What schools, trusts and councils will do, in words that their young people and staff wrote together: “We will … by … So, you can …”">
        Charters
      </PageHeading>
      <ul>
        <li>
          You have a code from your school? <a href={together}>Go in with the code</a>
        </li>
        <li>
          You work for a school, a trust or a council? <a href={work}>Write a charter with your young people</a>
        </li>
      </ul>
      {total === 0 ? (
        <EmptyState title="No charter is published yet">
          A charter appears here once young people and adults have agreed it.
        </EmptyState>
      ) : (
        <section>
          <h2>{`${total.toLocaleString('en-GB')} ${total === 1 ? 'charter' : 'charters'}`}</h2>
          {charters.length === 0 && <NoSuchPage />}
          <Entries>
            {charters.map((one) => (
              <Entry
                level={3}
                title={one.title}
                href={one.href}
                facts={
                  <span class="facts-line">
                    <span>{one.organisation_name}</span>
                    <span>{`${one.clauses} ${one.clauses === 1 ? 'clause' : 'clauses'}`}</span>
                    <span class="soft">
                      {one.ended_on === null
                        ? `agreed on ${plainDate(one.agreed_on)}`
                        : `ended on ${plainDate(one.ended_on)}`}
                    </span>
                  </span>
                }
              />
            ))}
          </Entries>
          {pages && <Pagination {...pages} />}
        </section>
      )}
    </>
  );
}
