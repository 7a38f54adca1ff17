import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { londonDate } from '#base/london.js';
import {
  afterRound,
  believedDay,
  type Clock,
  gainAtMost,
  isLetterDue,
  ranAtMost,
  ranBetweenSteps,
  ranUntil,
  stepsOf,
  type Tick,
} from './clock.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const start = Date.parse('2026-11-30T10:00:00Z');
const fresh: Clock = { lastRound: new Date(start), ran: 0, gained: 0, stopped: null, toldRan: null, confirmedOn: null };

/** Things that are past their day now, in days and in years. */
const things = new Map(
  [0, 3, 6, 20, 60, 400, 800].map((days) => [String(days), londonDate(new Date(start + days * day))]),
);

/** Processes of a Kept, its clock, things to be deleted, and an honest administrator. */
class World {
  /** The true time, and by how much the clock is ahead of it. */
  time = start;
  ahead = 0;
  /** For how long any process has truly run; and at the last confirmation. */
  ran = 0;
  ranConfirmed = 0;
  clock = fresh;
  readonly things = things;
  readonly ticks = [0, 1_000_000];
  readonly mine: (Tick | null)[] = [null, null];
  readonly marks = new Map<string, { readonly counted: number; readonly truly: number }>();
  readonly deleted: {
    readonly thing: string;
    readonly early: number;
    readonly ranSinceMark: number;
    readonly ahead: number;
    readonly ranSinceConfirmed: number;
  }[] = [];

  round(process: number): void {
    const ticks = this.ticks[process] ?? 0;
    const ran = ranUntil(this.clock.ran, this.mine[process] ?? null, ticks);
    this.mine[process] = { ran, ticks };
    const before = this.clock;
    this.clock = afterRound(before, new Date(this.time + this.ahead), ran);
    if (this.clock.stopped !== null) this.marks.clear();
    if (before.confirmedOn !== null && this.clock.stopped === null) this.ranConfirmed = this.ran;
    const today = believedDay(this.clock);
    if (today === null) return;
    const due = new Set(
      [...this.things]
        .filter(([thing, until]) => until < today && !this.deleted.some((one) => one.thing === thing))
        .map(([thing]) => thing),
    );
    const steps = stepsOf(due, new Map([...this.marks].map(([thing, { counted }]) => [thing, counted])), ran);
    for (const thing of steps.unmark) this.marks.delete(thing);
    for (const thing of steps.mark) this.marks.set(thing, { counted: ran, truly: this.ran });
    for (const thing of steps.forget) {
      const until = this.things.get(thing) ?? '';
      this.deleted.push({
        thing,
        early: Date.parse(`${until}T00:00:00Z`) + day - this.time,
        ranSinceMark: this.ran - (this.marks.get(thing)?.truly ?? 0),
        ahead: this.ahead,
        ranSinceConfirmed: this.ran - this.ranConfirmed,
      });
      this.marks.delete(thing);
    }
  }

  /** Time passes; processes that run have rounds every few minutes. */
  run(milliseconds: number, processes: readonly number[], between: number): void {
    for (let done = 0; done < milliseconds; done += between) {
      this.time += between;
      this.ran += between;
      for (const process of processes) {
        this.ticks[process] = (this.ticks[process] ?? 0) + between;
        this.round(process);
      }
    }
  }

  off(milliseconds: number): void {
    this.time += milliseconds;
    for (const process of [0, 1]) this.restart(process);
  }

  restart(process: number): void {
    this.mine[process] = null;
    // A machine's monotonic clock may begin anywhere.
    this.ticks[process] = (this.ticks[process] ?? 0) * 3 + 17 * day;
  }

  /** Types the date as it truly is, where Kept asks. */
  confirm(): void {
    const truly = londonDate(new Date(this.time));
    if (this.clock.stopped !== null && truly === londonDate(new Date(this.time + this.ahead)))
      this.clock = { ...this.clock, confirmedOn: truly };
  }
}

type Event =
  | { readonly kind: 'run'; readonly hours: number; readonly by: readonly number[]; readonly every: number }
  | { readonly kind: 'off' | 'jump'; readonly hours: number }
  | { readonly kind: 'restart'; readonly process: number }
  | { readonly kind: 'confirm' };

const running: fc.Arbitrary<Event> = fc.record({
  kind: fc.constant('run' as const),
  hours: fc.integer({ min: 1, max: 60 }),
  by: fc.constantFrom([0], [1], [0, 1]),
  every: fc.integer({ min: 4, max: 30 }),
});
const jumping: fc.Arbitrary<Event> = fc.record({
  kind: fc.constant('jump' as const),
  hours: fc.oneof(fc.integer({ min: -24 * 30, max: 24 * 30 }), fc.integer({ min: 0, max: 24 * 900 })),
});
const others: readonly fc.Arbitrary<Event>[] = [
  fc.record({
    kind: fc.constant('off' as const),
    hours: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 24 * 40 })),
  }),
  fc.record({ kind: fc.constant('restart' as const), process: fc.constantFrom(0, 1) }),
  fc.constant<Event>({ kind: 'confirm' }),
];
function lived(events: readonly Event[]): World {
  const world = new World();
  world.round(0);
  for (const event of events) {
    if (event.kind === 'run') world.run(event.hours * hour, event.by, event.every * minute);
    else if (event.kind === 'off') world.off(event.hours * hour);
    else if (event.kind === 'jump') world.ahead += event.hours * hour;
    else if (event.kind === 'restart') world.restart(event.process);
    else world.confirm();
  }
  return world;
}

/*
 * What holds, whatever happens to clocks and processes, as long as nobody confirms a date that is not today's:
 *   1. Between the mark and the deletion of a thing, Kept has truly run for 24 hours, and the date was believed all the while.
 *   2. At a deletion the clock is ahead of true time by no more than it could gain unnoticed: a week at once, and another for each 24 hours that
 *      Kept ran since it was last sure (and the day that a confirmation may be off by).
 *   3. So a single false jump of more than a week deletes nothing before its day, and a smaller one nothing more than a week before it.
 */
test('for any clocks, restarts and rounds: a day of running lies between mark and deletion, and no clock gains more than was allowed unnoticed', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          { arbitrary: running, weight: 5 },
          { arbitrary: jumping, weight: 2 },
          ...others.map((arbitrary) => ({ arbitrary, weight: 1 })),
        ),
        { maxLength: 25 },
      ),
      (events) => {
        for (const { ranSinceMark, ahead, ranSinceConfirmed } of lived(events).deleted) {
          assert.ok(ranSinceMark >= day, `deleted ${ranSinceMark / hour} hours after it was marked`);
          assert.ok(
            ahead <= 3 * day + gainAtMost * (1 + ranSinceConfirmed / day),
            `the clock was ${ahead / day} days ahead after ${ranSinceConfirmed / day} days of running`,
          );
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('one jump of more than a week deletes nothing before its day, and a smaller one nothing more than a week before it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ arbitrary: running, weight: 4 }, ...others.map((arbitrary) => ({ arbitrary, weight: 1 }))), {
        maxLength: 12,
      }),
      fc.integer({ min: 1, max: 24 * 900 }),
      fc.array(fc.oneof({ arbitrary: running, weight: 4 }, ...others.map((arbitrary) => ({ arbitrary, weight: 1 }))), {
        maxLength: 12,
      }),
      (before, hours, after) => {
        const { deleted } = lived([...before, { kind: 'jump', hours }, ...after]);
        // Between two rounds the clock is allowed what the running time between them could forget: a few hours.
        const allowed = hours * hour > gainAtMost + 6 * hour ? 0 : hours * hour;
        for (const { thing, early } of deleted)
          assert.ok(
            early <= allowed,
            `${thing} was deleted ${early / day} days early after a jump of ${hours / 24} days`,
          );
      },
    ),
    { numRuns: 150 },
  );
});

test('a Kept that runs deletes what is past its day a day and a few minutes later, however often it is switched off at night', () => {
  const world = lived(
    Array.from(
      { length: 20 },
      () =>
        [
          { kind: 'run', hours: 8, by: [0], every: 5 },
          { kind: 'off', hours: 16 },
        ] as const,
    ).flat(),
  );
  assert.deepEqual(
    world.deleted.map(({ thing }) => thing),
    ['0', '3', '6'],
  );
  assert.equal(world.clock.stopped, null);
});

test('running time: two processes add nothing twice, a restart adds nothing, and a clock that leaps adds a round at most', () => {
  let ran = 0;
  let [one, other]: [Tick | null, Tick | null] = [null, null];
  for (let at = 0; at <= 60; at += 5) {
    ran = ranUntil(ran, one, at * minute);
    one = { ran, ticks: at * minute };
    ran = ranUntil(ran, other, 7 * day + (at + 2) * minute);
    other = { ran, ticks: 7 * day + (at + 2) * minute };
  }
  assert.ok(ran >= 60 * minute && ran <= 62 * minute, String(ran / minute));
  assert.equal(ranUntil(ran, null, 900 * day), ran, 'it has just started');
  assert.equal(ranUntil(ran, one, 900 * day), (one?.ran ?? 0) + ranAtMost, 'a leap');
  assert.equal(ranUntil(ran, one, 0), ran, 'never less');
});

test('the date: a week off, a clock that goes back, a small correction, a confirmation', () => {
  const at = (milliseconds: number) => new Date(start + milliseconds);
  assert.equal(afterRound(fresh, at(7 * day), 0).stopped, null);
  const forward = afterRound(fresh, at(7 * day + minute), 0);
  assert.deepEqual([forward.stopped?.why, forward.lastRound, believedDay(forward)], ['forward', fresh.lastRound, null]);
  assert.equal(afterRound(fresh, at(-11 * minute), 0).stopped?.why, 'back');
  assert.equal(afterRound(fresh, at(-9 * minute), 0).stopped, null, 'set right by a time server');
  const creeping = [2, 4, 6, 8].reduce(
    (clock, days, index) => afterRound(clock, at(days * day), index * minute),
    fresh,
  );
  assert.equal(creeping.stopped?.why, 'forward', 'a little at a time');
  assert.deepEqual(
    [
      isLetterDue(forward),
      isLetterDue({ ...forward, toldRan: 0, ran: day - 1 }),
      isLetterDue({ ...forward, toldRan: 0, ran: day }),
    ],
    [true, false, true],
  );
  // It stays in doubt until somebody confirms the date that the clock has then.
  assert.equal(afterRound(forward, at(minute), 0).stopped?.why, 'forward');
  assert.equal(afterRound({ ...forward, confirmedOn: '2026-11-30' }, at(900 * day), 0).stopped?.why, 'forward');
  const sure = afterRound({ ...forward, confirmedOn: '2026-11-30' }, at(hour), 0);
  assert.deepEqual([sure.stopped, believedDay(sure), sure.confirmedOn], [null, '2026-11-30', null]);
});

test('a mark that was set before another process had added what it ran still stands for 24 hours', () => {
  // One process rounds at 0 and 15 minutes; the other has just started at 14 and marks by what was added until then: nothing.
  const [marked, markedAt] = [ranUntil(0, null, 0), 14 * minute];
  let [ran, other]: [number, Tick] = [0, { ran: 0, ticks: 0 }];
  for (let at = 15 * minute; at - markedAt < day; at += 15 * minute) {
    ran = ranUntil(ran, other, at);
    other = { ran, ticks: at };
    assert.deepEqual(
      stepsOf(new Set(['a']), new Map([['a', marked]]), ran).forget,
      [],
      `${(at - markedAt) / hour} hours after its mark`,
    );
  }
});

test('what is not past its day after all is no longer marked', () => {
  assert.deepEqual(
    stepsOf(
      new Set(['a', 'b']),
      new Map([
        ['b', 0],
        ['c', 0],
      ]),
      ranBetweenSteps,
    ),
    { mark: ['a'], unmark: ['c'], forget: ['b'] },
  );
  assert.deepEqual(stepsOf(new Set(['b']), new Map([['b', 1]]), ranBetweenSteps), { mark: [], unmark: [], forget: [] });
});
