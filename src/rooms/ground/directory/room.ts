import type { Room } from '#kit/room.js';
import { directoryJob } from './register-files.js';
import { directoryFileFailed, readDirectoryFile } from './job.js';
import { authoritiesPage } from './pages/authorities/authorities.page.js';
import { authorityPage } from './pages/authority/authority.page.js';
import { bringInPage, directoryFilePage, directoryFilesPage, setAsidePage } from './pages/files/files.page.js';
import { schoolPage } from './pages/school/school.page.js';
import { directoryPaths } from './paths.js';
import { trustPage } from './pages/trust/trust.page.js';
import { trustsPage } from './pages/trusts/trusts.page.js';
import { schoolsPage } from './pages/schools/schools.page.js';
import { directoryRefusals } from './refusals.js';

export const directory: Room = {
  name: 'directory',
  pages: [
    authoritiesPage,
    authorityPage,
    schoolsPage,
    schoolPage,
    trustsPage,
    trustPage,
    directoryFilesPage,
    directoryFilePage,
    bringInPage,
    setAsidePage,
  ],
  places: [
    {
      text: 'Directory',
      href: directoryPaths.work(),
      about: 'Bring the registers of authorities and schools up to date.',
      needs: 'administer',
    },
  ],
  jobs: { [directoryJob]: readDirectoryFile },
  aftermaths: { [directoryJob]: directoryFileFailed },
  keeps: [
    {
      what: 'Authorities, schools and trusts, and files of their registers',
      howLong: 'For as long as this Kept is there.',
      why: 'They are public registers.',
      tables: [
        'record.authority',
        'record.school',
        'record.school_link',
        'record.trust',
        'record.directory_file',
        'published.authority',
        'published.school',
        'published.school_link',
        'published.trust',
      ],
    },
  ],
  refusals: directoryRefusals,
  frame: [
    { text: 'Authorities', href: directoryPaths.authorities(), stands: 'footer', rank: 80 },
    { text: 'Schools', href: directoryPaths.schools(), stands: 'footer', rank: 90 },
    { text: 'Trusts', href: directoryPaths.trusts(), stands: 'footer', rank: 100 },
  ],
  readable: {
    'published.authority': 'A page names its local authority as the register does.',
    'published.school': 'A page names its school as the register does.',
  },
};
