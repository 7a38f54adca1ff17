import type { Room } from '#kit/room.js';
import { backupsPage } from './pages/backups/backups.page.js';
import { backupPaths } from './paths.js';

export const backups: Room = {
  name: 'backups',
  pages: [backupsPage],
  places: [
    {
      text: 'Backups',
      href: backupPaths.all(),
      about: 'When this Kept was backed up last, and whether a backup could be restored.',
      needs: 'administer',
    },
  ],
};
