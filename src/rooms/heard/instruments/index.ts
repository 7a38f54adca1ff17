/** The door of instruments. */
export type { Audience, InstrumentContent, Item, ItemKind, Option, Sound, SpecialCategory, Texts } from './words.js';
export { recordInstrument, sealInstrument } from './acts.js';
export { instrumentPaths } from './paths.js';
export { belongingAndSafety } from './templates/belonging-and-safety.js';
export { breaksBetween, inLanguage, itemsFor, optionKeysOf, titleOf, wordsFor } from './rules.js';
export { yesOrNoOptions } from './kept-own-words.js';
export { audiencesAsked, audienceWords, breakWords, directionOf, languageName } from './view-words.js';
export { audiences } from './words.js';
