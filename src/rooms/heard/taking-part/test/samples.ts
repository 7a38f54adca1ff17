/** Where the tests that go through every page look at those of this room. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { openSurvey } from '../fixtures.js';
import { json, samplesOf } from '#test/samples.js';

const recording = 'ab'.repeat(32);

export const samples = samplesOf({
  facts: async ({ kept, owner }) => {
    const survey = await openSurvey(kept.house.gates.work, kept.house.key, randomUUID(), {
      opensOn: '2026-01-01',
      closesOn: '2099-12-31',
    });
    const { code: takeCode } = await survey.wayIn('class session');
    await owner((write) =>
      sql`insert into intake.sound (survey, sha256, type, bytes)
        values (${survey.survey}, ${recording}, 'audio/mpeg', ${Buffer.from('ID3 of a recording '.repeat(40))})`.execute(
        write,
      ),
    );
    return { takeCode };
  },
  pages: {
    '/take': { at: () => ['/take', '/take?language=cy', '/take?language=ar'], intake: true },
    '/take/:code': { at: ({ takeCode }) => [`/take/${takeCode}`, `/take/${takeCode}?language=ar`], intake: true },
    '/take/:code/pages': { at: ({ takeCode }) => [`/take/${takeCode}/pages`], gives: json },
    '/take/sounds/:sound': { at: () => [`/take/sounds/${recording}`], gives: { file: /^audio\/mpeg/ } },
    '/take/unsent': { at: () => ['/take/unsent', '/take/unsent?language=ar'], intake: true },
    '/take/worker.js': { at: () => ['/take/worker.js'], gives: { file: /^text\/javascript/ } },
    '/take/:code/begin': { at: ({ takeCode }) => [`/take/${takeCode}/begin`], gives: 'the way' },
    '/take/:code/answer': { at: ({ takeCode }) => [`/take/${takeCode}/answer`], gives: 'the way' },
    '/take/:code/questions/:step': { at: ({ takeCode }) => [`/take/${takeCode}/questions/1`], gives: 'the way' },
    '/take/:code/told/:what': { at: ({ takeCode }) => [`/take/${takeCode}/told/left?language=ar`], intake: true },
    '/take/:code/paper': {
      at: ({ takeCode }) => [`/take/${takeCode}/paper`, `/take/${takeCode}/paper?language=ar`],
      intake: true,
    },
  },
});
