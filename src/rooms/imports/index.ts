/** The door of imports. */
export type * from './words.js';
export { acceptRest, askToPublish, recordImport } from './acts.js';
export { importSheet } from './lookups.js';
export { type ReadAside, readAside } from './reader.js';
export { publishImport } from './job.js';
export { importPaths } from './paths.js';
