import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { runDaily } from '#kit/daily/daily.js';
import { nobody, type Standing, type Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { recordBoard } from '#rooms/decided/boards/index.js';
import { recordAgenda, recordComing, recordMeeting, workBoards, workMeetings } from '#rooms/decided/meetings/index.js';
import { answerNaming, namedByOthers, namingsOf } from '#rooms/ground/people/index.js';
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
import { answerConfirmation, inviteToConfirm, showGroup, withdrawWords, withdrawYes } from './confirmations.js';
import { askedOf, askedOfGroup, promiseRecord, promisesOf } from './lookups.js';
import { publishedPromise, publishedPromises, suggestionsFor } from './published.js';
import { remindOfPromises } from './reminder-letters.js';
import { answersOf } from './rules.js';
import { openSuggestions, recordSetAside, recordTakenUp, suggestionsAt } from './suggestions.js';
import { agreed, draft, evidence, saidYes, site } from './test/promise-agreed.js';
import { standingWords } from './view-words.js';

const refused = { code: '42501' };

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

test('the last counted answer of a group stands: a later no ends "confirmed by young people", and the page says so', async () => {
  await rolledBack(async (write, { gates }) => {
    const school = await body(write, gates, 'school');
    const [council, forum] = [
      await body(write, gates, 'group', { part_of: school.slug }),
      await body(write, gates, 'group'),
    ];
    for (const group of [council, forum]) await group.act('2026-01-02', (inside, who) => showGroup(inside, who));
    const { id, slug } = await agreed(school);
    const shows = (title: string, on: string) =>
      school.act(on, (inside, who) => recordEvidence(inside, who, id, { ...evidence, title, dated: '2026-02-01' }));
    const first = await shows('The list', '2026-02-01');
    assert.ok(first.ok);
    await school.act('2026-02-01', (inside, who) =>
      recordEnd(inside, who, id, { state: 'kept', on: '2026-02-01', by: 'Head', reason: null, replacement: null }),
    );
    const asks = (group: Body, on: string) =>
      school.act(on, (inside, who) => inviteToConfirm(inside, who, id, [group.slug], site));
    const says = async (group: Body, on: string, answer: 'yes' | 'partly' | 'no', people: number) => {
      const open = (await group.act(on, (inside) => askedOfGroup(inside, group.id))).find((one) => one.answer === null);
      assert.equal(
        (
          await group.act(on, (inside, who) =>
            answerConfirmation(inside, who, open?.id ?? '', { answer, people, words: null }, site),
          )
        ).ok,
        true,
      );
      const page = await gates.public.read(nobody, (read) => publishedPromise(read, slug));
      return [page?.confirmed_on, page?.evidence, page?.events[0]?.detail.stands];
    };
    await asks(council, '2026-02-02');
    assert.deepEqual(await says(council, '2026-02-03', 'yes', 12), ['2026-02-03', 'confirmed', 'confirmed']);
    // Evidence that was there before, and evidence that was taken back, is no news.
    const gone = await shows('Gone again', '2026-02-04');
    assert.ok(gone.ok);
    await school.act('2026-02-04', (inside, who) => withdrawEvidence(inside, who, id, gone.value.evidence, 'Wrong'));
    assert.equal((await asks(council, '2026-05-02')).ok, false);
    assert.equal((await asks(council, '2026-05-03')).ok, true);
    assert.deepEqual(
      await says(council, '2026-05-04', 'no', 9),
      ['2026-02-03', 'confirmed', undefined],
      'nine are heard and change nothing',
    );
    await shows('New list', '2026-05-05');
    assert.equal((await asks(council, '2026-05-05')).ok, true);
    assert.deepEqual(await says(council, '2026-05-06', 'no', 12), [null, 'shown', 'no longer confirmed']);
    // A group goes down by itself, and up only when it is asked.
    const own = async (on: string, answer: 'yes' | 'no', of: Body = council) => {
      const yes = (await of.act(on, (inside) => askedOfGroup(inside, of.id))).find(
        (one) => one.answer === 'yes' && one.slug === slug,
      );
      return of.act(on, (inside, who) =>
        withdrawYes(inside, who, yes?.id ?? '', { answer, people: 12, words: null }, site),
      );
    };
    assert.deepEqual(await own('2026-05-06', 'no'), { ok: false, problem: 'no yes' }, 'its last answer is a no');
    // Nor is another group found that says yes.
    assert.equal((await asks(forum, '2026-05-07')).ok, true);
    assert.deepEqual(await says(forum, '2026-05-07', 'yes', 200), [null, 'shown', undefined]);
    await shows('The last list', '2026-05-08');
    assert.deepEqual(
      await school.act('2026-05-08', (inside, who) => recordEvidence(inside, who, id, evidence).then(({ ok }) => ok)),
      true,
    );
    const page = await gates.public.read(nobody, (read) => publishedPromise(read, slug));
    assert.deepEqual(
      [page?.confirmed_on, page?.evidence],
      [null, 'shown'],
      'what whoever promised does does not bring it back',
    );
    assert.match(
      standingWords(answersOf(page?.confirmations ?? []), page?.events ?? []).join(' '),
      /said on 6 May 2026: “No, it was not kept”\. Before that, young people had confirmed it\./,
    );
    assert.equal((await asks(council, '2026-05-09')).ok, true);
    assert.deepEqual(await says(council, '2026-05-10', 'yes', 12), ['2026-05-10', 'confirmed', 'confirmed']);
    assert.deepEqual(await own('2026-05-11', 'yes', forum), { ok: false, problem: 'no yes' });
    assert.deepEqual(await own('2026-05-11', 'no', forum), { ok: true, value: null });
    const after = await gates.public.read(nobody, (read) => publishedPromise(read, slug));
    assert.deepEqual(
      [after?.confirmed_on, after?.events[0]?.kind, after?.events[0]?.detail.stands],
      [null, 'answered', 'no longer confirmed'],
    );
    assert.equal((await asks(forum, '2026-05-12')).ok, false);
  });
});

test('readers see which group was brought here by whoever promised, or is a part of it', async () => {
  await rolledBack(async (write, { gates }) => {
    const [school, other] = [await body(write, gates, 'school'), await body(write, gates, 'school')];
    const [part, invited, elsewhere, free] = [
      await body(write, gates, 'group', { part_of: school.slug }),
      await body(write, gates, 'group'),
      await body(write, gates, 'group', { part_of: other.slug }),
      await body(write, gates, 'group'),
    ];
    const comes = (by: Body, group: Body) =>
      sql`insert into record.invitation (organisation, token_hash, email, name, kind, role, return_to, created_at,
        expires_at, used_at, joined) values (${by.id}, sha256(${group.slug}::bytea), 'x@example.org', 'A group',
        'group', 'lead', '/work', ${day('2026-01-01')}, ${day('2026-01-31')}, ${day('2026-01-02')},
        ${group.id})`.execute(write);
    await comes(school, invited);
    await comes(other, free);
    // Through one more, through two more, and through a part of one's own; a ring of invitations ends.
    const [puppet, second, trust] = [
      await body(write, gates, 'programme'),
      await body(write, gates, 'association'),
      await body(write, gates, 'trust', { part_of: school.slug }),
    ];
    const [near, far, inner] = [
      await body(write, gates, 'group'),
      await body(write, gates, 'group', { part_of: second.slug }),
      await body(write, gates, 'group'),
    ];
    for (const [by, who] of [
      [school, puppet],
      [puppet, near],
      [puppet, second],
      [second, school],
      [trust, inner],
    ] as const)
      await comes(by, who);
    const groups = [part, invited, elsewhere, free, near, far, inner];
    for (const group of groups) await group.act('2026-01-02', (inside, who) => showGroup(inside, who));
    const { id, slug } = await agreed(school);
    await school.act('2026-02-01', (inside, who) =>
      recordEvidence(inside, who, id, { ...evidence, dated: '2026-02-01' }),
    );
    await school.act('2026-02-01', (inside, who) =>
      recordEnd(inside, who, id, { state: 'kept', on: '2026-02-01', by: 'Head', reason: null, replacement: null }),
    );
    assert.equal(
      (
        await school.act('2026-02-02', (inside, who) =>
          inviteToConfirm(
            inside,
            who,
            id,
            groups.map((one) => one.slug),
            site,
          ),
        )
      ).ok,
      true,
    );
    const ties = async () =>
      new Map(
        ((await gates.public.read(nobody, (read) => publishedPromise(read, slug)))?.confirmations ?? []).map((one) => [
          one.group_slug,
          one.tie,
        ]),
      );
    assert.deepEqual([...(await ties())], [[null, null]], 'who has not answered is not named, nor whose it is');
    for (const group of groups) {
      const [open] = await group.act('2026-02-03', (inside) => askedOfGroup(inside, group.id));
      assert.equal(
        (
          await group.act('2026-02-03', (inside, who) =>
            answerConfirmation(inside, who, open?.id ?? '', { answer: 'yes', people: 12, words: null }, site),
          )
        ).ok,
        true,
      );
    }
    const told = await ties();
    assert.deepEqual(
      groups.map((one) => told.get(one.slug)),
      ['part', 'invited', null, null, 'through', 'through', 'through'],
    );
    // A ring of invitations leads back to whoever promised: it did not come here through itself.
    const { rows: own } = await sql<{
      tie: string | null;
    }>`select record.tie_of(${school.id}::uuid, ${school.slug}) as tie`.execute(write);
    assert.deepEqual(own, [{ tie: null }]);
    // A "yes" that a group takes back by itself says it too.
    const [yes] = await invited.act('2026-02-04', (inside) => askedOfGroup(inside, invited.id));
    assert.equal(
      (
        await invited.act('2026-02-04', (inside, who) =>
          withdrawYes(inside, who, yes?.id ?? '', { answer: 'no', people: 12, words: null }, site),
        )
      ).ok,
      true,
    );
    assert.equal((await ties()).get(invited.slug), 'invited');
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

test('a group of young people that was asked is named by its own answer, not by the question', async () => {
  await rolledBack(async (write, { gates }) => {
    const [school, group] = [await body(write, gates, 'school'), await body(write, gates, 'group')];
    const { id, slug } = await agreed(school);
    await group.act('2026-02-01', (inside, who) => showGroup(inside, who));
    await school.act('2026-02-01', (inside, who) =>
      recordEvidence(inside, who, id, {
        kind: 'figure',
        title: 'All',
        url: null,
        dated: '2026-02-01',
        strength: 'said',
      }),
    );
    assert.ok(
      (
        await school.act('2026-02-02', (inside, who) =>
          recordEnd(inside, who, id, { state: 'kept', on: '2026-02-02', by: 'Head', reason: null, replacement: null }),
        )
      ).ok,
    );
    assert.ok(
      (await school.act('2026-02-03', (inside, who) => inviteToConfirm(inside, who, id, [group.slug], site))).ok,
    );
    const seen = async () => JSON.stringify(await gates.public.read(nobody, (read) => publishedPromise(read, slug)));
    const name = (
      await write.selectFrom('record.organisation').select('name').where('id', '=', group.id).executeTakeFirstOrThrow()
    ).name;
    assert.ok(!(await seen()).includes(name) && !(await seen()).includes(group.slug), 'asked is no claim of the group');
    const [asked] = await group.act('2026-02-04', (inside) => askedOfGroup(inside, group.id));
    assert.ok(
      (
        await group.act('2026-02-04', (inside, who) =>
          answerConfirmation(inside, who, asked?.id ?? '', { answer: 'yes', people: 12, words: null }, site),
        )
      ).ok,
    );
    assert.ok((await seen()).includes(name));
  });
});

test('a meeting that the clerk works on outlives the paper that announced it', async () => {
  await rolledBack(async (write, { gates }) => {
    const [school, council] = [await body(write, gates, 'school'), await body(write, gates, 'authority')];
    const board = await council.act('2026-01-05', (inside, who) =>
      recordBoard(inside, who.organisation, `Panel ${council.slug}`),
    );
    const late = await agreed(school, { board: board.slug, due: '2026-11-01' });
    await saidYes(council);
    const where = { organisation: council.id, board: board.id };
    const paper = { contact: null, notices: [], leftovers: [], membership: null, items: [] };
    const mentioned = (date: string) => ({ date, start: null, place: null, mode: null });
    const first = await council.act('2026-12-01', async (inside) => {
      const { id } = await recordMeeting(inside, where, mentioned('2026-12-10'));
      await recordAgenda(inside, where, id, { ...paper, next: mentioned('2027-02-01') });
      await recordMeeting(inside, where, mentioned('2027-02-01'));
      return id;
    });
    const days = () =>
      council.act('2026-12-11', async (inside) =>
        (await workMeetings(inside, council.id, board.slug)).map(({ date }) => date),
      );
    // Announced only: another day takes its place.
    await council.act('2026-12-11', async (inside) => {
      await recordAgenda(inside, where, first, { ...paper, next: mentioned('2027-02-08') });
      await recordMeeting(inside, where, mentioned('2027-02-08'));
    });
    assert.deepEqual(await days(), ['2027-02-08', '2026-12-10']);
    const [february] = await council.act('2026-12-11', (inside) => workMeetings(inside, council.id, board.slug));
    assert.ok(february);
    assert.equal(
      (await council.act('2026-12-11', (inside, who) => recordSetAside(inside, who, february, late.id, 'Not yet.'))).ok,
      true,
    );
    await council.act('2026-12-12', (inside) =>
      recordAgenda(inside, where, first, { ...paper, next: mentioned('2027-02-15') }),
    );
    assert.deepEqual(await days(), ['2027-02-08', '2026-12-10']);
  });
});

async function rolledBackTo<T>(write: Write, work: () => Promise<T>): Promise<T> {
  await sql`savepoint before`.execute(write);
  try {
    return await work();
  } finally {
    await sql`rollback to savepoint before`.execute(write);
  }
}

test('a draft that nobody wants goes, evidence that shows somebody is taken back, and an unknown practice is named', async () => {
  await rolledBack(async (write, { gates }) => {
    const school = await body(write, gates, 'school');
    const made = await school.act('2026-01-10', (inside, who) => recordPromise(inside, who, draft));
    assert.equal((await school.act('2026-01-10', (inside, who) => withdrawDraft(inside, who, made.id))).ok, true);
    assert.deepEqual(await school.act('2026-01-10', (inside) => promisesOf(inside, school.id)), []);
    const { id, slug } = await agreed(school);
    assert.deepEqual(
      await school.act('2026-01-11', (inside, who) => recordPractices(inside, who, id, ['nothing-of-the-kind'])),
      { ok: false, problem: { code: 'no such practice', practices: ['nothing-of-the-kind'] } },
    );
    const photo = await school.act('2026-02-01', (inside, who) =>
      recordEvidence(inside, who, id, { ...evidence, kind: 'photo', dated: '2026-01-20' }),
    );
    assert.ok(photo.ok);
    assert.equal(
      (
        await school.act('2026-02-02', (inside, who) =>
          withdrawEvidence(inside, who, id, photo.value.evidence, 'A face could be seen.'),
        )
      ).ok,
      true,
    );
    const seen = await gates.public.read(nobody, (read) => publishedPromise(read, slug));
    assert.deepEqual(
      seen?.proof.map(({ url, taken_back_on, taken_back_because }) => [url, taken_back_on, taken_back_because]),
      [[null, '2026-02-02', 'A face could be seen.']],
    );
    assert.equal(seen?.evidence, null);
  });
});

test('promises are found by status, theme, organisation and board, and counted on the way', async () => {
  await rolledBack(async (write, { gates }) => {
    const [school, authority] = [await body(write, gates, 'school'), await body(write, gates, 'authority')];
    const council = await body(write, gates, 'authority');
    const board = await council.act('2026-01-05', (inside, who) =>
      recordBoard(inside, who.organisation, `Panel ${council.slug}`),
    );
    const late = await agreed(school, { due: '2026-06-01', board: board.slug });
    await saidYes(council);
    await agreed(school, { theme: 'beyond-achievement', due: '2028-01-01' }, '2026-06-20');
    await agreed(authority, { due: '2028-01-01', framework: 'care-leavers-asks', theme: 'housing' });
    const find = (wish: object) =>
      gates.public.read(nobody, (read) => publishedPromises(read, { today: '2026-08-01', count: 25, ...wish }));
    const all = await find({});
    assert.deepEqual(
      [all.total, all.promises.length, Object.fromEntries(all.counts)],
      [3, 3, { overdue: 1, 'on track': 1, 'no news': 1 }],
    );
    const overdue = await find({ status: 'overdue', organisation: school.slug });
    assert.deepEqual(
      [overdue.total, overdue.promises.map(({ slug }) => slug), overdue.counts.get('on track')],
      [1, [late.slug], 1],
    );
    assert.equal((await find({ framework: 'care-leavers-asks', theme: 'housing' })).total, 1);
    assert.equal((await find({ board: board.slug })).total, 1);
    assert.equal((await find({ board: `${board.slug}' or true --` })).total, 0);
    const [one, two, three] = all.promises;
    const next = await find({ count: 2 });
    assert.deepEqual(next.promises, [one, two]);
    const last = await find({ count: 2, place: { after: next.after ?? '' } });
    assert.deepEqual([last.promises, last.after], [[three], null]);
    assert.deepEqual((await find({ count: 2, place: { before: last.before ?? '' } })).promises, [one, two]);
  });
});

test('a lead is written to 60, 30 and 7 days before, on the day after, and once in a silence: each once, however often the day is worked', async () => {
  await rolledBack(async (write, { gates }) => {
    const [school, other] = [await body(write, gates, 'school'), await body(write, gates, 'school')];
    const { id, slug } = await agreed(school, { due: '2026-12-01' }, '2026-09-20');
    const letters = () => waitingLetters(write);
    const work = async (iso: string): Promise<void> => {
      for (const _ of [1, 2])
        await runDaily(
          gates.work,
          { 'promise reminders': remindOfPromises },
          { now: day(iso), site, believed: iso },
          (_, problem) => Promise.reject(problem),
        );
      // And once more as if the note of the day had been lost.
      await gates.work.write(school.standing, (inside) =>
        remindOfPromises(inside, { organisation: school.id, today: iso, now: day(iso), site }),
      );
    };
    for (const iso of [
      '2026-09-30',
      '2026-10-02',
      '2026-10-03',
      '2026-11-01',
      '2026-11-23',
      '2026-11-24',
      '2026-12-01',
      '2026-12-02',
      '2026-12-03',
    ])
      await work(iso);
    const sent = await letters();
    assert.deepEqual(
      sent.map(({ body }) => body.split('\n')[0]),
      [
        'Due on 1 December 2026, in two months or less:',
        'Due on 1 December 2026, in a month or less:',
        'Due on 1 December 2026, in a week or less:',
        'Overdue since 1 December 2026. Say how it goes, move the date, or end it:',
      ],
    );
    for (const { recipient, body } of sent) {
      assert.equal(recipient, `${school.slug}@example.org`);
      assert.ok(body.includes(`${site}/work/promises/${slug}`) && !body.includes('every class'));
    }
    // A new date is a new reason to write; an ended promise is none.
    await school.act('2026-12-04', (inside, who) => recordNewDate(inside, who, id, '2026-12-20', 'Snow'));
    await work('2026-12-05');
    assert.equal((await letters()).length, 5);
    await school.act('2026-12-06', (inside, who) =>
      recordEnd(inside, who, id, {
        state: 'withdrawn',
        on: '2026-12-06',
        by: 'Head',
        reason: { kind: 'other', words: 'x' },
        replacement: null,
      }),
    );
    await work('2026-12-21');
    assert.equal((await letters()).length, 5);
    await agreed(other, { due: '2029-01-01' }, '2026-12-21');
    await work('2027-06-22');
    await work('2027-06-23');
    assert.deepEqual(
      (await letters()).slice(5).map(({ body }) => body.split('\n')[0]),
      ['No news since 21 December 2026, for more than 6 months. Tell young people how it goes:'],
    );
  });
});

test('an overdue promise is suggested for the next meeting of its board, once: taken up or set aside', async () => {
  await rolledBack(async (write, { gates }) => {
    const [school, council, stranger] = [
      await body(write, gates, 'school'),
      await body(write, gates, 'authority'),
      await body(write, gates, 'authority'),
    ];
    const board = await council.act('2026-01-05', (inside, who) =>
      recordBoard(inside, who.organisation, `Young people’s panel ${council.slug}`),
    );
    const [own] = await council.act('2026-01-05', (inside) => workBoards(inside, council.id, board.slug));
    assert.ok(own);
    const draftOf = (date: string) => ({ date, start: '14:00', place: 'Room 1', mode: 'hybrid' as const });
    assert.deepEqual(
      await council.act('2026-12-20', (inside, who) => recordComing(inside, who, own, draftOf('2026-12-19'))),
      { ok: false, problem: { code: 'date passed' } },
    );
    for (const date of ['2027-01-15', '2027-03-15'])
      assert.equal(
        (await council.act('2026-12-20', (inside, who) => recordComing(inside, who, own, draftOf(date)))).ok,
        true,
      );
    assert.deepEqual(
      await council.act('2026-12-20', (inside, who) => recordComing(inside, who, own, draftOf('2027-01-15'))),
      { ok: false, problem: { code: 'known already', slug: '2027-01-15' } },
    );
    const [late, later, fine] = [
      await agreed(school, { board: board.slug, due: '2026-11-01' }),
      await agreed(school, { board: board.slug, due: '2026-12-01' }),
      await agreed(school, { board: board.slug, due: '2027-12-01' }),
    ];
    await saidYes(council);
    const [march, january] = await council.act('2026-12-20', (inside) => workMeetings(inside, council.id, board.slug));
    assert.ok(january && march);
    const open = (at: typeof january, today: string) =>
      council.act(today, async (inside) => (await openSuggestions(inside, at, today)).map(({ slug }) => slug));

    assert.deepEqual(await open(january, '2026-12-20'), [late.slug, later.slug]);
    assert.equal(
      (await council.act('2026-12-20', (inside, who) => recordTakenUp(inside, who, january, late.id))).ok,
      true,
    );
    assert.deepEqual(
      await council.act('2026-12-20', (inside, who) => recordSetAside(inside, who, january, later.id, ' ')),
      { ok: false, problem: 'no reason' },
    );
    assert.equal(
      (
        await council.act('2026-12-20', (inside, who) =>
          recordSetAside(inside, who, january, later.id, 'The school comes in March.'),
        )
      ).ok,
      true,
    );
    // Neither is shown twice for this meeting, and what is taken up for it is not offered for the one after.
    assert.deepEqual(await open(january, '2026-12-20'), []);
    assert.deepEqual(await open(march, '2026-12-20'), [later.slug]);
    for (const [promise, problem] of [
      [late.id, 'not suggested'],
      [later.id, 'not suggested'],
      [fine.id, 'not suggested'],
    ] as const)
      assert.deepEqual(await council.act('2026-12-21', (inside, who) => recordTakenUp(inside, who, january, promise)), {
        ok: false,
        problem,
      });
    const seen = await gates.public.read(nobody, (read) => publishedPromise(read, late.slug));
    assert.deepEqual(seen?.takenUp, [
      {
        board: board.slug,
        board_name: `Young people’s panel ${council.slug}`,
        meeting: '2027-01-15',
        date: '2027-01-15',
      },
    ]);

    const items = () =>
      write.selectFrom('record.agenda_item').select('title').where('meeting', '=', january.id).execute();
    assert.equal((await items()).length, 1);
    // The paper comes and replaces the agenda; what was taken up stays taken up.
    await council.act('2027-01-08', (inside) =>
      recordAgenda(inside, { organisation: council.id, board: board.id }, january.id, {
        contact: null,
        notices: [],
        leftovers: [],
        membership: null,
        next: null,
        items: [],
      }),
    );
    assert.deepEqual(await items(), []);
    assert.deepEqual(
      (await council.act('2027-01-08', (inside) => suggestionsAt(inside, council.id, january.id))).map(
        ({ slug, outcome }) => [slug, outcome],
      ),
      [
        [late.slug, 'taken up'],
        [later.slug, 'set aside'],
      ],
    );
    assert.deepEqual(await open(january, '2027-01-08'), []);
    // After the meeting it is suggested again where it is still overdue.
    assert.deepEqual(await open(march, '2027-01-16'), [late.slug, later.slug]);
    assert.deepEqual(await council.act('2027-01-16', (inside, who) => recordTakenUp(inside, who, january, later.id)), {
      ok: false,
      problem: 'meeting over',
    });
    // Nobody else sees or does any of it.
    assert.deepEqual(await stranger.act('2026-12-20', (inside) => suggestionsAt(inside, council.id, january.id)), []);
    await assert.rejects(
      stranger.act('2027-01-20', (inside, who) =>
        recordTakenUp(inside, { ...who, organisation: council.id }, march, later.id),
      ),
      refused,
    );
    const oneBoard: Standing = { ...council.standing, boards: [newId()] };
    assert.deepEqual(await gates.work.read(oneBoard, (read) => suggestionsAt(read, council.id, january.id)), []);
    assert.deepEqual(
      (await gates.public.read(nobody, (read) => suggestionsFor(read, board.slug, '2027-01-16'))).map(
        ({ slug }) => slug,
      ),
      [late.slug, later.slug],
    );
  });
});
