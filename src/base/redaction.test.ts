import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { redactionMarks, redactionOf, redactionOfParts, withGapsMarked } from './redaction.js';

const word = fc.constantFrom('we', 'like', 'not', 'Sam', 'Ana’s', 'school', 'łąka', '😀', '7');
const text = fc.array(word, { minLength: 1, maxLength: 12 });

void test('words may be taken out, and a mark may stand in their place', () => {
  for (const shown of [
    'Ask about lunch.',
    'Ask [name] about lunch.',
    'Ask [name].',
    '[removed] about lunch',
    'Ask Smith about lunch.',
  ])
    assert.equal(redactionOf('Ask Sam Smith about lunch.', shown), 'taken out', shown);
  fc.assert(
    fc.property(
      text,
      fc.array(fc.constantFrom('keep', 'drop', 'mark'), { minLength: 12, maxLength: 12 }),
      fc.constantFrom(...redactionMarks),
      (written, ways, mark) => {
        const shown = written.flatMap((one, at) => (ways[at] === 'drop' ? [] : ways[at] === 'mark' ? [mark] : [one]));
        assert.equal(
          redactionOf(written.join(' '), shown.join(' ')),
          shown.join() === written.join() ? 'unchanged' : 'taken out',
        );
      },
    ),
  );
});

void test('with every word still there nothing is taken out, however it is spaced or punctuated', () => {
  for (const shown of ['Ask Sam Smith.', 'Ask\n Sam  Smith', ' Ask Sam Smith. '])
    assert.equal(redactionOf('Ask Sam Smith.', shown), 'unchanged', shown);
  fc.assert(fc.property(text, (written) => redactionOf(written.join(' '), written.join('\n ')) === 'unchanged'));
});

void test('nothing is added, moved or put in other words', () => {
  for (const shown of [
    'School is great',
    'Sam Ask lunch',
    'Ask Sam about lunch [name]',
    'Ask [I love this school]',
    'ask about lunch',
    'Ask Samabout lunch',
    'Ask [Sam]',
    'Ask Sam about lunch!',
  ])
    assert.equal(redactionOf('Ask Sam about lunch', shown), 'rewritten', shown);
  assert.equal(redactionOf('I can’t read', 'I can read'), 'rewritten', 'a word is taken out whole');
  fc.assert(
    fc.property(
      text,
      fc.nat(12),
      (written, at) =>
        redactionOf(written.join(' '), [...written.slice(0, at), 'great', ...written.slice(at)].join(' ')) ===
        'rewritten',
    ),
  );
  fc.assert(
    fc.property(text, (written) => redactionOf(written.join(' '), [...written, '[name]'].join(' ')) === 'rewritten'),
  );
});

void test('a mark stands for a word, and not for a full stop', () => {
  for (const shown of ['Mo hit me[name]', 'Mo hit me [removed]'])
    assert.equal(redactionOf('Mo hit me.', shown), 'rewritten', shown);
  assert.equal(redactionOf('Well, Mo hit me.', 'Well [name] hit me.'), 'taken out');
});

void test('where words went and no mark stands, one is set, and what was taken out stays taken out', () => {
  for (const [written, shown, made] of [
    ['I do not like it', 'I do like it', 'I do [removed] like it'],
    ['Mo hit me', 'hit me', '[removed] hit me'],
    ['We play, Mo says', 'We play,', 'We play, [removed]'],
    ['Mo Smith hit me', '[name] hit me', '[name] hit me'],
    ['Mo Smith, of 5B, hit me', '[name], hit me', '[name], [removed] hit me'],
    ['Ask Sam. It is fine.', 'Ask [name]. It is', 'Ask [name]. It is [removed]'],
    ['Good. Bad', 'Good Bad', 'Good Bad'],
    ['a\nb\nc', 'a\nc', 'a\n[removed] c'],
    ['I like it and I like it', 'I like it', 'I like it [removed]'],
    ['אמא לא טובה', 'אמא טובה', 'אמא [removed] טובה'],
  ] as const) {
    assert.equal(withGapsMarked(written, shown), made, shown);
  }
  fc.assert(
    fc.property(
      text,
      fc.array(fc.constantFrom('keep', 'drop', 'mark'), { minLength: 12, maxLength: 12 }),
      (written, ways) => {
        const shown = written
          .flatMap((one, at) => (ways[at] === 'drop' ? [] : ways[at] === 'mark' ? ['[name]'] : [one]))
          .join(' ');
        const made = withGapsMarked(written.join(' '), shown);
        assert.equal(redactionOf(written.join(' '), made), redactionOf(written.join(' '), shown));
        assert.equal(withGapsMarked(written.join(' '), made), made, 'once');
        assert.equal(
          /\[/.test(made),
          redactionOf(written.join(' '), shown) === 'taken out',
          'it is seen that something is missing',
        );
        assert.equal(
          made
            .replaceAll(/ ?\[removed\] ?/g, ' ')
            .trim()
            .replaceAll(/ +/g, ' '),
          shown.trim().replaceAll(/ +/g, ' '),
        );
      },
    ),
  );
});

void test('of several parts one must have something taken out, and none be rewritten', () => {
  const same = { written: 'Sam', shown: 'Sam' };
  assert.equal(redactionOfParts([same, same]), 'unchanged');
  assert.equal(redactionOfParts([same, { written: 'Sam runs', shown: 'runs' }]), 'taken out');
  assert.equal(
    redactionOfParts([
      { written: 'Sam runs', shown: 'runs' },
      { written: '', shown: 'great' },
    ]),
    'rewritten',
  );
});
