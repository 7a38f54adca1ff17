/** Withdrawing a practice altogether: its text goes, where taking it out of the library leaves its page standing. */
import { tell } from '#kit/events.js';
import { sql } from 'kysely';
import { slugsShownBy, type Withdrawable } from '#kit/withdrawals/withdrawals.js';
import { publishedFor } from './lookups.js';
import { practicePaths } from './paths.js';
import { publishedPractice } from './published.js';

export const practiceWithdrawal: Withdrawable = {
  path: '/practice/:practice',
  kind: 'practice',
  publishes: 'practice',
  word: 'practice',
  needs: 'lead',
  comesBack: true,
  async find(read, who, { practice = '' }) {
    const found = await publishedPractice(read, practice);
    if (!found || !(await publishedFor(read, who.organisation, found.id))) return undefined;
    return {
      subject: practice,
      title: found.title,
      address: practicePaths.one(practice),
      follows: [
        'Its text goes in every version, also where promises name it.',
        'In the workspace of its organisation the draft stays.',
        'If it only does not hold any more, take it out of the library instead: then its page stays.',
      ],
    };
  },
  // Whoever cleared it for the library did not tell it.
  async own(read, organisation) {
    return (await slugsShownBy(read, 'published.practice', organisation)).map((slug) => practicePaths.one(slug));
  },
  async take(write, _who, { subject }) {
    const gone = await write
      .selectFrom('published.practice')
      .select('organisation')
      .where('slug', '=', subject)
      .executeTakeFirst();
    await sql`select published.take_practice_out(${subject})`.execute(write);
    if (gone) await tell(write, 'practice changed', gone);
  },
};
