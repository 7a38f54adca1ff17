/** The door of people. */
export type { AccountDraft } from './acts.js';
export { makeSignInLink, openAccount } from './acts.js';
export { accountByEmail, visitorOf } from './lookups.js';
export { peoplePaths } from './paths.js';
