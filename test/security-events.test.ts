/** Whoever guards an installation hears of every event that matters for security, in one form, and of nobody by name, address or code. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { nobody } from '#kit/db/gate.js';
import { makeLog } from '#kit/log.js';
import { makeSecurityLog, markOf, type SecurityEventName, securityEvents } from '#kit/security.js';
import { savePasskey } from '#kit/passkeys/passkeys.js';
import type { Role } from '#kit/visitor.js';
import { makeSignInLink, openAccount, peoplePaths } from '#rooms/ground/people/index.js';
import { resetByOwner } from '#rooms/ground/passkeys/index.js';
import { asOwner } from '../src/app/owner.js';
import { foundOrganisation } from '../src/app/seed.js';
import { testKey } from './house.js';
import { type Running, runningKept } from './running.js';
import { asker, signedIn } from './visit.js';

const lines: string[] = [];
const log = makeLog({ form: 'json', write: (line) => lines.push(line), clock: () => new Date() });
let kept: Running;
before(async () => {
  kept = await runningKept({ loaded: false, demonstration: false, behindProxy: true, log });
});
after(async () => kept.stop());

interface Line {
  readonly security?: SecurityEventName;
  readonly how?: string;
  readonly page?: string;
  readonly who?: string;
  readonly from?: string;
  readonly entry?: string;
}

/** The events since the last look, as "name how". */
let seen = 0;
function heard(): readonly string[] {
  const fresh = lines.slice(seen).map((line) => JSON.parse(line) as Line);
  seen = lines.length;
  return fresh.flatMap(({ security, how, page }) =>
    security === undefined ? [] : [[security, how ?? page].join(' ')],
  );
}

test('each event is told once it has happened, without a name, an address or a code', async () => {
  const now = new Date();
  const organisation = await foundOrganisation(kept.house, 'Hazel Hill School', 'hazel-hill', { kind: 'school' });
  const people = new Map<Role, string>();
  for (const role of ['administrator', 'lead', 'author'] as const)
    people.set(
      role,
      await asOwner(kept.house, (write) =>
        openAccount(
          write,
          { email: `${role}@private.example`, name: `Wilhelmina ${role}`, persona: null, organisation, role },
          now,
        ),
      ),
    );
  const of = (role: Role): string => people.get(role) ?? '';
  assert.deepEqual(heard(), ['appointment invite account', 'appointment invite account', 'appointment invite account']);

  // Ways in.
  const sender = { 'x-forwarded-for': '203.0.113.77', 'user-agent': 'Private-Tablet/7' };
  const stranger = asker(kept.url, null);
  const link = await asOwner(kept.house, (write) => makeSignInLink(write, 'author@private.example', null, now));
  assert.equal((await stranger.post(peoplePaths.link({ token: link }), {}, sender)).status, 303);
  assert.equal((await stranger.post(peoplePaths.link({ token: link }), {}, sender)).status, 422);
  await stranger.post(peoplePaths.join({ token: link }), { person: 'Wilhelmina' }, sender);
  assert.deepEqual(heard(), [
    'break-glass record sign-in link',
    'sign-in link',
    'sign-in-refused link',
    'sign-in-refused invitation',
  ]);
  for (let tries = 0; tries < 22; tries += 1)
    await stranger.post('/sign-in', { email: `nobody${tries}@private.example` }, sender);
  // The first; the others of this minute are a number.
  assert.deepEqual(heard(), ['limit sign-in from']);
  for (let tries = 0; tries < 400 && (await stranger.get('/take/BCDFGHJK', sender)).status !== 429; tries += 1);
  assert.deepEqual(heard(), ['limit /take/:code']);
  assert.equal(
    (await stranger.post('/take/BCDFGHJK/begin', {}, { ...sender, 'sec-fetch-site': 'cross-site' })).status,
    403,
  );
  assert.deepEqual(heard(), ['form-refused wrong-origin']);

  // What a right, or a form, does not allow.
  const [administrator, author] = [await signedIn(kept, of('administrator')), await signedIn(kept, of('author'))];
  heard();
  assert.equal((await author.get('/work/colleagues')).status, 403);
  assert.equal((await author.post('/work/colleagues', { email: 'x@private.example' })).status, 403);
  assert.equal((await administrator.post('/work/colleagues', { csrf: 'another' })).status, 403);
  assert.equal((await administrator.post('/work/colleagues', {}, { 'sec-fetch-site': 'cross-site' })).status, 403);
  // Twice the same within a minute is one line and a number.
  assert.deepEqual(heard(), ['right-refused not-allowed', 'form-refused form-expired', 'form-refused wrong-origin']);

  // Who may.
  await administrator.post('/work/colleagues', { act: 'invite', email: 'careful@private.example', role: 'author' });
  await administrator.post(peoplePaths.colleague(of('author')), { act: 'sessions' });
  await administrator.post(peoplePaths.colleague(of('author')), { act: 'give', role: 'clerk' });
  await administrator.post(peoplePaths.colleague(of('author')), { act: 'end', role: 'clerk' });
  assert.deepEqual(heard(), [
    'appointment invite account',
    'session-ended withdraw session',
    'appointment record account',
    'role-ended withdraw account',
  ]);

  // Passkeys, files, the way out.
  const spare = await kept.house.gates.work.write({ account: of('administrator'), boards: '*' }, (write) =>
    savePasskey(
      write,
      of('administrator'),
      { credential: 'spare', public_key: Buffer.alloc(0), counter: 0, transports: [] },
      'Spare',
      now,
    ),
  );
  assert.equal((await administrator.post(`/work/passkeys/${spare}/remove`)).status, 303);
  await asOwner(kept.house, (write) => resetByOwner(write, 'lead@private.example', kept.url, now));
  const lead = await signedIn(kept, of('lead'));
  assert.equal((await lead.get('/work/award/upload/columns.csv')).status, 200);
  await lead.post('/sign-out');
  assert.deepEqual(heard(), [
    'passkey withdraw passkey',
    'break-glass agree passkey reset',
    'sign-in link',
    'export /work/award/upload/columns.csv',
    'sign-out ',
  ]);

  const all = lines.join('\n');
  for (const word of [
    'private.example',
    '@',
    'Wilhelmina',
    'Hazel',
    '203.0.113',
    'Private-Tablet',
    'BCDF',
    link,
    administrator.token ?? '-',
    of('administrator'),
    of('lead'),
  ])
    assert.ok(!all.includes(word), `${word} stands in the log`);
  const told = lines.map((line) => JSON.parse(line) as Line).filter(({ security }) => security !== undefined);
  assert.ok(
    told.every(({ page, who, from }) => !page?.startsWith('/take') || (who === undefined && from === undefined)),
    'of who takes part there is no mark',
  );
  const known = markOf(testKey('security events'), 'account', of('author'), now);
  assert.ok(
    told.some(({ security, who }) => security === 'right-refused' && who === known),
    'the owner finds an account by its mark',
  );
  assert.notEqual(
    known,
    markOf(testKey('security events'), 'account', of('author'), new Date(now.getTime() + 86_400_000)),
  );
  for (const { entry } of told) {
    const [scope, number] = entry?.split(' ') ?? [];
    if (scope !== undefined)
      assert.equal(
        (
          await kept.house.gates.work.read(nobody, (read) =>
            sql`select from kit.journal where scope = ${scope} and number = ${Number(number)}`.execute(read),
          )
        ).rows.length,
        1,
      );
  }
});

test('an act that is taken back is not told', async () => {
  await assert.rejects(
    asOwner(kept.house, async (write) => {
      await makeSignInLink(write, 'lead@private.example', null, new Date());
      throw new Error('on second thoughts');
    }),
  );
  assert.deepEqual(heard(), []);
});

test('a thousand different refusals in a minute do not fill a disk, and are counted', () => {
  const written: string[] = [];
  let now = Date.now();
  const security = makeSecurityLog({
    log: makeLog({ form: 'json', write: (line) => written.push(line), clock: () => new Date(now) }),
    key: testKey('x'),
    clock: () => new Date(now),
  });
  for (let number = 0; number < 1000; number += 1)
    security.tell({ name: 'sign-in-refused', how: 'link', sender: `10.0.0.${number}` });
  assert.ok(written.length <= 101, String(written.length));
  assert.equal(security.counts().get('sign-in-refused'), 1000);
  now += 61_000;
  security.tell({ name: 'limit', how: 'sign-in from' });
  const others = written
    .map((line) => JSON.parse(line) as { readonly others?: boolean; readonly again?: number })
    .find(({ again }) => again !== undefined);
  assert.deepEqual([others?.others, others?.again], [true, 899]);
});

test('every event has its words', () => {
  for (const { said } of Object.values(securityEvents)) assert.match(said, /^[A-Z][^.]+$/);
});
