/**
 * Letters that acts ask for. They are written in the act's own transaction and sent afterwards, so that neither is there without the other; a
 * letter that the mail server refuses is tried again, at longer and longer intervals, until nobody needs it any more. They wait sealed
 * (sealing.ts): neither the database nor a backup of it holds an address or a link that could be used.
 */
import { sql } from 'kysely';
import type { Gate, Write } from '#kit/db/gate.js';
import { nobody } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { withOwnLinks } from './links.js';
import { type LetterPair, openLetter, sealLetter } from './sealing.js';

interface MailRow {
  id: string;
  organisation: string | null;
  sealed: Buffer;
  asked_at: Date;
  until: Date;
  attempts: number;
  next_at: Date;
}

declare module '#kit/db/tables.js' {
  interface Tables {
    'kit.mail': MailRow;
    'kit.mail_key': { public_key: Buffer };
  }
}

export interface Letter {
  /** On whose behalf it is sent; null for a letter of the door, before anybody is signed in. */
  readonly organisation: string | null;
  /** Null for a letter to nobody: sealed, kept and thrown away like any other, so that nobody can tell from outside whether somebody is written to. */
  readonly to: string | null;
  readonly subject: string;
  /** Plain text. Says that something waits and where, never what a young person wrote. */
  readonly body: string;
  /** When nobody needs it any more; a week after it was asked for where nothing else is said. */
  readonly until?: Date;
}

/** What a sealed letter holds. */
interface Sealed {
  readonly to: string | null;
  readonly subject: string;
  readonly text: string;
}

const daysAtMost = 7;

/** Asks for letters in the transaction of the act that they are about. */
export async function postLetters(write: Write, letters: readonly Letter[], now: Date): Promise<void> {
  if (letters.length === 0) return;
  const { public_key: key } = await write.selectFrom('kit.mail_key').select('public_key').executeTakeFirstOrThrow();
  const latest = new Date(now.getTime() + daysAtMost * 86_400_000);
  const rows = letters.map(({ organisation, to, subject, body, until = latest }) => {
    const id = newId(now);
    const letter: Sealed = { to, subject: subject.replace(/\s+/g, ' '), text: body };
    return {
      id,
      organisation,
      sealed: sealLetter(key, id, JSON.stringify(letter)),
      asked_at: now,
      until,
      attempts: 0,
      next_at: now,
    };
  });
  await write.insertInto('kit.mail').values(rows).execute();
}

export interface Mail {
  /** The same at every try: whoever receives it twice can tell (RFC 5322, 3.6.4). */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Hands one letter to the mail server. Gives up, for good, when the signal says so. */
export type SendMail = (mail: Mail, signal: AbortSignal) => Promise<void>;

/** A taken letter is nobody else's for so long ... */
const leaseMinutes = 10;
/** ... and whoever took it tries for so long, so that no second process can be at it meanwhile. */
const secondsToSend = 60;

/** Minutes until the next try: 2, 4, 8 ... at most six hours. */
function pauseAfter(attempts: number): number {
  return Math.min(2 ** attempts, 360);
}

function later(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000);
}

/** What went wrong, without a word of the mail server's: those name addresses. */
export function faultOf(problem: unknown): string {
  if (!(problem instanceof Error)) return 'unknown';
  const { code, responseCode } = problem as { code?: unknown; responseCode?: unknown };
  const known = [
    typeof code === 'string' && /^[A-Z_]{2,40}$/.test(code) ? code : null,
    typeof responseCode === 'number' ? String(responseCode) : null,
  ].filter((one) => one !== null);
  return known.length > 0 ? known.join(' ') : problem.name;
}

/** Nothing about this letter: the next one would fare no better. */
function isServersFault(problem: unknown): boolean {
  const code = problem instanceof Error && 'code' in problem ? problem.code : null;
  return (
    typeof code === 'string' &&
    [
      'ECONNECTION',
      'ECONNREFUSED',
      'ECONNRESET',
      'ETIMEDOUT',
      'ESOCKET',
      'EDNS',
      'ENOTFOUND',
      'EAI_AGAIN',
      'EAUTH',
      'ENOAUTH',
      'ETLS',
      'EABORT',
    ].includes(code)
  );
}

export interface SendParts {
  readonly gate: Gate;
  /** Null where no mail server is set up. */
  readonly sendMail: SendMail | null;
  readonly pair: LetterPair;
  /** To which alone letters lead: without a slash at its end. */
  readonly site: string;
  readonly clock: () => Date;
  readonly log: (message: string) => void;
  /** How long one letter may take; tests are less patient. */
  readonly secondsToSend?: number;
  /** No further letter is begun once this says so. */
  readonly isStopping?: () => boolean;
}

async function take({ gate, clock }: SendParts): Promise<MailRow | undefined> {
  // The clock is asked for each letter: at the end of a slow round the moment of its beginning is long ago.
  const now = clock();
  return gate.write(nobody, async (write) => {
    const { rows } = await sql<MailRow>`
      update kit.mail set attempts = attempts + 1, next_at = ${later(now, leaseMinutes)}
      where id = (select id from kit.mail where next_at <= ${now} and until > ${now} and sealed is not null
        order by until, next_at limit 1 for update skip locked)
      returning id, organisation, sealed, asked_at, until, attempts, next_at`.execute(write);
    return rows[0];
  });
}

/** Gone where this process still holds it: a letter that another has taken meanwhile is that one's. */
async function forget({ gate }: SendParts, { id, attempts }: MailRow): Promise<void> {
  await gate.write(nobody, (write) =>
    write.deleteFrom('kit.mail').where('id', '=', id).where('attempts', '=', attempts).execute(),
  );
}

type Ending = 'sent' | 'not sent' | 'no mail server';

async function deliver(parts: SendParts, sendMail: SendMail, row: MailRow): Promise<Ending> {
  const text = openLetter(parts.pair, row.id, row.sealed);
  const letter: Sealed | null = text === null ? null : JSON.parse(text);
  if (letter === null)
    parts.log(
      'A letter was sealed under another secret than the one in use now. Nobody can open it, so it is thrown away.',
    );
  if (letter === null || letter.to === null) {
    await forget(parts, row);
    return 'not sent';
  }
  try {
    await sendMail(
      {
        id: row.id,
        to: letter.to,
        subject: withOwnLinks(letter.subject, parts.site),
        text: withOwnLinks(letter.text, parts.site),
      },
      AbortSignal.timeout((parts.secondsToSend ?? secondsToSend) * 1000),
    );
  } catch (problem) {
    parts.log(`A letter could not be sent (try ${row.attempts}): ${faultOf(problem)}`);
    const next = later(parts.clock(), pauseAfter(row.attempts));
    await parts.gate.write(nobody, (write) =>
      write
        .updateTable('kit.mail')
        .set({ next_at: next })
        .where('id', '=', row.id)
        .where('attempts', '=', row.attempts)
        .execute(),
    );
    return isServersFault(problem) ? 'no mail server' : 'not sent';
  }
  await forget(parts, row);
  return 'sent';
}

/**
 * Sends what is due and forgets it; returns how many went out. A letter goes out once for each time that it is taken: who took it gives up long
 * before anybody else may take it. A crash between sending and forgetting repeats it, under the same Message-ID. Where no mail server is set up
 * nothing is sent. What nobody needs any more is not sent; retention deletes it (kit/retention/own.ts).
 */
export async function sendLetters(parts: SendParts): Promise<number> {
  if (parts.sendMail === null) return 0;
  let sent = 0;
  while (parts.isStopping?.() !== true) {
    const row = await take(parts);
    if (!row) break;
    const ending = await deliver(parts, parts.sendMail, row);
    if (ending === 'sent') sent += 1;
    if (ending === 'no mail server') break;
  }
  return sent;
}
