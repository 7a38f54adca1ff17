/** The door of meetings. */
export type { AttendanceStatus, Delivery, MeetingMode, Purpose } from './words.js';
export type { InBoard } from './acts.js';
export { recordAgenda, recordAgendaItem, recordComing, recordMeeting, recordRoll } from './acts.js';
export type { WorkMeeting } from './lookups.js';
export { meetingRecord, roll, workBoards, workMeetings } from './lookups.js';
export { meetingPaths } from './paths.js';
export { publishMeeting, withdrawMeeting } from './publish.js';
export type { PublishedMeeting } from './published.js';
export { isMeetingPublished, publishedBoardName, publishedMeetings } from './published.js';
