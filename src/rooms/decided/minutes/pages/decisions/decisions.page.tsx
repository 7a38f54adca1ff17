import { z } from 'zod';
import { atPlace, placeLinks, queryField, queryPlace } from '#kit/address.js';
import { publicPage, view } from '#kit/page.js';
import { boardPaths } from '#rooms/decided/boards/index.js';
import { boardNames, countDecisions, publishedDecisions } from '../../published.js';
import { DecisionsView } from './decisions.view.js';

const onAPage = 50;

export const decisionsPage = publicPage({
  path: '/decisions',
  params: z.object({}),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, query, site }) {
    const board = queryField(query, 'board') || null;
    const place = queryPlace(query);
    const found = await publishedDecisions(db, { board, place, count: onAPage });
    return view({
      title: 'Decisions',
      description: 'What boards have decided, newest first.',
      canonical: site + atPlace(boardPaths.decisions(board), place),
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Decisions' }],
      main: (
        <DecisionsView
          decisions={found.rows}
          total={await countDecisions(db, board)}
          filter={{
            action: boardPaths.decisions(),
            boards: await boardNames(db),
            chosen: board,
            everyBoard: boardPaths.all(),
          }}
          pages={placeLinks(found, boardPaths.decisions(board))}
        />
      ),
    });
  },
});
