/** The door of frameworks. */
export type { Ask, Audience, FrameworkContent, FrameworkDraft, FrameworkKind, Theme, ThemeKind } from './words.js';
export { publishFramework, recordFramework } from './acts.js';
export { frameworksOf } from './lookups.js';
export { frameworkPaths } from './paths.js';
export type { PromisedTheme, PublishedAsk, PublishedFramework, PublishedTheme, WholeFramework } from './published.js';
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
export type { TemplateName } from './templates/templates.js';
export { templates } from './templates/templates.js';
