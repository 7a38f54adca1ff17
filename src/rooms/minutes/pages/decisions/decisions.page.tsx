import { z } from 'zod';
import { queryField, queryPage } from '#kit/address.js';
import { publicPage, view } from '#kit/page.js';
import { boardPaths } from '#rooms/boards/index.js';
import { pageLinks } from '#ui/pagination/page-links.js';
import { boardNames, publishedDecisions } from '../../published.js';
import { DecisionsView } from './decisions.view.js';

const onAPage = 50;

export const decisionsPage = publicPage({
  path: '/decisions',
  params: z.object({}),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, query, site }) {
    const board = queryField(query, 'board') || null;
    const page = queryPage(query);
    const { total, decisions } = await publishedDecisions(db, { board, from: (page - 1) * onAPage, count: onAPage });
    return view({
      title: 'Decisions',
      description: 'What boards have decided, newest first.',
      canonical: site + boardPaths.decisions(board, page),
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Decisions' }],
      main: (
        <DecisionsView
          decisions={decisions}
          total={total}
          filter={{ action: boardPaths.decisions(), boards: await boardNames(db), chosen: board }}
          pages={total > onAPage ? pageLinks(page, Math.ceil(total / onAPage), (to) => boardPaths.decisions(board, to)) : null}
        />
      ),
    });
  },
});
