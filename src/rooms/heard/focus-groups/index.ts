/** The door of focus groups. */
export type { ConversationDraft } from './words.js';
export { readQuote, recordConversation, recordQuote, recordTextQuote } from './acts.js';
export { textsToQuote } from './lookups.js';
