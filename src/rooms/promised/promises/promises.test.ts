import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { nobody, type Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { recordBoard } from '#rooms/decided/boards/index.js';
import { answerNaming, namedByOthers, namingsOf } from '#rooms/ground/people/index.js';
import { rolledBack } from '#test/house.js';
import { body } from '#test/leads.js';
import { waitingLetters } from '#test/letters.js';
import {
  agreePromise,
  recordEnd,
  recordEvidence,
  recordNewDate,
  recordNews,
  recordPromise,
  recordPromiseDraft,
  withdrawDraft,
  withdrawEvidence,
} from './acts.js';
import { answerConfirmation, inviteToConfirm, showGroup, withdrawWords } from './confirmations.js';
import { askedOf, askedOfGroup, promiseRecord, promisesOf } from './lookups.js';
import { publishedPromise, suggestionsFor } from './published.js';
import { agreed, draft, evidence, site } from './test/promise-agreed.js';

const refused = { code: '42501' };

async function rolledBackTo<T>(write: Write, work: () => Promise<T>): Promise<T> {
  await sql`savepoint before`.execute(write);
  try {
    return await work();
  } finally {
    await sql`rollback to savepoint before`.execute(write);
  }
}

test('a promise travels from a draft to kept and confirmed by young people, and readers see every step', async () => {
  await rolledBack(async (write, { gates }) => {
    const school = await body(write, gates, 'school');
    const group = await body(write, gates, 'group', { part_of: school.slug });
    const seen = (slug: string) => gates.public.read(nobody, (read) => publishedPromise(read, slug));

    const { id, slug } = await school.act('2026-01-10', (inside, who) =>
      recordPromise(inside, who, { ...draft, owner: null, due: null }),
    );
    assert.equal(slug, `${school.slug}-1`);
    assert.equal(await seen(slug), undefined);
    assert.deepEqual(
      await school.act('2026-01-10', (inside, who) =>
        agreePromise(inside, who, id, { by: 'Governing body', link: null, on: '2026-01-10' }, site),
      ),
      { ok: false, problem: { code: 'not ready', missing: ['owner', 'due'] } },
    );
    assert.equal(await seen(slug), undefined);

    await school.act('2026-01-11', (inside, who) => recordPromiseDraft(inside, who, id, draft));
    assert.deepEqual(
      await school.act('2026-01-11', (inside, who) =>
        agreePromise(inside, who, id, { by: 'Governing body', link: '/boards/b/meetings/m', on: '2026-01-12' }, site),
      ),
      { ok: false, problem: { code: 'date in the future' } },
    );
    assert.equal(
      (
        await school.act('2026-01-12', (inside, who) =>
          agreePromise(inside, who, id, { by: 'Governing body', link: '/boards/b/meetings/m', on: '2026-01-12' }, site),
        )
      ).ok,
      true,
    );
    const first = await seen(slug);
    assert.deepEqual(
      [first?.aim, first?.steps, first?.effect, first?.state, first?.counts_until, first?.agreed_link],
      [
        'ask every class before a rule changes',
        ['putting the question to each class', 'writing up what was said'],
        'see what your words changed',
        'agreed',
        '2026-12-01',
        '/boards/b/meetings/m',
      ],
    );
    // What was agreed is no draft any more.
    assert.deepEqual(await school.act('2026-01-13', (inside, who) => recordPromiseDraft(inside, who, id, draft)), {
      ok: false,
      problem: { code: 'wrong state', state: 'agreed' },
    });
    assert.deepEqual(await school.act('2026-01-13', (inside, who) => withdrawDraft(inside, who, id)), {
      ok: false,
      problem: { code: 'wrong state', state: 'agreed' },
    });

    await school.act('2026-03-01', (inside, who) =>
      recordNews(inside, who, id, { body: 'Two classes asked.', atRisk: true }),
    );
    assert.deepEqual(
      await school.act('2026-03-02', (inside, who) => recordNewDate(inside, who, id, '2026-03-01', 'no')),
      { ok: false, problem: { code: 'date in the past' } },
    );
    await school.act('2026-03-02', (inside, who) => recordNewDate(inside, who, id, '2027-02-01', 'Exams'));
    await school.act('2026-03-03', (inside, who) => recordNewDate(inside, who, id, '2027-03-01', 'More exams'));
    const moved = await seen(slug);
    assert.deepEqual(
      [moved?.state, moved?.at_risk, moved?.due, moved?.first_due, moved?.moves],
      ['under way', true, '2027-03-01', '2026-12-01', 2],
    );

    // Kept needs evidence, and the evidence a day that has been.
    const kept = { state: 'kept', on: '2026-06-01', by: 'Deputy head', reason: null, replacement: null } as const;
    assert.deepEqual(await school.act('2026-06-01', (inside, who) => recordEnd(inside, who, id, kept)), {
      ok: false,
      problem: { code: 'no evidence' },
    });
    assert.deepEqual(
      await school.act('2026-06-01', (inside, who) =>
        recordEvidence(inside, who, id, { ...evidence, dated: '2026-06-02' }),
      ),
      { ok: false, problem: { code: 'date in the future' } },
    );
    const added = await school.act('2026-06-01', (inside, who) => recordEvidence(inside, who, id, evidence));
    assert.ok(added.ok);
    assert.deepEqual(
      await school.act('2026-06-01', (inside, who) => inviteToConfirm(inside, who, id, [group.slug], site)),
      { ok: false, problem: { code: 'wrong state', state: 'under way' } },
    );
    assert.equal((await school.act('2026-06-01', (inside, who) => recordEnd(inside, who, id, kept))).ok, true);
    assert.deepEqual(
      [(await seen(slug))?.evidence, (await seen(slug))?.kept_on, (await seen(slug))?.counts_until],
      ['shown', '2026-06-01', '2027-06-01'],
    );
    assert.deepEqual(
      await school.act('2026-06-02', (inside, who) =>
        withdrawEvidence(inside, who, id, added.value.evidence, 'Wrong file'),
      ),
      { ok: false, problem: { code: 'last evidence' } },
    );

    // Only a group that readers know of can be asked, and only once at a time.
    assert.deepEqual(
      await school.act('2026-06-02', (inside, who) => inviteToConfirm(inside, who, id, [group.slug], site)),
      { ok: false, problem: { code: 'no such group' } },
    );
    await group.act('2026-06-02', (inside, who) => showGroup(inside, who));
    assert.deepEqual(
      await school.act('2026-06-02', (inside, who) => inviteToConfirm(inside, who, id, [group.slug], site)),
      { ok: true, value: null },
    );
    assert.deepEqual(
      await school.act('2026-06-02', (inside, who) => inviteToConfirm(inside, who, id, [group.slug], site)),
      { ok: false, problem: { code: 'asked already' } },
    );
    const [asked] = await group.act('2026-06-03', (inside) => askedOfGroup(inside, group.id));
    assert.ok(asked);
    assert.deepEqual([asked.slug, asked.answer], [slug, null]);

    // Nine are heard and not counted; ten confirm it.
    assert.deepEqual(
      await group.act('2026-06-03', (inside, who) =>
        answerConfirmation(inside, who, asked.id, { answer: 'yes', people: 9, words: 'Mostly.' }, site),
      ),
      { ok: true, value: null },
    );
    assert.deepEqual(
      await group.act('2026-06-03', (inside, who) =>
        answerConfirmation(inside, who, asked.id, { answer: 'no', people: 9, words: null }, site),
      ),
      { ok: false, problem: 'answered already' },
    );
    const nine = await seen(slug);
    assert.deepEqual(
      [
        nine?.evidence,
        nine?.confirmed_on,
        nine?.last_answer,
        nine?.confirmations.map(({ people, words }) => [people, words]),
      ],
      ['shown', null, 'yes', [[null, 'Mostly.']]],
    );
    assert.doesNotMatch(JSON.stringify(nine), /\b9\b/);
    // Asked again only with news, or after a term: else somebody could ask until the group says yes.
    const askAgain = (on: string) =>
      school.act(on, (inside, who) => inviteToConfirm(inside, who, id, [group.slug], site));
    assert.deepEqual(await askAgain('2026-06-04'), {
      ok: false,
      problem: { code: 'asked too soon', group: (await seen(slug))?.confirmations[0]?.group_name, from: '2026-09-03' },
    });
    await school.act('2026-06-04', (inside, who) =>
      recordEvidence(inside, who, id, { ...evidence, title: 'The wall' }),
    );
    assert.deepEqual(await askAgain('2026-06-04'), { ok: true, value: null });
    const again = (await group.act('2026-06-05', (inside) => askedOfGroup(inside, group.id))).find(
      ({ answer }) => answer === null,
    );
    assert.equal(
      (
        await group.act('2026-06-05', (inside, who) =>
          answerConfirmation(inside, who, again?.id ?? '', { answer: 'yes', people: 10, words: null }, site),
        )
      ).ok,
      true,
    );
    const confirmed = await seen(slug);
    assert.deepEqual(
      [confirmed?.evidence, confirmed?.confirmed_on, confirmed?.confirmations.map(({ people }) => people)],
      ['confirmed', '2026-06-05', [null, 10]],
    );
    assert.deepEqual(
      confirmed?.events.map(({ kind }) => kind),
      ['answered', 'asked', 'evidence', 'answered', 'asked', 'ended', 'evidence', 'moved', 'moved', 'news', 'agreed'],
    );
    // Words that show somebody are taken back by the group alone, and stand in no history.
    assert.doesNotMatch(JSON.stringify(confirmed?.events), /Mostly/);
    assert.equal(await school.act('2026-06-05', (inside, who) => withdrawWords(inside, who, asked.id)), false);
    assert.equal(await group.act('2026-06-05', (inside, who) => withdrawWords(inside, who, asked.id)), true);
    assert.deepEqual(
      (await seen(slug))?.confirmations.map(({ answer, words, words_taken_back_on }) => [
        answer,
        words,
        words_taken_back_on,
      ]),
      [
        ['yes', null, '2026-06-05'],
        ['yes', null, null],
      ],
    );
    // What whoever promised does later does not take away what young people said.
    await school.act('2026-06-06', (inside, who) => recordEvidence(inside, who, id, { ...evidence, title: 'More' }));
    assert.deepEqual(
      [(await seen(slug))?.evidence, (await seen(slug))?.confirmed_on, (await seen(slug))?.last_answer],
      ['confirmed', '2026-06-05', 'yes'],
    );
    const rows = await waitingLetters(write);
    assert.deepEqual(
      rows.map(({ recipient }) => recipient),
      [
        `${group.slug}@example.org`,
        `${school.slug}@example.org`,
        `${group.slug}@example.org`,
        `${school.slug}@example.org`,
      ],
    );
    for (const letter of rows) assert.doesNotMatch(letter.body, /Mostly|ask every class/);
  });
});

test('an end other than kept says why and who decided, and stays in public', async () => {
  await rolledBack(async (write, { gates }) => {
    const school = await body(write, gates, 'school');
    const [one, other] = [await agreed(school), await agreed(school)];
    const reason = { kind: 'money', words: 'The grant ended.' } as const;
    assert.deepEqual(
      await school.act('2026-03-01', (inside, who) =>
        recordEnd(inside, who, one.id, {
          state: 'replaced',
          on: '2026-03-01',
          by: 'Governors',
          reason,
          replacement: 'nothing-1',
        }),
      ),
      { ok: false, problem: { code: 'no such promise' } },
    );
    assert.deepEqual(
      await school.act('2026-03-01', (inside, who) =>
        recordEnd(inside, who, one.id, {
          state: 'replaced',
          on: '2026-03-01',
          by: 'Governors',
          reason,
          replacement: one.slug,
        }),
      ),
      { ok: false, problem: { code: 'no such promise' } },
    );
    assert.equal(
      (
        await school.act('2026-03-01', (inside, who) =>
          recordEnd(inside, who, one.id, {
            state: 'replaced',
            on: '2026-03-01',
            by: 'Governors',
            reason,
            replacement: other.slug,
          }),
        )
      ).ok,
      true,
    );
    assert.equal(
      (
        await school.act('2026-03-01', (inside, who) =>
          recordEnd(inside, who, other.id, {
            state: 'not kept',
            on: '2026-03-01',
            by: 'Governors',
            reason,
            replacement: null,
          }),
        )
      ).ok,
      true,
    );
    const seen = await gates.public.read(nobody, (read) => publishedPromise(read, other.slug));
    assert.deepEqual(
      [seen?.state, seen?.reason_kind, seen?.reason, seen?.ended_by, seen?.counts_until],
      ['not kept', 'money', 'The grant ended.', 'Governors', null],
    );
    await assert.rejects(
      school
        .act('2026-03-02', (inside, who) =>
          recordEnd(inside, who, one.id, {
            state: 'withdrawn',
            on: '2026-03-02',
            by: 'x',
            reason: null,
            replacement: null,
          }),
        )
        .then((answer) => (answer.ok ? null : Promise.reject(new Error(answer.problem.code)))),
      /wrong state/,
    );
    // The database holds the rules too: no live promise without an owner, no end without its reason.
    await assert.rejects(
      gates.work.write(school.standing, (inside) =>
        sql`update record.promise set owner = null where id = ${one.id}`.execute(inside),
      ),
      /promise_agreed_is_whole/,
    );
    await assert.rejects(
      gates.work.write(school.standing, (inside) =>
        sql`update record.promise set reason = null where id = ${one.id}`.execute(inside),
      ),
      /promise_end_has_reason/,
    );
  });
});

test('the history only grows, and nobody answers for young people', async () => {
  await rolledBack(async (write, { gates }) => {
    const [school, group, other] = [
      await body(write, gates, 'school'),
      await body(write, gates, 'group'),
      await body(write, gates, 'school'),
    ];
    const { id, slug } = await agreed(school);
    await group.act('2026-02-01', (inside, who) => showGroup(inside, who));
    await school.act('2026-02-01', (inside, who) =>
      recordEvidence(inside, who, id, { ...evidence, dated: '2026-01-11' }),
    );
    await school.act('2026-02-01', (inside, who) =>
      recordEnd(inside, who, id, { state: 'kept', on: '2026-02-01', by: 'Head', reason: null, replacement: null }),
    );
    await school.act('2026-02-01', (inside, who) => inviteToConfirm(inside, who, id, [group.slug], site));
    const [asked] = await school.act('2026-02-01', (inside) => askedOf(inside, school.id, id));
    assert.ok(asked);
    for (const change of [
      sql`update record.promise_event set body = 'changed'`,
      sql`delete from record.promise_event`,
      sql`update published.promise_event set body = 'changed'`,
      sql`delete from published.promise_event`,
      sql`update record.confirmation set answer = 'yes', people = 40, answered_on = '2026-02-02' where id = ${asked.id}`,
      sql`update published.confirmation set answer = 'yes' where id = ${asked.id}`,
      sql`insert into record.confirmation (organisation, id, promise, group_organisation, group_name, asked_by,
        asked_on, answer, people, answered_on)
        values (${school.id}, ${newId()}, ${id}, ${group.id}, 'x', ${school.id}, '2026-02-01', 'yes', 40,
        '2026-02-01')`,
      sql`delete from published.promise`,
    ]) {
      await assert.rejects(
        gates.work.write(school.standing, (inside) => change.execute(inside)),
        refused,
      );
    }
    for (const table of ['record.promise_event', 'published.promise_event'])
      await rolledBackTo(write, () =>
        assert.rejects(sql`update ${sql.table(table)} set body = 'changed'`.execute(write), refused),
      );
    // Neither whoever promised nor a third one comes in by the way of answering.
    for (const wrong of [school, other]) {
      const answer: unknown = await wrong.act('2026-02-02', (inside, who) =>
        answerConfirmation(inside, who, asked.id, { answer: 'yes', people: 30, words: null }, site),
      );
      assert.deepEqual(answer, { ok: false, problem: 'not there' });
    }
    // A third organisation neither sees nor changes anything of it, in the record or in what readers see.
    assert.deepEqual(
      await other.act('2026-02-02', async (inside) => [
        await promiseRecord(inside, school.id, slug),
        await promisesOf(inside, school.id),
        await askedOf(inside, school.id, id),
        await askedOfGroup(inside, group.id),
      ]),
      [undefined, [], [], []],
    );
    assert.deepEqual(
      await other.act('2026-02-02', (inside, who) =>
        recordNews(inside, { ...who, organisation: school.id }, id, { body: 'x', atRisk: false }),
      ),
      { ok: false, problem: { code: 'not there' } },
    );
    for (const change of [
      sql`update published.promise set aim = 'mine' where id = ${id}`,
      sql`insert into published.evidence (id, promise, organisation, kind, title, dated, strength, added_on)
        values (${newId()}, ${id}, ${school.id}, 'document', 'x', '2026-01-01', 'said', '2026-01-01')`,
    ])
      await assert.rejects(
        gates.work.write(other.standing, (inside) => change.execute(inside)),
        refused,
      );
    // The public gate sees no number below ten even in the table.
    await assert.rejects(
      rolledBackTo(write, () => sql`update published.confirmation set people = 9`.execute(write)),
      /published_confirmation_enough/,
    );
  });
});

test('another organisation’s board is named in public only after its yes, which it can take back; only it answers', async () => {
  await rolledBack(async (write, { gates }) => {
    const [school, council, other] = [
      await body(write, gates, 'school'),
      await body(write, gates, 'authority'),
      await body(write, gates, 'school'),
    ];
    const board = await council.act('2026-01-05', (inside, who) =>
      recordBoard(inside, who.organisation, `Panel ${council.slug}`),
    );
    const named = await agreed(school, { board: board.slug, due: '2026-11-01' });
    const own = await agreed(council, { board: board.slug });
    const seen = (slug: string) =>
      gates.public.read(nobody, async (read) => (await publishedPromise(read, slug))?.board);
    const listed = (on: string) => gates.public.read(nobody, (read) => suggestionsFor(read, board.slug, on));
    assert.deepEqual(
      [await seen(named.slug), await seen(own.slug), (await listed('2027-01-01')).length],
      [null, board.slug, 1],
      'one’s own board needs no yes',
    );
    const [waiting] = await school.act('2026-01-10', (inside) => namingsOf(inside, school.id, named.id));
    assert.ok(waiting && waiting.answer === null);
    assert.ok(
      (await waitingLetters(write)).some(
        ({ recipient, subject }) => recipient === `${council.slug}@example.org` && subject.startsWith('May we name'),
      ),
    );
    // Whoever names does not answer, nor does anybody else; nothing but a question is written.
    for (const by of [school, other])
      assert.equal(await by.act('2026-01-11', (inside, who) => answerNaming(inside, who, waiting.id, 'yes')), false);
    await assert.rejects(
      rolledBackTo(write, () =>
        school.act('2026-01-11', (inside) =>
          sql`update record.naming set answer = 'yes', answered_on = '2026-01-11' where id = ${waiting.id}`.execute(
            inside,
          ),
        ),
      ),
      refused,
    );
    await assert.rejects(
      rolledBackTo(write, () =>
        school.act('2026-01-11', (inside) =>
          sql`update published.promise set board = ${board.slug} where id = ${named.id} returning board`
            .execute(inside)
            .then(({ rows }) => assert.deepEqual(rows, [{ board: board.slug }])),
        ),
      ),
      /deep-equal/,
    );
    assert.deepEqual((await other.act('2026-01-11', (inside) => namedByOthers(inside, other.id, {}, 9))).rows, []);
    const answer = (said: 'yes' | 'no') =>
      council.act('2026-01-12', (inside, who) => answerNaming(inside, who, waiting.id, said));
    assert.equal(await answer('yes'), true);
    assert.equal(await seen(named.slug), board.slug);
    // Drawn again by an act of its own, the yes still holds.
    assert.ok(
      (
        await school.act('2026-02-01', (inside, who) =>
          recordNews(inside, who, named.id, { body: 'Begun', atRisk: false }),
        )
      ).ok,
    );
    assert.equal(await seen(named.slug), board.slug);
    assert.equal(await answer('yes'), false, 'said already');
    assert.equal(await answer('no'), true);
    assert.ok(
      (
        await school.act('2026-02-02', (inside, who) =>
          recordNews(inside, who, named.id, { body: 'Going on', atRisk: false }),
        )
      ).ok,
    );
    assert.deepEqual([await seen(named.slug), (await listed('2027-01-01')).length], [null, 1]);
  });
});
