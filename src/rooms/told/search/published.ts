/** What the public gate answers to a search: places of publications, and people. */
import { sql } from 'kysely';
import { looser, type Mended } from '#base/search.js';
import type { Read } from '#kit/db/gate.js';
import { type Offer, understood } from '#kit/publications/understood.js';
import { peopleNamed, type PersonHit } from '#rooms/decided/boards/index.js';

export interface Hit {
  readonly kind: string;
  readonly title: string;
  readonly heading: string;
  readonly date: string | null;
  readonly path: string;
  readonly body: string;
  /** The words of this passage that answer the query, folded. */
  readonly found: ReadonlySet<string>;
}

export interface SearchAnswer {
  readonly mended: Mended;
  /** Words that stand nowhere and were left as typed, each with those that may have been meant. */
  readonly offers: readonly Offer[];
  /** No place has all the words: these have some of them. */
  readonly loose: boolean;
  readonly total: number;
  readonly hits: readonly Hit[];
  readonly people: readonly PersonHit[];
}

export interface SearchWish {
  readonly typed: string;
  readonly board: string | null;
  readonly kind: string | null;
  readonly from: number;
  readonly count: number;
}

/** Full text over everything published; the nearest words stand in for misspelt ones. */
export async function search(read: Read, wish: SearchWish): Promise<SearchAnswer> {
  const { mended, offers } = await understood(read, wish.typed);
  const strict = await passagesFound(read, mended.query, wish);
  const anyWord = looser(mended.query);
  const loose = strict.total === 0 && anyWord !== null;
  const answer = loose ? await passagesFound(read, anyWord, wish) : strict;
  return {
    mended,
    offers,
    loose: loose && answer.total > 0,
    ...answer,
    people: wish.from === 0 && wish.kind === null ? await peopleNamed(read, mended.query, wish.board) : [],
  };
}

/** More places than this are not ranked: of a word that stands nearly everywhere the newest are looked at, and the page says so. */
export const foundAtMost = 500;

export async function passagesFound(
  read: Read,
  words: string,
  wish: SearchWish,
): Promise<{ readonly total: number; readonly hits: readonly Hit[] }> {
  const query = sql`websearch_to_tsquery('english', ${words})`;
  const newest = sql<{ publication: string; position: number; date: string | null; rank: number }>`
    published.newest_found(${query}, ${wish.board}::text, ${wish.kind}::text, ${foundAtMost})`.as<'newest'>(
    sql`newest`,
  );
  // Placed first, with their number; the texts are read of those that are shown and of no others.
  const placed = read
    .selectFrom(newest)
    .select(['newest.publication', 'newest.position', sql<number>`count(*) over ()`.as('total')])
    .select(
      sql<number>`row_number() over (order by newest.rank desc, newest.date desc nulls last, newest.publication, newest.position)`.as(
        'place',
      ),
    )
    .orderBy('place')
    .offset(wish.from)
    .limit(wish.count)
    .as('placed');
  const rows = await read
    .selectFrom(placed)
    .innerJoin('published.passage as passage', (join) =>
      join.onRef('passage.publication', '=', 'placed.publication').onRef('passage.position', '=', 'placed.position'),
    )
    .select([
      'passage.kind',
      'passage.title',
      'passage.heading',
      'passage.date',
      'passage.path',
      'passage.body',
      'placed.total',
    ])
    // Which words answer is asked of the folded text, because the text itself may carry accents.
    .select(
      sql<string>`ts_headline('english', passage.folded, ${query}, 'HighlightAll=true, StartSel=⟦, StopSel=⟧')`.as(
        'headline',
      ),
    )
    .orderBy('placed.place')
    .execute();
  const hits = rows.map(({ kind, title, heading, date, path, body, headline }): Hit => ({
    kind,
    title,
    heading,
    date,
    path,
    body,
    found: new Set([...headline.matchAll(/⟦([^⟦⟧]*)⟧/g)].map(([, word = '']) => word)),
  }));
  // Beyond the last page there is no row that could say how many there are: there are as many as were passed over, or fewer.
  return { total: rows[0]?.total ?? wish.from, hits };
}
