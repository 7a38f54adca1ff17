/** What the public gate knows of registers: the published tables and nothing else. */
import { sql } from 'kysely';
import { fold } from '#base/fold.js';
import { beginning, type Place } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { type Key, slice, whole } from '#kit/db/slice.js';
import { conditionsInSql, isCalledInSql, wordInSql } from '#kit/db/steps.js';
import { tally } from '#kit/publications/tally.js';
import type { Audience } from '#rooms/ground/frameworks/index.js';
import { promiseSteps } from '#rooms/promised/promises/index.js';
import { entrySteps, signatureSteps } from './rules.js';
import type { BodyKind, EntryDates, EntryEventKind, EventDetail, Facts, ShownWord } from './words.js';

export interface EntryLine extends EntryDates {
  readonly slug: string;
  readonly name: string;
  readonly kind: BodyKind;
  readonly authority: string | null;
  readonly urn: number | null;
  readonly signed_on: string | null;
  readonly version: number | null;
}

const lineColumns = [
  'slug',
  'name',
  'kind',
  'authority',
  'urn',
  'state',
  'signed_on',
  'lapses_on',
  'acting_until',
  'showing_until',
  'heard_until',
  'version',
] as const;

export interface RegisterWish {
  readonly framework: string;
  readonly show?: ShownWord | null;
  readonly kind?: BodyKind | null;
  /** GSS code of the authority itself and of the area. */
  readonly authority?: string | null;
  /** Words of the name. */
  readonly q?: string;
  /** For a reader, who sees only who has signed: of a name that very many bear no more are counted than `countedAtMost`. */
  readonly isReader?: true;
  readonly today: string;
  readonly place?: Place;
  readonly count: number;
}

/** Where more have a part of a name, nobody counts them: whoever gets so many narrows the search. */
export const countedAtMost = 200;

export interface RegisterFound {
  /** How many there are of each word among those asked for, whichever word was asked for; empty where there are more than are counted. */
  readonly counts: ReadonlyMap<ShownWord, number>;
  readonly total: number;
  /** There are more than `total`. */
  readonly isMore: boolean;
  readonly entries: readonly EntryLine[];
  /** The places before and after them. */
  readonly before: string | null;
  readonly after: string | null;
}

function partsOf(wish: RegisterWish): readonly string[] {
  return fold(wish.q ?? '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, 6);
}

function among(wish: RegisterWish) {
  return sql<boolean>`${sql.join(
    [
      sql`framework = ${wish.framework}`,
      ...(wish.kind ? [sql`kind = ${wish.kind}`] : []),
      ...(wish.authority ? [sql`authority = ${wish.authority}`] : []),
      ...partsOf(wish).map((word) => sql`folded like ${`%${word}%`}`),
    ],
    sql` and `,
  )}`;
}

/** So few are put in order after they were found; more are met while the register is gone through by name. */
const fewAtMost = 100;

/**
 * What has one of these words. Who signed stands in three columns that say the same, and the planner, which takes each for news, believes in
 * a handful where there are thousands. Of "coalesce" it knows nothing and believes in half of all: the register is gone through by name.
 */
function standsAs(word: ShownWord, today: string, count: number) {
  const half = (condition: unknown) => sql`coalesce(${condition}, false)`;
  const { told, days } = conditionsInSql(entrySteps, word, today);
  const isState = told === 'signed' ? half(sql`state = ${told}`) : sql`state = ${told}`;
  // Of few who lapsed the planner may know: an index has their days.
  const isPlain = word === 'lapsed' && count <= fewAtMost;
  return sql<boolean>`${sql.join(
    [isState, ...days.map(({ column, is }) => (column === 'lapses_on' && !isPlain ? half(is) : is))],
    sql` and `,
  )}`;
}

async function countsOf(read: Read, wish: RegisterWish): Promise<ReadonlyMap<ShownWord, number>> {
  return tally(
    read,
    ['register', wish.framework, wish.kind ?? null, wish.authority ?? null, wish.q ?? '', wish.today],
    async () => {
      const { rows } = await sql<{
        word: ShownWord;
        count: number;
      }>`select ${wordInSql(entrySteps, wish.today)} as word, count(*) as count from published.register_entry where ${among(wish)} group by 1`.execute(
        read,
      );
      return new Map(rows.map(({ word, count }) => [word, count]));
    },
  );
}

/** The words that stand in a register, whatever somebody looks for in it. */
export async function wordsIn(read: Read, framework: string, today: string): Promise<ReadonlySet<ShownWord>> {
  return new Set((await countsOf(read, { framework, today, count: 0 })).keys());
}

const byName: readonly Key[] = [
  { by: 'folded', type: 'text' },
  { by: 'slug', type: 'text' },
];

/** Those in whose name these parts stand, with their words; one more than are counted says that there are more. */
async function signedNamed(
  read: Read,
  wish: RegisterWish,
): Promise<readonly { readonly slug: string; readonly word: ShownWord }[]> {
  const { rows } = await sql<{ slug: string; word: ShownWord }>`
    select slug, ${wordInSql(entrySteps, wish.today)} as word from published.register_entry
     where framework = ${wish.framework} and slug in (
       select named from published.signed_named(
         ${wish.framework}, ${[...partsOf(wish)]}::text[], ${wish.kind ?? null}::text, ${wish.authority || null}::text, ${countedAtMost + 1}) named)`.execute(
    read,
  );
  return rows;
}

interface Counted {
  readonly counts: ReadonlyMap<ShownWord, number>;
  readonly isMore: boolean;
  /** All of them, where they are few. */
  readonly slugs: readonly string[] | null;
}

async function counted(read: Read, wish: RegisterWish): Promise<Counted> {
  if (wish.isReader === undefined || partsOf(wish).length === 0)
    return { counts: await countsOf(read, wish), isMore: false, slugs: null };
  const named = await signedNamed(read, wish);
  if (named.length > countedAtMost) return { counts: new Map(), isMore: true, slugs: null };
  const counts = new Map([...Map.groupBy(named, ({ word }) => word)].map(([word, own]) => [word, own.length]));
  return { counts, isMore: false, slugs: named.map(({ slug }) => slug) };
}

/** Entries by name, never by level: a register is no league table. So many from a place on, and how many there are of each word. */
export async function publishedRegister(read: Read, wish: RegisterWish): Promise<RegisterFound> {
  const { counts, isMore, slugs } = await counted(read, wish);
  const all = isMore ? countedAtMost : [...counts.values()].reduce((sum, count) => sum + count, 0);
  const total = wish.show && !isMore ? (counts.get(wish.show) ?? 0) : all;
  const entries = read
    .selectFrom('published.register_entry')
    .select(lineColumns)
    .$if(slugs === null, (query) => query.where(among(wish)))
    .$if(slugs !== null, (query) =>
      query.where('framework', '=', wish.framework).where(sql<boolean>`slug = any(${[...(slugs ?? [])]}::text[])`),
    )
    .$if(Boolean(wish.show), (query) => query.where(standsAs(wish.show ?? 'signed', wish.today, total)));
  const { rows, before, after } = await slice(entries, { keys: byName }, wish.place ?? beginning, wish.count);
  return { counts, total, isMore, entries: rows, before, after };
}

/** The four figures that always stand together (reference listening 5.3). */
export interface RegisterFigures {
  readonly signed: number;
  readonly acting: number;
  readonly overdue: number;
  readonly lapsed: number;
}

/** Of the whole register. `counts` saves a look where it is at hand already. */
export async function registerFigures(
  read: Read,
  framework: string,
  today: string,
  counts?: ReadonlyMap<ShownWord, number>,
): Promise<RegisterFigures> {
  const of = counts ?? (await countsOf(read, { framework, today, count: 0 }));
  const sum = (...words: readonly ShownWord[]): number => words.reduce((total, word) => total + (of.get(word) ?? 0), 0);
  const overdue = await tally(read, ['overdue in register', framework, today], async () => {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from published.promise p
       where p.framework = ${framework} and ${isCalledInSql(promiseSteps, 'overdue', today, 'p')}
         and exists (select from published.register_entry e where e.organisation = p.organisation
           and e.framework = ${framework} and ${isCalledInSql(signatureSteps, 'signed', today, 'e')})`.execute(read);
    return rows[0]?.count ?? 0;
  });
  return {
    signed: sum('signed', 'acting', 'showing', 'heard'),
    acting: sum('acting', 'showing', 'heard'),
    overdue,
    lapsed: sum('lapsed'),
  };
}

export interface WholeEntry extends EntryLine, Facts {
  readonly framework: string;
  readonly organisation: string | null;
  readonly organisation_slug: string | null;
  readonly invited_on: string | null;
  readonly interested_on: string | null;
  readonly first_signed_on: string | null;
  readonly signed_by: string | null;
  readonly signed_role: string | null;
  readonly mandate: string | null;
  readonly mandate_link: string | null;
  readonly mandate_on: string | null;
  readonly asks: readonly string[];
  readonly ended_on: string | null;
  readonly ended_by: string | null;
  readonly reason: string | null;
}

/** An entry as readers may know it; undefined where the register has none of that name. */
export async function publishedEntry(read: Read, framework: string, slug: string): Promise<WholeEntry | undefined> {
  return read
    .selectFrom('published.register_entry')
    .select([
      ...lineColumns,
      'framework',
      'organisation',
      'organisation_slug',
      'invited_on',
      'interested_on',
      'first_signed_on',
      'signed_by',
      'signed_role',
      'mandate',
      'mandate_link',
      'mandate_on',
      'asks',
      'ended_on',
      'ended_by',
      'reason',
      'shown_until',
      'practised_until',
      'confirmed_until',
    ])
    .where('framework', '=', framework)
    .where('slug', '=', slug)
    .executeTakeFirst();
}

export interface EntryEvent {
  readonly position: number;
  readonly day: string;
  readonly kind: EntryEventKind;
  readonly detail: EventDetail;
}

/** Newest first. */
export async function entryEvents(read: Read, framework: string, slug: string): Promise<readonly EntryEvent[]> {
  return read
    .selectFrom('published.register_event')
    .select(['position', 'day', 'kind', 'detail'])
    .where('framework', '=', framework)
    .where('slug', '=', slug)
    .orderBy('position', 'desc')
    .execute();
}

export interface CountedPromise {
  readonly slug: string;
  readonly aim: string;
  readonly theme: string | null;
  readonly state: string;
  readonly due: string;
  readonly kept_on: string | null;
  readonly evidence: string | null;
  readonly confirmed_on: string | null;
  readonly counts_until: string | null;
}

export interface Earning {
  /** Of each promised theme the promise that counts longest. */
  readonly perTheme: ReadonlyMap<string, CountedPromise>;
  readonly shown: CountedPromise | null;
  readonly confirmed: CountedPromise | null;
  readonly practice: { readonly slug: string; readonly title: string; readonly published_on: string } | null;
  readonly overdue: number;
}

/** What exactly a level comes from: the promises and the practice that give its dates. One question, for a page that asks many. */
export async function earningOf(read: Read, framework: string, organisation: string, today: string): Promise<Earning> {
  const promise = sql`jsonb_build_object('slug', p.slug, 'aim', p.aim, 'theme', p.theme, 'state', p.state, 'due', p.due, 'kept_on', p.kept_on,
    'evidence', p.evidence, 'confirmed_on', p.confirmed_on, 'counts_until', p.counts_until)`;
  const own = sql`from published.promise p where p.organisation = ${organisation} and p.framework = ${framework}`;
  const { rows } = await sql<{
    readonly best: readonly CountedPromise[] | null;
    readonly shown: CountedPromise | null;
    readonly confirmed: CountedPromise | null;
    readonly practice: Earning['practice'];
    readonly overdue: number;
  }>`
    select (select jsonb_agg(best.promise) from (
              select distinct on (p.theme) ${promise} as promise ${own} and p.counts_until is not null and p.theme is not null
               order by p.theme, p.counts_until desc, p.slug) best) as best,
           (select ${promise} ${own} and p.shown_until is not null order by p.shown_until desc, p.slug limit 1) as shown,
           (select ${promise} ${own} and p.confirmed_until is not null
             order by p.confirmed_until desc, p.slug limit 1) as confirmed,
           (select jsonb_build_object('slug', r.slug, 'title', r.title, 'published_on', r.published_on) from published.practice r
             where r.organisation = ${organisation} and r.counts_until is not null
               and exists (select from unnest(r.themes) theme where starts_with(theme, ${`${framework} `}))
             order by r.counts_until desc, r.slug limit 1) as practice,
           (select count(*) ${own} and ${isCalledInSql(promiseSteps, 'overdue', today, 'p')}) as overdue`.execute(read);
  const [found] = rows;
  return {
    perTheme: new Map((found?.best ?? []).map((one) => [one.theme ?? '', one])),
    shown: found?.shown ?? null,
    confirmed: found?.confirmed ?? null,
    practice: found?.practice ?? null,
    overdue: found?.overdue ?? 0,
  };
}

/** The entries of the authorities with these codes, by code. */
export async function authorityEntries(
  read: Read,
  framework: string,
  codes: readonly string[],
): Promise<ReadonlyMap<string, EntryLine>> {
  const rows = await read
    .selectFrom('published.register_entry')
    .select(lineColumns)
    .where('framework', '=', framework)
    .where('kind', '=', 'authority')
    .where('authority', 'in', codes)
    .execute();
  return new Map(rows.map((row) => [row.authority ?? '', row]));
}

/** How many schools, trusts and groups of each area have signed and not lapsed. */
export async function signedInArea(
  read: Read,
  framework: string,
  codes: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ authority: string; count: number }>`
    select authority, count(*) as count from published.register_entry
     where framework = ${framework} and authority = any(${codes}::text[]) and kind <> 'authority'
       and ${isCalledInSql(signatureSteps, 'signed', today)} group by authority`.execute(read);
  return new Map(rows.map(({ authority, count }) => [authority, count]));
}

/** The areas that a register names, for its filter. */
export async function registerAreas(
  read: Read,
  framework: string,
): Promise<readonly { readonly code: string; readonly name: string }[]> {
  return tally(read, ['areas of register', framework], async () => {
    // A probe of an index for each authority is quicker than reading all entries.
    const { rows } = await sql<{
      code: string;
      name: string;
    }>`select code, name from published.authority a where exists (select from published.register_entry e
      where e.framework = ${framework} and e.authority = a.code) order by name`.execute(read);
    return rows;
  });
}

export interface RegisterRow extends EntryLine {
  readonly first_signed_on: string | null;
  readonly signed_by: string | null;
  readonly signed_role: string | null;
  readonly mandate_link: string | null;
  readonly ended_on: string | null;
  readonly reason: string | null;
}

/** The whole register for whoever wants to count it anew: each row as `shown` makes it. */
export async function wholeRegister<T>(
  read: Read,
  framework: string,
  shown: (row: RegisterRow) => T,
): Promise<readonly T[]> {
  const among = read
    .selectFrom('published.register_entry')
    .select([...lineColumns, 'first_signed_on', 'signed_by', 'signed_role', 'mandate_link', 'ended_on', 'reason'])
    .where('framework', '=', framework);
  return whole(among, { keys: byName }, shown);
}

/** The entries about an organisation, by framework: its own, and those that name it and that it has not taken up yet. */
export async function entriesAbout(
  read: Read,
  own: { readonly id: string; readonly kind: string; readonly authority: string | null; readonly urn: number | null },
): Promise<ReadonlyMap<string, EntryLine & { readonly framework: string; readonly organisation: string | null }>> {
  const rows = await read
    .selectFrom('published.register_entry')
    .select([...lineColumns, 'framework', 'organisation'])
    .where((either) =>
      either.or([
        either('organisation', '=', own.id),
        ...(own.urn === null ? [] : [either.and([either('urn', '=', own.urn), either('organisation', 'is', null)])]),
        ...(own.kind === 'authority' && own.authority !== null
          ? [
              either.and([
                either('kind', '=', 'authority'),
                either('authority', '=', own.authority),
                either('organisation', 'is', null),
              ]),
            ]
          : []),
      ]),
    )
    .execute();
  return new Map(rows.map((row) => [row.framework, row]));
}

/** The frameworks that ask something of an audience. */
export async function frameworksAsking(read: Read, audience: Audience): Promise<ReadonlySet<string>> {
  const rows = await read
    .selectFrom('published.ask')
    .select('framework')
    .distinct()
    .where('audience', '=', audience)
    .execute();
  return new Set(rows.map(({ framework }) => framework));
}
