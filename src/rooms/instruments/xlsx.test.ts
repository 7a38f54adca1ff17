import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { workbook } from './fixtures.js';
import { readSheets } from './xlsx.js';

void test('the three sheets of a workbook are read as text, whatever the case of their names', async () => {
  const read = await readSheets(workbook({ Survey: [['type', 'name', 'label'], ['integer', 'days', 'How many?'], ['', '', 7]], choices: [['list_name', 'name', 'label']], other: [['x']] }));
  assert.deepEqual(read, { ok: true, value: { survey: [['type', 'name', 'label'], ['integer', 'days', 'How many?'], ['', '', '7']], choices: [['list_name', 'name', 'label']], settings: [] } });
});

void test('what is no workbook, has no survey or is too large is refused with the way out', async () => {
  const message = async (bytes: Uint8Array): Promise<string> => {
    const read = await readSheets(bytes);
    return read.ok ? '' : read.problem.map((problem) => `${problem.cell}: ${problem.message}`).join();
  };
  assert.match(await message(strToU8('type,name,label')), /the file: .*not an Excel workbook/);
  assert.match(await message(zipSync({ 'hello.txt': strToU8('hello') })), /cannot be read/);
  assert.match(await message(workbook({ choices: [['list_name']] })), /no sheet “survey”/);
  assert.match(await message(new Uint8Array(2_000_001)), /larger than 2 MB/);
  assert.match(await message(workbook({ survey: Array.from({ length: 2_001 }, () => ['x']) })), /survey: .*more than 2000 rows/);
  assert.match(await message(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(31_000_000) }, { level: 9 })), /unpacks to more/);
});

void test('no bytes throw, damaged workbooks neither', async () => {
  const good = workbook({ survey: [['type', 'name', 'label'], ['text', 'a', 'b']] });
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }).map((edits) => edits.reduce((bytes, [at, value]) => bytes.fill(value, at, at + 1), good.slice()))), async (bytes) => {
      const read = await readSheets(bytes);
      assert.ok(read.ok || read.problem.length > 0);
    }),
    { numRuns: 150 },
  );
});
