/** The door of networks. */
export type { EventDraft, NetworkDraft } from './words.js';
export {
  answerMember,
  answerNetwork,
  inviteMember,
  recordEvent,
  recordEventChange,
  recordMemberRole,
  recordNetwork,
  submitJoining,
  withdrawEvent,
  withdrawNetwork,
} from './acts.js';
