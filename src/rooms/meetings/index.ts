/** The door of meetings. */
export type * from './words.js';
export type { AgendaDraft, InBoard, MeetingDraft, RollDraft } from './acts.js';
export { recordAgenda, recordMeeting, recordRoll } from './acts.js';
export type { AgendaItemRecord, MeetingRecord, Roll } from './lookups.js';
export { meetingRecord, roll } from './lookups.js';
