/**
 * Work of the day (reminders, renewals): each piece once a day for each organisation, under that organisation's standing, by the date that
 * is believed (decision 0018).
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
  /** The day in London that is believed (kit/retention), ISO; for urgent work, while none is, the day that the clock says. */
  readonly today: string;
  readonly now: Date;
  /** Absolute address of this site without a slash at the end, for letters. */
  readonly site: string;
}

export type DailyAct = (write: Write, context: DailyContext) => Promise<void>;

/** Work that does not wait while the date is in doubt, and why. */
export interface UrgentWork {
  readonly act: DailyAct;
  readonly evenInDoubt: string;
}

export type DailyWork = DailyAct | UrgentWork;

export interface DailyParts extends Pick<DailyContext, 'now' | 'site'> {
  /** Null while the date is not believed: then what is not urgent waits. */
  readonly believed: string | null;
}

/** Does what was not done yet today; returns how many pieces were done. A piece that fails is told to `log` and tried again at the next call. */
export async function runDaily(
  gate: Gate,
  works: Readonly<Record<string, DailyWork>>,
  { now, site, believed }: DailyParts,
  log: (message: string, problem: unknown) => void,
): Promise<number> {
  let done = 0;
  for (const [name, work] of Object.entries(works)) {
    const today = believed ?? ('evenInDoubt' in work ? londonDate(now) : null);
    if (today === null) continue;
    const act = 'evenInDoubt' in work ? work.act : work;
    let due: readonly { readonly id: string }[] = [];
    try {
      const { rows } = await gate.read(nobody, (read) =>
        sql<{
          id: string;
        }>`select id from record.organisation_ids() as id where not exists (select from kit.daily_run run
          where run.name = ${name} and run.organisation = id and run.day = ${today}) order by id`.execute(read),
      );
      due = rows;
    } catch (problem) {
      // The pieces after it are looked at all the same.
      log(`The daily work "${name}" could not be looked for`, problem);
    }
    for (const { id: organisation } of due) {
      try {
        const isMine = await gate.write({ account: null, organisation, boards: '*' }, async (write) => {
          const { rows } =
            await sql`insert into kit.daily_run (name, organisation, day) values (${name}, ${organisation}, ${today})
              on conflict do nothing returning 1`.execute(write);
          if (rows.length === 0) return false;
          await act(write, { organisation, today, now, site });
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
