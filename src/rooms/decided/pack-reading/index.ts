/** The door of pack-reading: what is understood of a published pack or of minutes. */
export type * from './words.js';
export { doubt } from './doubts/make.js';
export { coverage, lineStates, type Coverage, type LineState } from './coverage.js';
export { LARGEST_PDF, LARGEST_TEXT, readPack, readSource } from './read.js';
export { type ReadAside, readAside } from './read-aside.js';
