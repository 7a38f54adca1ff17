/** Organisations: one's own, those that readers may know of, and how somebody joins one. */
import { sql } from 'kysely';
import { type Result, ok, refused } from '#base/result.js';
import { slug } from '#base/slug.js';
import type { Read, Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { journal } from '#kit/journal.js';
import { postLetters } from '#kit/mail/mail.js';
import { newToken, tokenHash } from '#kit/token.js';
import type { Visitor } from '#kit/visitor.js';
import { peoplePaths } from './paths.js';
import type { InvitationRow, OrganisationKind, PublishedOrganisationRow } from './tables.js';

/** In whose name something is done, by whom, when. */
export interface Who {
  readonly organisation: string;
  readonly account: string;
  readonly now: Date;
}

/** Whoever is signed in, acting now. */
export function whoOf({ organisation, account }: Pick<Visitor, 'organisation' | 'account'>, now: Date): Who {
  return { organisation, account, now };
}

export interface Organisation extends Readonly<PublishedOrganisationRow> {}

const columns = ['id', 'slug', 'name', 'kind', 'authority', 'urn', 'part_of'] as const;

/** The organisation that is in sight: the visitor's own. */
export async function ownOrganisation(read: Read, id: string): Promise<Organisation> {
  return read.selectFrom('record.organisation').select(columns).where('id', '=', id).executeTakeFirstOrThrow();
}

/** The organisations in which the account holds a role, by name. */
export async function workplacesOf(read: Read, account: string): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from record.workplaces(${account}::uuid) order by name, id`.execute(read);
  return rows;
}

/** Lets readers know of one's own organisation, with the first thing it publishes; again when its name changes. */
export async function showOrganisation(write: Write, id: string): Promise<Organisation> {
  const own = await ownOrganisation(write, id);
  await write
    .insertInto('published.organisation')
    .values(own)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ slug: own.slug, name: own.name, kind: own.kind, authority: own.authority, urn: own.urn, part_of: own.part_of }))
    .execute();
  return own;
}

/** An organisation that readers know of, by the short name in its address. */
export async function publishedOrganisation(read: Read, slugOf: string): Promise<Organisation | undefined> {
  return read.selectFrom('published.organisation').select(columns).where('slug', '=', slugOf).executeTakeFirst();
}

/** Addresses of those who lead an organisation in sight: whom its letters go to. */
export async function leadAddresses(read: Read, organisation: string): Promise<readonly string[]> {
  const rows = await read
    .selectFrom('record.account as account')
    .innerJoin('record.account_role as held', 'held.account', 'account.id')
    .select('account.email')
    .distinct()
    .where('held.organisation', '=', organisation)
    .where('held.role', 'in', ['lead', 'administrator'])
    .where('account.closed_at', 'is', null)
    .orderBy('account.email')
    .execute();
  return rows.map((row) => row.email);
}

const daysValid = 30;

export interface InvitationDraft {
  /** Who invites. */
  readonly organisation: string;
  readonly account: string;
  readonly email: string;
  /** The organisation to be made when the invited joins; null for a colleague in one's own. */
  readonly body: { readonly name: string; readonly kind: OrganisationKind; readonly authority: string | null; readonly urn: number | null; readonly partOf: string | null } | null;
  readonly role: InvitationRow['role'];
  /** Where the invited goes on after joining. */
  readonly returnTo: string;
  /** What the letter says before the link: who invites, and to what. Plain text. */
  readonly words: string;
  /** Absolute address of this site without a slash at the end. */
  readonly site: string;
}

/** Invites somebody by a letter with a link that works once, for thirty days. Returns the token, which only a demonstration may show. */
export async function invite(write: Write, draft: InvitationDraft, now: Date): Promise<string> {
  const token = newToken();
  const email = draft.email.trim().toLowerCase();
  await write
    .insertInto('record.invitation')
    .values({
      organisation: draft.organisation,
      token_hash: tokenHash(token),
      email,
      name: draft.body?.name ?? null,
      kind: draft.body?.kind ?? null,
      authority: draft.body?.authority ?? null,
      urn: draft.body?.urn ?? null,
      part_of: draft.body?.partOf ?? null,
      role: draft.role,
      return_to: draft.returnTo,
      invited_by: draft.account,
      created_at: now,
      expires_at: new Date(now.getTime() + daysValid * 86_400_000),
      used_at: null,
      joined: null,
    })
    .execute();
  await postLetters(write, [{ organisation: draft.organisation, to: email, subject: 'You are invited to Kept', body: `${draft.words}\n\nOpen this link to join. It works once, for ${daysValid} days:\n\n${draft.site}${peoplePaths.join({ token })}\n\nIf you did not expect this, do nothing.\n` }], now);
  await journal(write, { scope: draft.organisation, at: now, who: draft.account, verb: 'invite', kind: 'account', thing: tokenHash(token).toString('hex').slice(0, 16), detail: { role: draft.role, ...(draft.body ? { organisation: draft.body.name } : {}) } });
  return token;
}

export interface InvitationSeen {
  readonly inviter: string;
  readonly email: string;
  /** The organisation that the invited would act for. */
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly has_account: boolean;
}

/** What an invitation offers, or null where it was used or is too old. */
export async function invitationFor(read: Read, token: string, now: Date): Promise<InvitationSeen | null> {
  const { rows } = await sql<InvitationSeen>`select inviter, email, name, kind, has_account from record.invitation_for(${tokenHash(token)}, ${now})`.execute(read);
  return rows[0] ?? null;
}

export interface Joined {
  readonly account: string;
  readonly organisation: string;
  readonly returnTo: string;
  /** Where the address had an account already, its owner signs in as always: an invitation is no way into somebody's account. */
  readonly isNewAccount: boolean;
}

export type JoinProblem = 'link not good' | 'organisation known' | 'account closed';

/** Uses an invitation up. */
export async function joinBy(write: Write, token: string, person: string, organisationName: string, now: Date): Promise<Result<Joined, JoinProblem>> {
  const { rows } = await sql<{ account: string; organisation: string; role: string; return_to: string; is_new_account: boolean; refusal: JoinProblem | null }>`
    select account, organisation, role, return_to, is_new_account, refusal
      from record.join_by(${tokenHash(token)}, ${person}, ${newId(now)}::uuid, ${slug(organisationName)}, ${newId(now)}::uuid, ${now})`.execute(write);
  const row = rows[0];
  if (!row) throw new Error('The database gave no answer to an invitation');
  if (row.refusal !== null) return refused(row.refusal);
  await journal(write, { scope: row.organisation, at: now, who: row.account, verb: 'record', kind: 'account', thing: row.account, detail: { role: row.role } });
  return ok({ account: row.account, organisation: row.organisation, returnTo: row.return_to, isNewAccount: row.is_new_account });
}
