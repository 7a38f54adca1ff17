import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { atPlace, placeLinks, queryField, queryPlace } from '#kit/address.js';
import { publicPage, view } from '#kit/page.js';
import { boardPaths } from '#rooms/decided/boards/index.js';
import { boardNames } from '#rooms/decided/minutes/index.js';
import { countActions, publishedActions } from '../../published.js';
import { ActionsView } from './actions.view.js';

const onAPage = 50;

export const actionsPage = publicPage({
  path: '/actions',
  params: z.object({}),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, query, now, site }) {
    const board = queryField(query, 'board') || null;
    const place = queryPlace(query);
    const found = await publishedActions(db, { board, place, count: onAPage });
    return view({
      title: 'Actions',
      description: 'What was promised to boards, by whom and by when.',
      canonical: site + atPlace(boardPaths.actions(board), place),
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Actions' }],
      main: (
        <ActionsView
          actions={found.rows}
          total={await countActions(db, board)}
          today={londonDate(now)}
          filter={{
            action: boardPaths.actions(),
            boards: await boardNames(db),
            chosen: board,
            everyBoard: boardPaths.all(),
          }}
          pages={placeLinks(found, boardPaths.actions(board))}
        />
      ),
    });
  },
});
