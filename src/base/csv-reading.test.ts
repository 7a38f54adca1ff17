import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { csvText } from './csv.js';
import { withoutTurning } from './turning.js';
import { type CsvFault, type CsvLimits, type CsvRecord, csvRecords } from './csv-reading.js';

const wide: CsvLimits = { rows: 1000, cells: 50, cell: 1000 };

function read(
  text: string,
  limits: Partial<CsvLimits> = {},
  delimiter: ',' | ';' = ',',
): { readonly records: readonly CsvRecord[]; readonly fault: CsvFault | null } {
  const records: CsvRecord[] = [];
  const reading = csvRecords(text, delimiter, { ...wide, ...limits });
  for (;;) {
    const { done, value } = reading.next();
    if (done) return { records, fault: value };
    records.push(value);
  }
}

void test('whatever Kept writes as a table is read again', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
      (rows) => {
        assert.deepEqual(
          read(csvText(rows)).records.map(({ cells }) => cells),
          rows.map((row) => row.map(withoutTurning).map((text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text))),
        );
      },
    ),
  );
});

void test('any line ends, lines and marks inside a cell, empty lines; each record says where it begins', () => {
  assert.deepEqual(read('a,b\r\n"x\r\ny ""z""",1\n\n\r,\rlast,"one"').records, [
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['x\r\ny "z"', '1'] },
    { line: 6, cells: ['', ''] },
    { line: 7, cells: ['last', 'one'] },
  ]);
  assert.deepEqual(read('a,b;c', {}, ';').records, [{ line: 1, cells: ['a,b', 'c'] }]);
});

void test('what breaks a rule or a limit ends the reading where it stands', () => {
  const kinds: readonly (readonly [string, Partial<CsvLimits>, CsvFault])[] = [
    ['a\n"b\nc', {}, { kind: 'quotation mark not closed', line: 2 }],
    ['a\nb "c"', {}, { kind: 'quotation mark inside a cell', line: 2 }],
    ['a\n"b" c', {}, { kind: 'quotation mark inside a cell', line: 2 }],
    ['a\nb\nc', { rows: 2 }, { kind: 'too many rows', line: 3 }],
    [`a\n${','.repeat(60)}`, {}, { kind: 'too many cells', line: 2 }],
    [`a\n${'b'.repeat(2000)}`, {}, { kind: 'cell too long', line: 2 }],
    [`a\n"${'b'.repeat(2000)}"`, {}, { kind: 'cell too long', line: 2 }],
  ];
  for (const [text, limits, fault] of kinds) assert.deepEqual(read(text, limits).fault, fault, text.slice(0, 30));
});
