/** The door of networks. */
export type { EventDraft, NetworkDraft } from './words.js';
export {
  answerMember,
  answerNetwork,
  inviteMember,
  recordAward,
  recordEvent,
  recordEventChange,
  recordMemberRole,
  recordNetwork,
  submitJoining,
  withdrawEvent,
  withdrawNetwork,
} from './acts.js';
export { networkPaths } from './paths.js';
