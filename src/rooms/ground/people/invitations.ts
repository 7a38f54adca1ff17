/** Invitations: letters with a link that lets somebody into an organisation once. One list, whoever invites. */
import { sql } from 'kysely';
import { emailAddress } from '#base/email-address.js';
import { type Result, ok, refused } from '#base/result.js';
import { slug } from '#base/slug.js';
import type { Read, Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { journal } from '#kit/journal.js';
import { postLetters } from '#kit/mail/mail.js';
import { newToken, tokenHash } from '#kit/token.js';
import { tellOfSafeguarding } from './account-letters.js';
import { ownOrganisation, type Who } from './organisations.js';
import { peoplePaths } from './paths.js';
import type { InvitationRow, OrganisationKind } from './tables.js';
import type { InvitationLimit, InviteProblem } from './words.js';

const daysValid = 30;

export interface InvitationDraft {
  /** Who invites. */
  readonly organisation: string;
  readonly account: string;
  readonly email: string;
  /** The organisation to be made when the invited joins; null for a colleague in one's own. */
  readonly body: {
    readonly name: string;
    readonly kind: OrganisationKind;
    readonly authority: string | null;
    readonly urn: number | null;
    readonly partOf: string | null;
  } | null;
  readonly role: InvitationRow['role'];
  /** Where the invited goes on after joining. */
  readonly returnTo: string;
  /** What the letter says before the link: who invites, and to what. Plain text. */
  readonly words: string;
  /** Absolute address of this site without a slash at the end. */
  readonly site: string;
}

interface LimitRow {
  readonly address: string | null;
  readonly refusal: InvitationLimit['code'] | 'holds it';
  readonly at_most: number | null;
  readonly until: Date | null;
}

function problemOf({ refusal, at_most, until }: Omit<LimitRow, 'address'>): InviteProblem {
  return refusal === 'holds it' ? { code: refusal } : { code: refusal, atMost: at_most ?? 0, until };
}

/**
 * Invites somebody by a letter with a link that works once, for thirty days. Another invitation of the same address to the same organisation
 * takes the place of the first. Gives the token, which only a demonstration may show.
 */
export async function invite(write: Write, draft: InvitationDraft, now: Date): Promise<Result<string, InviteProblem>> {
  const email = emailAddress(draft.email);
  if (email === null) return refused({ code: 'not an address' });
  const token = newToken();
  const { name, kind, authority, urn, partOf } = draft.body ?? {
    name: null,
    kind: null,
    authority: null,
    urn: null,
    partOf: null,
  };
  const ends = new Date(now.getTime() + daysValid * 86_400_000);
  const { rows } = await sql<LimitRow>`
    select null as address, refusal, at_most, until
      from record.invite(${draft.organisation}::uuid, ${email}, ${draft.role}, ${name}, ${kind}, ${authority},
        ${urn}::integer, ${partOf}, ${draft.returnTo}, ${draft.words}, ${tokenHash(token)}, ${now}, ${ends})`.execute(
    write,
  );
  const [limit] = rows;
  if (limit) return refused(problemOf(limit));
  const own = await ownOrganisation(write, draft.organisation);
  // Kept's own letter must not vouch for whoever has it sent.
  const warning = own.verified
    ? ''
    : `Take care: “${own.name}” is not verified. Whoever runs this Kept has not confirmed that it is who it says it is.\n\n`;
  const body =
    `${draft.words}\n\n${warning}Open this link to join. It works once, for ${daysValid} ` +
    `days:\n\n${draft.site}${peoplePaths.join({ token })}\n\nIf you did not expect this, do nothing.\n`;
  await postLetters(
    write,
    [{ organisation: draft.organisation, to: email, subject: 'You are invited to Kept', body }],
    now,
  );
  await journal(write, {
    scope: draft.organisation,
    at: now,
    who: draft.account,
    verb: 'invite',
    kind: 'account',
    thing: tokenHash(token).toString('hex').slice(0, 16),
    detail: { role: draft.role, ...(draft.body ? { organisation: draft.body.name } : {}) },
    security: 'appointment',
  });
  if (draft.role === 'safeguarding')
    await tellOfSafeguarding(
      write,
      draft.organisation,
      'A safeguarding lead is being appointed',
      `${email} is invited to be a safeguarding lead of your organisation. Nothing is open to them until they ` +
        `accept. If this is wrong, any safeguarding lead can withdraw the invitation in ` +
        `Kept:\n\n${draft.site}${peoplePaths.safeguardingLeads()}\n`,
      now,
    );
  return ok(token);
}

/** The first limit that letters to these addresses would pass, with the address where it is one's; for a list that is invited as a whole. */
export async function invitationLimit(
  write: Write,
  emails: readonly string[],
  now: Date,
): Promise<{ readonly address: string | null; readonly problem: InviteProblem } | null> {
  const addresses = emails.map((email) => emailAddress(email) ?? email);
  const { rows } =
    await sql<LimitRow>`select address, refusal, at_most, until from record.invitation_limit(${addresses}::text[], ${now})`.execute(
      write,
    );
  const [limit] = rows;
  return limit ? { address: limit.address, problem: problemOf(limit) } : null;
}

export interface OpenInvitation extends Pick<InvitationRow, 'email' | 'name' | 'role' | 'created_at' | 'expires_at'> {
  readonly id: string;
  /** Who invited; null for somebody whose account is not known any more. */
  readonly inviter: string | null;
}

/** Invitations of an organisation that were not used yet, newest first. */
export async function openInvitations(
  read: Read,
  organisation: string,
  role: 'safeguarding' | null = null,
): Promise<readonly OpenInvitation[]> {
  let found = read
    .selectFrom('record.invitation as invited')
    .leftJoin('record.account as account', 'account.id', 'invited.invited_by')
    .select([
      'invited.id',
      'invited.email',
      'invited.name',
      'invited.role',
      'invited.created_at',
      'invited.expires_at',
      'account.name as inviter',
    ])
    .where('invited.organisation', '=', organisation)
    .where('invited.used_at', 'is', null);
  if (role !== null) found = found.where('invited.role', '=', role);
  return found.orderBy('invited.created_at', 'desc').orderBy('invited.id').limit(1000).execute();
}

/** Sends an invitation again with a new link; the link of the first letter works no more. */
export async function inviteAgain(
  write: Write,
  who: Who,
  id: string,
  site: string,
): Promise<Result<{ readonly email: string; readonly token: string }, InviteProblem | { readonly code: 'not there' }>> {
  const found = await write
    .selectFrom('record.invitation')
    .select(['email', 'name', 'kind', 'authority', 'urn', 'part_of', 'role', 'return_to', 'words'])
    .where('organisation', '=', who.organisation)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  if (!found) return refused({ code: 'not there' });
  const body =
    found.name === null || found.kind === null
      ? null
      : { name: found.name, kind: found.kind, authority: found.authority, urn: found.urn, partOf: found.part_of };
  const words =
    found.words === '' ? `You are invited to act for ${found.name ?? 'an organisation'} in Kept.` : found.words;
  const sent = await invite(
    write,
    {
      organisation: who.organisation,
      account: who.account,
      email: found.email,
      body,
      role: found.role,
      returnTo: found.return_to,
      words,
      site,
    },
    who.now,
  );
  return sent.ok ? ok({ email: found.email, token: sent.value }) : sent;
}

/** Withdraws an invitation that was not used: its link works no more. */
export async function withdrawInvitation(
  write: Write,
  who: Who,
  id: string,
): Promise<Result<{ readonly email: string }, 'not there' | 'not allowed'>> {
  const found = await write
    .selectFrom('record.invitation')
    .select(['email', 'role'])
    .where('organisation', '=', who.organisation)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  const { rows } = await sql<{
    refusal: 'not there' | 'not allowed' | null;
  }>`select record.withdraw_invitation(${id}::uuid) as refusal`.execute(write);
  const refusal = rows[0]?.refusal ?? null;
  if (!found || refusal !== null) return refused(refusal ?? 'not there');
  await journal(write, {
    scope: who.organisation,
    at: who.now,
    who: who.account,
    verb: 'withdraw',
    kind: 'invitation',
    thing: id,
    detail: { role: found.role },
    security: 'role-ended',
  });
  if (found.role === 'safeguarding')
    await tellOfSafeguarding(
      write,
      who.organisation,
      'An invitation as safeguarding lead was withdrawn',
      `The invitation of ${found.email} to be a safeguarding lead of your organisation was withdrawn.\n`,
      who.now,
    );
  return ok({ email: found.email });
}

export interface InvitationSeen {
  readonly inviter: string;
  readonly email: string;
  /** The organisation that the invited would act for. */
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly has_account: boolean;
}

/** What an invitation offers, or null where it was used, withdrawn or is too old. */
export async function invitationFor(read: Read, token: string, now: Date): Promise<InvitationSeen | null> {
  const { rows } =
    await sql<InvitationSeen>`select inviter, email, name, kind, has_account from record.invitation_for(${tokenHash(token)}, ${now})`.execute(
      read,
    );
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
export async function joinBy(
  write: Write,
  token: string,
  person: string,
  organisationName: string,
  now: Date,
): Promise<Result<Joined, JoinProblem>> {
  const { rows } = await sql<{
    account: string;
    organisation: string;
    role: string;
    return_to: string;
    is_new_account: boolean;
    refusal: JoinProblem | null;
  }>`
    select account, organisation, role, return_to, is_new_account, refusal
      from record.join_by(${tokenHash(token)}, ${person}, ${newId(now)}::uuid, ${slug(organisationName)}, ${newId(now)}::uuid, ${now})`.execute(
    write,
  );
  const row = rows[0];
  if (!row) throw new Error('The database gave no answer to an invitation');
  if (row.refusal !== null) return refused(row.refusal);
  await journal(write, {
    scope: row.organisation,
    at: now,
    who: row.account,
    verb: 'record',
    kind: 'account',
    thing: row.account,
    detail: { role: row.role },
    security: 'appointment',
  });
  if (row.role === 'safeguarding') {
    const { name, email } = await write
      .selectFrom('record.account')
      .select(['name', 'email'])
      .where('id', '=', row.account)
      .executeTakeFirstOrThrow();
    await tellOfSafeguarding(
      write,
      row.organisation,
      'There is a new safeguarding lead',
      `${name} (${email}) is now a safeguarding lead of your organisation, and sees what is passed on because ` +
        `somebody may not be safe. If this is wrong, any safeguarding lead or administrator can end it in Kept.\n`,
      now,
    );
  }
  return ok({
    account: row.account,
    organisation: row.organisation,
    returnTo: row.return_to,
    isNewAccount: row.is_new_account,
  });
}
