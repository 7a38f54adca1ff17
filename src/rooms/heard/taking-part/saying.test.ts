/** What Kept says, and the order in which it shows things. */
import { keysOf } from '#base/keys.js';
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { belongingAndSafety, type Item, itemsFor } from '#rooms/heard/instruments/index.js';
import { isAskedNow, placeAfter, placeAt, placeBefore, progressAt, stepAt } from './way-through-questions.js';
import { asked, givens } from './fixtures.js';
import { minuteLimit } from '#kit/limit.js';
import { optionsShown, walkOf } from './asked-questions.js';
import { receiptList, receiptWords } from './receipt-words.js';
import { sayIn } from './said.js';

test('every sentence is said in every language, with the same places to fill, and only once each', () => {
  const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
  for (const key of keysOf(sayIn('en').table)) {
    for (const language of sayIn.tags) {
      const text = sayIn(language).table[key];
      assert.notEqual(text.trim(), '', `${language} ${key}`);
      assert.deepEqual(holes(text), holes(sayIn('en').table[key]), `${language} ${key}`);
      assert.doesNotMatch(text, /\s{2}|--/, `${language} ${key}`);
    }
    assert.match(sayIn('ar').table[key], /[\u0600-\u06ff]/, key);
  }
  for (const language of sayIn.tags)
    assert.deepEqual(Object.keys(sayIn(language).table), Object.keys(sayIn('en').table));
  assert.equal(sayIn('cy-GB')('progress', { number: 3, total: 14 }), 'Cwestiwn 3 o 14');
  assert.equal(sayIn('ur').tag, 'en');
});

/** What stands between “ and ”, or « and »: names of buttons and of what a page says. */
const quoted = (text: string) =>
  [...text.matchAll(/[“«]([^”»]+)[”»]/g)].map(([, words = '']) => words.toLocaleLowerCase('cy'));

test('whatever a sentence quotes is said by that very word on the page, in every language', () => {
  for (const language of sayIn.tags) {
    for (const key of keysOf(sayIn('en').table)) {
      const [quotes, inEnglish] = [quoted(sayIn(language).table[key]), quoted(sayIn('en').table[key])];
      assert.equal(quotes.length, inEnglish.length, `${language} ${key}`);
      const others = Object.entries(sayIn(language).table).flatMap(([other, text]) =>
        other === key ? [] : [text.toLocaleLowerCase('cy')],
      );
      for (const words of quotes)
        assert.ok(
          others.some((text) => text.includes(words)),
          `${language} ${key}: “${words}” is on no page`,
        );
    }
  }
});

test('Welsh says “chi” throughout, and no numeral but 0 to 9 stands in any language', () => {
  for (const key of keysOf(sayIn('en').table)) {
    assert.doesNotMatch(
      sayIn('cy').table[key],
      /(?<![\p{L}’])(?:ti|dy|di|wyt|arhosa|pwysa|phwysa|dyweda)(?![\p{L}])/iu,
      key,
    );
    for (const language of sayIn.tags) {
      assert.doesNotMatch(sayIn(language).table[key], /[\u0660-\u0669\u06f0-\u06f9]/, `${language} ${key}`);
      const digits = (text: string) => (text.match(/\d+/g) ?? []).sort();
      assert.deepEqual(digits(sayIn(language).table[key]), digits(sayIn('en').table[key]), `${language} ${key}`);
    }
  }
});

test('receipts have 64 words in each language, no two alike', () => {
  for (const language of sayIn.tags) {
    assert.equal(new Set(receiptList(language)).size, 64, language);
    assert.ok(receiptList(language).every((word) => word.trim() === word && word !== ''));
  }
  assert.deepEqual(receiptWords([0, 63, 0, 1], 'en'), ['sun', 'road', 'sun', 'moon']);
});

const choose = belongingAndSafety.items.find(({ kind }) => kind === 'choose') as Item;

test('options of "choose" are all there in an order of the attempt’s own; those that are no answer stand last', () => {
  const withMissing: Item = {
    ...choose,
    options: [{ key: 'dk', texts: { en: '?' }, missing: 'don’t know' }, ...choose.options],
  };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffff }), (seed) => {
      const shown = optionsShown(withMissing, seed).map(({ key }) => key);
      assert.deepEqual([...shown].sort(), withMissing.options.map(({ key }) => key).sort());
      assert.equal(shown.at(-1), 'dk');
      assert.deepEqual(
        optionsShown(withMissing, seed).map(({ key }) => key),
        shown,
        'the same when somebody comes back',
      );
    }),
  );
  assert.deepEqual(optionsShown(choose, null), choose.options);
});

test('over all orders each option stands first about as often as each other', () => {
  const first = new Map<string, number>();
  const seeds = 0x4000;
  for (let seed = 0; seed < seeds; seed += 1) {
    const [option] = optionsShown(choose, seed);
    first.set(option?.key ?? '', (first.get(option?.key ?? '') ?? 0) + 1);
  }
  const fair = seeds / choose.options.length;
  // Three times the square root of what is fair would fail for good shuffles too often; ten per cent never does.
  for (const { key } of choose.options) assert.ok(Math.abs((first.get(key) ?? 0) - fair) < fair * 0.1, key);
});

test('forward and back are the same way, and nobody meets a question whose condition does not hold', () => {
  const items = walkOf(asked, 'student secondary');
  fc.assert(
    fc.property(givens('student secondary'), (given) => {
      const way: number[] = [];
      for (let at = placeAfter(items, given, -1); at < items.length; at = placeAfter(items, given, at)) way.push(at);
      assert.deepEqual(
        way,
        items.flatMap((item, index) => (isAskedNow(item, given) ? [index] : [])),
      );
      const back: number[] = [];
      for (let at = placeBefore(items, given, items.length); at !== null; at = placeBefore(items, given, at))
        back.unshift(at);
      assert.deepEqual(back, way);
      assert.deepEqual(
        way.map((at) => stepAt(items, given, at)),
        way.map((_, index) => index + 1),
      );
      assert.deepEqual(
        [
          ...way.map((_, index) => placeAt(items, given, index + 1)),
          placeAt(items, given, way.length + 1),
          placeAt(items, given, 999),
        ],
        [...way, items.length, items.length],
      );
      // The number on paper, and a total that no answer changes.
      assert.deepEqual(
        way.map((at) => progressAt(items, given, at).number),
        way.map((at) => at + 1),
      );
      assert.ok(way.every((at) => progressAt(items, given, at).total === items.length));
      assert.equal(progressAt(items, given, items.length).asked, way.length);
    }),
  );
  assert.equal(itemsFor(asked.content, 'student secondary').length, items.length);
});

test('a limit counts within a minute, for each sender alone, and holds no more senders than it may', () => {
  const limit = minuteLimit(2, 3);
  const at = (second: number): Date => new Date(Date.parse('2026-11-26T10:00:00Z') + second * 1000);
  assert.deepEqual(
    [limit.take('a', at(0)), limit.take('a', at(1)), limit.take('a', at(59)), limit.take('b', at(59))],
    [true, true, false, true],
  );
  assert.ok(limit.take('a', at(60)), 'a minute later');
  for (const other of ['c', 'd', 'e', 'f']) limit.take(other, at(61));
  assert.deepEqual([limit.take('f', at(61)), limit.take('f', at(61))], [true, false]);
  assert.ok(limit.take('b', at(61)), 'forgotten, as the oldest');
});
