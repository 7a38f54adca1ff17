/** The door of networks. */
export type { EventDraft, NetworkDraft, NetworkKind, NetworkProblem } from './words.js';
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
export { networkPaths } from './paths.js';
export type { NetworkLine, PublishedEvent } from './published.js';
export { publishedEvents, publishedNetworks } from './published.js';
