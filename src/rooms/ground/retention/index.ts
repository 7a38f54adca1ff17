/** The door of retention. */
export { confirmDateByOwner } from './acts.js';
export { doubtedDate } from './lookups.js';
export { retentionPaths } from './paths.js';
