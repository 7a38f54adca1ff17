/** The manifest of a room: it registers itself, and app/ never changes for it. */
import type { JobAftermath, JobHandler } from './jobs/jobs.js';
import type { Page } from './page.js';

export interface Room {
  readonly name: string;
  readonly pages: readonly Page[];
  readonly jobs?: Readonly<Record<string, JobHandler>>;
  readonly aftermaths?: Readonly<Record<string, JobAftermath>>;
}
