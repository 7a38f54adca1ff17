/** Withdrawing what a board published by mistake: a pack, minutes, its membership, a meeting that was announced. The record stays with the clerk. */
import type { Read, Write } from '#kit/db/gate.js';
import type { Standing, Withdrawable, Withdrawer } from '#kit/withdrawals/withdrawals.js';
import { longDate } from '#base/london.js';
import { boardPaths } from '#rooms/decided/boards/index.js';
import { withdrawMeeting, workBoards, workMeetings } from '#rooms/decided/meetings/index.js';
import { minutesPaths } from '#rooms/decided/minutes/index.js';
import { packPaths } from './paths.js';
import { publishedMeeting } from './published.js';

/** A meeting of one's own that readers know of. */
async function ownMeeting(read: Read, who: Withdrawer, board: string, meeting: string) {
  const own = (await workMeetings(read, who.organisation, board)).find(({ slug }) => slug === meeting);
  const shown = own && (await publishedMeeting(read, board, meeting));
  return (
    own &&
    shown && {
      shown,
      subject: `${board}/${meeting}`,
      name: `${shown.meeting.board_name}, ${longDate(shown.meeting.date)}`,
    }
  );
}

/** Every meeting of its boards that readers know of. */
async function meetingsOf(
  read: Read,
  organisation: string,
): Promise<
  readonly {
    readonly board: string;
    readonly slug: string;
    readonly pack: string | null;
    readonly minutes: string | null;
  }[]
> {
  const boards = (await workBoards(read, organisation)).map(({ slug }) => slug);
  if (boards.length === 0) return [];
  return read
    .selectFrom('published.meeting')
    .select(['board', 'slug', 'pack', 'minutes'])
    .where('board', 'in', boards)
    .orderBy('board')
    .orderBy('slug')
    .execute();
}

const again = 'In your workspace nothing is lost: correct it there and publish it again.';

interface Paper {
  readonly word: string;
  /** In the title: "…: minutes". */
  readonly called: string;
  readonly newest: (board: string, meeting: string) => string;
  readonly besides: readonly ((board: string, meeting: string) => string)[];
  readonly follows: readonly string[];
}

/** What is published of a meeting. */
function paperOf(kind: 'pack' | 'minutes', { word, called, newest, besides, follows }: Paper): Withdrawable {
  return {
    path: `/boards/:board/meetings/:meeting/${kind}`,
    kind,
    publishes: kind,
    word,
    needs: 'publish',
    comesBack: true,
    async find(read, who, { board = '', meeting = '' }): Promise<Standing | undefined> {
      const found = await ownMeeting(read, who, board, meeting);
      if (!found?.shown[kind]) return undefined;
      return {
        subject: found.subject,
        title: `${found.name}: ${called}`,
        address: newest(board, meeting),
        besides: besides.map((path) => path(board, meeting)),
        follows: [...follows, again],
      };
    },
    own: async (read, organisation) =>
      (await meetingsOf(read, organisation))
        .filter((one) => one[kind] !== null)
        .map(({ board, slug }) => newest(board, slug)),
  };
}

export const packWithdrawal = paperOf('pack', {
  word: 'agenda pack',
  called: 'agenda pack',
  newest: packPaths.newest,
  besides: [packPaths.newestPdf, packPaths.newestJson],
  follows: [
    'The page, the PDF and the data of every version go.',
    'The meeting stays in the calendar. Its minutes stay.',
  ],
});

export const minutesWithdrawal = paperOf('minutes', {
  word: 'set of minutes',
  called: 'minutes',
  newest: minutesPaths.newest,
  besides: [minutesPaths.newestJson],
  follows: [
    'Its decisions, actions and attendance leave every list.',
    'An agenda pack that carries these minutes is withdrawn by itself.',
  ],
});

export const boardWithdrawal: Withdrawable = {
  path: '/boards/:board',
  kind: 'board',
  publishes: 'board',
  standsAlone: true,
  word: 'page of a board',
  needs: 'publish',
  comesBack: true,
  async find(read, who, { board = '' }): Promise<Standing | undefined> {
    const [own] = await workBoards(read, who.organisation, board);
    return own?.isPublished
      ? {
          subject: board,
          title: own.name,
          address: boardPaths.one(board),
          standsAlone: true,
          follows: ['Its members leave the search and their own pages.', 'Its meetings stay public.', again],
        }
      : undefined;
  },
  own: async (read, organisation) =>
    (await workBoards(read, organisation))
      .filter(({ isPublished }) => isPublished)
      .map(({ slug }) => boardPaths.one(slug)),
};

export const meetingWithdrawal: Withdrawable = {
  path: '/boards/:board/meetings/:meeting',
  kind: 'meeting',
  word: 'meeting',
  needs: 'keep meetings',
  comesBack: true,
  async find(read, who, { board = '', meeting = '' }): Promise<Standing | undefined> {
    const found = await ownMeeting(read, who, board, meeting);
    if (!found) return undefined;
    const isPublished = found.shown.pack !== null || found.shown.minutes !== null;
    return {
      subject: found.subject,
      title: found.name,
      address: boardPaths.meeting(board, meeting),
      refusal: isPublished ? 'Withdraw its agenda pack and its minutes first: give their addresses.' : null,
      follows: ['It leaves the calendar and its feeds.', 'In your workspace it stays.'],
    };
  },
  own: async (read, organisation) =>
    (await meetingsOf(read, organisation)).map(({ board, slug }) => boardPaths.meeting(board, slug)),
  async take(write: Write, _who, { subject }) {
    const [board = '', meeting = ''] = subject.split('/');
    await withdrawMeeting(write, board, meeting);
  },
};
