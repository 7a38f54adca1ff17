import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  withAdded,
  freeKey,
  hangingOn,
  itemOf,
  keyFrom,
  keysGiven,
  withMoved,
  movedItem,
  replaced,
  withLanguage,
  withLeftOut,
  withoutLanguage,
  withSoundsOf,
  wordsIn,
} from './draft-edits.js';
import { isTaken, library, takenFromLibrary } from './library/library.js';
import { libraryThemes } from './library/writing.js';
import { readingAdvice, readingOf } from './readability.js';
import { breaksBetween, faultsOf, untranslated } from './rules.js';
import { soundPlaces, soundType, withoutSound, withSound } from './sounds.js';
import { belongingAndSafety } from './templates/belonging-and-safety.js';
import { audiences, type InstrumentContent } from './words.js';

const keys = ({ items }: InstrumentContent) => items.map(({ key }) => key);
const anyKey = fc.constantFrom(...keys(belongingAndSafety));

void test('moving a question keeps all of them, and going there and back changes nothing', () => {
  fc.assert(
    fc.property(anyKey, fc.constantFrom(-1 as const, 1 as const), (key, by) => {
      const there = movedItem(belongingAndSafety, key, by);
      assert.deepEqual(keys(there).toSorted(), keys(belongingAndSafety).toSorted());
      const isAtEnd = keys(belongingAndSafety).at(by === -1 ? 0 : -1) === key;
      if (isAtEnd) assert.deepEqual(there, belongingAndSafety);
      else assert.deepEqual(movedItem(there, key, by === -1 ? 1 : -1), belongingAndSafety);
      for (const item of belongingAndSafety.items) assert.deepEqual(itemOf(there, item.key), item);
    }),
  );
  assert.deepEqual(withMoved(['a', 'b'], 5, -1), ['a', 'b']);
});

void test('any moves end in a fault exactly where a question comes before the one that it hangs on', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyKey, fc.constantFrom(-1 as const, 1 as const)), { maxLength: 60 }), (moves) => {
      const after = moves.reduce((content, [key, by]) => movedItem(content, key, by), belongingAndSafety);
      const early = after.items
        .filter(({ when }, index) => when !== null && !after.items.slice(0, index).some(({ key }) => key === when.item))
        .map(({ key }) => key);
      assert.deepEqual(
        faultsOf(after, [belongingAndSafety]).map(({ item, code }) => [item, code]),
        early.map((key) => [key, 'condition not before']),
      );
    }),
  );
});

void test('what hangs on a question that is left out keeps its condition, and is a fault', () => {
  fc.assert(
    fc.property(anyKey, (key) => {
      const fewer = withLeftOut(belongingAndSafety, key);
      const hanging = hangingOn(belongingAndSafety, key);
      for (const item of hanging) assert.deepEqual(itemOf(fewer, item.key), item, 'nothing of it goes');
      assert.deepEqual(
        faultsOf(fewer, [belongingAndSafety]),
        hanging.map((item) => ({ item: item.key, code: 'condition not before', about: key })),
      );
      assert.equal(fewer.items.length, belongingAndSafety.items.length - 1);
    }),
  );
  assert.deepEqual(
    hangingOn(belongingAndSafety, 'something-changed').map(({ key }) => key),
    ['what-changed'],
  );
});

void test('a question or an option that is given another name takes its conditions along', () => {
  const asked = itemOf(belongingAndSafety, 'belonging');
  const hangs = itemOf(belongingAndSafety, 'what-changed');
  assert.ok(asked && hangs);
  const content = replaced(belongingAndSafety, 'what-changed', {
    ...hangs,
    when: { item: 'belonging', options: ['no'] },
  });
  const options = asked.options.map((option) => (option.key === 'no' ? { ...option, key: 'not-at-all' } : option));
  const renamed = replaced(
    content,
    'belonging',
    { ...asked, key: 'belongs', options },
    new Map([['no', 'not-at-all']]),
  );
  assert.deepEqual(itemOf(renamed, 'what-changed')?.when, { item: 'belongs', options: ['not-at-all'] });
  assert.deepEqual(faultsOf(renamed), []);
});

void test('a new question goes where it is wished, and at the end where that place is gone', () => {
  const [item] = library.filter(({ item: { key } }) => key === 'good-days').map((one) => one.item);
  assert.ok(item);
  const at = (place: string | null) => keys(withAdded(belongingAndSafety, item, place)).indexOf(item.key);
  assert.deepEqual(
    [at(''), at('year-primary'), at(null), at('gone')],
    [0, 1, belongingAndSafety.items.length, belongingAndSafety.items.length],
  );
});

void test('a name is well formed, free, and worked out from the words whatever they are', () => {
  assert.equal(keyFrom('How often can you be yourself at school?', new Set(), 'question'), 'how-often-can-you-be');
  assert.equal(keyFrom('Yes', new Set(['yes']), 'option'), 'yes-2');
  assert.equal(keyFrom('نعم', new Set(), 'option'), 'option');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string()), (words, others) => {
      const taken = new Set([...others, keyFrom(words, new Set(), 'question')]);
      const key = keyFrom(words, taken, 'question');
      assert.match(key, /^[A-Za-z_][A-Za-z0-9_-]{0,59}$/);
      assert.ok(!taken.has(key));
    }),
  );
});

void test('a language that is left out takes its own words and no others; the first stays', () => {
  const without_ = withoutLanguage(belongingAndSafety, 'ar');
  assert.equal(wordsIn(without_, 'ar'), 0);
  assert.equal(wordsIn(without_, 'en'), wordsIn(belongingAndSafety, 'en'));
  assert.equal(wordsIn(without_, 'cy'), wordsIn(belongingAndSafety, 'cy'));
  assert.deepEqual(faultsOf(without_, [belongingAndSafety]), []);
  assert.deepEqual(withoutLanguage(belongingAndSafety, 'en'), belongingAndSafety);
  assert.deepEqual(withLanguage(without_, 'ur').languages, ['en', 'cy', 'ur']);
  assert.equal(untranslated(withLanguage(belongingAndSafety, 'ur')).length, belongingAndSafety.items.length);
});

void test('the library: no fault in any question, every word in each language, no name twice, every theme and audience', () => {
  assert.equal(new Set(library.map(({ item }) => item.key)).size, library.length);
  assert.ok(library.length >= 30);
  for (const { item } of library) {
    const alone: InstrumentContent = {
      title: { en: 'A', cy: 'A', ar: 'A' },
      languages: ['en', 'cy', 'ar'],
      items: [{ ...item, when: null }],
    };
    assert.deepEqual(faultsOf(alone), [], item.key);
    assert.deepEqual(untranslated(alone), [], item.key);
  }
  for (const theme of libraryThemes)
    assert.ok(
      library.some((one) => one.theme === theme),
      theme,
    );
  for (const audience of audiences)
    assert.ok(
      library.some(({ item }) => item.audiences.includes(audience)),
      audience,
    );
});

void test('whatever is taken from the library overwrites nothing, says where it came from, and breaks nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...library), { maxLength: 12 }), (wanted) => {
      let draft = belongingAndSafety;
      for (const question of wanted) {
        const item = takenFromLibrary(question.item, { library: 'Kept', version: question.version }, draft, [
          belongingAndSafety,
        ]);
        assert.ok(!keysGiven(draft, [belongingAndSafety]).has(item.key));
        assert.deepEqual(item.source, { library: 'Kept', key: question.item.key, version: question.version });
        assert.deepEqual(item.texts, question.item.texts, 'with all its languages');
        draft = withAdded(draft, item, null);
        assert.ok(isTaken(draft, question));
      }
      assert.deepEqual(draft.items.slice(0, belongingAndSafety.items.length), belongingAndSafety.items);
      assert.deepEqual(breaksBetween(belongingAndSafety, draft), []);
    }),
  );
  assert.equal(freeKey('a', new Set(['a', 'a-2'])), 'a-3');
});

void test('a file is what its first bytes say, and nothing else is taken', () => {
  const bytes = (...parts: readonly (string | number)[]) =>
    Uint8Array.from([
      ...parts.flatMap((part) => (typeof part === 'number' ? [part] : [...part].map((letter) => letter.charCodeAt(0)))),
      ...Array.from({ length: 32 }, () => 0),
    ]);
  assert.equal(soundType(bytes('ID3')), 'audio/mpeg');
  assert.equal(soundType(bytes(0xff, 0xfb, 0x90)), 'audio/mpeg');
  assert.equal(soundType(bytes(0, 0, 0, 24, 'ftypM4A ')), 'audio/mp4');
  assert.equal(soundType(bytes('OggS')), 'audio/ogg');
  assert.equal(soundType(bytes('RIFF', 1, 2, 3, 4, 'WAVE')), 'audio/wav');
  for (const other of ['<svg onload=', '<html>', 'RIFFxxxxAVI ', 'PK', '%PDF-1.7', ''])
    assert.equal(soundType(bytes(other)), null, other);
  assert.equal(soundType(new Uint8Array(3)), null);
  fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (any) => void soundType(any)));
});

void test('a recording belongs to words as they were: other words are a fault until it is made again or removed', () => {
  const item = itemOf(belongingAndSafety, 'belonging');
  assert.ok(item);
  assert.deepEqual(
    soundPlaces(item, ['en', 'ar']).map(({ audience, language }) => [audience, language]),
    [
      [null, 'en'],
      [null, 'ar'],
      ['student primary', 'en'],
      ['student primary', 'ar'],
      ['parent or carer', 'en'],
      ['parent or carer', 'ar'],
    ],
  );
  const heard = withSound(item, {
    audience: null,
    language: 'en',
    type: 'audio/mpeg',
    sha256: 'a'.repeat(64),
    words: item.texts['en'] ?? '',
  });
  const content = replaced(belongingAndSafety, 'belonging', heard);
  assert.deepEqual(faultsOf(content), []);
  assert.deepEqual(breaksBetween(belongingAndSafety, content), [], 'a recording breaks no series');
  const other = replaced(content, 'belonging', { ...heard, texts: { ...heard.texts, en: 'Do you belong here?' } });
  assert.deepEqual(faultsOf(other), [{ item: 'belonging', code: 'sound of other words', about: 'en' }]);
  assert.deepEqual(withoutSound(heard, null, 'en'), item);
  assert.deepEqual(
    withSoundsOf(belongingAndSafety, content),
    content,
    'a newer form keeps recordings of questions that stayed',
  );
});

void test('advice on reading counts the English words of primary students, and says no more', () => {
  assert.deepEqual(readingOf('Do you like it? It is a considerable responsibility.'), {
    longest: 5,
    long: ['considerable', 'responsibility'],
  });
  assert.deepEqual(readingOf(''), { longest: 0, long: [] });
  const item = itemOf(belongingAndSafety, 'belonging');
  assert.ok(item);
  assert.deepEqual(readingAdvice(item), ['7 words in its longest sentence.']);
  assert.deepEqual(readingAdvice({ ...item, audiences: ['educator'] }), []);
});
