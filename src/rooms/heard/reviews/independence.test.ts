/** Who releases a session: nobody who was appointed by whoever asks, who appointed them, or whom the same person appointed; else the head. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { type Gates, nobody, type Write } from '#kit/db/gate.js';
import { endRole, invite, nameHead } from '#rooms/ground/people/index.js';
import { rolledBack } from '#test/house.js';
import { waitingLetters } from '#test/letters.js';
import { answerAsHead, answerSessionRequest, askAgain, askForSession, decideText, takeInTexts } from './acts.js';
import { actingAt, organisationFor, sessionFor, somebody, type Somebody, surveyFor, textsIn } from './fixtures.js';
import { headRequestFor, reviewedSurvey, sessionRequests } from './lookups.js';

const now = new Date('2026-11-30T10:00:00Z');
const site = 'https://kept.example';
const worry = 'xylophones frighten zebras';
const reason = 'The class of Mo may need an adult';

/** A school with one safeguarding lead whom the owner appointed, a concern that came from a session, and the acts of everybody. */
async function concerned(write: Write, gates: Gates) {
  const [programme, school] = [await organisationFor(write, 'Programme'), await organisationFor(write, 'Millpond')];
  const person = (organisation: string, role: Parameters<typeof somebody>[2]) =>
    somebody(write, organisation, role, now);
  const people = {
    reviewer: await person(programme, 'clerk'),
    lead: await person(programme, 'lead'),
    teacher: await person(school, 'lead'),
    safeguarding: await person(school, 'safeguarding'),
  };
  const survey = await surveyFor(write, {
    organisation: programme,
    settings: [school],
    reviewers: [people.reviewer.account],
  });
  const session = await sessionFor(
    write,
    { organisation: programme, survey: survey.id, setting: school },
    'Year 5, Hazel',
  );
  const act = actingAt(gates, now);
  await textsIn(write, { organisation: programme, survey: survey.id }, [{ body: worry, setting: school, session }]);
  await gates.work.write(nobody, takeInTexts);
  const known =
    (await act(people.reviewer, (inside) => reviewedSurvey(inside, programme, people.reviewer.account, survey.slug))) ??
    assert.fail();
  const [text] = (await sql<{ id: string }>`select id from record.free_text`.execute(write)).rows;
  assert.ok(
    (
      await act(people.reviewer, (inside, who) =>
        decideText(inside, who, known, text?.id ?? '', { kind: 'pass' }, site),
      )
    ).ok,
  );
  const [concern] = (await sql<{ id: string }>`select id from record.concern`.execute(write)).rows;
  const id = concern?.id ?? '';
  await write.deleteFrom('kit.mail').execute();
  /** Appointed as the pages do it: by an invitation that is accepted. */
  async function appointed(by: Somebody, role: 'safeguarding' | 'lead', address: string): Promise<Somebody> {
    const token = await act(by, (inside) =>
      invite(
        inside,
        {
          organisation: by.organisation,
          account: by.account,
          email: address,
          body: null,
          role,
          returnTo: '/work',
          words: '',
          site,
        },
        now,
      ),
    );
    const { rows } = await sql<{
      account: string;
    }>`select account from record.join_by(sha256(convert_to(${token.ok ? token.value : ''}, 'UTF8')), 'Own address',
      gen_random_uuid(), 'x', gen_random_uuid(), ${now})`.execute(write);
    const account = rows[0]?.account ?? assert.fail();
    return {
      organisation: by.organisation,
      account,
      email: address,
      standing: { account, organisation: by.organisation, boards: '*' },
    };
  }
  const ask = (by: Somebody) => act(by, (inside, who) => askForSession(inside, who, id, reason, site));
  const answer = async (by: Somebody) => {
    const [open] = (
      await sql<{ id: string }>`select id from record.session_request where answer is null`.execute(write)
    ).rows;
    return act(by, (inside, who) => answerSessionRequest(inside, who, open?.id ?? '', true));
  };
  const label = (by: Somebody) => act(by, async (inside) => (await sessionRequests(inside))[0]?.label ?? null);
  return { programme, school, ...people, act, appointed, ask, answer, label, concern: id };
}

const headLetter = async (write: Write, head: string): Promise<string> =>
  (await waitingLetters(write)).findLast(({ recipient, body }) => recipient === head && body.includes('/release/'))
    ?.body ?? '';
const tokenIn = (letter: string): string => /\/release\/([\w-]{43})/.exec(letter)?.[1] ?? '';

void test('who invited two addresses of their own releases with neither, nor do the two for one another', () =>
  rolledBack(async (write, { gates }) => {
    const { safeguarding, appointed, ask, answer, label } = await concerned(write, gates);
    const [one, other] = [
      await appointed(safeguarding, 'safeguarding', 'one@own.example'),
      await appointed(safeguarding, 'safeguarding', 'other@own.example'),
    ];
    assert.ok((await ask(one)).ok);
    for (const by of [safeguarding, other])
      assert.deepEqual(await answer(by), { ok: false, problem: 'not independent' });
    assert.deepEqual(await answer(one), { ok: false, problem: 'cannot be answered' });
    for (const by of [safeguarding, other, one]) {
      const { rows } = await gates.work.write(by.standing, (inside) =>
        sql<{
          done: boolean;
        }>`select record.release_session(id, true, '2026-11-30') as done from record.session_request`.execute(inside),
      );
      assert.deepEqual(rows, [{ done: false }], 'nor with SQL of their own');
      assert.equal(await label(by), null);
    }
  }));

void test('nor by a lead of whoever asked whom they appointed, however many steps away', () =>
  rolledBack(async (write, { gates }) => {
    const { programme, safeguarding, appointed, ask, answer, lead, label } = await concerned(write, gates);
    await write
      .insertInto('record.account_role')
      .values({ account: safeguarding.account, organisation: programme, board: null, role: 'lead' })
      .execute();
    const there: Somebody = {
      ...safeguarding,
      organisation: programme,
      standing: { ...safeguarding.standing, organisation: programme },
    };
    const first = await appointed(there, 'lead', 'first@own.example');
    const second = await appointed(first, 'lead', 'second@own.example');
    assert.ok(
      (
        await gates.work.write(there.standing, (inside) =>
          endRole(inside, { organisation: programme, account: there.account, now }, first.account, null),
        )
      ).ok,
      'whoever appointed has gone',
    );
    assert.ok((await ask(safeguarding)).ok);
    assert.deepEqual(await answer(second), { ok: false, problem: 'not independent' });
    assert.ok((await answer(lead)).ok, 'the lead whom the owner appointed may');
    assert.deepEqual([await label(safeguarding), await label(lead)], ['Year 5, Hazel', 'Year 5, Hazel']);
  }));

void test('where there is one safeguarding lead the head releases, by a link that works once and names no child', () =>
  rolledBack(async (write, { gates }) => {
    const { act, school, safeguarding, teacher, ask, label } = await concerned(write, gates);
    assert.ok((await act(teacher, (inside, who) => nameHead(inside, who, 'Hana Head', 'head@millpond.example'))).ok);
    assert.deepEqual(await ask(safeguarding), { ok: true, value: 'head' });
    const letter = await headLetter(write, 'head@millpond.example');
    assert.notEqual(tokenIn(letter), '');
    for (const word of [...worry.split(' '), 'adult', 'Mo ', 'Hazel', 'How school feels'])
      assert.ok(!letter.includes(word), word);
    const token = tokenIn(letter);
    const seen = await gates.work.read(nobody, (read) => headRequestFor(read, token, now));
    assert.deepEqual([seen?.organisation, seen?.survey, seen?.head], [school, 'How school feels', 'Hana Head']);
    assert.ok(!JSON.stringify(seen).includes('Hazel') && !JSON.stringify(seen).includes('Mo '));
    assert.equal(
      await gates.work.read(nobody, (read) => headRequestFor(read, token, new Date('2026-12-08T10:00:00Z'))),
      undefined,
      'seven days',
    );
    assert.equal(await gates.work.read(nobody, (read) => headRequestFor(read, 'x'.repeat(43), now)), undefined);
    const release = () => gates.work.write(nobody, (inside) => answerAsHead(inside, token, true, now, site));
    assert.ok((await release()).ok);
    assert.deepEqual(await release(), { ok: false, problem: 'cannot be answered' });
    assert.equal(await label(safeguarding), 'Year 5, Hazel');
    assert.ok(
      (await waitingLetters(write)).some(
        ({ recipient, subject }) => recipient === safeguarding.email && /answer/.test(subject),
      ),
    );
  }));

void test('a head whom the asker named, or who is the asker, releases nothing; another head ends the link', () =>
  rolledBack(async (write, { gates }) => {
    const { act, school, safeguarding, teacher, ask, concern } = await concerned(write, gates);
    await write
      .insertInto('record.account_role')
      .values({ account: safeguarding.account, organisation: school, board: null, role: 'lead' })
      .execute();
    assert.ok((await act(safeguarding, (inside, who) => nameHead(inside, who, 'Own', 'own@address.example'))).ok);
    assert.deepEqual(await ask(safeguarding), { ok: true, value: 'colleagues' }, 'the leads of whoever asked');
    assert.equal(tokenIn(await headLetter(write, 'own@address.example')), '');
    // The owner names another, and the request is sent again.
    await sql`update record.head set email = 'head@millpond.example', named_by = null, named_at = now()`.execute(write);
    assert.deepEqual(await act(safeguarding, (inside, who) => askAgain(inside, who, concern, site)), {
      ok: true,
      value: 'head',
    });
    const token = tokenIn(await headLetter(write, 'head@millpond.example'));
    assert.ok(await gates.work.read(nobody, (read) => headRequestFor(read, token, now)));
    await sql`update record.head set email = 'next@millpond.example', named_by = ${teacher.account}, named_at = now() + interval '1 second'`.execute(
      write,
    );
    assert.equal(await gates.work.read(nobody, (read) => headRequestFor(read, token, now)), undefined);
  }));

void test('whoever is no safeguarding lead any more sees nothing at once: no concern, no session that was named', () =>
  rolledBack(async (write, { gates }) => {
    const { act, safeguarding, teacher, lead, school, ask, answer, label } = await concerned(write, gates);
    assert.ok((await ask(safeguarding)).ok);
    assert.ok((await answer(lead)).ok);
    assert.equal(await label(safeguarding), 'Year 5, Hazel');
    await write
      .insertInto('record.account_role')
      .values({ account: safeguarding.account, organisation: school, board: null, role: 'clerk' })
      .execute();
    assert.deepEqual(
      await act(teacher, (inside, who) => endRole(inside, who, safeguarding.account, 'safeguarding')),
      { ok: false, problem: 'last safeguarding lead' },
      'while a survey is open',
    );
    await somebody(write, school, 'safeguarding', now);
    assert.ok((await act(teacher, (inside, who) => endRole(inside, who, safeguarding.account, 'safeguarding'))).ok);
    const seen = await act(safeguarding, (inside) =>
      sql<{
        n: number;
      }>`select (select count(*)::int from record.concern) + (select count(*)::int from record.session_request) as n`.execute(
        inside,
      ),
    );
    assert.deepEqual(seen.rows, [{ n: 0 }]);
    const { rows } = await sql<{ id: string }>`select id from record.session_request`.execute(write);
    assert.deepEqual(
      (
        await act(safeguarding, (inside) =>
          sql`select record.released_session(${rows[0]?.id ?? ''}::uuid) as label`.execute(inside),
        )
      ).rows,
      [{ label: null }],
    );
  }));
