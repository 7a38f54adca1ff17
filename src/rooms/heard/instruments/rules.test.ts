import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { breaksBetween, faultsOf, itemsFor, untranslated, wordsFor } from './rules.js';
import { belongingAndSafety } from './templates/belonging-and-safety.js';
import { audiences, type InstrumentContent, type Item } from './words.js';

const one: Item = {
  key: 'one',
  kind: 'choice',
  audiences: ['educator'],
  texts: { en: 'Which?' },
  variants: {},
  hints: {},
  options: [
    { key: 'a', texts: { en: 'A' }, missing: null },
    { key: 'b', texts: { en: 'B' }, missing: null },
  ],
  atMost: null,
  least: null,
  most: null,
  special: null,
  when: null,
};
const content = (...items: readonly Item[]): InstrumentContent => ({
  title: { en: 'An instrument' },
  languages: ['en'],
  items,
});
const codes = (of: InstrumentContent, sealed: readonly InstrumentContent[] = []) =>
  faultsOf(of, sealed).map(({ item, code, about }) => [item, code, ...(about === undefined ? [] : [about])].join(' '));

void test('the template that ships has no fault, no break with itself, and every word in each of its languages', () => {
  assert.deepEqual(faultsOf(belongingAndSafety, [belongingAndSafety]), []);
  assert.deepEqual(breaksBetween(belongingAndSafety, belongingAndSafety), []);
  assert.deepEqual(untranslated(belongingAndSafety), []);
  assert.deepEqual(
    audiences.map((audience) => itemsFor(belongingAndSafety, audience).length),
    [12, 12, 6, 5, 3],
  );
});

void test('an age variant is the same item in other words', () => {
  const [item] = belongingAndSafety.items.filter(({ key }) => key === 'belonging');
  assert.ok(item);
  assert.equal(wordsFor(item, 'student primary', 'en', 'en'), 'Do you feel part of your school?');
  assert.equal(wordsFor(item, 'student secondary', 'en', 'en'), 'Do you feel that you belong at your school?');
  assert.equal(wordsFor(item, 'student secondary', 'fr', 'en'), 'Do you feel that you belong at your school?');
});

void test('what cannot be asked as it stands is named', () => {
  assert.deepEqual(codes({ title: {}, languages: ['en'], items: [] }), [' no title', ' no item']);
  assert.deepEqual(codes({ title: {}, languages: [], items: [] }), [' no language']);
  assert.deepEqual(codes(content(one, one)), ['one key twice']);
  assert.deepEqual(codes(content({ ...one, key: '1 one' })), ['1 one key not well formed']);
  assert.deepEqual(codes(content({ ...one, texts: { cy: 'Pa un?' } })), ['one no words en']);
  assert.deepEqual(codes(content({ ...one, options: one.options.slice(1) })), ['one too few options']);
  assert.deepEqual(
    codes(
      content({
        ...one,
        kind: 'scale',
        options: Array.from({ length: 8 }, (_, index) => ({ key: `p${index}`, texts: { en: 'x' }, missing: null })),
      }),
    ),
    ['one too many points'],
  );
  assert.deepEqual(codes(content({ ...one, kind: 'choose', atMost: 3 })), ['one at most what']);
  assert.deepEqual(codes(content({ ...one, atMost: 1 })), ['one at most what']);
  assert.deepEqual(codes(content({ ...one, kind: 'number', options: [], least: 3, most: 2 })), ['one number bounds']);
  assert.deepEqual(codes(content({ ...one, kind: 'long text' })), ['one options not wanted']);
  assert.deepEqual(codes(content({ ...one, special: 'faith' })), ['one no way out']);
  assert.deepEqual(codes(content({ ...one, audiences: [] })), ['one nobody is asked']);
});

void test('a condition hangs on an option of an earlier item that the same people are asked', () => {
  const two: Item = { ...one, key: 'two', when: { item: 'one', options: ['a'] } };
  assert.deepEqual(codes(content(one, two)), []);
  assert.deepEqual(codes(content(two, one)), ['two condition not before one']);
  assert.deepEqual(codes(content(one, { ...two, when: { item: 'one', options: ['z'] } })), ['two condition option z']);
  assert.deepEqual(codes(content(one, { ...two, audiences: ['educator', 'school leader'] })), [
    'two condition audience school leader',
  ]);
  assert.deepEqual(
    codes(content({ ...one, kind: 'yes or no', options: [] }, { ...two, when: { item: 'one', options: ['yes'] } })),
    [],
  );
});

void test('no key is given again, to an item or to an option, and no item changes its kind', () => {
  const [a, b] = one.options;
  assert.ok(a && b);
  const c = { ...b, key: 'c' };
  const versions = [content(one), content({ ...one, options: [a, c] })];
  assert.deepEqual(codes(content({ ...one, options: [a, c] }), versions), []);
  assert.deepEqual(codes(content({ ...one, options: [a, b, c] }), versions), ['one option given again b']);
  assert.deepEqual(codes(content({ ...one, kind: 'scale' }), [content(one)]), ['one kind changed choice']);
  assert.deepEqual(codes(content(one), [content(one), content({ ...one, key: 'other' })]), ['one key given again']);
});

void test('a list, a number of choices or words that changed break the series; languages and order of "choose" do not', () => {
  const chosen: Item = { ...one, kind: 'choose', atMost: 2 };
  assert.deepEqual(breaksBetween(content(chosen), content({ ...chosen, atMost: 1 })), [
    { item: 'one', code: 'at most', from: 2, to: 1 },
  ]);
  assert.deepEqual(
    breaksBetween(
      content(chosen),
      content({ ...chosen, options: chosen.options.toReversed(), texts: { en: 'Which?', cy: 'Pa un?' } }),
    ),
    [],
  );
  assert.deepEqual(breaksBetween(content(one), content({ ...one, options: one.options.slice(0, 1) })), [
    { item: 'one', code: 'options', added: [], removed: ['b'] },
  ]);
  assert.deepEqual(
    breaksBetween(
      content({ ...one, kind: 'scale' }),
      content({ ...one, kind: 'scale', options: one.options.toReversed() }),
    ),
    [{ item: 'one', code: 'points', added: [], removed: [] }],
  );
  assert.deepEqual(breaksBetween(content(one), content({ ...one, texts: { en: 'What?' } })), [
    { item: 'one', code: 'words', audience: 'educator' },
  ]);
});

void test('whatever is left out of a version without fault leaves one without fault, unless something hung on it', () => {
  fc.assert(
    fc.property(
      fc.subarray(
        belongingAndSafety.items.map(({ key }) => key),
        { minLength: 1 },
      ),
      (kept) => {
        const fewer = {
          ...belongingAndSafety,
          items: belongingAndSafety.items.filter(({ key }) => kept.includes(key)),
        };
        const hangs = fewer.items
          .filter(({ when }) => when !== null && !kept.includes(when.item))
          .map(({ key }) => key);
        assert.deepEqual(
          faultsOf(fewer, [belongingAndSafety]).map(({ item }) => item),
          hangs,
        );
      },
    ),
  );
});
