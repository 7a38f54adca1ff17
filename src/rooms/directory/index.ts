/** The door of the directory. */
export type { AuthoritiesReading, Authority, DirectoryChanges, FieldChange, FileProblem, ReadSchool, RowProblem, School, SchoolsReading, SchoolStatus } from './words.js';
export { applyAuthorities, applySchools } from './acts.js';
export { readAuthorities } from './authorities.js';
export type { Columns } from './csv.js';
export { readTable } from './csv.js';
export { readSchools } from './schools.js';
export { authorityByName } from './lookups.js';
export { directoryPaths } from './paths.js';
export type { AuthorityLine, SchoolLine } from './published.js';
export { publishedAuthorities, publishedSchool, publishedSchools } from './published.js';
export { phases } from './words.js';
