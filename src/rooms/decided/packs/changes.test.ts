import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { prose, type Block } from '#base/prose.js';
import { anchorOrder, packAnchors } from './anchors.js';
import { packChanges } from './changes.js';
import { heading, longPack, packContent, packItem, paragraph, report } from './examples.js';
import { packStatements } from './statements.js';
import type { PackContent } from './words.js';

const withBody = (body: readonly Block[]): PackContent =>
  packContent({ items: [packItem({ number: '3', title: 'Buses', papers: [report({ title: 'Buses', body })] })] });

void test('statements name anchors that exist, carry text and stand in reading order', () => {
  const content = packContent({ leftovers: [paragraph('Left over')] });
  const anchors = new Set(anchorOrder(packAnchors(content)));
  const statements = packStatements(content);
  assert.ok(statements.length > 60);
  for (const { anchor, text, heading: above, section } of statements) {
    assert.ok(anchors.has(anchor), anchor);
    assert.ok(text.trim() && above.trim() && section.trim());
  }
  assert.deepEqual(
    [...new Set(statements.map(({ section }) => section))],
    [
      'Cover',
      'Notices',
      'Membership',
      'Agenda',
      'Item 2: Minutes of the previous meeting',
      'Item 3: Leaving care',
      'Item 4: Inclusion charter',
      'Other text',
    ],
  );
});

void test('every word of every block is in a statement', () => {
  const said = packStatements(packContent())
    .map(({ text }) => text)
    .join('\n');
  for (const words of [
    'Winter grant paid in November',
    'I do not need a leaflet.',
    'interpreting at the first three meetings',
    'Share the monthly waiting times',
    'Cllr Owen Falconer',
    'That the board notes the charter.',
    'Mill Lane and online',
  ])
    assert.ok(said.includes(words), words);
});

void test('a statement under a heading names it', () => {
  const statement = packStatements(packContent()).find(({ text }) => text.startsWith('There is no cost'));
  assert.equal(statement?.heading, 'Finance');
});

void test('a pack does not differ from itself', () => {
  assert.deepEqual(packChanges(packContent(), packContent()), []);
  assert.deepEqual(packChanges(longPack(3), longPack(3)), []);
});

void test('blocks that only move on because something came before them are no change', () => {
  const before = withBody([paragraph('First.'), paragraph('Second.'), paragraph('Third.')]);
  const after = withBody([paragraph('First.'), paragraph('Quite new.'), paragraph('Second.'), paragraph('Third.')]);
  assert.deepEqual(packChanges(before, after), [
    {
      section: 'Item 3: Buses',
      place: 'item 3',
      anchor: 'item-3-b3',
      kind: 'added',
      before: null,
      after: 'Quite new.',
    },
  ]);
  assert.equal(packChanges(after, before)[0]?.kind, 'removed');
  assert.equal(packChanges(after, before)[0]?.anchor, null);
});

void test('a paragraph in other words is one change, with both texts and the new place', () => {
  const before = withBody([
    heading('Cost'),
    paragraph('The trial costs £4,000 a month until Easter.', '1'),
    paragraph('Nothing else.', '2'),
  ]);
  const after = withBody([
    heading('Cost'),
    paragraph('The trial costs £5,000 a month until Easter.', '1'),
    paragraph('Nothing else.', '2'),
  ]);
  assert.deepEqual(packChanges(before, after), [
    {
      section: 'Item 3: Buses',
      place: 'item 3, paragraph 1',
      anchor: 'item-3-p-1',
      kind: 'changed',
      before: 'The trial costs £4,000 a month until Easter.',
      after: 'The trial costs £5,000 a month until Easter.',
    },
  ]);
});

void test('a paragraph replaced by something else is a removal and an addition', () => {
  const kinds = packChanges(
    withBody([paragraph('Buses run late.')]),
    withBody([paragraph('Swimming is free on Mondays.')]),
  ).map(({ kind }) => kind);
  assert.deepEqual(kinds, ['removed', 'added']);
});

void test('a name spelt right is a change of one line of the membership', () => {
  const before = packContent();
  const after: PackContent = {
    ...before,
    groups: before.groups.map((group) => ({
      ...group,
      members: group.members.map((member) =>
        member.name === 'Cllr Lewis Garth' ? { ...member, name: 'Cllr Louis Garth' } : member,
      ),
    })),
  };
  assert.deepEqual(packChanges(before, after), [
    {
      section: 'Membership',
      place: 'membership, “Riverside Group”',
      anchor: 'membership',
      kind: 'changed',
      before: 'Cllr Lewis Garth, Hallam Vale Borough Council',
      after: 'Cllr Louis Garth, Hallam Vale Borough Council',
    },
  ]);
});

void test('an action and an attendance read as sentences: a date in words, a status said once', () => {
  const said = packStatements(packContent()).map(({ text }) => text);
  assert.ok(
    said.includes(
      'Action: Share the monthly waiting times with all members. Owner: Tom Lindqvist Due: 27 February 2026',
    ),
  );
  assert.ok(said.includes('Cllr Siân Prys, Dyffryn Council: sent apologies'));
  assert.ok(said.includes('Tom Lindqvist (Guest), Head of Support, Schools Partnership: in attendance'));
  assert.ok(said.every((text) => !/\b\d{4}-\d{2}-\d{2}\b/.test(text)));
});

void test('two packs with nothing in common end quickly and lose nothing', () => {
  const other = packContent({
    items: longPack(4).items.map((item) => ({
      ...item,
      papers: item.papers.map((paper) =>
        paper.kind === 'report'
          ? {
              ...paper,
              body: paper.body.map((block) =>
                block.kind === 'paragraph'
                  ? { ...block, prose: prose([...JSON.stringify(block.prose)].reverse().join('')) }
                  : block,
              ),
            }
          : paper,
      ),
    })),
  });
  const changes = packChanges(longPack(4), other);
  assert.ok(changes.length > 100);
});

void test('changes rebuild the new text from the old, whatever was inserted, removed or replaced', () => {
  const body = fc.array(
    fc.constantFrom(
      'The bus is late.',
      'The bus is very late.',
      'Rain fell.',
      'Somebody called.',
      'Costs rose by a tenth.',
    ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(body, body, (old, fresh) => {
      const before = withBody(old.map((text) => paragraph(text)));
      const after = withBody(fresh.map((text) => paragraph(text)));
      const changes = packChanges(before, after);
      const count = (texts: readonly (string | null)[]) =>
        texts.reduce<Record<string, number>>(
          (sum, text) => (text === null ? sum : { ...sum, [text]: (sum[text] ?? 0) + 1 }),
          {},
        );
      const total = count(old);
      for (const [text, times] of Object.entries(count(changes.map((change) => change.before))))
        total[text] = (total[text] ?? 0) - times;
      for (const [text, times] of Object.entries(count(changes.map((change) => change.after))))
        total[text] = (total[text] ?? 0) + times;
      assert.deepEqual(
        Object.fromEntries(
          Object.entries(total)
            .filter(([, times]) => times !== 0)
            .sort(),
        ),
        Object.fromEntries(Object.entries(count(fresh)).sort()),
      );
      for (const change of changes)
        if (change.anchor !== null)
          assert.equal(packStatements(after).find(({ anchor }) => anchor === change.anchor)?.text, change.after);
    }),
    { numRuns: 150 },
  );
});
