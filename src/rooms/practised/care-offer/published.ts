/** What the public gate knows of offers and coverage: the published tables and nothing else. */
import { sql } from 'kysely';
import { fold } from '#base/fold.js';
import { beginning, type Place } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { type Key, slice } from '#kit/db/slice.js';
import { isCalledInSql } from '#kit/db/steps.js';
import { tally } from '#kit/publications/tally.js';
import {
  frameworksToChoose,
  publishedFramework,
  publishedFrameworks,
  type WholeFramework,
} from '#rooms/ground/frameworks/index.js';
import { authoritySteps } from '#rooms/ground/directory/index.js';
import { kindState, type Said, standing } from './rules.js';
import type { PublishedCoverageRow, PublishedOfferRow } from './tables.js';
import type { CareGroup, CoverageState, OfferAct, ThreeWay } from './words.js';

export type PublishedOffer = Readonly<Omit<PublishedOfferRow, 'folded' | 'named'>>;

const columns = [
  ...([
    'slug',
    'id',
    'organisation',
    'organisation_slug',
    'organisation_name',
    'provider',
    'provider_code',
    'printed',
    'framework',
    'themes',
    'ask',
    'title',
    'what',
    'duty',
    'who',
    'groups',
    'ages',
    'age_min',
    'age_max',
    'reach',
  ] as const),
  ...([
    'areas',
    'outside',
    'also',
    'amount',
    'cost',
    'steps',
    'team',
    'phone',
    'email',
    'web',
    'valid_from',
    'valid_to',
    'verified_on',
    'verified_by',
    'source_url',
    'note',
    'state',
    'ended_on',
    'ended_reason',
    'published_on',
    'changed_at',
  ] as const),
] as const;

/** The frameworks of kind "asks", and the one that is asked for; the first that goes on where none is. Undefined where none is published. */
export async function asksFramework(
  read: Read,
  slug: string,
): Promise<
  | { readonly chosen: WholeFramework; readonly all: readonly { readonly slug: string; readonly name: string }[] }
  | undefined
> {
  const all = await publishedFrameworks(read, 'asks');
  const found = all.find((one) => one.slug === slug) ?? (await frameworksToChoose(read, { kind: 'asks' }))[0] ?? all[0];
  const chosen = found && (await publishedFramework(read, found.slug));
  return chosen && { chosen, all };
}

export interface OfferWish {
  readonly q?: string;
  /** "framework theme". */
  readonly kind?: string;
  /** GSS code of the provider. */
  readonly authority?: string;
  readonly group?: CareGroup | '';
  readonly outside?: ThreeWay | '';
  /** Without words: from a place on. With words: the nearest, so many after so many. */
  readonly place?: Place;
  readonly from?: number;
  readonly count: number;
}

export interface OffersAnswer {
  readonly total: number;
  readonly offers: readonly PublishedOffer[];
  /** No offer has all the words: these come near. */
  readonly near: boolean;
  /** The places before and after them, where no words were asked for. */
  readonly before: string | null;
  readonly after: string | null;
}

const wordsAtMost = 8;
/**
 * How like the whole question must be to a part of the name (word_similarity of pg_trgm, 0 to 1); where nothing is
 * near, what is loosely like it is given: from the database's own threshold on (db/client.ts), which an index serves.
 */
const nearFrom = 0.6;
/** More than this are not looked at: whoever gets so many narrows the search. */
export const foundAtMost = 200;

const byTitle: readonly Key[] = [
  { by: 'title', type: 'text' },
  { by: 'slug', type: 'text' },
];

function live(read: Read) {
  // Said as a constant: the indexes of live offers are known by it.
  return read.selectFrom('published.offer').where(sql<boolean>`state = 'live'`);
}

function narrowed(read: Read, { kind = '', authority = '', group = '', outside = '' }: Omit<OfferWish, 'count'>) {
  return live(read)
    .$if(kind !== '', (query) => query.where(sql<boolean>`themes @> array[${kind}]::text[]`))
    .$if(authority !== '', (query) => query.where('provider_code', '=', authority))
    .$if(group !== '', (query) => query.where(sql<boolean>`groups @> array[${group}]::text[]`))
    .$if(outside !== '', (query) => query.where('outside', '=', outside === '' ? 'not known' : outside));
}

/** How many offers are live, narrowed by everything but words. */
export async function countOffers(read: Read, wish: Omit<OfferWish, 'count'>): Promise<number> {
  return tally(
    read,
    ['offers', wish.kind ?? '', wish.authority ?? '', wish.group ?? '', wish.outside ?? ''],
    async () => {
      const { total } = await narrowed(read, wish)
        .select((expression) => expression.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      return total;
    },
  );
}

/** Live offers by words and filters. Every word must stand in title, provider or text; where none has them all, offers whose name comes near are given. */
export async function publishedOffers(read: Read, wish: OfferWish): Promise<OffersAnswer> {
  const asked = fold(wish.q ?? '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const words = asked
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, wordsAtMost);
  const among = narrowed(read, wish);
  const from = wish.from ?? 0;
  if (words.length === 0) {
    const { rows, before, after } = await slice(
      among.select(columns),
      { keys: byTitle },
      wish.place ?? beginning,
      wish.count,
    );
    return { total: await countOffers(read, wish), offers: rows, near: false, before, after };
  }
  // So many are found, whichever, and put in order: to find the first of all by title, all that have the words would be read.
  const some = words
    .reduce((query, word) => query.where('folded', 'like', `%${word}%`), among)
    .select(['slug', 'title'])
    .limit(foundAtMost)
    .as('found');
  const found = (await read.selectFrom(some).select('slug').orderBy('title').orderBy('slug').execute()).map(
    ({ slug }) => slug,
  );
  const offersOf = async (slugs: readonly string[]): Promise<readonly PublishedOffer[]> => {
    const rows = slugs.length === 0 ? [] : await live(read).select(columns).where('slug', 'in', slugs).execute();
    return slugs.flatMap((slug) => rows.find((row) => row.slug === slug) ?? []);
  };
  const answer = { before: null, after: null };
  if (found.length > 0)
    return {
      total: found.length,
      offers: await offersOf(found.slice(from, from + wish.count)),
      near: false,
      ...answer,
    };
  // Likeness costs a hundred times what a plain match does: it is worked out once, and only of names.
  const alike = await among
    .select(['slug', sql<number>`word_similarity(${asked}, named)`.as('likeness')])
    .where(sql<boolean>`${asked} <% named`)
    .orderBy('likeness', 'desc')
    .orderBy('title')
    .limit(foundAtMost)
    .execute();
  const near = alike.some(({ likeness }) => likeness >= nearFrom)
    ? alike.filter(({ likeness }) => likeness >= nearFrom)
    : alike;
  return {
    total: near.length,
    offers: await offersOf(near.slice(from, from + wish.count).map(({ slug }) => slug)),
    near: near.length > 0,
    ...answer,
  };
}

/** An offer, live or ended, with what readers saw happen to it, newest first. */
export async function publishedOffer(
  read: Read,
  slug: string,
): Promise<
  | {
      readonly offer: PublishedOffer;
      readonly history: readonly { readonly on_day: string; readonly act: OfferAct; readonly note: string | null }[];
    }
  | undefined
> {
  const offer = await read.selectFrom('published.offer').select(columns).where('slug', '=', slug).executeTakeFirst();
  if (!offer) return undefined;
  return {
    offer,
    history: await read
      .selectFrom('published.offer_event')
      .select(['on_day', 'act', 'note'])
      .where('offer', '=', slug)
      .orderBy('number', 'desc')
      .execute(),
  };
}

export async function offerById(read: Read, id: string): Promise<PublishedOffer | undefined> {
  return live(read).select(columns).where('id', '=', id).executeTakeFirst();
}

/** Whoever takes all offers comes by numbers of pages, as Open Referral has it: where every so manieth offer stands is worked out once. */
const marked = 100;

async function markedIds(read: Read): Promise<readonly string[]> {
  return tally(read, ['every hundredth offer'], async () => {
    const { rows } = await sql<{ id: string }>`
      select id from (select id, row_number() over (order by id) as number from published.offer where state = 'live') numbered
       where number % ${sql.lit(marked)} = 1 order by id`.execute(read);
    return rows.map(({ id }) => id);
  });
}

/** Live offers in the order of their ids, for the export. */
export async function offersById(
  read: Read,
  from: number,
  count: number,
): Promise<{ readonly total: number; readonly offers: readonly PublishedOffer[] }> {
  const total = await countOffers(read, {});
  const start = (await markedIds(read))[Math.floor(from / marked)];
  if (start === undefined) return { total, offers: [] };
  return {
    total,
    offers: await live(read)
      .select(columns)
      .where('id', '>=', start)
      .orderBy('id')
      .offset(from % marked)
      .limit(count)
      .execute(),
  };
}

/**
 * What may concern somebody: offers of these places, and those that belong to no place. Of what belongs to no place and of
 * each place so many at most are read: the answer says where there are more.
 */
export async function offersFor(
  read: Read,
  places: readonly string[],
  kinds: readonly string[],
  count: number,
): Promise<{ readonly offers: readonly PublishedOffer[]; readonly more: boolean }> {
  const offers = await live(read)
    .select(columns)
    .where(
      places.length === 0 ? sql<boolean>`areas = '{}'` : sql<boolean>`(areas = '{}' or areas && ${places}::text[])`,
    )
    .$if(kinds.length > 0, (query) => query.where(sql<boolean>`themes && ${kinds}::text[]`))
    .orderBy(sql`areas = '{}'`)
    .orderBy('title')
    .orderBy('slug')
    .limit(count + 1)
    .execute();
  return { offers: offers.slice(0, count), more: offers.length > count };
}

/** Live offers of an authority, by title. */
export async function offersOfAuthority(read: Read, code: string, count: number): Promise<readonly PublishedOffer[]> {
  return live(read)
    .select(columns)
    .where('provider_code', '=', code)
    .orderBy('title')
    .orderBy('slug')
    .limit(count)
    .execute();
}

export interface CareAuthority {
  readonly code: string;
  readonly name: string;
  readonly region: string | null;
  readonly kind: string;
  readonly part_of: readonly string[];
}

/** Councils of England that look after children have these kinds in the register; districts and combined authorities do not. */
const careKinds = ['London borough', 'City corporation', 'Metropolitan district', 'Unitary authority', 'County'];

/** Authorities that look after children on a day, by name; and any other of which something is said. */
export async function careAuthorities(
  read: Read,
  today: string,
  wish: { readonly region?: string; readonly onlyCouncils?: boolean } = {},
): Promise<readonly CareAuthority[]> {
  const { region = '', onlyCouncils = false } = wish;
  return tally(read, ['care authorities', today, region, onlyCouncils], () =>
    read
      .selectFrom('published.authority')
      .select(['code', 'name', 'region', 'kind', 'part_of'])
      .where('nation', '=', 'England')
      .where(isCalledInSql(authoritySteps, 'current', today))
      .$if(onlyCouncils, (query) => query.where('kind', 'in', careKinds))
      .$if(!onlyCouncils, (query) =>
        query.where(
          sql<boolean>`(kind = any (${careKinds}) or exists (select from published.coverage said where said.authority = code))`,
        ),
      )
      .$if(region !== '', (query) => query.where('region', '=', region))
      .orderBy('name')
      .orderBy('code')
      .execute(),
  );
}

/** Places to live in: every authority of today but the combined ones. */
export async function homeAuthorities(read: Read, today: string): Promise<readonly CareAuthority[]> {
  return tally(read, ['home authorities', today], () =>
    read
      .selectFrom('published.authority')
      .select(['code', 'name', 'region', 'kind', 'part_of'])
      .where('kind', 'not in', ['Combined authority', 'Strategic Regional Authority'])
      .where(isCalledInSql(authoritySteps, 'current', today))
      .orderBy('name')
      .orderBy('code')
      .execute(),
  );
}

/** Those of these codes that the directory knows. */
export async function knownAuthorities(read: Read, codes: readonly string[]): Promise<readonly CareAuthority[]> {
  if (codes.length === 0) return [];
  return read
    .selectFrom('published.authority')
    .select(['code', 'name', 'region', 'kind', 'part_of'])
    .where('code', 'in', codes)
    .orderBy('name')
    .execute();
}

/** Whether an authority works in Kept itself, and so keeps its own offers. */
export async function keepsOwnOffers(read: Read, code: string): Promise<boolean> {
  return (
    (await read
      .selectFrom('published.organisation')
      .select('id')
      .where('kind', '=', 'authority')
      .where('authority', '=', code)
      .executeTakeFirst()) !== undefined
  );
}

export interface CoverageLine
  extends
    Said,
    Pick<
      Readonly<PublishedCoverageRow>,
      'authority' | 'theme' | 'ask' | 'organisation_name' | 'source' | 'source_url' | 'offer'
    > {
  readonly state: Exclude<CoverageState, 'not known'>;
}

/** What was said of these authorities under a framework: of each thing the saying that stands, and how many others there are. */
export async function coverageOf(
  read: Read,
  framework: string,
  authorities: readonly string[],
  theme: string | null = null,
): Promise<readonly (CoverageLine & { readonly others: number })[]> {
  if (authorities.length === 0) return [];
  const rows = await read
    .selectFrom('published.coverage')
    .select([
      'authority',
      'theme',
      'ask',
      'own',
      'state',
      'source',
      'source_url',
      'offer',
      'organisation_name',
      'said_on',
      'recorded_at',
    ])
    .where('framework', '=', framework)
    .where('authority', 'in', authorities)
    .$if(theme !== null, (query) => query.where('theme', '=', theme ?? ''))
    .execute();
  const lines = rows.map(({ said_on, recorded_at, ...row }) => ({
    ...row,
    saidOn: said_on,
    recordedAt: recorded_at.toISOString(),
  }));
  return [...Map.groupBy(lines, ({ authority, theme: key, ask }) => `${authority} ${key} ${ask}`).values()].flatMap(
    (group) => {
      const one = standing(group);
      return one ? [{ ...one, others: group.length - 1 }] : [];
    },
  );
}

/** The state of each kind of ask for each authority: by code, then by theme. */
export function kindStates(
  framework: WholeFramework,
  authorities: readonly string[],
  lines: readonly CoverageLine[],
): ReadonlyMap<string, ReadonlyMap<string, CoverageState>> {
  const said = new Map(lines.map(({ authority, theme, ask, state }) => [`${authority} ${theme} ${ask}`, state]));
  const kinds = kindsOf(framework);
  return new Map(
    authorities.map((code) => [
      code,
      new Map(
        kinds.map(({ key }) => [
          key,
          kindState(
            said.get(`${code} ${key} `) ?? null,
            framework.asks
              .filter(({ theme }) => theme === key)
              .map((ask) => said.get(`${code} ${key} ${ask.key}`) ?? 'not known'),
          ),
        ]),
      ),
    ]),
  );
}

/** The kinds of ask of a framework, in its order. */
export function kindsOf(framework: WholeFramework): WholeFramework['themes'] {
  return framework.themes.filter(({ promised }) => promised);
}

/** How many live offers each of these authorities has of each kind: by "code framework theme". */
export async function offerCounts(read: Read, codes: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (codes.length === 0) return new Map();
  const { rows } = await sql<{ code: string; kind: string; count: number }>`
    select provider_code as code, kind, count(*)::integer as count from published.offer, unnest(themes) as kind
     where state = 'live' and provider_code = any (${codes}) group by provider_code, kind`.execute(read);
  return new Map(rows.map(({ code, kind, count }) => [`${code} ${kind}`, count]));
}

export interface CoverageRow {
  readonly authority: string;
  readonly name: string;
  readonly framework: string;
  readonly theme: string;
  readonly ask: string;
  readonly state: string;
  readonly source: string;
  readonly source_url: string | null;
  readonly said_on: string;
  readonly organisation_name: string;
  readonly own: boolean;
}

/** So many authorities at a time: each has a line for each ask at most. */
const authoritiesAtOnce = 20;

/** What is said of every authority and ask, the authority's own word before others', each as `shown` makes it; by authority. */
export async function wholeCoverage<T>(read: Read, shown: (row: CoverageRow) => T): Promise<readonly T[]> {
  const { rows: authorities } = await sql<{ code: string }>`
    select said.authority as code from (select distinct authority from published.coverage) said
      left join published.authority known on known.code = said.authority order by coalesce(known.name, said.authority), said.authority`.execute(
    read,
  );
  const made: T[] = [];
  for (let at = 0; at < authorities.length; at += authoritiesAtOnce) {
    const codes = authorities.slice(at, at + authoritiesAtOnce).map(({ code }) => code);
    const { rows } = await sql<CoverageRow>`
      select distinct on (coalesce(known.name, said.authority), authority, framework, theme, ask)
             authority, coalesce(known.name, said.authority) as name, framework, theme, ask, state, source, source_url, said_on, organisation_name, own
        from published.coverage said left join published.authority known on known.code = said.authority
       where authority = any(${codes}::text[])
       order by coalesce(known.name, said.authority), authority, framework, theme, ask, own desc, said_on desc, recorded_at desc`.execute(
      read,
    );
    for (const row of rows) made.push(shown(row));
  }
  return made;
}
