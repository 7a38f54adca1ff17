import type { Read } from '#kit/db/gate.js';
import type { Visitor } from '#kit/visitor.js';

/** Who is signed in with this account, and where they may act; null for an account that is closed or has no role. */
export async function visitorOf(read: Read, account: string, csrf: string): Promise<Visitor | null> {
  const rows = await read
    .selectFrom('record.account as account')
    .innerJoin('record.account_role as held', 'held.account', 'account.id')
    .select(['account.id', 'account.name', 'account.persona', 'held.organisation', 'held.board', 'held.role'])
    .where('account.id', '=', account)
    .where('account.closed_at', 'is', null)
    .orderBy('held.organisation')
    .execute();
  const [first] = rows;
  if (!first) return null;
  // One organisation at a time: an account with roles in two works in the first.
  const here = rows.filter((row) => row.organisation === first.organisation);
  return {
    account: first.id,
    name: first.name,
    organisation: first.organisation,
    boards: here.some((row) => row.board === null) ? '*' : here.flatMap((row) => (row.board === null ? [] : [row.board])),
    roles: [...new Set(here.map((row) => row.role))],
    csrf,
    persona: first.persona !== null,
  };
}

export interface Persona {
  readonly id: string;
  readonly name: string;
  /** "Committee clerk". */
  readonly role: string;
  readonly about: string;
}

const roleNames = { administrator: 'Administrator', clerk: 'Committee clerk', author: 'Report author', member: 'Board member' } as const;

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

/** The open account with that address; addresses are compared in lower case. */
export async function accountByEmail(read: Read, email: string): Promise<{ readonly id: string; readonly name: string } | undefined> {
  return read.selectFrom('record.account').select(['id', 'name']).where('email', '=', email.trim().toLowerCase()).where('closed_at', 'is', null).executeTakeFirst();
}
