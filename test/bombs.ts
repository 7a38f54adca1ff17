/** Files that are made to stop whoever reads them: archives that unpack to a thousand times their size, PDFs that never end, texts that only nest or repeat. */
import { readFileSync } from 'node:fs';
import { crc32, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { sharedFile } from './shared.js';

const million = 1_000_000;

interface Part {
  readonly name: string;
  readonly packed: Buffer;
  readonly size: number;
  readonly crc: number;
}

function part(name: string, bytes: Buffer): Part {
  return { name, packed: deflateRawSync(bytes, { level: 9 }), size: bytes.length, crc: crc32(bytes) };
}

function headOf({ name, packed, size, crc }: Part, mark: number, more: number): Buffer {
  const head = Buffer.alloc(mark === 0x04034b50 ? 30 : 46);
  head.writeUInt32LE(mark, 0);
  const at = mark === 0x04034b50 ? 4 : 6;
  head.writeUInt16LE(20, at);
  head.writeUInt16LE(8, at + 4);
  head.writeUInt32LE(crc, at + 10);
  head.writeUInt32LE(packed.length, at + 14);
  head.writeUInt32LE(size, at + 18);
  head.writeUInt16LE(name.length, at + 22);
  if (mark !== 0x04034b50) head.writeUInt32LE(more, 42);
  return Buffer.concat([head, Buffer.from(name)]);
}

/** An archive (APPNOTE.TXT 6.3). `folded`: all entries lie over the first. */
export function archive(parts: readonly Part[], folded = false): Buffer {
  const pieces: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [number, one] of parts.entries()) {
    const begins = folded ? 0 : at;
    list.push(headOf(one, 0x02014b50, begins));
    if (folded && number > 0) continue;
    const whole = Buffer.concat([headOf(one, 0x04034b50, 0), one.packed]);
    pieces.push(whole);
    at += whole.length;
  }
  const lists = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(lists.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...pieces, lists, end]);
}

function pdf(objects: readonly (string | Buffer)[]): Buffer {
  return Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...objects.flatMap((one, at) => [Buffer.from(`${at + 1} 0 obj `), Buffer.from(one), Buffer.from('\nendobj\n')]),
    Buffer.from('trailer <</Root 1 0 R>>\n%%EOF'),
  ]);
}

function stream(dictionary: string, bytes: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<<${dictionary} /Length ${bytes.length}>>stream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

const tree = [
  '<</Type/Catalog/Pages 2 0 R>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
] as const;
const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
/** 200 MB of it in some kilobytes. */
const repeated = (text: string, megabytes: number): Buffer => Buffer.alloc(megabytes * million, text);

export interface Bomb {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Made once: some of them take a second to make. */
export function bombs(): readonly Bomb[] {
  const names = [
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/sharedStrings.xml',
    'xl/worksheets/sheet1.xml',
    'word/document.xml',
  ];
  const zeros = part('', Buffer.alloc(200 * million));
  const laughs = Buffer.from(
    `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a ` +
      `"${'x'.repeat(1000)}">${Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at} "${`&a${at === 0 ? '' : at - 1};`.repeat(10)}">`).join('')}]><a>&a8;</a>`,
  );
  const twice = deflateSync(deflateSync(repeated(' ', 200), { level: 9 }), { level: 9 });
  const made: Readonly<Record<string, Buffer>> = {
    'zip bomb': archive(names.map((name) => ({ ...zeros, name }))),
    'zip folded over itself': archive(
      Array.from({ length: 60_000 }, (_, at) => ({ ...zeros, name: `${at}` })),
      true,
    ),
    'zip with entities': archive(names.map((name) => part(name, laughs))),
    'zip of two million commas': archive(names.map((name) => part(name, repeated('<c r="A1"/>', 20)))),
    'pdf bomb': pdf([
      ...tree,
      stream('/Filter/FlateDecode', deflateSync(repeated('BT /F 1 Tf (a) Tj ET ', 200), { level: 9 })),
      font,
    ]),
    'pdf packed twice': pdf([...tree, stream('/Filter[/FlateDecode/FlateDecode]', twice), font]),
    'pdf whose pages are its pages': pdf([tree[0], '<</Type/Pages/Kids[2 0 R 2 0 R 2 0 R]/Count 999999999>>']),
    'pdf that nests': pdf([tree[0], '['.repeat(2 * million)]),
    'pdf of headers': Buffer.concat([Buffer.from('%PDF-1.7\n'), repeated('1 0 obj<</Length 99999999>>stream\n', 8)]),
    'pdf of white space': Buffer.concat([Buffer.from('%PDF-1.7\n'), repeated(' \n', 30)]),
    'gzip bomb': gzipSync(Buffer.alloc(200 * million), { level: 9 }),
    commas: repeated(',', 7),
    'quotation marks': repeated('"', 7),
    lines: repeated('\n', 7),
    'one letter': repeated('a', 7),
    'a list that nests': Buffer.from(`{"format":"kept-unsent/1","answers":${'['.repeat(7 * million)}`),
    names: Buffer.from(
      `{"format":"kept-unsent/1",${Array.from({ length: 500_000 }, (_, at) => `"${at}":0`).join(',')}}`,
    ),
    'a page that nests': Buffer.from(`<!doctype html>${'<div><b>'.repeat(800_000)}`),
    'a page of attributes': Buffer.from(
      `<!doctype html><p ${Array.from({ length: 400_000 }, (_, at) => `a${at}=1`).join(' ')}>`,
    ),
    'a page of tables': Buffer.from(`<!doctype html>${'<table><tr><td>a'.repeat(300_000)}`),
    'nothing but NUL': Buffer.alloc(7 * million),
  };
  const real = ['cell-XFD1048576.xlsx', 'cell-ZZZZZZ1.xlsx'].flatMap((name) => {
    const path = sharedFile(`cases/security/${name}`);
    return path === null ? [] : [{ name, bytes: readFileSync(path) }];
  });
  return [...real, ...Object.entries(made).map(([name, bytes]) => ({ name, bytes }))];
}
