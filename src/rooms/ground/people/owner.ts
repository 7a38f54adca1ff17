/** What whoever owns the installation does to accounts: from the command line, never through a gate. The last lead stays all the same (KP010). */
import { sql } from 'kysely';
import { emailAddress } from '#base/email-address.js';
import { type Result, ok, refused } from '#base/result.js';
import type { Write } from '#kit/db/gate.js';
import { journal } from '#kit/journal.js';
import { type AccountDraft, openAccount } from './acts.js';
import { tellOfSafeguarding, tellPerson } from './account-letters.js';
import { accountByEmail } from './lookups.js';
import { roleNames } from './role-names.js';
import type { EndedRole } from './words.js';

/** Opens an account or adds a role to it; of a safeguarding lead all of them and the head are told. The first of an organisation is appointed so. */
export async function appoint(write: Write, draft: AccountDraft, now: Date): Promise<string> {
  const account = await openAccount(write, draft, now);
  if (draft.role === 'safeguarding')
    await tellOfSafeguarding(
      write,
      draft.organisation,
      'There is a new safeguarding lead',
      `${draft.name} (${draft.email}) is now a safeguarding lead of your organisation. Whoever runs this Kept has appointed them.\n`,
      now,
    );
  return account;
}

/** Ends a role in an organisation. */
export async function endRoleByOwner(
  write: Write,
  email: string,
  organisation: string,
  role: EndedRole,
  now: Date,
): Promise<Result<null, 'no account' | 'no role'>> {
  const account = await accountByEmail(write, email);
  if (!account) return refused('no account');
  const gone = await write
    .deleteFrom('record.account_role')
    .where('account', '=', account.id)
    .where('organisation', '=', organisation)
    .where('role', '=', role)
    .returning('role')
    .executeTakeFirst();
  if (!gone) return refused('no role');
  await sql`select record.after_role(${account.id}::uuid, ${organisation}::uuid, ${now})`.execute(write);
  await journal(write, {
    scope: organisation,
    at: now,
    who: 'kept',
    verb: 'withdraw',
    kind: 'account',
    thing: account.id,
    detail: { role },
    security: 'role-ended',
  });
  const { email: to } = await write
    .selectFrom('record.account')
    .select('email')
    .where('id', '=', account.id)
    .executeTakeFirstOrThrow();
  await tellPerson(
    write,
    organisation,
    to,
    'Your role in Kept has ended',
    `Whoever runs this Kept has ended your role: ${roleNames[role]}. You were signed out everywhere.\n`,
    now,
  );
  if (role === 'safeguarding')
    await tellOfSafeguarding(
      write,
      organisation,
      'A safeguarding lead has left',
      `${account.name} is no longer a safeguarding lead of your organisation.\n`,
      now,
    );
  return ok(null);
}

/** Names the head of an organisation, or another one. */
export async function nameHeadByOwner(
  write: Write,
  organisation: string,
  name: string,
  typed: string,
  now: Date,
): Promise<Result<null, 'not an address'>> {
  const email = emailAddress(typed);
  if (email === null) return refused('not an address');
  const before = await write
    .selectFrom('record.head')
    .select('email')
    .where('organisation', '=', organisation)
    .executeTakeFirst();
  await sql`insert into record.head (organisation, name, email, named_by, named_at) values (${organisation}, ${name}, ${email}, null, ${now})
    on conflict on constraint head_pk do update set name = excluded.name, email = excluded.email, named_by = null, named_at = excluded.named_at`.execute(
    write,
  );
  await journal(write, {
    scope: organisation,
    at: now,
    who: 'kept',
    verb: 'record',
    kind: 'head',
    thing: organisation,
    detail: { again: before !== undefined },
    security: 'appointment',
  });
  await tellOfSafeguarding(
    write,
    organisation,
    'The head of your organisation in Kept',
    `${name} (${email}) is named as the head of your organisation by whoever runs this Kept.\n`,
    now,
    before ? [before.email] : [],
  );
  return ok(null);
}
