/**
 * Retention: what is deleted once it is past its day. Rooms say what, after how long and why; this carries all of it out, with the rights of the
 * tables' owner, so that no gate can delete by a date. In two steps with a day of running time between them, and only while the date is believed
 * (clock.ts, decision 0018). What may go by the clock alone says why.
 */
import { sql } from 'kysely';
import { londonDate, plainDate } from '#base/london.js';
import { databaseNow } from '#kit/clock.js';
import type { DatabasePlace } from '#kit/database.js';
import { enter, mintWrite, type Read, type Write } from '#kit/db/gate.js';
import { asTableOwner, connectAsOwner } from '#kit/db/migrate.js';
import { journal } from '#kit/journal.js';
import { postLetters } from '#kit/mail/mail.js';
import { afterRound, believedDay, type Clock, isLetterDue, ranUntil, stepsOf, type Tick } from './clock.js';

declare module '#kit/db/tables.js' {
  interface Tables {
    'kit.retention_clock': ClockRow & { confirmed_by: string | null };
    'kit.retention_mark': {
      entry: string;
      thing: string;
      organisation: string | null;
      until: string;
      marked_ran: number;
    };
  }
}

interface ClockRow {
  last_round: Date | null;
  ran: number;
  gained: number;
  stopped_why: 'forward' | 'back' | null;
  stopped_at: Date | null;
  stopped_ran: number | null;
  told_ran: number | null;
  confirmed_on: string | null;
}

/** What is kept of one kind of thing, in words that whoever administers reads. */
export interface KeptWords {
  readonly what: string;
  /** "90 days after ...", "for as long as ...". */
  readonly howLong: string;
  readonly why: string;
  /** Full names of the tables that it is about. */
  readonly tables: readonly string[];
}

/** Kept without a date on which it goes: for as long as something else says. */
export type Kept = KeptWords;

export interface Due {
  /** Names it among those of this rule. */
  readonly thing: string;
  /** Null for what belongs to no organisation. */
  readonly organisation: string | null;
  /** The last day on which it was to be kept, ISO. */
  readonly until: string;
}

/** Deleted in two steps. Both functions run in one transaction with the rights of the tables' owner, and see the rows of all organisations. */
export interface DatedRetention extends KeptWords {
  /** Names the rule for good: marks and the journal have it. */
  readonly name: string;
  /** What one of its things is, and several: a page counts them. */
  readonly counts: readonly [one: string, several: string];
  /** Everything that is past its day. */
  readonly due: (write: Write, today: string) => Promise<readonly Due[]>;
  /** Deletes these things; says which of them are gone. */
  readonly forget: (write: Write, things: readonly string[], today: string) => Promise<readonly string[]>;
}

/** Deleted by the clock alone. */
export interface ClockRetention extends KeptWords {
  readonly name: string;
  /** Why a wrong clock does no harm here, and a delay might. */
  readonly atOnce: string;
  readonly forgetNow: (write: Write, now: Date) => Promise<unknown>;
}

export type Retention = DatedRetention | ClockRetention;

export interface RetentionParts {
  readonly entries: readonly Retention[];
  /** Of this process, for letters and the journal. */
  readonly clock: () => Date;
  /** The date comes from the database. Tests put another clock in its place; no setting and no page can. */
  readonly databaseClock?: () => Date;
  /** Milliseconds of a clock that nobody sets. */
  readonly ticks: () => number;
  /** Absolute address of this site without a slash at the end. */
  readonly site: string;
}

/** One transaction with the rights of the tables' owner. */
export type AsOwner = <T>(work: (write: Write) => Promise<T>) => Promise<T>;

function clockOf({
  last_round,
  ran,
  gained,
  stopped_why: why,
  stopped_at: at,
  stopped_ran,
  told_ran,
  confirmed_on,
}: ClockRow): Clock {
  return {
    lastRound: last_round,
    ran,
    gained,
    stopped: why === null || at === null ? null : { why, at, ran: stopped_ran ?? 0 },
    toldRan: told_ran,
    confirmedOn: confirmed_on,
  };
}

/** What retention knows of time now. */
export async function retentionClock(read: Read): Promise<Clock> {
  return clockOf(await read.selectFrom('kit.retention_clock').selectAll().executeTakeFirstOrThrow());
}

/**
 * The day that may end something for good, or send a letter; null while the date is not believed. What the clock gained since the last round
 * counts at once: a Kept that starts again goes neither by the day on which it ended nor by a wrong one.
 */
export async function believedToday(read: Read): Promise<string | null> {
  const clock = await retentionClock(read);
  return clock.lastRound === null
    ? null
    : believedDay(afterRound({ ...clock, confirmedOn: null }, await databaseNow(read), clock.ran));
}

/** To all administrators: the date is the whole installation's. */
async function tellAdministrators(
  write: Write,
  clock: Clock,
  { clock: ownClock, site }: RetentionParts,
): Promise<void> {
  const { rows } = await sql<{ organisation: string; email: string }>`
    select distinct on (a.email) r.organisation, a.email from record.account_role r join record.account a on a.id = r.account and a.closed_at is null
     where r.role = 'administrator' order by a.email, r.organisation`.execute(write);
  const [from, to] = [clock.lastRound, clock.stopped?.at ?? null].map((at) =>
    at === null ? 'an unknown day' : plainDate(londonDate(at)),
  );
  const found =
    clock.stopped?.why === 'back'
      ? `The clock of its database went back from ${from} to ${to}.`
      : `The clock of its database went forward from ${from} to ${to}. Either the clock is wrong, or Kept did not run for more than a week.`;
  const body =
    `${found}\n\nKept deletes nothing by date until the date is confirmed. Surveys whose last day is over are not ` +
    `mixed.\n\nIf the clock is wrong, ask whoever runs this Kept to set it right first. Then confirm today’s date ` +
    `here:\n\n${site}/work/retention/date\n`;
  await postLetters(
    write,
    rows.map(({ organisation, email }) => ({
      organisation,
      to: email,
      subject: 'Kept has stopped deleting: confirm the date',
      body,
    })),
    ownClock(),
  );
}

/**
 * A process's part of retention. It remembers its own last tick: what was added and then rolled back had run all the same.
 */
export interface Keeper {
  /** One round: the clock, then each rule in a transaction of its own. Throws once all were tried, where some did not end well. */
  round(asOwner: AsOwner): Promise<void>;
}

class RetentionProblem extends AggregateError {
  override readonly name = 'RetentionProblem';
}

export function makeKeeper(parts: RetentionParts): Keeper {
  let mine: Tick | null = null;

  /** Reads the clock and holds it until the transaction ends; null where another process is at it. */
  async function tick(write: Write): Promise<Clock | null> {
    const { rows } = await sql<ClockRow>`select * from kit.retention_clock for update skip locked`.execute(write);
    const row = rows[0];
    if (!row) return null;
    const before = clockOf(row);
    const now = parts.databaseClock?.() ?? (await databaseNow(write));
    const ticks = parts.ticks();
    const ran = ranUntil(before.ran, mine, ticks);
    mine = { ran, ticks };
    let clock = afterRound(before, now, ran);
    const isTold = isLetterDue(clock);
    if (isTold) clock = { ...clock, toldRan: ran };
    await write
      .updateTable('kit.retention_clock')
      .set({
        last_round: clock.lastRound,
        ran: clock.ran,
        gained: clock.gained,
        stopped_why: clock.stopped?.why ?? null,
        stopped_at: clock.stopped?.at ?? null,
        stopped_ran: clock.stopped?.ran ?? null,
        told_ran: clock.toldRan,
        confirmed_on: clock.confirmedOn,
      })
      .execute();
    // What was marked was marked by a clock that is no longer believed.
    if (before.stopped === null && clock.stopped !== null) await write.deleteFrom('kit.retention_mark').execute();
    if ((before.stopped === null) !== (clock.stopped === null)) {
      await journal(write, {
        scope: 'house',
        at: parts.clock(),
        who: 'kept',
        verb: clock.stopped === null ? 'agree' : 'withdraw',
        kind: 'date',
        thing: 'retention',
        detail: { clock: now.toISOString(), last: before.lastRound?.toISOString() ?? null },
      });
    }
    if (isTold) await tellAdministrators(write, clock, parts);
    return clock;
  }

  async function carryOut(write: Write, entry: DatedRetention): Promise<void> {
    const clock = await tick(write);
    const today = clock === null ? null : believedDay(clock);
    if (clock === null || today === null) return;
    const due = new Map((await entry.due(write, today)).map((one) => [one.thing, one]));
    const rows = await write
      .selectFrom('kit.retention_mark')
      .select(['thing', 'marked_ran'])
      .where('entry', '=', entry.name)
      .execute();
    const { mark, unmark, forget } = stepsOf(
      new Set(due.keys()),
      new Map(rows.map(({ thing, marked_ran }) => [thing, marked_ran])),
      clock.ran,
    );
    const gone = forget.length === 0 ? [] : await entry.forget(write, forget, today);
    const over = [...unmark, ...gone];
    if (over.length > 0)
      await sql`delete from kit.retention_mark where entry = ${entry.name} and thing = any (${over}::text[])`.execute(
        write,
      );
    const fresh = mark.flatMap((thing) => due.get(thing) ?? []);
    if (fresh.length > 0) {
      await sql`insert into kit.retention_mark (entry, thing, organisation, until, marked_ran)
        select ${entry.name}, t.thing, t.organisation, t.until, ${clock.ran}
          from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) as t(thing text, organisation uuid, until
          date)`.execute(write);
    }
    const things = Map.groupBy(gone, (thing) => due.get(thing)?.organisation ?? 'house');
    for (const [scope, own] of things)
      await journal(write, {
        scope,
        at: parts.clock(),
        who: 'kept',
        verb: 'withdraw',
        kind: 'retention',
        thing: entry.name,
        detail: { deleted: own.length },
      });
  }

  return {
    async round(asOwner) {
      const problems: Error[] = [];
      const attempt = async (name: string, work: () => Promise<unknown>): Promise<void> => {
        try {
          await work();
        } catch (problem) {
          problems.push(
            new Error(`${name}: ${problem instanceof Error ? problem.message : String(problem)}`, { cause: problem }),
          );
        }
      };
      await attempt('the clock', () => asOwner(tick));
      for (const entry of parts.entries) {
        if ('atOnce' in entry)
          await attempt(entry.name, () =>
            asOwner(async (write) => entry.forgetNow(write, parts.databaseClock?.() ?? (await databaseNow(write)))),
          );
        else await attempt(entry.name, () => asOwner((write) => carryOut(write, entry)));
      }
      if (problems.length > 0) throw new RetentionProblem(problems, problems.map(({ message }) => message).join('\n'));
    },
  };
}

/** A round over a connection of the tables' owner. */
export async function keepRound(
  place: Pick<DatabasePlace, 'admin'> & Partial<Pick<DatabasePlace, 'roleSuffix'>>,
  keeper: Keeper,
): Promise<void> {
  const client = await connectAsOwner(place.admin, 'kept retention');
  try {
    // A table that others hold is come back to: nobody waits long behind this round.
    await client.query(`set lock_timeout = '10s'`);
    await keeper.round((work) => asTableOwner(client, place.roleSuffix, () => enter(() => work(mintWrite(client)))));
  } finally {
    await client.end();
  }
}
