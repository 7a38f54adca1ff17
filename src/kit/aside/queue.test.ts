import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeQueue } from './queue.js';

const settle = (): Promise<void> => new Promise((done) => setImmediate(done));

test('so many at once, so many in the line, and no more', async () => {
  const queue = makeQueue({ atOnce: 2, waiting: 3, waitingBytes: 100 });
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const work = (number: number) => (): Promise<number> => {
    begun.push(number);
    return new Promise((done) => ends.push(() => done(number)));
  };
  const results = [0, 1, 2, 3, 4].map((number) => queue.run(1, work(number)));
  assert.ok(results.every((result) => result !== null));
  assert.equal(queue.run(1, work(5)), null);
  assert.deepEqual(begun, [0, 1]);
  ends[1]?.();
  await settle();
  assert.deepEqual(begun, [0, 1, 2], 'the first of the line goes on');
  assert.notEqual(queue.run(1, work(6)), null, 'and leaves a place in it');
  for (let index = 0; index < 6; index += 1) {
    ends[index]?.();
    await settle();
  }
  assert.deepEqual(begun, [0, 1, 2, 3, 4, 6]);
  assert.deepEqual(await Promise.all(results), [0, 1, 2, 3, 4]);
});

test('those who wait hold only so much', async () => {
  const queue = makeQueue({ atOnce: 1, waiting: 9, waitingBytes: 100 });
  const first = Promise.withResolvers<void>();
  const running = queue.run(1000, () => first.promise);
  const waits = queue.run(60, async () => 'waited');
  assert.equal(
    queue.run(60, async () => 'never'),
    null,
  );
  assert.ok(running && waits);
  first.resolve();
  assert.equal(await waits, 'waited');
});

test('work that fails gives its place to the next', async () => {
  const queue = makeQueue({ atOnce: 1, waiting: 1, waitingBytes: 1 });
  const fails = queue.run(0, () => Promise.reject(new Error('no')));
  const next = queue.run(0, async () => 'next');
  await assert.rejects(async () => fails, /no/);
  assert.equal(await next, 'next');
});
