import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { view, workPage } from '#kit/page.js';
import { workBoards, workMeetings } from '../../lookups.js';
import { meetingPaths } from '../../paths.js';
import { WorkBoards } from './boards.view.js';

/** Older ones stand on the board's public page. */
const pastAtMost = 12;

export const workBoardsPage = workPage({
  path: '/work/boards',
  params: z.object({}),
  needs: 'keep meetings',
  async get({ db, visitor, now }) {
    const today = londonDate(now);
    const boards = await workBoards(db, visitor.organisation);
    const byBoard = Map.groupBy(await workMeetings(db, visitor.organisation), ({ board }) => board);
    return view({
      title: 'Your boards',
      crumbs: [{ text: 'Workspace', href: '/work' }, { text: 'Your boards' }],
      main: (
        <WorkBoards
          boards={boards.map((board) => {
            const meetings = (byBoard.get(board.id) ?? []).map((meeting) => ({ ...meeting, href: meetingPaths.atWork(board.slug, meeting.slug) }));
            return { ...board, add: meetingPaths.coming(board.slug), coming: meetings.filter(({ date }) => date >= today).toReversed(), past: meetings.filter(({ date }) => date < today).slice(0, pastAtMost) };
          })}
        />
      ),
    });
  },
});
