<<<<<<< HEAD
/** The door of imports. */
export type * from './words.js';
export { acceptRest, askToPublish, recordImport } from './acts.js';
export { importSheet } from './lookups.js';
export { type ReadAside, readAside } from './reader.js';
export { publishImport } from './job.js';
export { importPaths } from './paths.js';
=======
/** The door of imports: what was understood of a published pack, and which lines it came from. */
export type * from './words.js';
export { coverage, lineStates, type Coverage, type LineState } from './coverage.js';
export { LARGEST_PDF, LARGEST_TEXT, readPack, readSource } from './read.js';
>>>>>>> importer
