/** Adding, showing and removing passkeys. */
import { type Result, ok, refused } from '#base/result.js';
import type { Read, Write } from '#kit/db/gate.js';
import { journal } from '#kit/journal.js';
import { postLetters } from '#kit/mail/mail.js';
import { lockPasskeys, passkeysOf, savePasskey, takeChallenge } from '#kit/passkeys/passkeys.js';
import { countShown, credentialNamed, keyAdded, type Site } from '#kit/passkeys/webauthn.js';
import { tellSecurity } from '#kit/security.js';
import { beginSession } from '#kit/session.js';
import type { Visitor } from '#kit/visitor.js';
import { passkeyRoles } from '#rooms/ground/people/index.js';

/** Whoever signed in by a link, the session in hand, and this site. */
export interface Here {
  readonly visitor: Visitor;
  readonly site: Site;
  readonly now: Date;
}

export function sessionOf({ session }: Visitor): Buffer {
  if (session === undefined) throw new Error('A passkey belongs to a session, and there is none');
  return Buffer.from(session, 'hex');
}

export async function emailOf(read: Read, account: string): Promise<string> {
  return (await read.selectFrom('record.account').select('email').where('id', '=', account).executeTakeFirstOrThrow())
    .email;
}

const passkeysAtMost = 20;

export type AddProblem = 'not understood' | 'known already' | 'too many';

/** Adds the passkey that the browser made; the letter tells its owner, should it not be theirs. */
export async function addPasskey(
  write: Write,
  { visitor, site, now }: Here,
  answer: string,
  name: string,
): Promise<Result<string, AddProblem>> {
  await lockPasskeys(write, visitor.account);
  const challenge = await takeChallenge(write, sessionOf(visitor), 'add', now);
  const key = challenge === null ? null : await keyAdded(site, challenge, answer);
  if (!key) return refused('not understood');
  const count = (await passkeysOf(write, visitor.account)).length;
  if (count >= passkeysAtMost) return refused('too many');
  const id = await savePasskey(write, visitor.account, key, name === '' ? `Passkey ${count + 1}` : name, now);
  if (id === null) return refused('known already');
  const body =
    `Hello,\n\na passkey was added to your Kept account. If it was not you, sign in, remove it under “Your ` +
    `passkeys”, and tell the administrator of your organisation.\n\n${site.origin}/work/passkeys\n`;
  await postLetters(
    write,
    [
      {
        organisation: visitor.organisation,
        to: await emailOf(write, visitor.account),
        subject: 'A passkey was added to your account',
        body,
      },
    ],
    now,
  );
  await journal(write, {
    scope: visitor.organisation,
    at: now,
    who: visitor.account,
    verb: 'record',
    kind: 'passkey',
    thing: id,
    detail: {},
    security: 'passkey',
  });
  return ok(id);
}

/** Adds the first passkey of an account that must have one, and begins the session in which it was shown. */
export async function addFirstPasskey(
  write: Write,
  here: Here,
  answer: string,
  name: string,
): Promise<Result<string, AddProblem>> {
  await lockPasskeys(write, here.visitor.account);
  // Made in another tab meanwhile: then that one is to be shown.
  if ((await passkeysOf(write, here.visitor.account)).length > 0) return refused('not understood');
  const added = await addPasskey(write, here, answer, name);
  return added.ok
    ? ok(
        await beginSession(write, here.visitor.account, here.now, {
          passkey: added.value,
          organisation: here.visitor.organisation,
        }),
      )
    : added;
}

/** Adds a passkey in a session that is whole; from now on it is one in which a passkey was shown. */
export async function addAnotherPasskey(
  write: Write,
  here: Here,
  answer: string,
  name: string,
): Promise<Result<string, AddProblem>> {
  const added = await addPasskey(write, here, answer, name);
  if (added.ok)
    await write
      .updateTable('kit.session')
      .set({ passkey: added.value })
      .where('token_hash', '=', sessionOf(here.visitor))
      .where('passkey', 'is', null)
      .execute();
  return added;
}

/** Checks the passkey that was shown, and begins the session that it opens. Whoever finds theirs again has lost none. */
export async function showPasskey(
  write: Write,
  { visitor, site, now }: Here,
  answer: string,
): Promise<Result<string, 'not understood'>> {
  const challenge = await takeChallenge(write, sessionOf(visitor), 'show', now);
  const named = credentialNamed(answer);
  const known = (await passkeysOf(write, visitor.account)).find(({ credential }) => credential === named);
  const counter = challenge === null || !known ? null : await countShown(site, challenge, answer, known);
  if (counter === null || !known)
    tellSecurity(write, { name: 'sign-in-refused', how: 'passkey', account: visitor.account });
  if (counter === null || !known) return refused('not understood');
  await write.updateTable('kit.passkey').set({ counter, used_at: now }).where('id', '=', known.id).execute();
  const ended = await write
    .deleteFrom('kit.passkey_reset')
    .where('account', '=', visitor.account)
    .returning('organisation')
    .execute();
  for (const { organisation } of ended)
    await journal(write, {
      scope: organisation,
      at: now,
      who: visitor.account,
      verb: 'withdraw',
      kind: 'passkey reset',
      thing: visitor.account,
      detail: {},
      security: 'passkey-reset',
    });
  return ok(await beginSession(write, visitor.account, now, { passkey: known.id, organisation: visitor.organisation }));
}

/** Whether an account holds, in any organisation, a role that needs a passkey. */
export async function mustHavePasskey(read: Read, account: string): Promise<boolean> {
  return (
    (await read
      .selectFrom('record.account_role')
      .select('role')
      .where('account', '=', account)
      .where('role', 'in', passkeyRoles)
      .limit(1)
      .executeTakeFirst()) !== undefined
  );
}

export type RemoveProblem = 'not there' | 'last';

/** Removes a passkey, and the sessions in which it was shown; the session in hand has to show another one. */
export async function removePasskey(
  write: Write,
  visitor: Visitor,
  id: string,
  now: Date,
): Promise<Result<null, RemoveProblem>> {
  await lockPasskeys(write, visitor.account);
  const all = await passkeysOf(write, visitor.account);
  if (!all.some((one) => one.id === id)) return refused('not there');
  if (all.length === 1 && (await mustHavePasskey(write, visitor.account))) return refused('last');
  const session = sessionOf(visitor);
  await write
    .deleteFrom('kit.session')
    .where('account', '=', visitor.account)
    .where('passkey', '=', id)
    .where('token_hash', '!=', session)
    .execute();
  await write
    .updateTable('kit.session')
    .set({ passkey: null })
    .where('token_hash', '=', session)
    .where('passkey', '=', id)
    .execute();
  await write.deleteFrom('kit.passkey').where('id', '=', id).where('account', '=', visitor.account).execute();
  const body =
    'Hello,\n\na passkey was removed from your Kept account. If it was not you, tell the administrator of your organisation.\n';
  await postLetters(
    write,
    [
      {
        organisation: visitor.organisation,
        to: await emailOf(write, visitor.account),
        subject: 'A passkey was removed from your account',
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
    kind: 'passkey',
    thing: id,
    detail: {},
    security: 'passkey',
  });
  return ok(null);
}
