import type { Room } from '#kit/room.js';
import { workBoardsPage } from './pages/boards/boards.page.js';
import { calendarPage } from './pages/calendar/calendar.page.js';
import { boardFeedPage, feedPage } from './pages/calendar/feed.page.js';
import { comingPage } from './pages/coming/coming.page.js';
import { meetingPaths } from './paths.js';
import { meetingsRefusals } from './refusals.js';

export const meetings: Room = {
  name: 'meetings',
  pages: [calendarPage, feedPage, boardFeedPage, workBoardsPage, comingPage],
  places: [
    {
      text: 'Your boards',
      href: meetingPaths.boards(),
      about: 'Meetings to come: announce one, and see which overdue promises are suggested for it.',
      needs: 'keep meetings',
    },
  ],
  keeps: [
    {
      what: 'Meetings, agendas, attendance and declarations of interest',
      howLong: 'For as long as this Kept is there.',
      why: 'They are public record.',
      tables: [
        'record.meeting',
        'record.agenda_item',
        'record.attendance',
        'record.substitution',
        'record.declaration',
      ],
    },
  ],
  refusals: meetingsRefusals,
  readable: {
    'record.agenda_item': 'A report and a minute belong to an item.',
    'record.meeting': 'Minutes, papers and promises belong to a meeting.',
  },
};
