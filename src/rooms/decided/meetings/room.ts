import type { Room } from '#kit/room.js';
import { workBoardsPage } from './pages/work-boards/work-boards.page.js';
import { calendarPage } from './pages/calendar/calendar.page.js';
import { boardFeedPage, feedPage } from './pages/calendar/feed.page.js';
import { comingPage } from './pages/new-meeting/new-meeting.page.js';
import { meetingPaths } from './paths.js';
import { meetingsRefusals } from './refusals.js';

declare module '#kit/visitor.js' {
  interface Capabilities {
    /** What a clerk does for a board. */
    readonly 'keep meetings': true;
  }
}

export const meetings: Room = {
  name: 'meetings',
  pages: [calendarPage, feedPage, boardFeedPage, workBoardsPage, comingPage],
  capabilities: { 'keep meetings': ['administrator', 'clerk'] },
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
        'published.meeting',
        'record.agenda_item',
        'record.attendance',
        'record.substitution',
        'record.declaration',
      ],
    },
  ],
  refusals: meetingsRefusals,
  frame: [
    { text: 'Boards', href: meetingPaths.boards(), stands: 'workspace', rank: 30, needs: 'keep meetings' },
    { text: 'Calendar', href: meetingPaths.calendar(), stands: 'footer', rank: 130 },
    { text: 'Calendar feed', href: meetingPaths.feed(), stands: 'footer', rank: 140 },
  ],
  readable: {
    'published.meeting': 'A pack and minutes belong to a meeting, and say of which day.',
    'record.agenda_item': 'A report and a minute belong to an item.',
    'record.meeting': 'Minutes, papers and promises belong to a meeting.',
  },
};
