/** The door of packs. */
export type { PackContent, PackPages } from './words.js';
export { packPaths } from './paths.js';
export { renderPackHtml } from './pages/pack/render.js';
export { publish, publishedPath } from './publish.js';
