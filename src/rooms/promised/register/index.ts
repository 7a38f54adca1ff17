/** The door of the register. */
export type * from './words.js';
export { answerInterest, inviteBody, recordInterest, removeEntry, signRegister, withdrawSignature } from './acts.js';
export { registerPaths } from './paths.js';
export type { EntryLine, RegisterFigures, RegisterFound, RegisterWish, WholeEntry } from './published.js';
export { publishedEntry, publishedRegister, registerFigures } from './published.js';
export { levelOf, standingOf } from './rules.js';
