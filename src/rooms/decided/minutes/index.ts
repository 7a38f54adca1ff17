/** The door of minutes. */
export type { AddedByClerk, AttendanceRow, MinutesContent, MinutesEntry, MinutesItem, MinutesPaper } from './words.js';
export { recordMinutes } from './acts.js';
export type { MinutesRecord } from './lookups.js';
export { minutesRecords } from './lookups.js';
export { minutesPaths } from './paths.js';
export { publishMinutes } from './publish.js';
export { minutesAnchors } from './anchors.js';
export { attendanceLine, minutesStatements } from './statements.js';
export { renderMinutesHtml } from './pages/minutes/render.js';
export { boardNames, publishedDecisions } from './published.js';
