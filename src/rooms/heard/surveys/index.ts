/** The door of surveys. */
export type { DataSheet } from './words.js';
export { answerSetting, askSetting } from './settings.js';
export { askAgain, beginSurvey, openSurvey, recordDesign, recordSheet, signSheet } from './acts.js';
export { sealedVersions } from './lookups.js';
export { bandWords, emptySheet, plannedTables } from './rules.js';
export { openWay } from './ways-in.js';
