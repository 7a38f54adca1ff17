/**
 * Keys of a survey. They come from random bytes that lie in the database, sealed under a key of Kept's secret: neither alone opens anything.
 * When the survey's answers are mixed the bytes are destroyed, and with them whatever could join a pass to an answer: the seal of answers
 * and texts, the HMACs of submissions, of receipts and of what is noted of cards, and the private half of envelopes (decision 0013).
 */
import { createECDH, createSecretKey, type ECDH, type KeyObject, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { type Gate, nobody, type Read } from '#kit/db/gate.js';
import { hmac, intakeKeys, type KeyFor, openBytes, sealBytes } from './sealing.js';

export interface SurveyKeys {
  /** Under which that a card has answered is noted; null where it is noted by its pass, as in surveys that are older than these keys. */
  readonly spent: KeyObject | null;
  readonly submissions: KeyObject;
  readonly receipts: KeyObject;
  readonly inbox: KeyObject;
  /** Under which answers of an older survey may still be sealed. */
  readonly olderInbox: KeyObject | null;
  /** The pairs under which browsers may have sealed envelopes; new ones are sealed under the first. */
  readonly envelopes: readonly ECDH[];
}

/** Of the random bytes; more than a key needs (see the migration). */
const length = 256;
const curve = 'prime256v1';

function pairFrom(seed: (round: number) => Buffer): ECDH {
  const pair = createECDH(curve);
  for (let round = 0; ; round += 1) {
    try {
      // One number in four thousand millions is no private key of the curve: then the next.
      pair.setPrivateKey(seed(round));
      return pair;
    } catch {
      if (round > 8) throw new Error('no private key could be worked out');
    }
  }
}

function wrap(key: KeyFor, survey: string): Buffer {
  return sealBytes(createSecretKey(key('survey keys')), `survey key ${survey}`, randomBytes(length));
}

function keysFrom(bytes: Buffer, key: KeyFor, survey: string, isOlder: boolean): SurveyKeys {
  const one = (purpose: string): KeyObject => createSecretKey(hmac(bytes, `kept ${purpose}`));
  const own = pairFrom((round) => hmac(bytes, `kept envelope ${round}`));
  if (!isOlder)
    return {
      spent: one('spent'),
      submissions: one('submissions'),
      receipts: one('receipts'),
      inbox: one('inbox'),
      olderInbox: null,
      envelopes: [own],
    };
  const older = intakeKeys(key);
  const olderPair = pairFrom((round) => hmac(key('intake envelope'), `${survey} ${round}`));
  return {
    spent: null,
    submissions: older.submissions,
    receipts: older.receipts,
    inbox: one('inbox'),
    olderInbox: older.inbox,
    envelopes: [own, olderPair],
  };
}

interface Found {
  readonly wrapped: string;
  readonly isOlder: boolean;
}

/** 'sealed otherwise': the key is there and Kept's secret is another than the one under which it was sealed. */
export async function readKeys(
  read: Read,
  key: KeyFor,
  survey: string,
): Promise<SurveyKeys | 'sealed otherwise' | null> {
  const { rows } = await sql<{
    found: Found | null;
  }>`select intake.key_of(${survey}, ${wrap(key, survey)}) as found`.execute(read);
  const found = rows[0]?.found ?? null;
  if (found === null) return null;
  const bytes = openBytes(
    createSecretKey(key('survey keys')),
    `survey key ${survey}`,
    Buffer.from(found.wrapped, 'hex'),
  );
  return bytes === null ? 'sealed otherwise' : keysFrom(bytes, key, survey, found.isOlder);
}

interface Held {
  /** A promise: a class that comes at once asks once. */
  readonly keys: Promise<SurveyKeys | null>;
  readonly since: number;
}

const held = new WeakMap<KeyFor, Map<string, Held>>();
/** A process forgets keys by itself, however it learns that they were destroyed. */
const heldFor = 10 * 60_000;
const heldAtMost = 200;

export class SurveySealed extends Error {
  override readonly name = 'SurveySealed';
}

async function freshKeys(gate: Gate, key: KeyFor, survey: string): Promise<SurveyKeys | null> {
  const keys = await gate.read(nobody, (read) => readKeys(read, key, survey));
  if (keys === 'sealed otherwise')
    throw new SurveySealed(`the key of the survey ${survey} was sealed under another secret than the present one`);
  return keys;
}

/** The keys of a survey that takes answers; null where it takes none any more, or was never there. */
export async function surveyKeys(gate: Gate, key: KeyFor, survey: string, now: Date): Promise<SurveyKeys | null> {
  const surveys = held.get(key) ?? new Map<string, Held>();
  held.set(key, surveys);
  const known = surveys.get(survey);
  if (known && Math.abs(now.getTime() - known.since) < heldFor) return known.keys;
  if (surveys.size >= heldAtMost) surveys.clear();
  const found: Held = { keys: freshKeys(gate, key, survey), since: now.getTime() };
  surveys.set(survey, found);
  const drop = (): void => {
    if (surveys.get(survey) === found) surveys.delete(survey);
  };
  // What is not there now may be there in a moment, and a database that is away comes back.
  found.keys.then((keys) => keys === null && drop(), drop);
  return found.keys;
}

/** Called when they are destroyed. */
export function forgetKeys(key: KeyFor, survey: string): void {
  held.get(key)?.delete(survey);
}

/**
 * What is noted of a pass once it has answered: a card's code is known to whoever has the card, so it is noted under
 * the survey's key; a seat's token only its browser has.
 */
export function notedOf(keys: SurveyKeys, pass: Buffer, isCard: boolean): Buffer {
  return isCard && keys.spent !== null ? hmac(keys.spent, pass) : pass;
}
