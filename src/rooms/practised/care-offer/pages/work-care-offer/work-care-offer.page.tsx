import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { queryField, queryPage } from '#kit/address.js';
import { view, workPage } from '#kit/page.js';
import { may } from '#kit/visitor.js';
import { ownOrganisation } from '#rooms/ground/people/index.js';
import { pageLinks } from '#ui/pagination/page-links.js';
import { offersOf } from '../../lookups.js';
import { careOfferPaths } from '../../paths.js';
import { isStale, mayKeepOffers } from '../../rules.js';
import { Desk } from './work-care-offer.view.js';

const onAPage = 50;

/** What came of a file, out of the address that its upload led to; null where it says no such thing. */
function fileTakenWords(done: string): string | null {
  const [, made = '', changed = '', same = ''] = /^(\d{1,4})-(\d{1,4})-(\d{1,4})$/.exec(done) ?? [];
  if (made === '') return null;
  return `The file is in. Offers: ${made} new, ${changed} changed, ${same} as before.`;
}

export const deskPage = workPage({
  path: '/work/care-offer',
  params: z.object({}),
  needs: 'lead',
  async get({ db, visitor, query, now }) {
    const own = await ownOrganisation(db, visitor.organisation);
    const page = queryPage(query);
    const { offers, counts } = await offersOf(db, visitor.organisation, (page - 1) * onAPage, onAPage);
    const total = counts.draft + counts.live + counts.ended;
    const today = londonDate(now);
    const done = queryField(query, 'done', 20);
    return view({
      title: 'Care offer, workspace',
      crumbs: [{ text: 'Workspace', href: '/work' }, { text: 'Care offer' }],
      main: (
        <Desk
          organisation={own.name}
          mayKeep={mayKeepOffers(own.kind) && may(visitor, 'lead')}
          counts={counts}
          offers={offers.map(({ id, state, draft, shown }) => ({
            title: draft.title,
            provider: draft.provider,
            state,
            href: careOfferPaths.own(id),
            stale: state === 'live' && isStale((shown ?? draft).verifiedOn, today),
          }))}
          done={done === 'discarded' ? 'The draft is deleted.' : fileTakenWords(done)}
          publicHref={
            own.authority === null || own.kind !== 'authority' ? null : careOfferPaths.authority(own.authority)
          }
          pages={total > onAPage || page > 1 ? pageLinks(page, Math.ceil(total / onAPage), careOfferPaths.desk) : null}
        />
      ),
    });
  },
});
