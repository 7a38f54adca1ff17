import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type CalendarEvent, icalendar } from '#base/icalendar.js';
import { slugParameter } from '#kit/address.js';
import { halt, type Outcome, publicPage } from '#kit/page.js';
import { boardPaths } from '#rooms/boards/index.js';
import { meetingPaths } from '../../paths.js';
import { publishedBoardName, publishedMeetings, type PublishedMeeting } from '../../published.js';

export const feedPage = publicPage({
  path: '/calendar.ics',
  params: z.object({}),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, site }) {
    const meetings = await publishedMeetings(db);
    return feed('Board meetings', 'Meetings of all boards published with Kept', site + meetingPaths.calendar(), meetings, site);
  },
});

export const boardFeedPage = publicPage({
  path: '/boards/:board/calendar.ics',
  params: z.object({ board: slugParameter }),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, params, site }) {
    const name = await publishedBoardName(db, params.board);
    if (name === undefined) return halt('not-found');
    return feed(name, `Meetings of the ${name}`, site + boardPaths.one(params.board), await publishedMeetings(db, params.board), site);
  },
});

function feed(name: string, description: string, url: string, meetings: readonly PublishedMeeting[], site: string): Outcome {
  return { kind: 'file', type: 'text/calendar; charset=utf-8', body: icalendar({ name, description, url, events: meetings.map((meeting) => eventOf(meeting, site)) }) };
}

function eventOf(meeting: PublishedMeeting, site: string): CalendarEvent {
  const url = site + boardPaths.meeting(meeting.board, meeting.slug);
  return {
    uid: uidOf(url),
    changed: meeting.changed_at,
    sequence: meeting.publications,
    date: meeting.date,
    start: meeting.start,
    title: meeting.board_name,
    location: meeting.place,
    description: `${meeting.state.charAt(0).toUpperCase()}${meeting.state.slice(1)}: ${url}`,
    url,
    status: meeting.state === 'cancelled' ? 'CANCELLED' : meeting.state === 'planned' || meeting.state === 'postponed' ? 'TENTATIVE' : 'CONFIRMED',
  };
}

/** A UUID made from the meeting's address (RFC 9562 version 8), so that the feed of one board and that of all give the same event. */
function uidOf(url: string): string {
  const hex = createHash('sha256').update(url).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
