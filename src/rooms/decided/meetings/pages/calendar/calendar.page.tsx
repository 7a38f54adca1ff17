import { z } from 'zod';
import { londonDate, monthName } from '#base/london.js';
import { atPlace, placeLinks, queryField, queryPlace } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { publicPage, type View, view } from '#kit/page.js';
import { boardPaths } from '#rooms/decided/boards/index.js';
import { firstDay, monthLater, monthsToChoose } from '../../months.js';
import { meetingPaths } from '../../paths.js';
import { meetingDays, publishedBoardName, publishedMeetings, type PublishedMeeting } from '../../published.js';
import { CalendarView, type CalendarViewProps } from './calendar.view.js';

const onAPage = 60;
/** Of the past, before somebody asks for a month. */
const pastAtMost = 12;

const shown = (meeting: PublishedMeeting) => ({
  ...meeting,
  board: meeting.board_name,
  href: boardPaths.meeting(meeting.board, meeting.slug),
});

/** The next meetings, the last ones, or those of a month: what the query asks for, and the heading above it. */
async function partOf(
  db: Read,
  query: Readonly<Record<string, string>>,
  board: string | null,
  today: string,
): Promise<
  Pick<CalendarViewProps, 'month' | 'meetings' | 'past' | 'pages' | 'neighbours'> & { readonly address: string }
> {
  const month = queryField(query, 'month', 20);
  const first = firstDay(month);
  const place = queryPlace(query);
  if (first === null) {
    const own = meetingPaths.calendar({ board });
    const next = await publishedMeetings(db, { board, from: today, place, count: onAPage });
    const isFirst = next.before === null;
    const past = isFirst
      ? await publishedMeetings(db, { board, until: today, backwards: true, count: pastAtMost })
      : null;
    return {
      month: null,
      meetings: next.rows.map(shown),
      past: past?.rows.map(shown) ?? [],
      pages: placeLinks(next, own),
      neighbours: null,
      address: isFirst ? own : atPlace(own, place),
    };
  }
  const own = meetingPaths.calendar({ month, board });
  const [before, after] = [monthLater(month, -1), monthLater(month, 1)];
  const found = await publishedMeetings(db, { board, from: first, until: `${after}-01`, place, count: onAPage });
  const link = (other: string, text: string) => ({
    href: meetingPaths.calendar({ month: other, board }),
    text,
    label: monthName(other),
  });
  return {
    month: monthName(month),
    meetings: found.rows.map(shown),
    past: [],
    pages: placeLinks(found, own),
    neighbours: { previous: link(before, 'Previous month'), next: link(after, 'Next month') },
    address: found.before === null ? own : atPlace(own, place),
  };
}

export const calendarPage = publicPage({
  path: '/calendar',
  params: z.object({}),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, query, now, site }) {
    const today = londonDate(now);
    const slug = queryField(query, 'board', 120);
    const name = slug === '' ? undefined : await publishedBoardName(db, slug);
    // A board that is not known narrows nothing.
    const board = name === undefined ? null : slug;
    const days = await meetingDays(db, board);
    const { address, ...part } = await partOf(db, query, board, today);
    const month = queryField(query, 'month', 20);
    const chosen = firstDay(month) === null ? null : month;
    const choices = days && monthsToChoose(days, (chosen ?? today).slice(0, 4));
    const feed = board === null ? meetingPaths.feed() : boardPaths.calendar(board);
    const whose = name === undefined ? 'all boards' : `the ${name}`;
    const heading: View = {
      title: ['Calendar', ...(part.month === null ? [] : [part.month]), ...(name === undefined ? [] : [name])].join(
        ': ',
      ),
      description: `Meetings of ${whose}, past and to come.`,
      canonical: site + address,
      alternates: [{ href: feed, type: 'text/calendar', title: `Meetings of ${whose}` }],
      crumbs: [
        { text: 'Home', href: '/' },
        ...(chosen === null ? [] : [{ text: 'Calendar', href: meetingPaths.calendar({ board }) }]),
        { text: part.month ?? 'Calendar' },
      ],
      main: (
        <CalendarView
          {...part}
          board={
            name === undefined
              ? null
              : { name, href: boardPaths.one(slug), everybody: meetingPaths.calendar({ month: chosen }) }
          }
          feed={feed}
          years={
            choices?.years.map(({ year, month: first }) => ({
              text: year,
              href: meetingPaths.calendar({ month: first, board }),
              current: chosen?.startsWith(year) ?? false,
            })) ?? []
          }
          months={
            choices?.months.map((one) => ({
              text: monthName(one),
              href: meetingPaths.calendar({ month: one, board }),
              current: one === chosen,
            })) ?? []
          }
        />
      ),
    };
    return view(heading);
  },
});
