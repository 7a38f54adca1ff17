import { tooLong } from '#base/form.js';
import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { wordsAsked } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import { passkeysOf } from '#kit/passkeys/passkeys.js';
import { siteOf } from '#kit/passkeys/webauthn.js';
import type { Visitor } from '#kit/visitor.js';
import { peoplePaths } from '#rooms/ground/people/index.js';
import { addAnotherPasskey, mustHavePasskey, removePasskey } from '../../acts.js';
import { passkeyPaths } from '../../paths.js';
import { addProblemWords } from '../problem-words.js';
import { OwnPasskeys, RemovePasskey } from './passkeys.view.js';

const crumb = { text: 'Workspace', href: '/work' };
const doneWords: Readonly<Record<string, string>> = {
  added: 'Passkey set up. We have sent you an e-mail about it.',
  removed: 'Passkey removed. We have sent you an e-mail about it.',
};

async function shown(
  db: Read,
  visitor: Visitor,
  site: string,
  more: { readonly error: string | null; readonly name: string; readonly done: string | null },
): Promise<View> {
  const all = await passkeysOf(db, visitor.account);
  const passkeys = all.map(({ id, name, added_at, used_at }) => ({
    name,
    added: londonDate(added_at),
    used: used_at === null ? null : londonDate(used_at),
    remove: passkeyPaths.remove({ passkey: id }),
  }));
  const form = {
    action: passkeyPaths.own(),
    challenge: passkeyPaths.challenge(),
    origin: siteOf(site).origin,
    purpose: 'add',
    to: null,
    name: more.name,
  } as const;
  const main = (
    <OwnPasskeys
      passkeys={passkeys}
      form={form}
      isPersona={visitor.persona}
      isNeeded={await mustHavePasskey(db, visitor.account)}
      account={peoplePaths.account()}
      error={more.error}
      done={more.done}
    />
  );
  return { title: 'Your passkeys', crumbs: [crumb, { text: 'Your passkeys' }], script: 'passkey', main };
}

export const ownPasskeysPage = workPage({
  path: '/work/passkeys',
  params: z.object({}),
  needs: 'see workspace',
  fresh: 'page',
  async get({ db, visitor, site, query }) {
    return view(await shown(db, visitor, site, { error: null, name: '', done: wordsAsked(doneWords, query) }));
  },
  fields: { name: 'line', answer: 'text' },
  async post({ db, visitor, fields, site, now }): Promise<Outcome> {
    const name = fields.get('name').trim().replace(/\s+/g, ' ');
    const again = async (error: string): Promise<Outcome> =>
      invalid(await shown(db, visitor, site, { error, name, done: null }));
    if (visitor.persona) return again('Invented people of the demonstration have no passkeys');
    if (name.length > 60) return again(tooLong(name.length, 60, 'The name of a passkey'));
    const added = await addAnotherPasskey(db, { visitor, site: siteOf(site), now }, fields.get('answer'), name);
    return added.ok ? redirect(passkeyPaths.own('added')) : again(addProblemWords(added.problem));
  },
});

async function removal(db: Read, visitor: Visitor, id: string): Promise<View | null> {
  const all = await passkeysOf(db, visitor.account);
  const found = all.find((one) => one.id === id);
  if (!found) return null;
  const props = {
    action: passkeyPaths.remove({ passkey: id }),
    back: passkeyPaths.own(),
    name: found.name,
    isLast: all.length === 1,
    isNeeded: await mustHavePasskey(db, visitor.account),
  };
  return {
    title: 'Remove a passkey',
    crumbs: [crumb, { text: 'Your passkeys', href: passkeyPaths.own() }, { text: 'Remove' }],
    main: <RemovePasskey {...props} />,
  };
}

export const removePasskeyPage = workPage({
  path: '/work/passkeys/:passkey/remove',
  params: z.object({ passkey: z.uuid() }),
  needs: 'see workspace',
  fresh: 'page',
  async get({ db, visitor, params }) {
    const found = await removal(db, visitor, params.passkey);
    return found ? view(found) : halt('not-found');
  },
  fields: {},
  async post({ db, visitor, params, now }): Promise<Outcome> {
    const removed = await removePasskey(db, visitor, params.passkey, now);
    if (removed.ok) return redirect(passkeyPaths.own('removed'));
    const found = removed.problem === 'last' ? await removal(db, visitor, params.passkey) : null;
    return found ? invalid(found) : halt('not-found');
  },
});
