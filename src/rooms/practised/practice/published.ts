/** What the public gate knows of practice: the published tables and nothing else. */
import { type RawBuilder, sql } from 'kysely';
import { looser, type SnippetPiece, snippet } from '#base/search.js';
import { beginning, type Place } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { type Key, slice } from '#kit/db/slice.js';
import { tally } from '#kit/publications/tally.js';
import { understood, type Understood } from '#kit/publications/understood.js';
import type { EvidenceLevel, Need } from './words.js';

export interface PracticeWish {
  readonly q?: string;
  /** "framework theme". */
  readonly theme?: string;
  readonly phase?: string;
  readonly authority?: string;
  readonly need?: string;
  /** Slug. */
  readonly organisation?: string;
  /** Without words: from a place on. With words: the nearest, so many after so many. */
  readonly place?: Place;
  readonly from?: number;
  readonly count: number;
}

export interface PracticeLine {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly organisation: string;
  readonly organisation_slug: string;
  readonly organisation_name: string;
  readonly authority: string | null;
  readonly phase: string | null;
  readonly themes: readonly string[];
  readonly needs: readonly Need[];
  readonly own_needs: readonly string[];
  readonly evidence: EvidenceLevel;
  readonly published_on: string;
  readonly review_due: string;
  readonly uses: number;
  /** The title and the first place with the words marked; null where none were asked for. */
  readonly marked: { readonly title: readonly SnippetPiece[]; readonly snippet: readonly SnippetPiece[] } | null;
}

export interface PracticeAnswer extends Understood {
  readonly total: number;
  /** None has all of the words: these have some of them. */
  readonly loose: boolean;
  readonly practices: readonly PracticeLine[];
  /** The places before and after them, where no words were asked for. */
  readonly before: string | null;
  readonly after: string | null;
}

const lineColumns = [
  'slug',
  'title',
  'summary',
  'organisation',
  'organisation_slug',
  'organisation_name',
  'authority',
  'phase',
  'themes',
  'needs',
  'own_needs',
  'evidence',
  'published_on',
  'review_due',
  'uses',
] as const;

/** More places than this are not ranked: whoever gets so many narrows the search. */
export const foundAtMost = 200;

/** The library, by words and by what narrows it. With words the likeliest first, without them the newest. Withdrawn ones are not in it. */
export async function publishedPractices(read: Read, wish: PracticeWish): Promise<PracticeAnswer> {
  const typed = (wish.q ?? '').trim();
  if (typed === '')
    return {
      mended: { typed, query: typed, changed: [] },
      offers: [],
      loose: false,
      ...(await found(read, wish, null)),
    };
  const { mended, offers } = await understood(read, typed, 'practice');
  const strict = await found(read, wish, mended.query);
  const anyWord = looser(mended.query);
  if (strict.total > 0 || anyWord === null) return { mended, offers, loose: false, ...strict };
  const answer = await found(read, wish, anyWord);
  return { mended, offers, loose: answer.total > 0, ...answer };
}

function narrowed(read: Read, wish: Omit<PracticeWish, 'count'>, query: RawBuilder<unknown> | null) {
  const { theme = '', phase = '', authority = '', need = '', organisation = '' } = wish;
  return (
    read
      .selectFrom('published.practice as practice')
      .where('practice.state', '=', 'published')
      .$if(query !== null, (asked) => asked.where(sql<boolean>`practice.found @@ ${query}`))
      .$if(theme !== '', (asked) => asked.where(sql<boolean>`practice.themes @> array[${theme}]::text[]`))
      .$if(need !== '', (asked) => asked.where(sql<boolean>`practice.needs @> array[${need}]::text[]`))
      // What is for every phase is for this one too.
      .$if(phase !== '', (asked) =>
        asked.where((either) =>
          either.or([either('practice.phase', '=', phase), either('practice.phase', 'is', null)]),
        ),
      )
      .$if(authority !== '', (asked) => asked.where('practice.authority', '=', authority))
      .$if(organisation !== '', (asked) => asked.where('practice.organisation_slug', '=', organisation))
  );
}

const newestFirst: readonly Key[] = [
  { by: 'practice.published_on', type: 'date' },
  { by: 'practice.slug', type: 'text' },
];

/** How many practices there are, narrowed by everything but words. */
export async function countPractices(
  read: Read,
  { theme = '', phase = '', authority = '', need = '', organisation = '' }: Omit<PracticeWish, 'count'>,
): Promise<number> {
  const wish = { theme, phase, authority, need, organisation };
  return tally(read, ['practices', ...Object.values(wish)], async () => {
    const { total } = await narrowed(read, wish, null)
      .select((expression) => expression.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    return total;
  });
}

type Found = Pick<PracticeAnswer, 'total' | 'practices' | 'before' | 'after'>;

async function found(read: Read, wish: PracticeWish, words: string | null): Promise<Found> {
  // Only slugs are put in order, for the texts are long.
  if (words === null) {
    const { rows, before, after } = await slice(
      narrowed(read, wish, null).select('practice.slug'),
      { keys: newestFirst, descending: true },
      wish.place ?? beginning,
      wish.count,
    );
    return {
      total: await countPractices(read, wish),
      practices: await lines(
        read,
        rows.map(({ slug }) => slug),
        null,
      ),
      before,
      after,
    };
  }
  const query = sql`websearch_to_tsquery('english', ${words})`;
  // Of a word that stands nearly everywhere the newest practices are ranked, and no others looked at.
  const candidates = narrowed(read, wish, query)
    .select(['practice.slug', 'practice.found', 'practice.published_on'])
    .orderBy('practice.published_on', 'desc')
    .orderBy('practice.slug', 'desc')
    .limit(foundAtMost)
    .as('candidate');
  const ranked = await read
    .selectFrom(candidates)
    .select(['candidate.slug', sql<number>`count(*) over ()`.as('total')])
    .orderBy(sql`ts_rank(candidate.found, ${query})`, 'desc')
    .orderBy('candidate.published_on', 'desc')
    .orderBy('candidate.slug')
    .offset(wish.from ?? 0)
    .limit(wish.count)
    .execute();
  // Beyond the last page there is no row that could say how many there are: there are as many as were passed over, or fewer.
  return {
    total: ranked[0]?.total ?? wish.from ?? 0,
    practices: await lines(
      read,
      ranked.map(({ slug }) => slug),
      words,
    ),
    before: null,
    after: null,
  };
}

/** What the library shows of these, in this order, with the words found in each marked. */
async function lines(read: Read, slugs: readonly string[], words: string | null): Promise<readonly PracticeLine[]> {
  if (slugs.length === 0) return [];
  // Which words answer is asked of the folded text, because the text itself may carry accents.
  const headline =
    words === null
      ? sql<string>`''`
      : sql<string>`ts_headline('english', folded, websearch_to_tsquery('english', ${words}),
        'MaxFragments=8, MaxWords=12, MinWords=4, StartSel=⟦, StopSel=⟧')`;
  const rows = await read
    .selectFrom('published.practice')
    .select(lineColumns)
    .select(['body', headline.as('headline')])
    .where('slug', 'in', slugs)
    .execute();
  const known = new Map(rows.map((row) => [row.slug, row]));
  return slugs.flatMap((slug) => {
    const row = known.get(slug);
    if (!row) return [];
    const { body, headline: answering, needs, ...line } = row;
    const marks = new Set([...answering.matchAll(/⟦([^⟦⟧]*)⟧/g)].map(([, word = '']) => word));
    // Keys of words.ts, written by acts.ts.
    return [
      {
        ...line,
        needs: needs as Need[],
        marked: words === null ? null : { title: snippet(line.title, marks), snippet: snippet(body, marks) },
      },
    ];
  });
}

/** What the library can be narrowed to: areas, phases and needs that occur in it. */
export async function practiceChoices(read: Read): Promise<{
  readonly authorities: readonly { readonly code: string; readonly name: string }[];
  readonly phases: readonly string[];
  readonly needs: readonly string[];
  readonly themes: readonly string[];
}> {
  return tally(read, ['choices of practice'], async () => {
    const { rows: authorities } = await sql<{ code: string; name: string }>`
      select authority.code, authority.name from published.authority where authority.code in
        (select practice.authority from published.practice where practice.state = 'published')
        order by authority.name, authority.code`.execute(read);
    const { rows } = await sql<{ phases: string[] | null; needs: string[] | null; themes: string[] | null }>`
      select (select array_agg(distinct phase) from published.practice where state = 'published' and phase is not null) as phases,
             (select array_agg(distinct need) from published.practice, unnest(needs) as need where state = 'published') as needs,
             (select array_agg(distinct theme) from published.practice, unnest(themes) as theme where state = 'published') as themes`.execute(
      read,
    );
    return { authorities, phases: rows[0]?.phases ?? [], needs: rows[0]?.needs ?? [], themes: rows[0]?.themes ?? [] };
  });
}

export interface PublishedPractice extends Omit<PracticeLine, 'marked' | 'needs'> {
  readonly needs: readonly string[];
  readonly id: string;
  readonly publication: string;
  readonly version: number;
  readonly keeper_name: string;
  readonly reviewed_on: string;
  readonly state: 'published' | 'withdrawn';
  readonly withdrawn_on: string | null;
  readonly withdrawn_by: string | null;
  readonly reason: string | null;
}

/** A practice that was published, withdrawn ones too. */
export async function publishedPractice(read: Read, slug: string): Promise<PublishedPractice | undefined> {
  return read
    .selectFrom('published.practice')
    .select([
      ...lineColumns,
      'id',
      'publication',
      'version',
      'keeper_name',
      'reviewed_on',
      'state',
      'withdrawn_on',
      'withdrawn_by',
      'reason',
    ])
    .where('slug', '=', slug)
    .executeTakeFirst();
}

export interface PracticeUse {
  readonly promise_slug: string;
  readonly organisation_name: string;
  readonly aim: string;
}

/** The promises that use a practice, the newest first: their ids carry the time at which they were made. */
export async function usesOf(read: Read, practice: string, count: number): Promise<readonly PracticeUse[]> {
  return read
    .selectFrom('published.practice_use')
    .select(['promise_slug', 'organisation_name', 'aim'])
    .where('practice', '=', practice)
    .orderBy('promise', 'desc')
    .limit(count)
    .execute();
}

/** Whether any practice is published: until then nobody is asked which one they use. */
export async function isPracticeThere(read: Read): Promise<boolean> {
  return (
    (await read
      .selectFrom('published.practice')
      .select('slug')
      .where('state', '=', 'published')
      .limit(1)
      .executeTakeFirst()) !== undefined
  );
}

/** Titles of practices that were published, by their slug. */
export async function practiceTitles(read: Read, slugs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (slugs.length === 0) return new Map();
  const rows = await read
    .selectFrom('published.practice')
    .select(['slug', 'title'])
    .where('slug', 'in', slugs)
    .execute();
  return new Map(rows.map(({ slug, title }) => [slug, title]));
}
