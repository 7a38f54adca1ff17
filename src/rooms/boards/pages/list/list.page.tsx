import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { publicPage, view } from '#kit/page.js';
import { boardPaths } from '../../paths.js';
import { publishedBoards } from '../../published.js';
import { BoardsView } from './list.view.js';

export const boardsPage = publicPage({
  path: '/boards',
  params: z.object({}),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, now, site }) {
    const boards = await publishedBoards(db, londonDate(now));
    return view({
      title: 'Boards',
      description: 'All boards whose meetings are published here.',
      canonical: site + boardPaths.all(),
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Boards' }],
      main: <BoardsView boards={boards.map((board) => ({ ...board, href: boardPaths.one(board.slug) }))} />,
    });
  },
});
