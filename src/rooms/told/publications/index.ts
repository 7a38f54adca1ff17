/** The door of publications. */
export { publicationWords, subjectPath, kindNamed, kindWords } from './subjects.js';
export { newestPublications } from './published.js';
