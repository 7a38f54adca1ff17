/** The door of instruments. */
export type * from './words.js';
export { recordInstrument, sealInstrument } from './acts.js';
export { type VersionSound, soundBytes, soundsOf } from './lookups.js';
export { instrumentPaths } from './paths.js';
export { belongingAndSafety } from './templates/belonging-and-safety.js';
