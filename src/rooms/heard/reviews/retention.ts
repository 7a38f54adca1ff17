/** Retention of what people wrote freely, and of what was passed on because somebody may not be safe (reference listening P8, P17). */
import { sql } from 'kysely';
import type { Due, Retention } from '#kit/retention/retention.js';

const daysOfHeadLetters = 30;
/** Until the youngest child who can have written it is 25: how old who wrote is stands nowhere (decision 0027). */
export const yearsOfConcerns = 25;
const daysOfSessions = 90;

export const reviewsRetention: readonly Retention[] = [
  {
    name: 'texts',
    counts: ['survey', 'surveys'],
    what: 'What people wrote freely in a survey, and the session it came from',
    howLong: 'Until the day on which the answers go, whatever was decided about it.',
    why: 'So that named reviewers can read it.',
    tables: ['record.free_text', 'record.text_session'],
    due: async (write, today) =>
      (
        await sql<Due>`select s.survey::text as thing, s.organisation, s.keep_until::text as until from intake.survey s
        where s.keep_until < ${today}::date and exists (select from record.free_text t where t.organisation = s.organisation and t.survey = s.survey)`.execute(
          write,
        )
      ).rows,
    forget: async (write, things) => {
      await sql`delete from record.text_session x using record.free_text t where t.id = x.text and t.survey::text = any (${things}::text[])`.execute(
        write,
      );
      await sql`delete from record.free_text t where t.survey::text = any (${things}::text[])`.execute(write);
      return things;
    },
  },
  {
    name: 'letters to heads',
    counts: ['letter', 'letters'],
    what: 'Letters that asked a head about a class session, with the link in a form that nobody can use',
    howLong: `${daysOfHeadLetters} days after the link has ended.`,
    why: 'So that the link works once.',
    tables: ['record.head_letter'],
    due: async (write, today) =>
      (
        await sql<Due>`select l.request::text as thing, l.organisation, (l.expires_at::date +
          ${daysOfHeadLetters}::integer)::text as until from record.head_letter l
          where l.expires_at::date + ${daysOfHeadLetters}::integer < ${today}::date`.execute(write)
      ).rows,
    forget: async (write, things) => {
      await sql`delete from record.head_letter l where l.request::text = any (${things}::text[])`.execute(write);
      return things;
    },
  },
  {
    name: 'concern sessions',
    counts: ['text', 'texts'],
    what: 'The class session that a text came from, once the text was passed to the safeguarding leads',
    howLong: `${daysOfSessions} days after the text was closed.`,
    why: 'So that the safeguarding leads can ask for the session while they act.',
    tables: ['record.concern_session'],
    due: async (write, today) =>
      (
        await sql<Due>`select c.id::text as thing, c.organisation, (c.outcome_on + ${daysOfSessions}::integer)::text as until from record.concern c
        where c.outcome_on + ${daysOfSessions}::integer < ${today}::date and exists (select from record.concern_session s where s.concern = c.id)`.execute(
          write,
        )
      ).rows,
    forget: async (write, things) => {
      await sql`delete from record.concern_session s where s.concern::text = any (${things}::text[])`.execute(write);
      return things;
    },
  },
  {
    name: 'concerns',
    counts: ['text', 'texts'],
    what: 'Texts passed to the safeguarding leads, their own notes, and who asked for a session',
    howLong: `${yearsOfConcerns} years after the text was passed on, once it is closed. Open texts stay.`,
    why:
      'Safeguarding records are kept until a child is 25, and we do not know the writer’s age. The setting’s own ' +
      'file on a case may have to be kept for longer.',
    tables: ['record.concern', 'record.session_request'],
    due: async (write, today) =>
      (
        await sql<Due>`select c.id::text as thing, c.organisation, (c.passed_on + make_interval(years =>
          ${yearsOfConcerns}::integer))::date::text as until from record.concern c
        where c.outcome_on is not null and (c.passed_on + make_interval(years => ${yearsOfConcerns}::integer))::date < ${today}::date`.execute(
          write,
        )
      ).rows,
    forget: async (write, things) => {
      await sql`delete from record.head_letter l using record.session_request r where r.id = l.request and r.concern::text = any (${things}::text[])`.execute(
        write,
      );
      await sql`delete from record.session_request r where r.concern::text = any (${things}::text[])`.execute(write);
      await sql`delete from record.concern_session s where s.concern::text = any (${things}::text[])`.execute(write);
      await sql`delete from record.concern c where c.id::text = any (${things}::text[])`.execute(write);
      return things;
    },
  },
];
