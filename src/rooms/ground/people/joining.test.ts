import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Gates, Write } from '#kit/db/gate.js';
import { nobody } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { rolledBack } from '#test/house.js';
import { waitingLetters } from '#test/letters.js';
import { openAccount } from './acts.js';
import { visitorOf } from './lookups.js';
import { type InvitationDraft, invitationFor, invite, joinBy } from './invitations.js';
import { workplacesOf } from './organisations.js';

const now = new Date('2026-11-26T10:00:00Z');
const camden = {
  name: 'London Borough of Camden',
  kind: 'authority',
  authority: 'E09000007',
  urn: null,
  partOf: null,
} as const;

async function programme(write: Write) {
  const organisation = newId(now);
  await write
    .insertInto('record.organisation')
    .values({ id: organisation, slug: organisation, name: 'Programme', kind: 'programme' })
    .execute();
  const account = await openAccount(
    write,
    { email: 'ada@programme.example', name: 'Ada', persona: null, organisation, role: 'lead' },
    now,
  );
  return { organisation, account };
}

async function inviteBy(
  gates: Gates,
  who: { organisation: string; account: string },
  more: Partial<InvitationDraft> = {},
): Promise<string> {
  const draft: InvitationDraft = {
    ...who,
    email: 'Joan@Camden.example',
    body: camden,
    role: 'lead',
    returnTo: '/work',
    words: 'Come.',
    site: 'https://kept.example',
    ...more,
  };
  const sent = await gates.work.write({ ...who, boards: '*' }, (write) => invite(write, draft, now));
  return sent.ok ? sent.value : assert.fail(sent.problem.code);
}

function join(gates: Gates, token: string, at = now) {
  return gates.work.write(nobody, (write) => joinBy(write, token, 'Joan Whitlock', 'London Borough of Camden', at));
}

test('the invited joins once, as the lead of an organisation that is new here', async () => {
  await rolledBack(async (write, { gates }) => {
    const token = await inviteBy(gates, await programme(write));
    const letters = await waitingLetters(write);
    assert.ok(
      letters[0]?.recipient === 'joan@camden.example' && letters[0].body.includes(`https://kept.example/join/${token}`),
    );
    const seen = await gates.work.read(nobody, (read) => invitationFor(read, token, now));
    assert.deepEqual(seen, {
      inviter: 'Programme',
      email: 'joan@camden.example',
      name: camden.name,
      kind: 'authority',
      has_account: false,
    });
    const joined = await join(gates, token);
    assert.ok(joined.ok && joined.value.isNewAccount);
    const visitor = await visitorOf(write, joined.value.account);
    assert.deepEqual(
      [visitor?.organisation, visitor?.roles, visitor?.boards],
      [joined.value.organisation, ['lead'], '*'],
    );
    const made = await write
      .selectFrom('record.organisation')
      .select(['slug', 'kind', 'authority'])
      .where('id', '=', joined.value.organisation)
      .executeTakeFirst();
    assert.deepEqual(made, { slug: 'london-borough-of-camden', kind: 'authority', authority: 'E09000007' });
    assert.deepEqual(await join(gates, token), { ok: false, problem: 'link not good' });
  });
});

test('an invitation ends after thirty days', async () => {
  await rolledBack(async (write, { gates }) => {
    const token = await inviteBy(gates, await programme(write));
    assert.deepEqual(await join(gates, token, new Date('2026-12-27T10:00:01Z')), {
      ok: false,
      problem: 'link not good',
    });
  });
});

test('an invitation by another organisation never opens the workspace of one that is here', async () => {
  await rolledBack(async (write, { gates }) => {
    const who = await programme(write);
    const first = await join(gates, await inviteBy(gates, who));
    const again = await inviteBy(gates, who);
    assert.deepEqual(
      await join(gates, again),
      { ok: false, problem: 'organisation known' },
      'nobody makes their own organisation twice',
    );
    // Once the owner has confirmed who it is (claims.test.ts).
    await write
      .updateTable('record.organisation')
      .set({ verified_at: now, verified_by: 'owner' })
      .where('id', '=', first.ok ? first.value.organisation : '')
      .execute();
    const second = await inviteBy(gates, who, { email: 'mallory@example.org' });
    assert.deepEqual(await join(gates, second), { ok: false, problem: 'organisation known' });
  });
});

test('an address that has an account is given the role, and no session: an invitation is no way into an account', async () => {
  await rolledBack(async (write, { gates }) => {
    const who = await programme(write);
    const other = await write
      .insertInto('record.organisation')
      .values({ id: newId(now), slug: 'other', name: 'Other' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const known = await openAccount(
      write,
      { email: 'joan@camden.example', name: 'Joan', persona: null, organisation: other.id, role: 'clerk' },
      now,
    );
    const joined = await join(gates, await inviteBy(gates, who));
    assert.ok(joined.ok);
    assert.deepEqual([joined.value.account, joined.value.isNewAccount], [known, false]);
    // She works in one of her organisations at a time.
    assert.equal((await visitorOf(write, known, joined.value.organisation))?.organisation, joined.value.organisation);
    assert.equal((await visitorOf(write, known, other.id))?.organisation, other.id);
    const places = await gates.work.read({ account: known, organisation: other.id, boards: '*' }, (read) =>
      workplacesOf(read, known),
    );
    assert.deepEqual(
      places.map(({ name }) => name),
      ['London Borough of Camden', 'Other'],
    );
    assert.deepEqual(
      await gates.work.read({ account: who.account, organisation: who.organisation, boards: '*' }, (read) =>
        workplacesOf(read, known),
      ),
      [],
      'nobody else is told',
    );
  });
});

test('a closed account is not opened again by an invitation', async () => {
  await rolledBack(async (write, { gates }) => {
    const who = await programme(write);
    const known = await openAccount(
      write,
      { email: 'joan@camden.example', name: 'Joan', persona: null, organisation: who.organisation, role: 'clerk' },
      now,
    );
    await write.updateTable('record.account').set({ closed_at: now }).where('id', '=', known).execute();
    assert.deepEqual(await join(gates, await inviteBy(gates, who)), { ok: false, problem: 'account closed' });
  });
});

test('a colleague joins one’s own organisation, and nobody invites into another’s', async () => {
  await rolledBack(async (write, { gates }) => {
    const who = await programme(write);
    const joined = await join(
      gates,
      await inviteBy(gates, who, { email: 'cleo@programme.example', body: null, role: 'clerk' }),
    );
    assert.ok(joined.ok && joined.value.organisation === who.organisation);
    const theirs = await write
      .insertInto('record.organisation')
      .values({ id: newId(now), slug: 'theirs', name: 'Theirs' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const foreign = gates.work.write({ ...who, boards: '*' }, (inside) =>
      invite(
        inside,
        {
          organisation: theirs.id,
          account: who.account,
          email: 'x@example.org',
          body: null,
          role: 'lead',
          returnTo: '/work',
          words: '',
          site: '',
        },
        now,
      ),
    );
    await assert.rejects(foreign, { code: '42501' });
  });
});
