/** Retention of what was written down of conversations (decision 0027). */
import { sql } from 'kysely';
import type { Due, Kept, Retention } from '#kit/retention/retention.js';

/** As long as raw answers to a survey are kept where nobody says otherwise (reference listening P17). */
export const monthsOfNotes = 24;

const usable = sql`q.read_by is not null and not q.recognisable and not q.set_aside`;

export const focusGroupsRetention: readonly Retention[] = [
  {
    name: 'conversation notes',
    counts: ['conversation', 'conversations'],
    what: 'Notes of focus groups and interviews, their place, and quotes that may not be used',
    howLong: `${monthsOfNotes} months after the conversation.`,
    why: 'To find quotes. A reader of the notes may recognise the speaker.',
    tables: ['record.conversation'],
    due: async (write, today) =>
      (
        await sql<Due>`select c.id::text as thing, c.organisation, (c.day + make_interval(months =>
          ${monthsOfNotes}::integer))::date::text as until from record.conversation c
        where (c.day + make_interval(months => ${monthsOfNotes}::integer))::date < ${today}::date
          and (c.notes <> '' or c.setting is not null or exists (select from record.quote q where q.conversation = c.id and not (${usable})))`.execute(
          write,
        )
      ).rows,
    forget: async (write, things) => {
      await sql`delete from record.quote q where q.conversation::text = any (${things}::text[]) and not (${usable})`.execute(
        write,
      );
      await sql`update record.conversation c set notes = '', setting = null where c.id::text = any (${things}::text[])`.execute(
        write,
      );
      return things;
    },
  },
];

export const focusGroupsKeeps: readonly Kept[] = [
  {
    what: 'Quotes that may be used',
    howLong:
      'For as long as the organisation works with Kept. A quote out of a survey loses its words when the survey’s texts are deleted.',
    why: 'A second person has read each, and nobody could recognise who said it.',
    tables: ['record.quote'],
  },
];
