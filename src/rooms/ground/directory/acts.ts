/** Bringing a register into the directory: only what changed is written, and what changed is said. */
import type { Write } from '#kit/db/gate.js';
import { journal } from '#kit/journal.js';
import { raiseRevision } from '#kit/publications/publications.js';
import { noteClaims } from '#rooms/ground/people/index.js';
import { fieldChanges, spelling, statusMove, theOneMeant, usualName } from './rules.js';
import {
  batch,
  countSchools,
  countTrustSchools,
  saveAuthorities,
  saveLinks,
  saveSchools,
  type SchoolToSave,
  saveTrusts,
} from './store.js';
import type {
  AuthoritiesReading,
  Authority,
  DirectoryChanges,
  LinksChanges,
  LinksReading,
  ReadSchool,
  School,
  SchoolLink,
  SchoolsChanges,
  SchoolsReading,
  Trust,
} from './words.js';

/** A line of the journal names so many; the rest is counted. */
const namedAtMost = 500;

/** What may differ between two imports. `folded` follows from the name and the town. */
const schoolFields = [
  'name',
  'status',
  'phase',
  'kind',
  'la_code',
  'la_name',
  'laestab',
  'ukprn',
  'authority',
  'opens',
  'closes',
  'low_age',
  'high_age',
  'trust',
  'trust_code',
  'town',
  'postcode_area',
  'predecessors',
  'successors',
] as const;
const authorityFields = [
  'register_code',
  'name',
  'official_name',
  'kind',
  'nation',
  'region',
  'starts',
  'ends',
  'part_of',
  'replaced_by',
  'spellings',
] as const;

interface Tally<Key> {
  readonly added: Key[];
  readonly changed: { key: Key; fields: ReturnType<typeof fieldChanges> }[];
  readonly closed: Key[];
  readonly reopened: Key[];
  unchanged: number;
}

function tally<Key>(): Tally<Key> {
  return { added: [], changed: [], closed: [], reopened: [], unchanged: 0 };
}

/** Brings a reading of the register of schools into the directory, in the caller's transaction; `who` is an account, or "kept" for the command line. */
export async function applySchools(
  write: Write,
  reading: SchoolsReading,
  now: Date,
  who = 'kept',
): Promise<SchoolsChanges> {
  const authorities = await write.selectFrom('record.authority').select(['code', 'ends', 'spellings']).execute();
  const authorityFor = authorityFinder(authorities);
  const told = tally<number>();
  const without = new Map<string, number>();
  for (let start = 0; start < reading.schools.length; start += batch) {
    const part = reading.schools.slice(start, start + batch);
    const before = await write
      .selectFrom('record.school')
      .selectAll()
      .where(
        'urn',
        'in',
        part.map(({ school }) => school.urn),
      )
      .execute();
    const known = new Map(before.map((row) => [row.urn, row]));
    const toSave: SchoolToSave[] = [];
    for (const read of part) {
      const old = known.get(read.school.urn);
      const authority = authorityFor(read);
      if (authority === null) without.set(read.school.la_name, (without.get(read.school.la_name) ?? 0) + 1);
      const school = { ...read.school, ...(old ? kept(old, reading.silent, read.school) : {}), authority };
      if (note(told, school.urn, old, school))
        toSave.push({ ...school, folded: spelling(`${school.name} ${school.town ?? ''}`) });
    }
    if (toSave.length > 0) await saveSchools(write, toSave, now);
  }
  const here = new Set(reading.schools.map(({ school }) => school.urn));
  const places = [...new Set(reading.schools.map(({ school }) => school.la_name))];
  // A file may be an extract: what is missing is asked only of the authorities that it covers.
  const covered = await write
    .selectFrom('record.school')
    .select('urn')
    .where('la_name', 'in', places)
    .orderBy('urn')
    .execute();
  const changes = {
    ...told,
    vanished: covered.map(({ urn }) => urn).filter((urn) => !here.has(urn)),
    withoutAuthority: [...without]
      .map(([name, schools]) => ({ name, schools }))
      .sort((a, b) => b.schools - a.schools || (a.name < b.name ? -1 : 1)),
  };
  await countSchools(write);
  const trusts = await applyTrusts(write, reading, now);
  await countTrustSchools(write);
  await finish(write, 'register of schools', changes, now, who, {
    trusts: { added: trusts.added.slice(0, namedAtMost), changed: trusts.changed.slice(0, namedAtMost) },
  });
  return { ...changes, trusts };
}

/** Brings a reading of the register of authorities into the directory, in the caller's transaction. */
export async function applyAuthorities(
  write: Write,
  reading: AuthoritiesReading,
  now: Date,
  who = 'kept',
): Promise<DirectoryChanges<string>> {
  const before = await write.selectFrom('record.authority').selectAll().orderBy('code').execute();
  const known = new Map(before.map((row) => [row.code, row]));
  const told = tally<string>();
  const toSave: Authority[] = [];
  for (const authority of reading.authorities) {
    const old = known.get(authority.code);
    if (!old) told.added.push(authority.code);
    const fields = old ? fieldChanges<Authority>(old, authority, authorityFields) : [];
    if (old && fields.length > 0) told.changed.push({ key: authority.code, fields });
    if (old && fields.length === 0) told.unchanged += 1;
    else toSave.push(authority);
    if (old && old.ends === null && authority.ends !== null) told.closed.push(authority.code);
    if (old && old.ends !== null && authority.ends === null) told.reopened.push(authority.code);
  }
  await saveAuthorities(write, toSave, now);
  const here = new Set(reading.authorities.map(({ code }) => code));
  const changes = {
    ...told,
    vanished: before.map(({ code }) => code).filter((code) => !here.has(code)),
    withoutAuthority: [],
  };
  await finish(write, 'register of authorities', changes, now, who);
  return changes;
}

/** What the file is silent about stays as it was: a download without the column of links ends no link. */
function kept(old: School, silent: readonly (keyof School)[], read: School): Partial<School> {
  const fields = Object.fromEntries(silent.map((field) => [field, old[field]]));
  // A school that went to another trust does not keep the number of the old one.
  const isElsewhere = silent.includes('trust_code') && !silent.includes('trust') && old.trust !== read.trust;
  return isElsewhere ? { ...fields, trust_code: null } : fields;
}

/** The trusts that a reading names by number. Those that it no longer names stay: other files may name them. */
async function applyTrusts(write: Write, reading: SchoolsReading, now: Date): Promise<SchoolsChanges['trusts']> {
  const rows = Map.groupBy(
    reading.schools.filter(({ school }) => school.trust_code !== null),
    ({ school }) => school.trust_code ?? '',
  );
  const before = new Map(
    (await write.selectFrom('record.trust').select(['code', 'name', 'kind']).execute()).map((one) => [one.code, one]),
  );
  const added: string[] = [];
  const changed: { key: string; fields: ReturnType<typeof fieldChanges> }[] = [];
  const toSave: Trust[] = [];
  for (const [code, own] of rows) {
    const old = before.get(code);
    const kinds = own.flatMap(({ trustKind }) => (trustKind === null ? [] : [trustKind]));
    const trust: Trust = {
      code,
      name: usualName(own.map(({ school }) => school.trust ?? '')),
      kind: kinds.length > 0 ? usualName(kinds) : (old?.kind ?? null),
    };
    const fields = old ? fieldChanges<Trust>(old, trust, ['name', 'kind']) : [];
    if (!old) added.push(code);
    else if (fields.length > 0) changed.push({ key: code, fields });
    else continue;
    toSave.push(trust);
  }
  await saveTrusts(write, toSave, now);
  if (toSave.length > 0) await raiseRevision(write);
  return { added, changed };
}

const linkFields = ['how', 'since'] as const;

/** Brings a reading of the register's links into the directory, in the caller's transaction. What is no longer in the file stays. */
export async function applyLinks(write: Write, reading: LinksReading, now: Date, who = 'kept'): Promise<LinksChanges> {
  const keyOf = ({ urn, linked, relation }: SchoolLink) => `${urn} ${linked} ${relation}`;
  const before = new Map(
    (await write.selectFrom('record.school_link').select(['urn', 'linked', 'relation', 'how', 'since']).execute()).map(
      (one) => [keyOf(one), one],
    ),
  );
  const told = tally<string>();
  const toSave: SchoolLink[] = [];
  for (const read of reading.links) {
    const old = before.get(keyOf(read));
    const link = { ...read, since: reading.tellsDays ? read.since : (old?.since ?? null) };
    const fields = old ? fieldChanges<SchoolLink>(old, link, linkFields) : [];
    if (!old) told.added.push(keyOf(link));
    else if (fields.length > 0) told.changed.push({ key: keyOf(link), fields });
    else {
      told.unchanged += 1;
      continue;
    }
    toSave.push(link);
  }
  for (let start = 0; start < toSave.length; start += batch)
    await saveLinks(write, toSave.slice(start, start + batch), now);
  const here = new Set(reading.links.map(keyOf));
  const spoken = new Set(reading.links.map(({ urn }) => urn));
  const known = new Set((await write.selectFrom('record.school').select('urn').execute()).map(({ urn }) => urn));
  const named = new Set(reading.links.flatMap(({ urn, linked }) => [urn, linked]));
  const changes = {
    ...told,
    // An extract says nothing of schools that it does not have.
    vanished: [...before].filter(([key, { urn }]) => spoken.has(urn) && !here.has(key)).map(([key]) => key),
    withoutAuthority: [],
  };
  const more = {
    leftOut: reading.leftOut,
    unknownSchools: [...named].filter((urn) => !known.has(urn)).sort((a, b) => a - b),
  };
  await finish(write, 'links of schools', changes, now, who, {
    leftOut: more.leftOut,
    unknownSchools: more.unknownSchools.length,
  });
  return { ...changes, ...more };
}

type Comparable = School & { readonly authority: string | null };

/** Puts a school in its place in the tally; whether it has to be saved. */
function note(told: Tally<number>, urn: number, old: Comparable | undefined, school: Comparable): boolean {
  if (!old) {
    told.added.push(urn);
    return true;
  }
  const fields = fieldChanges<Comparable>(old, school, schoolFields);
  if (fields.length === 0) {
    told.unchanged += 1;
    return false;
  }
  told.changed.push({ key: urn, fields });
  const move = statusMove(old.status, school.status);
  if (move) told[move].push(urn);
  return true;
}

/**
 * The authority of a row. The code is believed where the printed name is one of that authority's; where the two
 * contradict each other the name is (rows of old downloads carry a district's code, or X999999).
 */
function authorityFinder(
  authorities: readonly Pick<Authority, 'code' | 'ends' | 'spellings'>[],
): (read: ReadSchool) => string | null {
  const byCode = new Map(authorities.map((one) => [one.code, one]));
  const bySpelling = Map.groupBy(
    authorities.flatMap((one) => one.spellings.map((written) => ({ written, one }))),
    ({ written }) => written,
  );
  const found = new Map<string, string | null>();
  return ({ school, gss }) => {
    const key = `${gss ?? ''}|${school.la_name}`;
    const before = found.get(key);
    if (before !== undefined) return before;
    const written = spelling(school.la_name);
    const coded = gss === null ? undefined : byCode.get(gss);
    const named = theOneMeant((bySpelling.get(written) ?? []).map(({ one }) => one));
    const made = coded?.spellings.includes(written) ? coded.code : (named?.code ?? coded?.code ?? null);
    found.set(key, made);
    return made;
  };
}

async function finish<Key>(
  write: Write,
  register: string,
  changes: DirectoryChanges<Key>,
  now: Date,
  who: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { added, changed, closed, reopened, unchanged, vanished, withoutAuthority } = changes;
  await noteClaims(write);
  await journal(write, {
    scope: 'house',
    at: now,
    who,
    verb: 'record',
    kind: 'directory',
    thing: register,
    detail: {
      counts: {
        added: added.length,
        changed: changed.length,
        closed: closed.length,
        reopened: reopened.length,
        unchanged,
        vanished: vanished.length,
      },
      changed: changed.slice(0, namedAtMost),
      closed: closed.slice(0, namedAtMost),
      reopened: reopened.slice(0, namedAtMost),
      vanished: vanished.slice(0, namedAtMost),
      // On the first import everything is new; afterwards few are, and then they are named.
      added: added.length > namedAtMost ? [] : added,
      withoutAuthority: withoutAuthority.slice(0, namedAtMost),
      ...more,
    },
  });
  if (added.length + changed.length > 0) await raiseRevision(write);
}
