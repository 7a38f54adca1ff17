/** The door of people. */
export type { AccountDraft } from './acts.js';
export { mayTry, openAccount } from './acts.js';
export { makeSignInLink } from './links.js';
export { accountByEmail, visitorOf } from './lookups.js';
export type { InvitationDraft, Organisation, Who } from './organisations.js';
export { invite, leadAddresses, ownOrganisation, publishedOrganisation, showOrganisation, whoOf } from './organisations.js';
export { peoplePaths } from './paths.js';
export type { OrganisationKind } from './tables.js';
export { organisationKinds } from './tables.js';
