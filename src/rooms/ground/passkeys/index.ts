/** The door of passkeys. */
export { resetByOwner } from './resets.js';
