/** Who may what in here, written by hand and not taken from what it tests: a right is given a second time (test/rights.test.ts). */
import { whoConfirms, type Rights } from '#test/rights.js';

export const rights: Rights = {
  may: {
    'confirm passkeys': whoConfirms,
  },
  opens: {
    '/work/passkey-resets': whoConfirms,
  },
  opensToEverybody: ['/work/passkeys', '/work/passkeys/:passkey/remove'],
};
