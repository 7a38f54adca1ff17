import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { makeQueue } from './queue.js';
import { problem } from './read.js';
import { isCutPdf, readAside } from './reader.js';

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
  assert.equal(queue.run(60, async () => 'never'), null);
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

const page = (): Uint8Array => new Uint8Array(NodeCompiler.create().pdf({ mainFileContent: '= Health Board\nTuesday, 12 March 2024' }));

/** A PDF of that size whose stream holds nothing that says anything, with an end that is right or wrong. */
function large(bytes: number, end: (table: number) => string): Uint8Array {
  const made = Buffer.alloc(bytes, 'junk obj ');
  made.write('%PDF-1.7\n');
  const table = bytes - 400;
  made.write('\nxref\n0 1\n0000000000 65535 f \ntrailer<</Size 1>>\n', table);
  made.write(end(table).padEnd(200), bytes - 200);
  return made;
}

test('a PDF without its end, or a large one without its table, is not read at all', async () => {
  const whole = page();
  assert.equal(isCutPdf(whole), false);
  assert.equal(isCutPdf(whole.subarray(0, whole.length - 200)), true);
  assert.equal(isCutPdf(Buffer.concat([whole, Buffer.alloc(1000, '\n')])), false, 'some bytes after the end are usual');
  assert.equal(isCutPdf(Buffer.concat([whole, Buffer.alloc(3000, '\n')])), true);
  const right = (table: number): string => `startxref\n${table}\n%%EOF\n`;
  assert.equal(isCutPdf(large(31_000_000, right)), false);
  assert.equal(isCutPdf(large(31_000_000, () => 'startxref\n700\n%%EOF\n')), true);
  assert.equal(isCutPdf(large(31_000_000, () => '%%EOF\n')), true);
  assert.equal(isCutPdf(large(1_000_000, () => '%%EOF\n')), false, 'a small one may be searched');
  // 55 MB of nothing are refused in the words for a damaged file, before any thread begins.
  const junk = Buffer.alloc(55_000_000, 'junk ');
  junk.write('%PDF-1.7\n');
  assert.deepEqual(await readAside(junk, 'pack.pdf'), { ok: false, problem: problem('pdf damaged') });
});

test('bytes that are given away are not copied; others stay', async () => {
  const kept = new TextEncoder().encode('# Health Board\n\nTuesday, 12 March 2024\n').slice();
  const first = await readAside(kept, 'pack.md');
  assert.ok(first.ok && kept.length > 0);
  const shared = Buffer.from(kept);
  const second = await readAside(shared, 'pack.md', true);
  assert.ok(second.ok && shared.length > 0, 'a part of a shared memory is copied all the same');
  const third = await readAside(kept, 'pack.md', true);
  assert.ok(third.ok);
  assert.equal(kept.length, 0);
  assert.equal(third.value.reading.source.sha256, first.value.reading.source.sha256);
});

test('a file that cannot be read is answered, and the next one is read', async () => {
  const bad = await readAside(new Uint8Array([0x50, 0x4b, 3, 4]), 'pack.docx', true);
  assert.deepEqual(bad, { ok: false, problem: problem('binary') });
  const read = await readAside(page(), 'pack.pdf', true);
  assert.ok(read.ok && read.value.reading.source.kind === 'pdf');
});
