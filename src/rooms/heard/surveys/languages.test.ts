/** What a survey's notices, cards and paper forms say stands in words by language: nothing of theirs is plain English in a made language. */
import { plainEnglishOn, pseudo } from '#test/pseudo-language.js';
import assert from 'node:assert/strict';
import test from 'node:test';
import { belongingAndSafety } from '#rooms/heard/instruments/index.js';
import { fullSheet, ready } from './fixtures.js';
import { letterOf } from './letter.js';
import { noticesOf } from './notices.js';
import { paperOf } from './print/paper.js';
import { saysOnCards } from './print/cards.js';
import { sayIn } from './said.js';

const holes = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g))].sort();

/** Every text in something, however deep. */
const shown = (said: unknown): readonly string[] =>
  typeof said === 'string'
    ? [said]
    : typeof said === 'object' && said !== null
      ? Object.values(said).flatMap(shown)
      : [];

/** What people wrote: texts by language, however deep, and no key of ours. */
const written = (said: unknown): readonly string[] =>
  typeof said !== 'object' || said === null
    ? []
    : Object.entries(said).flatMap(([key, one]) => (key === 'en' && typeof one === 'string' ? [one] : written(one)));

test('every text has the same places to fill in each language', () => {
  const { en } = { en: sayIn('en').table };
  for (const tag of sayIn.tags)
    for (const [key, text] of Object.entries(sayIn(tag).table))
      if (typeof text === 'string') assert.deepEqual(holes(text), holes(String(Reflect.get(en, key))), `${tag} ${key}`);
});

test('notices in a made language hold no plain English but what people wrote', () => {
  const special = ['ethnicity', 'faith', 'health', 'sexuality', 'gender identity'] as const;
  const content = {
    ...belongingAndSafety,
    items: belongingAndSafety.items.map((item, index) => ({ ...item, special: special[index] ?? null })),
  };
  const audiences = ['student primary', 'educator'] as const;
  const made = noticesOf({ organisation: 'Ηλιος', content, audiences, languages: [pseudo], sheet: fullSheet });
  const users = [fullSheet.contact, ...Object.values(fullSheet.why), ...Object.values(content.title)];
  for (const text of [made.child[pseudo] ?? '', made.adult[pseudo] ?? '']) {
    assert.match(text, /⟦/);
    assert.deepEqual(plainEnglishOn(text, users), []);
  }
});

test('cards and paper forms hold none either', () => {
  const [card] = saysOnCards([pseudo]);
  assert.equal(card?.tag, pseudo);
  assert.deepEqual(plainEnglishOn(`${card?.scan}\n${card?.once}`), []);
  const paper = paperOf(
    { ...ready, languages: [pseudo], address: 's', isOwn: true, asker: 'Ηλιος', hasCards: true, hasSetting: true },
    'student primary',
    pseudo,
  );
  const users = [fullSheet.contact, ...written(fullSheet.why), ...written(belongingAndSafety), 'eo', 'ltr'];
  for (const text of shown(paper)) assert.deepEqual(plainEnglishOn(text, users), [], text);
  assert.match(paper.says.help, /⟦/);
});

test('the letter to parents holds none, with and without what it may leave out', () => {
  const users = [fullSheet.contact, fullSheet.purpose, ...written(belongingAndSafety), 'ltr'];
  for (const consent of ['opt-out', 'consent-in'] as const)
    for (const setting of [null, 'Ηλιος']) {
      const { language, ...letter } = letterOf({
        ...ready,
        organisation: 'Ηλιος',
        sheet: { ...fullSheet, consent },
        setting,
        opensOn: setting === null ? null : ready.opensOn,
        language: pseudo,
      });
      assert.equal(language, pseudo);
      for (const text of shown(letter)) assert.deepEqual(plainEnglishOn(text, users), [], text);
    }
  assert.equal(letterOf({ ...ready, setting: null, language: 'ur' }).language, 'en');
});

test('a card says English once, as English, for languages that Kept does not speak', () => {
  assert.deepEqual(
    saysOnCards(['ur', 'pa', 'cy']).map(({ tag, direction }) => [tag, direction]),
    [
      ['en', 'ltr'],
      ['cy', 'ltr'],
    ],
  );
});
