import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { nobody } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { rolledBack } from '#test/house.js';
import { body } from '#test/leads.js';
import {
  agreePromise,
  recordEvidence,
  recordNewDate,
  recordNews,
  recordPractices,
  recordPromise,
  recordPromiseDraft,
  withdrawDraft,
  withdrawEvidence,
} from './acts.js';
import { answerConfirmation, inviteToConfirm } from './confirmations.js';
import { promisesOf, evidenceOf } from './lookups.js';
import { publishedPromise } from './published.js';
import { agreed, draft, evidence, site, lines, seen, reason, ends } from './test/promise-agreed.js';
import { publication } from '#test/boards.js';

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
