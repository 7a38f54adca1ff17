/** One mechanism for words by language: what is said where a language is spoken, where it is not, and in one that a machine makes. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { addLanguage } from './languages.js';
import { wordsByLanguage } from './words.js';

const en = {
  until: 'Until {day}, {name}',
  months: (many: number) => `${many} months`,
  kinds: { health: 'health', faith: 'faith' },
  things: ['sun', 'moon'],
};
const sayIn = wordsByLanguage({
  en,
  cy: {
    until: 'Tan {day}, {name}',
    months: (many) => `${many} mis`,
    kinds: { health: 'iechyd', faith: 'ffydd' },
    things: ['haul', 'lleuad'],
  },
});

test('a sentence is said in the language that was wanted, its region left aside, with days and lists in that language', () => {
  const say = sayIn('cy-GB');
  assert.equal(say('until', { day: say.day('2027-02-12'), name: 'Ana' }), 'Tan 12 Chwefror 2027, Ana');
  assert.equal(say.list(['afal', 'haul', 'lleuad']), 'afal, haul, lleuad');
  assert.equal(say.table.months(3), '3 mis');
  assert.deepEqual(say.tongue, {});
  assert.equal(sayIn('en').list(['a', 'b', 'c']), 'a, b and c');
});

test('a language that the words are not said in is answered in English, and marked as English', () => {
  for (const tag of ['ar', 'ur', '', 'cym']) {
    assert.equal(sayIn(tag)('until', { day: 'x', name: 'y' }), 'Until x, y', tag);
    assert.deepEqual(sayIn(tag).tongue, { lang: 'en', dir: 'ltr' }, tag);
    assert.equal(sayIn.speaks(tag), false, tag);
  }
  assert.deepEqual(sayIn.tags, ['en', 'cy']);
  assert.equal(sayIn.firstOf(['ur', 'cy', 'en']), 'cy');
  assert.equal(sayIn.firstOf(['ur']), 'en');
});

test('what is filled in is not read again for places', () => {
  assert.equal(sayIn('en')('until', { day: '{name}', name: 'Ana' }), 'Until {name}, Ana');
});

test('a language that a machine makes is said by all words at once, down to the last text of them', () => {
  addLanguage({ tag: 'qxx', formats: 'el', made: (text) => `<${text}>` });
  const say = sayIn('qxx');
  assert.equal(say('until', { day: say.day('2027-02-12'), name: 'Ana' }), '<Until 12 Φεβρουαρίου 2027, Ana>');
  assert.equal(say.table.months(3), '<3 months>');
  assert.deepEqual(say.table.kinds, { health: '<health>', faith: '<faith>' });
  assert.deepEqual(say.table.things, ['<sun>', '<moon>']);
  assert.deepEqual(say.tongue, {});
  assert.deepEqual(sayIn.tags, ['en', 'cy', 'qxx']);
});
