import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { workbook, workbookParts } from '../fixtures.js';
import { readSheets } from './xlsx.js';

void test('the three sheets of a workbook are read as text, whatever the case of their names', () => {
  const read = readSheets(
    workbook({
      Survey: [
        ['type', 'name', 'label'],
        ['integer', 'days', 'How many?'],
        ['', '', 7],
      ],
      choices: [['list_name', 'name', 'label']],
      other: [['x']],
    }),
  );
  assert.deepEqual(read, {
    ok: true,
    value: {
      survey: [
        ['type', 'name', 'label'],
        ['integer', 'days', 'How many?'],
        ['', '', '7'],
      ],
      choices: [['list_name', 'name', 'label']],
      settings: [],
    },
  });
});

void test('what is no workbook, has no survey or is too large is refused with the way out', () => {
  const message = (bytes: Uint8Array): string => {
    const read = readSheets(bytes);
    return read.ok ? '' : read.problem.map((problem) => `${problem.cell}: ${problem.message}`).join();
  };
  assert.match(message(strToU8('type,name,label')), /the file: .*not an Excel workbook/);
  assert.match(message(zipSync({ 'hello.txt': strToU8('hello') })), /cannot be read/);
  assert.match(message(workbook({ choices: [['list_name']] })), /no sheet “survey”/);
  assert.match(message(new Uint8Array(2_000_001)), /larger than 2 MB/);
  assert.match(
    message(workbook({ survey: Array.from({ length: 2_001 }, () => ['x']) })),
    /survey: .*more than 2000 rows/,
  );
  assert.match(
    message(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])),
    /old Excel workbook \(\.xls\).*save it as \.xlsx/,
  );
});

const form = {
  survey: [
    ['type', 'name', 'label'],
    ['text', 'a', 'b'],
  ],
};
const sheetPath = 'xl/worksheets/sheet1.xml';
const said = (bytes: Uint8Array): string => {
  const read = readSheets(bytes);
  return read.ok ? 'read' : read.problem.map((problem) => `${problem.cell}: ${problem.message}`).join();
};
/** A workbook with other parts in the place of its own. */
const spoilt = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    {
      ...workbookParts(form),
      ...Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
      ),
    },
    { level: 9 },
  );
const sheet = (cells: string): string => `<worksheet><sheetData>${cells}</sheetData></worksheet>`;

void test('a cell far away, many parts, many texts and many sheets are refused before anything grows', () => {
  for (const place of ['XFD1048576', 'ZZZZZZ1', 'A1048576', 'GS1'])
    assert.match(
      said(spoilt({ [sheetPath]: sheet(`<row><c r="${place}" t="inlineStr"><is><t>x</t></is></c></row>`) })),
      /survey: .*more than 2000 rows or 200 columns/,
      place,
    );
  assert.match(
    said(spoilt({ [sheetPath]: sheet('<row/>'.repeat(10_000) + '<row><c><v>1</v></c></row>') })),
    /more than 2000 rows/,
  );
  assert.match(
    said(spoilt({ 'xl/sharedStrings.xml': `<sst>${'<si><t>a</t></si>'.repeat(1_000_000)}</sst>` })),
    /more than 200000 texts/,
  );
  assert.match(
    said(
      spoilt({
        'xl/workbook.xml': `<workbook><sheets>${'<sheet name="a" r:id="rId1"/>'.repeat(10_000)}</sheets></workbook>`,
      }),
    ),
    /more than 200 sheets/,
  );
  assert.match(
    said(spoilt(Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`xl/media/${at}.png`, ''])))),
    /more than 2000 parts/,
  );
  assert.match(
    said(spoilt({ [sheetPath]: sheet(`<row><c t="inlineStr"><is><t>${'x'.repeat(40_000)}</t></is></c></row>`) })),
    /more than 32767 characters/,
  );
});

void test('bytes are counted while they unpack, and what a zip says of them is not believed', () => {
  assert.match(said(spoilt({ [sheetPath]: new Uint8Array(31_000_000) })), /unpacks to more than 30 MB/);
  // Together they are too much, each alone is not.
  assert.match(
    said(
      spoilt({
        [sheetPath]: new Uint8Array(16_000_000).fill(32),
        'xl/styles.xml': `<styleSheet>${' '.repeat(16_000_000)}</styleSheet>`,
      }),
    ),
    /unpacks to more than 30 MB/,
  );
  const lying = spoilt({ [sheetPath]: new Uint8Array(31_000_000) });
  for (const size of [100, 0]) {
    const bytes = lying.slice();
    changeEntries(bytes, (view, at) => view.setUint32(at + 24, size, true));
    assert.match(said(bytes), /cannot be read/, `says ${size}`);
  }
  const overlapping = workbook(form);
  changeEntries(overlapping, (view, at) => view.setUint32(at + 42, 0, true));
  assert.match(said(overlapping), /cannot be read/);
  const locked = workbook(form);
  changeEntries(locked, (view, at) => view.setUint16(at + 8, 1, true));
  assert.match(said(locked), /cannot be read/);
});

/** Changes each entry in the zip's own list. */
function changeEntries(bytes: Uint8Array, change: (view: DataView, at: number) => void): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 46 <= bytes.length; at += 1) if (view.getUint32(at, true) === 0x02014b50) change(view, at);
}

void test('XML that unfolds, nests or does not end is no workbook', () => {
  const bomb =
    `<!DOCTYPE a [<!ENTITY a "${'a'.repeat(1000)}"><!ENTITY b ` +
    `"${'&a;'.repeat(1000)}">]>${sheet('<row><c t="inlineStr"><is><t>&b;</t></is></c></row>')}`;
  for (const source of [
    bomb,
    '<a>'.repeat(100_000),
    sheet(`<row><c ${'a="1" '.repeat(50_000)}/></row>`),
    '<worksheet',
    '<a></b>',
    '<!-- never closed',
    `<a b="${'x'.repeat(200_000)}`,
    '\0'.repeat(1_000_000) + '<a>',
  ])
    assert.match(said(spoilt({ [sheetPath]: source })), /cannot be read/, source.slice(0, 40));
});

void test('entities, CDATA, comments, prefixes, shared texts, dates and pronunciations are read as a spreadsheet shows them', () => {
  const cells =
    '<x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="C1" t="inlineStr"><x:is><x:t>a &amp; b &#233; ' +
    '<![CDATA[<c>]]></x:t></x:is></x:c></x:row><!-- no --><x:row r="3"><x:c r="B3" ' +
    's="1"><x:v>45000.5</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c><x:c><x:v>1.50</x:v></x:c></x:row>';
  const read = readSheets(
    spoilt({
      [sheetPath]: `<?xml version="1.0"?><x:worksheet><x:sheetData>${cells}</x:sheetData></x:worksheet>`,
      'xl/sharedStrings.xml':
        '<sst><si><r><t>one </t></r><r><t>text</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si></sst>',
      'xl/styles.xml':
        '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[Red]&quot;day&quot; ' +
        'dd/mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf ' +
        'numFmtId="170"/></cellXfs></styleSheet>',
    }),
  );
  assert.deepEqual(read.ok && read.value.survey, [
    ['one text', '', 'a & b é <c>'],
    [],
    ['', '2023-03-15', 'true', '1.5'],
  ]);
});

void test('no bytes throw, damaged workbooks neither', () => {
  const good = workbook({
    survey: [
      ['type', 'name', 'label'],
      ['text', 'a', 'b'],
    ],
  });
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc
          .array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
          .map((edits) => edits.reduce((bytes, [at, value]) => bytes.fill(value, at, at + 1), good.slice())),
      ),
      (bytes) => {
        const read = readSheets(bytes);
        assert.ok(read.ok || read.problem.length > 0);
      },
    ),
    { numRuns: 150 },
  );
});
