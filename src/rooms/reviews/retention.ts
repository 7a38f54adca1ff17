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
  {
    name: 'concern sessions',
    counts: ['text', 'texts'],
    what: 'From which class session a text came that was passed to the safeguarding leads',
    howLong: `${daysOfSessions} days after they closed it.`,
    why: 'So that they can ask for the session while they act on it.',
    tables: ['record.concern_session'],
    due: async (write, today) =>
      (await sql<Due>`select c.id::text as thing, c.organisation, (c.outcome_on + ${daysOfSessions}::integer)::text as until from record.concern c
        where c.outcome_on + ${daysOfSessions}::integer < ${today}::date and exists (select from record.concern_session s where s.concern = c.id)`.execute(write)).rows,
    forget: async (write, things) => {
      await sql`delete from record.concern_session s where s.concern::text = any (${things}::text[])`.execute(write);
      return things;
    },
  },
  {
    name: 'concerns',
    counts: ['text', 'texts'],
    what: 'What was passed to the safeguarding leads, what they wrote down, and who asked for a session',
    howLong: `${yearsOfConcerns} years after it was passed on, once it is closed. What is not closed stays.`,
    why: 'Records of safeguarding are kept until a child is 25, and nobody knows how old who wrote is. The setting’s own file on a case may have to be kept for longer.',
    tables: ['record.concern', 'record.session_request'],
    due: async (write, today) =>
      (await sql<Due>`select c.id::text as thing, c.organisation, (c.passed_on + make_interval(years => ${yearsOfConcerns}::integer))::date::text as until from record.concern c
        where c.outcome_on is not null and (c.passed_on + make_interval(years => ${yearsOfConcerns}::integer))::date < ${today}::date`.execute(write)).rows,
    forget: async (write, things) => {
      await sql`delete from record.head_letter l using record.session_request r where r.id = l.request and r.concern::text = any (${things}::text[])`.execute(write);
      await sql`delete from record.session_request r where r.concern::text = any (${things}::text[])`.execute(write);
      await sql`delete from record.concern_session s where s.concern::text = any (${things}::text[])`.execute(write);
      await sql`delete from record.concern c where c.id::text = any (${things}::text[])`.execute(write);
      return things;
    },
  },
];
