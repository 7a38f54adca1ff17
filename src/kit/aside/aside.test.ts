import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AsideKind, asidePids, makeAside } from './aside.js';
import type { Misbehaviour } from './misbehaving.js';

const kind: AsideKind = {
  program: new URL('./misbehaving.js', import.meta.url),
  seconds: 60,
  megabytes: 64,
  atOnce: 2,
  waiting: 5,
  way: 'Cut it in two.',
};
const codeOf = async (asked: Misbehaviour, more: Partial<AsideKind> = {}): Promise<string> => {
  const read = await makeAside<Misbehaviour, unknown>({ ...kind, ...more }).read(asked, Buffer.alloc(10));
  return read.ok ? 'read' : read.problem.code;
};

test('a file goes there whole and its reading comes back', async () => {
  const { read } = makeAside<Misbehaviour, unknown>(kind);
  for (const size of [0, 1, 70_000, 3_000_000])
    assert.deepEqual(await read('count', Buffer.alloc(size, 7)), { ok: true, value: size });
  assert.deepEqual(asidePids(), []);
});

test('whatever a file does there is an answer here, in words and with the way out', async () => {
  assert.equal(await codeOf('for ever', { seconds: 1 }), 'too long');
  assert.equal(await codeOf('heap'), 'too much memory');
  assert.equal(await codeOf('one array', { megabytes: 2000 }), 'too much memory');
  assert.equal(await codeOf('exit'), 'our fault');
  const read = await makeAside<Misbehaviour, unknown>({ ...kind, seconds: 1 }).read('for ever', Buffer.alloc(10));
  assert.ok(!read.ok);
  assert.equal(read.problem.message, 'Reading took longer than 1 seconds and was stopped. Cut it in two.');
  assert.deepEqual(asidePids(), [], 'nothing goes on');
});

test(
  'memory outside the heap is counted too',
  { skip: process.platform === 'linux' ? false : 'only Linux tells what another process holds' },
  async () => {
    assert.equal(await codeOf('buffers'), 'too much memory');
  },
);

test('a fault is logged by its place and not by its words, which may be those of the file', async (t) => {
  const said: unknown[] = [];
  t.mock.method(console, 'error', (line: unknown) => said.push(line));
  assert.equal(await codeOf('fault'), 'our fault');
  assert.match(String(said), /TypeError\n +at .*misbehaving/);
  assert.doesNotMatch(String(said), /child/);
});

test('no secret of the server is in its environment', async () => {
  process.env['KEPT_SECRET'] = 'no';
  const read = await makeAside<Misbehaviour, readonly string[]>(kind).read('environment', Buffer.alloc(0));
  delete process.env['KEPT_SECRET'];
  assert.ok(
    read.ok && read.value.every((name) => ['TZ', 'SystemRoot', 'PWD', 'SHLVL', '_', 'OLDPWD'].includes(name)),
    JSON.stringify(read),
  );
});

test('who comes when the line is full is told so at once', async () => {
  const { read } = makeAside<Misbehaviour, unknown>({ ...kind, seconds: 1, atOnce: 1, waiting: 0 });
  const first = read('for ever', Buffer.alloc(1));
  const second = await read('count', Buffer.alloc(1));
  assert.ok(!second.ok && second.problem.code === 'busy');
  await first;
});
