/** For tests of rooms, which do not import app. */
export { asOwner } from '../src/app/owner.js';
