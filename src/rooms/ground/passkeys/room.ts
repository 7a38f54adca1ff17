import type { Room } from '#kit/room.js';
import { ownPasskeysPage, removePasskeyPage } from './pages/passkeys/passkeys.page.js';
import { resetPage, resetsPage } from './pages/passkey-resets/passkey-resets.page.js';
import { challengePage, lostPage, showPage } from './pages/sign-in-passkey/sign-in-passkey.page.js';
import { passkeyPaths } from './paths.js';

declare module '#kit/visitor.js' {
  interface Capabilities {
    /** To say that a colleague lost theirs. */
    readonly 'confirm passkeys': true;
  }
}

export const passkeys: Room = {
  name: 'passkeys',
  pages: [showPage, challengePage, lostPage, ownPasskeysPage, removePasskeyPage, resetsPage, resetPage],
  capabilities: { 'confirm passkeys': ['administrator', 'safeguarding'] },
  places: [
    {
      text: 'Your passkeys',
      href: passkeyPaths.own(),
      about: 'Add a passkey for another device, or remove one.',
      needs: 'see workspace',
    },
    {
      text: 'Lost passkeys',
      href: passkeyPaths.resets(),
      about: 'Confirm that a colleague has lost their passkey.',
      needs: 'confirm passkeys',
    },
  ],
  ways: { showPasskey: passkeyPaths.show },
};
