/** The door of charters. */
export type { CharterContent, CharterDraft, ClauseDraft, Stage } from './words.js';
export type { Agreed } from './acts.js';
export {
  agreeCharter,
  publishCharter,
  recordCharter,
  recordClause,
  recordClausePromise,
  recordEasyWords,
  recordHands,
  recordStage,
} from './acts.js';
export { recordCode } from './codes.js';
export type { Review } from './suggestions.js';
export { answerSuggestion, recordFromSuggestion } from './suggestions.js';
export { charterOf, chartersOf, clausesOf, codesOf, suggestionsOf } from './lookups.js';
export { charterPaths, togetherPaths } from './paths.js';
export type { CharterEntry } from './published.js';
export { countCharters, isFollowed, publishedCharter, publishedCharters } from './published.js';
export { answerClause, codeOpens, submitSuggestion, takeSeat } from './together.js';
