/** The door of charters. */
export type { CharterDraft, ClauseDraft } from './words.js';
export {
  agreeCharter,
  publishCharter,
  recordCharter,
  recordClausePromise,
  recordEasyWords,
  recordStage,
} from './acts.js';
export { recordHands } from './vote-results.js';
export { recordCode } from './codes.js';
export { answerSuggestion } from './suggestions.js';
export { charterOf, clausesOf } from './lookups.js';
export { charterPaths } from './paths.js';
export { countCharters, isFollowed } from './published.js';
