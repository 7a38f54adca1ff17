/** Takes in what a script or a file hands in: sealed in an envelope that waited on a device, or plain. Answered once it is durable. */
import { z } from 'zod';
import { momentOf } from '#kit/db/client.js';
import type { Gate } from '#kit/db/gate.js';
import { audiences } from '#rooms/heard/instruments/index.js';
import { checkGiven } from './answers.js';
import { type Arrived, arrive } from './arrival.js';
import { codeTyped } from './codes.js';
import { askedOf, whatCodeOpens } from './codes-and-seats.js';
import { openEnvelope } from './envelope.js';
import { minuteLimit } from '#kit/limit.js';
import { mayBeWrong } from './limits.js';
import type { KeyFor } from './sealing.js';
import { surveyKeys } from './survey-keys.js';
import { isTicket, ticketForm } from './tickets.js';
import type { Given } from './given-answers.js';
import { sealedAtMost } from './words.js';

const plain = z.strictObject({
  /** The card's code, or the code of the session or link. */
  code: z.string().min(8).max(9),
  /** The seat's token; left out for cards. */
  seat: z
    .string()
    .regex(/^[\w-]{22,43}$/)
    .optional(),
  /** That whoever sends this was there before the end (tickets.ts). */
  ticket: z.string().regex(ticketForm).optional(),
  submission: z.string().regex(/^[\w-]{22}$/),
  audience: z.enum(audiences),
  language: z.string().min(2).max(35),
  /** In which order options of "choose" were shown (option-order.ts). */
  seed: z.number().int().min(0).max(65_535).optional(),
  // What is in it `checkGiven` looks at, item by item: once is enough for what two hundred send at once.
  given: z.custom<Given>((value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
});
const open = plain.extend({ survey: z.uuid() });
const closed = z.strictObject({
  survey: z.uuid(),
  sealed: z
    .string()
    .max(sealedAtMost)
    .regex(/^[\w-]+$/),
});

/** What became of a submission. "busy", "full" and "not yet": it may be sent again as it is. */
export interface HandedIn {
  readonly outcome: Exclude<Arrived['outcome'], 'too many' | 'paused'> | 'not understood';
  readonly receipt: readonly number[];
}

function without(outcome: HandedIn['outcome']): HandedIn {
  return { outcome, receipt: [] };
}

/** What comes to nothing costs as much as what is taken; devices that wait send one after the other. */
const refusals = minuteLimit(1200);

interface Sent {
  readonly survey: string;
  readonly given: z.infer<typeof plain>;
}

async function sentIn(gate: Gate, key: KeyFor, body: unknown, now: Date): Promise<Sent | 'closed' | null> {
  const read =
    typeof body === 'object' && body !== null && 'sealed' in body ? closed.safeParse(body) : open.safeParse(body);
  if (!read.success) return null;
  const { survey } = read.data;
  if (!('sealed' in read.data)) return { survey, given: read.data };
  const keys = await surveyKeys(gate, key, survey, now);
  // Its answers are mixed and its key is destroyed: nobody can open this any more.
  if (keys === null) return 'closed';
  const text = openEnvelope(keys, survey, read.data.sealed);
  if (text === null) return null;
  try {
    const inside = plain.safeParse(JSON.parse(text));
    return inside.success ? { survey, given: inside.data } : null;
  } catch {
    return null;
  }
}

/** Hands one submission in, as a script sent it or as it lay in a file. `sender` is counted where it sends what comes to nothing. */
export async function handIn(
  gate: Gate,
  key: KeyFor,
  body: unknown,
  now: Date,
  sender: string | null = null,
): Promise<HandedIn> {
  const done = await handedIn(gate, key, body, now, sender);
  if (done.outcome === 'accepted' || done.outcome === 'busy' || sender === null) return done;
  // Whoever sends too much that comes to nothing is told "later" whatever it is: an honest device keeps it.
  return refusals.take(sender, now) ? done : without('busy');
}

/** The same for one of many in a file: what the database could not take now is told as "later" and keeps none of the others. */
export async function handInOrLater(
  gate: Gate,
  key: KeyFor,
  body: unknown,
  now: Date,
  sender: string,
): Promise<HandedIn> {
  try {
    return await handIn(gate, key, body, now, sender);
  } catch (problem) {
    if (momentOf(problem) === null) throw problem;
    return without('busy');
  }
}

async function handedIn(gate: Gate, key: KeyFor, body: unknown, now: Date, sender: string | null): Promise<HandedIn> {
  const sent = await sentIn(gate, key, body, now);
  if (sent === 'closed') return without('closed');
  const code = sent === null ? null : codeTyped(sent.given.code);
  if (sent === null || code === null) return without('not understood');
  const {
    survey,
    given: { seat, ticket, submission, audience, language: wanted, seed, given },
  } = sent;
  const asked = await askedOf(gate, survey);
  if (!asked) return without('closed');
  const checked = checkGiven(asked, audience, given);
  const language = asked.languages.find((one) => one === wanted);
  if (!checked.ok || language === undefined) return without('not understood');
  let isKnown = seat === undefined;
  const opened = async () => {
    const found = await whatCodeOpens(gate, key, code, now);
    isKnown = found !== null;
    return found;
  };
  const late = ticket !== undefined && isTicket(key, 'late', code, ticket);
  const arrived = await arrive(
    gate,
    key,
    {
      survey,
      asked,
      code,
      seat: seat ?? null,
      opened,
      sender,
      late,
      submission,
      audience,
      language,
      seed: seed ?? null,
      given: checked.value,
    },
    now,
  );
  const { outcome, receipt } = arrived;
  if (outcome === 'too many') return without('busy');
  // Taking part again lets it in.
  if (outcome === 'paused') return without('not yet');
  const isWrong = outcome === 'unknown' && (seat === undefined || !isKnown);
  if (isWrong && sender !== null && !(await mayBeWrong(gate, key, sender, now))) return without('busy');
  return { outcome, receipt };
}
