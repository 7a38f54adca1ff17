import type { Room } from '#kit/room.js';
import { datePage } from './pages/date/date.page.js';
import { keptPage } from './pages/kept/kept.page.js';
import { retentionPaths } from './paths.js';

export const retention: Room = {
  name: 'retention',
  pages: [keptPage, datePage],
  places: [{ text: 'What is kept', href: retentionPaths.kept(), about: 'What this Kept keeps, for how long, and what will be deleted.', needs: 'administer' }],
};
