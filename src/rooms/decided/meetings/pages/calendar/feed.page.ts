import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type CalendarEvent, icalendar } from '#base/icalendar.js';
import { londonDate, monthsLater, plainDate } from '#base/london.js';
import { slugParameter } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { halt, type Outcome, publicPage } from '#kit/page.js';
import { meetingStateWords } from '#ui/meeting-card/meeting-state.js';
import { boardPaths } from '#rooms/decided/boards/index.js';
import { meetingPaths } from '../../paths.js';
import { publishedBoardName, publishedMeetings, type PublishedMeeting } from '../../published.js';

/** What a calendar needs: what was lately, and all that is planned. Months before and after the day. */
const [monthsBack, monthsAhead] = [3, 15];
/** A calendar of more is no use to anybody; a board has its own. */
const eventsAtMost = 500;

export const feedPage = publicPage({
  path: '/calendar.ics',
  params: z.object({}),
  cached: true,
  withoutDatabase: 'from memory',
  get: ({ db, now, site }) =>
    feed(db, {
      name: 'Board meetings',
      whose: 'all boards',
      url: site + meetingPaths.calendar(),
      board: null,
      now,
      site,
    }),
});

export const boardFeedPage = publicPage({
  path: '/boards/:board/calendar.ics',
  params: z.object({ board: slugParameter }),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, params: { board }, now, site }) {
    const name = await publishedBoardName(db, board);
    return name === undefined
      ? halt('not-found')
      : feed(db, { name, whose: `the ${name}`, url: site + boardPaths.one(board), board, now, site });
  },
});

interface Feed {
  readonly name: string;
  readonly whose: string;
  readonly url: string;
  readonly board: string | null;
  readonly now: Date;
  readonly site: string;
}

async function feed(db: Read, { name, whose, url, board, now, site }: Feed): Promise<Outcome> {
  const today = londonDate(now);
  const [from, until] = [monthsLater(today, -monthsBack), monthsLater(today, monthsAhead)];
  // Where there are more than fit, those to come go before those that were.
  const coming = await publishedMeetings(db, { board, from: today, until, count: eventsAtMost });
  const room = eventsAtMost - coming.rows.length;
  const past =
    room === 0
      ? []
      : (await publishedMeetings(db, { board, from, until: today, backwards: true, count: room })).rows.toReversed();
  const last = coming.after === null ? null : coming.rows.at(-1)?.date;
  const window = last
    ? `up to ${plainDate(last)}: for more, subscribe to a board of its own`
    : 'three months back and fifteen months ahead';
  const events = [...past, ...coming.rows].map((meeting) => eventOf(meeting, site));
  return {
    kind: 'file',
    type: 'text/calendar; charset=utf-8',
    body: icalendar({ name, description: `Meetings of ${whose}, ${window}`, url, events }),
  };
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
    description: `${meetingStateWords(meeting.state)}: ${url}`,
    url,
    status:
      meeting.state === 'cancelled'
        ? 'CANCELLED'
        : meeting.state === 'planned' || meeting.state === 'postponed'
          ? 'TENTATIVE'
          : 'CONFIRMED',
  };
}

/** A UUID made from the meeting's address (RFC 9562 version 8), so that the feed of one board and that of all give the same event. */
function uidOf(url: string): string {
  const hex = createHash('sha256').update(url).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
