/** The door of people. */
export type { AccountDraft } from './acts.js';
export { mayTry, openAccount } from './acts.js';
export type { ListedOrganisation, VerifyProblem } from './claims.js';
export {
  listOrganisations,
  nameDomain,
  nameMarker,
  nameNow,
  noteClaims,
  rejectByOwner,
  requireVerified,
  unverifiedAmong,
  verifyByOwner,
  withoutMark,
} from './claims.js';
export type { InvitationDraft } from './invitations.js';
export { invitationLimit, invite } from './invitations.js';
export { tellOfSafeguarding } from './letters.js';
export { makeSignInLink } from './links.js';
export { accountByEmail, visitorOf } from './lookups.js';
export type { Naming } from './namings.js';
export { answerNaming, askToName, namedByOthers, namingsOf } from './namings.js';
export type { Organisation, Who } from './organisations.js';
export {
  leadAddresses,
  nameInLetters,
  ownOrganisation,
  publishedOrganisation,
  showOrganisation,
  whoOf,
} from './organisations.js';
export { appoint, endRoleByOwner, nameHeadByOwner } from './owner.js';
export { peoplePaths } from './paths.js';
export { closeAccount, endRole, headOf, nameHead } from './roles.js';
export { appointedThrough, areIndependent } from './rules.js';
export type { OrganisationKind } from './tables.js';
export { organisationKinds } from './tables.js';
export { inviteProblemWords } from './view-words.js';
export type { Giving, InviteProblem } from './words.js';
