/** The door of reports. */
export type { AnnexPaper, ReportPaper } from './words.js';
export { recordAnnex, recordReport } from './acts.js';
export { papersOf } from './lookups.js';
