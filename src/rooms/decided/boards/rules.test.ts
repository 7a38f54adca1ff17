import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { officeCode, seatMoves } from './rules.js';

test('an office is known by any of its labels', () => {
  assert.deepEqual(
    [
      'Chair',
      'Chairman',
      'Vice Chairman',
      'Vice-Chairman',
      'Deputy Chair',
      'Deputy-chairman',
      'Lead Member',
      'Chairwoman',
      'Secretary',
    ].map(officeCode),
    ['chair', 'chair', 'vice-chair', 'vice-chair', 'deputy-chair', 'deputy-chair', 'other', 'chair', 'other'],
  );
});

const people = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'));

test('after the moves everybody named sits once, nobody else sits, and the seats are as many as printed or as people', () => {
  fc.assert(
    fc.property(
      people,
      people,
      fc.integer({ min: 0, max: 4 }),
      fc.option(fc.integer({ min: 0, max: 12 })),
      (before, after, vacant, printed) => {
        const held = [
          ...before.map((person, index) => ({ seat: `s${index}`, person })),
          ...Array.from({ length: vacant }, (_, index) => ({ seat: `v${index}`, person: null })),
        ];
        const moves = seatMoves(held, after, printed);
        const sitting = [...moves.keep, ...moves.take].map((move) => move.person);
        assert.deepEqual([...sitting].sort(), [...after].sort());
        assert.deepEqual(
          moves.leave.map((move) => move.person).sort(),
          before.filter((person) => !after.includes(person)).sort(),
        );
        const fresh = moves.take.filter((move) => move.seat === null).length;
        assert.equal(held.length + fresh + moves.vacant - moves.close.length, Math.max(after.length, printed ?? 0));
        for (const move of moves.keep)
          assert.ok(
            held.some((seat) => seat.seat === move.seat && seat.person === move.person),
            'who stays keeps the seat',
          );
        const used = [...moves.keep, ...moves.take].map((move) => move.seat).filter((seat) => seat !== null);
        assert.equal(new Set(used).size, used.length, 'no seat twice');
      },
    ),
  );
});

test('only a chair has an office of a chair: a vice president or a deputy head has another one', () => {
  const table = {
    'Vice President': 'other',
    'Deputy Leader': 'other',
    Chairperson: 'chair',
    'Vice Chairperson': 'vice-chair',
    'Chair of Governors': 'chair',
    'Chairing Member': 'other',
    Vice: 'other',
    Deputy: 'other',
    '': 'other',
  };
  for (const [label, code] of Object.entries(table)) assert.equal(officeCode(label), code, label);
});

const seat = (name: string, person: string | null = null) => ({ seat: name, person });

test('who stays keeps the seat, who leaves frees it, and newcomers take the free ones in their order', () => {
  const held = [seat('s0', 'ann'), seat('s1', 'ben'), seat('s2'), seat('s3', 'cai')];
  assert.deepEqual(seatMoves(held, ['dilys', 'cai', 'eve', 'fay'], 4), {
    keep: [seat('s3', 'cai')],
    leave: [seat('s0', 'ann'), seat('s1', 'ben')],
    take: [
      { seat: 's0', person: 'dilys' },
      { seat: 's1', person: 'eve' },
      { seat: 's2', person: 'fay' },
    ],
    vacant: 0,
    close: [],
  });
});

test('where more people are named than seats were printed, each gets one', () => {
  assert.deepEqual(seatMoves([seat('s0', 'ann')], ['ann', 'ben', 'cai'], 2), {
    keep: [seat('s0', 'ann')],
    leave: [],
    take: [
      { seat: null, person: 'ben' },
      { seat: null, person: 'cai' },
    ],
    vacant: 0,
    close: [],
  });
});

test('seats that are printed and not held are vacant; those that are no longer printed are closed, the last first', () => {
  const held = [seat('s0', 'ann'), seat('s1', 'ben'), seat('s2', 'cai')];
  const empty = { keep: [seat('s0', 'ann')], leave: [seat('s1', 'ben'), seat('s2', 'cai')], take: [] };
  assert.deepEqual(seatMoves(held, ['ann'], 2), { ...empty, vacant: 0, close: ['s2'] });
  assert.deepEqual(seatMoves(held, ['ann'], 5), { ...empty, vacant: 2, close: [] });
  assert.deepEqual(seatMoves(held, ['ann'], null), { ...empty, vacant: 0, close: ['s1', 's2'] });
  assert.deepEqual(seatMoves([], [], 1), { keep: [], leave: [], take: [], vacant: 1, close: [] });
});

test('somebody who holds two seats keeps the first', () => {
  assert.deepEqual(seatMoves([seat('s0', 'ann'), seat('s1', 'ann')], ['ann'], null), {
    keep: [seat('s0', 'ann')],
    leave: [seat('s1', 'ann')],
    take: [],
    vacant: 0,
    close: ['s1'],
  });
});
