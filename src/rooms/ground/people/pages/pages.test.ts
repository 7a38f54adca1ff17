/** The pages by which people are invited, given roles, taken out and signed out: tried as those who may and those who may not. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Running, runningKept } from '#test/running.js';
import { type Asker, csrfIn, persona, signedIn } from '#test/visit.js';
import { asOwner } from '#test/owner.js';
import { openAccount } from '../acts.js';

let kept: Running;
let lead: Asker;
let administrator: Asker;
let clerk: Asker;
let safeguarding: Asker;

before(async () => {
  kept = await runningKept();
  [lead, administrator, clerk, safeguarding] = await Promise.all([
    persona(kept, 'school'),
    persona(kept, 'administrator'),
    persona(kept, 'clerk'),
    persona(kept, 'safeguarding'),
  ]);
});
after(async () => kept.stop());

const invitation = (body: string): string => /name="invitation" value="([0-9a-f-]{36})"/.exec(body)?.[1] ?? '';
const colleague = (body: string, name: string): string =>
  new RegExp(`href="(/work/colleagues/[0-9a-f-]{36})">${name}<`).exec(body)?.[1] ?? '';

void test('an address with a name twice in its query is no fault of ours', async () => {
  for (const path of ['/sign-in', '/sign-in/passkey']) {
    const { status, headers } = await fetch(`${kept.url}${path}?to=/work/a&to=/work/b`, { redirect: 'manual' });
    assert.ok(status === 200 || (status === 303 && headers.get('location') !== null), `${path}: ${status}`);
  }
  assert.equal((await lead.get('/work/colleagues?done=a&done=b')).status, 200);
  assert.equal((await lead.get('/work/passkeys?done=a&done=b')).status, 200);
});

void test('an invitation is listed, sent again and withdrawn; what was typed is kept where it is refused', async () => {
  const refused = await lead.post('/work/colleagues', { act: 'invite', email: 'not an address', role: 'member' });
  assert.equal(refused.status, 422);
  assert.match(refused.body, /value="not an address"/);
  assert.match(refused.body, /Enter an email address in the correct form/);
  const sent = await lead.post('/work/colleagues', { act: 'invite', email: 'Ann@Millpond.example', role: 'member' });
  assert.match(sent.body, /Invitation sent to/);
  const first = /href="(\/join\/[\w-]{43})"/.exec(sent.body)?.[1] ?? '';
  const list = await lead.get('/work/colleagues');
  assert.match(list.body, /1 open invitation[\s\S]*ann@millpond\.example/);
  const again = await lead.post('/work/colleagues', { act: 'again', invitation: invitation(list.body) });
  assert.match(again.body, /Invitation sent again to ann@millpond\.example/);
  assert.match((await lead.get(first)).body, /This invitation no longer works/);
  const id = invitation((await lead.get('/work/colleagues')).body);
  assert.equal(
    (await administrator.post('/work/colleagues', { act: 'withdraw', invitation: id })).status,
    422,
    'of another organisation',
  );
  assert.equal(
    (await lead.post('/work/colleagues', { act: 'withdraw', invitation: id })).to,
    '/work/colleagues?done=withdrawn',
  );
  assert.doesNotMatch((await lead.get('/work/colleagues')).body, /open invitation/);
  for (let round = 0; round < 5; round++)
    await lead.post('/work/colleagues', { act: 'invite', email: 'ann@millpond.example', role: 'member' });
  const limited = await lead.post('/work/colleagues', { act: 'invite', email: 'ann@millpond.example', role: 'member' });
  assert.equal(limited.status, 422);
  assert.match(
    limited.body,
    /Your organisation can send one address 5 invitations in 24 hours\. You can send another after /,
  );
});

void test('a role is given, a role ends after a question, and the last lead is refused with the way out', async () => {
  const path = colleague((await administrator.get('/work/colleagues')).body, 'Morwenna Clarke');
  assert.equal((await administrator.post(path, { act: 'give', role: 'author' })).to, `${path}?done=given`);
  assert.match(
    (await administrator.get(`${path}?end=author`)).body,
    /End the role: Report author[\s\S]*signed out everywhere/,
  );
  assert.equal((await clerk.get('/work/imports')).status, 200);
  assert.equal((await administrator.post(path, { act: 'end', role: 'author' })).to, `${path}?done=ended`);
  assert.equal((await clerk.get('/work/imports')).status, 303, 'signed out at once');
  const own = colleague((await lead.get('/work/colleagues')).body, 'Samir Teller');
  const refused = await lead.post(own, { act: 'end', role: 'lead' });
  assert.equal(refused.status, 422);
  assert.match(refused.body, /This is the only lead\. Give another colleague the role “Lead” first/);
  assert.equal((await lead.get(path)).status, 404, 'of another organisation');
  assert.equal((await clerk.get('/work/colleagues')).status, 303);
});

void test('a form that one tab shows for one organisation does not act in another, chosen in a second tab; signing out works from both', async () => {
  const { organisation, account } = await asOwner(kept.house, async (write) => {
    const { id } = await write
      .selectFrom('record.account')
      .select('id')
      .where('email', '=', 'trust@demonstration.invalid')
      .executeTakeFirstOrThrow();
    const elsewhere = await write
      .selectFrom('record.organisation')
      .select('id')
      .where('slug', '=', 'eastmere')
      .executeTakeFirstOrThrow();
    await openAccount(
      write,
      { email: 'trust@demonstration.invalid', name: 'x', persona: null, organisation: elsewhere.id, role: 'lead' },
      new Date(),
    );
    return { account: id, organisation: elsewhere.id };
  });
  const person = await signedIn(kept, account);
  const csrf = async (path: string): Promise<string> => csrfIn((await person.get(path)).body);
  const first = await csrf('/work/colleagues');
  assert.equal((await person.post('/work/organisation', { csrf: first, organisation })).to, '/work');
  const invited = { act: 'invite', email: 'tab@wrong.example', role: 'lead' };
  const stale = await person.post('/work/colleagues', { ...invited, csrf: first });
  assert.equal(stale.status, 403);
  assert.match(stale.body, /This form is out of date/);
  assert.match(
    (await person.post('/work/colleagues', { ...invited, csrf: await csrf('/work/colleagues') })).body,
    /Invitation sent to/,
  );
  const rows = await asOwner(kept.house, (write) =>
    write.selectFrom('record.invitation').select('organisation').where('email', '=', 'tab@wrong.example').execute(),
  );
  assert.deepEqual(rows, [{ organisation }]);
  // The role there ends, while a form of there is open: what is left is the first organisation, and the form does nothing in it.
  const ofEnded = await csrf('/work/colleagues');
  const roles = async (): Promise<number> =>
    (
      await asOwner(kept.house, (write) =>
        write.selectFrom('record.invitation').select('id').where('email', '=', 'ended@wrong.example').execute(),
      )
    ).length;
  await asOwner(kept.house, (write) =>
    write
      .deleteFrom('record.account_role')
      .where('account', '=', account)
      .where('organisation', '=', organisation)
      .execute(),
  );
  assert.equal(
    (
      await person.post('/work/colleagues', {
        act: 'invite',
        email: 'ended@wrong.example',
        role: 'lead',
        csrf: ofEnded,
      })
    ).status,
    403,
  );
  assert.equal(await roles(), 0);
  // Nor where a session had chosen none, and the first was lost.
  const other = await signedIn(kept, account);
  const ofFirst = csrfIn((await other.get('/work/colleagues')).body);
  await asOwner(kept.house, async (write) => {
    await openAccount(
      write,
      { email: 'trust@demonstration.invalid', name: 'x', persona: null, organisation, role: 'lead' },
      new Date(),
    );
    const lost = await write
      .selectFrom('record.account_role')
      .select('organisation')
      .where('account', '=', account)
      .where('organisation', '!=', organisation)
      .executeTakeFirstOrThrow();
    await openAccount(
      write,
      { email: 'stays@trust.example', name: 'x', persona: null, organisation: lost.organisation, role: 'lead' },
      new Date(),
    );
    await write
      .deleteFrom('record.account_role')
      .where('account', '=', account)
      .where('organisation', '=', lost.organisation)
      .execute();
  });
  assert.equal(
    (await other.post('/work/colleagues', { act: 'invite', email: 'ended@wrong.example', role: 'lead', csrf: ofFirst }))
      .status,
    403,
  );
  assert.equal(await roles(), 0);
  assert.equal((await person.post('/sign-out', { csrf: `${'x'.repeat(43)}.${first}` })).status, 403);
  assert.equal((await person.post('/sign-out', { csrf: first })).to, '/');
});

void test('one sees one’s own sessions, ends one, and an administrator those of a colleague', async () => {
  const [one, two] = [await persona(kept, 'author'), await persona(kept, 'author')];
  const page = await one.get('/work/account');
  assert.match(page.body, /2 sessions/);
  assert.match(page.body, /Now: this session/);
  const other = [...page.body.matchAll(/name="session" value="([0-9a-f]{64})"/g)].map((match) => match[1] ?? '');
  const theirs = await (async () => {
    const seen = await two.get('/work/account');
    return [...seen.body.matchAll(/Now: this session[\s\S]*?value="([0-9a-f]{64})"/g)][0]?.[1] ?? '';
  })();
  assert.ok(other.includes(theirs));
  assert.equal((await one.post('/work/account', { act: 'end', session: theirs })).to, '/work/account?done=ended');
  assert.deepEqual([(await two.get('/work')).status, (await one.get('/work')).status], [303, 200]);
  const path = colleague((await administrator.get('/work/colleagues')).body, 'Hannah Brook');
  assert.match((await administrator.get(path)).body, /1 session/);
  assert.equal((await administrator.post(path, { act: 'sessions' })).to, `${path}?done=sessions`);
  assert.equal((await one.get('/work')).status, 303);
});

void test('the head is named once; a safeguarding lead appoints, and an administrator of elsewhere does not', async () => {
  assert.equal((await lead.post('/work/colleagues/head', { name: '', email: 'x' })).status, 422);
  assert.equal(
    (await lead.post('/work/colleagues/head', { name: 'Hana Head', email: 'head@millpond.example' })).to,
    '/work/colleagues/head?done=named',
  );
  const again = await lead.post('/work/colleagues/head', { name: 'Own', email: 'own@address.example' });
  assert.equal(again.status, 422);
  assert.match(again.body, /Only an administrator/);
  for (const who of [administrator, lead]) assert.equal((await who.get('/work/colleagues/safeguarding')).status, 403);
  const sent = await safeguarding.post('/work/colleagues/safeguarding', {
    act: 'invite',
    email: 'deputy@millpond.example',
  });
  assert.match(sent.body, /All safeguarding leads and the head are told/);
  const id = invitation((await safeguarding.get('/work/colleagues/safeguarding')).body);
  assert.equal(
    (await safeguarding.post('/work/colleagues/safeguarding', { act: 'withdraw', invitation: id })).to,
    '/work/colleagues/safeguarding?done=withdrawn',
  );
});

void test('one’s own account closes after a question, and stays closed', async () => {
  const member = await persona(kept, 'member');
  assert.match((await member.get('/work/account?close=yes')).body, /cannot sign in again/);
  assert.equal((await member.post('/work/account', { act: 'close' })).to, '/');
  assert.equal((await member.get('/work')).status, 303);
});
