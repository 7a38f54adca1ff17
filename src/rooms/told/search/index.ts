/** The door of search. */
export { searchPaths } from './paths.js';
