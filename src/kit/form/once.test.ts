import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { halt, invalid, type Outcome, redirect, type Sent } from '#kit/page.js';
import { rolledBack } from '#test/house.js';
import { actOnce, drawnWith, partsOf, signOf } from './once.js';
import { fieldsOf } from '../corridor/sent.js';

const now = new Date('2026-11-30T10:00:00Z');
const sent = (...pairs: readonly (readonly [string, string])[]): Sent => ({ fields: fieldsOf(pairs), files: {} });

test('the token of a drawn page holds the session’s own token and a mark that no other page has', () => {
  const [one, other] = [drawnWith('session.organisation'), drawnWith('session.organisation')];
  assert.notEqual(one, other);
  assert.equal(partsOf(one).csrf, 'session.organisation');
  assert.notEqual(partsOf(one).mark, partsOf(other).mark);
  assert.deepEqual(partsOf('session.organisation'), { csrf: 'session.organisation', mark: null });
  for (const token of ['', 'x', 'session.organisation.', 'session.organisation.short'])
    assert.equal(partsOf(token).mark, null, token);
});

test('two presses have one sign only where everything is the same', () => {
  const word = fc.stringMatching(/^[a:.&=1]{0,3}$/);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(word, word), { maxLength: 3 }),
      fc.array(fc.tuple(word, word), { maxLength: 3 }),
      (one, other) => {
        const told = (pairs: readonly (readonly [string, string])[]) =>
          JSON.stringify([...Map.groupBy(pairs, ([name]) => name)].toSorted(([a], [b]) => (a < b ? -1 : 1)));
        assert.equal(signOf('/work', sent(...one)).equals(signOf('/work', sent(...other))), told(one) === told(other));
      },
    ),
    { numRuns: 2000 },
  );
  const file = (name: string, text: string) => ({ ...sent(), files: { paper: { name, bytes: Buffer.from(text) } } });
  assert.ok(!signOf('/work', file('a.txt', 'a')).equals(signOf('/work', file('a.txt', 'b'))));
  assert.ok(!signOf('/work', file('a.txt', 'a')).equals(signOf('/work', file('b.txt', 'a'))));
  assert.ok(!signOf('/work', sent()).equals(signOf('/work?of=1', sent())));
});

test('an act is done once; the same press leads where it led; what was refused may be pressed again as it is', async () => {
  await rolledBack(async (_, { gates }) => {
    const did: string[] = [];
    const press = (sign: Buffer, name: string, outcome: Outcome) =>
      gates.work.write({ account: null, boards: [] }, (db) =>
        actOnce(db, sign, now, async () => {
          did.push(name);
          return outcome;
        }),
      );
    const [one, other] = [signOf('/work/one', sent(['mark', 'm'])), signOf('/work/other', sent(['mark', 'm']))];
    const refusedView = invalid({ title: 'Refused', main: { type: 'p', props: {}, key: null } as never });
    assert.equal((await press(one, 'refused', refusedView)).kind, 'view');
    assert.equal((await press(one, 'halted', halt('not-found'))).kind, 'halt');
    assert.deepEqual(await press(one, 'saved', redirect('/work/saved')), redirect('/work/saved'));
    assert.deepEqual(await press(one, 'again', redirect('/work/elsewhere')), redirect('/work/saved'));
    assert.deepEqual(await press(other, 'other', redirect('/work/other')), redirect('/work/other'));
    assert.deepEqual(did, ['refused', 'halted', 'saved', 'other']);
  });
});
