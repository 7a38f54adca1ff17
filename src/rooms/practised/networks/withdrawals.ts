/** Withdrawing a network or an event that was published by mistake. An event that does not take place is cancelled; a network that is over is closed. */
import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import { slugsShownBy, type Withdrawable } from '#kit/withdrawals/withdrawals.js';
import { isJoined, networkSheet, ownEvent } from './lookups.js';
import { networkPaths } from './paths.js';

export const networkWithdrawal: Withdrawable = {
  path: '/networks/:network',
  kind: 'network',
  word: 'network',
  needs: 'lead',
  comesBack: false,
  async find(read, who, { network = '' }) {
    const found = await networkSheet(read, who.organisation, network);
    if (!found?.isHost) return undefined;
    const others = await isJoined(read, found.id, who.organisation);
    // Others stand on that page by their own yes.
    return {
      subject: network,
      title: found.name,
      address: networkPaths.one(network),
      refusal: others
        ? 'Other organisations have joined it. Change what it says, or close it: then its page stays with your reason.'
        : null,
      follows: ['Its events go with it, from every calendar.', 'In your workspace it is closed.'],
    };
  },
  async own(read, organisation) {
    return (await slugsShownBy(read, 'published.network', organisation)).map((slug) => networkPaths.one(slug));
  },
  async take(write, who, { subject }) {
    await sql`select published.take_network_out(${subject})`.execute(write);
    await write
      .updateTable('record.network')
      .set({ closed_on: londonDate(who.now), reason: 'It was withdrawn.', changed_at: who.now })
      .where('organisation', '=', who.organisation)
      .where('slug', '=', subject)
      .execute();
  },
};

export const eventWithdrawal: Withdrawable = {
  path: '/networks/:network/events/:event',
  kind: 'event',
  word: 'event',
  needs: 'lead',
  comesBack: false,
  async find(read, who, { network = '', event = '' }) {
    const sheet = await networkSheet(read, who.organisation, network);
    const found = sheet?.isHost ? await ownEvent(read, who.organisation, sheet.id, event) : undefined;
    return (
      found && {
        subject: `${network}/${event}`,
        title: found.title,
        address: networkPaths.event(network, event),
        follows: [
          'It leaves every list and calendar.',
          'In your workspace it is cancelled.',
          'If it does not take place, do not withdraw it: cancel it, so that those who wanted to come are told.',
        ],
      }
    );
  },
  async own(read, organisation) {
    const rows = await read
      .selectFrom('published.event')
      .select(['network_slug', 'slug'])
      .where('organisation', '=', organisation)
      .orderBy('network_slug')
      .orderBy('slug')
      .execute();
    return rows.map((event) => networkPaths.event(event.network_slug, event.slug));
  },
  async take(write, who, { subject }) {
    const [network = '', event = ''] = subject.split('/');
    const sheet = await networkSheet(write, who.organisation, network);
    const found = sheet && (await ownEvent(write, who.organisation, sheet.id, event));
    if (!found) throw new Error('an event that was found is not there');
    await sql`select published.take_event_out(${found.id}::uuid)`.execute(write);
    await write
      .updateTable('record.event')
      .set({ state: 'cancelled', reason: 'It was withdrawn.', sequence: found.sequence + 1, changed_at: who.now })
      .where('organisation', '=', who.organisation)
      .where('id', '=', found.id)
      .execute();
  },
};
