/** The door of focus groups. */
export type { ConversationDraft } from './words.js';
export { readQuote, recordConversation, recordQuote, recordTextQuote } from './acts.js';
export type { Quote } from './lookups.js';
export { quotesOf, textsToQuote } from './lookups.js';
export { attribution, lacksOf } from './rules.js';
export { focusGroupPaths } from './paths.js';
