/** Withdrawing a framework: declared here, because the register knows who has taken it up. */
import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import { isFollowed } from '#rooms/charters/index.js';
import { frameworkPaths, publishedFramework } from '#rooms/frameworks/index.js';
import { publishedPromises } from '#rooms/promises/index.js';
import type { Withdrawable } from '#kit/withdrawals/withdrawals.js';
import { publishedRegister } from './published.js';

const refusal = 'Others have been invited to sign it, or have signed, promised or agreed a charter under it, and what they did is theirs. Publish a corrected version, then withdraw the older one by its own address. If it is over, end it.';

export const frameworkWithdrawal: Withdrawable = {
  path: '/frameworks/:framework',
  kind: 'framework',
  word: 'framework',
  canEnd: true,
  needs: 'lead',
  comesBack: true,
  async find(read, who, { framework = '' }) {
    const found = await publishedFramework(read, framework);
    if (found?.organisation !== who.organisation) return undefined;
    const today = londonDate(who.now);
    const isTakenUp = (await publishedRegister(read, { framework, today, count: 0 })).total > 0 || (await publishedPromises(read, { framework, today, count: 1 })).total > 0 || (await isFollowed(read, framework));
    return { subject: framework, title: found.name, address: frameworkPaths.one(framework), refusal: isTakenUp ? refusal : null, follows: ['Its register goes with it.', 'In your workspace the draft stays, so that you can publish it again without the mistake.'] };
  },
  async own(read, organisation) {
    const rows = await read.selectFrom('published.framework').select('slug').where('organisation', '=', organisation).orderBy('slug').execute();
    return rows.map(({ slug }) => frameworkPaths.one(slug));
  },
  async take(write, _who, { subject }) {
    await sql`select published.take_framework_out(${subject})`.execute(write);
  },
};
