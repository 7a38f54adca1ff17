/** The door of help. */
export type { HelpLine } from './words.js';
export { childline, emergency } from './words.js';
