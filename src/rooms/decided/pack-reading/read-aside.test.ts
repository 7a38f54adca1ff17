import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readingProblem } from './read-pack.js';
import { readAside } from './read-aside.js';
import { isCutPdf } from './source/pdf.js';

const page = (): Uint8Array =>
  new Uint8Array(NodeCompiler.create().pdf({ mainFileContent: '= Health Board\nTuesday, 12 March 2024' }));

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
  // 55 MB of nothing are refused in the words for a damaged file, before anything else is tried.
  const junk = Buffer.alloc(55_000_000, 'junk ');
  junk.write('%PDF-1.7\n');
  assert.deepEqual(await readAside(junk, 'pack.pdf'), { ok: false, problem: readingProblem('pdf damaged') });
});

test('a file that cannot be read is answered, and the next one is read', async () => {
  const bad = await readAside(new Uint8Array([0x50, 0x4b, 3, 4]), 'pack.docx');
  assert.deepEqual(bad, { ok: false, problem: readingProblem('binary') });
  const read = await readAside(page(), 'pack.pdf');
  assert.ok(read.ok && read.value.reading.source.kind === 'pdf');
});
