/** The door of instruments. */
export type * from './words.js';
export { recordInstrument, sealInstrument } from './acts.js';
export { instrumentPaths } from './paths.js';
export { wordsFor } from './rules.js';
export { belongingAndSafety } from './templates/belonging-and-safety.js';
