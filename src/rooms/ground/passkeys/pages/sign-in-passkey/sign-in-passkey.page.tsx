import { tooLong } from '#base/form.js';
import { z } from 'zod';
import { ownPath } from '#base/own-path.js';
import type { Read } from '#kit/db/gate.js';
import { doorPage, halt, invalid, type Outcome, redirect, type View, view } from '#kit/page.js';
import { openChallenge, passkeysOf } from '#kit/passkeys/passkeys.js';
import { optionsToAdd, optionsToShow, siteOf } from '#kit/passkeys/webauthn.js';
import type { Visitor } from '#kit/visitor.js';
import { mayTry, peoplePaths } from '#rooms/ground/people/index.js';
import { addFirstPasskey, emailOf, sessionOf, showPasskey } from '../../acts.js';
import { passkeyPaths } from '../../paths.js';
import { askForReset, canBeConfirmed, hasAsked } from '../../resets.js';
import { addProblemWords, notUnderstood } from '../problem-words.js';
import { LostPasskey, type LostProps, SetUpPasskey, ShowPasskey } from './sign-in-passkey.view.js';

const none = z.object({});

async function shown(
  db: Read,
  pending: Visitor,
  site: string,
  to: string,
  more: { readonly error: string | null; readonly name: string },
): Promise<View> {
  const purpose = (await passkeysOf(db, pending.account)).length > 0 ? 'show' : 'add';
  const { origin } = siteOf(site);
  const form = {
    action: passkeyPaths.show(),
    challenge: passkeyPaths.challenge(),
    origin,
    purpose,
    to,
    name: more.name,
  } as const;
  const props = { form, person: pending.name, error: more.error, signOut: peoplePaths.signOut() };
  return purpose === 'show'
    ? { title: 'Use your passkey', script: 'passkey', main: <ShowPasskey {...props} lost={passkeyPaths.lost()} /> }
    : { title: 'Set up a passkey', script: 'passkey', main: <SetUpPasskey {...props} /> };
}

/** What a session that was begun by a link still has to do. */
export const showPage = doorPage({
  path: '/sign-in/passkey',
  params: none,
  async get({ db, visitor, pending, query, site }) {
    const to = ownPath(query['to'], '/work');
    if (visitor) return redirect(to);
    if (!pending) return redirect(peoplePaths.signIn(to));
    return view(await shown(db, pending, site, to, { error: null, name: '' }));
  },
  fields: { to: 'line', name: 'line', answer: 'text' },
  async post({ db, visitor, pending, fields, site, now }): Promise<Outcome> {
    const to = ownPath(fields.get('to'), '/work');
    if (visitor) return redirect(to);
    if (!pending) return redirect(peoplePaths.signIn(to));
    // The door takes forms without a token; this one names the session that it raises.
    if (fields.get('csrf') !== pending.csrf) return halt('form-expired');
    const name = fields.get('name').trim().replace(/\s+/g, ' ');
    const again = async (error: string): Promise<Outcome> =>
      invalid(await shown(db, pending, site, to, { error, name }));
    if (name.length > 60) return again(tooLong(name.length, 60, 'The name of a passkey'));
    const here = { visitor: pending, site: siteOf(site), now };
    if ((await passkeysOf(db, pending.account)).length > 0) {
      const opened = await showPasskey(db, here, fields.get('answer'));
      return opened.ok ? redirect(to, { begin: opened.value }) : again(notUnderstood);
    }
    const opened = await addFirstPasskey(db, here, fields.get('answer'), name);
    return opened.ok ? redirect(to, { begin: opened.value }) : again(addProblemWords(opened.problem));
  },
});

/** What the page's script asks for: a challenge of this session, for what it may do now. */
export const challengePage = doorPage({
  path: '/sign-in/passkey/challenge',
  params: none,
  fields: {},
  async post({ db, visitor, pending, fields, site, now }): Promise<Outcome> {
    const whose = visitor ?? pending;
    if (!whose || fields.get('csrf') !== whose.csrf) return halt('form-expired');
    if (!(await mayTry(db, `passkey of ${whose.account}`, 30, 10, now))) return halt('too-many');
    const known = await passkeysOf(db, whose.account);
    const purpose = pending && known.length > 0 ? 'show' : 'add';
    const person = { account: whose.account, email: await emailOf(db, whose.account), name: whose.name };
    const options =
      purpose === 'show' ? await optionsToShow(siteOf(site), known) : await optionsToAdd(siteOf(site), person, known);
    await openChallenge(db, sessionOf(whose), purpose, options.challenge, now);
    return { kind: 'json', status: 200, body: { purpose, options } };
  },
});

export const lostPage = doorPage({
  path: '/sign-in/passkey/lost',
  params: none,
  async get({ db, pending, now }) {
    if (!pending || (await passkeysOf(db, pending.account)).length === 0) return redirect(passkeyPaths.show());
    const state = (await hasAsked(db, pending.account, now))
      ? 'asked'
      : (await canBeConfirmed(db, pending.account))
        ? 'may ask'
        : 'nobody can confirm';
    return view(await lost(db, pending, state));
  },
  fields: {},
  async post({ db, pending, fields, site, now }): Promise<Outcome> {
    if (!pending || (await passkeysOf(db, pending.account)).length === 0) return redirect(passkeyPaths.show());
    if (fields.get('csrf') !== pending.csrf) return halt('form-expired');
    // Each request writes to everybody who leads: three, then one a day.
    if (!(await mayTry(db, `lost passkey of ${pending.account}`, 3, 86_400, now))) return halt('too-many');
    const asked = await askForReset(db, pending, site, now);
    return asked.ok ? redirect(passkeyPaths.lost()) : invalid(await lost(db, pending, asked.problem));
  },
});

async function lost(db: Read, pending: Visitor, state: LostProps['state']): Promise<View> {
  const props = {
    action: passkeyPaths.lost(),
    back: passkeyPaths.show(),
    person: pending.name,
    email: await emailOf(db, pending.account),
    state,
  };
  return { title: 'Lost passkey', main: <LostPasskey {...props} /> };
}
