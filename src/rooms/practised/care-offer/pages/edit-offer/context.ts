/** What the form and the upload must know before they can read an offer. */
import { londonDate } from '#base/london.js';
import type { Read } from '#kit/db/gate.js';
import { endingOf } from '#kit/withdrawals/endings.js';
import { ownOrganisation } from '#rooms/ground/people/index.js';
import { asksFramework, kindsOf } from '../../published.js';
import { mayKeepOffers } from '../../rules.js';
import type { OfferContext } from './edit-offer.form.js';

/** Null where the organisation keeps no offers, or there is no list of asks that goes on. `framework` is the one of an offer that is there already. */
export async function offerContext(
  db: Read,
  organisation: string,
  now: Date,
  framework = '',
): Promise<OfferContext | null> {
  const own = await ownOrganisation(db, organisation);
  const found = await asksFramework(db, framework);
  if (!mayKeepOffers(own.kind) || !found) return null;
  if (framework === '' && (await endingOf(db, 'framework', found.chosen.slug))) return null;
  const codes = await db.selectFrom('published.authority').select('code').execute();
  return {
    keeper: { name: own.name, isAuthority: own.kind === 'authority', authority: own.authority },
    framework: found.chosen.slug,
    kinds: kindsOf(found.chosen).map(({ key, title }) => ({ key, title })),
    asks: found.chosen.asks.map(({ key, theme, body }) => ({ key, theme, body })),
    codes: new Set(codes.map(({ code }) => code)),
    today: londonDate(now),
  };
}
