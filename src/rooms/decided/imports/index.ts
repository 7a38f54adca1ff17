/** The door of imports: what was understood of a published pack, and what a clerk does with it. */
export type * from './words.js';
export { acceptRest, answerDoubt, askToPublish, recordImport } from './acts.js';
export { coverage, lineStates, type Coverage, type LineState } from './coverage.js';
export { publishImport } from './job.js';
export { importSheet } from './lookups.js';
export { importPaths } from './paths.js';
export { LARGEST_PDF, LARGEST_TEXT, readPack, readSource } from './read.js';
export { type ReadAside, readAside } from './reader.js';
