import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rolledBack } from '#test/house.js';
import { body } from '#test/leads.js';
import { waitingLetters } from '#test/letters.js';
import { recordEvidence } from './acts.js';
import { answerConfirmation, inviteToConfirm, showGroup, withdrawWords } from './confirmations.js';
import { askedOf, askedOfGroup, promisesOf, groupsToAsk } from './lookups.js';
import { agreed, evidence, site, lines, seen, ends } from './test/promise-agreed.js';

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
