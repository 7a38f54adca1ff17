import { z } from 'zod';
import { londonDate, plainDate } from '#base/london.js';
import { slugParameter } from '#kit/address.js';
import { halt, publicPage, view } from '#kit/page.js';
import { publicationPaths } from '#kit/publications/paths.js';
import { boardPaths } from '../../paths.js';
import { publishedBoard, type BoardMeeting } from '../../published.js';
import { BoardView } from './board.view.js';

/** Of those to come and of those past; all of them stand in the calendar. */
const meetingsAtMost = 12;

export const boardPage = publicPage({
  path: '/boards/:board',
  params: z.object({ board: slugParameter }),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, params, now, site }) {
    const board = await publishedBoard(db, params.board, londonDate(now), meetingsAtMost);
    if (!board) return halt('not-found');
    const shown = (meeting: BoardMeeting) => ({ ...meeting, href: boardPaths.meeting(board.slug, meeting.slug) });
    const { publication } = board;
    return view({
      title: board.name,
      description: `Members, meetings and decisions of the ${board.name}.`,
      canonical: site + boardPaths.one(board.slug),
      alternates: [
        { href: boardPaths.calendar(board.slug), type: 'text/calendar', title: `Meetings of the ${board.name}` },
        { href: publicationPaths.json(publication.id), type: 'application/json', title: 'Membership as JSON' },
      ],
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Boards', href: boardPaths.all() }, { text: board.name }],
      main: (
        <BoardView
          name={board.name}
          organisation={board.organisation}
          html={publication.html}
          upcoming={board.coming.map(shown)}
          past={board.past.map(shown)}
          meetings={board.more ? boardPaths.meetings(board.slug) : null}
          calendar={boardPaths.calendar(board.slug)}
          decisions={boardPaths.decisions(board.slug)}
          actions={boardPaths.actions(board.slug)}
          publication={{
            href: publicationPaths.one(publication.id),
            words: `Membership published on ${plainDate(londonDate(publication.published_at))}, version ${publication.version}`,
          }}
        />
      ),
    });
  },
});
