/** The door of award: how schools stand in the Rights Respecting Schools Award. */
export type { AwardDraft, AwardStage } from './words.js';
export { recordAward } from './acts.js';
export { awardPaths } from './paths.js';
export type { SchoolAward, TakeUp } from './published.js';
export { schoolAward, takeUp, takeUps } from './published.js';
