/** Where the tests that go through every page look at those of this room. */
import { makeSignInLink } from '../sign-in-links.js';
import { nobody } from '#kit/db/gate.js';
import { samplesOf } from '#test/samples.js';

export const samples = samplesOf({
  facts: async ({ kept, owner }) => {
    const colleague = await owner((write) =>
      write
        .selectFrom('record.account')
        .select('id')
        .where('email', '=', 'borough@demonstration.invalid')
        .executeTakeFirstOrThrow(),
    );
    const link = await kept.house.gates.work.write(nobody, (write) =>
      makeSignInLink(write, 'clerk@demonstration.invalid', null, new Date()),
    );
    return { link, colleague: colleague.id };
  },
  named: ({ colleague }) => ({ colleague: { value: colleague, of: 'borough' } }),
  pages: {
    '/sign-in': { at: () => ['/sign-in', '/sign-in?to=/work/imports'] },
    '/sign-in/link/:token': { at: ({ link }) => [`/sign-in/link/${link}`, `/sign-in/link/${'a'.repeat(43)}`] },
    '/join/:token': { at: () => [`/join/${'a'.repeat(43)}`] },
    '/work/verification': { at: () => ['/work/verification'], as: 'school' },
    '/verification': { at: () => ['/verification'], atVolume: null },
    '/work/organisation': { at: () => ['/work/organisation'], as: 'clerk' },
    '/work/colleagues': { at: () => ['/work/colleagues', '/work/colleagues?done=removed'], as: 'borough' },
    '/work/colleagues/safeguarding': {
      at: () => ['/work/colleagues/safeguarding', '/work/colleagues/safeguarding?done=ended'],
      as: 'safeguarding',
    },
    '/work/named': { at: () => ['/work/named', '/work/named?done=yes'], as: 'administrator' },
    '/work/colleagues/head': { at: () => ['/work/colleagues/head'], as: 'borough' },
    '/work/colleagues/:colleague': {
      at: ({ colleague }) => [
        `/work/colleagues/${colleague}`,
        `/work/colleagues/${colleague}?end=lead`,
        `/work/colleagues/${colleague}?end=all`,
      ],
      as: 'borough',
    },
    '/work/account': { at: () => ['/work/account', '/work/account?close=yes'], as: 'clerk' },
  },
});
