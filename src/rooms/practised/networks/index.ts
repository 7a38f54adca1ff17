/** The door of networks. */
export type { AwardDraft, AwardStage, EventDraft, NetworkDraft, NetworkKind, NetworkProblem } from './words.js';
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
export type { NetworkLine, PublishedEvent, SchoolAward, TakeUp } from './published.js';
export { publishedEvents, publishedNetworks, schoolAward, takeUp, takeUps } from './published.js';
