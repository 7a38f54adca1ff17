import { plainDate } from '#base/london.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Entries, Entry } from '#ui/entry/entry.js';
import { PageHeading } from '#ui/page/page.js';
import { Pagination, type PaginationProps } from '#ui/pagination/pagination.js';
import { People, Person } from '#ui/person/person.js';
import { SearchForm } from '#ui/search-form/search-form.js';
import { Marked, Understood, type UnderstoodProps } from '#ui/search-form/understood.js';
import { Select } from '#ui/select/select.js';
import type { SnippetPiece } from '#base/search.js';

export interface SearchViewProps {
  readonly action: string;
  readonly typed: string;
  readonly board: string;
  readonly kind: string;
  /** Null where there are too many for one field. */
  readonly boards: readonly { readonly slug: string; readonly name: string }[] | null;
  readonly kinds: readonly { readonly value: string; readonly text: string }[];
  /** Null before anything was asked. */
  readonly answer: SearchAnswerProps | null;
}

export interface SearchAnswerProps extends UnderstoodProps {
  readonly total: number;
  /** More than this are not looked at. */
  readonly most: number;
  readonly loose: boolean;
  readonly people: readonly { readonly href: string; readonly name: string; readonly board_name: string }[];
  readonly hits: readonly HitProps[];
  readonly pages: Pick<PaginationProps, 'previous' | 'next' | 'items'> | null;
}

export interface HitProps {
  readonly href: string;
  readonly heading: string;
  readonly title: string;
  readonly date: string | null;
  readonly snippet: readonly SnippetPiece[];
}

export function SearchView({ action, typed, board, kind, boards, kinds, answer }: SearchViewProps) {
  return (
    <>
      <PageHeading
        lead={answer === null ? 'In every agenda pack, report, decision and set of minutes published here.' : undefined}
      >
        {typed === '' ? 'Search' : `Search: ${typed}`}
      </PageHeading>
      <SearchForm
        action={action}
        label="Words to look for"
        value={typed}
        hint={'Put "words in quotes" to find an exact phrase; use - to exclude a word. Up to 200 characters.'}
      >
        {boards === null ? (
          board !== '' && <input type="hidden" name="board" value={board} />
        ) : (
          <Select
            id="board"
            name="board"
            label="Board"
            value={board}
            items={[
              { value: '', text: 'All boards' },
              ...boards.map(({ slug, name }) => ({ value: slug, text: name })),
            ]}
          />
        )}
        <Select
          id="kind"
          name="kind"
          label="Where"
          value={kind}
          items={[{ value: '', text: 'Everywhere' }, ...kinds]}
        />
      </SearchForm>
      {answer && <Answer answer={answer} />}
    </>
  );
}

function Answer({ answer }: { readonly answer: SearchAnswerProps }) {
  const { total, loose, changed, offers, people, hits, pages } = answer;
  return (
    <>
      <Understood changed={changed} offers={offers} />
      {loose && <p>No place has all of these words. These have some of them.</p>}
      {people.length > 0 && (
        <section>
          <h2>People</h2>
          <People>
            {people.map((person) => (
              <Person name={person.name} href={person.href} from={person.board_name} />
            ))}
          </People>
        </section>
      )}
      {total === 0 ? (
        <EmptyState title={people.length > 0 ? 'No text found' : 'Nothing found'}>
          Try fewer words, another spelling, or all boards. Only what has been published can be found.
        </EmptyState>
      ) : (
        <section>
          <h2>
            {total === answer.most
              ? `The newest ${total} results`
              : total === 1
                ? '1 result'
                : `${total.toLocaleString('en-GB')} results`}
          </h2>
          {total === answer.most && (
            <p class="soft">There may be more. Add a word, or choose a board, to find fewer.</p>
          )}
          {hits.length === 0 && <p>There is no page this far on.</p>}
          <Entries>
            {hits.map((hit) => (
              <Entry
                level={3}
                title={hit.heading}
                href={hit.href}
                facts={[
                  hit.title,
                  ...(hit.date === null || hit.title.includes(plainDate(hit.date)) ? [] : [plainDate(hit.date)]),
                ].join(', ')}
              >
                <p>
                  <Marked pieces={hit.snippet} />
                </p>
              </Entry>
            ))}
          </Entries>
          {pages && <Pagination {...pages} />}
        </section>
      )}
    </>
  );
}
