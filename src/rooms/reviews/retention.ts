/** Retention of what people wrote freely, and of what was passed on because somebody may not be safe (reference listening P8, P17). */
import { sql } from 'kysely';
import type { Due, Kept, Retention } from '#kit/retention/retention.js';

const daysOfHeadLetters = 30;

export const reviewsRetention: readonly Retention[] = [
  {
    name: 'texts',
    counts: ['survey', 'surveys'],
    what: 'What people wrote freely in a survey, and the session it came from',
    howLong: 'Until the day on which the answers go, whatever was decided about it.',
    why: 'So that named reviewers can read it.',
    tables: ['record.free_text', 'record.text_session'],
    due: async (write, today) =>
      (await sql<Due>`select s.survey::text as thing, s.organisation, s.keep_until::text as until from intake.survey s
        where s.keep_until < ${today}::date and exists (select from record.free_text t where t.organisation = s.organisation and t.survey = s.survey)`.execute(write)).rows,
    forget: async (write, things) => {
      await sql`delete from record.text_session x using record.free_text t where t.id = x.text and t.survey::text = any (${things}::text[])`.execute(write);
      await sql`delete from record.free_text t where t.survey::text = any (${things}::text[])`.execute(write);
      return things;
    },
  },
  {
    name: 'letters to heads',
    counts: ['letter', 'letters'],
    what: 'That a head was asked about a session by letter, with their link in a form that nobody can use',
    howLong: `${daysOfHeadLetters} days after the link has ended.`,
    why: 'So that the link works once.',
    tables: ['record.head_letter'],
    due: async (write, today) =>
      (await sql<Due>`select l.request::text as thing, l.organisation, (l.expires_at::date + ${daysOfHeadLetters}::integer)::text as until from record.head_letter l where l.expires_at::date + ${daysOfHeadLetters}::integer < ${today}::date`.execute(write)).rows,
    forget: async (write, things) => {
      await sql`delete from record.head_letter l where l.request::text = any (${things}::text[])`.execute(write);
      return things;
    },
  },
];

export const reviewsKeeps: readonly Kept[] = [
  {
    what: 'What was passed to the safeguarding leads, and which session was asked for',
    howLong: 'For as long as the setting’s own safeguarding rules say. Kept does not delete it.',
    why: 'Safeguarding records are the setting’s, and the law asks for them for years.',
    tables: ['record.concern', 'record.concern_session', 'record.session_request'],
  },
];
