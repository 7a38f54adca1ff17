/** The door of practice. */
export { recordUses } from './acts.js';
export { isPracticeThere, practiceTitles } from './published.js';

/** Addresses of practices. */
export const practicePaths = {
  all: () => '/practice',
  one: (practice: string) => `/practice/${encodeURIComponent(practice)}`,
} as const;
