/**
 * Takes submissions in. Those that wait at the same moment share one statement and one commit (reference performance, W1: a group costs
 * the database a fraction of a commit each); each is answered after its commit and not before. A submission that is sent again is
 * answered as it was the first time, so whoever is not sure may always send again.
 */
import type { KeyObject } from 'node:crypto';
import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import { byteaArray } from '#kit/db/client.js';
import { type Gate, nobody } from '#kit/db/gate.js';
import type { Audience } from '#rooms/heard/instruments/index.js';
import { codesOf, textsOf } from './answers.js';
import { codeHash, isCardCode } from './codes.js';
import { hmac, intakeKeys, type KeyFor, seal } from './sealing.js';
import { answersSize, textsSize } from './sealed-sizes.js';
import { notedOf, surveyKeys } from './survey-keys.js';
import type { Given } from './given-answers.js';
import type { Asked } from './words.js';

export interface Submission {
  readonly survey: string;
  readonly asked: Asked;
  /** The card's code, or the token of the seat. */
  readonly pass: string;
  /** Random, made once for each attempt by whoever sends it: 16 bytes in base64url. */
  readonly submission: string;
  readonly audience: Audience;
  readonly language: string;
  /** In which order options of "choose" were shown (option-order.ts); null where they stood as written, as on paper. */
  readonly seed: number | null;
  /** Checked (answers.ts). */
  readonly given: Given;
}

/** As `intake.receive` has them. */
export type Outcome = 'accepted' | 'used' | 'unknown' | 'closed' | 'code ended' | 'paused' | 'voided';

export interface Received {
  readonly outcome: Outcome;
  /** Four numbers from 0 to 63, always the same for a submission: words that the sender may keep. They say that it arrived, not what it was. */
  readonly receipt: readonly number[];
}

interface Row {
  readonly survey: string;
  readonly audience: string;
  readonly pass: Buffer;
  /** Under which it is noted that the pass has answered. */
  readonly noted: Buffer;
  readonly submission: Buffer;
  readonly answers: Buffer;
  readonly texts: Buffer | null;
  /** A group takes the day in London of its first. */
  readonly now: Date;
}

interface Waiting extends Row {
  readonly settle: (outcome: Outcome) => void;
  readonly fail: (problem: unknown) => void;
}

/** Groups under way at once: while one commits the next gathers. More would only make smaller groups. */
const groupsAtOnce = 2;
/** A few wait for the group before them, some milliseconds, and go together with those that come meanwhile: a group costs something, whatever is in it. */
const worthASecond = 32;
const groupAtMost = 500;
/** Beyond this nobody waits in memory: the sender is told to try again. */
const waitingAtMost = 20_000;

export class IntakeBusy extends Error {
  override readonly name = 'IntakeBusy';
}

function makeReceiver(gate: Gate) {
  const waiting: Waiting[] = [];
  let underWay = 0;
  async function commit(group: readonly Waiting[]): Promise<void> {
    const [first] = group;
    if (!first) return;
    try {
      const { rows } = await gate.read(nobody, (read) =>
        sql<{
          outcomes: readonly Outcome[] | null;
        }>`select intake.receive(${group.map(({ survey }) => survey)}::uuid[], ${group.map(({ audience }) => audience)}::text[],
          ${byteaArray(group.map(({ pass }) => pass))}::bytea[],
            ${byteaArray(group.map(({ noted }) => noted))}::bytea[],
            ${byteaArray(group.map(({ submission }) => submission))}::bytea[],
          ${byteaArray(group.map(({ answers }) => answers))}::bytea[],
            ${byteaArray(group.map(({ texts }) => texts))}::bytea[], ${londonDate(first.now)}) as outcomes`.execute(
          read,
        ),
      );
      const [answer] = rows;
      if (!answer) throw new Error('intake.receive gave no row');
      // Null: all were kept.
      for (const [index, one] of group.entries())
        one.settle(answer.outcomes === null ? 'accepted' : (answer.outcomes[index] ?? 'unknown'));
    } catch (problem) {
      // Nothing was acknowledged: the sender keeps it and comes again.
      for (const one of group) one.fail(problem);
    }
  }
  function next(): void {
    while (waiting.length > 0 && (underWay === 0 || (underWay < groupsAtOnce && waiting.length >= worthASecond))) {
      underWay += 1;
      void commit(waiting.splice(0, groupAtMost)).finally(() => {
        underWay -= 1;
        next();
      });
    }
  }
  let isCalled = false;
  return (row: Row): Promise<Outcome> =>
    new Promise((settle, fail) => {
      if (waiting.length >= waitingAtMost) return fail(new IntakeBusy('too many submissions wait'));
      waiting.push({ ...row, settle, fail });
      if (isCalled) return;
      // After everything that arrived together was read.
      isCalled = true;
      setImmediate(() => {
        isCalled = false;
        next();
      });
    });
}

const receivers = new WeakMap<Gate, (row: Row) => Promise<Outcome>>();

/** Four numbers of six bits. */
function receiptOf(key: KeyObject, submission: string): readonly number[] {
  return [...hmac(key, submission).subarray(0, 4)].map((byte) => byte & 63);
}

/** Receives one submission: durable before it is answered. */
export async function receive(
  gate: Gate,
  key: KeyFor,
  { survey, asked, pass, submission, audience, language, seed, given }: Submission,
  now: Date,
): Promise<Received> {
  const keys = await surveyKeys(gate, key, survey, now);
  if (keys === null) return { outcome: 'closed', receipt: [] };
  const receiver = receivers.get(gate) ?? makeReceiver(gate);
  receivers.set(gate, receiver);
  // In the order of the items, whatever the order in which they were sent: equal content is equal text.
  const answers = JSON.stringify([language, codesOf(asked, given).map((code) => code?.toString() ?? null)]);
  const written = textsOf(asked, given);
  const texts = written.length === 0 ? null : JSON.stringify([language, written]);
  const passHash = codeHash(intakeKeys(key).codes, pass);
  const outcome = await receiver({
    survey,
    audience,
    pass: passHash,
    noted: notedOf(keys, passHash, isCardCode(pass)),
    // Other content under the same number is another submission. Nobody can try contents out: the number is random and kept nowhere.
    submission: hmac(keys.submissions, `${submission} ${survey} ${audience} ${answers} ${texts ?? ''}`),
    // With the order in which options were shown, which is no part of what was answered.
    answers: seal(keys.inbox, survey, `${answers.slice(0, -1)},${seed ?? 'null'}]`, answersSize(asked)),
    texts: texts === null ? null : seal(keys.inbox, survey, texts, textsSize(texts)),
    now,
  });
  return { outcome, receipt: receiptOf(keys.receipts, submission) };
}
