import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { nobody } from '#kit/db/gate.js';
import { rolledBack } from '#test/house.js';
import { body, type Body, day } from '#test/leads.js';
import { recordEnd, recordEvidence, withdrawEvidence } from './acts.js';
import { answerConfirmation, inviteToConfirm, showGroup, withdrawYes } from './confirmations.js';
import { askedOfGroup } from './lookups.js';
import { publishedPromise } from './published.js';
import { answersOf } from './rules.js';
import { agreed, evidence, site } from './test/promise-agreed.js';
import { standingWords } from './view-words.js';

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
