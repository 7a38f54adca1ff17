import { sql } from 'kysely';
import { emailAddress } from '#base/email-address.js';
import type { Read } from '#kit/db/gate.js';
import type { Role, Visitor } from '#kit/visitor.js';
import { passkeyRoles } from './capabilities.js';
import { roleNames } from './role-names.js';

/** Who is signed in with this account, and where they may act; null for an account that is closed or has no role. */
export async function visitorOf(
  read: Read,
  account: string,
  organisation: string | null = null,
): Promise<Omit<Visitor, 'csrf' | 'rights'> | null> {
  const rows = await read
    .selectFrom('record.account as account')
    .innerJoin('record.account_role as held', 'held.account', 'account.id')
    .select(['account.id', 'account.name', 'account.persona', 'held.organisation', 'held.board', 'held.role'])
    .select(({ exists, selectFrom }) =>
      exists(selectFrom('kit.passkey').select('kit.passkey.id').whereRef('kit.passkey.account', '=', 'account.id')).as(
        'has_passkey',
      ),
    )
    .select(sql<boolean>`record.is_verified(held.organisation)`.as('is_verified'))
    .where('account.id', '=', account)
    .where('account.closed_at', 'is', null)
    // One that is joined later, from another browser, does not come first: a session that has chosen none goes on where it was.
    .orderBy(sql`held.given_at nulls first`)
    .orderBy('held.organisation')
    .execute();
  const [first] = rows;
  if (!first) return null;
  // One organisation at a time: that of the session, or the account's first.
  const chosen = rows.find((row) => row.organisation === organisation)?.organisation ?? first.organisation;
  const here = rows.filter((row) => row.organisation === chosen);
  return {
    account: first.id,
    name: first.name,
    organisation: chosen,
    boards: here.some((row) => row.board === null)
      ? '*'
      : here.flatMap((row) => (row.board === null ? [] : [row.board])),
    roles: [...new Set(here.map((row) => row.role))],
    persona: first.persona !== null,
    // In whichever organisation the role is held: a session changes from one to the other without signing in again.
    isUnverified: here.some((row) => !row.is_verified),
    needsPasskey: first.has_passkey === true || rows.some((row) => passkeyRoles.includes(row.role)),
  };
}

export interface Persona {
  readonly id: string;
  readonly name: string;
  /** "Committee clerk". */
  readonly role: string;
  readonly about: string;
}

/** The invented people of the demonstration. */
export async function personas(read: Read): Promise<readonly Persona[]> {
  const rows = await read
    .selectFrom('record.account as account')
    .innerJoin('record.account_role as held', 'held.account', 'account.id')
    .select(['account.id', 'account.name', 'account.persona', 'held.role'])
    .where('account.persona', 'is not', null)
    .where('account.closed_at', 'is', null)
    .orderBy('account.created_at')
    .execute();
  return rows.map((row) => ({ id: row.id, name: row.name, role: roleNames[row.role], about: row.persona ?? '' }));
}

/** The open account with that address, however it is typed. */
export async function accountByEmail(
  read: Read,
  typed: string,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  // An address that was taken in before there was one form for all is still found as it was kept.
  const forms = [emailAddress(typed), typed.trim().toLowerCase()].filter((form) => form !== null);
  return read
    .selectFrom('record.account')
    .select(['id', 'name'])
    .where('email', 'in', forms)
    .where('closed_at', 'is', null)
    .orderBy('created_at')
    .executeTakeFirst();
}

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

/** Who acts for an organisation, by name. */
export async function colleaguesOf(read: Read, organisation: string): Promise<readonly Colleague[]> {
  const rows = await read
    .selectFrom('record.account as account')
    .innerJoin('record.account_role as held', 'held.account', 'account.id')
    .select(['account.id', 'account.name', 'account.email', 'held.role'])
    .where('held.organisation', '=', organisation)
    .where('account.closed_at', 'is', null)
    .orderBy('account.name')
    .orderBy('account.id')
    .orderBy('held.role')
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((own) => ({
    id: own[0]?.id ?? '',
    name: own[0]?.name ?? '',
    email: own[0]?.email ?? '',
    roles: [...new Set(own.map(({ role }) => role))],
  }));
}

/** Whether the account keeps the people of the organisation in sight: its administrators do, or its leads where it has none. */
export async function keepsPeople(read: Read, account: string, organisation: string): Promise<boolean> {
  const { rows } = await sql<{
    keeps: boolean;
  }>`select record.keeps_people(${account}::uuid, ${organisation}::uuid) as keeps`.execute(read);
  return rows[0]?.keeps ?? false;
}

/** The address by which an account signs in. */
export async function ownEmail(read: Read, account: string): Promise<string> {
  return (await read.selectFrom('record.account').select('email').where('id', '=', account).executeTakeFirstOrThrow())
    .email;
}
