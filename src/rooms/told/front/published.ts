/** What the public gate answers to the front: search, newest publications, and a publication by its id. */
import { sql } from 'kysely';
import { checkableWords, looser, type Mended } from '#base/search.js';
import type { Read } from '#kit/db/gate.js';
import type { SignedHeadRow } from '#kit/proof/heads.js';
import type { SigningKeyRow } from '#kit/proof/signing.js';
import type { PublicationKind } from '#kit/publications/publications.js';
import { type Offer, understood } from '#kit/publications/understood.js';

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

export interface PersonHit {
  readonly slug: string;
  readonly name: string;
  readonly board_name: string;
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
  const strict = await found(read, mended.query, wish);
  const anyWord = looser(mended.query);
  const loose = strict.total === 0 && anyWord !== null;
  const answer = loose ? await found(read, anyWord, wish) : strict;
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

async function found(
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

/** Of a name that very many bear, so many lines are looked at; six of them are shown, and whoever wants another adds to the name. */
const namesAtMost = 100;

/** People in whose name every word of the query stands. */
async function peopleNamed(read: Read, query: string, board: string | null): Promise<readonly PersonHit[]> {
  const words = checkableWords(query);
  if (words.length === 0) return [];
  const among = (holdsOffice: boolean) => {
    const named = read
      .selectFrom('published.person')
      .select(['slug', 'name', 'board_name'])
      .where((expression) =>
        expression.and(words.map((word) => expression('slug', 'like', `%${word.replaceAll(' ', '-')}%`))),
      )
      // As the index says it: each of these stands once for a board, and who was where stands once for a meeting.
      .$if(holdsOffice, (asked) =>
        asked.where(sql<boolean>`kind in ('member', 'substitute', 'office', 'outside body')`),
      )
      .$if(board !== null, (asked) => asked.where('board', '=', board ?? ''))
      .limit(namesAtMost)
      .as('named');
    return read
      .selectFrom(named)
      .select(['slug', sql<string>`min(name)`.as('name'), sql<string>`min(board_name)`.as('board_name')])
      .groupBy('slug')
      .orderBy('slug')
      .limit(6)
      .execute();
  };
  const inOffice = await among(true);
  return inOffice.length > 0 ? inOffice : among(false);
}

export interface NewestPublication {
  readonly kind: PublicationKind;
  readonly subject: string;
  readonly version: number;
  readonly title: string;
  readonly published_at: Date;
}

export interface LatestPublication extends NewestPublication {
  readonly board_name: string | null;
  /** Of the meeting; null for a board. */
  readonly date: string | null;
}

/** The subjects that were published last, each in its newest version. */
export async function newestPublications(read: Read, count: number): Promise<readonly LatestPublication[]> {
  // Chosen first: a join of all of them, of which six are wanted, makes room for all of them.
  const newest = read
    .selectFrom('published.publication as publication')
    .select([
      'publication.kind',
      'publication.subject',
      'publication.version',
      'publication.title',
      'publication.published_at',
    ])
    .where((expression) =>
      expression.not(
        expression.exists(
          expression
            .selectFrom('published.publication as next')
            .select('next.id')
            .whereRef('next.previous', '=', 'publication.id'),
        ),
      ),
    )
    .orderBy('publication.published_at', 'desc')
    .orderBy('publication.kind')
    .orderBy('publication.subject')
    .limit(count)
    .as('publication');
  return read
    .selectFrom(newest)
    .leftJoin('published.board as board', (join) =>
      join.on(sql<boolean>`board.slug = split_part(publication.subject, '/', 1)`),
    )
    .leftJoin('published.meeting as meeting', (join) =>
      join.on(
        sql<boolean>`meeting.board = split_part(publication.subject, '/', 1) and meeting.slug = split_part(publication.subject, '/', 2)`,
      ),
    )
    .select([
      'publication.kind',
      'publication.subject',
      'publication.version',
      'publication.title',
      'publication.published_at',
      'meeting.date',
    ])
    .select((expression) => expression.fn.coalesce('board.name', 'meeting.board_name').as('board_name'))
    .orderBy('publication.published_at', 'desc')
    .orderBy('publication.kind')
    .orderBy('publication.subject')
    .execute();
}

export interface PublicationFacts extends NewestPublication {
  readonly id: string;
  readonly content_sha256: string;
  readonly html_sha256: string;
  readonly pdf_sha256: string | null;
  readonly contentBytes: number;
  readonly htmlBytes: number;
  readonly pdfBytes: number | null;
  /** All versions of the same subject, newest first. */
  readonly versions: readonly { readonly id: string; readonly version: number; readonly published_at: Date }[];
}

/** A publication by its id, with its fingerprints but without its bytes. */
export async function publicationFacts(read: Read, id: string): Promise<PublicationFacts | undefined> {
  const found = await read
    .selectFrom('published.publication')
    .select([
      'id',
      'kind',
      'subject',
      'version',
      'title',
      'published_at',
      'content_sha256',
      'html_sha256',
      'pdf_sha256',
    ])
    .select([
      sql<number>`octet_length(content)`.as('contentBytes'),
      sql<number>`octet_length(html)`.as('htmlBytes'),
      sql<number | null>`octet_length(pdf)`.as('pdfBytes'),
    ])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) return undefined;
  const versions = await read
    .selectFrom('published.publication')
    .select(['id', 'version', 'published_at'])
    .where('kind', '=', found.kind)
    .where('subject', '=', found.subject)
    .orderBy('version', 'desc')
    .execute();
  return { ...found, versions };
}

/** The frozen bytes of a publication, exactly as they were hashed. */
export async function publicationBytes(
  read: Read,
  id: string,
  form: 'content' | 'html' | 'pdf',
): Promise<string | Buffer | null> {
  const found = await read.selectFrom('published.publication').select(form).where('id', '=', id).executeTakeFirst();
  return found?.[form] ?? null;
}

/** The newest signed heads, the newest first. */
export async function newestHeads(
  read: Read,
  count: number,
): Promise<readonly Pick<SignedHeadRow, 'number' | 'sha256' | 'signed_at' | 'publications'>[]> {
  return read
    .selectFrom('published.signed_head')
    .select(['number', 'sha256', 'signed_at', 'publications'])
    .orderBy('number', 'desc')
    .limit(count)
    .execute();
}

export async function signedHead(read: Read, number: number): Promise<SignedHeadRow | undefined> {
  return read.selectFrom('published.signed_head').selectAll().where('number', '=', number).executeTakeFirst();
}

/** Every key that ever signed, the newest first. */
export async function signingKeys(read: Read): Promise<readonly SigningKeyRow[]> {
  return read.selectFrom('published.signing_key').selectAll().orderBy('number', 'desc').execute();
}
