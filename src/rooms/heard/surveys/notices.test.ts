import assert from 'node:assert/strict';
import { test } from 'node:test';
import { belongingAndSafety, type SpecialCategory } from '#rooms/heard/instruments/index.js';
import { grade } from '#test/reading-grade.js';
import { fullSheet, ready } from './fixtures.js';
import { letterOf } from './letter.js';
import { noticesOf } from './notices.js';

const parts = {
  organisation: 'The Programme',
  content: belongingAndSafety,
  audiences: ['student primary', 'educator'] as const,
  languages: ['en', 'cy', 'ar'],
  sheet: fullSheet,
};

const specialCategories: readonly SpecialCategory[] = ['ethnicity', 'faith', 'health', 'sexuality', 'gender identity'];

void test('the child’s notice can be read at nine, whatever is special in the survey', () => {
  const every = {
    ...belongingAndSafety,
    items: belongingAndSafety.items.map((item, index) => ({
      ...item,
      audiences: ['student primary'] as const,
      special: specialCategories[index] ?? null,
    })),
  };
  for (const content of [belongingAndSafety, every]) {
    const child = noticesOf({ ...parts, content }).child['en'] ?? '';
    // An address is none of the notice's words.
    const read = grade(child.split('\n\n').slice(0, -1).join(' '));
    assert.ok(read <= 4.5, `grade ${read}: ${child}`);
  }
});

void test('every notice is there in each language of the survey, says what it must, and carries the data sheet', () => {
  const notices = noticesOf(parts);
  for (const language of ['en', 'cy', 'ar']) {
    for (const [kind, text] of [
      ['child', notices.child[language]],
      ['adult', notices.adult[language]],
    ] as const) {
      assert.ok(text, `${kind} ${language}`);
      for (const said of ['The Programme', fullSheet.why[language] ?? '-', fullSheet.contact, '24'])
        assert.ok(text.includes(said), `${kind} ${language}: ${said}`);
      if (kind === 'child')
        for (const said of ['0800 1111', '999']) assert.ok(text.includes(said), `${language}: ${said}`);
    }
    assert.equal(
      notices.child[language]?.split('\n\n').length,
      notices.child['en']?.split('\n\n').length,
      `as many paragraphs in ${language}`,
    );
    assert.equal(
      notices.adult[language]?.split('\n\n').length,
      notices.adult['en']?.split('\n\n').length,
      `as many paragraphs in ${language}`,
    );
  }
  assert.match(notices.child['en'] ?? '', /anonymous/);
  assert.match(notices.child['cy'] ?? '', /dienw/);
  assert.match(notices.child['ar'] ?? '', /مجهول الهوية/);
});

void test('a language that Kept does not speak gets the English notice; what is not asked is not said', () => {
  const urdu = noticesOf({ ...parts, languages: ['ur'] });
  assert.match(urdu.child['ur'] ?? '', /You do not have to answer/);
  const plain = {
    ...belongingAndSafety,
    items: belongingAndSafety.items.filter(
      ({ kind, special }) => special === null && kind !== 'short text' && kind !== 'long text',
    ),
  };
  const child = noticesOf({ ...parts, content: plain }).child['en'] ?? '';
  assert.doesNotMatch(child, /health|own words/);
});

void test('the letter tells parents of the way out, or asks them first', () => {
  const letter = letterOf({ ...parts, opensOn: ready.opensOn, closesOn: ready.closesOn, setting: 'Millpond' });
  assert.match(letter.paragraphs.join(' '), /Millpond takes part, from 30 November 2026 to 18 December 2026/);
  assert.match(letter.paragraphs.join(' '), /If you do not want your child to take part/);
  assert.match(letter.slip.heading, /is not to take part/);
  const first = letterOf({
    ...parts,
    sheet: { ...fullSheet, consent: 'consent-in' },
    opensOn: null,
    closesOn: null,
    setting: null,
  });
  assert.match(first.slip.heading, /may take part/);
});
