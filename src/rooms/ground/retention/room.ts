import type { Room } from '#kit/room.js';
import { datePage } from './pages/date/date.page.js';
import { keptPage } from './pages/retention/retention.page.js';
import { retentionPaths } from './paths.js';

export const retention: Room = {
  name: 'retention',
  pages: [keptPage, datePage],
  places: [
    {
      text: 'How long data is kept',
      href: retentionPaths.kept(),
      about: 'Which data is kept, for how long, and what is deleted next.',
      needs: 'administer',
    },
  ],
};
