/** Where the tests that go through every page look at those of this room. */
import { pdf, samplesOf } from '#test/samples.js';

const [survey, nextWave] = [
  '/work/surveys/belonging-and-safety-at-school-autumn',
  '/work/surveys/belonging-and-safety-at-school-autumn-2',
];

export const samples = samplesOf({
  facts: ({ owner }) =>
    owner(async (read) => {
      const ways = await read.selectFrom('record.way_in').select(['id', 'kind', 'setting']).execute();
      const [session, link] = [
        ways.find(({ kind }) => kind === 'class session'),
        ways.find(({ kind }) => kind === 'open link'),
      ];
      // The school as a setting of the programme's survey, with its session and the link for all.
      return { surveys: { setting: session?.setting ?? '', session: session?.id ?? '', link: link?.id ?? '' } };
    }),
  named: ({ surveys }) => ({
    survey: { value: 'belonging-and-safety-at-school-autumn', of: 'programme' },
    setting: { value: surveys.setting, of: 'programme' },
    way: { value: surveys.session, of: 'programme' },
  }),
  pages: {
    '/work/surveys': { at: () => ['/work/surveys'], as: 'programme' },
    '/work/surveys/new': { at: () => ['/work/surveys/new'], as: 'programme' },
    '/work/surveys/:survey': { at: () => [survey, `${nextWave}?done=again`], as: 'programme' },
    '/work/surveys/:survey/design': { at: () => [`${nextWave}/design`], as: 'programme' },
    '/work/surveys/:survey/data-sheet': { at: () => [`${nextWave}/data-sheet`], as: 'programme' },
    '/work/surveys/:survey/sign-off': { at: () => [`${survey}/sign-off`, `${nextWave}/sign-off`], as: 'programme' },
    '/work/surveys/:survey/notices': { at: () => [`${survey}/notices`], as: 'programme' },
    '/work/surveys/:survey/letter': { at: () => [`${survey}/letter`], as: 'programme' },
    '/work/surveys/:survey/letter.pdf': { at: () => [`${survey}/letter.pdf`], as: 'programme', gives: pdf },
    '/work/surveys/:survey/paper.pdf': {
      at: () => [`${survey}/paper.pdf?audience=student+primary&language=ar`],
      as: 'programme',
      gives: pdf,
    },
    '/work/surveys/:survey/settings': {
      at: () => [`${survey}/settings`, `${nextWave}/settings?q=eastmere`, `${survey}/settings?q=xyzzyplugh`],
      as: 'programme',
    },
    '/work/surveys/:survey/settings/:setting': {
      at: ({ surveys }) => [`${survey}/settings/${surveys.setting}`],
      as: 'programme',
    },
    '/work/surveys/:survey/open': { at: () => [`${nextWave}/open`], as: 'programme' },
    '/work/surveys/:survey/last-day': { at: () => [`${survey}/last-day`], as: 'programme' },
    '/work/surveys/:survey/again': { at: () => [`${survey}/again`], as: 'programme', gives: 'the way' },
    '/work/surveys/:survey/ways-in/new': {
      at: () => ['class+session', 'cards', 'open+link'].map((kind) => `${survey}/ways-in/new?kind=${kind}`),
      as: 'programme',
    },
    '/work/surveys/:survey/cards': { at: () => [`${survey}/cards`], as: 'programme' },
    '/work/surveys/:survey/ways-in/:way/cards': {
      at: ({ surveys }) => [`${survey}/ways-in/${surveys.session}/cards`],
      as: 'programme',
      gives: 'the way',
    },
    '/work/surveys/:survey/ways-in/:way/withdraw': {
      at: ({ surveys }) => [surveys.session, surveys.link].map((way) => `${survey}/ways-in/${way}/withdraw`),
      as: 'programme',
    },
    '/work/surveys/:survey/ways-in/:way': {
      at: ({ surveys }) => [surveys.session, surveys.link].map((way) => `${survey}/ways-in/${way}`),
      as: 'programme',
    },
  },
});
