/** Withdrawing an offer that was published by mistake. An offer that is over is ended; its page stays. */
import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import { slugsShownBy, type Withdrawable } from '#kit/withdrawals/withdrawals.js';
import { careOfferPaths } from './paths.js';
import { publishedOffer } from './published.js';

export const offerWithdrawal: Withdrawable = {
  path: '/care-offer/offers/:offer',
  kind: 'offer',
  word: 'offer',
  needs: 'lead',
  comesBack: false,
  async find(read, who, { offer = '' }) {
    const found = (await publishedOffer(read, offer))?.offer;
    if (found?.organisation !== who.organisation) return undefined;
    return {
      subject: offer,
      title: found.title,
      address: careOfferPaths.offer(offer),
      besides: [careOfferPaths.service(found.id)],
      follows: [
        'It leaves every list and the export to other directories.',
        'What you said of coverage stays: change it there if it was wrong too.',
        'If the offer is over, do not withdraw it: end it.',
      ],
    };
  },
  async own(read, organisation) {
    return (await slugsShownBy(read, 'published.offer', organisation)).map((slug) => careOfferPaths.offer(slug));
  },
  async take(write, who, { subject }) {
    await sql`select published.take_offer_out(${subject})`.execute(write);
    await write
      .updateTable('record.offer')
      .set({ state: 'ended', ended_on: londonDate(who.now), ended_reason: 'It was withdrawn.', changed_at: who.now })
      .where('organisation', '=', who.organisation)
      .where('slug', '=', subject)
      .execute();
  },
};
