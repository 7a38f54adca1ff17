/**
 * Letters that acts ask for. They are written in the act's own transaction and sent afterwards, so that neither is there
 * without the other; a letter that the mail server refuses is tried again, at longer and longer intervals, for a week.
 */
import { sql } from 'kysely';
import type { Gate, Write } from '#kit/db/gate.js';
import { nobody } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import type { DoorSettings } from '#kit/page.js';

interface MailRow {
  id: string;
  organisation: string;
  recipient: string;
  subject: string;
  body: string;
  asked_at: Date;
  attempts: number;
  next_at: Date;
}

declare module '#kit/db/tables.js' {
  interface Tables {
    'kit.mail': MailRow;
  }
}

export interface Letter {
  /** On whose behalf it is sent. */
  readonly organisation: string;
  readonly to: string;
  readonly subject: string;
  /** Plain text. Says that something waits and where, never what a young person wrote. */
  readonly body: string;
}

/** Asks for letters in the transaction of the act that they are about. */
export async function postLetters(write: Write, letters: readonly Letter[], now: Date): Promise<void> {
  if (letters.length === 0) return;
  const rows = letters.map(({ organisation, to, subject, body }) => ({ id: newId(now), organisation, recipient: to, subject: subject.replace(/\s+/g, ' '), body, asked_at: now, attempts: 0, next_at: now }));
  await write.insertInto('kit.mail').values(rows).execute();
}

const daysAtMost = 7;

/** Minutes until the next try: 1, 2, 4 ... at most six hours. */
function pauseAfter(attempts: number): number {
  return Math.min(2 ** attempts, 360);
}

/**
 * Sends what is due and forgets it; returns how many went out. Where no mail server is set up nothing is sent, and what is
 * older than a week is forgotten: a letter may hold a link that lets somebody in.
 */
export async function sendLetters(gate: Gate, sendMail: DoorSettings['sendMail'], now: Date, log: (message: string) => void): Promise<number> {
  await gate.write(nobody, (write) => write.deleteFrom('kit.mail').where('asked_at', '<', new Date(now.getTime() - daysAtMost * 86_400_000)).execute());
  if (sendMail === null) return 0;
  let sent = 0;
  for (;;) {
    // Taken for ten minutes: a process that dies over a letter leaves it to the next.
    const letter = await gate.write(nobody, async (write) => {
      const { rows } = await sql<MailRow>`
        update kit.mail set attempts = attempts + 1, next_at = ${new Date(now.getTime() + 600_000)}
        where id = (select id from kit.mail where next_at <= ${now} order by next_at limit 1 for update skip locked)
        returning *`.execute(write);
      return rows[0];
    });
    if (!letter) return sent;
    try {
      await sendMail({ to: letter.recipient, subject: letter.subject, text: letter.body });
      await gate.write(nobody, (write) => write.deleteFrom('kit.mail').where('id', '=', letter.id).execute());
      sent += 1;
    } catch (problem) {
      // Neither address nor text goes into a log.
      log(`A letter could not be sent (try ${letter.attempts}): ${problem instanceof Error ? problem.name : 'unknown'}`);
      const next = new Date(now.getTime() + pauseAfter(letter.attempts) * 60_000);
      await gate.write(nobody, (write) => write.updateTable('kit.mail').set({ next_at: next }).where('id', '=', letter.id).execute());
    }
  }
}
