/** What the public gate knows of authorities and schools: the published tables and nothing else. */
import { type RawBuilder, sql } from 'kysely';
import type { Read } from '#kit/db/gate.js';
import { spelling } from './rules.js';
import type { SchoolStatus } from './words.js';

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
export async function publishedAuthorities(read: Read, wish: { readonly region?: string; readonly kind?: string; readonly from?: number; readonly count?: number } = {}): Promise<readonly AuthorityLine[]> {
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
export async function countAuthorities(read: Read, { region, kind }: { readonly region: string; readonly kind: string }): Promise<number> {
  const { total } = await read
    .selectFrom('published.authority')
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .$if(region !== '', (asked) => asked.where('region', '=', region))
    .$if(kind !== '', (asked) => asked.where('kind', '=', kind))
    .executeTakeFirstOrThrow();
  return total;
}

/** The regions and kinds that there are, to choose from. */
export async function authorityChoices(read: Read): Promise<{ readonly regions: readonly string[]; readonly kinds: readonly string[] }> {
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
  const own = await read.selectFrom('published.authority').select([...lineOfAuthority, 'official_name', 'part_of', 'replaced_by']).where('code', '=', code).executeTakeFirst();
  if (!own) return undefined;
  const { part_of, replaced_by, ...facts } = own;
  // The table has some hundreds of rows: one look at it answers all four.
  const near = await read
    .selectFrom('published.authority')
    .select([...lineOfAuthority, 'part_of', 'replaced_by'])
    .where((either) => either.or([either('code', 'in', ['', ...part_of, ...replaced_by]), sql<boolean>`part_of @> array[${code}]::text[]`, sql<boolean>`replaced_by @> array[${code}]::text[]`]))
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

/** A word comes near from this likeness to a part of the name (word_similarity of pg_trgm, 0 to 1); the whole question from the database's own threshold (db/client.ts), which its index serves. */
const nearFrom = 0.6;
const wordsAtMost = 8;

/**
 * Schools by name. Every word must stand in the name or the town; where no school has them all, every word must come near
 * one there (pg_trgm), and where that finds nothing the nearest as a whole are given. A URN finds its school.
 */
export async function publishedSchools(read: Read, wish: SchoolsWishAt): Promise<SchoolsAnswer> {
  const asked = spelling(wish.q ?? '');
  const words = asked.split(' ').filter((word) => word !== '').slice(0, wordsAtMost);
  const among = read
    .selectFrom('published.school as school')
    .$if((wish.authority ?? '') !== '', (query) => query.where('school.authority', '=', wish.authority ?? ''))
    .$if((wish.phase ?? '') !== '', (query) => query.where('school.phase', '=', wish.phase ?? ''));
  const urn = /^[1-9]\d{4,6}$/.test(asked) ? Number(asked) : null;
  // Three looks, each asked only where the one before found nothing: likeness costs a hundred times what a plain match does.
  const exact = words.reduce((query, word) => query.where(sql<boolean>`(school.folded like ${`%${word}%`}${urn === null ? sql`` : sql` or school.urn = ${urn}`})`), among);
  const found = await answered(exact, wish, asked === '' ? null : sql`(school.folded like ${`${asked}%`}) desc, (school.status = 'closed')`);
  if (found.total > 0 || words.length === 0) return { ...found, near: false };
  const likeness = sql`word_similarity(${asked}, school.folded) desc, (school.status = 'closed')`;
  const misspelt = await answered(words.reduce((query, word) => query.where(sql<boolean>`${word} <% school.folded and word_similarity(${word}, school.folded) >= ${nearFrom}`), among), wish, likeness);
  if (misspelt.total > 0) return { ...misspelt, near: true };
  const loose = await answered(among.where(sql<boolean>`${asked} <% school.folded`), wish, likeness);
  return { ...loose, near: loose.total > 0 };
}

async function answered(among: ReturnType<typeof fromSchools>, wish: SchoolsWishAt, first: RawBuilder<unknown> | null): Promise<Omit<SchoolsAnswer, 'near'>> {
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
  const { total } = await among.select((expression) => expression.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
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
  readonly predecessors: readonly LinkedSchool[];
  readonly successors: readonly LinkedSchool[];
}

export interface LinkedSchool {
  readonly urn: number;
  /** Null where the register links to a school that has not been imported. */
  readonly name: string | null;
}

/** A school or setting by its URN; undefined where none is known. */
export async function publishedSchool(read: Read, urn: number): Promise<PublishedSchool | undefined> {
  const own = await read
    .selectFrom('published.school')
    .select([...lineOfSchool, 'laestab', 'ukprn', 'authority', 'opens', 'closes', 'low_age', 'high_age', 'trust', 'predecessors', 'successors'])
    .where('urn', '=', urn)
    .executeTakeFirst();
  if (!own) return undefined;
  // A link that only the other side gives is a link as well.
  const near = await read
    .selectFrom('published.school')
    .select(['urn', 'name', 'predecessors', 'successors'])
    .where((either) => either.or([either('urn', 'in', [0, ...own.predecessors, ...own.successors]), sql<boolean>`predecessors @> array[${urn}]::integer[]`, sql<boolean>`successors @> array[${urn}]::integer[]`]))
    .execute();
  const nameOf = new Map(near.map((one) => [one.urn, one.name]));
  const linked = (said: readonly number[], others: readonly { readonly urn: number }[]): readonly LinkedSchool[] =>
    [...new Set([...said, ...others.map((one) => one.urn)])].sort((a, b) => a - b).map((one) => ({ urn: one, name: nameOf.get(one) ?? null }));
  return {
    ...own,
    predecessors: linked(own.predecessors, near.filter((one) => one.successors.includes(urn))),
    successors: linked(own.successors, near.filter((one) => one.predecessors.includes(urn))),
  };
}
