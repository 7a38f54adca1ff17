import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canBeDone, earlierStages, nextStages } from './rules.js';
import { easyHints, easyLines } from './easy-read.js';
import { codeTyped, stages } from '#rooms/promised/together/index.js';

test('the stages follow each other; a vote is closed before anything else', () => {
  assert.deepEqual(nextStages('preparing'), ['suggestions', 'discussion', 'vote']);
  assert.deepEqual(nextStages('vote'), ['counted']);
  assert.deepEqual([nextStages('agreed'), nextStages('published')], [[], []]);
  assert.deepEqual(earlierStages('preparing'), []);
  assert.deepEqual(earlierStages('published'), ['preparing', 'suggestions', 'discussion']);
  for (const stage of stages)
    for (const back of earlierStages(stage)) assert.ok(stages.indexOf(back) < stages.indexOf(stage));
});

test('from the vote on the words stand still, and nothing is agreed while votes come in', () => {
  assert.deepEqual(
    stages.filter((stage) => canBeDone('edit words', stage)),
    ['preparing', 'suggestions', 'discussion'],
  );
  assert.ok(!canBeDone('agree', 'vote'));
  assert.deepEqual(
    stages.filter((stage) => canBeDone('publish', stage)),
    ['agreed'],
  );
});

test('no text makes the reading of a code or of easy words fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })), (text, lines) => {
      const code = codeTyped(text);
      assert.ok(code === null || code.length === 9);
      for (const hint of easyHints(lines)) assert.ok(hint.code === 'hard' || hint.words > 15);
    }),
  );
});

test('easy read: hints at long sentences and hard words, and shows the clause itself while there are no words', () => {
  const long = 'This sentence goes on and on until nobody who reads it can remember how it began at all.';
  assert.deepEqual(
    easyHints(['Short is good.', long]).map((hint) => (hint.code === 'long' ? hint.words : hint.word)),
    [18],
  );
  assert.deepEqual(
    easyHints(['We ensure participation.']).map((hint) => (hint.code === 'hard' ? hint.word : '')),
    ['ensure', 'participation'],
  );
  assert.deepEqual(easyHints(['One. Two three. Constructor toString.']), []);
  const clause = {
    aim: 'open the hall',
    steps: ['finding the key'],
    effectVerb: 'can' as const,
    effect: 'play',
    easy: [],
  };
  assert.deepEqual(easyLines(clause), ['We will open the hall.', 'How: finding the key.', 'So, you can play.']);
  assert.deepEqual(easyLines({ ...clause, easy: ['The hall is open.'] }), ['The hall is open.']);
});
