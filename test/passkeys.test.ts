/** Passkeys through the server: who must show one, what is no passkey, and the way back for whoever lost theirs, tried from every side. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { nobody, type Write } from '#kit/db/gate.js';
import { endRole, makeSignInLink, openAccount } from '#rooms/ground/people/index.js';
import { resetByOwner } from '#rooms/ground/passkeys/index.js';
import { asOwner } from '../src/app/owner.js';
import { foundOrganisation } from '../src/app/seed.js';
import { type Authenticator, authenticator, type Ceremony } from './authenticator.js';
import { waitingLetters } from './letters.js';
import { type Running, runningKept } from './running.js';
import { type Asker, asker, inSession } from './visit.js';

let kept: Running;
let time = new Date('2026-11-30T09:00:00Z');
const later = (minutes: number): void => void (time = new Date(time.getTime() + minutes * 60_000));

before(async () => {
  kept = await runningKept({ loaded: false, demonstration: false, clock: () => time, hasMail: true });
});
after(async () => kept?.stop());

let made = 0;

/** A school of its own with these people; an inviter's name after a colon: the role came by an invitation. */
async function school(people: Readonly<Record<string, string>>): Promise<{
  readonly organisation: string;
  readonly at: (name: string) => string;
  readonly id: (name: string) => string;
}> {
  made += 1;
  const organisation = await foundOrganisation(kept.house, `School ${made}`, `school-${made}`, { kind: 'school' });
  const at = (name: string): string => `${name}@school-${organisation.slice(-6)}.example`;
  const ids = new Map<string, string>();
  await asOwner(kept.house, async (write) => {
    for (const [name, how] of Object.entries(people)) {
      const [role = 'clerk', inviter] = how.split(':');
      ids.set(
        name,
        await openAccount(write, { email: at(name), name, persona: null, organisation, role: role as 'clerk' }, time),
      );
      if (inviter !== undefined) await given(write, organisation, ids.get(name) ?? '', role, ids.get(inviter) ?? '');
    }
  });
  return { organisation, at, id: (name) => ids.get(name) ?? '' };
}

/** Notes that the role came from that colleague, as a joining by their invitation does. */
async function given(write: Write, organisation: string, account: string, role: string, by: string): Promise<void> {
  await sql`insert into record.role_given (organisation, account, role, given_by, given_at)
    values (${organisation}, ${account}, ${role}, ${by}, ${time})`.execute(write);
}

/** Signs in by a link, as far as a link goes. */
async function byLink(email: string): Promise<Asker> {
  const token = await kept.house.gates.work.write(nobody, (write) => makeSignInLink(write, email, '/work', time));
  const answer = await asker(kept.url, null).post(`/sign-in/link/${token}`);
  assert.equal(answer.status, 303);
  return inSession(kept, tokenIn(answer.headers) ?? '', time);
}

function tokenIn(headers: Headers): string | null {
  return /^kept=([\w-]{43})/.exec(headers.get('set-cookie') ?? '')?.[1] ?? null;
}

async function challenged(who: Asker): Promise<{ readonly purpose: string; readonly ceremony: Ceremony }> {
  const answer = await who.post('/sign-in/passkey/challenge');
  assert.equal(answer.status, 200, answer.body);
  const { purpose, options }: { purpose: string; options: { challenge: string } } = JSON.parse(answer.body);
  return { purpose, ceremony: { challenge: options.challenge, origin: kept.url, host: '127.0.0.1' } };
}

/** Sends what an authenticator says; the session that was opened, or null. */
async function send(who: Asker, answer: string, more: Readonly<Record<string, string>> = {}): Promise<Asker | null> {
  const sent = await who.post('/sign-in/passkey', { to: '/work', name: '', answer, ...more });
  const token = tokenIn(sent.headers);
  assert.equal(sent.status, token === null ? 422 : 303);
  return token === null ? null : inSession(kept, token, time);
}

async function setUp(
  email: string,
  device: Authenticator = authenticator(),
): Promise<{ readonly who: Asker; readonly device: Authenticator }> {
  const half = await byLink(email);
  const { purpose, ceremony } = await challenged(half);
  assert.equal(purpose, 'add');
  const who = await send(half, device.made(ceremony));
  assert.ok(who);
  return { who, device };
}

const letters = async (email: string): Promise<readonly string[]> =>
  (await kept.house.gates.work.read(nobody, waitingLetters))
    .filter(({ recipient }) => recipient === email)
    .map(({ subject }) => subject);

test('an administrator sets up a passkey after the first link, and shows it after every other: before that no page of the workspace opens', async () => {
  const { at } = await school({ ada: 'administrator' });
  const half = await byLink(at('ada'));
  for (const path of ['/work', '/work/imports', '/work/organisation', '/work/passkeys']) {
    assert.deepEqual(
      await half.get(path).then(({ status, to }) => [status, to]),
      [303, `/sign-in/passkey?to=${encodeURIComponent(path)}`],
      path,
    );
    if (path !== '/work')
      assert.equal((await half.post(path, { answer: 'x' })).status, path === '/work/imports' ? 405 : 403, path);
  }
  const page = await half.get('/sign-in/passkey?to=/work/imports');
  assert.match(page.body, /<h1>.*Set up a passkey.*<\/h1>/s);
  assert.match(
    page.headers.get('content-security-policy') ?? '',
    /default-src 'none'.*; script-src 'self'; connect-src 'self'$/,
  );
  const { who, device } = await setUp(at('ada'));
  assert.equal((await who.get('/work')).status, 200);
  assert.equal((await half.get('/work')).status, 303, 'the session of the link is still half a session');
  const again = await byLink(at('ada'));
  assert.match((await again.get('/sign-in/passkey')).body, /Use your passkey/);
  const { purpose, ceremony } = await challenged(again);
  assert.equal(purpose, 'show');
  const opened = await send(again, device.shown(ceremony));
  assert.equal((await opened?.get('/work'))?.status, 200);
  assert.equal((await again.get('/sign-in/passkey')).to, '/sign-in?to=%2Fwork', 'the session of the link has ended');
  assert.deepEqual(await letters(at('ada')), ['A passkey was added to your account']);
});

test('a passkey of a wrong place, a used challenge, another account or a device that was not unlocked opens nothing', async () => {
  const { at } = await school({ ada: 'administrator', sam: 'safeguarding' });
  const [{ device }, { device: other }] = [await setUp(at('ada')), await setUp(at('sam'))];
  const half = await byLink(at('ada'));
  const tries: Readonly<Record<string, (ceremony: Ceremony) => string>> = {
    'another origin': (ceremony) => device.shown({ ...ceremony, origin: 'https://kept.example' }),
    'another host': (ceremony) => device.shown({ ...ceremony, host: 'kept.example' }),
    'an invented challenge': (ceremony) => device.shown({ ...ceremony, challenge: 'aW52ZW50ZWQ' }),
    'a device that was not unlocked': (ceremony) => device.shown({ ...ceremony, isVerified: false }),
    'another account’s passkey': (ceremony) => other.shown(ceremony),
    'a count that went back': (ceremony) => device.shown({ ...ceremony, count: 1 }),
    'a key that nobody set up': (ceremony) => authenticator().shown(ceremony),
    'its number with another key': (ceremony) =>
      authenticator(Buffer.from(device.credential, 'base64url')).shown(ceremony),
    'what was made, not shown': (ceremony) => authenticator().made(ceremony),
    nothing: () => '',
    'no JSON': () => '{"id":',
    'a list': () => '[]',
  };
  // A count to go back from.
  assert.ok(
    (await send(await byLink(at('ada')), device.shown((await challenged(await byLink(at('ada')))).ceremony))) === null,
    'a challenge belongs to its session',
  );
  for (const [what, answer] of Object.entries(tries)) {
    const { ceremony } = await challenged(half);
    assert.equal(await send(half, answer(ceremony)), null, what);
    if (what === 'an invented challenge')
      assert.equal(await send(half, device.shown(ceremony)), null, 'a challenge is used up by the first answer');
  }
  const { ceremony } = await challenged(half);
  const good = device.shown(ceremony);
  later(5);
  assert.equal(await send(half, good), null, 'five minutes are over');
  const fresh = device.shown((await challenged(half)).ceremony);
  assert.equal(
    (await half.post('/sign-in/passkey', { csrf: '', answer: fresh })).status,
    403,
    'without the token of the session',
  );
  assert.ok(await send(half, fresh));
  assert.equal((await half.post('/sign-in/passkey', { to: '/work', answer: fresh })).status, 303);
  assert.equal((await half.get('/work')).to, '/sign-in?to=%2Fwork', 'the same answer opens nothing twice');
});

test('a passkey that is known already is not set up again, for nobody; nor one by a session that has yet to show its own', async () => {
  const { at } = await school({ ada: 'administrator', sam: 'safeguarding' });
  const { device } = await setUp(at('ada'));
  const sam = await byLink(at('sam'));
  assert.equal(await send(sam, device.made((await challenged(sam)).ceremony)), null);
  const thief = await byLink(at('ada'));
  const { purpose, ceremony } = await challenged(thief);
  assert.equal(purpose, 'show');
  assert.equal(await send(thief, authenticator().made(ceremony)), null);
  assert.equal((await thief.post('/work/passkeys', { name: '', answer: authenticator().made(ceremony) })).status, 403);
});

test('who needs none signs in by the link alone, may add one, and shows it from then on; the last may go again', async () => {
  const { at } = await school({ cleo: 'clerk' });
  const cleo = await byLink(at('cleo'));
  assert.equal((await cleo.get('/work')).status, 200);
  const device = authenticator();
  const added = await cleo.post('/work/passkeys', {
    name: 'My phone',
    answer: device.made((await challenged(cleo)).ceremony),
  });
  assert.equal(added.to, '/work/passkeys?done=added');
  assert.match((await cleo.get('/work/passkeys')).body, /My phone/);
  const elsewhere = await byLink(at('cleo'));
  assert.equal((await elsewhere.get('/work')).to, '/sign-in/passkey?to=%2Fwork');
  const way = /\/work\/passkeys\/[0-9a-f-]{36}\/remove/.exec((await cleo.get('/work/passkeys')).body)?.[0] ?? '';
  assert.equal((await cleo.post(way)).to, '/work/passkeys?done=removed');
  assert.equal((await cleo.get('/work')).status, 200);
});

test('a role that is gained in the middle of a session asks for a passkey at the next request', async () => {
  const { at, organisation } = await school({ cleo: 'clerk' });
  const cleo = await byLink(at('cleo'));
  assert.equal((await cleo.get('/work')).status, 200);
  const elsewhere = await foundOrganisation(kept.house, 'Elsewhere', 'elsewhere');
  assert.notEqual(elsewhere, organisation);
  // In another organisation too: a session changes to it without signing in.
  await asOwner(kept.house, (write) =>
    openAccount(
      write,
      { email: at('cleo'), name: 'cleo', persona: null, organisation: elsewhere, role: 'safeguarding' },
      time,
    ),
  );
  assert.equal((await cleo.get('/work')).to, '/sign-in/passkey?to=%2Fwork');
  assert.equal((await cleo.post('/work/organisation', { organisation: elsewhere })).status, 403);
});

test('the last passkey of a safeguarding lead stays; a removed one ends the sessions in which it was shown', async () => {
  const { at } = await school({ sam: 'safeguarding' });
  const { who, device } = await setUp(at('sam'));
  const ways = async (by: Asker): Promise<readonly string[]> =>
    [...(await by.get('/work/passkeys')).body.matchAll(/\/work\/passkeys\/[0-9a-f-]{36}\/remove/g)].map(
      ([path]) => path,
    );
  const [first = ''] = await ways(who);
  const refused = await who.post(first);
  assert.equal(refused.status, 422);
  assert.match(refused.body, /Your role needs a passkey, so the last one stays/);
  const second = authenticator();
  assert.equal(
    (await who.post('/work/passkeys', { name: '', answer: second.made((await challenged(who)).ceremony) })).status,
    303,
  );
  const half = await byLink(at('sam'));
  const phone = await send(half, second.shown((await challenged(half)).ceremony));
  assert.ok(phone);
  assert.equal((await phone.post(first)).status, 303);
  assert.equal((await who.get('/work')).to, '/sign-in?to=%2Fwork', 'the laptop that was lost is signed out');
  assert.equal((await phone.get('/work')).status, 200);
  const lost = await byLink(at('sam'));
  assert.equal(await send(lost, device.shown((await challenged(lost)).ceremony)), null);
});

async function asked(email: string): Promise<Asker> {
  const half = await byLink(email);
  const answer = await half.post('/sign-in/passkey/lost');
  assert.equal(answer.status, 303);
  return half;
}

test('a lost passkey: a second person confirms, all who lead are told, and the next link sets up a new one', async () => {
  const { at, id } = await school({ ada: 'administrator', bob: 'administrator', lea: 'lead', sam: 'safeguarding' });
  const [{ device, who: still }, { who: bob }] = [await setUp(at('ada')), await setUp(at('bob'))];
  const half = await asked(at('ada'));
  assert.match((await half.get('/sign-in/passkey/lost')).body, /You asked to set up a new passkey/);
  assert.equal((await half.get('/work')).status, 303, 'asking opens nothing');
  const path = `/work/passkey-resets/${id('ada')}`;
  assert.deepEqual(await letters(at('lea')), ['A colleague has lost their passkey']);
  assert.deepEqual(await letters(at('sam')), ['A colleague has lost their passkey']);
  assert.ok((await letters(at('ada'))).includes('Have you lost your passkey?'));
  assert.equal((await half.post('/sign-in/passkey/lost')).status, 303);
  assert.deepEqual(await letters(at('lea')), ['A colleague has lost their passkey'], 'asking again sends nothing');
  // Not by the asker, however they are signed in; not without having spoken.
  assert.equal((await still.post(path, { outcome: 'confirm', spoken: 'yes' })).status, 404);
  assert.equal((await bob.post(path, { outcome: 'confirm' })).status, 422);
  assert.match((await bob.get('/work/passkey-resets')).body, new RegExp(path));
  assert.equal((await bob.post(path, { outcome: 'confirm', spoken: 'yes' })).to, '/work/passkey-resets?done=confirmed');
  assert.equal((await still.get('/work')).to, '/sign-in?to=%2Fwork', 'signed out everywhere');
  assert.ok((await letters(at('ada'))).includes('You can set up a new passkey'));
  assert.ok((await letters(at('lea'))).includes('A lost passkey was confirmed'));
  const { who } = await setUp(at('ada'));
  assert.equal((await who.get('/work')).status, 200);
  const old = await byLink(at('ada'));
  assert.equal(
    await send(old, device.shown((await challenged(old)).ceremony)),
    null,
    'the old passkey is worth nothing',
  );
  assert.equal((await bob.post(path, { outcome: 'confirm', spoken: 'yes' })).status, 404, 'once');
  const entries = await asOwner(kept.house, (write) =>
    write
      .selectFrom('kit.journal')
      .select(['verb', 'who'])
      .where('kind', '=', 'passkey reset')
      .where('thing', '=', id('ada'))
      .orderBy('number')
      .execute(),
  );
  assert.deepEqual(entries, [
    { verb: 'record', who: id('ada') },
    { verb: 'agree', who: id('bob') },
  ]);
});

test('nobody confirms who was appointed by the asker, or through them; then only the owner of the installation can', async () => {
  const { at, id } = await school({ ada: 'administrator', eve: 'safeguarding:ada', mal: 'safeguarding:eve' });
  await setUp(at('ada'));
  const { who: eve } = await setUp(at('eve'));
  const { who: mal } = await setUp(at('mal'));
  const half = await byLink(at('ada'));
  assert.match((await half.get('/sign-in/passkey/lost')).body, /kept admin passkey-reset/);
  assert.equal((await half.post('/sign-in/passkey/lost')).status, 422);
  // Even where a request is there.
  await asOwner(kept.house, async (write) => {
    const { organisation } = await write
      .selectFrom('record.account_role')
      .select('organisation')
      .where('account', '=', id('ada'))
      .executeTakeFirstOrThrow();
    await write
      .insertInto('kit.passkey_reset')
      .values({
        account: id('ada'),
        organisation,
        asked_at: time,
        expires_at: new Date(time.getTime() + 86_400_000),
        confirmed_by: null,
        confirmed_at: null,
      })
      .execute();
  });
  for (const who of [eve, mal])
    assert.equal(
      (await who.post(`/work/passkey-resets/${id('ada')}`, { outcome: 'confirm', spoken: 'yes' })).status,
      404,
    );
  assert.ok((await asOwner(kept.house, (write) => resetByOwner(write, at('ada'), kept.url, time))).ok);
  await setUp(at('ada'));
});

test('of a safeguarding lead another safeguarding lead confirms it, where there is one; elsewhere an administrator', async () => {
  const two = await school({ sam: 'safeguarding', dee: 'safeguarding', ada: 'administrator' });
  await setUp(two.at('sam'));
  const [{ who: ada }, { who: dee }] = [await setUp(two.at('ada')), await setUp(two.at('dee'))];
  await asked(two.at('sam'));
  assert.equal(
    (await ada.get(`/work/passkey-resets/${two.id('sam')}`)).status,
    404,
    'who keeps the mailboxes does not open the store',
  );
  assert.equal((await dee.get(`/work/passkey-resets/${two.id('sam')}`)).status, 200);
  const one = await school({ sam: 'safeguarding', ada: 'administrator' });
  await setUp(one.at('sam'));
  const { who: only } = await setUp(one.at('ada'));
  await asked(one.at('sam'));
  assert.equal((await only.get(`/work/passkey-resets/${one.id('sam')}`)).status, 200);
});

test('an administrator who has ended the other safeguarding lead’s role is no second person, nor is another administrator', async () => {
  const { at, id, organisation } = await school({
    sam: 'safeguarding',
    dee: 'safeguarding',
    ada: 'administrator',
    bob: 'administrator',
  });
  await setUp(at('sam'));
  const [{ who: ada }, { who: bob }] = [await setUp(at('ada')), await setUp(at('bob'))];
  const half = await asked(at('sam'));
  const as = (key: 'ada' | 'dee') => ({ account: id(key), organisation, boards: '*' }) as const;
  const ended = await kept.house.gates.work.write(as('ada'), (write) =>
    endRole(write, { organisation, account: id('ada'), now: time }, id('dee'), 'safeguarding'),
  );
  assert.ok(ended.ok);
  const path = `/work/passkey-resets/${id('sam')}`;
  for (const who of [ada, bob]) assert.equal((await who.post(path, { outcome: 'confirm', spoken: 'yes' })).status, 404);
  await asOwner(kept.house, (write) =>
    write.deleteFrom('kit.passkey_reset').where('account', '=', id('sam')).execute(),
  );
  assert.match((await half.get('/sign-in/passkey/lost')).body, /kept admin passkey-reset/);
  // Whoever gave the role up by themselves is in nobody's way; nor is one that ended long ago.
  for (const change of [
    sql`update record.role_given set ended_by = account where account = ${id('dee')}`,
    sql`update record.role_given set ended_by = ${id('ada')}, ended_at = now() - interval '31 days' where account = ${id('dee')}`,
  ]) {
    await asOwner(kept.house, (write) => change.execute(write));
    assert.doesNotMatch((await half.get('/sign-in/passkey/lost')).body, /kept admin passkey-reset/);
  }
});

test('an account that two organisations trust needs both of them', async () => {
  const [one, two] = [
    await school({ sam: 'safeguarding', ada: 'administrator' }),
    await school({ bea: 'administrator' }),
  ];
  await asOwner(kept.house, (write) =>
    openAccount(
      write,
      { email: one.at('sam'), name: 'sam', persona: null, organisation: two.organisation, role: 'safeguarding' },
      time,
    ),
  );
  const { device } = await setUp(one.at('sam'));
  const [{ who: ada }, { who: bea }] = [await setUp(one.at('ada')), await setUp(two.at('bea'))];
  await asked(one.at('sam'));
  const path = `/work/passkey-resets/${one.id('sam')}`;
  assert.equal((await bea.post(path, { outcome: 'confirm', spoken: 'yes' })).status, 303);
  const half = await byLink(one.at('sam'));
  assert.ok(await send(half, device.shown((await challenged(half)).ceremony)), 'one alone changes nothing');
  await asked(one.at('sam'));
  for (const who of [bea, ada]) assert.equal((await who.post(path, { outcome: 'confirm', spoken: 'yes' })).status, 303);
  await setUp(one.at('sam'));
});

test('a request ends when the passkey is shown after all, when it is refused, and after seven days', async () => {
  const { at, id } = await school({ ada: 'administrator', bob: 'administrator' });
  const [{ device }, { who: bob }] = [await setUp(at('ada')), await setUp(at('bob'))];
  const path = `/work/passkey-resets/${id('ada')}`;
  const half = await asked(at('ada'));
  assert.ok(await send(half, device.shown((await challenged(half)).ceremony)));
  assert.equal((await bob.get(path)).status, 404);
  await asked(at('ada'));
  assert.equal((await bob.post(path, { outcome: 'refuse' })).to, '/work/passkey-resets?done=refused');
  assert.equal((await bob.get(path)).status, 404);
  assert.ok((await letters(at('ada'))).includes('Your request about a lost passkey was refused'));
  await asked(at('ada'));
  later(7 * 24 * 60 + 1);
  const late = await byLink(at('bob'));
  assert.equal((await late.get(path)).status, 303);
  const open = await asOwner(kept.house, (write) =>
    write
      .selectFrom('kit.passkey_reset')
      .select('expires_at')
      .where('account', '=', id('ada'))
      .executeTakeFirstOrThrow(),
  );
  assert.ok(open.expires_at < time);
  assert.match((await (await byLink(at('ada'))).get('/sign-in/passkey/lost')).body, /Have you lost your passkey/);
});
