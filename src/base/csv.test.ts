import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvText } from './csv.js';

void test('quotes, commas and line ends stay inside their cell', () => {
  assert.equal(
    csvText([
      ['a', 'b'],
      ['say "yes", then\nwait', null],
      [3, -4],
    ]),
    'a,b\r\n"say ""yes"", then\nwait",\r\n3,-4\r\n',
  );
});

void test('nothing turns the direction of what follows, and no formula hides behind it', () => {
  for (const turn of ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'])
    assert.equal(csvText([[`a${turn}b`, `${turn}=1+1`, 'c']]), "ab,'=1+1,c\r\n");
  assert.equal(csvText([['مرحبا', 'a\u200fb', '👩\u200d🏫']]), 'مرحبا,a\u200fb,👩\u200d🏫\r\n');
});

void test('a text that begins like a formula is kept a text; a number is not touched', () => {
  assert.equal(csvText([['=1+1', '+44', '-', '@name', -1]]), "'=1+1,'+44,'-,'@name,-1\r\n");
  assert.equal(csvText([['＝1', '＋1', '－1', '＠a']]), "'＝1,'＋1,'－1,'＠a\r\n");
  assert.equal(csvText([['wait;=1+1', 'wait\t=1+1']]), '"wait;=1+1","wait\t=1+1"\r\n');
});
