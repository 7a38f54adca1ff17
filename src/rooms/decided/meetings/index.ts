/** The door of meetings. */
export type * from './words.js';
export type { AgendaDraft, AnnouncementProblem, InBoard, MeetingDraft, RollDraft } from './acts.js';
export { recordAgenda, recordAgendaItem, recordComing, recordMeeting, recordRoll } from './acts.js';
export type { AgendaItemRecord, MeetingRecord, Roll, WorkBoard, WorkMeeting } from './lookups.js';
export { meetingRecord, roll, workBoards, workMeetings } from './lookups.js';
export { meetingPaths } from './paths.js';
export type { MeetingsWish, PublishedMeeting } from './published.js';
export { isMeetingPublished, publishedBoardName, publishedMeetings } from './published.js';
