/** Where the tests that go through every page look at those of this room. */
import { json, samplesOf, csv } from '#test/samples.js';

export const samples = samplesOf({
  facts: ({ owner }) =>
    owner(async (read) => ({
      interest: (await read.selectFrom('record.register_interest').select('id').limit(1).executeTakeFirstOrThrow()).id,
    })),
  named: ({ interest }) => ({
    framework: { value: 'inclusion-charter', of: 'programme' },
    interest: { value: interest, of: 'programme' },
    entry: { value: 'eastmere-invented', of: 'programme' },
  }),
  pages: {
    '/frameworks/:framework/register': {
      at: () => [
        '/frameworks/inclusion-charter/register',
        '/frameworks/care-leavers-asks/register',
        '/frameworks/inclusion-charter/register?show=heard',
        '/frameworks/inclusion-charter/register?show=removed',
        '/frameworks/inclusion-charter/register?q=millpond&kind=school',
        '/frameworks/inclusion-charter/register?authority=E09000012&page=9',
      ],
      atVolume: [
        '/frameworks/inclusion-charter/register',
        '/frameworks/inclusion-charter/register?q=t',
        '/frameworks/inclusion-charter/register?show=invited',
        '/frameworks/inclusion-charter/register?authority=E80000007',
      ],
    },
    '/frameworks/:framework/register.csv': {
      at: () => ['/frameworks/inclusion-charter/register.csv'],
      gives: csv,
      isWhole: true,
      atVolume: null,
    },
    '/frameworks/:framework/register.json': {
      at: () => ['/frameworks/inclusion-charter/register.json'],
      gives: json,
      isWhole: true,
      atVolume: null,
    },
    '/frameworks/:framework/register/map': {
      at: () => ['/frameworks/inclusion-charter/register/map', '/frameworks/care-leavers-asks/register/map'],
      atVolume: ['/frameworks/inclusion-charter/register/map'],
    },
    '/frameworks/:framework/register/interested': { at: () => ['/frameworks/inclusion-charter/register/interested'] },
    '/frameworks/:framework/register/:entry': {
      at: () =>
        [
          'eastmere-invented',
          'millpond-primary-school-invented',
          'millpond-school-council-invented',
          'fern-street-academy-invented',
          'tideway-schools-trust-invented',
        ].map((entry) => `/frameworks/inclusion-charter/register/${entry}`),
      atVolume: null,
    },
    '/frameworks/:framework/register/:entry/badge.svg': {
      at: () =>
        ['millpond-primary-school-invented', 'tideway-schools-trust-invented'].map(
          (entry) => `/frameworks/inclusion-charter/register/${entry}/badge.svg`,
        ),
      gives: { file: /^image\/svg\+xml/ },
      atVolume: null,
    },
    '/frameworks/:framework/register/:entry/badge.json': {
      at: () => ['/frameworks/inclusion-charter/register/millpond-primary-school-invented/badge.json'],
      gives: json,
      atVolume: null,
    },
    '/frameworks/:framework/register/:entry/verify': {
      at: () =>
        ['millpond-primary-school-invented', 'fern-street-academy-invented'].map(
          (entry) => `/frameworks/inclusion-charter/register/${entry}/verify`,
        ),
      atVolume: null,
    },
    '/work/register': { at: () => ['/work/register', '/work/register?done=renewed'], as: 'school' },
    '/work/register/sign': {
      at: () => ['/work/register/sign?framework=inclusion-charter', '/work/register/sign?framework=nothing'],
      as: 'school',
    },
    '/work/register/withdraw': { at: () => ['/work/register/withdraw?framework=inclusion-charter'], as: 'borough' },
    '/work/register/:framework': {
      at: () => [
        '/work/register/inclusion-charter',
        '/work/register/inclusion-charter?done=declined',
        '/work/register/inclusion-charter?q=xyzzyplugh',
      ],
      as: 'programme',
    },
    '/work/register/:framework/invite': { at: () => ['/work/register/inclusion-charter/invite'], as: 'programme' },
    '/work/register/:framework/invitations': {
      at: () => ['/work/register/inclusion-charter/invitations'],
      as: 'programme',
    },
    '/work/register/:framework/invitations/columns.csv': {
      at: () => ['/work/register/inclusion-charter/invitations/columns.csv'],
      as: 'programme',
      gives: csv,
    },
    '/work/register/:framework/entries/:entry/remove': {
      at: () => ['/work/register/inclusion-charter/entries/eastmere-invented/remove'],
      as: 'programme',
    },
  },
});
