/** The way back for whoever lost all their passkeys: a second person of each organisation confirms it. */
import { sql } from 'kysely';
import { type Result, ok, refused } from '#base/result.js';
import type { Read, Write } from '#kit/db/gate.js';
import { journal } from '#kit/journal.js';
import { postLetters } from '#kit/mail/mail.js';
import { lockPasskeys } from '#kit/passkeys/passkeys.js';
import type { Visitor } from '#kit/visitor.js';
import { accountByEmail, leadAddresses, passkeyRoles } from '#rooms/ground/people/index.js';
import { emailOf } from './acts.js';
import { passkeyPaths } from './paths.js';

const daysOpen = 7;

interface Confirmer {
  readonly account: string;
  readonly email: string;
  readonly name: string;
}

/** Who may confirm it for an organisation; the rule stands in the database (record.passkey_confirmers). */
async function confirmersOf(read: Read, asker: string, organisation: string): Promise<readonly Confirmer[]> {
  const { rows } =
    await sql<Confirmer>`select account, email, name from record.passkey_confirmers(${asker}::uuid, ${organisation}::uuid) order by name, account`.execute(
      read,
    );
  return rows;
}

/** The organisations that must confirm: where the account holds a role that needs a passkey; where it holds none, all of its own. */
async function organisationsOf(read: Read, account: string): Promise<readonly string[]> {
  const held = await read
    .selectFrom('record.account_role')
    .select(['organisation', 'role'])
    .where('account', '=', account)
    .orderBy('organisation')
    .execute();
  const guarded = held.filter(({ role }) => passkeyRoles.includes(role));
  return [...new Set((guarded.length > 0 ? guarded : held).map(({ organisation }) => organisation))];
}

async function nameOf(read: Read, account: string): Promise<string> {
  return (await read.selectFrom('record.account').select('name').where('id', '=', account).executeTakeFirstOrThrow())
    .name;
}

/** Tells everybody else who leads an organisation. */
async function tellOthers(
  write: Write,
  organisation: string,
  but: readonly string[],
  subject: string,
  body: string,
  now: Date,
): Promise<void> {
  const addresses = (await leadAddresses(write, organisation)).filter((address) => !but.includes(address));
  await postLetters(
    write,
    addresses.map((to) => ({ organisation, to, subject, body })),
    now,
  );
}

async function askOrganisation(
  write: Write,
  asker: string,
  organisation: string,
  confirmers: readonly Confirmer[],
  site: string,
  now: Date,
): Promise<void> {
  const row = {
    account: asker,
    organisation,
    asked_at: now,
    expires_at: new Date(now.getTime() + daysOpen * 86_400_000),
    confirmed_by: null,
    confirmed_at: null,
  };
  await write
    .insertInto('kit.passkey_reset')
    .values(row)
    .onConflict((conflict) => conflict.constraint('passkey_reset_pk').doUpdateSet(row))
    .execute();
  const name = await nameOf(write, asker);
  const ask =
    `Hello,\n\n${name} says that they have lost their passkey for Kept and cannot sign in.\n\nConfirm this only ` +
    `after you have spoken with them, in person or on a telephone number that you know. Whoever has got into their ` +
    `mailbox could have asked too. You have ${daysOpen} ` +
    `days:\n\n${site}${passkeyPaths.reset({ account: asker })}\n`;
  await postLetters(
    write,
    confirmers.map(({ email }) => ({
      organisation,
      to: email,
      subject: 'A colleague has lost their passkey',
      body: ask,
    })),
    now,
  );
  const told =
    `Hello,\n\n${name} says that they have lost their passkey for Kept. ` +
    `${confirmers.map((one) => one.name).join(' or ')} can confirm it. You do not have to do anything. If you ` +
    `think that somebody else has asked in their name, speak with them.\n`;
  await tellOthers(
    write,
    organisation,
    [await emailOf(write, asker), ...confirmers.map(({ email }) => email)],
    'A colleague has lost their passkey',
    told,
    now,
  );
  await journal(write, {
    scope: organisation,
    at: now,
    who: asker,
    verb: 'record',
    kind: 'passkey reset',
    thing: asker,
    detail: {},
    security: 'passkey-reset',
  });
}

/** Whether a request of this account is open. */
export async function hasAsked(read: Read, account: string, now: Date): Promise<boolean> {
  return (
    (await read
      .selectFrom('kit.passkey_reset')
      .select('account')
      .where('account', '=', account)
      .where('expires_at', '>', now)
      .limit(1)
      .executeTakeFirst()) !== undefined
  );
}

/** Whether somebody may confirm it in every organisation that must; else only the owner of the installation can help. */
export async function canBeConfirmed(read: Read, account: string): Promise<boolean> {
  const organisations = await organisationsOf(read, account);
  for (const organisation of organisations)
    if ((await confirmersOf(read, account, organisation)).length === 0) return false;
  return organisations.length > 0;
}

/** Asks for it. Asking again while a request is open changes nothing and sends nothing. */
export async function askForReset(
  write: Write,
  visitor: Visitor,
  site: string,
  now: Date,
): Promise<Result<null, 'nobody can confirm'>> {
  await lockPasskeys(write, visitor.account);
  if (await hasAsked(write, visitor.account, now)) return ok(null);
  if (!(await canBeConfirmed(write, visitor.account))) return refused('nobody can confirm');
  await write.deleteFrom('kit.passkey_reset').where('account', '=', visitor.account).execute();
  for (const organisation of await organisationsOf(write, visitor.account))
    await askOrganisation(
      write,
      visitor.account,
      organisation,
      await confirmersOf(write, visitor.account, organisation),
      site,
      now,
    );
  const body =
    `Hello,\n\nsomebody who opened a sign-in link of yours says that you have lost your passkey for Kept. A ` +
    `second person now has to confirm it.\n\nIf it was not you: somebody else reads your mailbox. Sign in with ` +
    `your passkey, which ends the request, and tell the administrator of your organisation.\n`;
  await postLetters(
    write,
    [
      {
        organisation: visitor.organisation,
        to: await emailOf(write, visitor.account),
        subject: 'Have you lost your passkey?',
        body,
      },
    ],
    now,
  );
  return ok(null);
}

export interface OpenReset {
  readonly account: string;
  readonly name: string;
  readonly email: string;
  readonly asked_at: Date;
  readonly expires_at: Date;
}

/** The open requests that this visitor may confirm for the organisation in which they work. */
export async function resetsFor(read: Read, visitor: Visitor, now: Date): Promise<readonly OpenReset[]> {
  const open = await read
    .selectFrom('kit.passkey_reset as reset')
    .innerJoin('record.account as account', 'account.id', 'reset.account')
    .select(['reset.account', 'account.name', 'account.email', 'reset.asked_at', 'reset.expires_at'])
    .where('reset.organisation', '=', visitor.organisation)
    .where('reset.confirmed_at', 'is', null)
    .where('reset.expires_at', '>', now)
    .where('account.closed_at', 'is', null)
    .orderBy('reset.asked_at')
    .execute();
  const mine: OpenReset[] = [];
  for (const one of open)
    if (
      (await confirmersOf(read, one.account, visitor.organisation)).some(({ account }) => account === visitor.account)
    )
      mine.push(one);
  return mine;
}

/** Removes all passkeys of an account and ends everything that is open for it: it sets up a new one after its next link. */
async function resetPasskeys(write: Write, account: string): Promise<void> {
  await write.deleteFrom('kit.session').where('account', '=', account).execute();
  await write.deleteFrom('kit.sign_in_link').where('account', '=', account).execute();
  await write.deleteFrom('kit.passkey').where('account', '=', account).execute();
  await write.deleteFrom('kit.passkey_reset').where('account', '=', account).execute();
}

async function tellOfReset(
  write: Write,
  account: string,
  by: string,
  organisations: readonly string[],
  site: string,
  now: Date,
): Promise<void> {
  const [email, name] = [await emailOf(write, account), await nameOf(write, account)];
  const body =
    `Hello,\n\n${by} has confirmed that you lost your passkey. Your old passkeys no longer work, and you are ` +
    `signed out everywhere. Sign in by a new link: you are then asked to set up a new ` +
    `passkey.\n\n${site}/sign-in\n`;
  await postLetters(
    write,
    [{ organisation: organisations[0] ?? null, to: email, subject: 'You can set up a new passkey', body }],
    now,
  );
  for (const organisation of organisations) {
    await tellOthers(
      write,
      organisation,
      [email],
      'A lost passkey was confirmed',
      `Hello,\n\n${by} has confirmed that ${name} lost their passkey. ${name} can now set up a new one. If you ` +
        `think that this is wrong, tell the administrator of your organisation today.\n`,
      now,
    );
  }
}

/** Confirms for one's own organisation. Once every organisation that must has confirmed, the old passkeys are gone. */
export async function confirmReset(
  write: Write,
  visitor: Visitor,
  asker: string,
  site: string,
  now: Date,
): Promise<Result<'done' | 'others must confirm', 'not there'>> {
  await lockPasskeys(write, asker);
  if (!(await resetsFor(write, visitor, now)).some(({ account }) => account === asker)) return refused('not there');
  await write
    .updateTable('kit.passkey_reset')
    .set({ confirmed_by: visitor.account, confirmed_at: now })
    .where('account', '=', asker)
    .where('organisation', '=', visitor.organisation)
    .execute();
  await journal(write, {
    scope: visitor.organisation,
    at: now,
    who: visitor.account,
    verb: 'agree',
    kind: 'passkey reset',
    thing: asker,
    detail: {},
    security: 'passkey-reset',
  });
  const rows = await write
    .selectFrom('kit.passkey_reset')
    .select(['organisation', 'confirmed_at'])
    .where('account', '=', asker)
    .where('expires_at', '>', now)
    .execute();
  const organisations = await organisationsOf(write, asker);
  // A role that came in the meantime asks its organisation too.
  for (const organisation of organisations.filter((one) => !rows.some((row) => row.organisation === one)))
    await askOrganisation(write, asker, organisation, await confirmersOf(write, asker, organisation), site, now);
  if (!organisations.every((one) => rows.some((row) => row.organisation === one && row.confirmed_at !== null)))
    return ok('others must confirm');
  await resetPasskeys(write, asker);
  await tellOfReset(write, asker, visitor.name, organisations, site, now);
  return ok('done');
}

/** Says that it was not so: the request ends, in every organisation. */
export async function refuseReset(
  write: Write,
  visitor: Visitor,
  asker: string,
  now: Date,
): Promise<Result<null, 'not there'>> {
  await lockPasskeys(write, asker);
  if (!(await resetsFor(write, visitor, now)).some(({ account }) => account === asker)) return refused('not there');
  await write.deleteFrom('kit.passkey_reset').where('account', '=', asker).execute();
  const body = `Hello,\n\n${visitor.name} did not confirm that you lost your passkey. If you did, speak with them, and ask again.\n`;
  await postLetters(
    write,
    [
      {
        organisation: visitor.organisation,
        to: await emailOf(write, asker),
        subject: 'Your request about a lost passkey was refused',
        body,
      },
    ],
    now,
  );
  await journal(write, {
    scope: visitor.organisation,
    at: now,
    who: visitor.account,
    verb: 'withdraw',
    kind: 'passkey reset',
    thing: asker,
    detail: {},
    security: 'passkey-reset',
  });
  return ok(null);
}

/** By the owner of the installation, where nobody else can confirm it (`kept admin passkey-reset`). */
export async function resetByOwner(
  write: Write,
  email: string,
  site: string,
  now: Date,
): Promise<Result<null, 'no account'>> {
  const account = await accountByEmail(write, email);
  if (!account) return refused('no account');
  await lockPasskeys(write, account.id);
  const organisations = await organisationsOf(write, account.id);
  await resetPasskeys(write, account.id);
  for (const organisation of organisations)
    await journal(write, {
      scope: organisation,
      at: now,
      who: 'kept',
      verb: 'agree',
      kind: 'passkey reset',
      thing: account.id,
      detail: {},
      security: 'break-glass',
    });
  await tellOfReset(write, account.id, 'Whoever runs this Kept', organisations, site, now);
  return ok(null);
}
