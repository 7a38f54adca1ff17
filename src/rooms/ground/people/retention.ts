import { sql } from 'kysely';
import type { Due, Kept, Retention } from '#kit/retention/retention.js';

const daysAfterInvitation = 90;

export const peopleRetention: readonly Retention[] = [
  {
    name: 'invitations',
    counts: ['invitation', 'invitations'],
    what: 'Invitations that nobody used, with the address invited',
    howLong: `${daysAfterInvitation} days after their link has ended.`,
    why: 'So that whoever sent one can see it and send it again.',
    tables: ['record.invitation'],
    due: async (write, today) =>
      (
        await sql<Due>`select i.id::text as thing, i.organisation, (i.expires_at::date +
          ${daysAfterInvitation}::integer)::text as until from record.invitation i
        where i.used_at is null and i.expires_at::date + ${daysAfterInvitation}::integer < ${today}::date`.execute(
          write,
        )
      ).rows,
    // One that was sent again meanwhile is not due any more; one that was used stays with the account that came of it.
    forget: async (write, things) => {
      await sql`delete from record.invitation i where i.id::text = any (${things}::text[]) and i.used_at is null`.execute(
        write,
      );
      return things;
    },
  },
  {
    name: 'letters counted',
    what: 'How many invitations went to an address, without the address',
    howLong: 'Two days.',
    why: 'To limit letters to one address.',
    tables: ['record.invitation_letter'],
    atOnce: 'A count that goes too early lets a few letters more through.',
    forgetNow: (write, now) =>
      sql`delete from record.invitation_letter l where l.sent_at < ${new Date(now.getTime() - 2 * 86_400_000)}`.execute(
        write,
      ),
  },
];

export const peopleKeeps: readonly Kept[] = [
  {
    what: 'Accounts, their roles and who gave them, and heads: name and address',
    howLong: 'Until they are changed. A closed account keeps its name.',
    why: 'So that it stays clear who acted for an organisation, and who appointed whom.',
    tables: ['record.account', 'record.account_role', 'record.role_given', 'record.head'],
  },
  {
    what: 'Organisations',
    howLong: 'For as long as this Kept is there.',
    why: 'Everything that was published names one.',
    tables: ['record.organisation', 'published.organisation', 'record.official_domain', 'record.naming'],
  },
];
