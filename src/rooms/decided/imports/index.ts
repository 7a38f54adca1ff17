/** The door of imports: what a clerk does with the reading of a published pack, until it is published. */
export { acceptRest, answerDoubt, recordImport } from './acts.js';
export { publishImport } from './job.js';
export { importSheet } from './lookups.js';
export { importPaths } from './paths.js';
