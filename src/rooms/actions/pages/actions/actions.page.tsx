import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { queryField, queryPage } from '#kit/address.js';
import { publicPage, view } from '#kit/page.js';
import { boardPaths } from '#rooms/boards/index.js';
import { boardNames } from '#rooms/minutes/index.js';
import { pageLinks } from '#ui/pagination/page-links.js';
import { publishedActions } from '../../published.js';
import { ActionsView } from './actions.view.js';

const onAPage = 50;

export const actionsPage = publicPage({
  path: '/actions',
  params: z.object({}),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, query, now, site }) {
    const board = queryField(query, 'board') || null;
    const page = queryPage(query);
    const { total, actions } = await publishedActions(db, { board, from: (page - 1) * onAPage, count: onAPage });
    return view({
      title: 'Actions',
      description: 'What was promised to boards, by whom and by when.',
      canonical: site + boardPaths.actions(board, page),
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Actions' }],
      main: (
        <ActionsView
          actions={actions}
          total={total}
          today={londonDate(now)}
          filter={{ action: boardPaths.actions(), boards: await boardNames(db), chosen: board }}
          pages={total > onAPage ? pageLinks(page, Math.ceil(total / onAPage), (to) => boardPaths.actions(board, to)) : null}
        />
      ),
    });
  },
});
