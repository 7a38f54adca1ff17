/** Withdrawing a charter that was published by mistake. What was worked on stays, and is taken up again from the beginning. */
import { sql } from 'kysely';
import { slugsShownBy, type Withdrawable } from '#kit/withdrawals/withdrawals.js';
import { charterOf } from './lookups.js';
import { charterPaths } from './paths.js';
import { publishedCharter } from './published.js';
import { openStage } from './store.js';

export const charterWithdrawal: Withdrawable = {
  path: '/charters/:charter',
  kind: 'charter',
  publishes: 'charter',
  word: 'charter',
  canEnd: true,
  needs: 'lead',
  comesBack: true,
  async find(read, who, { charter = '' }) {
    const [own, shown] = [await charterOf(read, who.organisation, charter), await publishedCharter(read, charter)];
    return (
      own &&
      shown && {
        subject: charter,
        title: shown.title,
        address: charterPaths.one(charter),
        follows: [
          'The easy read and the poster go with it.',
          'Promises that came from it stay public.',
          'In your workspace it goes back to “preparing”, so that you can publish it again without the mistake.',
        ],
      }
    );
  },
  async own(read, organisation) {
    return (await slugsShownBy(read, 'published.charter', organisation)).map((slug) => charterPaths.one(slug));
  },
  async take(write, who, { subject }) {
    const own = await charterOf(write, who.organisation, subject);
    await sql`select published.take_charter_out(${subject})`.execute(write);
    if (own) await openStage(write, who, own.id, 'preparing', 'It was withdrawn.');
  },
};
