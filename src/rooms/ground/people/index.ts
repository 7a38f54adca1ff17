/** The door of people. */
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
  verifyByOwner,
  withoutMark,
} from './claims.js';
export type { InvitationDraft } from './invitations.js';
export { invitationLimit, invite } from './invitations.js';
export { makeSignInLink } from './sign-in-links.js';
export { passkeyRoles } from './capabilities.js';
export { accountByEmail, visitorOf } from './lookups.js';
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
export { closeAccount, endRole, nameHead } from './roles.js';
export type { OrganisationKind } from './tables.js';
export { organisationKinds } from './tables.js';
export { inviteProblemWords } from './view-words.js';
export type { InviteProblem } from './words.js';
