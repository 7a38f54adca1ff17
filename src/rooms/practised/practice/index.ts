/** The door of practice. */
export type { Area, EvidenceLevel, Need, PracticeContent, PracticeState, SpotlightDraft } from './words.js';
export {
  answerSubmission,
  publishSubmission,
  recordReview,
  recordSpotlight,
  recordSpotlightDraft,
  recordUses,
  submitSpotlight,
  withdrawPractice,
} from './acts.js';
export { practicePaths } from './paths.js';
export type { PracticeAnswer, PracticeLine, PracticeWish } from './published.js';
export { countPractices, isPracticeThere, practiceTitles, publishedPractices } from './published.js';
export { emptyDraft } from './rules.js';
