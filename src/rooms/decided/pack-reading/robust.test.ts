/** Bad files: a clear message or an honest partial reading, never an exception, never a script. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { blockText } from '#base/prose.js';
import { uncovered } from './coverage.js';
import { brokenLaw, fixturesFolder, randomFrom } from './fuzz.js';
import { LARGEST_TEXT, readPack, readSource } from './read-pack.js';
import type { Reading, ReadingProblemKind } from './words.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const parish = (): string => readFileSync(join(fixturesFolder(), 'parish.txt'), 'utf8');

async function problemOf(bytes: Uint8Array, name = 'pack.md'): Promise<ReadingProblemKind | null> {
  const read = await readPack(bytes, name);
  if (read.ok) return null;
  assert.ok(read.problem.message.length > 40 && read.problem.message.endsWith('.'), 'the message is a sentence');
  return read.problem.kind;
}

async function readingOf(bytes: Uint8Array, name = 'pack.md'): Promise<Reading> {
  const [read, source] = [await readPack(bytes, name), await readSource(bytes, name)];
  assert.ok(read.ok && source.ok);
  assert.deepEqual(uncovered(source.value.lines, read.value), []);
  return read.value;
}

test('files that cannot be read say why', async () => {
  assert.equal(await problemOf(new Uint8Array()), 'empty');
  assert.equal(await problemOf(utf8('\n \t\r\n\ufeff\n')), 'empty');
  assert.equal(await problemOf(utf8('<!doctype html><script>let pack = 1</script>'), 'x.html'), 'empty');
  assert.equal(await problemOf(Uint8Array.from({ length: 4000 }, (_, index) => (index * 7) % 256)), 'binary');
  assert.equal(await problemOf(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0]), 'pack.docx'), 'binary');
  assert.equal(await problemOf(new Uint8Array(50_000_000).fill(97)), 'too large');
  assert.equal(await problemOf(utf8('a'.repeat(LARGEST_TEXT / 2))), 'too large');
  assert.equal(await problemOf(utf8('a\n'.repeat(300_000))), 'too many lines');
});

test('PDFs that cannot be read say why', async () => {
  const locked =
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 ` +
    `obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n4 0 obj<</Filter/Standard/V 1/R 2/P ` +
    `-4/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>>>endobj\ntrailer<</Root 1 0 R/Encrypt 4 0 ` +
    `R/ID[<00><00>]>>\n%%EOF`;
  assert.equal(await problemOf(utf8(locked), 'pack.pdf'), 'pdf with password');
  assert.equal(await problemOf(utf8('%PDF-1.7\nnot much more'), 'pack.pdf'), 'pdf damaged');
  assert.equal(await problemOf(utf8(locked.replace(/\/Encrypt 4 0 R/, '')), 'pack.pdf'), 'pdf without text');
});

const TYPST =
  `#set page(header: [Hexford Borough Council], footer: context [Page #counter(page).display()], width: 21cm, height: 15cm)
= Health Board
== Agenda
Tuesday, 12 March 2024

10.00 am

Council Chamber, Guildhall, Hexford

#table(columns: ` +
  `(auto, 1fr, auto), stroke: none, [Item], [Title], [Page], [1.], [Apologies for absence], [], [2.], [Minutes of ` +
  `the last meeting], [3 - 6], [3.], [Falls prevention in later life and what the neighbourhood teams have done ` +
  `about it since the summer of last year], [7 - 12], [4.], [Any other business], [verbal])
#pagebreak()
= Minutes of the Health Board held on 9 January 2024
*Present:* Councillors Ann Lister (Chair), Tom Reeve and Vera Small

*Apologies:* Councillor Bob Nash

1. Welcome

The Chair welcomed everyone to the meeting and explained that the fire alarm would be tested at eleven, and that nobody need leave the room when it rang.

2. Falls

RESOLVED: That the report be noted.
#pagebreak()
#lorem(40)`;

function typeset(source: string): Uint8Array {
  return new Uint8Array(NodeCompiler.create().pdf({ mainFileContent: source }));
}

test('a PDF: rows rebuilt, running heads and page numbers set aside, pages known', async () => {
  const bytes = typeset(TYPST);
  const read = await readingOf(bytes, 'pack.pdf');
  assert.deepEqual([read.source.kind, read.source.pages, read.source.pageStarts?.length], ['pdf', 3, 3]);
  assert.deepEqual(
    [read.board?.name, read.meeting?.date, read.meeting?.start, read.meeting?.place],
    ['Health Board', '2024-03-12', '10:00', 'Council Chamber, Guildhall, Hexford'],
  );
  assert.deepEqual(
    read.agenda.map(({ number, title, pages, delivery }) => [number, title.length, pages?.to ?? null, delivery]),
    [
      ['1', 21, null, 'none'],
      ['2', 27, 6, 'attached'],
      ['3', 112, 12, 'attached'],
      ['4', 18, null, 'verbal'],
    ],
  );
  const [minutes] = read.minutes;
  assert.deepEqual([minutes?.date, minutes?.attendance.length, minutes?.items.length], ['2024-01-09', 4, 2]);
  assert.doesNotMatch(JSON.stringify({ ...read, source: null }), /Hexford Borough Council|Page \d/);
});

test('spoilt PDFs give a reading or a message', { timeout: 120_000 }, async () => {
  const whole = typeset(TYPST);
  const random = randomFrom(7);
  for (let round = 0; round < 25; round += 1) {
    const bytes = whole.slice(0, round % 2 === 0 ? Math.floor(random() * whole.length) : whole.length);
    for (let times = 0; times < 12; times += 1) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    const [read, source] = [await readPack(bytes, 'pack.pdf'), await readSource(bytes, 'pack.pdf')];
    if (read.ok && source.ok) assert.equal(brokenLaw(source.value.lines, read.value), null);
    else if (!read.ok)
      assert.ok(
        ['pdf damaged', 'pdf without text', 'pdf with password', 'binary', 'empty'].includes(read.problem.kind),
        read.problem.kind,
      );
  }
});

test('one text in five encodings gives one reading', async () => {
  const text = parish().replace('Whitlock', 'Whitlök');
  const wanted = JSON.stringify({ ...(await readingOf(utf8(text), 'm.txt')), source: null });
  const wide = (order: 'le' | 'be', mark: boolean): Uint8Array => {
    const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
    return order === 'le' ? bytes : bytes.swap16();
  };
  for (const bytes of [
    utf8(`\ufeff${text}`),
    utf8(text.replaceAll('\n', '\r\n')),
    utf8(text.replaceAll('\n', '\r')),
    Buffer.from(text, 'latin1'),
    wide('le', true),
    wide('be', true),
    wide('le', false),
  ]) {
    assert.equal(JSON.stringify({ ...(await readingOf(bytes, 'm.txt')), source: null }), wanted);
  }
});

test('characters that no page should carry are left out, the words stay', async () => {
  const read = await readingOf(utf8('Zero\u0000width\u200b and \u202eturned\u202c text\u0007\n\nA lone \ud800 half'));
  assert.equal(read.unplaced.map(({ block }) => blockText(block)).join('|'), 'Zerowidth and turned text|A lone � half');
});

test('hostile web pages: text only, and links only to http, https and mailto', async () => {
  const page =
    `<!doctype html><title>t</title><body onload="steal()"><h1>Minutes<script>steal()</script></h1><p>One <a ` +
    `href="java&#115;cript:steal()">two</a> <a href=" JAVASCRIPT:steal()">three</a> <a ` +
    `href="data:text/html,x">four</a> <a href="https://council.example/a?b=c">five</a> <a ` +
    `href="mailto:clerk@council.example">six</a><img src=x onerror="steal()" ` +
    `alt="seven"><svg><script>steal()</script></svg><iframe ` +
    `srcdoc="steal()"></iframe><template>steal()</template><style>p{}</style><p>unclosed ` +
    `<b>eight<table><tr><td>nine`;
  const read = await readingOf(utf8(page), 'page.html');
  const json = JSON.stringify({ ...read, source: null });
  assert.doesNotMatch(json, /steal|javascript|data:/i);
  for (const word of ['One', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'])
    assert.match(json, new RegExp(word));
  assert.deepEqual(
    [...json.matchAll(/"href":"([^"]+)"/g)].map((match) => match[1]),
    ['https://council.example/a?b=c', 'mailto:clerk@council.example'],
  );
});

test('hostile Markdown: the same', async () => {
  const read = await readingOf(
    utf8(
      'See [one](javascript:x) and [two](https://a.example/b) <script>three</script> ![four](x.png) [five](#) [six](#p-2.1) **seven',
    ),
  );
  assert.equal(
    read.unplaced.map(({ block }) => blockText(block)).join(''),
    'See one and two three four five six **seven',
  );
  assert.deepEqual(
    [...JSON.stringify(read.unplaced).matchAll(/"href":"([^"]+)"/g)].map((match) => match[1]),
    ['https://a.example/b', '#p-2.1'],
  );
});

/** Inputs that make a careless reader work by the square of their length; each is long enough for that to take hours. */
const LONG: readonly (readonly [string, string, string])[] = [
  ['stars', 'a.md', '*a '.repeat(60_000)],
  ['brackets', 'a.md', '['.repeat(150_000)],
  ['pipes', 'a.md', `|${'a|'.repeat(70_000)}\n|-|\n`],
  ['tags', 'a.md', '<a <b\n'.repeat(20_000)],
  ['blanks', 'a.md', `${' '.repeat(190_000)}x`],
  ['names', 'a.txt', `Present: ${'Cllr Ann Lister, '.repeat(10_000)}`],
  [
    'lines of names',
    'a.txt',
    `Minutes of the Board held on 1 May ` +
      `2024\nPresent:\n${Array.from({ length: 4000 }, (_, index) => `Cllr Ann Ab${index.toString(36).replace(/\d/g, 'x')}`).join('\n')}`,
  ],
  [
    'substitutes',
    'a.txt',
    `Minutes of the Board\n\nApologies were received from ${'Cllr Ann Lister substituted by '.repeat(120)}`,
  ],
  [
    'items',
    'a.txt',
    `Minutes of the Board held on 1 May 2024\n${Array.from({ length: 1500 }, (_, index) => `${index + 1}. Title\n\nRESOLVED that it be so.\n`).join('\n')}`,
  ],
  ['deep nesting', 'a.html', `<html>${'<div>'.repeat(300_000)}x`],
  [
    'unclosed styles',
    'a.html',
    `<html>${Array.from({ length: 400 }, (_, index) => `<font color=${index}>`).join('')}${'<p>x'.repeat(60_000)}`,
  ],
  ['a long table', 'a.html', `<html><table>${'<tr><td>a<td>b'.repeat(40_000)}`],
  ['nested tables', 'a.html', `<html>${'<table><tr><td>'.repeat(100)}${'x<p>'.repeat(5000)}`],
];

for (const [name, file, text] of LONG) {
  test(`long and awkward: ${name}`, { timeout: 60_000 }, async () => {
    await readingOf(utf8(text), file);
  });
}
