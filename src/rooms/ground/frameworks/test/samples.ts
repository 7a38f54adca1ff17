/** Where the tests that go through every page look at those of this room. */
import { json, samplesOf } from '#test/samples.js';

export const samples = samplesOf({
  named: () => ({
    framework: { value: 'inclusion-charter', of: 'programme' },
    theme: { value: 'safety', of: 'programme' },
    ask: { value: 'school-adopt', of: 'programme' },
    wording: { value: 'research', of: 'programme' },
  }),
  pages: {
    '/frameworks': { at: () => ['/frameworks'], atVolume: ['/frameworks'] },
    '/frameworks/:framework': {
      at: () => ['/frameworks/inclusion-charter', '/frameworks/care-leavers-asks'],
      atVolume: null,
    },
    '/frameworks/:framework/v:version': { at: () => ['/frameworks/inclusion-charter/v1'], atVolume: null },
    '/frameworks/:framework/framework.json': {
      at: () => ['/frameworks/inclusion-charter/framework.json'],
      gives: json,
      atVolume: null,
    },
    '/work/frameworks': { at: () => ['/work/frameworks'], as: 'programme' },
    '/work/frameworks/:framework': {
      at: () => ['/work/frameworks/inclusion-charter', '/work/frameworks/care-leavers-asks?done=saved'],
      as: 'programme',
    },
    '/work/frameworks/:framework/preview': {
      at: () => ['/work/frameworks/inclusion-charter/preview'],
      as: 'programme',
    },
    '/work/frameworks/:framework/about': { at: () => ['/work/frameworks/inclusion-charter/about'], as: 'programme' },
    '/work/frameworks/:framework/themes/new': {
      at: () => ['/work/frameworks/inclusion-charter/themes/new'],
      as: 'programme',
    },
    '/work/frameworks/:framework/themes/:theme/remove': {
      at: () => ['/work/frameworks/inclusion-charter/themes/safety/remove'],
      as: 'programme',
    },
    '/work/frameworks/:framework/themes/:theme': {
      at: () => ['/work/frameworks/inclusion-charter/themes/safety'],
      as: 'programme',
    },
    '/work/frameworks/:framework/asks/new': {
      at: () => ['/work/frameworks/inclusion-charter/asks/new'],
      as: 'programme',
    },
    '/work/frameworks/:framework/asks/:ask/remove': {
      at: () => ['/work/frameworks/inclusion-charter/asks/school-adopt/remove'],
      as: 'programme',
    },
    '/work/frameworks/:framework/asks/:ask': {
      at: () => ['/work/frameworks/inclusion-charter/asks/school-adopt'],
      as: 'programme',
    },
    '/work/frameworks/:framework/wordings/new': {
      at: () => ['/work/frameworks/inclusion-charter/wordings/new'],
      as: 'programme',
    },
    '/work/frameworks/:framework/wordings/:wording/remove': {
      at: () => ['/work/frameworks/inclusion-charter/wordings/research/remove'],
      as: 'programme',
    },
    '/work/frameworks/:framework/wordings/:wording': {
      at: () => ['/work/frameworks/inclusion-charter/wordings/research'],
      as: 'programme',
    },
  },
});
