/** Quarantine, the safeguarding store and break-glass, tried by those who may and by those who may not, with SQL of their own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { type Gates, nobody, type Write } from '#kit/db/gate.js';
import { rolledBack } from '#test/house.js';
import { waitingLetters } from '#test/letters.js';
import { forgetDue } from '#test/forget-due.js';
import { reviewsRetention } from './retention.js';
import { answerSessionRequest, askForSession, decideText, recordConcernStep, takeInTexts } from './acts.js';
import { actingAt, organisationFor, sessionFor, somebody, type Somebody, surveyFor, textsIn } from './fixtures.js';
import {
  clearedTexts,
  concernCounts,
  concernOf,
  concernsOf,
  nextText,
  queuesOf,
  reviewedSurvey,
  sessionRequests,
  textToRead,
  waitingSurveys,
} from './lookups.js';
import { remindOfConcerns, remindOfTexts } from './reminders.js';

const now = new Date('2026-11-26T10:00:00Z');
const site = 'https://kept.example';
const worry = 'xylophones frighten zebras';

async function two(write: Write, gates: Gates, more: { readonly isSafeguarded: boolean } = { isSafeguarded: true }) {
  const [programme, school, other] = [
    await organisationFor(write, 'Programme'),
    await organisationFor(write, 'Millpond'),
    await organisationFor(write, 'Other school'),
  ];
  const person = (organisation: string, role: Parameters<typeof somebody>[2]) =>
    somebody(write, organisation, role, now);
  const people = {
    reviewer: await person(programme, 'lead'),
    second: await person(programme, 'clerk'),
    lead: await person(programme, 'lead'),
    administrator: await person(programme, 'administrator'),
    head: await person(school, 'lead'),
    safeguarding: await person(school, more.isSafeguarded ? 'safeguarding' : 'member'),
    deputy: await person(school, more.isSafeguarded ? 'safeguarding' : 'member'),
    elsewhere: await person(other, 'safeguarding'),
  };
  const survey = await surveyFor(write, {
    organisation: programme,
    settings: [school],
    reviewers: [people.reviewer.account, people.second.account],
  });
  const session = await sessionFor(
    write,
    { organisation: programme, survey: survey.id, setting: school },
    'Year 5, Hazel',
  );
  const act = actingAt(gates, now);
  return {
    programme,
    school,
    ...people,
    survey,
    session,
    act,
    put: (...texts: Parameters<typeof textsIn>[2]) =>
      textsIn(write, { organisation: programme, survey: survey.id }, texts).then(() =>
        gates.work.write(nobody, takeInTexts),
      ),
    reviewed: (by: Somebody) =>
      act(by, (inside) => reviewedSurvey(inside, by.organisation, by.account, survey.slug)).then(
        (found) => found ?? assert.fail('not a reviewer'),
      ),
    ids: async (): Promise<ReadonlyMap<string, string>> =>
      new Map(
        (await sql<{ id: string; body: string }>`select id, body from record.free_text`.execute(write)).rows.map(
          ({ id, body }) => [body, id],
        ),
      ),
  };
}

void test('texts are taken in under new ids and in another order; those to look at first stand at the head', () =>
  rolledBack(async (write, { gates }) => {
    const { put, act, reviewer, programme, survey, session, ids, school } = await two(write, gates);
    const before = async () => (await sql<{ id: string }>`select id from intake.text`.execute(write)).rows;
    const taken = await put(
      { body: 'more football', setting: school, session },
      { body: 'I am SCARED at lunch', setting: school, session, day: '2026-11-27' },
      { body: 'أريد حديقة', language: 'ar', day: '2026-11-27' },
      { body: 'mae ofn arna i', language: 'cy-GB', day: '2026-11-28' },
      { body: 'a diet of die-hard dreams and sextants', day: '2026-11-20' },
      { body: 'my self-harming', day: '2026-11-25' },
      ...Array.from({ length: 20 }, (_, index) => ({ body: `plain ${index}` })),
    );
    assert.equal(taken, 26);
    assert.deepEqual(await before(), []);
    const { rows } = await sql<{
      body: string;
      is_first: boolean;
      id: string;
    }>`select body, is_first, id from record.free_text order by id`.execute(write);
    assert.deepEqual(
      rows
        .filter(({ is_first }) => is_first)
        .map(({ body }) => body)
        .toSorted(),
      [
        'I am SCARED at lunch',
        'a diet of die-hard dreams and sextants',
        'mae ofn arna i',
        'my self-harming',
        'أريد حديقة',
      ].toSorted(),
      'words, a language with a region, and a language without a list',
    );
    for (const { id } of rows) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4/, 'ids are random');
    const plain = rows.filter(({ body }) => body.startsWith('plain')).map(({ body }) => body);
    assert.notDeepEqual(
      plain,
      plain.toSorted((a, b) => Number(a.slice(6)) - Number(b.slice(6))),
      'the order of arrival is gone',
    );
    assert.equal(
      await act(reviewer, (inside) => nextText(inside, programme, survey.id)),
      (await ids()).get('a diet of die-hard dreams and sextants'),
      'the longest waiting of those at the head',
    );
    assert.equal(await gates.work.write(nobody, takeInTexts), 0);
    const [queue] = await act(reviewer, (inside) => queuesOf(inside, programme, reviewer.account));
    assert.deepEqual([queue?.waiting, queue?.oldest], [26, '2026-11-20']);
  }));

void test('the queue goes question by question, so that two texts of one child are no neighbours', () =>
  rolledBack(async (write, { gates }) => {
    const { put, act, reviewer, programme, survey } = await two(write, gates);
    // Eight children, each of whom answers both questions.
    await put(
      ...Array.from({ length: 8 }, (_, child) => [
        { body: `child ${child}`, item: 'good-thing' },
        { body: `child ${child}`, item: 'one-thing' },
      ]).flat(),
    );
    const read: string[] = [];
    for (;;) {
      const id = await act(reviewer, (inside) => nextText(inside, programme, survey.id));
      if (id === null) break;
      const text = await act(reviewer, (inside) => textToRead(inside, programme, survey.id, id));
      read.push(text?.item ?? '');
      await act(reviewer, async (inside, who) =>
        decideText(
          inside,
          who,
          { id: survey.id, slug: survey.slug, name: '', asked: null },
          id,
          { kind: 'clear', quotable: false },
          site,
        ),
      );
    }
    assert.deepEqual(read, [...Array<string>(8).fill('good-thing'), ...Array<string>(8).fill('one-thing')]);
  }));

void test('nobody but the named reviewers sees a text, with SQL of their own either', () =>
  rolledBack(async (write, { gates }) => {
    const all = await two(write, gates);
    await all.put({ body: worry, setting: all.school, session: all.session });
    const ids = await all.ids();
    const seen = (by: Somebody) =>
      all.act(by, async (inside) => (await sql`select * from record.free_text`.execute(inside)).rows.length);
    assert.deepEqual([await seen(all.reviewer), await seen(all.second)], [1, 1]);
    for (const by of [all.lead, all.administrator, all.head, all.safeguarding, all.elsewhere]) {
      assert.equal(await seen(by), 0);
      assert.deepEqual(await all.act(by, (inside) => clearedTexts(inside, all.survey.id)), []);
      assert.equal(
        (
          await all.act(by, (inside) =>
            sql`update record.free_text set state = 'cleared', reviewer = ${by.account}, decided_on = '2026-11-26' returning 1`.execute(
              inside,
            ),
          )
        ).rows.length,
        0,
      );
      await assert.rejects(
        all.act(by, (inside) =>
          sql`select record.pass_to_safeguarding(${[...ids.values()][0]}::uuid, gen_random_uuid(), '', '2026-11-26')`.execute(
            inside,
          ),
        ),
        { code: '42501' },
      );
    }
    for (const table of ['record.text_session', 'record.concern_session', 'intake.text', 'intake.answer'])
      await assert.rejects(
        all.act(all.reviewer, (inside) => sql.raw(`select * from ${table}`).execute(inside)),
        { code: '42501' },
        table,
      );
    await assert.rejects(
      all.act(all.reviewer, (inside) => sql`update record.free_text set body = 'other'`.execute(inside)),
      { code: '42501' },
      'what was written is not rewritten',
    );
    await assert.rejects(
      all.act(all.reviewer, (inside) =>
        sql`update record.free_text set state = 'safeguarding', reviewer = ${all.reviewer.account}, decided_on = '2026-11-26'`.execute(
          inside,
        ),
      ),
      { code: '42501' },
      'passing on has one way only',
    );
    await assert.rejects(
      all.act(all.reviewer, (inside) =>
        sql`update record.free_text set state = 'cleared', reviewer = ${all.second.account}, decided_on = '2026-11-26'`.execute(
          inside,
        ),
      ),
      { code: '42501' },
      'nobody decides in another’s name',
    );
    // Whoever leads learns that something waits, and since when.
    assert.deepEqual(
      (await all.act(all.lead, (inside) => waitingSurveys(inside))).map(({ name, oldest, reviewers }) => [
        name,
        oldest,
        reviewers.length,
      ]),
      [['How school feels', '2026-11-26', 2]],
    );
    assert.equal((await all.act(all.head, (inside) => waitingSurveys(inside))).length, 0);
  }));

void test('a decision is made, changed by another reviewer, and carries on only what others may read', () =>
  rolledBack(async (write, { gates }) => {
    const { put, act, reviewer, second, lead, head, elsewhere, programme, survey, ids, reviewed } = await two(
      write,
      gates,
    );
    await put({ body: 'Mo should be kinder' });
    const id = (await ids()).get('Mo should be kinder') ?? '';
    const known = await reviewed(reviewer);
    const decide = (by: Somebody, decision: Parameters<typeof decideText>[4]) =>
      act(by, (inside, who) => decideText(inside, who, known, id, decision, site));
    assert.deepEqual(await decide(reviewer, { kind: 'redact', words: 'Mo should be kinder', quotable: false }), {
      ok: false,
      problem: 'nothing changed',
    });
    assert.deepEqual(await decide(reviewer, { kind: 'redact', words: 'I love this school', quotable: true }), {
      ok: false,
      problem: 'rewritten',
    });
    assert.deepEqual(await decide(reviewer, { kind: 'redact', words: 'Mo be kinder', quotable: true }), {
      ok: true,
      value: null,
    });
    assert.equal(
      (await act(lead, (inside) => clearedTexts(inside, survey.id)))[0]?.words,
      'Mo [removed] be kinder',
      'where words went without a mark, one is set',
    );
    assert.deepEqual(await decide(reviewer, { kind: 'redact', words: '[a child] should be kinder', quotable: true }), {
      ok: true,
      value: null,
    });
    assert.deepEqual(await act(lead, (inside) => clearedTexts(inside, survey.id)), [
      {
        id,
        audience: 'student primary',
        item: 'one-thing',
        language: 'en',
        words: '[a child] should be kinder',
        quotable: true,
        reviewer: null,
        redactor: reviewer.account,
        version: 2,
      },
    ]);
    for (const by of [head, elsewhere])
      assert.deepEqual(await act(by, (inside) => clearedTexts(inside, survey.id)), [], 'only for whoever asked');
    assert.deepEqual(await decide(second, { kind: 'withhold', reason: 'names somebody' }), { ok: true, value: null });
    assert.deepEqual(await act(lead, (inside) => clearedTexts(inside, survey.id)), []);
    const text = await act(second, (inside) => textToRead(inside, programme, survey.id, id));
    assert.deepEqual(
      [text?.body, text?.edited, text?.reason, text?.quotable, text?.reviewer],
      ['Mo should be kinder', null, 'names somebody', false, second.account],
    );
    assert.deepEqual(await decide(lead, { kind: 'clear', quotable: true }), { ok: false, problem: 'not there' });
    // Whoever opened the page before it was kept back lets nothing out by it; keeping back and passing on hang on nothing.
    const late = (decision: Parameters<typeof decideText>[4], seen: number) =>
      act(reviewer, (inside, who) => decideText(inside, who, known, id, decision, site, seen));
    for (const decision of [
      { kind: 'clear', quotable: true },
      { kind: 'redact', words: '[a child] should be kinder', quotable: true },
    ] as const)
      for (const seen of [0, 1, 2, 4, Number.NaN])
        assert.deepEqual(await late(decision, seen), { ok: false, problem: 'decided meanwhile' });
    assert.deepEqual(await act(lead, (inside) => clearedTexts(inside, survey.id)), []);
    assert.ok((await late({ kind: 'withhold', reason: 'hurts somebody' }, 0)).ok);
    assert.ok(
      (await late({ kind: 'clear', quotable: false }, 3)).ok,
      'still the same words, and kept back all the while',
    );
  }));

void test('what came by a code that was voided is read and can be passed on, and is shown to nobody else', () =>
  rolledBack(async (write, { gates }) => {
    const { put, act, reviewer, programme, school, survey, reviewed, ids } = await two(write, gates);
    await put(
      { body: 'forged, perhaps', setting: school, voided: true },
      { body: worry, setting: school, voided: true },
    );
    const [forged, afraid] = [(await ids()).get('forged, perhaps') ?? '', (await ids()).get(worry) ?? ''];
    const queue = await reviewed(reviewer);
    const decide = (id: string, decision: Parameters<typeof decideText>[4]) =>
      act(reviewer, (inside, who) => decideText(inside, who, queue, id, decision, site));
    for (const decision of [
      { kind: 'clear', quotable: true },
      { kind: 'redact', words: '[name], perhaps', quotable: false },
    ] as const) {
      const answer = await decide(forged, decision);
      assert.equal(answer.ok, false);
    }
    await assert.rejects(
      sql`savepoint tried`
        .execute(write)
        .then(() =>
          sql`update record.free_text set state = 'cleared', reviewer = ${reviewer.account}, decided_on = '2026-11-26' where id = ${forged}`.execute(
            write,
          ),
        ),
      /free_text_voided_is_not_shown/,
    );
    await sql`rollback to savepoint tried`.execute(write);
    assert.deepEqual((await decide(forged, { kind: 'withhold', reason: 'not about the question' })).ok, true);
    assert.deepEqual((await decide(afraid, { kind: 'pass' })).ok, true);
    assert.deepEqual(await act(reviewer, (inside) => clearedTexts(inside, survey.id)), []);
    assert.equal((await queuesOf(write, programme, reviewer.account))[0]?.waiting, 0);
  }));

void test('what worries goes to the setting’s safeguarding leads alone, in order, and letters carry none of it', () =>
  rolledBack(async (write, { gates }) => {
    const all = await two(write, gates);
    await all.put({ body: worry, setting: all.school, session: all.session });
    const id = (await all.ids()).get(worry) ?? '';
    const known = await all.reviewed(all.reviewer);
    const pass = () =>
      all.act(all.reviewer, (inside, who) => decideText(inside, who, known, id, { kind: 'pass' }, site));
    assert.deepEqual(await pass(), { ok: true, value: null });
    assert.deepEqual(await pass(), { ok: false, problem: 'passed on already' });
    assert.deepEqual(
      (await all.act(all.reviewer, (inside) => textToRead(inside, all.programme, all.survey.id, id)))?.body,
      '',
      'reviewers keep no copy',
    );
    await assert.rejects(
      all.act(all.reviewer, (inside) =>
        sql`update record.free_text set state = 'cleared', reviewer = ${all.reviewer.account}, decided_on = '2026-11-26'`.execute(
          inside,
        ),
      ),
      { code: '42501' },
    );
    const [line] = await all.act(all.safeguarding, (inside) => concernsOf(inside, all.school));
    const concern = line?.id ?? '';
    const found = await all.act(all.deputy, (inside) => concernOf(inside, all.school, concern));
    assert.deepEqual(
      [found?.body, found?.question, found?.setting_name, found?.asker_name, found?.has_session],
      [worry, 'What one thing would you change? (younger)', 'Millpond', 'Programme', true],
    );
    for (const by of [all.reviewer, all.lead, all.administrator, all.head, all.elsewhere])
      assert.equal((await all.act(by, (inside) => sql`select * from record.concern`.execute(inside))).rows.length, 0);
    // Even an account that holds the role elsewhere and claims the organisation.
    assert.equal(
      (
        await gates.work.read({ ...all.elsewhere.standing, organisation: all.school }, (read) =>
          sql`select * from record.concern`.execute(read),
        )
      ).rows.length,
      0,
    );
    assert.equal(
      (
        await gates.work.read({ account: null, organisation: all.school, boards: '*' }, (read) =>
          sql`select * from record.concern`.execute(read),
        )
      ).rows.length,
      0,
    );
    assert.deepEqual(await all.act(all.lead, (inside) => concernCounts(inside, all.survey.id)), [
      { stands: 'waiting', least: 1 },
    ]);
    assert.deepEqual(await all.act(all.head, (inside) => concernCounts(inside, all.survey.id)), []);

    const step = (by: Somebody, one: Parameters<typeof recordConcernStep>[3]) =>
      all.act(by, (inside, who) => recordConcernStep(inside, who, concern, one));
    assert.deepEqual(await step(all.safeguarding, { kind: 'outcome', words: 'Done' }), {
      ok: false,
      problem: 'not in order',
    });
    assert.ok((await step(all.safeguarding, { kind: 'acknowledge' })).ok);
    assert.deepEqual(await step(all.deputy, { kind: 'acknowledge' }), { ok: false, problem: 'not in order' });
    assert.ok((await step(all.deputy, { kind: 'action', words: 'Spoke with the class about xylophones' })).ok);
    assert.ok((await step(all.safeguarding, { kind: 'outcome', words: 'Nobody is in danger' })).ok);
    assert.deepEqual(await step(all.head, { kind: 'acknowledge' }), { ok: false, problem: 'not there' });
    assert.deepEqual(await all.act(all.lead, (inside) => concernCounts(inside, all.survey.id)), [
      { stands: 'closed', least: 1 },
    ]);

    const letters = await waitingLetters(write);
    assert.deepEqual(
      letters.map(({ recipient }) => recipient).toSorted(),
      [all.safeguarding.email, all.deputy.email].toSorted(),
    );
    const dump = JSON.stringify([letters, (await sql`select * from kit.journal`.execute(write)).rows]);
    for (const word of [
      ...worry.split(' '),
      'How school feels',
      'one-thing',
      'What one thing',
      'student primary',
      'Hazel',
      'Nobody is in danger',
      'Spoke',
    ])
      assert.ok(!dump.includes(word), word);
    const entries = (
      await sql<{
        line: string;
      }>`select scope || ' ' || kind as line from kit.journal where kind in ('free text', 'concern') order by 1`.execute(
        write,
      )
    ).rows.map(({ line: one }) => one);
    assert.deepEqual(
      entries,
      [`${all.programme} free text`, ...Array.from({ length: 4 }, () => `${all.school} concern`)].toSorted(),
    );
  }));

void test('whoever asked learns how many texts were passed on in tens, and not of one more', () =>
  rolledBack(async (write, { gates }) => {
    const all = await two(write, gates);
    const known = await all.reviewed(all.reviewer);
    const told: (number | undefined)[] = [];
    for (let many = 1; many <= 12; many += 1) {
      const body = `${worry} ${many}`;
      await all.put({ body, setting: all.school, session: all.session });
      const id = (await all.ids()).get(body) ?? '';
      assert.ok(
        (await all.act(all.reviewer, (inside, who) => decideText(inside, who, known, id, { kind: 'pass' }, site))).ok,
      );
      told.push((await all.act(all.lead, (inside) => concernCounts(inside, all.survey.id)))[0]?.least);
    }
    assert.deepEqual(told, [1, 1, 1, 1, 1, 1, 1, 1, 1, 10, 10, 10]);
  }));

void test('where nobody could receive it nothing moves; without a setting it goes to whoever asked', () =>
  rolledBack(async (write, { gates }) => {
    const all = await two(write, gates, { isSafeguarded: false });
    await all.put({ body: worry, setting: all.school, session: all.session }, { body: 'from everywhere' });
    const known = await all.reviewed(all.reviewer);
    const ids = await all.ids();
    const pass = (body: string) =>
      all.act(all.reviewer, (inside, who) =>
        decideText(inside, who, known, ids.get(body) ?? '', { kind: 'pass' }, site),
      );
    assert.deepEqual(await pass(worry), { ok: false, problem: 'nobody to pass to' });
    const still = await all.act(all.reviewer, (inside) =>
      textToRead(inside, all.programme, all.survey.id, ids.get(worry) ?? ''),
    );
    assert.deepEqual([still?.state, still?.body, still?.home], ['new', worry, null]);
    const own = await somebody(write, all.programme, 'safeguarding', now);
    // A closed account receives nothing.
    const spare = await somebody(write, all.programme, 'safeguarding', now);
    for (const { account } of [spare, own]) {
      // The last one of an organisation that asks stays: as if by a fault of ours.
      await sql`alter table record.account disable trigger account_last_stays`.execute(write);
      await write.updateTable('record.account').set({ closed_at: now }).where('id', '=', account).execute();
    }
    assert.deepEqual(await pass(worry), { ok: false, problem: 'nobody to pass to' });
    await write.updateTable('record.account').set({ closed_at: null }).where('id', '=', own.account).execute();
    assert.ok((await pass('from everywhere')).ok);
    assert.ok((await pass(worry)).ok);
    const concerns = await all.act(own, (inside) =>
      sql<{
        body: string;
        setting: string | null;
        has_session: boolean;
      }>`select body, setting, has_session from record.concern order by body`.execute(inside),
    );
    assert.deepEqual(concerns.rows, [
      { body: 'from everywhere', setting: null, has_session: false },
      { body: worry, setting: all.school, has_session: true },
    ]);
  }));

void test('the session is named to two persons together, by nobody alone', () =>
  rolledBack(async (write, { gates }) => {
    const all = await two(write, gates);
    const few = await sessionFor(
      write,
      { organisation: all.programme, survey: all.survey.id, setting: all.school },
      'Year 6, Oak',
      4,
    );
    await all.put(
      { body: worry, setting: all.school, session: all.session },
      { body: 'a small group', setting: all.school, session: few },
    );
    const known = await all.reviewed(all.reviewer);
    for (const id of (await all.ids()).values())
      await all.act(all.reviewer, (inside, who) => decideText(inside, who, known, id, { kind: 'pass' }, site));
    const rows = (await sql<{ id: string; body: string }>`select id, body from record.concern`.execute(write)).rows;
    const [worried, small] = [
      rows.find(({ body }) => body === worry)?.id ?? '',
      rows.find(({ body }) => body === 'a small group')?.id ?? '',
    ];
    const ask = (by: Somebody, concern: string) =>
      all.act(by, (inside, who) => askForSession(inside, who, concern, 'The class may need an adult', site));
    const answer = (by: Somebody, request: string, grants: boolean) =>
      all.act(by, (inside, who) => answerSessionRequest(inside, who, request, grants));
    const labels = (by: Somebody) =>
      all.act(by, async (inside) => (await sessionRequests(inside)).map(({ label }) => label));
    assert.deepEqual(
      await ask(all.safeguarding, small),
      { ok: false, problem: 'cannot be asked' },
      'of 28 places, four answered',
    );
    for (const by of [all.reviewer, all.head, all.administrator, all.elsewhere])
      assert.deepEqual(await ask(by, worried), { ok: false, problem: 'not there' });
    assert.ok((await ask(all.safeguarding, worried)).ok);
    assert.deepEqual(await ask(all.deputy, worried), { ok: false, problem: 'cannot be asked' }, 'one at a time');
    const [request] = (await sql<{ id: string }>`select id from record.session_request`.execute(write)).rows;
    const id = request?.id ?? '';
    assert.deepEqual(
      await answer(all.safeguarding, id, true),
      { ok: false, problem: 'cannot be answered' },
      'not one’s own',
    );
    for (const by of [all.head, all.elsewhere, all.second])
      assert.deepEqual(await answer(by, id, true), { ok: false, problem: 'not there' });
    await assert.rejects(
      all.act(all.safeguarding, (inside) => sql`update record.session_request set answer = 'released'`.execute(inside)),
      { code: '42501' },
    );
    await assert.rejects(
      all.act(all.safeguarding, (inside) =>
        sql`insert into record.session_request (organisation, id, concern, asked_of, survey_name, reason, asked_by,
          asked_on) select organisation, gen_random_uuid(), concern, asked_of, '', '', ${all.head.account}, asked_on
          from record.session_request`.execute(inside),
      ),
      { code: '42501' },
    );
    assert.deepEqual(await labels(all.safeguarding), [null]);
    assert.ok((await answer(all.lead, id, false)).ok);
    assert.deepEqual(await answer(all.administrator, id, true), { ok: false, problem: 'cannot be answered' });
    assert.ok((await ask(all.safeguarding, worried)).ok, 'after a no one may ask again');
    const open = (await all.act(all.administrator, (inside) => sessionRequests(inside))).find(
      (one) => one.answer === null,
    );
    assert.ok((await answer(all.administrator, open?.id ?? '', true)).ok);
    for (const by of [all.safeguarding, all.administrator])
      assert.deepEqual(
        (await labels(by)).filter((label) => label !== null),
        ['Year 5, Hazel'],
      );
    for (const by of [all.deputy, all.lead])
      assert.deepEqual(await labels(by), [null, null], 'the two and nobody else');
    assert.deepEqual(await labels(all.head), []);
    const journalled = (
      await sql<{
        line: string;
      }>`select scope || ' ' || who || ' ' || detail::text as line from kit.journal where kind = 'session request'`.execute(
        write,
      )
    ).rows.map(({ line }) => line);
    assert.equal(journalled.length, 8, 'asked and answered twice, in both organisations');
    assert.ok(!JSON.stringify(journalled).includes('may need an adult'));
    const letters = JSON.stringify((await waitingLetters(write)).map(({ subject, body }) => [subject, body]));
    for (const word of [...worry.split(' '), 'Hazel', 'may need an adult', 'How school feels'])
      assert.ok(!letters.includes(word), word);
  }));

void test('letters of the day: to reviewers while something waits, and upwards when a concern is not acknowledged', () =>
  rolledBack(async (write, { gates }) => {
    const all = await two(write, gates);
    await all.put({ body: worry, setting: all.school, session: all.session });
    const daily = async (
      work: typeof remindOfTexts,
      organisation: string,
      today: string,
    ): Promise<readonly (readonly [string, string])[]> => {
      await write.deleteFrom('kit.mail').execute();
      await gates.work.write({ account: null, organisation, boards: '*' }, (inside) =>
        work(inside, { organisation, today, now, site }),
      );
      const letters = (await waitingLetters(write)).toSorted((a, b) => a.recipient.localeCompare(b.recipient));
      assert.ok(!worry.split(' ').some((word) => JSON.stringify(letters).includes(word)));
      return letters.map(({ recipient, subject }) => [recipient, subject] as const);
    };
    const waits = await daily(remindOfTexts, all.programme, '2026-11-27');
    assert.deepEqual(
      waits.map(([to]) => to),
      [all.reviewer.email, all.second.email].toSorted(),
    );
    assert.match((await daily(remindOfTexts, all.programme, '2026-11-28'))[0]?.[1] ?? '', /overdue/);
    assert.deepEqual(await daily(remindOfTexts, all.school, '2026-11-28'), []);
    const known = await all.reviewed(all.reviewer);
    for (const id of (await all.ids()).values())
      await all.act(all.reviewer, (inside, who) => decideText(inside, who, known, id, { kind: 'pass' }, site));
    assert.deepEqual(await daily(remindOfTexts, all.programme, '2026-11-28'), []);
    assert.deepEqual(await daily(remindOfConcerns, all.school, '2026-11-27'), [], 'Friday is its school day');
    assert.deepEqual(
      (await daily(remindOfConcerns, all.school, '2026-11-28')).map(([to]) => to),
      [all.safeguarding.email, all.deputy.email, all.head.email].toSorted(),
    );
    assert.deepEqual(await daily(remindOfConcerns, all.programme, '2026-11-28'), []);
    const [line] = await all.act(all.safeguarding, (inside) => concernsOf(inside, all.school));
    await all.act(all.safeguarding, (inside, who) =>
      recordConcernStep(inside, who, line?.id ?? '', { kind: 'acknowledge' }),
    );
    assert.deepEqual(await daily(remindOfConcerns, all.school, '2026-11-30'), []);
  }));

void test('texts go on the day on which the answers go, whatever was decided; concerns stay, and other surveys keep theirs', () =>
  rolledBack(async (write, { gates }) => {
    const all = await two(write, gates);
    const other = await surveyFor(
      write,
      { organisation: all.programme, settings: [all.school], reviewers: [all.reviewer.account] },
      'Another',
    );
    await textsIn(write, { organisation: all.programme, survey: other.id }, [{ body: 'of another survey' }]);
    await all.put(
      { body: worry, setting: all.school, session: all.session },
      { body: 'read', session: all.session },
      { body: 'not read', session: all.session },
    );
    for (const [survey, until] of [
      [all.survey.id, '2027-06-30'],
      [other.id, '2027-07-31'],
    ] as const)
      await sql`insert into intake.survey (survey, organisation, asked, opens_on, closes_on, late_until, keep_until)
        values (${survey}, ${all.programme}, '{}', '2026-11-01', '2026-12-20', '2026-12-27', ${until})`.execute(write);
    const known = await all.reviewed(all.reviewer);
    const ids = await all.ids();
    await all.act(all.reviewer, (inside, who) =>
      decideText(inside, who, known, ids.get(worry) ?? '', { kind: 'pass' }, site),
    );
    await all.act(all.reviewer, (inside, who) =>
      decideText(inside, who, known, ids.get('read') ?? '', { kind: 'clear', quotable: true }, site),
    );
    const left = async (today: string): Promise<readonly number[]> => {
      await forgetDue(write, reviewsRetention, 'texts', today);
      const { rows } = await sql<{
        texts: number;
        sessions: number;
        concerns: number;
        kept: number;
      }>`select (select count(*)::int from record.free_text) as texts, (select count(*)::int
        from record.text_session) as sessions, (select count(*)::int from record.concern) as concerns,
        (select count(*)::int from record.concern_session) as kept`.execute(write);
      return Object.values(rows[0] ?? {});
    };
    assert.deepEqual(await left('2027-06-30'), [4, 2, 1, 1], 'its last day');
    assert.deepEqual(await left('2027-07-01'), [1, 0, 1, 1]);
    assert.deepEqual(await left('2027-08-01'), [0, 0, 1, 1]);
  }));
