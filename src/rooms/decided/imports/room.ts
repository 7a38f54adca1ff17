import type { Room } from '#kit/room.js';
import { publishFailed, publishImport } from './job.js';
import {
  acceptRestPage,
  answerPage,
  checkPage,
  earlierAnswersPage,
  particularsPage,
  publishPage,
  unplacedPage,
} from './pages/check/check.page.js';
import { listPage } from './pages/imports/imports.page.js';
import { workspacePage } from './pages/work/work.page.js';
import { progressPage } from './pages/progress/progress.page.js';
import { uploadPage } from './pages/upload/upload.page.js';
import { importsRefusals } from './refusals.js';
import { importPaths } from './paths.js';

declare module '#kit/visitor.js' {
  interface Capabilities {
    /** To bring a pack in, and answer its doubts. */
    readonly import: true;
    /** To make public what was checked. */
    readonly publish: true;
  }
}

export const imports: Room = {
  name: 'imports',
  pages: [
    workspacePage,
    listPage,
    uploadPage,
    checkPage,
    answerPage,
    unplacedPage,
    particularsPage,
    acceptRestPage,
    earlierAnswersPage,
    publishPage,
    progressPage,
  ],
  capabilities: { import: ['administrator', 'clerk'], publish: ['administrator', 'clerk'] },
  jobs: { 'publish import': publishImport },
  aftermaths: { 'publish import': publishFailed },
  keeps: [
    {
      what: 'Files that were brought in, and how doubts were answered',
      howLong: 'For as long as the organisation works with Kept.',
      why: 'They show where a published meeting comes from.',
      tables: ['record.import', 'record.settlement'],
    },
  ],
  refusals: importsRefusals,
  frame: [
    { text: 'Workspace', href: importPaths.workspace(), stands: 'workspace', rank: 10, needs: 'see workspace' },
    { text: 'Imports', href: importPaths.list(), stands: 'workspace', rank: 40, needs: 'import' },
  ],
  ways: { workspace: importPaths.workspace },
};
