/** The door of imports: what was understood of a published pack, and what a clerk does with it. */
export type { Reading } from './words.js';
export { acceptRest, answerDoubt, recordImport } from './acts.js';
export { publishImport } from './job.js';
export { importSheet } from './lookups.js';
export { importPaths } from './paths.js';
export { readPack } from './read.js';
export { readAside } from './reader.js';
