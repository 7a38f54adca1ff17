/** The door of packs. */
export type { PackContent, PackItem, PackPages, Paper } from './words.js';
export type { PackAnchors } from './anchors.js';
export { packAnchors } from './anchors.js';
export type { PageRange } from './page-ranges.js';
export { itemRanges } from './page-ranges.js';
export { packPaths } from './paths.js';
export type { MeetingShown, MeetingVersion } from './published.js';
export { publishedMeeting } from './published.js';
export { isSameTitle, purposeWords, rangeWords } from './view-words.js';
export { renderPackHtml } from './pages/pack/render.js';
export { publishChanged, publishedPath } from './publish.js';
