/** Where the tests that go through every page look at those of this room. */
import { sql } from 'kysely';
import { json, samplesOf } from '#test/samples.js';

export const samples = samplesOf({
  facts: ({ owner }) =>
    owner(async (read) => {
      const titled = async (title: string): Promise<string> =>
        (
          await read
            .selectFrom('record.practice')
            .select('id')
            .where(sql<boolean>`draft ->> 'title' = ${title}`)
            .executeTakeFirstOrThrow()
        ).id;
      const put = await read
        .selectFrom('record.submission')
        .select(['id', 'practice', 'state'])
        .orderBy('submitted_at')
        .execute();
      const [first, next] = put.filter(({ state }) => state === 'waiting');
      return {
        // Of the school, published and a draft; one of the trust that came back; what waits for the programme, a first one and a next version.
        spotlights: {
          published: await titled('A calm start to the day'),
          draft: await titled('Playground friends'),
          askedBack: put.find(({ state }) => state === 'asked back')?.practice ?? '',
          first: first?.id ?? '',
          next: next?.id ?? '',
        },
      };
    }),
  named: ({ spotlights }) => ({
    spotlight: { value: spotlights.published, of: 'school' },
    submission: { value: spotlights.first, of: 'programme' },
  }),
  pages: {
    '/practice': {
      at: () => [
        '/practice',
        '/practice?q=atendance',
        '/practice?q=xyzzyplugh',
        '/practice?need=attendance&phase=Primary',
        '/practice?organisation=lantern-schools-trust',
        '/practice?authority=E09000007&page=9',
      ],
      atVolume: ['/practice', '/practice?q=children', '/practice?phase=Primary', '/practice?organisation=volume-2'],
    },
    '/practice/:practice': {
      at: () => [
        '/practice/one-team-for-attendance-behaviour-and-special-needs',
        '/practice/no-exclusion-without-a-second-look',
        '/practice/breakfast-clubs-in-all-our-schools',
      ],
      atVolume: null,
    },
    '/practice/:practice/v:version': { at: () => ['/practice/a-calm-start-to-the-day/v1'], atVolume: null },
    '/practice/:practice/practice.json': {
      at: () => ['/practice/a-calm-start-to-the-day/practice.json'],
      gives: json,
      atVolume: null,
    },
    '/work/practice': { at: () => ['/work/practice', '/work/practice?done=cleared'], as: 'programme' },
    '/work/practice/new': { at: () => ['/work/practice/new'], as: 'school' },
    '/work/practice/:spotlight': {
      at: ({ spotlights }) => [
        `/work/practice/${spotlights.published}`,
        `/work/practice/${spotlights.draft}?done=saved`,
      ],
      as: 'school',
    },
    '/work/practice/:spotlight/draft': {
      at: ({ spotlights }) => [
        `/work/practice/${spotlights.askedBack}/draft`,
        `/work/practice/${spotlights.askedBack}/draft?areas=4`,
      ],
      as: 'trust',
    },
    '/work/practice/:spotlight/discard': {
      at: ({ spotlights }) => [`/work/practice/${spotlights.draft}/discard`],
      as: 'school',
    },
    '/work/practice/:spotlight/withdraw': {
      at: ({ spotlights }) => [`/work/practice/${spotlights.published}/withdraw`],
      as: 'school',
    },
    '/work/practice/submissions/:submission': {
      at: ({ spotlights }) => [
        `/work/practice/submissions/${spotlights.next}`,
        `/work/practice/submissions/${spotlights.first}`,
      ],
      as: 'programme',
    },
    '/work/practice/submissions/:submission/draft': {
      at: ({ spotlights }) => [`/work/practice/submissions/${spotlights.first}/draft`],
      as: 'programme',
    },
  },
});
