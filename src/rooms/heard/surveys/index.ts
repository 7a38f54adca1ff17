/** The door of surveys. */
export type * from './words.js';
export { answerSetting, askSetting } from './settings.js';
export { askAgain, beginSurvey, openSurvey, recordDesign, recordSheet, signSheet } from './acts.js';
export { sealedVersions, settingsOf, surveyAt, type SurveySeen } from './lookups.js';
export { surveyPaths } from './paths.js';
export { bandWords, emptySheet, plannedTables, stageOn } from './rules.js';
export { openWay } from './ways.js';
