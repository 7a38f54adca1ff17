/** Retention of what young people suggested for a charter (decision 0027). */
import { sql } from 'kysely';
import type { Due, Retention } from '#kit/retention/retention.js';

const months = 24;
const daysWithheld = 90;

export const suggestionsRetention: readonly Retention[] = [
  {
    name: 'charter suggestions',
    counts: ['text', 'texts'],
    what: 'What young people suggested for a charter, without names',
    howLong: `${months} months after the day on which it was written; ${daysWithheld} days after an adult withheld it, unless it was handed on as a worry.`,
    why: 'So that a class can see what became of what it said. What became part of the charter stays there.',
    tables: ['record.charter_suggestion'],
    due: async (write, today) =>
      (
        await sql<Due>`select l.id::text as thing, l.organisation, l.until::text as until from (
          select s.id, s.organisation, least((s.day + make_interval(months => ${months}::integer))::date, case
            when s.state = 'withheld' and s.passed_on is null then s.reviewed_on + ${daysWithheld}::integer end) as until
            from record.charter_suggestion s) l
        where l.until < ${today}::date`.execute(write)
      ).rows,
    forget: async (write, things) => {
      await sql`delete from record.charter_suggestion s where s.id::text = any (${things}::text[])`.execute(write);
      return things;
    },
  },
];
