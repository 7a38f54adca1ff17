import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packContent, packItem, paragraph } from './examples.js';
import { itemPages, itemRanges } from './page-ranges.js';

const landed = {
  total: 12,
  byAnchor: { 'item-1': 4, 'item-2': 5, 'item-3': 7, 'item-4': 9, 'item-5': 4, leftovers: 12 },
};

test('an item ends on the page before the next part begins; the last one on the last page', () => {
  assert.deepEqual(
    [...itemPages(packContent(), landed)],
    [
      ['1', null],
      ['2', { from: 5, to: 6 }],
      ['3', { from: 7, to: 8 }],
      ['4', { from: 9, to: 12 }],
      ['5', null],
    ],
  );
});

test('text that no item claims does not count to the last item', () => {
  assert.deepEqual(itemPages(packContent({ leftovers: [paragraph('x')] }), landed).get('4'), { from: 9, to: 11 });
});

test('of two items with one number the map keeps the first, the list both', () => {
  const content = packContent({
    items: [
      packItem({ number: '2', papers: packContent().items[1]?.papers ?? [] }),
      packItem({ number: '2', papers: packContent().items[1]?.papers ?? [] }),
    ],
  });
  const pages = { total: 9, byAnchor: { 'item-2': 5, 'item-2-2': 7 } };
  assert.deepEqual(itemRanges(content, pages), [
    { from: 5, to: 6 },
    { from: 7, to: 9 },
  ]);
  assert.deepEqual(itemPages(content, pages).get('2'), { from: 5, to: 6 });
});
