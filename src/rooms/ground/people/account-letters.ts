/** Letters about accounts and roles: to the person whom an act is about, and to those who keep children safe. */
import { sql } from 'kysely';
import type { Write } from '#kit/db/gate.js';
import { postLetters } from '#kit/mail/mail.js';

/** Tells the safeguarding leads of an organisation and its head. */
export async function tellOfSafeguarding(
  write: Write,
  organisation: string,
  subject: string,
  body: string,
  now: Date,
  more: readonly string[] = [],
): Promise<void> {
  const { rows } = await sql<{
    email: string;
  }>`select email from record.told_of_safeguarding(${organisation}::uuid) as email order by email`.execute(write);
  const addresses = [...new Set([...rows.map(({ email }) => email), ...more])];
  await postLetters(
    write,
    addresses.map((to) => ({ organisation, to, subject, body })),
    now,
  );
}

/** Tells somebody what changed about their account. */
export async function tellPerson(
  write: Write,
  organisation: string,
  to: string,
  subject: string,
  body: string,
  now: Date,
): Promise<void> {
  await postLetters(write, [{ organisation, to, subject, body }], now);
}
