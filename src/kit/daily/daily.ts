/**
 * Work of the day (reminders, renewals): each piece once a day for each organisation, under that organisation's standing.
 * The note that it was done is written in the same transaction, so a kill leaves both or neither.
 */
import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import { type Gate, nobody, type Write } from '#kit/db/gate.js';

declare module '#kit/db/tables.js' {
  interface Tables {
    'kit.daily_run': { name: string; organisation: string; day: string };
  }
}

export interface DailyContext {
  readonly organisation: string;
  /** The day in London, ISO. */
  readonly today: string;
  readonly now: Date;
  /** Absolute address of this site without a slash at the end, for letters. */
  readonly site: string;
  /** The day that may end something for good; null while the date is not believed (kit/retention). */
  readonly believed: string | null;
}

export type DailyWork = (write: Write, context: DailyContext) => Promise<void>;

/** Does what was not done yet today; returns how many pieces were done. A piece that fails is told to `log` and tried again at the next call. */
export async function runDaily(gate: Gate, works: Readonly<Record<string, DailyWork>>, { now, site, believed }: Pick<DailyContext, 'now' | 'site' | 'believed'>, log: (message: string, problem: unknown) => void): Promise<number> {
  const today = londonDate(now);
  let done = 0;
  for (const [name, work] of Object.entries(works)) {
    let due: readonly { readonly id: string }[] = [];
    try {
      const { rows } = await gate.read(nobody, (read) =>
        sql<{ id: string }>`select id from record.organisation_ids() as id where not exists (select from kit.daily_run run where run.name = ${name} and run.organisation = id and run.day = ${today}) order by id`.execute(read),
      );
      due = rows;
    } catch (problem) {
      // The pieces after it are looked at all the same.
      log(`The daily work "${name}" could not be looked for`, problem);
    }
    for (const { id: organisation } of due) {
      try {
        const isMine = await gate.write({ account: null, organisation, boards: '*' }, async (write) => {
          const { rows } = await sql`insert into kit.daily_run (name, organisation, day) values (${name}, ${organisation}, ${today}) on conflict do nothing returning 1`.execute(write);
          if (rows.length === 0) return false;
          await work(write, { organisation, today, now, site, believed });
          return true;
        });
        if (isMine) done += 1;
      } catch (problem) {
        log(`The daily work "${name}" did not end well`, problem);
      }
    }
  }
  return done;
}
