import type { Room } from '#kit/room.js';
import { boardPaths } from '#rooms/decided/boards/index.js';
import { actionsPage } from './pages/actions/actions.page.js';

export const actions: Room = {
  name: 'actions',
  pages: [actionsPage],
  keeps: [
    {
      what: 'Actions agreed by boards',
      howLong: 'For as long as this Kept is there.',
      why: 'They are public record.',
      tables: ['record.action', 'published.action'],
    },
  ],
  refusals: {
    words: {},
    unmet: { 'drawn anew': { 'published.action': ['action_pkey'] } },
  },
  frame: [{ text: 'Actions', href: boardPaths.actions(), stands: 'footer', rank: 120 }],
};
