import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runDaily } from '#kit/daily/daily.js';
import { rolledBack } from '#test/house.js';
import { body, day } from '#test/leads.js';
import { waitingLetters } from '#test/letters.js';
import { recordEnd, recordNewDate, recordPromise } from './acts.js';
import { remindOfPromises } from './reminder-letters.js';
import { agreed, draft, site } from './test/promise-agreed.js';

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
