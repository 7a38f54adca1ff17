import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import { type Gates, nobody, type Write } from '#kit/db/gate.js';
import { withdraw } from '#kit/withdrawals/withdrawals.js';
import { type OrganisationKind, showOrganisation, type Who } from '#rooms/ground/people/index.js';
import { rolledBack } from '#test/house.js';
import { as, leadOf } from '#test/leads.js';
import { waitingLetters } from '#test/letters.js';
import {
  answerMember,
  answerNetwork,
  inviteMember,
  recordEvent,
  recordEventChange,
  recordNetwork,
  recordNetworkChange,
  submitJoining,
  withdrawEvent,
  withdrawNetwork,
} from './acts.js';
import { eventLinks, networkSheet, networksOf, peopleOf } from './lookups.js';
import { countNetworks, publishedEvents, publishedMembers, publishedNetwork, publishedNetworks } from './published.js';
import { networkWithdrawal } from './withdrawals.js';
import type { EventDraft, NetworkDraft } from './words.js';

const now = new Date('2026-11-26T10:00:00Z');
const site = 'https://kept.example';
const refused = { code: '42501' };

const draft: NetworkDraft = {
  kind: 'learning partnership',
  name: 'Learning together',
  purpose: 'To learn',
  themes: ['charter one'],
  authority: null,
  terms: null,
  chair: null,
  board: null,
};
const event: EventDraft = {
  title: 'A meeting',
  about: 'We talk.',
  day: '2027-03-02',
  starts: '09:30',
  ends: '11:00',
  place: 'Here',
  isOnline: true,
  link: 'https://meet.example/a',
  linkFor: 'members',
  audience: 'Everybody',
  access: 'Step-free',
};

const lead = (write: Write, name: string, kind: OrganisationKind = 'programme', authority: string | null = null) =>
  leadOf(write, now, name, kind, authority);

const slugOf = (write: Write, who: Who) =>
  write.selectFrom('record.organisation').select('slug').where('id', '=', who.organisation).executeTakeFirstOrThrow();
const shown = (who: Who, gates: Gates) => as(gates, who, (inside) => showOrganisation(inside, who.organisation));
const names = async (write: Write, network: string) =>
  (await publishedMembers(write, (await publishedNetwork(write, network))?.id ?? '', {}, 50)).rows.map(
    ({ name }) => name,
  );

test('an invited organisation decides itself, and readers see members only', async () => {
  await rolledBack(async (write, { gates }) => {
    const [host, guest, third] = [await lead(write, 'Host'), await lead(write, 'Guest'), await lead(write, 'Third')];
    await shown(guest, gates);
    const network = await as(gates, host, (inside) => recordNetwork(inside, host, draft));
    assert.equal(network, 'learning-together');
    assert.equal(await as(gates, third, (inside) => recordNetwork(inside, third, draft)), 'learning-together-2');
    const { slug } = await slugOf(write, guest);
    assert.ok((await as(gates, host, (inside) => inviteMember(inside, host, network, slug, site))).ok);
    assert.deepEqual(await names(write, network), ['Host'], 'an invitation makes no member');
    assert.deepEqual(await as(gates, host, (inside) => inviteMember(inside, host, network, slug, site)), {
      ok: false,
      problem: { code: 'unknown organisation' },
    });
    const letters = await waitingLetters(write);
    assert.ok(
      letters.some(
        ({ recipient, body }) => recipient.startsWith('guest@') && body.includes('/work/networks/learning-together'),
      ),
    );
    // Not by the host, not by a third one.
    await assert.rejects(
      as(gates, host, (inside) =>
        sql`update record.network_member set state = 'joined' where member = ${guest.organisation}`.execute(inside),
      ),
      refused,
    );
    assert.deepEqual(await as(gates, third, (inside) => answerNetwork(inside, third, network, 'join', site)), {
      ok: false,
      problem: { code: 'not there' },
    });
    assert.ok((await as(gates, guest, (inside) => answerNetwork(inside, guest, network, 'join', site))).ok);
    assert.deepEqual(await names(write, network), ['Guest', 'Host']);
    assert.equal((await publishedNetwork(write, network))?.members, 2);
    assert.deepEqual(
      (await as(gates, guest, (inside) => networksOf(inside, guest.organisation, {}, 5))).rows.map(
        ({ slug: one, state }) => [one, state],
      ),
      [[network, 'joined']],
    );
    assert.equal(await as(gates, third, (inside) => networkSheet(inside, third.organisation, network)), undefined);
    assert.ok((await as(gates, guest, (inside) => answerNetwork(inside, guest, network, 'leave', site))).ok);
    assert.deepEqual(await names(write, network), ['Host']);
    assert.deepEqual(await as(gates, host, (inside) => answerNetwork(inside, host, network, 'leave', site)), {
      ok: false,
      problem: { code: 'host stays' },
    });
  });
});

test('a name that was withdrawn is taken by nobody, and keeps nobody from founding a network of that name', async () => {
  await rolledBack(async (write, { gates }) => {
    const [one, other] = [await lead(write, 'One'), await lead(write, 'Other')];
    const founded = (who: Who) => as(gates, who, (inside) => recordNetwork(inside, who, draft));
    const gone = await founded(one);
    await as(gates, one, async (inside) => {
      const standing = (await networkWithdrawal.find(inside, one, { network: gone })) ?? assert.fail();
      assert.ok(
        (
          await withdraw(
            inside,
            one,
            'One',
            { kind: networkWithdrawal, standing, version: null },
            { role: 'Lead', reason: 'wrong', version: null },
          )
        ).ok,
      );
    });
    const names = [await founded(other), await founded(one)];
    assert.deepEqual(names, ['learning-together-2', 'learning-together-3']);
    for (const name of names) assert.ok(await publishedNetwork(write, name));
  });
});

test('who asks is let in by the host alone; who is removed reads why and comes back by invitation only', async () => {
  await rolledBack(async (write, { gates }) => {
    const [host, guest] = [await lead(write, 'Host'), await lead(write, 'Guest')];
    const network = await as(gates, host, (inside) => recordNetwork(inside, host, draft));
    assert.deepEqual(await as(gates, guest, (inside) => submitJoining(inside, guest, network, site)), {
      ok: true,
      value: 'asked',
    });
    await assert.rejects(
      as(gates, guest, (inside) =>
        sql`update record.network_member set state = 'joined' where member = ${guest.organisation}`.execute(inside),
      ),
      refused,
    );
    const seenBy = async (party: typeof host) =>
      as(gates, party, async (inside) => {
        const sheet = await networkSheet(inside, party.organisation, network);
        return sheet ? (await peopleOf(inside, sheet.id, {}, 9)).rows : [];
      });
    assert.deepEqual(
      (await seenBy(host)).map(({ name, state }) => [name, state]),
      [
        ['Guest', 'asked'],
        ['Host', 'joined'],
      ],
    );
    assert.deepEqual(
      (await seenBy(guest)).map(({ name }) => name),
      ['Guest'],
      'a member sees its own row',
    );
    assert.ok(
      (await as(gates, host, (inside) => answerMember(inside, host, network, guest.organisation, 'admit', '', site)))
        .ok,
    );
    assert.deepEqual(await names(write, network), ['Guest', 'Host']);
    assert.deepEqual(
      await as(gates, host, (inside) => answerMember(inside, host, network, guest.organisation, 'remove', ' ', site)),
      { ok: false, problem: { code: 'no reason' } },
    );
    assert.ok(
      (
        await as(gates, host, (inside) =>
          answerMember(inside, host, network, guest.organisation, 'remove', 'It came to nothing', site),
        )
      ).ok,
    );
    assert.deepEqual(await names(write, network), ['Host']);
    assert.equal((await seenBy(guest))[0]?.reason, 'It came to nothing');
    assert.deepEqual(await as(gates, guest, (inside) => submitJoining(inside, guest, network, site)), {
      ok: false,
      problem: { code: 'wrong state', state: 'removed' },
    });
    // The published list is drawn by the database: no gate writes it.
    await assert.rejects(
      as(gates, guest, (inside) =>
        sql`insert into published.network_member (network, member, slug, name, kind, since)
          select id, ${guest.organisation}, 'x', 'x', 'x', now() from published.network`.execute(inside),
      ),
      refused,
    );
  });
});

test('an organisation that a letter brought here joins the network at once', async () => {
  await rolledBack(async (write, { gates }) => {
    const [host, guest] = [await lead(write, 'Host'), await lead(write, 'Guest')];
    const network = await as(gates, host, (inside) => recordNetwork(inside, host, draft));
    const row = {
      organisation: host.organisation,
      email: 'a@b.example',
      name: 'Guest',
      kind: 'programme' as const,
      authority: null,
      urn: null,
      part_of: null,
      role: 'lead' as const,
      invited_by: host.account,
      created_at: now,
      expires_at: now,
      used_at: now,
      joined: guest.organisation,
    };
    await write
      .insertInto('record.invitation')
      .values({ ...row, token_hash: Buffer.alloc(32, 1), return_to: '/work/networks/join?network=another' })
      .execute();
    const stranger = await lead(write, 'Stranger');
    assert.deepEqual(await as(gates, stranger, (inside) => submitJoining(inside, stranger, network, site)), {
      ok: true,
      value: 'asked',
    });
    await write
      .insertInto('record.invitation')
      .values({ ...row, token_hash: Buffer.alloc(32, 2), return_to: `/work/networks/join?network=${network}` })
      .execute();
    assert.deepEqual(await as(gates, guest, (inside) => submitJoining(inside, guest, network, site)), {
      ok: true,
      value: 'joined',
    });
    assert.deepEqual(await names(write, network), ['Guest', 'Host']);
    // Letters that an address would write as signs are in no network's, so that the database knows the letter's.
    assert.equal(
      await as(gates, host, (inside) => recordNetwork(inside, host, { ...draft, name: 'Ŵyneb’s École 日本' })),
      'wynebs-ecole',
    );
    assert.equal(await as(gates, host, (inside) => recordNetwork(inside, host, { ...draft, name: 'Join' })), 'join-2');
  });
});

test('only the host changes a network, and what has ended stays with its reason', async () => {
  await rolledBack(async (write, { gates }) => {
    const [host, guest] = [await lead(write, 'Host'), await lead(write, 'Guest')];
    const network = await as(gates, host, (inside) => recordNetwork(inside, host, draft));
    await as(gates, guest, (inside) => submitJoining(inside, guest, network, site));
    assert.deepEqual(await as(gates, guest, (inside) => recordNetworkChange(inside, guest, network, draft)), {
      ok: false,
      problem: { code: 'not yours' },
    });
    const { rows } = await as(gates, guest, (inside) =>
      sql<{ id: string }>`update published.event set title = 'Mine' returning id`.execute(inside),
    );
    assert.deepEqual(rows, []);
    await assert.rejects(
      as(gates, guest, (inside) => sql`update published.network set name = 'Mine'`.execute(inside)),
      refused,
    );
    assert.ok((await as(gates, host, (inside) => recordEvent(inside, host, network, event))).ok);
    assert.ok(
      (
        await as(gates, host, (inside) =>
          recordNetworkChange(inside, host, network, { ...draft, name: 'Learning on', kind: 'steering group' }),
        )
      ).ok,
    );
    assert.deepEqual(
      (await publishedEvents(write, { count: 50 })).map(({ network_name }) => network_name),
      ['Learning on'],
    );
    assert.equal((await publishedNetwork(write, network))?.kind, 'learning partnership', 'the kind stays');
    assert.deepEqual(await as(gates, host, (inside) => withdrawNetwork(inside, host, network, '')), {
      ok: false,
      problem: { code: 'no reason' },
    });
    assert.ok((await as(gates, host, (inside) => withdrawNetwork(inside, host, network, 'Done'))).ok);
    assert.deepEqual(
      (await publishedEvents(write, { count: 50 })).map(({ state, reason, sequence }) => [state, reason, sequence]),
      [['cancelled', 'The network has ended.', 1]],
    );
    const { rows: networks } = await publishedNetworks(write, { kind: null, today: londonDate(now), count: 25 });
    const total = await countNetworks(write, null);
    assert.deepEqual([total, networks[0]?.closed_on, networks[0]?.next], [1, '2026-11-26', null]);
    assert.deepEqual(await as(gates, host, (inside) => recordEvent(inside, host, network, event)), {
      ok: false,
      problem: { code: 'closed' },
    });
  });
});

test('a network that ends cancels what is planned from that very day on, and nothing that has been', async () => {
  await rolledBack(async (write, { gates }) => {
    const host = await leadOf(write, now, 'Host');
    const network = await as(gates, host, (inside) => recordNetwork(inside, host, draft));
    for (const day of ['2026-11-26', '2026-11-27', '2026-11-28'])
      assert.ok((await as(gates, host, (inside) => recordEvent(inside, host, network, { ...event, day }))).ok);
    const later = { ...host, now: new Date('2026-11-27T10:00:00Z') };
    assert.ok((await as(gates, later, (inside) => withdrawNetwork(inside, later, network, 'Done'))).ok);
    const states = await write.selectFrom('record.event').select(['day', 'state']).orderBy('day').execute();
    assert.deepEqual(
      states.map(({ day, state }) => [day, state]),
      [
        ['2026-11-26', 'planned'],
        ['2026-11-27', 'cancelled'],
        ['2026-11-28', 'cancelled'],
      ],
    );
  });
});

test('a members’ link is in no public row and is given to members alone; every change raises the number', async () => {
  await rolledBack(async (write, { gates }) => {
    const [host, guest, other] = [await lead(write, 'Host'), await lead(write, 'Guest'), await lead(write, 'Other')];
    const network = await as(gates, host, (inside) => recordNetwork(inside, host, draft));
    await as(gates, guest, (inside) => submitJoining(inside, guest, network, site));
    await as(gates, other, (inside) => submitJoining(inside, other, network, site));
    await as(gates, host, (inside) => answerMember(inside, host, network, guest.organisation, 'admit', '', site));
    const made = await as(gates, host, (inside) => recordEvent(inside, host, network, event));
    assert.ok(made.ok);
    const [seen] = await gates.public.read(nobody, (read) => publishedEvents(read, { count: 50 }));
    assert.deepEqual([seen?.link, seen?.members_link, seen?.sequence], [null, true, 0]);
    const links = (who: Who) =>
      as(gates, who, async (inside) => [...(await eventLinks(inside, seen?.network ?? '')).values()]);
    assert.deepEqual(
      [await links(host), await links(guest), await links(other)],
      [['https://meet.example/a'], ['https://meet.example/a'], []],
    );
    assert.deepEqual(await as(gates, host, (inside) => recordEventChange(inside, host, network, made.value, event)), {
      ok: false,
      problem: { code: 'unchanged' },
    });
    assert.ok(
      (
        await as(gates, host, (inside) =>
          recordEventChange(inside, host, network, made.value, { ...event, day: '2027-03-09', linkFor: 'everybody' }),
        )
      ).ok,
    );
    const [moved] = await publishedEvents(write, { count: 50 });
    assert.deepEqual(
      [moved?.id === seen?.id, moved?.day, moved?.sequence, moved?.link],
      [true, '2027-03-09', 1, 'https://meet.example/a'],
    );
    assert.deepEqual(await as(gates, guest, (inside) => withdrawEvent(inside, guest, network, made.value, 'No')), {
      ok: false,
      problem: { code: 'not yours' },
    });
    assert.ok((await as(gates, host, (inside) => withdrawEvent(inside, host, network, made.value, 'Snow'))).ok);
    assert.deepEqual(
      (await publishedEvents(write, { count: 50 })).map(({ state, reason, sequence }) => [state, reason, sequence]),
      [['cancelled', 'Snow', 2]],
    );
    assert.deepEqual(await as(gates, host, (inside) => recordEventChange(inside, host, network, made.value, event)), {
      ok: false,
      problem: { code: 'cancelled' },
    });
    const later = { ...host, now: new Date('2027-04-01T10:00:00Z') };
    const past = await as(gates, host, (inside) => recordEvent(inside, host, network, event));
    assert.ok(past.ok && past.value === 'a-meeting-2');
    assert.deepEqual(await as(gates, host, (inside) => withdrawEvent(inside, later, network, past.value, 'Too late')), {
      ok: false,
      problem: { code: 'over' },
    });
  });
});
