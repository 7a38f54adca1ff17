/** Withdrawing a framework, declared here because the register knows who has taken it up; and an entry, whose own ends keep its history. */
import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import { isFollowed } from '#rooms/promised/charters/index.js';
import { frameworkPaths, publishedFramework } from '#rooms/ground/frameworks/index.js';
import { publishedPromises } from '#rooms/promised/promises/index.js';
import { slugsShownBy, type Withdrawable } from '#kit/withdrawals/withdrawals.js';
import { registerPaths } from './paths.js';
import { publishedRegister } from './published.js';

const refusal =
  'Others have been invited to sign it, or have signed, promised or agreed a charter under it, and what they did ' +
  'is theirs. Publish a corrected version, then withdraw the older one by its own address. If it is over, end it.';

export const frameworkWithdrawal: Withdrawable = {
  path: '/frameworks/:framework',
  kind: 'framework',
  publishes: 'framework',
  word: 'framework',
  canEnd: true,
  needs: 'lead',
  comesBack: true,
  async find(read, who, { framework = '' }) {
    const found = await publishedFramework(read, framework);
    if (found?.organisation !== who.organisation) return undefined;
    const today = londonDate(who.now);
    const isTakenUp =
      (await publishedRegister(read, { framework, today, count: 0 })).total > 0 ||
      (await publishedPromises(read, { framework, today, count: 1 })).total > 0 ||
      (await isFollowed(read, framework));
    return {
      subject: framework,
      title: found.name,
      address: frameworkPaths.one(framework),
      refusal: isTakenUp ? refusal : null,
      follows: [
        'Its register goes with it.',
        'In your workspace the draft stays, so that you can publish it again without the mistake.',
      ],
    };
  },
  async own(read, organisation) {
    return (await slugsShownBy(read, 'published.framework', organisation)).map((slug) => frameworkPaths.one(slug));
  },
  async take(write, _who, { subject }) {
    await sql`select published.take_framework_out(${subject})`.execute(write);
  },
};

export const entryWithdrawal: Withdrawable = {
  path: '/frameworks/:framework/register/:entry',
  kind: 'register entry',
  word: 'entry',
  needs: 'lead',
  comesBack: true,
  comesBackBy: 'It comes back at the same address when its organisation signs again.',
  async find(read, who, { framework = '', entry = '' }) {
    const found = await read
      .selectFrom('published.register_entry')
      .select(['name', 'organisation', 'keeper', 'signed_on'])
      .where('framework', '=', framework)
      .where('slug', '=', entry)
      .executeTakeFirst();
    if (
      !found ||
      found.signed_on === null ||
      (found.organisation !== who.organisation && found.keeper !== who.organisation)
    )
      return undefined;
    return {
      subject: `${framework}/${entry}`,
      title: found.name,
      address: registerPaths.one(framework, entry),
      // The keeper does not make a signature vanish: it removes an entry with its reason, unless something in it must not be public.
      only:
        found.organisation === who.organisation
          ? null
          : {
              reasons: ['personal', 'asked', 'unlawful'],
              why:
                'It is another organisation’s signature. You can withdraw it only to protect somebody or because ' +
                'it was ordered. Else remove it from the register with your reason.',
            },
      follows: [
        'Its signature, its history and its badge go with it.',
        'If it was right but no longer counts, do not withdraw it here. Withdraw your signature under “Register” in your workspace: the register then says so.',
      ],
    };
  },
  async own(read, organisation) {
    const rows = await read
      .selectFrom('published.register_entry')
      .select(['framework', 'slug'])
      .where('organisation', '=', organisation)
      .where('signed_on', 'is not', null)
      .orderBy('framework')
      .orderBy('slug')
      .execute();
    return rows.map(({ framework, slug }) => registerPaths.one(framework, slug));
  },
  async take(write, who, { subject }) {
    const [framework = '', slug = ''] = subject.split('/');
    const entry = await write
      .selectFrom('record.register_entry')
      .select(['id', 'organisation', 'signatory', 'state'])
      .where('framework', '=', framework)
      .where('slug', '=', slug)
      .executeTakeFirstOrThrow();
    const isSignatory = entry.signatory === who.organisation;
    const today = londonDate(who.now);
    const state = isSignatory ? 'withdrawn' : 'removed';
    // Drawn no more: what is written here is seen at work alone.
    if (isSignatory ? entry.state === 'signed' : entry.state !== 'removed') {
      const end = {
        state,
        event: state,
        ended_on: today,
        event_on: today,
        ended_by: 'whoever withdrew it',
        reason: 'It was withdrawn.',
        event_number: sql<number>`event_number + 1`,
      } as const;
      await write
        .updateTable('record.register_entry')
        .set(end)
        .where('organisation', '=', entry.organisation)
        .where('id', '=', entry.id)
        .execute();
    }
    await sql`select published.take_entry_out(${framework}, ${slug})`.execute(write);
  },
};
