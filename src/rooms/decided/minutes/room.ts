import type { Room } from '#kit/room.js';
import { boardPaths } from '#rooms/decided/boards/index.js';
import { decisionsPage } from './pages/decisions/decisions.page.js';
import { minutesJson, minutesPage, minutesVersionJson, minutesVersionPage } from './pages/minutes/minutes.page.js';
import { minutesRefusals } from './refusals.js';

declare module '#kit/publications/publications.js' {
  interface PublicationKinds {
    readonly minutes: true;
  }
}

export const minutes: Room = {
  name: 'minutes',
  pages: [minutesPage, minutesJson, minutesVersionPage, minutesVersionJson, decisionsPage],
  keeps: [
    {
      what: 'Minutes and decisions',
      howLong: 'For as long as this Kept is there.',
      why: 'They are public record.',
      tables: ['record.minutes', 'record.minute', 'record.minute_entry', 'record.decision', 'published.decision'],
    },
  ],
  refusals: minutesRefusals,
  frame: [{ text: 'Decisions', href: boardPaths.decisions(), stands: 'footer', rank: 110 }],
  readable: {
    'record.minute': 'An action follows from a minute.',
  },
};
