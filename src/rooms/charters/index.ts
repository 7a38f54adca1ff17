/** The door of charters. */
export type { CharterContent, CharterDraft, ClauseDraft, Stage } from './words.js';
export type { Agreed, Review } from './acts.js';
export { agreeCharter, answerSuggestion, publishCharter, recordCharter, recordClause, recordClausePromise, recordCode, recordEasyWords, recordFromSuggestion, recordHands, recordStage } from './acts.js';
export { charterOf, chartersOf, clausesOf, codesOf, suggestionsOf } from './lookups.js';
export { charterPaths, togetherPaths } from './paths.js';
export type { CharterEntry } from './published.js';
export { publishedCharter, publishedCharters } from './published.js';
export { answerClause, submitSuggestion, takeSeat } from './together.js';
