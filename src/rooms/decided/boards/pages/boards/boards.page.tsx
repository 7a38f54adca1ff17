import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { placeLinks, queryPlace } from '#kit/address.js';
import { publicPage, view } from '#kit/page.js';
import { boardPaths } from '../../paths.js';
import { publishedBoards } from '../../published.js';
import { BoardsView } from './boards.view.js';

const onAPage = 60;

export const boardsPage = publicPage({
  path: '/boards',
  params: z.object({}),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, query, now, site }) {
    const found = await publishedBoards(db, { today: londonDate(now), place: queryPlace(query), count: onAPage });
    return view({
      title: 'Boards',
      description: 'All boards whose meetings are published here.',
      canonical: site + boardPaths.all(),
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Boards' }],
      main: (
        <BoardsView
          boards={found.rows.map((board) => ({ ...board, href: boardPaths.one(board.slug) }))}
          pages={placeLinks(found, boardPaths.all())}
        />
      ),
    });
  },
});
