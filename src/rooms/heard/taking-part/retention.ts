/** Retention of what young people answered (reference listening P17). */
import { sql } from 'kysely';
import type { Read } from '#kit/db/gate.js';
import type { Due, Kept, Retention } from '#kit/retention/retention.js';

const daysOfCodes = 30;

export const takingPartRetention: readonly Retention[] = [
  {
    name: 'answers',
    counts: ['survey', 'surveys'],
    what: 'Answers to a survey, one by one',
    howLong:
      'Until the day that follows from the data sheet: so many months after the last day, as the notices said ' +
      'when people answered. A last day that is moved on keeps nothing longer.',
    why: 'To work out the tables that the data sheet plans.',
    tables: ['intake.inbox', 'intake.answer', 'intake.text', 'intake.sound'],
    due: async (write, today) =>
      (
        await sql<Due>`select s.survey::text as thing, s.organisation, s.keep_until::text as until
          from intake.survey s where s.forgotten_on is null and s.keep_until < ${today}::date`.execute(write)
      ).rows,
    forget: async (write, things, today) => {
      const gone: string[] = [];
      for (const survey of things) {
        // Where a mixer is at this survey, the next round comes to it.
        const { rows } = await sql<{
          mine: boolean;
        }>`select pg_try_advisory_xact_lock(hashtextextended(${survey}, 20261128)) as mine`.execute(write);
        if (!rows[0]?.mine) continue;
        for (const table of ['intake.inbox', 'intake.text', 'intake.answer', 'intake.sound'])
          await sql`delete from ${sql.table(table)} where survey = ${survey}::uuid`.execute(write);
        await sql`select intake.destroy_key(${survey}::uuid, ${today}::date)`.execute(write);
        await sql`update intake.survey set forgotten_on = ${today}::date where survey = ${survey}::uuid`.execute(write);
        gone.push(survey);
      }
      return gone;
    },
  },
  {
    name: 'codes',
    counts: ['survey', 'surveys'],
    what: 'Codes of cards and seats, in a form that nobody can use, and which were used',
    howLong: `${daysOfCodes} days after the last day of the survey, once its answers are mixed.`,
    why: 'So that a code that comes late is told what happened.',
    tables: ['intake.pass', 'intake.spent'],
    due: async (write, today) =>
      (
        await sql<Due>`select s.survey::text as thing, s.organisation, (s.closes_on + ${daysOfCodes}::integer)::text as until from intake.survey s
        where s.mixed_on is not null and s.closes_on + ${daysOfCodes}::integer < ${today}::date
          and exists (select from intake.way_in w where w.survey = s.survey and (exists (select from intake.pass p
            where p.way_in = w.way_in) or exists (select from intake.spent x where x.way_in = w.way_in)))`.execute(
          write,
        )
      ).rows,
    forget: async (write, things) => {
      await sql`delete from intake.spent x using intake.way_in w where w.way_in = x.way_in and w.survey::text = any (${things}::text[])`.execute(
        write,
      );
      await sql`delete from intake.pass p using intake.way_in w where w.way_in = p.way_in and w.survey::text = any (${things}::text[])`.execute(
        write,
      );
      return things;
    },
  },
];

export const takingPartKeeps: readonly Kept[] = [
  {
    what: 'What a survey asked, and by which ways people came in',
    howLong: 'For as long as the organisation works with Kept.',
    why: 'So that results can be understood. It holds no answer and no name of a young person.',
    tables: ['intake.survey', 'intake.way_in'],
  },
  {
    what: 'The key of a survey',
    howLong: 'Until its answers are mixed, seven days after its last day.',
    why: 'It seals the answers until then, and could join a card to one.',
    tables: ['intake.survey_key'],
  },
];

/** Keys of surveys go with the mixing. */
export async function destroyedSurveyKeys(read: Read): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{
    survey: string;
    day: string;
  }>`select survey::text, mixed_on::text as day from intake.survey where mixed_on is not null`.execute(read);
  return new Map(rows.map(({ survey, day }) => [survey, day]));
}
