/** The door of together: what a charter needs of the room in which young people write for it. */
export {
  type ClauseText,
  type HandVote,
  type Outcome,
  type Stage,
  stages,
  type SuggestionKind,
  type SuggestionProblem,
  type Tally,
  type VoteAnswer,
  type WithholdReason,
  withholdReasons,
} from './words.js';
export { answerByChoosing, answerClause, leaveSeat, submitSuggestion, takeSeat, voteMark } from './acts.js';
export { type Form, readClauseText } from './clause-text.form.js';
export { closeCode, type CodeDraft, openCode } from './codes.js';
export { codeOpens, codesOf, roomSeen, type Suggestion, suggestionOf, suggestionsOf } from './lookups.js';
export { togetherPaths } from './paths.js';
export { clauseProblems, codeShown, codeTyped, goingOn, linesOf } from './rules.js';
export { answerWritten, markUsed, type Review } from './suggestions.js';
export { handWords, tallyWords } from './view-words.js';
