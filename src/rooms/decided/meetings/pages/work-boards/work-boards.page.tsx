import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { placeLinks, queryField, queryPlace } from '#kit/address.js';
import { halt, view, workPage } from '#kit/page.js';
import { meetingsAround, meetingsOfBoard, someBoards, workBoards } from '../../lookups.js';
import { meetingPaths } from '../../paths.js';
import { BoardMeetings, WorkBoards } from './work-boards.view.js';

/** Of each board on the list of boards; a page of its own has all of them. */
const around = { coming: 6, past: 6 };
const boardsOnAPage = 8;
const meetingsOnAPage = 40;

/** The boards of an organisation with the meetings around today, or one of them with all its meetings. */
export const workBoardsPage = workPage({
  path: '/work/boards',
  params: z.object({}),
  needs: 'keep meetings',
  async get({ db, visitor, query, now }) {
    const one = queryField(query, 'board', 200);
    if (one !== '') {
      const [board] = await workBoards(db, visitor.organisation, one);
      if (!board) return halt('not-found');
      const found = await meetingsOfBoard(db, visitor.organisation, board.id, queryPlace(query), meetingsOnAPage);
      return view({
        title: `Meetings: ${board.name}`,
        crumbs: [
          { text: 'Workspace', href: '/work' },
          { text: 'Your boards', href: meetingPaths.boards() },
          { text: board.name },
        ],
        main: (
          <BoardMeetings
            name={board.name}
            add={meetingPaths.coming(board.slug)}
            meetings={found.rows.map((meeting) => ({
              ...meeting,
              href: meetingPaths.atWork(board.slug, meeting.slug),
            }))}
            pages={placeLinks(found, meetingPaths.boards(board.slug))}
          />
        ),
      });
    }
    const today = londonDate(now);
    const boards = await someBoards(db, visitor.organisation, queryPlace(query), boardsOnAPage);
    // One more than is shown says that there are others.
    const meetings = await meetingsAround(
      db,
      visitor.organisation,
      boards.rows.map(({ id }) => id),
      today,
      { coming: around.coming + 1, past: around.past + 1 },
    );
    const byBoard = Map.groupBy(meetings, ({ board }) => board);
    return view({
      title: 'Your boards',
      crumbs: [{ text: 'Workspace', href: '/work' }, { text: 'Your boards' }],
      main: (
        <WorkBoards
          pages={placeLinks(boards, meetingPaths.boards())}
          boards={boards.rows.map((board) => {
            const own = (byBoard.get(board.id) ?? []).map((meeting) => ({
              ...meeting,
              href: meetingPaths.atWork(board.slug, meeting.slug),
            }));
            const [coming, past] = [own.filter(({ date }) => date >= today), own.filter(({ date }) => date < today)];
            const isMore = coming.length > around.coming || past.length > around.past;
            return {
              name: board.name,
              slug: board.slug,
              add: meetingPaths.coming(board.slug),
              coming: coming.slice(0, around.coming),
              past: past.slice(0, around.past),
              all: isMore ? meetingPaths.boards(board.slug) : null,
            };
          })}
        />
      ),
    });
  },
});
