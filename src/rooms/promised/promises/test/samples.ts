/** Where the tests that go through every page look at those of this room. */
import { json, meetingsIn, samplesOf } from '#test/samples.js';

export const samples = samplesOf({
  facts: ({ owner }) =>
    owner(async (read) => {
      const evidence = await read
        .selectFrom('record.evidence')
        .select('id')
        .orderBy('id')
        .limit(1)
        .executeTakeFirstOrThrow();
      const confirmation = await read.selectFrom('record.confirmation').select('id').limit(1).executeTakeFirstOrThrow();
      const { board } = await meetingsIn(read);
      return { board, evidence: evidence.id, confirmation: confirmation.id };
    }),
  named: ({ evidence, confirmation }) => ({
    promise: { value: 'millpond-primary-school-3', of: 'school' },
    evidence: { value: evidence, of: 'school' },
    confirmation: { value: confirmation, of: 'group' },
  }),
  pages: {
    '/promises': {
      at: ({ board }) => [
        '/promises',
        '/promises?status=overdue',
        '/promises?status=replaced',
        '/promises?theme=inclusion-charter+active-citizens',
        '/promises?organisation=eastmere',
        `/promises?board=${board}`,
        '/promises?authority=E09000007&page=9',
      ],
      atVolume: [
        '/promises',
        '/promises?status=overdue',
        '/promises?status=kept',
        '/promises?organisation=volume-2',
        '/promises?authority=E80000003',
      ],
    },
    '/promises/:promise': {
      at: () => [
        '/promises/millpond-primary-school-1',
        '/promises/millpond-primary-school-2',
        '/promises/millpond-primary-school-3',
        '/promises/eastmere-1',
        '/promises/eastmere-2',
        '/promises/eastmere-3',
        '/promises/inclusion-programme-1',
      ],
      atVolume: ['/promises/volume-2-1'],
    },
    '/promises/:promise/promise.json': {
      at: () => ['/promises/millpond-primary-school-3/promise.json'],
      gives: json,
      atVolume: null,
    },
    '/work/promises': {
      at: () => ['/work/promises', '/work/promises?done=discarded', '/work/promises?need=drafts'],
      as: 'school',
    },
    '/work/promises/new': { at: () => ['/work/promises/new'], as: 'school' },
    '/work/promises/:promise': {
      at: () => [
        '/work/promises/millpond-primary-school-2?done=news',
        '/work/promises/millpond-primary-school-3',
        '/work/promises/millpond-primary-school-5',
      ],
      as: 'school',
    },
    '/work/promises/:promise/draft': { at: () => ['/work/promises/millpond-primary-school-5/draft'], as: 'school' },
    '/work/promises/:promise/discard': { at: () => ['/work/promises/millpond-primary-school-5/discard'], as: 'school' },
    '/work/promises/:promise/agree': { at: () => ['/work/promises/millpond-primary-school-5/agree'], as: 'school' },
    '/work/promises/:promise/news': { at: () => ['/work/promises/millpond-primary-school-2/news'], as: 'school' },
    '/work/promises/:promise/date': { at: () => ['/work/promises/millpond-primary-school-2/date'], as: 'school' },
    '/work/promises/:promise/evidence': {
      at: () => ['/work/promises/millpond-primary-school-2/evidence'],
      as: 'school',
    },
    '/work/promises/:promise/evidence/:evidence': {
      at: ({ evidence }) => [`/work/promises/millpond-primary-school-3/evidence/${evidence}`],
      as: 'school',
    },
    '/work/promises/:promise/end': { at: () => ['/work/promises/millpond-primary-school-2/end'], as: 'school' },
    '/work/promises/:promise/practices': {
      at: () => ['/work/promises/millpond-primary-school-3/practices'],
      as: 'school',
    },
    '/work/promises/:promise/ask': { at: () => ['/work/promises/millpond-primary-school-3/ask'], as: 'school' },
    '/work/confirmations': { at: () => ['/work/confirmations', '/work/confirmations?done=answered'], as: 'group' },
    '/work/confirmations/:confirmation': {
      at: ({ confirmation }) => [`/work/confirmations/${confirmation}`],
      as: 'group',
    },
  },
});
