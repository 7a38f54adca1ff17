import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvText } from './csv.js';

void test('quotes, commas and line ends stay inside their cell', () => {
  assert.equal(csvText([['a', 'b'], ['say "yes", then\nwait', null], [3, -4]]), 'a,b\r\n"say ""yes"", then\nwait",\r\n3,-4\r\n');
});

void test('a text that begins like a formula is kept a text; a number is not touched', () => {
  assert.equal(csvText([['=1+1', '+44', '-', '@name', -1]]), "'=1+1,'+44,'-,'@name,-1\r\n");
});

void test('whatever is written is read again', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
      const read: unknown = parse(csvText(rows), { relax_column_count: true, record_delimiter: '\r\n', skip_empty_lines: false });
      assert.deepEqual(read, rows.map((row) => row.map((text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text))));
    }),
  );
});
