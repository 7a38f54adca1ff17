/** Takes in what a script or a file hands in: sealed in an envelope that waited on a device, or plain. Answered once it is durable. */
import { z } from 'zod';
import type { Gate } from '#kit/db/gate.js';
import { audiences } from '#rooms/instruments/index.js';
import { checkGiven } from './answers.js';
import { askedOf, takeSeat } from './entrance.js';
import { openEnvelope } from './envelope.js';
import { IntakeBusy, type Received, receive } from './receiver.js';
import type { KeyFor } from './sealing.js';
import { surveyKeys } from './survey-keys.js';
import type { Given } from './words.js';

const plain = z.strictObject({
  /** The card's code, or the code of the session or link. */
  code: z.string().min(8).max(9),
  /** The seat's token; left out for cards. */
  seat: z.string().regex(/^[\w-]{22,43}$/).optional(),
  submission: z.string().regex(/^[\w-]{22}$/),
  audience: z.enum(audiences),
  language: z.string().min(2).max(35),
  /** In which order options of "choose" were shown (order.ts). */
  seed: z.number().int().min(0).max(65_535).optional(),
  // What is in it `checkGiven` looks at, item by item: once is enough for what two hundred send at once.
  given: z.custom<Given>((value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
});
const open = plain.extend({ survey: z.uuid() });
const closed = z.strictObject({ survey: z.uuid(), sealed: z.string().max(60_000).regex(/^[\w-]+$/) });

/** What became of a submission; `given` names what no form of ours sends. */
export type HandedIn = Received | { readonly outcome: 'not understood' | 'full' | 'not yet' | 'ended' | 'busy' };

/** Hands one submission in, as a script sent it or as it lay in a file. */
export async function handIn(gate: Gate, key: KeyFor, body: unknown, now: Date): Promise<HandedIn> {
  const read = typeof body === 'object' && body !== null && 'sealed' in body ? closed.safeParse(body) : open.safeParse(body);
  if (!read.success) return { outcome: 'not understood' };
  const { survey } = read.data;
  let opened: z.infer<typeof plain>;
  if ('sealed' in read.data) {
    const keys = await surveyKeys(gate, key, survey, now);
    // Its answers are mixed and its key is destroyed: nobody can open this any more.
    if (keys === null) return { outcome: 'closed', receipt: [] };
    const text = openEnvelope(keys, survey, read.data.sealed);
    if (text === null) return { outcome: 'not understood' };
    try {
      const inside = plain.safeParse(JSON.parse(text));
      if (!inside.success) return { outcome: 'not understood' };
      opened = inside.data;
    } catch {
      return { outcome: 'not understood' };
    }
  } else opened = read.data;
  const asked = await askedOf(gate, survey);
  if (!asked) return { outcome: 'closed', receipt: [] };
  const checked = checkGiven(asked, opened.audience, opened.given);
  const language = asked.languages.find((one) => one === opened.language);
  if (!checked.ok || language === undefined) return { outcome: 'not understood' };
  const submission = { survey, asked, pass: opened.seat ?? opened.code, submission: opened.submission, audience: opened.audience, language, seed: opened.seed ?? null, given: checked.value };
  try {
    const received = await receive(gate, key, submission, now);
    if (received.outcome !== 'unknown' || opened.seat === undefined) return received;
    // Answered without a connection: the seat is taken now.
    const refusal = await takeSeat(gate, key, opened.code, opened.seat, now, { late: true });
    if (refusal === null) return await receive(gate, key, submission, now);
    return refusal === 'full' || refusal === 'not yet' || refusal === 'ended' ? { outcome: refusal } : { outcome: refusal === 'closed' ? 'closed' : 'unknown', receipt: [] };
  } catch (problem) {
    if (problem instanceof IntakeBusy) return { outcome: 'busy' };
    throw problem;
  }
}
