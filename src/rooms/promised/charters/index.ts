/** The door of charters. */
export type { CharterDraft, ClauseDraft } from './words.js';
export {
  agreeCharter,
  publishCharter,
  recordCharter,
  recordClausePromise,
  recordEasyWords,
  recordHands,
  recordStage,
} from './acts.js';
export { recordCode } from './codes.js';
export { answerSuggestion } from './suggestions.js';
export { charterOf, clausesOf, suggestionsOf } from './lookups.js';
export { charterPaths } from './paths.js';
export { countCharters, isFollowed } from './published.js';
export { answerClause, codeOpens, submitSuggestion, takeSeat } from './together.js';
