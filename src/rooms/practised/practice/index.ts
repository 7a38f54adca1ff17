/** The door of practice. */
export type { SpotlightDraft } from './words.js';
export {
  answerSubmission,
  publishSubmission,
  recordSpotlight,
  recordSpotlightDraft,
  recordUses,
  submitSpotlight,
  withdrawPractice,
} from './acts.js';
export { practicePaths } from './paths.js';
export { countPractices, isPracticeThere, practiceTitles } from './published.js';
export { emptyDraft, practiceDays } from './rules.js';
