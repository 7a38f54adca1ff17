/** The door of instruments. */
export type * from './words.js';
export { recordInstrument, sealInstrument } from './acts.js';
export { type VersionSound, soundBytes, soundsOf } from './lookups.js';
export { instrumentPaths } from './paths.js';
export { belongingAndSafety } from './templates/belonging-and-safety.js';
export { yesOrNoOptions } from './said.js';
export { directionOf } from './view-words.js';
export { audiences } from './words.js';
export { inLanguage, itemsFor, optionKeysOf, wordsFor } from './rules.js';
