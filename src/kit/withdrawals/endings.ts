/** What was right and is over: its page stays, and says that it has ended, when and why. Publishing a new version begins it again. */
import { londonDate } from '#base/london.js';
import type { Read, Write } from '../db/gate.js';
import { journal } from '../journal.js';
import { raiseRevision } from '../publications/publications.js';
import type { Found, Withdrawer } from './withdrawals.js';

export interface EndingRow {
  kind: string;
  subject: string;
  organisation: string;
  role: string;
  reason: string;
  on_day: string;
}

declare module '#kit/db/tables.js' {
  interface Tables {
    'published.ending': EndingRow;
  }
}

/** Ends it; nothing where it has ended already. */
export async function endPublished(
  write: Write,
  who: Withdrawer,
  { kind, standing }: Found,
  { role, reason }: { readonly role: string; readonly reason: string },
): Promise<void> {
  const row = {
    kind: kind.kind,
    subject: standing.subject,
    organisation: who.organisation,
    role,
    reason,
    on_day: londonDate(who.now),
  };
  const made = await write
    .insertInto('published.ending')
    .values(row)
    .onConflict((conflict) => conflict.columns(['kind', 'subject']).doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 0n) return;
  await journal(write, {
    scope: who.organisation,
    at: who.now,
    who: who.account,
    verb: 'end',
    kind: kind.kind,
    thing: standing.subject,
    why: reason,
    detail: { role },
  });
  await raiseRevision(write);
}

/** That it has ended, when and why; undefined while it goes on. */
export async function endingOf(read: Read, kind: string, subject: string): Promise<EndingRow | undefined> {
  return read
    .selectFrom('published.ending')
    .selectAll()
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .executeTakeFirst();
}

/** Which of these have ended, and on which day. */
export async function endingsAmong(
  read: Read,
  kind: string,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (subjects.length === 0) return new Map();
  const rows = await read
    .selectFrom('published.ending')
    .select(['subject', 'on_day'])
    .where('kind', '=', kind)
    .where('subject', 'in', [...subjects])
    .execute();
  return new Map(rows.map(({ subject, on_day }) => [subject, on_day]));
}
