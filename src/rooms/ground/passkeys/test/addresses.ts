/** Every address that this room gives out, as it stands: one that changes breaks somebody's link, so it must change here too. */
import { id, type Lines } from '#test/addresses.js';

export const lines: Lines = {
  'passkeyPaths.show': [
    [[], '/sign-in/passkey'],
    [['/work/imports?a=b&c'], '/sign-in/passkey?to=%2Fwork%2Fimports%3Fa%3Db%26c'],
  ],
  'passkeyPaths.challenge': [[[], '/sign-in/passkey/challenge']],
  'passkeyPaths.lost': [[[], '/sign-in/passkey/lost']],
  'passkeyPaths.own': [
    [[], '/work/passkeys'],
    [['added'], '/work/passkeys?done=added'],
  ],
  'passkeyPaths.remove': [[[{ passkey: id }], `/work/passkeys/${id}/remove`]],
  'passkeyPaths.resets': [
    [[], '/work/passkey-resets'],
    [['confirmed'], '/work/passkey-resets?done=confirmed'],
  ],
  'passkeyPaths.reset': [[[{ account: id }], `/work/passkey-resets/${id}`]],
};
