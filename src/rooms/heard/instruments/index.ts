/** The door of instruments. */
export type * from './words.js';
export { recordInstrument, sealInstrument } from './acts.js';
export { instrumentRecord, instrumentsOf, type VersionSound, soundBytes, soundsOf } from './lookups.js';
export { instrumentPaths } from './paths.js';
export { belongingAndSafety } from './templates/belonging-and-safety.js';
export { breaksBetween, inLanguage, isAnswer, itemsFor, optionKeysOf, titleOf, wordsFor } from './rules.js';
export { yesOrNoOptions } from './said.js';
export { audiencesAsked, audienceWords, breakWords, directionOf, languageName } from './view-words.js';
export { audiences } from './words.js';
