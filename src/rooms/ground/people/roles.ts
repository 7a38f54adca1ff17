/** Who may act for an organisation, and who may not any more. The database decides (migration 20261130-who-may); here it is told and written down. */
import { type RawBuilder, sql } from 'kysely';
import { type Result, ok, refused } from '#base/result.js';
import { emailAddress } from '#base/email-address.js';
import type { Read, Write } from '#kit/db/gate.js';
import { journal } from '#kit/journal.js';
import { tellOfSafeguarding, tellPerson } from './account-letters.js';
import { ownOrganisation, type Who } from './organisations.js';
import { peoplePaths } from './paths.js';
import { roleNames } from './role-names.js';
import type { HeadRow } from './tables.js';
import type { EndedRole, GivenRole, PeopleProblem } from './words.js';

type Done = Result<null, PeopleProblem>;

/** What a function of the database refuses; null where it has done it. */
async function refusalOf(write: Write, call: RawBuilder<unknown>): Promise<PeopleProblem | null> {
  const { rows } = await sql<{ refusal: PeopleProblem | null }>`select ${call} as refusal`.execute(write);
  return rows[0]?.refusal ?? null;
}

async function personOf(read: Read, account: string): Promise<{ readonly name: string; readonly email: string }> {
  return read
    .selectFrom('record.account')
    .select(['name', 'email'])
    .where('id', '=', account)
    .executeTakeFirstOrThrow();
}

/** Gives a colleague another role. */
export async function giveRole(write: Write, who: Who, account: string, role: GivenRole, site: string): Promise<Done> {
  const refusal = await refusalOf(write, sql`record.give_role(${account}::uuid, ${role}, ${who.now})`);
  if (refusal !== null) return refused(refusal);
  await journal(write, {
    scope: who.organisation,
    at: who.now,
    who: who.account,
    verb: 'record',
    kind: 'account',
    thing: account,
    detail: { role },
    security: 'appointment',
  });
  const [{ email }, own] = [await personOf(write, account), await ownOrganisation(write, who.organisation)];
  await tellPerson(
    write,
    who.organisation,
    email,
    'You have another role in Kept',
    `You may now act for ${own.name} as: ${roleNames[role]}.\n\n${site}${peoplePaths.account()}\n`,
    who.now,
  );
  return ok(null);
}

/** Ends a role of somebody, or all of them here; their sessions end at once. */
export async function endRole(write: Write, who: Who, account: string, role: EndedRole | null): Promise<Done> {
  const held = await write
    .selectFrom('record.account_role')
    .select('role')
    .distinct()
    .where('account', '=', account)
    .where('organisation', '=', who.organisation)
    .execute();
  const refusal = await refusalOf(write, sql`record.end_role(${account}::uuid, ${role}, ${who.now})`);
  if (refusal !== null) return refused(refusal);
  await journal(write, {
    scope: who.organisation,
    at: who.now,
    who: who.account,
    verb: 'withdraw',
    kind: 'account',
    thing: account,
    detail: role === null ? { roles: held.map((one) => one.role) } : { role },
    security: 'role-ended',
  });
  const [{ name, email }, own] = [await personOf(write, account), await ownOrganisation(write, who.organisation)];
  const words =
    role === null
      ? `You no longer act for ${own.name} in Kept.`
      : `You no longer act for ${own.name} as: ${roleNames[role]}.`;
  await tellPerson(
    write,
    who.organisation,
    email,
    'Your role in Kept has ended',
    `${words} You were signed out everywhere. If this is wrong, ask an administrator or a lead of ${own.name}.\n`,
    who.now,
  );
  if (held.some((one) => one.role === 'safeguarding') && (role === null || role === 'safeguarding'))
    await tellOfSafeguarding(
      write,
      who.organisation,
      'A safeguarding lead has left',
      `${name} is no longer a safeguarding lead of ${own.name}.\n`,
      who.now,
    );
  return ok(null);
}

/** Closes one's own account: one's roles end in every organisation, and one is signed out everywhere. */
export async function closeOwnAccount(write: Write, who: Who): Promise<Done> {
  return closing(write, who.account, who.account, who.now, sql`record.close_own_account(${who.now})`);
}

/** Closes an account, with its roles in every organisation. For the owner of the installation. */
export async function closeAccount(write: Write, account: string, now: Date): Promise<Done> {
  return closing(write, account, 'kept', now, sql`record.close_account(${account}::uuid, ${now})`);
}

async function closing(write: Write, account: string, by: string, now: Date, call: RawBuilder<unknown>): Promise<Done> {
  const held = await write
    .selectFrom('record.account_role')
    .select(['organisation', 'role'])
    .where('account', '=', account)
    .execute();
  const refusal = await refusalOf(write, call);
  if (refusal !== null) return refused(refusal);
  const { name, email } = await personOf(write, account);
  const places = [...new Set(held.map(({ organisation }) => organisation))].toSorted();
  for (const scope of places)
    await journal(write, {
      scope,
      at: now,
      who: by,
      verb: 'withdraw',
      kind: 'account',
      thing: account,
      detail: { closed: true },
      security: 'role-ended',
    });
  const [first] = places;
  if (first !== undefined)
    await tellPerson(
      write,
      first,
      email,
      'Your account in Kept is closed',
      'Your account was closed and you were signed out everywhere. If this is wrong, ask whoever runs this Kept to open it again.\n',
      now,
    );
  for (const { organisation } of held.filter(({ role }) => role === 'safeguarding'))
    await tellOfSafeguarding(
      write,
      organisation,
      'A safeguarding lead has left',
      `${name} has closed their account and is no longer a safeguarding lead.\n`,
      now,
    );
  return ok(null);
}

export interface SessionSeen {
  /** Hash of its token, in hexadecimal: names it and opens nothing. */
  readonly id: string;
  readonly begun: Date;
  readonly seen: Date;
}

/** Where an account is signed in: when each session began and was last used, and nothing of the device. */
export async function sessionsOf(read: Read, account: string, now: Date): Promise<readonly SessionSeen[]> {
  const rows = await read
    .selectFrom('kit.session')
    .select(['token_hash', 'created_at', 'seen_at'])
    .where('account', '=', account)
    .where('expires_at', '>', now)
    .orderBy('seen_at', 'desc')
    .orderBy('token_hash')
    .execute();
  return rows.map(({ token_hash, created_at, seen_at }) => ({
    id: token_hash.toString('hex'),
    begun: created_at,
    seen: seen_at,
  }));
}

/** Ends a session of one's own, or (without an id) all of somebody's, at once. */
export async function endSessions(write: Write, who: Who, account: string, id: string | null): Promise<Done> {
  if (id !== null && !/^[0-9a-f]{64}$/.test(id)) return refused('not there');
  const refusal = await refusalOf(
    write,
    sql`record.end_sessions(${account}::uuid, ${id === null ? null : Buffer.from(id, 'hex')}::bytea)`,
  );
  if (refusal !== null) return refused(refusal);
  await journal(write, {
    scope: who.organisation,
    at: who.now,
    who: who.account,
    verb: 'withdraw',
    kind: 'session',
    thing: account,
    detail: { all: id === null },
    security: 'session-ended',
  });
  if (account !== who.account) {
    const { email } = await personOf(write, account);
    await tellPerson(
      write,
      who.organisation,
      email,
      'You were signed out of Kept',
      'An administrator of your organisation ended your sessions. You can sign in again as always.\n',
      who.now,
    );
  }
  return ok(null);
}

/** The head that an organisation in sight has named. */
export async function headOf(read: Read, organisation: string): Promise<HeadRow | undefined> {
  return read.selectFrom('record.head').selectAll().where('organisation', '=', organisation).executeTakeFirst();
}

/** Names the head of one's organisation: once; later only an administrator changes it. Who was head, who is, and all safeguarding leads are told. */
export async function nameHead(
  write: Write,
  who: Who,
  name: string,
  typed: string,
): Promise<Result<null, PeopleProblem | 'not an address'>> {
  const email = emailAddress(typed);
  if (email === null) return refused('not an address');
  const before = await headOf(write, who.organisation);
  const refusal = await refusalOf(write, sql`record.name_head(${name}, ${email}, ${who.now})`);
  if (refusal !== null) return refused(refusal);
  await journal(write, {
    scope: who.organisation,
    at: who.now,
    who: who.account,
    verb: 'record',
    kind: 'head',
    thing: who.organisation,
    detail: { again: before !== undefined },
    security: 'appointment',
  });
  const own = await ownOrganisation(write, who.organisation);
  const body =
    `${name} (${email}) is named as the head of ${own.name} in Kept. Where a second person must agree and there ` +
    `is no other safeguarding lead, the head is asked by e-mail.${before ? ` Before, it was ${before.name}.` : ''} ` +
    `If this is wrong, ask an administrator of your organisation or whoever runs this Kept.\n`;
  await tellOfSafeguarding(
    write,
    who.organisation,
    'The head of your organisation in Kept',
    body,
    who.now,
    before ? [before.email] : [],
  );
  return ok(null);
}
