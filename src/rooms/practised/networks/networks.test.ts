import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import { type Gates, nobody, type Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { withdraw } from '#kit/withdrawals/withdrawals.js';
import { namedTable } from '#rooms/ground/directory/index.js';
import { openAccount, type OrganisationKind, showOrganisation, type Who } from '#rooms/ground/people/index.js';
import { rolledBack } from '#test/house.js';
import { waitingLetters } from '#test/letters.js';
import {
  answerMember,
  answerNetwork,
  inviteMember,
  recordAward,
  recordEvent,
  recordEventChange,
  recordNetwork,
  recordNetworkChange,
  submitJoining,
  withdrawEvent,
  withdrawNetwork,
} from './acts.js';
import { awardHead, awardTable, readAwards } from './award-csv.js';
import { eventLinks, networkSheet, networksOf, ownSchools, peopleOf } from './lookups.js';
import {
  countNetworks,
  publishedEvents,
  publishedMembers,
  publishedNetwork,
  publishedNetworks,
  schoolAwards,
  takeUp,
} from './published.js';
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

async function lead(
  write: Write,
  name: string,
  kind: OrganisationKind = 'programme',
  authority: string | null = null,
): Promise<Who> {
  const organisation = newId(now);
  await write
    .insertInto('record.organisation')
    .values({ id: organisation, slug: `${name.toLowerCase()}-${organisation}`, name, kind, authority })
    .execute();
  const account = await openAccount(
    write,
    { email: `${name}@${organisation}.example`, name, persona: null, organisation, role: 'lead' },
    now,
  );
  return { organisation, account, now };
}

function as<T>(gates: Gates, who: Who, work: (write: Write) => Promise<T>): Promise<T> {
  return gates.work.write({ ...who, boards: '*' }, work);
}

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

async function schools(write: Write): Promise<void> {
  for (const schema of ['record', 'published'] as const) {
    const more = schema === 'record' ? sql`, spellings, changed_at` : sql``;
    const values = schema === 'record' ? sql`, '{}', now()` : sql``;
    for (const code of ['E99000001', 'E99000002'])
      await sql`insert into ${sql.table(`${schema}.authority`)} (code, register_code, name, official_name, kind,
        nation, part_of, replaced_by ${more})
        values (${code}, ${code}, ${code}, ${code}, 'Invented', 'England', '{}', '{}' ${values})`.execute(write);
  }
  for (const [urn, authority, status] of [
    [999501, 'E99000001', 'open'],
    [999502, 'E99000001', 'open'],
    [999503, 'E99000001', 'closed'],
    [999504, 'E99000002', 'open'],
  ] as const)
    await sql`insert into published.school (urn, name, status, kind, la_name, authority, predecessors, successors,
      folded) values (${urn}, ${`School ${urn}`}, ${status}, 'x', 'x', ${authority}, '{}', '{}', 'x')`.execute(write);
}

test('an authority speaks of the schools of its area, a programme of all, a school of none; not known is never a no', async () => {
  await rolledBack(async (write, { gates }) => {
    await schools(write);
    const [authority, programme, school] = [
      await lead(write, 'Authority', 'authority', 'E99000001'),
      await lead(write, 'Programme'),
      await lead(write, 'School', 'school', 'E99000001'),
    ];
    const said = (urn: number, stage: 'gold' | 'bronze' | null, since = '2023-11-25') => ({
      urn,
      stage,
      since,
      source: 'A list',
    });
    assert.deepEqual(
      await as(gates, authority, (inside) =>
        recordAward(inside, authority, [said(999501, 'gold'), said(999504, 'gold')]),
      ),
      { ok: false, problem: { code: 'not your school', urn: 999504 } },
    );
    assert.deepEqual(await schoolAwards(write, { from: 0, count: 100 }), [], 'nothing is half saved');
    assert.deepEqual(await as(gates, school, (inside) => recordAward(inside, school, [said(999501, 'gold')])), {
      ok: false,
      problem: { code: 'not your school', urn: 999501 },
    });
    await assert.rejects(
      as(gates, school, (inside) =>
        sql`insert into published.award (urn, organisation, organisation_name, stage, since, source, recorded_on)
          values (999501, ${school.organisation}, 'x', 'gold', now(), 'x', now())`.execute(inside),
      ),
      refused,
    );
    assert.ok(
      (
        await as(gates, authority, (inside) =>
          recordAward(inside, authority, [said(999501, 'gold'), said(999503, 'bronze')]),
        )
      ).ok,
    );
    assert.ok((await as(gates, programme, (inside) => recordAward(inside, programme, [said(999504, 'bronze')]))).ok);
    const today = '2026-11-26';
    const { asOf: _, ...counts } =
      (await takeUp(write, today, 'E99000001')) ?? assert.fail('there is such an authority');
    assert.deepEqual(
      counts,
      { code: 'E99000001', name: 'E99000001', schools: 2, registered: 0, bronze: 0, silver: 0, gold: 0, ranOut: 1 },
      'a closed school is not counted, and gold of three years ago ran out yesterday',
    );
    assert.equal((await takeUp(write, '2026-11-25', 'E99000001'))?.gold, 1);
    assert.deepEqual(
      (await schoolAwards(write, { from: 0, count: 100 })).map(({ urn, expires, organisation_name }) => [
        urn,
        expires,
        organisation_name,
      ]),
      [
        [999501, '2026-11-25', 'Authority'],
        [999504, null, 'Programme'],
      ],
    );
    assert.ok((await as(gates, programme, (inside) => recordAward(inside, programme, [said(999501, null)]))).ok);
    assert.deepEqual(
      (await schoolAwards(write, { authority: 'E99000001', from: 0, count: 100 })).map(({ urn }) => urn),
      [],
    );
    assert.equal(
      (await write.selectFrom('record.award').select('id').where('urn', '=', 999501).execute()).length,
      2,
      'the record keeps what was said',
    );
    assert.equal(await takeUp(write, today, 'E99000009'), undefined);
  });
});

test('a file of stages names every bad line, and gives all or nothing', async () => {
  await rolledBack(async (write, { gates }) => {
    await schools(write);
    const authority = await lead(write, 'Authority', 'authority', 'E99000001');
    const read = (lines: readonly string[]) =>
      as(gates, authority, async (inside) => {
        const table = namedTable(new TextEncoder().encode([awardHead, ...lines].join('\n')), awardTable);
        return table.ok ? readAwards(table.value, '2026-11-26', (urns) => ownSchools(inside, urns)) : table;
      });
    const good = await read(['999501,Gold,27/3/2026,A list', '999502,not known,2026-03-27,A letter']);
    assert.ok(good.ok);
    assert.deepEqual(good.value, [
      { urn: 999501, stage: 'gold', since: '2026-03-27', source: 'A list' },
      { urn: 999502, stage: null, since: '2026-03-27', source: 'A letter' },
    ]);
    const bad = await read([
      '999501,gold,27/3/2026,A list',
      '999504,gold,27/3/2026,A list',
      'x,platinum,31/2/2026,',
      '999501,gold,27/3/2027,A list',
    ]);
    assert.ok(!bad.ok);
    assert.equal(bad.problem.broken, 3);
    assert.deepEqual(
      bad.problem.rows.map(({ line, column }) => `${line} ${column}`),
      [
        '3 URN',
        '4 URN',
        '4 stage',
        '4 where this is known from',
        '4 date from which it holds',
        '5 URN',
        '5 date from which it holds',
      ],
    );
  });
});
