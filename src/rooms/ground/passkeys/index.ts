/** The door of passkeys. */
export { resetByOwner } from './resets.js';
export { passkeyPaths } from './paths.js';
