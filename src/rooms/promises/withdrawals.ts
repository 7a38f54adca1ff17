/** Withdrawing a promise that was published by mistake. A promise that is not kept is ended, with its reason; it is not withdrawn. */
import { sql } from 'kysely';
import type { Withdrawable } from '#kit/withdrawals/withdrawals.js';
import { promiseRecord } from './lookups.js';
import { promisePaths } from './paths.js';
import { publishedPromise } from './published.js';

export const promiseWithdrawal: Withdrawable = {
  path: '/promises/:promise',
  kind: 'promise',
  word: 'promise',
  needs: 'lead',
  async find(read, who, { promise = '' }) {
    const [own, shown] = [await promiseRecord(read, who.organisation, promise), await publishedPromise(read, promise)];
    if (!own || !shown) return undefined;
    return {
      subject: promise,
      title: `We will ${shown.aim}`,
      address: promisePaths.one(promise),
      // What young people said of it is theirs: no withdrawal of whoever promised takes it from readers.
      refusal: shown.confirmations.some(({ answer }) => answer !== null) ? 'Young people have answered it, and their answer stays public. End the promise, and take evidence back that shows somebody.' : null,
      follows: ['Its news, evidence and history go with it.', 'In your workspace it stays, and nothing more can be done with it.', 'If it will not be kept, or changes, do not withdraw it: end it there.'],
    };
  },
  async take(write, _who, { subject }) {
    await sql`select published.take_promise_out(${subject})`.execute(write);
  },
};
