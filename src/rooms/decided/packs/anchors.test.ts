import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { anchorOrder, anchorTarget, packAnchors } from './anchors.js';
import { annex, heading, minutes, packContent, packItem, paragraph, report } from './examples.js';
import type { PackContent } from './words.js';

const numbers = fc.oneof(
  fc.constantFrom('1', '2', '2.1', '77/21', '(a)', '§', '', 'p-1', '1-2', '1.', ' 3 ', '٣'),
  fc.string({ maxLength: 6 }),
);
const blocks = fc.array(
  numbers.chain((number) => fc.constantFrom(paragraph('x', number), paragraph('x'), heading('x'))),
  { maxLength: 6 },
);
const packs: fc.Arbitrary<PackContent> = fc
  .record({
    notices: blocks,
    leftovers: blocks,
    items: fc.array(
      fc
        .record({
          number: numbers,
          text: blocks,
          papers: fc.array(
            fc.oneof(
              blocks.map((body) => report({ body })),
              fc.record({ body: blocks, number: fc.option(numbers) }).map((more) => annex(more)),
              blocks.map((leftovers) => minutes({ leftovers })),
            ),
            { maxLength: 3 },
          ),
        })
        .map(packItem),
      { maxLength: 4 },
    ),
  })
  .map(packContent);

describe('anchors of a pack', () => {
  test('follow the scheme that links from outside rely on', () => {
    const anchors = packAnchors(packContent());
    const order = anchorOrder(anchors);
    for (const id of [
      'cover',
      'membership',
      'agenda',
      'item-3',
      'item-3-report',
      'item-4-annex-2',
      'item-2-minutes',
      'item-2-minute-3',
      'item-2-minute-3-action-1',
      'item-3-p-2.1',
      'item-3-b3',
      'p-2.1',
    ])
      assert.ok(order.includes(id), id);
  });

  test('the short form leads to the first paragraph of the papers with that number', () => {
    const target = anchorTarget(packAnchors(packContent()));
    assert.equal(target('p-2.1'), 'item-3-p-2.1');
    assert.equal(target('item-4-p-2.1'), 'item-4-p-2.1');
    assert.equal(target('p-99'), null);
  });

  test('numbers no id could hold become ids, and a number that comes twice is told apart', () => {
    const item = packItem({
      number: '77/21',
      papers: [
        report({
          summary: [],
          body: [paragraph('a', '1'), paragraph('b', '1'), paragraph('c', '§'), paragraph('d', '(b)')],
        }),
      ],
    });
    const [paper] = packAnchors(packContent({ items: [item] })).items[0]?.papers ?? [];
    assert.deepEqual(paper?.kind === 'report' ? paper.body : null, [
      { id: 'item-77-21-p-1', alias: 'p-1' },
      { id: 'item-77-21-p-1-2', alias: null },
      { id: 'item-77-21-p-x', alias: 'p-x' },
      { id: 'item-77-21-p-b', alias: 'p-b' },
    ]);
  });

  test('a later item keeps its own id whatever stands below an earlier one', () => {
    const items = [packItem({ number: '3', papers: [annex({ number: '1' })] }), packItem({ number: '3-annex-1' })];
    assert.equal(packAnchors(packContent({ items })).items[1]?.id, 'item-3-annex-1');
  });

  test('text below an item of the agenda takes no id away from its papers', () => {
    const body = [paragraph('a'), paragraph('b', '1')];
    const without = packContent({
      items: [packItem({ number: '3', papers: [report({ summary: [], body })] }), packItem({ number: '3-text' })],
    });
    const items = without.items.map((item) => ({ ...item, text: [paragraph('To note.'), paragraph('First.', '1')] }));
    const anchors = packAnchors({ ...without, items });
    const before = new Set(anchorOrder(packAnchors(without)));
    assert.deepEqual(
      [...before].filter((id) => !anchorOrder(anchors).includes(id)),
      [],
    );
    assert.deepEqual(anchors.items[0]?.text, [
      { id: 'item-3-text-b1', alias: null },
      { id: 'item-3-text-p-1', alias: null },
    ]);
    assert.deepEqual(anchors.items[0]?.papers, packAnchors(without).items[0]?.papers);
  });

  test('are unique, valid and the same on every walk, for any pack', () => {
    fc.assert(
      fc.property(packs, (content) => {
        const order = anchorOrder(packAnchors(content));
        assert.equal(new Set(order).size, order.length);
        for (const id of order) assert.match(id, /^[a-z][a-z0-9.-]*$/);
        assert.deepEqual(anchorOrder(packAnchors(structuredClone(content))), order);
      }),
    );
  });
});
