import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appointedThrough, areIndependent } from './rules.js';
import type { Giving } from './words.js';

/** "giver account role": a giving in one school; the owner is "-". */
function given(...lines: readonly string[]): readonly Giving[] {
  return lines.map((line, number) => {
    const [by = '', account = '', role = 'safeguarding', organisation = 'school'] = line.split(' ');
    return { number, organisation, account, role, by: by === '-' ? null : by };
  });
}

test('nobody is independent of themselves', () => assert.equal(areIndependent('a', 'a', given('- a')), false));

test('two whom the owner appointed are independent', () =>
  assert.equal(areIndependent('a', 'b', given('- a', '- b')), true));

test('who appointed and who was appointed are not independent, either way round', () => {
  const givings = given('- a', 'a b');
  assert.deepEqual([areIndependent('a', 'b', givings), areIndependent('b', 'a', givings)], [false, false]);
});

test('two addresses that one person invited are not independent of one another', () =>
  assert.equal(areIndependent('b', 'c', given('- a', 'a b', 'a c')), false));

test('appointments are followed over every step and every organisation', () => {
  const givings = given('- a', 'a b', 'b c lead', 'c d lead programme', '- e');
  assert.deepEqual([...appointedThrough('d', givings)].toSorted(), ['a', 'b', 'c', 'd']);
  assert.equal(areIndependent('d', 'a', givings), false);
  assert.equal(areIndependent('d', 'e', givings), true);
});

test('the role of a lead counts too: a safeguarding lead who leads makes no second person', () =>
  assert.equal(areIndependent('a', 'b', given('- a', '- a lead programme', 'a b lead programme')), false));

test('roles that let nobody ask, release or appoint do not count', () =>
  assert.equal(areIndependent('a', 'b', given('- a', 'a b clerk', '- b')), true));

test('who was appointed again by somebody independent is free of who appointed them first', () =>
  assert.equal(areIndependent('a', 'b', given('- a', 'a b', '- b')), true));

test('another role from elsewhere does not free anybody', () =>
  assert.equal(areIndependent('a', 'b', given('- a', 'a b', '- b lead')), false));

test('whoever gave themselves a role is as dependent as before', () =>
  assert.equal(areIndependent('a', 'b', given('- a', 'a b administrator', 'b b lead')), false));

test('two who appointed one another end the search, and are not independent', () =>
  assert.equal(areIndependent('a', 'b', given('b a', 'a b')), false));
