/** The door of promises. */
export type { EffectVerb, PromiseDraft, SuggestionProblem } from './words.js';
export { endings } from './words.js';
export {
  agreePromise,
  recordEnd,
  recordEvidence,
  recordNewDate,
  recordNews,
  recordPractices,
  recordPromise,
} from './acts.js';
export { answerConfirmation, inviteToConfirm, showGroup } from './confirmations.js';
export { askedOfGroup, promiseRecord } from './lookups.js';
export { promisePaths } from './paths.js';
export { countPromises, publishedPromises, promisesTakenUp } from './published.js';
export { promiseDays, promiseSteps, statusOn } from './rules.js';
export { openSuggestions, recordSetAside, recordTakenUp, suggestionsAt } from './suggestions.js';
