import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rolledBack } from '#test/house.js';
import { body, type Body } from '#test/leads.js';
import { recordEvidence } from './acts.js';
import { answerConfirmation, inviteToConfirm, showGroup } from './confirmations.js';
import { askedOfGroup } from './lookups.js';
import { agreed, evidence, site, ends } from './test/promise-agreed.js';
import { promiseWithdrawal } from './withdrawals.js';

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
