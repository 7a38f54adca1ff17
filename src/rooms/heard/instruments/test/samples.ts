/** Where the tests that go through every page look at those of this room. */
import { sql } from 'kysely';
import { samplesOf, csv } from '#test/samples.js';

const instrument = '/work/instruments/belonging-and-safety-at-school';
const recording = 'ab'.repeat(32);

export const samples = samplesOf({
  facts: ({ owner }) =>
    owner(async (write) => {
      // A recording of the words of "belonging" as they stand, third of the questions.
      const asks = await write
        .selectFrom('record.instrument')
        .select(['organisation', 'id'])
        .where('slug', '=', 'belonging-and-safety-at-school')
        .executeTakeFirstOrThrow();
      await write
        .insertInto('record.instrument_sound')
        .values({
          organisation: asks.organisation,
          instrument: asks.id,
          sha256: recording,
          type: 'audio/mpeg',
          bytes: Buffer.from('ID3 of a recording '.repeat(40)),
        })
        .execute();
      const words = 'Do you feel that you belong at your school?';
      const spoken = { audience: null, language: 'en', type: 'audio/mpeg', sha256: recording, words };
      await sql`update record.instrument
        set draft = jsonb_set(draft, '{items,2,sounds}', ${JSON.stringify([spoken])}::jsonb)
        where id = ${asks.id}`.execute(write);
    }),
  named: () => ({
    instrument: { value: 'belonging-and-safety-at-school', of: 'programme' },
    item: { value: 'belonging', of: 'programme' },
    sound: { value: recording, of: 'programme' },
  }),
  pages: {
    '/work/instruments': { at: () => ['/work/instruments'], as: 'programme' },
    '/work/instruments/new': { at: () => ['/work/instruments/new'], as: 'programme' },
    '/work/instruments/:instrument': { at: () => [instrument, `${instrument}?done=sealed`], as: 'programme' },
    '/work/instruments/:instrument/preview': {
      at: () => [
        `${instrument}/preview`,
        `${instrument}/preview?audience=student+secondary&language=ar`,
        `${instrument}/preview?audience=parent+or+carer&language=cy`,
        `${instrument}/preview?audience=student+primary&item=belonging`,
      ],
      as: 'programme',
    },
    '/work/instruments/:instrument/about': {
      at: () => [`${instrument}/about`, `${instrument}/about?done=saved`],
      as: 'programme',
    },
    '/work/instruments/:instrument/new-question': {
      at: () => [
        `${instrument}/new-question`,
        `${instrument}/new-question?kind=choose`,
        `${instrument}/new-question?kind=number`,
      ],
      as: 'programme',
    },
    '/work/instruments/:instrument/questions/:item': {
      at: () => [`${instrument}/questions/belonging`, `${instrument}/questions/what-changed`],
      as: 'programme',
    },
    '/work/instruments/:instrument/questions/:item/leave-out': {
      at: () => [`${instrument}/questions/something-changed/leave-out`],
      as: 'programme',
    },
    '/work/instruments/:instrument/questions/:item/sounds': {
      at: () => [`${instrument}/questions/belonging/sounds`, `${instrument}/questions/safe/sounds`],
      as: 'programme',
    },
    '/work/instruments/:instrument/sounds/:sound': {
      at: () => [`${instrument}/sounds/${recording}`],
      as: 'programme',
      gives: { file: /^audio\/mpeg/ },
    },
    '/work/instruments/:instrument/library': {
      at: () => [`${instrument}/library`, `${instrument}/library?theme=safety&language=ar`],
      as: 'programme',
    },
    '/work/instruments/:instrument/order': { at: () => [`${instrument}/order`], as: 'programme', gives: 'the way' },
    '/work/instruments/:instrument/codebook.csv': {
      at: () => [`${instrument}/codebook.csv`],
      as: 'programme',
      gives: csv,
    },
    '/work/instruments/:instrument/form': { at: () => [`${instrument}/form`], as: 'programme' },
    '/work/instruments/:instrument/seal': { at: () => [`${instrument}/seal`], as: 'programme', gives: 'the way' },
  },
});
