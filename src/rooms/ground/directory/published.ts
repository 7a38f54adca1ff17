/** What the public gate knows of authorities and schools: the published tables and nothing else. */
import { type RawBuilder, sql } from 'kysely';
import type { Read } from '#kit/db/gate.js';
import { spelling } from './rules.js';
import type { SchoolLink, SchoolStatus } from './words.js';

export interface AuthorityLine {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly nation: string;
  readonly region: string | null;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly schools: number;
}

const lineOfAuthority = ['code', 'name', 'kind', 'nation', 'region', 'starts', 'ends', 'schools'] as const;

/** Authorities by name, all or those of a region and of a kind, all or so many from a place on. */
export async function publishedAuthorities(
  read: Read,
  wish: { readonly region?: string; readonly kind?: string; readonly from?: number; readonly count?: number } = {},
): Promise<readonly AuthorityLine[]> {
  const { region = '', kind = '', from = 0, count } = wish;
  return read
    .selectFrom('published.authority')
    .select(lineOfAuthority)
    .$if(region !== '', (asked) => asked.where('region', '=', region))
    .$if(kind !== '', (asked) => asked.where('kind', '=', kind))
    .orderBy('name')
    .orderBy('code')
    .$if(count !== undefined, (asked) => asked.offset(from).limit(count ?? 0))
    .execute();
}

/** How many authorities a region and a kind have. */
export async function countAuthorities(
  read: Read,
  { region, kind }: { readonly region: string; readonly kind: string },
): Promise<number> {
  const { total } = await read
    .selectFrom('published.authority')
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .$if(region !== '', (asked) => asked.where('region', '=', region))
    .$if(kind !== '', (asked) => asked.where('kind', '=', kind))
    .executeTakeFirstOrThrow();
  return total;
}

/** The regions and kinds that there are, to choose from. */
export async function authorityChoices(
  read: Read,
): Promise<{ readonly regions: readonly string[]; readonly kinds: readonly string[] }> {
  const rows = await read.selectFrom('published.authority').select(['region', 'kind']).distinct().execute();
  const sorted = (values: readonly (string | null)[]) => [...new Set(values.filter((value) => value !== null))].sort();
  return { regions: sorted(rows.map(({ region }) => region)), kinds: sorted(rows.map(({ kind }) => kind)) };
}

export interface PublishedAuthority extends AuthorityLine {
  readonly official_name: string;
  readonly partOf: readonly AuthorityLine[];
  readonly parts: readonly AuthorityLine[];
  readonly predecessors: readonly AuthorityLine[];
  readonly successors: readonly AuthorityLine[];
}

/** An authority with those around it and before and after it; undefined where no such code is known. */
export async function publishedAuthority(read: Read, code: string): Promise<PublishedAuthority | undefined> {
  const own = await read
    .selectFrom('published.authority')
    .select([...lineOfAuthority, 'official_name', 'part_of', 'replaced_by'])
    .where('code', '=', code)
    .executeTakeFirst();
  if (!own) return undefined;
  const { part_of, replaced_by, ...facts } = own;
  // The table has some hundreds of rows: one look at it answers all four.
  const near = await read
    .selectFrom('published.authority')
    .select([...lineOfAuthority, 'part_of', 'replaced_by'])
    .where((either) =>
      either.or([
        either('code', 'in', ['', ...part_of, ...replaced_by]),
        sql<boolean>`part_of @> array[${code}]::text[]`,
        sql<boolean>`replaced_by @> array[${code}]::text[]`,
      ]),
    )
    .orderBy('name')
    .orderBy('code')
    .execute();
  const lines = (wanted: (one: (typeof near)[number]) => boolean): readonly AuthorityLine[] => near.filter(wanted);
  return {
    ...facts,
    partOf: lines((one) => part_of.includes(one.code)),
    parts: lines((one) => one.part_of.includes(code)),
    predecessors: lines((one) => one.replaced_by.includes(code)),
    successors: lines((one) => replaced_by.includes(one.code)),
  };
}

export interface SchoolLine {
  readonly urn: number;
  readonly name: string;
  readonly status: SchoolStatus;
  readonly phase: string | null;
  readonly kind: string;
  readonly town: string | null;
  readonly postcode_area: string | null;
  readonly la_name: string;
}

const lineOfSchool = ['urn', 'name', 'status', 'phase', 'kind', 'town', 'postcode_area', 'la_name'] as const;

export interface SchoolsWishAt {
  readonly q?: string;
  readonly authority?: string;
  readonly phase?: string;
  readonly from: number;
  readonly count: number;
}

export interface SchoolsAnswer {
  readonly total: number;
  readonly schools: readonly SchoolLine[];
  /** No school has all the words: these come near. */
  readonly near: boolean;
}

/**
 * A word comes near from this likeness to a part of the name (word_similarity of pg_trgm, 0 to 1); the whole question
 * from the database's own threshold (db/client.ts), which its index serves.
 */
const nearFrom = 0.6;
const wordsAtMost = 8;

/**
 * Schools by name. Every word must stand in the name or the town; where no school has them all, every word must come near
 * one there (pg_trgm), and where that finds nothing the nearest as a whole are given. A URN finds its school.
 */
export async function publishedSchools(read: Read, wish: SchoolsWishAt): Promise<SchoolsAnswer> {
  const asked = spelling(wish.q ?? '');
  const words = asked
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, wordsAtMost);
  const among = read
    .selectFrom('published.school as school')
    .$if((wish.authority ?? '') !== '', (query) => query.where('school.authority', '=', wish.authority ?? ''))
    .$if((wish.phase ?? '') !== '', (query) => query.where('school.phase', '=', wish.phase ?? ''));
  const urn = /^[1-9]\d{4,6}$/.test(asked) ? Number(asked) : null;
  // Three looks, each asked only where the one before found nothing: likeness costs a hundred times what a plain match does.
  const exact = words.reduce(
    (query, word) =>
      query.where(
        sql<boolean>`(school.folded like ${`%${word}%`}${urn === null ? sql`` : sql` or school.urn = ${urn}`})`,
      ),
    among,
  );
  const found = await answered(
    exact,
    wish,
    asked === '' ? null : sql`(school.folded like ${`${asked}%`}) desc, (school.status = 'closed')`,
  );
  if (found.total > 0 || words.length === 0) return { ...found, near: false };
  const likeness = sql`word_similarity(${asked}, school.folded) desc, (school.status = 'closed')`;
  const misspelt = await answered(
    words.reduce(
      (query, word) =>
        query.where(sql<boolean>`${word} <% school.folded and word_similarity(${word}, school.folded) >= ${nearFrom}`),
      among,
    ),
    wish,
    likeness,
  );
  if (misspelt.total > 0) return { ...misspelt, near: true };
  const loose = await answered(among.where(sql<boolean>`${asked} <% school.folded`), wish, likeness);
  return { ...loose, near: loose.total > 0 };
}

async function answered(
  among: ReturnType<typeof fromSchools>,
  wish: SchoolsWishAt,
  first: RawBuilder<unknown> | null,
): Promise<Omit<SchoolsAnswer, 'near'>> {
  const rows = await among
    .select(lineOfSchool.map((name) => `school.${name}` as const))
    // Counted on the way: a second look would cost as much again.
    .select(sql<number>`count(*) over ()`.as('total'))
    .$if(first !== null, (query) => query.orderBy(first ?? sql`1`))
    .orderBy('school.name')
    .orderBy('school.urn')
    .offset(wish.from)
    .limit(wish.count)
    .execute();
  if (rows[0] || wish.from === 0) return { total: rows[0]?.total ?? 0, schools: rows };
  // Beyond the last page there is no row that could say how many there are.
  const { total } = await among
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { total, schools: [] };
}

function fromSchools(read: Read) {
  return read.selectFrom('published.school as school');
}

export interface PublishedSchool extends SchoolLine {
  readonly laestab: string | null;
  readonly ukprn: string | null;
  readonly authority: string | null;
  readonly opens: string | null;
  readonly closes: string | null;
  readonly low_age: number | null;
  readonly high_age: number | null;
  readonly trust: string | null;
  /** Number of the trust, where it has a page here. */
  readonly trust_code: string | null;
  readonly predecessors: readonly LinkedSchool[];
  readonly successors: readonly LinkedSchool[];
}

export interface LinkedSchool {
  readonly urn: number;
  /** Null where the register links to a school that has not been imported. */
  readonly name: string | null;
  /** "amalgamated", and from which day: as the links file says. */
  readonly how: string | null;
  readonly since: string | null;
}

/** A school or setting by its URN; undefined where none is known. */
export async function publishedSchool(read: Read, urn: number): Promise<PublishedSchool | undefined> {
  const own = await read
    .selectFrom('published.school')
    .select([
      ...lineOfSchool,
      'laestab',
      'ukprn',
      'authority',
      'opens',
      'closes',
      'low_age',
      'high_age',
      'trust',
      'trust_code',
      'predecessors',
      'successors',
    ])
    .where('urn', '=', urn)
    .executeTakeFirst();
  if (!own) return undefined;
  // A link that only the other side gives is a link as well.
  const links = await read
    .selectFrom('published.school_link')
    .selectAll()
    .where((either) => either.or([either('urn', '=', urn), either('linked', '=', urn)]))
    .orderBy('urn')
    .orderBy('linked')
    .execute();
  const near = await read
    .selectFrom('published.school')
    .select(['urn', 'name', 'predecessors', 'successors'])
    .where((either) =>
      either.or([
        either('urn', 'in', [
          0,
          ...own.predecessors,
          ...own.successors,
          ...links.flatMap((link) => [link.urn, link.linked]),
        ]),
        sql<boolean>`predecessors @> array[${urn}]::integer[]`,
        sql<boolean>`successors @> array[${urn}]::integer[]`,
      ]),
    )
    .execute();
  const nameOf = new Map(near.map((one) => [one.urn, one.name]));
  const linked = (
    relation: SchoolLink['relation'],
    said: readonly number[],
    others: readonly { readonly urn: number }[],
  ): readonly LinkedSchool[] => {
    const mirrored = relation === 'predecessor' ? 'successor' : 'predecessor';
    const told = links.flatMap((link) =>
      link.urn === urn && link.relation === relation
        ? [{ ...link, other: link.linked }]
        : link.linked === urn && link.relation === mirrored
          ? [{ ...link, other: link.urn }]
          : [],
    );
    const of = Map.groupBy(told, ({ other }) => other);
    return [...new Set([...said, ...others.map((one) => one.urn), ...of.keys()])]
      .sort((a, b) => a - b)
      .map((one) => ({
        urn: one,
        name: nameOf.get(one) ?? null,
        how: of.get(one)?.find(({ how }) => how !== null)?.how ?? null,
        since: of.get(one)?.find(({ since }) => since !== null)?.since ?? null,
      }));
  };
  const isTrustHere =
    own.trust_code !== null &&
    (await read.selectFrom('published.trust').select('code').where('code', '=', own.trust_code).executeTakeFirst()) !==
      undefined;
  return {
    ...own,
    trust_code: isTrustHere ? own.trust_code : null,
    predecessors: linked(
      'predecessor',
      own.predecessors,
      near.filter((one) => one.successors.includes(urn)),
    ),
    successors: linked(
      'successor',
      own.successors,
      near.filter((one) => one.predecessors.includes(urn)),
    ),
  };
}

export interface TrustLine {
  readonly code: string;
  readonly name: string;
  readonly kind: string | null;
  /** Open ones. */
  readonly schools: number;
}

const lineOfTrust = ['code', 'name', 'kind', 'schools'] as const;

/** Trusts by name: every word must stand in it; where none has them all, the likeliest are given, and the answer says so. A number finds its trust. */
export async function publishedTrusts(
  read: Read,
  wish: { readonly q?: string; readonly from: number; readonly count: number },
): Promise<{ readonly total: number; readonly trusts: readonly TrustLine[]; readonly near: boolean }> {
  const asked = spelling(wish.q ?? '');
  const words = asked
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, wordsAtMost);
  const all = read.selectFrom('published.trust as trust');
  const page = async (among: typeof all, likeness: RawBuilder<unknown> | null) => {
    const { total } = await among
      .select((expression) => expression.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const trusts = await among
      .select(lineOfTrust.map((name) => `trust.${name}` as const))
      .$if(likeness !== null, (query) => query.orderBy(likeness ?? sql`1`))
      .orderBy('trust.name')
      .orderBy('trust.code')
      .offset(wish.from)
      .limit(wish.count)
      .execute();
    return { total, trusts };
  };
  const exact = await page(
    words.reduce(
      (query, word) => query.where(sql<boolean>`(trust.folded like ${`%${word}%`} or trust.code = ${word})`),
      all,
    ),
    null,
  );
  if (exact.total > 0 || words.length === 0) return { ...exact, near: false };
  const found = await page(
    all.where(sql<boolean>`${asked} <% trust.folded`),
    sql`word_similarity(${asked}, trust.folded) desc`,
  );
  return { ...found, near: found.total > 0 };
}

export async function publishedTrust(read: Read, code: string): Promise<TrustLine | undefined> {
  return read.selectFrom('published.trust').select(lineOfTrust).where('code', '=', code).executeTakeFirst();
}

/** The schools of a trust by authority and name, open and closed, so many from a place on. */
export async function schoolsOfTrust(
  read: Read,
  code: string,
  from: number,
  count: number,
): Promise<{ readonly total: number; readonly schools: readonly SchoolLine[] }> {
  const among = read.selectFrom('published.school').where('trust_code', '=', code);
  const { total } = await among
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return {
    total,
    schools: await among
      .select(lineOfSchool)
      .orderBy('la_name')
      .orderBy('name')
      .orderBy('urn')
      .offset(from)
      .limit(count)
      .execute(),
  };
}
