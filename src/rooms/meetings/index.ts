/** The door of meetings. */
export type * from './words.js';
export type { AgendaDraft, InBoard, MeetingDraft, RollDraft } from './acts.js';
export { recordAgenda, recordMeeting, recordRoll } from './acts.js';
export type { AgendaItemRecord, MeetingRecord, Roll } from './lookups.js';
export { meetingRecord, roll } from './lookups.js';
export { meetingPaths } from './paths.js';
export type { PublishedMeeting } from './published.js';
export { publishedMeetings } from './published.js';
