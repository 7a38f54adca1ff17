/** Saves rows of the directory in batches, on both sides: the record and what the public gate reads. */
import { sql } from 'kysely';
import type { Write } from '#kit/db/gate.js';
import { spelling } from './rules.js';
import type { Authority, School, SchoolLink, Trust } from './words.js';

export const batch = 2_000;

export interface SchoolToSave extends School {
  readonly authority: string | null;
  readonly folded: string;
}

/** PostgreSQL's own writing of an array of numbers: unnest would take a list of lists apart to its last number. */
function numbers(list: readonly number[]): string {
  return `{${list.join(',')}}`;
}

/** Saves up to a batch of schools, new or known. */
export async function saveSchools(write: Write, schools: readonly SchoolToSave[], now: Date): Promise<void> {
  const column = <K extends keyof SchoolToSave>(key: K) => schools.map((school) => school[key]);
  await sql`
    insert into record.school (urn, name, status, phase, kind, la_code, la_name, laestab, ukprn, authority, opens,
      closes, low_age, high_age, trust, trust_code, town, postcode_area, predecessors, successors, changed_at)
    select urn, name, status, phase, kind, la_code, la_name, laestab, ukprn, authority, opens, closes, low_age,
      high_age, trust, trust_code, town, postcode_area, predecessors::integer[], successors::integer[], ${now}
      from unnest(${column('urn')}::integer[], ${column('name')}::text[], ${column('status')}::text[],
        ${column('phase')}::text[], ${column('kind')}::text[], ${column('la_code')}::text[], ${column('la_name')}::text[],
        ${column('laestab')}::text[], ${column('ukprn')}::text[], ${column('authority')}::text[],
          ${column('opens')}::date[], ${column('closes')}::date[], ${column('low_age')}::smallint[],
          ${column('high_age')}::smallint[],
        ${column('trust')}::text[], ${column('trust_code')}::text[], ${column('town')}::text[],
          ${column('postcode_area')}::text[], ${column('predecessors').map(numbers)}::text[],
          ${column('successors').map(numbers)}::text[])
        as given (urn, name, status, phase, kind, la_code, la_name, laestab, ukprn, authority, opens, closes, low_age,
          high_age, trust, trust_code, town, postcode_area, predecessors, successors)
    on conflict (urn) do update
      set (name, status, phase, kind, la_code, la_name, laestab, ukprn, authority, opens, closes, low_age, high_age,
      trust, trust_code, town, postcode_area, predecessors, successors, changed_at)
      = (excluded.name, excluded.status, excluded.phase, excluded.kind, excluded.la_code, excluded.la_name,
        excluded.laestab, excluded.ukprn, excluded.authority, excluded.opens, excluded.closes, excluded.low_age,
        excluded.high_age,
         excluded.trust, excluded.trust_code, excluded.town, excluded.postcode_area, excluded.predecessors, excluded.successors, excluded.changed_at)`.execute(
    write,
  );
  await sql`
    insert into published.school (urn, name, status, phase, kind, la_name, laestab, ukprn, authority, opens, closes,
      low_age, high_age, trust, trust_code, town, postcode_area, predecessors, successors, folded)
    select kept.urn, name, status, phase, kind, la_name, laestab, ukprn, authority, opens, closes, low_age, high_age,
      trust, trust_code, town, postcode_area, predecessors, successors, given.folded
      from unnest(${column('urn')}::integer[], ${column('folded')}::text[]) as given (urn, folded) join record.school kept on kept.urn = given.urn
    on conflict (urn) do update
      set (name, status, phase, kind, la_name, laestab, ukprn, authority, opens, closes, low_age, high_age, trust,
      trust_code, town, postcode_area, predecessors, successors, folded)
      = (excluded.name, excluded.status, excluded.phase, excluded.kind, excluded.la_name, excluded.laestab,
        excluded.ukprn, excluded.authority, excluded.opens, excluded.closes, excluded.low_age, excluded.high_age,
         excluded.trust, excluded.trust_code, excluded.town, excluded.postcode_area, excluded.predecessors, excluded.successors, excluded.folded)`.execute(
    write,
  );
}

/** Saves up to a batch of links, new or known. */
export async function saveLinks(write: Write, links: readonly SchoolLink[], now: Date): Promise<void> {
  const column = <K extends keyof SchoolLink>(key: K) => links.map((link) => link[key]);
  const given = sql`unnest(${column('urn')}::integer[], ${column('linked')}::integer[], ${column('relation')}::text[],
    ${column('how')}::text[], ${column('since')}::date[]) as given (urn, linked, relation, how, since)`;
  await sql`insert into record.school_link (urn, linked, relation, how, since, changed_at) select urn, linked, relation, how, since, ${now} from ${given}
    on conflict (urn, linked, relation) do update set (how, since, changed_at) = (excluded.how, excluded.since, excluded.changed_at)`.execute(
    write,
  );
  await sql`insert into published.school_link (urn, linked, relation, how, since) select urn, linked, relation, how, since from ${given}
    on conflict (urn, linked, relation) do update set (how, since) = (excluded.how, excluded.since)`.execute(write);
}

/** Saves trusts, new or known. */
export async function saveTrusts(write: Write, trusts: readonly Trust[], now: Date): Promise<void> {
  for (let start = 0; start < trusts.length; start += batch) {
    const part = trusts.slice(start, start + batch);
    const [codes, names, kinds, folded] = [
      part.map(({ code }) => code),
      part.map(({ name }) => name),
      part.map(({ kind }) => kind),
      part.map(({ name }) => spelling(name)),
    ];
    await sql`insert into record.trust (code, name, kind, changed_at) select code, name, kind, ${now}
      from unnest(${codes}::text[], ${names}::text[], ${kinds}::text[]) as given (code, name, kind)
      on conflict (code) do update set (name, kind, changed_at) = (excluded.name, excluded.kind, excluded.changed_at)`.execute(
      write,
    );
    await sql`insert into published.trust (code, name, kind, folded) select code, name, kind, folded
      from unnest(${codes}::text[], ${names}::text[], ${kinds}::text[], ${folded}::text[]) as given (code, name, kind,
      folded)
      on conflict (code) do update set (name, kind, folded) = (excluded.name, excluded.kind, excluded.folded)`.execute(
      write,
    );
  }
}

/** Saves authorities, new or known. */
export async function saveAuthorities(write: Write, authorities: readonly Authority[], now: Date): Promise<void> {
  // A few hundred rows of lists: a statement each is quick enough, and plain.
  for (const authority of authorities) {
    const { spellings, ...shown } = {
      ...authority,
      part_of: [...authority.part_of],
      replaced_by: [...authority.replaced_by],
    };
    const { code: _, ...rest } = shown;
    const own = { spellings: [...spellings], changed_at: now };
    await write
      .insertInto('record.authority')
      .values({ ...shown, ...own })
      .onConflict((conflict) => conflict.column('code').doUpdateSet({ ...rest, ...own }))
      .execute();
    await write
      .insertInto('published.authority')
      .values({ ...shown, schools: 0 })
      .onConflict((conflict) => conflict.column('code').doUpdateSet(rest))
      .execute();
  }
}

/** How many open schools each trust has. */
export async function countTrustSchools(write: Write): Promise<void> {
  await sql`
    update published.trust as trust set schools = counted.schools
      from (select one.code, count(school.urn)::integer as schools from published.trust one left
        join published.school on school.trust_code = one.code and school.status in ('open', 'proposed to close')
        group by one.code) as counted
     where counted.code = trust.code and counted.schools <> trust.schools`.execute(write);
}

/** How many schools stand under each authority; counted once for each import, not for each reader. */
export async function countSchools(write: Write): Promise<void> {
  await sql`
    update published.authority as authority set schools = counted.schools
      from (select one.code, count(school.urn)::integer as schools from published.authority one left
        join published.school on school.authority = one.code group by one.code) as counted
     where counted.code = authority.code and counted.schools <> authority.schools`.execute(write);
}
