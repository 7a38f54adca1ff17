/** The door of reports. */
export type * from './words.js';
export { recordAnnex, recordReport } from './acts.js';
export { papersOf } from './lookups.js';
