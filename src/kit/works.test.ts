import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { makeLog } from './log.js';
import { makeWorks } from './works.js';

function house() {
  const lines: string[] = [];
  const log = makeLog({ form: 'text', write: (line) => lines.push(line), clock: () => new Date() });
  return { lines, works: makeWorks(log, () => new Date()) };
}

async function until(what: () => boolean): Promise<void> {
  for (let tries = 0; !what(); tries += 1) {
    assert.ok(tries < 1000, 'it did not come');
    await pause(5);
  }
}

test('a piece that fails and one that hangs stop none of the others', async () => {
  const { lines, works } = house();
  const never = Promise.withResolvers<void>();
  let done = 0;
  works.begin('fails', 10, () => Promise.reject(new Error('one survey has another key')));
  works.begin('hangs', 10, () => never.promise);
  works.begin('goes on', 10, async () => void (done += 1));
  await until(() => done > 3);
  assert.deepEqual(works.underWay(), ['hangs']);
  assert.deepEqual(
    works.figures().map(({ name, isFailing }) => [name, isFailing]),
    [
      ['fails', true],
      ['hangs', false],
      ['goes on', false],
    ],
  );
  await until(() => (works.figures()[0]?.failures ?? 0) > 3);
  // Told once, with its name.
  assert.equal(lines.filter((line) => line.includes('work=fails')).length, 1);
  never.resolve();
  await works.stop();
});

test('a failure is told again when it is another, and when it is over', async () => {
  const { lines, works } = house();
  // A fault is the same where it comes from the same place.
  const first = () => new Error('first');
  const faults = [first(), first(), Object.assign(new Error('second'), { code: '53100' }), null, null];
  const piece = works.begin('letters', 10, async () => {
    const fault = faults.shift();
    if (fault) throw fault;
  });
  piece.nudge();
  await until(() => faults.length === 0);
  await works.stop();
  assert.deepEqual(
    lines.map((line) => /(warn|error|info)/.exec(line)?.[1]),
    ['error', 'warn', 'info'],
  );
  const [letters] = works.figures();
  assert.deepEqual([letters?.failures, letters?.isFailing], [3, false]);
});

test('somebody who asks for a failing piece again and again does not make it spin', async () => {
  const { works } = house();
  let runs = 0;
  const piece = works.begin('spins', 60_000, () => {
    runs += 1;
    return Promise.reject(new Error('no'));
  });
  for (let times = 0; times < 50; times += 1) {
    piece.nudge();
    await pause(1);
  }
  assert.equal(runs, 1);
  await works.stop();
});
