/** The door of award: how schools stand in the Rights Respecting Schools Award. */
export { recordAward } from './acts.js';
export { awardPaths } from './paths.js';
