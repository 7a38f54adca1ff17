/** The door of the directory. */
export type { DirectoryChanges, FileProblem } from './words.js';
export { applyAuthorities, applyLinks, applySchools } from './acts.js';
export { readAuthorities } from './authorities.js';
export { readTableAside } from './aside.js';
export type { Columns, NamedTable } from './register-table.js';
export { judgedTable, namedTable } from './register-table.js';
export { readLinksFile } from './school-links.js';
export { readSchools } from './schools.js';
export { authorityByName } from './lookups.js';
export { directoryPaths } from './paths.js';
export { publishedAuthorities, publishedSchool, publishedSchools } from './published.js';
export { authoritySteps } from './rules.js';
export { phases } from './words.js';
