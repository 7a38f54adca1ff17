import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { publicPage, view } from '#kit/page.js';
import { boardPaths } from '#rooms/boards/index.js';
import { meetingPaths } from '../../paths.js';
import { publishedMeetings, type PublishedMeeting } from '../../published.js';
import { CalendarView } from './calendar.view.js';

export const calendarPage = publicPage({
  path: '/calendar',
  params: z.object({}),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, now, site }) {
    const today = londonDate(now);
    const meetings = await publishedMeetings(db);
    const shown = (meeting: PublishedMeeting) => ({ ...meeting, board: meeting.board_name, href: boardPaths.meeting(meeting.board, meeting.slug) });
    const past = meetings.filter(({ date }) => date < today).toReversed();
    return view({
      title: 'Calendar',
      description: 'Meetings of all boards, past and to come.',
      canonical: site + meetingPaths.calendar(),
      alternates: [{ href: meetingPaths.feed(), type: 'text/calendar', title: 'Meetings of all boards' }],
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Calendar' }],
      main: (
        <CalendarView
          upcoming={meetings.filter(({ date }) => date >= today).map(shown)}
          past={[...Map.groupBy(past, ({ date }) => date.slice(0, 4))].map(([year, own]) => ({ year, meetings: own.map(shown) }))}
          feed={meetingPaths.feed()}
        />
      ),
    });
  },
});
