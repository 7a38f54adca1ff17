import { sql } from 'kysely';
import type { Due, Kept, Retention } from '#kit/retention/retention.js';

const daysOfInterest = 90;

export const registerRetention: readonly Retention[] = [
  {
    name: 'interests',
    counts: ['person', 'people'],
    what: 'Who said that an organisation would like to sign, with their address',
    howLong: `${daysOfInterest} days, or until the keeper has answered.`,
    why: 'So that the keeper can invite them.',
    tables: ['record.register_interest'],
    due: async (write, today) =>
      (
        await sql<Due>`select i.id::text as thing, i.organisation, (i.said_on + ${daysOfInterest}::integer)::text as
          until from record.register_interest i where i.said_on < ${today}::date - ${daysOfInterest}::integer`.execute(
          write,
        )
      ).rows,
    forget: async (write, things) => {
      await sql`delete from record.register_interest i where i.id::text = any (${things}::text[])`.execute(write);
      return things;
    },
  },
];

export const registerKeeps: readonly Kept[] = [
  {
    what: 'Who signed a framework, renewed, withdrew or was removed',
    howLong: 'For as long as this Kept is there.',
    why: 'The register shows what became of each signature. A withdrawn entry leaves it.',
    tables: ['record.register_entry', 'record.register_letter', 'published.register_entry', 'published.register_event'],
  },
];
