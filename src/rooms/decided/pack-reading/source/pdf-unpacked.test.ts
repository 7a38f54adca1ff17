import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { unpacksBeyond } from './pdf-unpacked.js';

const stream = (dictionary: string, bytes: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`4 0 obj <<${dictionary} /Length ${bytes.length}>>\nstream\r\n`),
    bytes,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
const packed = deflateSync(Buffer.alloc(1_000_000, ' '), { level: 9 });
const head = Buffer.from('%PDF-1.7\n');

test('the streams of a PDF are counted together, as far as the limit, however often they are packed', () => {
  const one = Buffer.concat([head, stream('/Filter /FlateDecode', packed)]);
  assert.deepEqual([unpacksBeyond(one, 999_999), unpacksBeyond(one, 1_000_000)], [true, false]);
  const three = Buffer.concat([one, stream('/Filter/FlateDecode', packed), stream('/Filter[/FlateDecode]', packed)]);
  assert.deepEqual([unpacksBeyond(three, 2_999_999), unpacksBeyond(three, 3_000_000)], [true, false]);
  const twice = Buffer.concat([head, stream('/Filter[/FlateDecode/FlateDecode]', deflateSync(packed))]);
  assert.deepEqual([unpacksBeyond(twice, 999_999), unpacksBeyond(twice, 1_000_000)], [true, false]);
  assert.ok(
    unpacksBeyond(Buffer.concat([head, stream(`/Filter[${'/FlateDecode'.repeat(9)}]`, packed)]), 1_000_000_000),
    'no honest writer packs nine times',
  );
});

test('pictures are not counted, nor what is damaged or no stream', () => {
  const picture = Buffer.concat([head, stream('/Type/XObject/Subtype/Image/Filter/FlateDecode', packed)]);
  const damaged = Buffer.concat([head, stream('/Filter/FlateDecode', Buffer.from('nothing that unpacks'))]);
  const word = Buffer.concat([head, Buffer.from('(down stream of us /FlateDecode)'), packed]);
  for (const file of [picture, damaged, word]) assert.equal(unpacksBeyond(file, 10), false);
});
