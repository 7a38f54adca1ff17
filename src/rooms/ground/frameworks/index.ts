/** The door of frameworks. */
export type { Audience } from './words.js';
export { publishFramework, recordFramework } from './acts.js';
export { frameworkPaths } from './paths.js';
export type { PublishedFramework, WholeFramework } from './published.js';
export {
  frameworksToChoose,
  promisedThemeList,
  publishedFramework,
  publishedFrameworks,
  themeList,
  themesToChoose,
  themeTitles,
} from './published.js';
export { themeNamed } from './rules.js';
export { templates } from './templates/templates.js';
