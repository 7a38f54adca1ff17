/** Withdrawing a promise that was published by mistake. A promise that is not kept is ended, with its reason; it is not withdrawn. */
import { tell } from '#kit/events.js';
import { sql } from 'kysely';
import { postLetters } from '#kit/mail/mail.js';
import { slugsShownBy, type Withdrawable } from '#kit/withdrawals/withdrawals.js';
import { leadAddresses } from '#rooms/ground/people/index.js';
import { promiseRecord } from './lookups.js';
import { promisePaths } from './paths.js';
import { publishedPromise } from './published.js';

export const promiseWithdrawal: Withdrawable = {
  path: '/promises/:promise',
  kind: 'promise',
  word: 'promise',
  needs: 'lead',
  comesBack: false,
  async find(read, who, { promise = '' }) {
    const [own, shown] = [await promiseRecord(read, who.organisation, promise), await publishedPromise(read, promise)];
    if (!own || !shown) return undefined;
    return {
      subject: promise,
      title: `We will ${shown.aim}`,
      address: promisePaths.one(promise),
      // What young people said of it is theirs: it goes from readers only where somebody has to be protected, and they are told.
      only: shown.confirmations.some(({ answer }) => answer !== null)
        ? {
            reasons: ['personal', 'asked', 'unlawful'],
            why:
              'Young people have answered this promise, and their answer would go with it. So it can be withdrawn ' +
              'only to protect somebody. They are told. If it was not kept, end it instead.',
          }
        : null,
      follows: [
        'Its news, evidence and history go with it.',
        'You can still read it in your workspace, but not change it.',
        'If you cannot keep this promise, do not withdraw it. Close it in your workspace instead.',
      ],
    };
  },
  async own(read, organisation) {
    return (await slugsShownBy(read, 'published.promise', organisation)).map((slug) => promisePaths.one(slug));
  },
  async take(write, who, { subject }) {
    const asked = await write
      .selectFrom('record.confirmation as asked')
      .innerJoin('record.promise as promise', (join) =>
        join.onRef('promise.organisation', '=', 'asked.organisation').onRef('promise.id', '=', 'asked.promise'),
      )
      .select(['asked.group_organisation'])
      .distinct()
      .where('promise.organisation', '=', who.organisation)
      .where('promise.slug', '=', subject)
      .execute();
    for (const { group_organisation } of asked) {
      const letters = (await leadAddresses(write, group_organisation)).map((to) => ({
        organisation: who.organisation,
        to,
        subject: 'A promise was withdrawn',
        body:
          'A promise that your group was asked about was withdrawn by whoever made it. What you answered is not ' +
          'public any more either. Its address says when and why.\n',
      }));
      await postLetters(write, letters, who.now);
    }
    const own = await promiseRecord(write, who.organisation, subject);
    await sql`select published.take_promise_out(${subject})`.execute(write);
    if (own) await tell(write, 'promise changed', { organisation: own.organisation, framework: own.framework });
  },
};
