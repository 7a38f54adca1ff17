/** What stands on record after each act, line by line: what readers are shown, what the journal keeps, and in which order lists come. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { type Gates, nobody, type Read } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { recordBoard } from '#rooms/decided/boards/index.js';
import { recordComing, workBoards, workMeetings } from '#rooms/decided/meetings/index.js';
import { publicBoard, publication } from '#test/boards.js';
import { rolledBack } from '#test/house.js';
import { body, type Body, day } from '#test/leads.js';
import { waitingLetters } from '#test/letters.js';
import {
  agreePromise,
  recordEnd,
  recordEvidence,
  recordNewDate,
  recordNews,
  recordPractices,
  recordPromise,
  recordPromiseDraft,
  withdrawDraft,
  withdrawEvidence,
} from './acts.js';
import { answerConfirmation, inviteToConfirm, showGroup, withdrawWords } from './confirmations.js';
import { askedOf, askedOfGroup, evidenceOf, groupsToAsk, promiseRecord, promisesOf } from './lookups.js';
import {
  countPromises,
  promiseFilters,
  promisesTakenUp,
  publishedPromise,
  publishedPromises,
  suggestionsFor,
} from './published.js';
import { remindOfPromises } from './reminder-letters.js';
import { recordSetAside, recordTakenUp, suggestionsAt } from './suggestions.js';
import { agreed, draft, evidence, saidYes, site } from './test/promise-agreed.js';
import { promiseWithdrawal } from './withdrawals.js';

/** Verb, reason and detail of each line about a thing, oldest first. */
async function lines(read: Read, thing: string): Promise<readonly unknown[]> {
  const rows = await read
    .selectFrom('kit.journal')
    .select(['scope', 'who', 'verb', 'kind', 'why', 'detail'])
    .where('thing', '=', thing)
    .orderBy('at')
    .orderBy('number')
    .execute();
  return rows.map(({ verb, kind, why, detail }) => [verb, kind, why, detail]);
}

const seen = (gates: Gates, slug: string) => gates.public.read(nobody, (read) => publishedPromise(read, slug));

const reason = { kind: 'money', words: 'The grant ended.' } as const;

const ends = (by: Body, id: string, on: string, more: Partial<Parameters<typeof recordEnd>[3]> = {}) =>
  by.act(on, (write, who) =>
    recordEnd(write, who, id, { state: 'kept', on, by: 'Head', reason: null, replacement: null, ...more }),
  );

test('each act on a promise leaves its line in the history and in the journal, with what was said', async () => {
  await rolledBack(async (write, { gates }) => {
    const school = await body(write, gates, 'school');
    const { id, slug } = await school.act('2026-01-10', (inside, who) => recordPromise(inside, who, draft));
    await school.act('2026-01-10', (inside, who) => recordPromiseDraft(inside, who, id, { ...draft, owner: 'Head' }));
    await school.act('2026-01-12', (inside, who) =>
      agreePromise(inside, who, id, { by: 'Governors', link: '/boards/b', on: '2026-01-11' }, site),
    );
    await school.act('2026-02-01', (inside, who) => recordNews(inside, who, id, { body: 'Begun.', atRisk: true }));
    await school.act('2026-03-01', (inside, who) => recordNewDate(inside, who, id, '2027-01-01', 'Exams'));
    const added = await school.act('2026-04-01', (inside, who) =>
      recordEvidence(inside, who, id, { ...evidence, dated: '2026-03-30' }),
    );
    assert.ok(added.ok);
    assert.equal((await seen(gates, slug))?.last_news, '2026-04-01');
    await school.act('2026-05-01', (inside, who) =>
      withdrawEvidence(inside, who, id, added.value.evidence, 'A face could be seen.'),
    );
    await ends(school, id, '2026-06-01', { state: 'withdrawn', by: 'Governors', reason });

    const shown = await seen(gates, slug);
    assert.ok(shown);
    assert.deepEqual(
      shown.events
        .toReversed()
        .map(({ position, day: on, kind, body: words, detail }) => [position, on, kind, words, detail]),
      [
        [1, '2026-01-12', 'agreed', null, { by: 'Governors', link: '/boards/b', to: '2026-12-01' }],
        [2, '2026-02-01', 'news', 'Begun.', { atRisk: true }],
        [3, '2026-03-01', 'moved', 'Exams', { from: '2026-12-01', to: '2027-01-01' }],
        [4, '2026-04-01', 'evidence', null, { title: evidence.title }],
        [5, '2026-05-01', 'evidence taken back', 'A face could be seen.', { title: evidence.title }],
        [
          6,
          '2026-06-01',
          'ended',
          'The grant ended.',
          { state: 'withdrawn', by: 'Governors', to: '2026-06-01', reason: 'money' },
        ],
      ],
    );
    assert.deepEqual(await lines(write, id), [
      ['record', 'promise', null, { slug }],
      ['record', 'promise', null, {}],
      ['agree', 'promise', null, { slug }],
      ['report back', 'promise', null, { atRisk: true }],
      ['record', 'promise', 'Exams', { from: '2026-12-01', to: '2027-01-01' }],
      ['record', 'promise', null, { evidence: added.value.evidence }],
      ['withdraw', 'promise', 'A face could be seen.', { evidence: added.value.evidence }],
      ['withdraw', 'promise', 'The grant ended.', { state: 'withdrawn' }],
    ]);
    const { agreed_on, agreed_by, agreed_link, owner, measure, first_due, due, moves, at_risk, last_news } = shown;
    assert.deepEqual(
      [agreed_on, agreed_by, agreed_link, owner, measure, first_due, due, moves, at_risk, last_news],
      [
        '2026-01-11',
        'Governors',
        '/boards/b',
        'Head',
        draft.measure,
        '2026-12-01',
        '2027-01-01',
        1,
        true,
        '2026-06-01',
      ],
    );
    const { ended_on, ended_by, reason_kind, reason: why, replacement, kept_on } = shown;
    assert.deepEqual(
      [ended_on, ended_by, reason_kind, why, replacement, kept_on],
      ['2026-06-01', 'Governors', 'money', 'The grant ended.', null, null],
    );
    const { organisation_slug, organisation_kind, organisation_name, framework, theme } = shown;
    assert.deepEqual(
      [organisation_slug, organisation_kind, framework, theme],
      [school.slug, 'school', draft.framework, draft.theme],
    );
    assert.match(organisation_name, /^The school/);
  });
});

test('an end is of a day between agreement and today, and a promise is replaced by one that is public', async () => {
  await rolledBack(async (write, { gates }) => {
    const school = await body(write, gates, 'school');
    const { id, slug } = await agreed(school);
    const other = await agreed(school);
    const only = await school.act('2026-01-10', (inside, who) => recordPromise(inside, who, draft));
    const refusedWith = async (on: string, more: Parameters<typeof ends>[3], code: string): Promise<void> => {
      const answer = await ends(school, id, on, more);
      assert.equal(answer.ok ? 'done' : answer.problem.code, code);
    };
    await refusedWith('2026-02-01', { state: 'not kept', on: '2026-02-02', reason }, 'date in the future');
    await refusedWith('2026-02-01', { state: 'not kept', on: '2026-01-09', reason }, 'date in the past');
    await refusedWith('2026-02-01', { state: 'replaced', reason, replacement: only.slug }, 'no such promise');
    await refusedWith('2026-02-01', { state: 'replaced', reason, replacement: null }, 'no such promise');
    // On the day of the agreement itself it may end.
    await refusedWith('2026-02-01', { state: 'replaced', on: '2026-01-10', reason, replacement: other.slug }, 'done');
    const shown = await seen(gates, slug);
    assert.deepEqual([shown?.state, shown?.replacement, shown?.ended_on], ['replaced', other.slug, '2026-01-10']);
    assert.deepEqual(shown?.events[0]?.detail, {
      state: 'replaced',
      by: 'Head',
      to: '2026-01-10',
      reason: 'money',
      replacement: other.slug,
    });
    assert.equal((await ends(school, other.id, '2026-02-01', { state: 'not kept', reason })).ok, true);
    assert.deepEqual((await lines(write, other.id)).at(-1), [
      'report back',
      'promise',
      'The grant ended.',
      { state: 'not kept' },
    ]);
  });
});

test('the same date is no new date, today is none that has passed, and nothing is done to what is not there', async () => {
  await rolledBack(async (write, { gates }) => {
    const [school, stranger] = [await body(write, gates, 'school'), await body(write, gates, 'school')];
    const { id } = await agreed(school, { due: '2026-03-01' });
    const moves = (on: string, due: string) =>
      school.act(on, (inside, who) => recordNewDate(inside, who, id, due, 'Why'));
    assert.deepEqual(await moves('2026-02-01', '2026-03-01'), { ok: false, problem: { code: 'same date' } });
    assert.equal((await moves('2026-02-01', '2026-02-01')).ok, true);
    const gone = { ok: false, problem: { code: 'not there' } };
    const only = await school.act('2026-02-01', (inside, who) => recordPromise(inside, who, draft));
    await stranger.act('2026-02-02', async (inside, who) => {
      assert.deepEqual(await recordNews(inside, who, id, { body: 'x', atRisk: false }), gone);
      assert.deepEqual(await recordEvidence(inside, who, id, evidence), gone);
      assert.deepEqual(await recordPractices(inside, who, id, []), gone);
      assert.deepEqual(await withdrawDraft(inside, who, only.id), gone);
      assert.deepEqual(await inviteToConfirm(inside, who, id, [stranger.slug], site), gone);
      assert.deepEqual(await answerConfirmation(inside, who, id, { answer: 'no', people: 12, words: null }, site), {
        ok: false,
        problem: 'not there',
      });
    });
    assert.equal((await school.act('2026-02-03', (inside, who) => withdrawDraft(inside, who, only.id))).ok, true);
    assert.deepEqual((await lines(write, only.id)).at(-1), ['withdraw', 'promise', null, { slug: only.slug }]);
    assert.equal((await school.act('2026-02-03', (inside) => promisesOf(inside, school.id))).length, 1);
  });
});

test('evidence of one promise is never taken for another’s, and what is taken back takes nothing else along', async () => {
  await rolledBack(async (write, { gates }) => {
    const school = await body(write, gates, 'school');
    const [one, other] = [await agreed(school), await agreed(school)];
    const adds = async (id: string, title: string, dated: string, strength: 'said' | 'shown') => {
      const answer = await school.act('2026-06-01', (inside, who) =>
        recordEvidence(inside, who, id, { ...evidence, title, dated, strength }),
      );
      assert.ok(answer.ok);
      return answer.value.evidence;
    };
    const late = await adds(one.id, 'late', '2026-05-01', 'shown');
    await adds(one.id, 'early', '2026-02-01', 'said');
    await adds(other.id, 'elsewhere', '2026-03-01', 'shown');
    const takes = (id: string, which: string) =>
      school.act('2026-06-02', (inside, who) => withdrawEvidence(inside, who, id, which, 'Wrong'));
    assert.deepEqual(await takes(other.id, late), { ok: false, problem: { code: 'not there' } });
    // Of a kept promise one may go while another stands.
    await ends(school, one.id, '2026-06-02');
    assert.equal((await takes(one.id, late)).ok, true);
    assert.deepEqual(await takes(one.id, late), { ok: false, problem: { code: 'not there' } });
    const proof = async (slug: string) =>
      (await seen(gates, slug))?.proof.map(({ title, url, strength, taken_back_on: on, taken_back_because: why }) => [
        title,
        url,
        strength,
        on,
        why,
      ]);
    assert.deepEqual(await proof(one.slug), [
      ['early', evidence.url, 'said', null, null],
      ['late', null, 'said', '2026-06-02', 'Wrong'],
    ]);
    assert.deepEqual(await proof(other.slug), [['elsewhere', evidence.url, 'shown', null, null]]);
    assert.deepEqual(
      (await school.act('2026-06-02', (inside) => evidenceOf(inside, school.id, one.id))).map(
        ({ title, dated, added_on }) => [title, dated, added_on],
      ),
      [
        ['early', '2026-02-01', '2026-06-01'],
        ['late', '2026-05-01', '2026-06-01'],
      ],
    );
    assert.deepEqual(
      [(await seen(gates, one.slug))?.evidence, (await seen(gates, other.slug))?.evidence],
      ['said', 'shown'],
    );
  });
});

test('one’s own promises come newest first and say how many groups have not answered; groups come own first', async () => {
  await rolledBack(async (write, { gates }) => {
    const [school, elsewhere] = [await body(write, gates, 'school'), await body(write, gates, 'school')];
    const [far, near, part] = [
      await body(write, gates, 'group'),
      await body(write, gates, 'group'),
      await body(write, gates, 'group', { part_of: school.slug }),
    ];
    for (const group of [far, near, part]) await group.act('2026-01-02', (inside, who) => showGroup(inside, who));
    assert.deepEqual(await lines(write, near.id), [['publish', 'organisation', null, {}]]);
    const [one, two] = [await agreed(school), await agreed(school)];
    await agreed(elsewhere);
    await school.act('2026-02-01', (inside, who) =>
      recordEvidence(inside, who, one.id, { ...evidence, dated: '2026-01-20' }),
    );
    await ends(school, one.id, '2026-02-01');
    const groups = await school.act('2026-02-01', (inside) =>
      groupsToAsk(inside, { id: school.id, slug: school.slug, authority: null }),
    );
    assert.deepEqual(groups.map(({ slug, isOwn }) => [slug, isOwn]).slice(0, 1), [[part.slug, true]]);
    assert.deepEqual(
      groups.flatMap(({ slug }) => ([far.slug, near.slug].includes(slug) ? [slug] : [])),
      [far.slug, near.slug].toSorted((a, b) => {
        const name = (slug: string) => groups.find((group) => group.slug === slug)?.name ?? '';
        return name(a) < name(b) ? -1 : 1;
      }),
    );
    const few = await school.act('2026-02-01', (inside) =>
      groupsToAsk(inside, { id: school.id, slug: school.slug, authority: null }, 2),
    );
    assert.equal(few.length, 2);
    assert.deepEqual(
      (await part.act('2026-02-01', (inside) => groupsToAsk(inside, { id: part.id, slug: part.slug, authority: null })))
        .map(({ slug }) => slug)
        .includes(part.slug),
      false,
    );

    // Asked of nobody is asked of no such group.
    assert.deepEqual(await school.act('2026-02-02', (inside, who) => inviteToConfirm(inside, who, one.id, [], site)), {
      ok: false,
      problem: { code: 'no such group' },
    });
    for (const [on, group] of [
      ['2026-02-02', near],
      ['2026-02-03', part],
    ] as const)
      await school.act(on, (inside, who) => inviteToConfirm(inside, who, one.id, [group.slug], site));
    const waiting = async () =>
      (await school.act('2026-02-03', (inside) => promisesOf(inside, school.id))).map(({ slug, waiting: many }) => [
        slug,
        many,
      ]);
    assert.deepEqual(await waiting(), [
      [two.slug, 0],
      [one.slug, 2],
    ]);
    const asked = await school.act('2026-02-03', (inside) => askedOf(inside, school.id, one.id));
    assert.deepEqual(
      asked.map(({ group_organisation: group, asked_on }) => [group, asked_on]),
      [
        [near.id, '2026-02-02'],
        [part.id, '2026-02-03'],
      ],
    );
    const [question] = asked;
    assert.ok(question);
    assert.deepEqual(await lines(write, question.id), [
      ['invite', 'confirmation', null, { promise: one.id, group: near.slug }],
    ]);
    await near.act('2026-02-04', (inside, who) =>
      answerConfirmation(inside, who, question.id, { answer: 'yes', people: 10, words: 'We saw it.' }, site),
    );
    assert.equal(await near.act('2026-02-05', (inside, who) => withdrawWords(inside, who, question.id)), true);
    assert.deepEqual((await lines(write, question.id)).slice(1), [
      ['answer', 'confirmation', null, { answer: 'yes', stands: 'confirmed' }],
      ['withdraw', 'confirmation', null, {}],
    ]);
    assert.deepEqual((await waiting())[1], [one.slug, 1]);
    const readers = await seen(gates, one.slug);
    assert.deepEqual(
      readers?.confirmations.map(({ group_slug, asked_on, answered_on, people }) => [
        group_slug,
        asked_on,
        answered_on,
        people,
      ]),
      [
        [near.slug, '2026-02-02', '2026-02-04', 10],
        [null, '2026-02-03', null, null],
      ],
    );
    // What counts for a register goes on counting for a year, the evidence and the answer each from its own day.
    const days = await write
      .selectFrom('published.promise')
      .select(['shown_until', 'confirmed_until'])
      .where('id', '=', one.id)
      .executeTakeFirst();
    assert.deepEqual(days, { shown_until: '2027-02-01', confirmed_until: '2027-02-04' });
    // What is open stands above what was answered, though it was asked earlier.
    const again = await agreed(elsewhere);
    await elsewhere.act('2026-01-20', (inside, who) =>
      recordEvidence(inside, who, again.id, { ...evidence, dated: '2026-01-20' }),
    );
    await ends(elsewhere, again.id, '2026-01-20');
    await elsewhere.act('2026-01-21', (inside, who) => inviteToConfirm(inside, who, again.id, [near.slug], site));
    assert.deepEqual(
      (await near.act('2026-02-05', (inside) => askedOfGroup(inside, near.id))).map(({ slug, answer, people }) => [
        slug,
        answer,
        people,
      ]),
      [
        [again.slug, null, null],
        [one.slug, 'yes', 10],
      ],
    );
    assert.deepEqual(
      (await waitingLetters(write)).map(({ recipient, subject }) => `${recipient}: ${subject}`).toSorted(),
      [
        `${near.slug}@example.org: Was this promise kept?`,
        `${near.slug}@example.org: Was this promise kept?`,
        `${part.slug}@example.org: Was this promise kept?`,
        `${school.slug}@example.org: Young people have answered`,
      ].toSorted(),
    );
  });
});

test('a lead gets one letter with all that is due on that day, the nearest first', async () => {
  await rolledBack(async (write, { gates }) => {
    const school = await body(write, gates, 'school');
    const [later, sooner] = [await agreed(school, { due: '2026-02-20' }), await agreed(school, { due: '2026-02-05' })];
    await agreed(school, { due: '2026-12-01' });
    await school.act('2026-01-10', (inside, who) => recordPromise(inside, who, { ...draft, due: '2026-02-05' }));
    const work = (iso: string) =>
      gates.work.write({ account: null, organisation: school.id, boards: '*' }, (inside) =>
        remindOfPromises(inside, { organisation: school.id, today: iso, now: day(iso), site }),
      );
    await work('2026-02-01');
    await work('2026-02-01');
    const letters = await waitingLetters(write);
    assert.deepEqual(
      letters.map(({ organisation, recipient, subject, body: text }) => [organisation, recipient, subject, text]),
      [
        [
          school.id,
          `${school.slug}@example.org`,
          '2 promises need you',
          `Due on 5 February 2026, in a week or less:\n${site}/work/promises/${sooner.slug}\n\n` +
            `Due on 20 February 2026, in a month or less:\n${site}/work/promises/${later.slug}\n`,
        ],
      ],
    );
    await work('2026-02-06');
    assert.deepEqual(
      (await waitingLetters(write)).slice(1).map(({ subject }) => subject),
      ['A promise needs you'],
    );
  });
});

test('each filter narrows the list and its counts', async () => {
  await rolledBack(async (write, { gates }) => {
    const [school, council] = [await body(write, gates, 'school'), await body(write, gates, 'authority')];
    const board = await council.act('2026-01-05', (inside, who) =>
      recordBoard(inside, who.organisation, `Panel ${council.slug}`),
    );
    const other = await council.act('2026-01-05', (inside, who) =>
      recordBoard(inside, who.organisation, `Other ${council.slug}`),
    );
    const named = await agreed(council, { board: board.slug, due: '2026-02-01' });
    const plain = await agreed(school, { theme: 'beyond-achievement' }, '2026-01-12');
    const ended = await agreed(school);
    await ends(school, ended.id, '2026-01-20', { state: 'not kept', reason });
    const find = async (wish: object) => {
      const found = await gates.public.read(nobody, (read) =>
        publishedPromises(read, { today: '2026-02-02', count: 25, ...wish }),
      );
      assert.equal(found.total, found.promises.length, JSON.stringify(wish));
      return found.promises.map(({ slug }) => slug);
    };
    assert.deepEqual(await find({}), [ended.slug, plain.slug, named.slug]);
    assert.deepEqual(await find({ board: board.slug }), [named.slug]);
    assert.deepEqual(await find({ theme: 'beyond-achievement' }), [plain.slug]);
    assert.deepEqual(await find({ organisation: school.slug }), [ended.slug, plain.slug]);
    assert.deepEqual(await find({ status: 'not kept' }), [ended.slug]);
    assert.deepEqual(await find({ status: 'on track' }), [plain.slug]);
    assert.deepEqual(await find({ status: 'overdue' }), [named.slug]);
    assert.deepEqual(await find({ status: 'kept' }), []);
    assert.deepEqual(await find({ charter: 'none-of-that-name' }), []);
    // Of the boards that have a page those are offered that a promise names, by name.
    await agreed(council, { board: other.slug, due: '2026-02-01' });
    for (const [slug, name] of [
      [board.slug, 'Youth panel'],
      [other.slug, 'Children panel'],
      ['no-promise', 'Adults'],
    ] as const)
      await publicBoard(write, slug, name);
    assert.deepEqual((await gates.public.read(nobody, promiseFilters)).boards, [
      { slug: other.slug, name: 'Children panel' },
      { slug: board.slug, name: 'Youth panel' },
    ]);
    const counted = await gates.public.read(nobody, (read) =>
      countPromises(read, { today: '2026-02-02', organisation: school.slug, status: 'not kept' }),
    );
    assert.deepEqual([counted.total, Object.fromEntries(counted.counts)], [1, { 'on track': 1, 'not kept': 1 }]);
  });
});

test('what is overdue is suggested, taken up or set aside in the order of its dates, and readers see where', async () => {
  await rolledBack(async (write, { gates }) => {
    const [school, council] = [await body(write, gates, 'school'), await body(write, gates, 'authority')];
    const board = await council.act('2026-01-05', (inside, who) =>
      recordBoard(inside, who.organisation, `Panel ${council.slug}`),
    );
    const [second, first, third] = [
      await agreed(school, { board: board.slug, due: '2026-05-01' }),
      await agreed(school, { board: board.slug, due: '2026-04-01' }),
      await agreed(school, { board: board.slug, due: '2026-06-01' }),
    ];
    await saidYes(council);
    const suggested = async (iso: string, most?: number) =>
      (await gates.public.read(nobody, (read) => suggestionsFor(read, board.slug, iso, most))).map(({ slug }) => slug);
    assert.deepEqual(await suggested('2026-06-01'), [first.slug, second.slug]);
    assert.deepEqual(await suggested('2026-06-02'), [first.slug, second.slug, third.slug]);
    assert.deepEqual(await suggested('2026-06-02', 1), [first.slug]);
    const [own] = await council.act('2026-06-02', (inside) => workBoards(inside, council.id, board.slug));
    assert.ok(own);
    await council.act('2026-06-02', (inside, who) =>
      recordComing(inside, who, own, { date: '2026-07-01', start: '14:00', place: 'Room 1', mode: 'hybrid' }),
    );
    const [july] = await council.act('2026-06-02', (inside) => workMeetings(inside, council.id, board.slug));
    assert.ok(july);
    assert.deepEqual(
      await council.act('2026-06-02', (inside, who) => recordSetAside(inside, who, july, first.id, ' ')),
      { ok: false, problem: 'no reason' },
    );
    await council.act('2026-06-02', async (inside, who) => {
      assert.equal((await recordTakenUp(inside, who, july, third.id)).ok, true);
      assert.equal((await recordTakenUp(inside, who, july, second.id)).ok, true);
      assert.equal((await recordSetAside(inside, who, july, first.id, ' Heard in May ')).ok, true);
    });
    assert.deepEqual(
      (await council.act('2026-06-02', (inside) => suggestionsAt(inside, council.id, july.id)))
        .map(({ slug, outcome, reason: why, done_on }) => [slug, outcome, why, done_on])
        .toSorted(),
      [
        [first.slug, 'set aside', 'Heard in May', '2026-06-02'],
        [second.slug, 'taken up', null, '2026-06-02'],
        [third.slug, 'taken up', null, '2026-06-02'],
      ].toSorted(),
    );
    assert.deepEqual((await lines(write, first.id)).at(-1), [
      'record',
      'suggestion',
      'Heard in May',
      { outcome: 'set aside', board: board.slug, meeting: july.slug },
    ]);
    const taken = await gates.public.read(nobody, (read) => promisesTakenUp(read, board.slug, july.slug));
    assert.deepEqual(
      taken.map(({ slug, aim }) => [slug, aim]),
      [
        [second.slug, 'ask every class before a rule changes'],
        [third.slug, 'ask every class before a rule changes'],
      ],
    );
    assert.deepEqual(await gates.public.read(nobody, (read) => promisesTakenUp(read, board.slug, '2020-01-01')), []);
    assert.deepEqual((await seen(gates, third.slug))?.takenUp, [
      { board: board.slug, board_name: own.name, meeting: july.slug, date: '2026-07-01' },
    ]);
    assert.deepEqual((await seen(gates, first.slug))?.takenUp, []);
    assert.equal((await promiseRecord(write, school.id, first.slug))?.slug, first.slug);
    assert.equal(await promiseRecord(write, council.id, first.slug), undefined);
  });
});

test('a promise names the practices that it uses, each once; readers see them once it is agreed', async () => {
  await rolledBack(async (write, { gates }) => {
    const school = await body(write, gates, 'school');
    const room = `quiet-room-${school.slug}`;
    await sql`
      insert into published.practice (slug, id, publication, version, organisation, organisation_slug,
        organisation_name, organisation_kind, keeper, keeper_name, title, summary, themes, needs, own_needs, evidence,
        published_on, reviewed_on, review_due, counts_until, state, body, folded_title, folded)
      values (${room}, ${newId()}, ${await publication(write, 'practice', room)}, 1, ${school.id}, ${school.slug},
        'School', 'school', ${school.id}, 'Keeper', 'A quiet room', 'It did', '{}', '{}', '{}', 'said', '2026-01-01',
        '2026-01-01', '2027-01-01', '2027-01-01', 'published', '', '', '')`.execute(write);
    const names = (id: string) =>
      school.act('2026-01-20', (inside, who) => recordPractices(inside, who, id, [room, room]));
    const live = await agreed(school);
    const only = await school.act('2026-01-10', (inside, who) => recordPromise(inside, who, draft));
    assert.deepEqual(await names(live.id), { ok: true, value: null });
    assert.deepEqual(await names(only.id), { ok: true, value: null });
    assert.deepEqual((await lines(write, live.id)).at(-1), ['record', 'promise', null, { practices: [room] }]);
    assert.deepEqual((await seen(gates, live.slug))?.practices, [room]);
    // The practice's own page tells of the promise from then on.
    const uses = await write.selectFrom('published.practice_use').selectAll().where('promise', '=', live.id).execute();
    assert.equal(uses.length, 1);
    assert.equal(await seen(gates, only.slug), undefined);
    await school.act('2026-01-21', (inside, who) =>
      agreePromise(inside, who, only.id, { by: 'Head', link: null, on: '2026-01-21' }, site),
    );
    assert.deepEqual((await seen(gates, only.slug))?.practices, [room]);
    // One that has ended otherwise than kept names none any more.
    await ends(school, live.id, '2026-01-22', { state: 'not kept', reason });
    assert.deepEqual(await names(live.id), { ok: false, problem: { code: 'wrong state', state: 'not kept' } });
  });
});

test('a promise that young people answered can be withdrawn only to protect somebody, and by whoever made it', async () => {
  await rolledBack(async (write, { gates }) => {
    const [school, group, council] = [
      await body(write, gates, 'school'),
      await body(write, gates, 'group'),
      await body(write, gates, 'group'),
    ];
    for (const one of [group, council]) await one.act('2026-01-02', (inside, who) => showGroup(inside, who));
    const [answered, plain] = [await agreed(school), await agreed(school)];
    for (const { id } of [answered, plain]) {
      await school.act('2026-01-20', (inside, who) =>
        recordEvidence(inside, who, id, { ...evidence, dated: '2026-01-20' }),
      );
      await ends(school, id, '2026-01-20');
    }
    const asks = (id: string, by: Body) =>
      school.act('2026-01-20', (inside, who) => inviteToConfirm(inside, who, id, [by.slug], site));
    await asks(answered.id, group);
    await asks(plain.id, council);
    const [question] = await group.act('2026-01-21', (inside) => askedOfGroup(inside, group.id));
    await group.act('2026-01-21', (inside, who) =>
      answerConfirmation(inside, who, question?.id ?? '', { answer: 'no', people: 12, words: null }, site),
    );
    const found = (slug: string, by = school) =>
      by.act('2026-01-22', (inside, who) => promiseWithdrawal.find(inside, who, { promise: slug }));
    const standing = await found(answered.slug);
    assert.ok(standing);
    assert.deepEqual(standing.only?.reasons, ['personal', 'asked', 'unlawful']);
    assert.equal(standing.title, 'We will ask every class before a rule changes');
    // A question without an answer binds nobody.
    assert.equal((await found(plain.slug))?.only, null);
    assert.equal(await found(answered.slug, group), undefined);
  });
});
