/** Where the tests that go through every page look at those of this room. */
import { calendar, samplesOf } from '#test/samples.js';

export const samples = samplesOf({
  facts: ({ owner }) =>
    owner(async (read) => {
      const asking = await read
        .selectFrom('record.network_member')
        .select('member')
        .where('state', '=', 'asked')
        .executeTakeFirstOrThrow();
      const steering = await read
        .selectFrom('published.network')
        .select(['id', 'slug'])
        .where('kind', '=', 'steering group')
        .executeTakeFirstOrThrow();
      const member = await read
        .selectFrom('published.network_member')
        .select('member')
        .where('network', '=', steering.id)
        .where('kind', '=', 'group')
        .executeTakeFirstOrThrow();
      return { asking: asking.member, steering: steering.slug, member: member.member };
    }),
  named: ({ steering, member }) => ({
    network: { value: steering, of: 'borough' },
    member: { value: member, of: 'borough' },
    event: { value: 'spring-meeting', of: 'borough' },
  }),
  pages: {
    '/networks': {
      at: () => ['/networks', '/networks?kind=steering+group', '/networks?page=9'],
      atVolume: ['/networks'],
    },
    '/networks/:network': {
      at: () => [
        '/networks/belonging-before-behaviour-invented',
        '/networks/eastmere-child-rights-schools-steering-group-invented',
        '/networks/reading-aloud-together-invented',
      ],
      atVolume: ['/networks/volume-1'],
    },
    '/networks/:network/calendar.ics': {
      at: () => ['/networks/belonging-before-behaviour-invented/calendar.ics'],
      gives: calendar,
      atVolume: ['/networks/volume-1/calendar.ics'],
    },
    '/networks/:network/events/:event': {
      at: () => [
        '/networks/belonging-before-behaviour-invented/events/one-adult-who-knows-you',
        '/networks/belonging-before-behaviour-invented/events/visit-to-oak-rise',
        '/networks/belonging-before-behaviour-invented/events/what-a-quiet-room-changed',
        '/networks/eastmere-child-rights-schools-steering-group-invented/events/spring-meeting',
      ],
      atVolume: null,
    },
    '/networks/:network/events/:event/event.ics': {
      at: () => ['/networks/belonging-before-behaviour-invented/events/visit-to-oak-rise/event.ics'],
      gives: calendar,
      atVolume: null,
    },
    '/work/networks': { at: () => ['/work/networks', '/work/networks?done=declined'], as: 'school' },
    '/work/networks/new': { at: () => ['/work/networks/new'], as: 'programme' },
    '/work/networks/join': {
      at: () => ['/work/networks/join?network=belonging-before-behaviour-invented'],
      as: 'group',
    },
    '/work/networks/:network': {
      at: () => [
        '/work/networks/belonging-before-behaviour-invented?done=invited',
        '/work/networks/eastmere-child-rights-schools-steering-group-invented',
      ],
      as: 'programme',
    },
    '/work/networks/:network/edit': {
      at: () => ['/work/networks/belonging-before-behaviour-invented/edit'],
      as: 'programme',
    },
    '/work/networks/:network/close': {
      at: () => ['/work/networks/belonging-before-behaviour-invented/close'],
      as: 'programme',
    },
    '/work/networks/:network/invite': {
      at: () => ['/work/networks/belonging-before-behaviour-invented/invite'],
      as: 'programme',
    },
    '/work/networks/:network/members/:member': {
      at: ({ asking }) => [`/work/networks/belonging-before-behaviour-invented/members/${asking}`],
      as: 'programme',
    },
    '/work/networks/:network/events/new': {
      at: () => ['/work/networks/belonging-before-behaviour-invented/events/new'],
      as: 'programme',
    },
    '/work/networks/:network/events/:event': {
      at: () => ['/work/networks/belonging-before-behaviour-invented/events/one-adult-who-knows-you'],
      as: 'programme',
    },
    '/work/networks/:network/events/:event/cancel': {
      at: () => ['/work/networks/belonging-before-behaviour-invented/events/one-adult-who-knows-you/cancel'],
      as: 'programme',
    },
  },
});
