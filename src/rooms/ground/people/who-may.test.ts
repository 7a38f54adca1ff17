/** Who may, and who may not any more: tried by acts and with SQL of their own, by those who may and by those who may not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { type Gates, nobody, type Standing, type Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { beginSession, findSession } from '#kit/session.js';
import type { Role } from '#kit/visitor.js';
import { freshHouse, rolledBack } from '#test/house.js';
import { waitingLetters } from '#test/letters.js';
import { asOwner } from '#test/owner.js';
import { openAccount } from './acts.js';
import {
  invite,
  inviteAgain,
  type InvitationDraft,
  invitationFor,
  joinBy,
  openInvitations,
  withdrawInvitation,
} from './invitations.js';
import { accountByEmail, colleaguesOf, visitorOf } from './lookups.js';
import type { Who } from './organisations.js';
import { closeAccount, closeOwnAccount, endRole, endSessions, giveRole, nameHead, sessionsOf } from './roles.js';
import type { EndedRole, GivenRole } from './words.js';

const now = new Date('2026-11-30T10:00:00Z');
const site = 'https://kept.example';
const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

interface Somebody {
  readonly organisation: string;
  readonly account: string;
  readonly email: string;
  readonly standing: Standing;
}

async function organisationFor(write: Write, name: string): Promise<string> {
  const id = newId();
  await write.insertInto('record.organisation').values({ id, slug: id, name, kind: 'school' }).execute();
  return id;
}

async function somebody(write: Write, organisation: string, role: Role, name: string = role): Promise<Somebody> {
  const email = `${name}@${organisation.slice(-12)}.example`;
  const account = await openAccount(write, { email, name, persona: null, organisation, role }, now);
  return { organisation, account, email, standing: { account, organisation, boards: '*' } };
}

function at(gates: Pick<Gates, 'work'>, moment = now) {
  const act = <T>(by: Somebody, work: (write: Write, who: Who) => Promise<T>): Promise<T> =>
    gates.work.write(by.standing, (write) =>
      work(write, { organisation: by.organisation, account: by.account, now: moment }),
    );
  return {
    act,
    end: (by: Somebody, whom: Somebody, role: EndedRole | null) =>
      act(by, (write, who) => endRole(write, who, whom.account, role)),
    give: (by: Somebody, whom: Somebody, role: GivenRole) =>
      act(by, (write, who) => giveRole(write, who, whom.account, role, site)),
    invite: (by: Somebody, email: string, more: Partial<InvitationDraft> = {}) =>
      act(by, (write) =>
        invite(
          write,
          {
            organisation: by.organisation,
            account: by.account,
            email,
            body: null,
            role: 'lead',
            returnTo: '/work',
            words: 'Come.',
            site,
            ...more,
          },
          moment,
        ),
      ),
    join: (token: string, name = 'New') => gates.work.write(nobody, (write) => joinBy(write, token, name, 'x', moment)),
  };
}

const problemOf = (result: { readonly ok: boolean; readonly problem?: unknown }): unknown =>
  result.ok ? null : result.problem;
const tokenOf = (result: Awaited<ReturnType<typeof invite>>): string =>
  result.ok ? result.value : assert.fail(result.problem.code);
const school = 'Millpond';

void test('a role ends, and with it every session; who has none left is out, and a new invitation lets them in again', () =>
  rolledBack(async (write, { gates }) => {
    const home = await organisationFor(write, school);
    const [lead, clerk] = [await somebody(write, home, 'lead'), await somebody(write, home, 'clerk')];
    const { end, give, invite: asking, join } = at(gates);
    const session = await gates.work.write(nobody, (inside) => beginSession(inside, clerk.account, now));
    assert.equal(problemOf(await give(lead, clerk, 'author')), null);
    assert.equal(problemOf(await give(lead, clerk, 'author')), 'holds it');
    assert.ok(await findSession(write, session, now));
    assert.equal(problemOf(await end(lead, clerk, 'clerk')), null);
    assert.equal(await findSession(write, session, now), null, 'signed out at once');
    assert.deepEqual((await visitorOf(write, clerk.account))?.roles, ['author']);
    assert.equal(problemOf(await end(lead, clerk, null)), null);
    assert.equal(await visitorOf(write, clerk.account), null);
    assert.equal(await accountByEmail(write, clerk.email), undefined, 'no link goes out');
    assert.deepEqual(
      (await colleaguesOf(write, home)).map(({ email }) => email),
      [lead.email],
    );
    assert.equal(problemOf(await end(lead, clerk, 'clerk')), 'not there');
    const verbs = await sql<{
      line: string;
    }>`select verb || ' ' || detail::text as line from kit.journal where thing = ${clerk.account} and who = ${lead.account} order by number`.execute(
      write,
    );
    assert.deepEqual(
      verbs.rows.map(({ line }) => line),
      ['record {"role": "author"}', 'withdraw {"role": "clerk"}', 'withdraw {"roles": ["author"]}'],
    );
    assert.deepEqual(
      (await waitingLetters(write)).map(({ recipient, subject }) => `${recipient}: ${subject}`).toSorted(),
      ['You have another role in Kept', 'Your role in Kept has ended', 'Your role in Kept has ended'].map(
        (subject) => `${clerk.email}: ${subject}`,
      ),
    );
    const joined = await join(tokenOf(await asking(lead, clerk.email.toUpperCase(), { role: 'member' })));
    assert.deepEqual(
      joined.ok && [joined.value.account, joined.value.isNewAccount],
      [clerk.account, false],
      'the same account',
    );
    assert.deepEqual((await visitorOf(write, clerk.account))?.roles, ['member'], 'and no role of before');
  }));

void test('the last lead, the last administrator and a safeguarding lead who is needed cannot be lost, by no way', () =>
  rolledBack(async (write, { gates }) => {
    const home = await organisationFor(write, school);
    const [lead, administrator, safeguarding] = [
      await somebody(write, home, 'lead'),
      await somebody(write, home, 'administrator'),
      await somebody(write, home, 'safeguarding'),
    ];
    const { end, act, give } = at(gates);
    assert.equal(problemOf(await end(administrator, lead, 'lead')), 'last lead');
    assert.equal(problemOf(await end(administrator, lead, null)), 'last lead');
    assert.equal(problemOf(await act(lead, (inside, who) => closeOwnAccount(inside, who))), 'last lead');
    assert.equal(problemOf(await end(administrator, administrator, 'administrator')), 'last administrator');
    assert.equal(
      problemOf(await closeAccount(write, administrator.account, now)),
      'last administrator',
      'not by the owner either',
    );
    await sql`create or replace function record.needs_safeguarding(at uuid) returns boolean language sql as 'select true'`.execute(
      write,
    );
    assert.equal(problemOf(await end(safeguarding, safeguarding, 'safeguarding')), 'last safeguarding lead');
    for (const command of [
      sql`delete from record.account_role where account = ${lead.account}`,
      sql`update record.account set closed_at = now() where id = ${lead.account}`,
      sql`update record.account_role set role = 'clerk' where account = ${lead.account}`,
    ]) {
      await sql`savepoint direct`.execute(write);
      await assert.rejects(command.execute(write), { code: 'KP010' });
      await sql`rollback to direct`.execute(write);
    }
    assert.equal(problemOf(await give(administrator, administrator, 'lead')), null);
    assert.equal(problemOf(await end(administrator, lead, 'lead')), null, 'with another lead it goes');
    await somebody(write, home, 'safeguarding', 'deputy');
    assert.equal(problemOf(await end(administrator, safeguarding, 'safeguarding')), null);
  }));

void test('two who remove each other at the same moment leave one', async () => {
  const own = await freshHouse();
  const { gates } = own;
  const home = newId();
  const [one, other] = await asOwner(own, async (write) => {
    await write
      .insertInto('record.organisation')
      .values({ id: home, slug: home, name: school, kind: 'school' })
      .execute();
    return [await somebody(write, home, 'lead', 'one'), await somebody(write, home, 'lead', 'other')] as const;
  });
  const { end } = at(gates);
  const [first, second] = await Promise.all([end(one, other, null), end(other, one, null)]);
  const problems = [problemOf(first), problemOf(second)];
  assert.equal(problems.filter((problem) => problem === null).length, 1, JSON.stringify(problems));
  const left = await gates.work.read(one.standing, (read) => colleaguesOf(read, home));
  assert.equal(left.length, 1);
  await gates.close();
});

void test('who may not give or end a role is refused, whatever they send', () =>
  rolledBack(async (write, { gates }) => {
    const [home, elsewhere] = [await organisationFor(write, school), await organisationFor(write, 'Elsewhere')];
    const [lead, administrator, member, safeguarding, second] = [
      await somebody(write, home, 'lead'),
      await somebody(write, home, 'administrator'),
      await somebody(write, home, 'member'),
      await somebody(write, home, 'safeguarding'),
      await somebody(write, home, 'lead', 'second'),
    ];
    const stranger = await somebody(write, elsewhere, 'administrator');
    await somebody(write, home, 'administrator', 'spare');
    const { end, give, act } = at(gates);
    assert.equal(problemOf(await give(member, member, 'lead')), 'not allowed');
    assert.equal(problemOf(await give(safeguarding, safeguarding, 'lead')), 'not allowed');
    assert.equal(problemOf(await give(lead, lead, 'administrator')), 'not allowed');
    assert.equal(
      problemOf(await give(administrator, administrator, 'safeguarding' as GivenRole)),
      'not allowed',
      'an administrator makes herself no safeguarding lead',
    );
    assert.equal(problemOf(await give(stranger, member, 'lead')), 'not there', 'of another organisation');
    assert.equal(problemOf(await end(stranger, lead, 'lead')), 'not there');
    assert.equal(problemOf(await end(lead, administrator, 'administrator')), 'not allowed');
    assert.equal(problemOf(await end(member, lead, 'lead')), 'not allowed');
    assert.equal(
      problemOf(await end(lead, safeguarding, 'safeguarding')),
      'not allowed',
      'where there are administrators',
    );
    assert.equal(
      problemOf(await act(lead, (inside, who) => endSessions(inside, who, member.account, null))),
      'not allowed',
    );
    assert.equal(
      problemOf(await act(stranger, (inside, who) => endSessions(inside, who, member.account, null))),
      'not there',
    );
    // One who claims another organisation than where the role is held.
    const claimed: Somebody = {
      ...stranger,
      organisation: home,
      standing: { ...stranger.standing, organisation: home },
    };
    assert.equal(problemOf(await end(claimed, second, 'lead')), 'not allowed');
    assert.equal(problemOf(await give(claimed, claimed, 'lead')), 'not allowed');
    const commands = [
      sql`insert into record.account_role (account, organisation, board, role) values (${lead.account}, ${home}, null, 'safeguarding')`,
      sql`update record.account_role set role = 'safeguarding'`,
      sql`delete from record.account_role`,
      sql`insert into record.invitation (organisation, token_hash, email, role, return_to, created_at, expires_at)
        values (${home}, sha256('x'), 'me@own.example', 'safeguarding', '/work', now(), now() + interval '1 day')`,
      sql`update record.invitation set role = 'safeguarding'`,
      sql`delete from record.invitation`,
      sql`select token_hash from record.invitation`,
      sql`insert into record.head (organisation, name, email, named_at) values (${home}, 'Me', 'me@own.example', now())`,
      sql`update record.account set opens_again = true`,
      sql`insert into record.role_given (organisation, account, role, given_at) values (${home}, ${lead.account}, 'safeguarding', now())`,
      sql`select record.close_account(${member.account}, now())`,
      sql`select record.after_role(${member.account}, ${home}, now())`,
      sql`select * from record.invite(${home}, 'me@own.example', 'safeguarding', null, null, null, null, null, '/work', '', sha256('x'), now(), now())`,
      sql`select * from record.invite(${elsewhere}, 'me@own.example', 'lead', null, null, null, null, null, '/work', '', sha256('x'), now(), now())`,
      sql`select * from record.invite(${home}, 'me@own.example', 'administrator', null, null, null, null, null, '/work', '', sha256('x'), now(), now())`,
    ];
    for (const by of [lead, administrator, member, safeguarding]) {
      for (const command of commands) {
        if (by === safeguarding && command === commands[12]) continue;
        await assert.rejects(
          act(by, (inside) => command.execute(inside)),
          { code: '42501' },
        );
      }
    }
    await assert.rejects(
      act(safeguarding, (inside) =>
        sql`select * from record.invite(${home}, 'me@own.example', 'lead', null, null, null, null, null, '/work', '', sha256('x'), now(), now())`.execute(
          inside,
        ),
      ),
      { code: '42501' },
      'safeguarding leads invite as nothing else',
    );
  }));

void test('safeguarding leads appoint, all of them and the head are told, and nobody is one before they accept', () =>
  rolledBack(async (write, { gates }) => {
    const home = await organisationFor(write, school);
    const [lead, safeguarding, deputy] = [
      await somebody(write, home, 'lead'),
      await somebody(write, home, 'safeguarding'),
      await somebody(write, home, 'safeguarding', 'deputy'),
    ];
    const { act, invite: asking, join } = at(gates);
    assert.ok((await act(lead, (inside, who) => nameHead(inside, who, 'Hana Head', 'Head@Millpond.Example'))).ok);
    await assert.rejects(asking(lead, 'own@address.example', { role: 'safeguarding' }), { code: '42501' });
    await write.deleteFrom('kit.mail').execute();
    const token = tokenOf(await asking(safeguarding, 'new@millpond.example', { role: 'safeguarding' }));
    const told = async () => (await waitingLetters(write)).map(({ recipient }) => recipient).toSorted();
    const circle = ['head@millpond.example', safeguarding.email, deputy.email];
    assert.deepEqual(await told(), [...circle, 'new@millpond.example'].toSorted());
    await write.deleteFrom('kit.mail').execute();
    const joined = await join(token);
    assert.ok(joined.ok);
    assert.deepEqual(await told(), [...circle, 'new@millpond.example'].toSorted(), 'the new one too');
    const given = await sql<{
      by: string | null;
    }>`select given_by as by from record.role_given where account = ${joined.value.account}`.execute(write);
    assert.deepEqual(given.rows, [{ by: safeguarding.account }]);
  }));

void test('an invitation into the organisation dies with the role of whoever sent it; one of another body does not', () =>
  rolledBack(async (write, { gates }) => {
    const home = await organisationFor(write, school);
    const [lead, second, safeguarding, deputy] = [
      await somebody(write, home, 'lead'),
      await somebody(write, home, 'lead', 'second'),
      await somebody(write, home, 'safeguarding'),
      await somebody(write, home, 'safeguarding', 'deputy'),
    ];
    const { end, invite: asking, join, act } = at(gates);
    const colleague = tokenOf(await asking(second, 'own@address.example'));
    const body = tokenOf(
      await asking(second, 'lead@other.example', {
        body: { name: 'Other school', kind: 'school', authority: null, urn: null, partOf: null },
      }),
    );
    const appointed = tokenOf(await asking(deputy, 'puppet@address.example', { role: 'safeguarding' }));
    const theirs = tokenOf(await asking(lead, deputy.email, { role: 'clerk' }));
    assert.equal(problemOf(await end(lead, second, null)), null);
    assert.equal(problemOf(await end(safeguarding, deputy, 'safeguarding')), null);
    for (const token of [colleague, appointed, theirs]) {
      assert.equal(await gates.work.read(nobody, (read) => invitationFor(read, token, now)), null);
      assert.equal(problemOf(await join(token)), 'link not good');
    }
    assert.ok((await join(body)).ok, 'the other school can still join');
    assert.deepEqual((await act(lead, (inside) => openInvitations(inside, home))).length, 0);
    // One that an older Kept took from a lead, as they were.
    await sql`insert into record.invitation (organisation, token_hash, email, role, return_to, invited_by, created_at,
      expires_at) values (${home}, sha256(convert_to('o' || repeat('x', 42), 'UTF8')), 'old@address.example',
      'safeguarding', '/work', ${lead.account}, ${now}, ${later(60)})`.execute(write);
    assert.equal(problemOf(await join(`o${'x'.repeat(42)}`)), 'link not good');
  }));

void test('one open invitation for an address: sent again its first link is dead, withdrawn it is gone', () =>
  rolledBack(async (write, { gates }) => {
    const home = await organisationFor(write, school);
    const [lead, member] = [await somebody(write, home, 'lead'), await somebody(write, home, 'member')];
    const { act, invite: asking, join } = at(gates);
    const first = tokenOf(await asking(lead, 'Joan@Camden.example'));
    const second = tokenOf(await asking(lead, ' JOAN@camden.example. ', { role: 'clerk' }));
    const open = await act(lead, (inside) => openInvitations(inside, home));
    assert.deepEqual(
      open.map(({ email, role }) => [email, role]),
      [['joan@camden.example', 'clerk']],
    );
    assert.equal(problemOf(await join(first)), 'link not good');
    const id = open[0]?.id ?? '';
    const again = await act(lead, (inside, who) => inviteAgain(inside, who, id, site));
    assert.ok(again.ok);
    assert.equal(problemOf(await join(second)), 'link not good');
    const [newest] = await act(lead, (inside) => openInvitations(inside, home));
    assert.equal(
      problemOf(await act(member, (inside, who) => withdrawInvitation(inside, who, newest?.id ?? ''))),
      'not allowed',
    );
    assert.ok((await act(lead, (inside, who) => withdrawInvitation(inside, who, newest?.id ?? ''))).ok);
    assert.equal(problemOf(await join(again.value.token)), 'link not good');
    assert.deepEqual(await asking(lead, member.email, { role: 'member' }), {
      ok: false,
      problem: { code: 'holds it' },
    });
    assert.deepEqual(await asking(lead, 'not an address'), { ok: false, problem: { code: 'not an address' } });
  }));

void test('an address gets five letters of one organisation and twenty of all in 24 hours, but the first of each goes', () =>
  rolledBack(async (write, { gates }) => {
    const home = await organisationFor(write, school);
    const lead = await somebody(write, home, 'lead');
    const { invite: asking } = at(gates);
    let sent = 0;
    for (let round = 0; round < 200; round++)
      if (
        (
          await asking(lead, 'stranger@far.example', {
            body: { name: `Body ${round}`, kind: 'trust', authority: null, urn: null, partOf: null },
          })
        ).ok
      )
        sent += 1;
    assert.equal(sent, 5);
    assert.deepEqual(await asking(lead, 'Stranger@FAR.example'), {
      ok: false,
      problem: { code: 'address', atMost: 5, until: later(1440) },
    });
    for (let index = 0; index < 4; index++) {
      const other = await somebody(write, await organisationFor(write, `Other ${index}`), 'lead');
      const results = [];
      for (let round = 0; round < 5; round++) results.push((await asking(other, 'stranger@far.example')).ok);
      assert.deepEqual(
        results,
        index < 3 ? [true, true, true, true, true] : [true, false, false, false, false],
        'what others sent keeps nobody’s first letter back',
      );
    }
    assert.ok((await at(gates, later(1441)).invite(lead, 'stranger@far.example')).ok, 'a day later');
  }));

void test('one person sends 500 invitations in 24 hours and an organisation 1,000, but everybody has twenty of their own', () =>
  rolledBack(async (write, { gates }) => {
    const home = await organisationFor(write, school);
    const [lead, second, third] = [
      await somebody(write, home, 'lead'),
      await somebody(write, home, 'lead', 'second'),
      await somebody(write, home, 'lead', 'third'),
    ];
    const { invite: asking, act } = at(gates);
    const fill = (by: Somebody, many: number) =>
      sql`insert into record.invitation_letter (organisation, account, address, sent_at)
        select ${home}, ${by.account}, sha256(convert_to('a' || n, 'UTF8')), ${now}::timestamptz
        from generate_series(1, ${many}) n`.execute(write);
    await fill(lead, 499);
    assert.ok((await asking(lead, 'one@more.example')).ok);
    assert.deepEqual(await asking(lead, 'two@more.example'), {
      ok: false,
      problem: { code: 'inviter', atMost: 500, until: later(1440) },
    });
    assert.ok((await asking(second, 'two@more.example')).ok, 'a colleague goes on');
    await fill(second, 499);
    for (let round = 0; round < 20; round++) assert.ok((await asking(third, `n${round}@more.example`)).ok);
    assert.deepEqual(await asking(third, 'n20@more.example'), {
      ok: false,
      problem: { code: 'organisation', atMost: 1000, until: later(1440) },
    });
    assert.equal(
      (
        await act(third, (inside) =>
          sql`select * from record.invitation_limit(${Array.from({ length: 600 }, (_, index) => `x${index}@more.example`)}::text[], ${now})`.execute(
            inside,
          ),
        )
      ).rows.length,
      1,
      'nor a list as a whole',
    );
  }));

void test('several organisations of one account: one takes out its own roles only, and the person closes all', () =>
  rolledBack(async (write, { gates }) => {
    const [home, other] = [await organisationFor(write, school), await organisationFor(write, 'Other')];
    const [lead, otherLead] = [await somebody(write, home, 'lead'), await somebody(write, other, 'lead')];
    const both = await somebody(write, home, 'clerk', 'both');
    await openAccount(
      write,
      { email: both.email, name: 'both', persona: null, organisation: other, role: 'safeguarding' },
      now,
    );
    const { end, act } = at(gates);
    assert.equal(problemOf(await end(lead, both, 'safeguarding')), 'not there', 'that role is held elsewhere');
    assert.equal(problemOf(await end(lead, both, null)), null);
    assert.deepEqual((await visitorOf(write, both.account))?.organisation, other);
    const there: Somebody = { ...both, organisation: other, standing: { ...both.standing, organisation: other } };
    assert.equal(problemOf(await act(there, (inside, who) => closeOwnAccount(inside, who))), null);
    assert.equal(await visitorOf(write, both.account), null);
    const token = tokenOf(await at(gates).invite(otherLead, both.email, { role: 'clerk' }));
    assert.equal(problemOf(await at(gates).join(token)), 'account closed', 'what its person closed stays closed');
  }));

void test('everybody sees and ends their own sessions, an administrator those of colleagues', () =>
  rolledBack(async (write, { gates }) => {
    const home = await organisationFor(write, school);
    const [administrator, clerk] = [await somebody(write, home, 'administrator'), await somebody(write, home, 'clerk')];
    const { act } = at(gates);
    const begin = (by: Somebody) => gates.work.write(nobody, (inside) => beginSession(inside, by.account, now));
    const [first, second, theirs] = [await begin(clerk), await begin(clerk), await begin(administrator)];
    const seen = await act(clerk, (inside) => sessionsOf(inside, clerk.account, now));
    assert.deepEqual(
      seen.map((one) => Object.keys(one).toSorted()),
      [
        ['begun', 'id', 'seen'],
        ['begun', 'id', 'seen'],
      ],
      'nothing of the device',
    );
    const [own] = await act(administrator, (inside) => sessionsOf(inside, administrator.account, now));
    assert.equal(
      problemOf(await act(clerk, (inside, who) => endSessions(inside, who, clerk.account, own?.id ?? ''))),
      'not there',
      'not somebody else’s',
    );
    assert.equal(
      problemOf(await act(clerk, (inside, who) => endSessions(inside, who, administrator.account, null))),
      'not allowed',
    );
    assert.equal(
      problemOf(await act(clerk, (inside, who) => endSessions(inside, who, clerk.account, seen[0]?.id ?? ''))),
      null,
    );
    assert.equal((await act(clerk, (inside) => sessionsOf(inside, clerk.account, now))).length, 1);
    assert.equal(
      problemOf(await act(administrator, (inside, who) => endSessions(inside, who, clerk.account, null))),
      null,
    );
    for (const token of [first, second]) assert.equal(await findSession(write, token, now), null);
    assert.ok(await findSession(write, theirs, now));
  }));

void test('the head is named once; only an administrator names another, and everybody concerned is told', () =>
  rolledBack(async (write, { gates }) => {
    const home = await organisationFor(write, school);
    const [lead, member, safeguarding] = [
      await somebody(write, home, 'lead'),
      await somebody(write, home, 'member'),
      await somebody(write, home, 'safeguarding'),
    ];
    const { act } = at(gates);
    const name = (by: Somebody, email: string) => act(by, (inside, who) => nameHead(inside, who, 'Hana', email));
    assert.equal(problemOf(await name(member, 'h@millpond.example')), 'not allowed');
    assert.equal(problemOf(await name(lead, safeguarding.email)), 'safeguards');
    assert.equal(problemOf(await name(lead, 'h@millpond.example')), null);
    assert.equal(problemOf(await name(lead, 'own@address.example')), 'named already');
    const administrator = await somebody(write, home, 'administrator');
    assert.equal(problemOf(await name(lead, 'own@address.example')), 'named already');
    await write.deleteFrom('kit.mail').execute();
    assert.equal(problemOf(await name(administrator, 'new@millpond.example')), null);
    assert.deepEqual(
      (await waitingLetters(write)).map(({ recipient }) => recipient).toSorted(),
      ['h@millpond.example', 'new@millpond.example', safeguarding.email].toSorted(),
    );
  }));
