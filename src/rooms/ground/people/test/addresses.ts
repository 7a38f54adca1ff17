/** Every address that this room gives out, as it stands: one that changes breaks somebody's link, so it must change here too. */
import { id, type Lines } from '#test/addresses.js';

export const lines: Lines = {
  'peoplePaths.signIn': [
    [[], '/sign-in'],
    [['/work/imports?a=b&c'], '/sign-in?to=%2Fwork%2Fimports%3Fa%3Db%26c'],
  ],
  'peoplePaths.signInAgain': [[['/work/passkeys'], '/sign-in?again=yes&to=%2Fwork%2Fpasskeys']],
  'peoplePaths.persona': [[[], '/sign-in/persona']],
  'peoplePaths.link': [[[{ token: 'token' }], '/sign-in/link/token']],
  'peoplePaths.signOut': [[[], '/sign-out']],
  'peoplePaths.join': [[[{ token: 'token' }], '/join/token']],
  'peoplePaths.organisation': [[[], '/work/organisation']],
  'peoplePaths.verification': [[[], '/work/verification']],
  'peoplePaths.verified': [[[], '/verification']],
  'peoplePaths.account': [[[], '/work/account']],
  'peoplePaths.colleagues': [[[], '/work/colleagues']],
  'peoplePaths.colleague': [[[id], `/work/colleagues/${id}`]],
  'peoplePaths.safeguardingLeads': [[[], '/work/colleagues/safeguarding']],
  'peoplePaths.head': [[[], '/work/colleagues/head']],
  'peoplePaths.named': [[[], '/work/named']],
};
