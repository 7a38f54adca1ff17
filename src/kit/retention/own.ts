/** Retention of the tables of kit itself. */
import { sql } from 'kysely';
import { hoursSpent } from '../form/once.js';
import type { Due, Kept, Retention } from './retention.js';

const daysOfRuns = 40;
const daysOfJobs = 90;

/** Of what a link or a session leaves: whoever loses one signs in again, and one that lies about too long could be used. */
const signInAgain =
  'A wrong clock costs a sign-in and nothing else. A session or link that stays too long could be used by somebody else.';

export const kitRetention: readonly Retention[] = [
  {
    name: 'letters',
    counts: ['day of letters', 'days of letters'],
    what: 'Letters that were not sent',
    howLong: 'A week, or as long as their link works, and one day more. A letter that was sent is deleted at once.',
    why: 'A letter holds an address and often a link. It waits sealed.',
    tables: ['kit.mail'],
    // By the day: one mark for all of a day.
    due: async (write, today) =>
      (
        await sql<Due>`select distinct (m.until at time zone 'UTC')::date::text as thing, null::uuid as organisation,
          (m.until at time zone 'UTC')::date::text as until from kit.mail m
          where (m.until at time zone 'UTC')::date < ${today}::date`.execute(write)
      ).rows,
    forget: async (write, days) => {
      await sql`delete from kit.mail m where (m.until at time zone 'UTC')::date::text = any (${days}::text[])`.execute(
        write,
      );
      return days;
    },
  },
  {
    name: 'daily runs',
    counts: ['day', 'days'],
    what: 'Which daily work was done, and when',
    howLong: `${daysOfRuns} days.`,
    why: 'So that no reminder goes out twice.',
    tables: ['kit.daily_run'],
    due: async (write, today) =>
      (
        await sql<Due>`select distinct r.day::text as thing, null::uuid as organisation, (r.day +
          ${daysOfRuns}::integer)::text as until from kit.daily_run r
          where r.day + ${daysOfRuns}::integer < ${today}::date`.execute(write)
      ).rows,
    forget: async (write, days) => {
      await sql`delete from kit.daily_run r where r.day::text = any (${days}::text[])`.execute(write);
      return days;
    },
  },
  {
    name: 'jobs',
    counts: ['piece of work', 'pieces of work'],
    what: 'Long jobs that have ended, and who asked for them',
    howLong: `${daysOfJobs} days after they ended.`,
    why: 'So that the person who asked can see the result.',
    tables: ['kit.job'],
    due: async (write, today) =>
      (
        await sql<Due>`select j.id::text as thing, j.organisation::uuid as organisation, (j.ended_at::date +
          ${daysOfJobs}::integer)::text as until from kit.job j
          where j.ended_at::date + ${daysOfJobs}::integer < ${today}::date`.execute(write)
      ).rows,
    forget: async (write, things) =>
      (
        await sql<{
          thing: string;
        }>`delete from kit.job j where j.id::text = any (${things}::text[]) and j.ended_at is not null returning j.id::text as thing`.execute(
          write,
        )
      ).rows.map(({ thing }) => thing),
  },
  {
    name: 'sessions',
    what: 'Where people are signed in',
    howLong: 'Until they sign out, or 12 hours after they were last seen.',
    why: 'So that people need not sign in for each page.',
    tables: ['kit.session'],
    atOnce: signInAgain,
    forgetNow: (write, now) => sql`delete from kit.session s where s.expires_at < ${now}`.execute(write),
  },
  {
    name: 'sign-in links',
    what: 'Links to sign in, in a form that nobody can use',
    howLong: '10 minutes, or until they are used.',
    why: 'To let the person in who asked for the link.',
    tables: ['kit.sign_in_link'],
    atOnce: signInAgain,
    forgetNow: (write, now) => sql`delete from kit.sign_in_link l where l.expires_at < ${now}`.execute(write),
  },
  {
    name: 'passkey questions',
    what: 'Passkey checks, and requests from people who lost their passkey',
    howLong: 'Minutes for a check, seven days for a request.',
    why: 'To check that the answer belongs to the question.',
    tables: ['kit.passkey_challenge', 'kit.passkey_reset'],
    atOnce: signInAgain,
    forgetNow: async (write, now) => {
      await sql`delete from kit.passkey_challenge c where c.expires_at < ${now}`.execute(write);
      await sql`delete from kit.passkey_reset r where r.expires_at < ${now}`.execute(write);
    },
  },
  {
    name: 'spent forms',
    what: 'That a form was sent, without what it said and without who sent it',
    howLong: `${hoursSpent} hours.`,
    why: 'So that a form that is pressed twice does its work once.',
    tables: ['kit.spent_form'],
    atOnce: 'A page that stood open for longer is drawn anew, and its form can be sent again.',
    forgetNow: (write, now) =>
      sql`delete from kit.spent_form f where f.spent_at < ${new Date(now.getTime() - hoursSpent * 3_600_000)}`.execute(
        write,
      ),
  },
  {
    name: 'limits',
    what: 'Counts against too many tries, without addresses',
    howLong: 'A day after the last try.',
    why: 'To slow down whoever guesses.',
    tables: ['kit.rate_limit'],
    atOnce: 'They are full again by then, and a crash forgets them too.',
    forgetNow: (write, now) =>
      sql`delete from kit.rate_limit l where l.filled_at < ${new Date(now.getTime() - 86_400_000)}`.execute(write),
  },
];

export const kitKeeps: readonly Kept[] = [
  {
    what: 'The journal: who did what, by number and never by name',
    howLong: 'For as long as this Kept is there.',
    why: 'It proves that nothing was changed behind anybody’s back. The name behind a number can go.',
    tables: ['kit.journal', 'kit.journal_head'],
  },
  {
    what: 'What was signed of the journal and of publications, by number and hash',
    howLong: 'For as long as this Kept is there.',
    why: 'Old files can be checked by it.',
    tables: ['published.publication_line', 'published.signing_key', 'published.signed_head', 'kit.signed_scope'],
  },
  {
    what: 'Passkeys',
    howLong: 'Until they are removed, or the account closes.',
    why: 'To sign in.',
    tables: ['kit.passkey'],
  },
  {
    what: 'What has been published: versions with their text',
    howLong: 'For as long as this Kept is there.',
    why: 'A public record is not rewritten. What is withdrawn says why.',
    tables: ['publication', 'passage', 'word', 'revision', 'withdrawal', 'ending'].map((name) => `published.${name}`),
  },
  {
    what: 'Keys, and what Kept notes of its own running',
    howLong: 'For as long as this Kept is there.',
    why: 'They hold nothing about anybody.',
    tables: [
      'kit.migration',
      'kit.day_rule',
      'kit.key_ring',
      'kit.mail_key',
      'kit.trace',
      'kit.retention_clock',
      'kit.retention_mark',
      'kit.backup_run',
      'kit.backup_plan',
    ],
  },
];
