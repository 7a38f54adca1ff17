import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { officeCode, seatMoves } from './rules.js';

test('an office is known by any of its labels', () => {
  assert.deepEqual(
    ['Chair', 'Chairman', 'Vice Chairman', 'Vice-Chairman', 'Deputy Chair', 'Deputy-chairman', 'Lead Member', 'Chairwoman', 'Secretary'].map(officeCode),
    ['chair', 'chair', 'vice-chair', 'vice-chair', 'deputy-chair', 'deputy-chair', 'other', 'chair', 'other'],
  );
});

const people = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'));

test('after the moves everybody named sits once, nobody else sits, and the seats are as many as printed or as people', () => {
  fc.assert(
    fc.property(people, people, fc.integer({ min: 0, max: 4 }), fc.option(fc.integer({ min: 0, max: 12 })), (before, after, vacant, printed) => {
      const held = [...before.map((person, index) => ({ seat: `s${index}`, person })), ...Array.from({ length: vacant }, (_, index) => ({ seat: `v${index}`, person: null }))];
      const moves = seatMoves(held, after, printed);
      const sitting = [...moves.keep, ...moves.take].map((move) => move.person);
      assert.deepEqual([...sitting].sort(), [...after].sort());
      assert.deepEqual(moves.leave.map((move) => move.person).sort(), before.filter((person) => !after.includes(person)).sort());
      const fresh = moves.take.filter((move) => move.seat === null).length;
      assert.equal(held.length + fresh + moves.vacant - moves.close.length, Math.max(after.length, printed ?? 0));
      for (const move of moves.keep) assert.ok(held.some((seat) => seat.seat === move.seat && seat.person === move.person), 'who stays keeps the seat');
      const used = [...moves.keep, ...moves.take].map((move) => move.seat).filter((seat) => seat !== null);
      assert.equal(new Set(used).size, used.length, 'no seat twice');
    }),
  );
});
