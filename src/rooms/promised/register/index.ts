/** The door of the register. */
export { inviteBody, recordInterest, signRegister, withdrawSignature } from './acts.js';
export { registerPaths } from './paths.js';
