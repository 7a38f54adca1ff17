/** The door of promises. */
export type * from './words.js';
export { endings } from './words.js';
export type { Agreement, End, EvidenceDraft } from './acts.js';
export {
  agreePromise,
  recordEnd,
  recordEvidence,
  recordNewDate,
  recordNews,
  recordPractices,
  recordPromise,
  recordPromiseDraft,
  withdrawDraft,
  withdrawEvidence,
} from './acts.js';
export type { AnswerDraft } from './confirmations.js';
export { answerConfirmation, inviteToConfirm, showGroup, withdrawWords, withdrawYes } from './confirmations.js';
export type { PromiseRecord } from './lookups.js';
export { askedOfGroup, promiseRecord, promisesOf } from './lookups.js';
export type { PromiseFilter } from './paths.js';
export { promisePaths } from './paths.js';
export type { OverduePromise, PromisesFound, PromiseWish, PublishedPromise, WholePromise } from './published.js';
export { countPromises, publishedPromise, publishedPromises, promisesTakenUp, suggestionsFor } from './published.js';
export { promiseDays, statusOn } from './rules.js';
export type { DoneSuggestion } from './suggestions.js';
export { openSuggestions, recordSetAside, recordTakenUp, suggestionsAt } from './suggestions.js';
