/** The door of packs. */
export type {
  AttendanceStatus,
  Delivery,
  MeetingMode,
  MinutesEntry,
  PackContent,
  PackPages,
  Purpose,
} from './words.js';
export { packPaths } from './paths.js';
export { renderPackHtml } from './pages/pack/render.js';
export { publish, publishedPath } from './publish.js';
