/** The door of packs. */
export type * from './words.js';
export type { PackChange } from './changes.js';
export type { PackStatement } from './statements.js';
export { packPaths } from './paths.js';
export { renderPackHtml } from './pages/pack/render.js';
export type { Published, Targets } from './publish.js';
export { publish, publishedPath } from './publish.js';
