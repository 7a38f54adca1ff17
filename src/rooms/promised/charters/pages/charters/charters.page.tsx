import { z } from 'zod';
import { placeLinks, queryPlace } from '#kit/address.js';
import { publicPage, view } from '#kit/page.js';
import { endingsAmong } from '#kit/withdrawals/endings.js';
import { charterPaths } from '../../paths.js';
import { togetherPaths } from '#rooms/promised/together/index.js';
import { countCharters, publishedCharters } from '../../published.js';
import { ChartersView } from './charters.view.js';

const onAPage = 30;

export const chartersPage = publicPage({
  path: '/charters',
  params: z.object({}),
  cached: true,
  async get({ db, query, site }) {
    const found = await publishedCharters(db, queryPlace(query), onAPage);
    const ended = await endingsAmong(
      db,
      'charter',
      found.rows.map(({ slug }) => slug),
    );
    return view({
      title: 'Charters',
      description: 'Charters that schools, trusts and councils wrote with their young people.',
      canonical: site + charterPaths.all(),
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Charters' }],
      main: (
        <ChartersView
          total={await countCharters(db)}
          charters={found.rows.map((charter) => ({
            ...charter,
            ended_on: ended.get(charter.slug) ?? null,
            href: charterPaths.one(charter.slug),
          }))}
          together={togetherPaths.door()}
          work={charterPaths.work()}
          pages={placeLinks(found, charterPaths.all())}
        />
      ),
    });
  },
});
