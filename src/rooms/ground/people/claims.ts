/**
 * Whom organisations say they are (decision 0021). Who claims an official number or name is verified by the owner of the installation, or by an
 * address in the domain that the owner named for that number. The database keeps the one rule: who is not verified publishes nothing.
 */
import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import { type Result, ok, refused } from '#base/result.js';
import type { Read, Write } from '#kit/db/gate.js';
import { journal } from '#kit/journal.js';
import { postLetters } from '#kit/mail/mail.js';
import { nameInLetters, notVerifiedMark } from './organisations.js';
import { peoplePaths } from './paths.js';
import type { Claim, OrganisationKind } from './tables.js';

/** Refuses an act that would lead to publishing, in the words of the one problem for it (kit/problems.ts, "not-verified"). */
export async function requireVerified(write: Write, organisation: string): Promise<void> {
  await sql`select record.require_verified(${organisation}::uuid)`.execute(write);
}

/** Whoever came by an invitation and has a name that a register has just brought, claims it from now on. */
export async function noteClaims(write: Write): Promise<void> {
  await sql`select record.note_claims()`.execute(write);
}

export interface OwnClaim {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly authority: string | null;
  readonly urn: number | null;
  readonly claim: Claim | null;
  readonly verified: boolean;
  readonly verifiedBy: 'owner' | 'domain' | null;
  readonly rejected: { readonly on: string; readonly because: string } | null;
  readonly inviter: string | null;
  readonly since: Date | null;
}

/** What one's own organisation claims, and how that stands. */
export async function ownClaim(read: Read, organisation: string): Promise<OwnClaim> {
  const row = await read
    .selectFrom('record.organisation')
    .select([
      'name',
      'kind',
      'authority',
      'urn',
      'claim',
      'verified_at',
      'verified_by',
      'rejected_on',
      'rejected_because',
    ])
    .where('id', '=', organisation)
    .executeTakeFirstOrThrow();
  const { rows } = await sql<{ inviter: string; since: Date }>`select inviter, since from record.came_by()`.execute(
    read,
  );
  const { name, kind, authority, urn, claim } = row;
  const rejected = row.rejected_on === null ? null : { on: row.rejected_on, because: row.rejected_because ?? '' };
  return {
    name,
    kind,
    authority,
    urn,
    claim,
    verified: claim === null || row.verified_at !== null,
    verifiedBy: row.verified_by,
    rejected,
    inviter: rows[0]?.inviter ?? null,
    since: rows[0]?.since ?? null,
  };
}

export interface UnverifiedLine {
  readonly name: string;
  readonly rejected: { readonly on: string; readonly because: string } | null;
}

/** A name for readers (record.marked_name) without its mark: where the page itself says how the claim stands, and to find whose it is. */
export function withoutMark(name: string): string {
  return name.endsWith(notVerifiedMark) ? name.slice(0, -notVerifiedMark.length) : name;
}

/** Organisations that readers know of and that are not verified, by name: those that were rejected first. */
export async function unverifiedOrganisations(read: Read, most: number): Promise<readonly UnverifiedLine[]> {
  const rows = await read
    .selectFrom('published.organisation')
    .select(['name', 'rejected_on', 'rejected_because'])
    .where((of) => of.not('verified'))
    .orderBy(sql`rejected_on desc nulls last`)
    .orderBy('name')
    .orderBy('id')
    .limit(most)
    .execute();
  // The mark in the name says what the page says beside it.
  return rows.map(({ name, rejected_on: on, rejected_because: because }) => ({
    name: withoutMark(name),
    rejected: on === null ? null : { on, because: because ?? '' },
  }));
}

/** Which of these organisations, by id or short name, are not verified: their names are marked wherever readers meet them. */
export async function unverifiedAmong(
  read: Read,
  named: readonly (string | null | undefined)[],
): Promise<ReadonlySet<string>> {
  const asked = [...new Set(named.filter((one) => typeof one === 'string' && one !== ''))];
  if (asked.length === 0) return new Set();
  const { rows } = await sql<{ id: string; slug: string }>`
    select id, slug from published.organisation where not verified and (slug = any (${asked}::text[]) or id::text = any (${asked}::text[]))`.execute(
    read,
  );
  return new Set(rows.flatMap(({ id, slug }) => [id, slug]));
}

/**
 * Names that rows keep as they were given, as others meet them: a function from whose name it is (id or short name) and the name to the name with
 * the mark, where it is not verified. Names that are drawn for readers have theirs already (record.shows_name).
 */
export async function nameMarker(
  read: Read,
  whose: readonly (string | null | undefined)[],
): Promise<(whose: string | null | undefined, name: string) => string> {
  const unverified = await unverifiedAmong(read, whose);
  return (one, name) =>
    typeof one === 'string' && unverified.has(one) ? nameInLetters({ name: withoutMark(name), verified: false }) : name;
}

/** The name of an organisation beside what it froze in a publication: as it was then, and not verified where it is not now. */
export async function nameNow(
  read: Read,
  { slug, name }: { readonly slug: string; readonly name: string },
): Promise<string> {
  const row = await read
    .selectFrom('published.organisation')
    .select('name')
    .where('slug', '=', slug)
    .where((of) => of.not('verified'))
    .executeTakeFirst();
  return row?.name ?? name;
}

/** "E09000007", "URN 100000"; null where it has no official number. */
export function officialNumber({
  kind,
  authority,
  urn,
}: {
  readonly kind: OrganisationKind;
  readonly authority: string | null;
  readonly urn: number | null;
}): string | null {
  return urn === null ? (kind === 'authority' ? authority : null) : `URN ${urn}`;
}

async function tellLeads(write: Write, organisation: string, subject: string, body: string, now: Date): Promise<void> {
  const { rows } = await sql<{
    email: string;
  }>`select email from record.leads_of(${organisation}::uuid) as email`.execute(write);
  await postLetters(
    write,
    rows.map(({ email }) => ({ organisation, to: email, subject, body })),
    now,
  );
}

/** Tells an organisation that it is verified, and those who claim the same number that they cannot be. */
async function tellVerified(
  write: Write,
  organisation: string,
  how: 'owner' | 'domain',
  site: string,
  now: Date,
): Promise<void> {
  await journal(write, {
    scope: organisation,
    at: now,
    who: 'kept',
    verb: 'agree',
    kind: 'organisation',
    thing: organisation,
    detail: { by: how },
  });
  await tellLeads(
    write,
    organisation,
    'Your organisation is verified',
    `Your organisation is verified in Kept. It can publish now.\n\n${site}/work\n`,
    now,
  );
  const { rows } = await sql<{ id: string }>`select r as id from record.rivals_of(${organisation}::uuid) as r`.execute(
    write,
  );
  for (const { id } of rows)
    await tellLeads(
      write,
      id,
      'Another organisation was verified in your place',
      `Your organisation claims the same official number as another one, and the other one was verified. Yours ` +
        `cannot be verified any more and publishes nothing. If this is wrong, tell whoever runs this ` +
        `Kept.\n\n${site}${peoplePaths.verification()}\n`,
      now,
    );
}

export type VerifyProblem = 'not there' | 'verified already' | 'another is verified';

/** The owner confirms that an organisation is who it says it is. */
export async function verifyByOwner(
  write: Write,
  slug: string,
  site: string,
  now: Date,
): Promise<Result<{ readonly name: string }, VerifyProblem>> {
  const found = await write
    .selectFrom('record.organisation')
    .select(['id', 'name'])
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (!found) return refused('not there');
  const { rows } = await sql<{
    refusal: VerifyProblem | null;
  }>`select record.verify_claim(${found.id}::uuid, 'owner', ${now}) as refusal`.execute(write);
  const refusal = rows[0]?.refusal ?? null;
  if (refusal !== null) return refused(refusal);
  // Others of the same name are not it.
  await noteClaims(write);
  await tellVerified(write, found.id, 'owner', site, now);
  return ok({ name: found.name });
}

/** The owner takes a claim back, with a reason that the organisation and readers are told. */
export async function rejectByOwner(
  write: Write,
  slug: string,
  why: string,
  site: string,
  now: Date,
): Promise<Result<{ readonly name: string }, 'not there' | 'rejected already' | 'no reason'>> {
  if (why.trim() === '' || why.trim().length > 2000) return refused('no reason');
  const found = await write
    .selectFrom('record.organisation')
    .select(['id', 'name'])
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (!found) return refused('not there');
  const { rows } = await sql<{
    refusal: 'not there' | 'rejected already' | null;
  }>`select record.reject_claim(${found.id}::uuid, ${why.trim()}, ${londonDate(now)}::date) as refusal`.execute(write);
  const refusal = rows[0]?.refusal ?? null;
  if (refusal !== null) return refused(refusal);
  await journal(write, {
    scope: found.id,
    at: now,
    who: 'kept',
    verb: 'withdraw',
    kind: 'organisation',
    thing: found.id,
    why: why.trim(),
    detail: {},
  });
  await tellLeads(
    write,
    found.id,
    'Your organisation was not verified',
    `Whoever runs this Kept has decided that “${found.name}” is not who it says it is. You can no longer ` +
      `publish here in its name. What was published in its name has been withdrawn.\n\nReason: ` +
      `${why.trim()}\n\nWhat you can do if this is wrong:\n\n${site}${peoplePaths.verification()}\n`,
    now,
  );
  return ok({ name: found.name });
}

/** Somebody has just used a letter sent to their address: verifies what they lead, where the address is in the domain of its number. */
export async function confirmByDomain(write: Write, account: string, site: string, now: Date): Promise<void> {
  const { rows } = await sql<{
    id: string;
  }>`select id from record.confirm_by_domain(${account}::uuid, ${now}) as id`.execute(write);
  for (const { id } of rows) await tellVerified(write, id, 'domain', site, now);
}

// Where everybody can have an address.
const forAnybody = [
  'aol.com',
  'btinternet.com',
  'gmail.com',
  'gmx.com',
  'googlemail.com',
  'hotmail.co.uk',
  'hotmail.com',
  'icloud.com',
  'live.co.uk',
  'live.com',
  'mail.com',
  'me.com',
  'msn.com',
  'outlook.com',
  'proton.me',
  'protonmail.com',
  'sky.com',
  'yahoo.co.uk',
  'yahoo.com',
  'ymail.com',
];

/** The owner names the domain of one authority or school: whoever leads it with an address there is verified on joining or signing in. */
export async function nameDomain(
  write: Write,
  typed: string,
  number: { readonly authority: string } | { readonly urn: number },
  now: Date,
): Promise<Result<string, 'not a domain' | 'for anybody'>> {
  const domain = typed.trim().toLowerCase();
  const labels = domain.split('.');
  if (domain.length > 253 || labels.length < 2 || !labels.every((label) => /^[a-z0-9-]{1,63}$/.test(label)))
    return refused('not a domain');
  // "gov.uk" and "sch.uk" are of many.
  if (
    forAnybody.includes(domain) ||
    ['ac.uk', 'co.uk', 'gov.uk', 'gov.wales', 'llyw.cymru', 'org.uk', 'sch.uk'].includes(domain)
  )
    return refused('for anybody');
  const [authority, urn] = 'urn' in number ? [null, number.urn] : [number.authority, null];
  await sql`insert into record.official_domain (domain, authority, urn, named_at) values (${domain}, ${authority}, ${urn}, ${now})
    on conflict on constraint official_domain_pk do update set authority = excluded.authority, urn = excluded.urn, named_at = excluded.named_at`.execute(
    write,
  );
  await journal(write, {
    scope: 'house',
    at: now,
    who: 'kept',
    verb: 'record',
    kind: 'domain',
    thing: domain,
    detail: { authority, urn },
  });
  return ok(domain);
}

export interface ListedOrganisation {
  readonly slug: string;
  readonly name: string;
  readonly number: string | null;
  readonly claim: Claim | null;
  readonly inviter: string | null;
  readonly since: Date | null;
  readonly status: 'made by the owner' | 'claims nothing' | 'verified' | 'not verified' | 'rejected';
  readonly leads: readonly string[];
}

/** Every organisation with who invited it and whether it is verified; those that wait first. */
export async function listOrganisations(write: Write): Promise<readonly ListedOrganisation[]> {
  const { rows } = await sql<{
    slug: string;
    name: string;
    kind: OrganisationKind;
    authority: string | null;
    urn: number | null;
    claim: Claim | null;
    is_verified: boolean;
    is_rejected: boolean;
    inviter: string | null;
    since: Date | null;
    leads: string[];
  }>`
    select o.slug, o.name, o.kind, o.authority, o.urn, o.claim, o.verified_at is not null as is_verified,
      o.rejected_on is not null as is_rejected, came.inviter, came.since,
           array(select email from record.leads_of(o.id) as email) as leads
      from record.organisation o
      left join lateral (select by.name as inviter, i.used_at as since from record.invitation i
        join record.organisation by on by.id = i.organisation where i.joined = o.id and i.name is not null
        order by i.used_at limit 1) came on true
     order by (o.claim is not null and o.verified_at is null and o.rejected_on is null) desc, o.name, o.slug`.execute(
    write,
  );
  return rows.map(({ slug, name, claim, inviter, since, leads, is_verified, is_rejected, ...who }) => ({
    slug,
    name,
    number: officialNumber(who),
    claim,
    inviter,
    since,
    leads,
    status: is_rejected
      ? 'rejected'
      : claim === null
        ? inviter === null
          ? 'made by the owner'
          : 'claims nothing'
        : is_verified
          ? 'verified'
          : 'not verified',
  }));
}
