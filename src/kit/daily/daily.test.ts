import assert from 'node:assert/strict';
import { test } from 'node:test';
import { londonDate } from '#base/london.js';
import { newId } from '#kit/id.js';
import { rolledBack } from '#test/house.js';
import { runDaily } from './daily.js';

const now = new Date('2026-11-26T10:00:00Z');
const tomorrow = new Date('2026-11-27T00:00:00Z');
const site = 'https://kept.example';

test('the work of a day is done once for each organisation, under its own standing', async () => {
  await rolledBack(async (write, { gates }) => {
    const ids = [newId(now), newId(now)];
    for (const id of ids)
      await write
        .insertInto('record.organisation')
        .values({ id, slug: id, name: 'One of two', kind: 'association', authority: null, urn: null, part_of: null })
        .execute();
    const seen: string[] = [];
    const works = {
      look: async (inside: typeof write) => {
        for (const row of await inside.selectFrom('record.organisation').select('id').execute()) seen.push(row.id);
      },
    };
    const fail = (message: string, problem: unknown) => assert.fail(`${message}: ${String(problem)}`);
    assert.equal(await runDaily(gates.work, works, { now, site, believed: londonDate(now) }, fail), 2);
    assert.deepEqual(seen.toSorted(), ids.toSorted());
    assert.equal(await runDaily(gates.work, works, { now, site, believed: londonDate(now) }, fail), 0, 'once a day');
    assert.equal(await runDaily(gates.work, works, { now: tomorrow, site, believed: londonDate(tomorrow) }, fail), 2);
  });
});

test('work that fails leaves nothing, is told, and is tried again', async () => {
  await rolledBack(async (write, { gates }) => {
    const id = newId(now);
    await write
      .insertInto('record.organisation')
      .values({ id, slug: id, name: 'One', kind: 'association', authority: null, urn: null, part_of: null })
      .execute();
    let tries = 0;
    const works = {
      stumble: async () => {
        tries += 1;
        if (tries === 1) throw new Error('stumbled');
      },
    };
    const told: string[] = [];
    assert.equal(
      await runDaily(gates.work, works, { now, site, believed: londonDate(now) }, (message) => told.push(message)),
      0,
    );
    assert.equal(told.length, 1);
    assert.equal(
      await runDaily(gates.work, works, { now, site, believed: londonDate(now) }, (message) => told.push(message)),
      1,
    );
  });
});

test('while the date is in doubt only urgent work is done, and by a wrong clock nothing that is not believed', async () => {
  await rolledBack(async (write, { gates }) => {
    const id = newId(now);
    await write
      .insertInto('record.organisation')
      .values({ id, slug: id, name: 'One', kind: 'association', authority: null, urn: null, part_of: null })
      .execute();
    const days: string[] = [];
    const note =
      (name: string) =>
      async (_: typeof write, { today }: { readonly today: string }) =>
        void days.push(`${name} ${today}`);
    const works = { remind: note('remind'), worry: { act: note('worry'), evenInDoubt: 'Somebody may not be safe.' } };
    const fail = (message: string, problem: unknown) => assert.fail(`${message}: ${String(problem)}`);
    const wrong = new Date('2029-05-14T10:00:00Z');
    await runDaily(gates.work, works, { now: wrong, site, believed: null }, fail);
    assert.deepEqual(days, ['worry 2029-05-14']);
    await runDaily(gates.work, works, { now: wrong, site, believed: '2026-11-26' }, fail);
    assert.deepEqual(
      days,
      ['worry 2029-05-14', 'remind 2026-11-26', 'worry 2026-11-26'],
      'the believed day, whatever the clock says',
    );
  });
});
