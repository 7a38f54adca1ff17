/** The door of packs. */
export type * from './words.js';
