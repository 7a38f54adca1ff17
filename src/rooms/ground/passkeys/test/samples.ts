/** Where the tests that go through every page look at those of this room. */
import { lostPasskey } from './lost-passkey.js';
import { samplesOf } from '#test/samples.js';

export const samples = samplesOf({
  facts: async ({ owner, now }) => ({ lost: await owner((write) => lostPasskey(write, now)) }),
  named: ({ lost }) => lost,
  pages: {
    '/sign-in/passkey': { at: () => ['/sign-in/passkey'], gives: 'the way' },
    '/sign-in/passkey/lost': { at: () => ['/sign-in/passkey/lost'], gives: 'the way' },
    '/work/passkeys': { at: () => ['/work/passkeys', '/work/passkeys?done=added'], as: 'administrator', script: true },
    '/work/passkeys/:passkey/remove': {
      at: ({ lost }) => [`/work/passkeys/${lost.passkey.value}/remove`],
      as: 'administrator',
    },
    '/work/passkey-resets': {
      at: () => ['/work/passkey-resets', '/work/passkey-resets?done=refused'],
      as: 'safeguarding',
    },
    '/work/passkey-resets/:asker': {
      at: ({ lost }) => [`/work/passkey-resets/${lost.asker.value}`],
      as: 'safeguarding',
    },
  },
});
