/** The door of reviews. What waits, and what was passed on, does not come through it. */
export type { ClearedText } from './lookups.js';
export { clearedTexts, reviewedSurvey } from './lookups.js';
export { decideText, passWorryOn, takeInTexts } from './acts.js';
export { isOverdue as hasWaitedTooLong } from './rules.js';
