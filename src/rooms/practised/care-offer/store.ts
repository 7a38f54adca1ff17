/** Saves offers and what was said of coverage, in the record and for readers. */
import { fold } from '#base/fold.js';
import { londonDate } from '#base/london.js';
import { json } from '#kit/db/client.js';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import type { Organisation, Who } from '#rooms/ground/people/index.js';
import type { OfferRecord } from './lookups.js';
import type { CoverageSaying, OfferAct, OfferDraft } from './words.js';

export async function saveOffer(
  write: Write,
  who: Who,
  offer: Pick<OfferRecord, 'id' | 'slug'>,
  draft: OfferDraft,
): Promise<void> {
  await write
    .insertInto('record.offer')
    .values({
      organisation: who.organisation,
      id: offer.id,
      slug: offer.slug,
      state: 'draft',
      draft: json(draft),
      shown: null,
      ended_on: null,
      ended_reason: null,
      created_at: who.now,
      changed_at: who.now,
    })
    .execute();
}

/** One more line of an offer's history; those that readers saw happen are public. */
export async function saveEvent(
  write: Write,
  who: Who,
  offer: Pick<OfferRecord, 'id' | 'slug'>,
  act: OfferAct,
  note: string | null,
): Promise<void> {
  const last = await write
    .selectFrom('record.offer_event')
    .select((expression) => expression.fn.max('number').as('number'))
    .where('organisation', '=', who.organisation)
    .where('offer', '=', offer.id)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await write
    .insertInto('record.offer_event')
    .values({ organisation: who.organisation, offer: offer.id, number, at: who.now, account: who.account, act, note })
    .execute();
  if (act === 'recorded' || act === 'changed') return;
  await write
    .insertInto('published.offer_event')
    .values({ offer: offer.slug, number, on_day: londonDate(who.now), act, note, organisation: who.organisation })
    .execute();
}

/** Draws an offer for readers as it stands now. */
export async function showOffer(
  write: Write,
  who: Who,
  keeper: Organisation,
  offer: Pick<OfferRecord, 'id' | 'slug'>,
  draft: OfferDraft,
  ended: { readonly on: string; readonly reason: string } | null,
): Promise<void> {
  const row = {
    id: offer.id,
    organisation: who.organisation,
    organisation_slug: keeper.slug,
    organisation_name: keeper.name,
    provider: draft.provider,
    printed: draft.printed,
    framework: draft.framework,
    ask: draft.ask,
    title: draft.title,
    what: draft.what,
    duty: draft.duty,
    ages: draft.ages,
    reach: draft.reach,
    outside: draft.outside,
    also: draft.also,
    amount: draft.amount,
    cost: draft.cost,
    team: draft.team,
    phone: draft.phone,
    email: draft.email,
    web: draft.web,
    note: draft.note,
    provider_code: draft.providerCode,
    themes: draft.themes.map((theme) => `${draft.framework} ${theme}`),
    who: draft.who === null ? null : [...draft.who],
    groups: [...draft.groups],
    age_min: draft.ageMin,
    age_max: draft.ageMax,
    areas: [...draft.areas],
    steps: [...draft.steps],
    valid_from: draft.validFrom,
    valid_to: draft.validTo,
    verified_on: draft.verifiedOn,
    verified_by: draft.verifiedBy,
    source_url: draft.sourceUrl,
    state: ended === null ? ('live' as const) : ('ended' as const),
    ended_on: ended?.on ?? null,
    ended_reason: ended?.reason ?? null,
    changed_at: who.now,
    folded: fold(`${draft.title} ${draft.provider} ${draft.what}`),
    named: fold(`${draft.title} ${draft.provider}`),
  };
  await write
    .insertInto('published.offer')
    .values({ ...row, slug: offer.slug, published_on: londonDate(who.now) })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet(row))
    .execute();
}

/** Adds a saying, and shows it in place of the organisation's earlier one about the same. "Not known" takes it away from readers. */
export async function saveCoverage(
  write: Write,
  who: Who,
  keeper: Organisation,
  saying: CoverageSaying,
  own: boolean,
): Promise<void> {
  const { authority, framework, theme, state, source, offer } = saying;
  const about = { authority, framework, theme, ask: saying.ask ?? '' };
  const said = { source, source_url: saying.sourceUrl, offer, said_on: saying.on, recorded_at: who.now };
  await write
    .insertInto('record.coverage')
    .values({ organisation: who.organisation, id: newId(who.now), ...about, state, ...said, account: who.account })
    .execute();
  if (state === 'not known') {
    await write
      .deleteFrom('published.coverage')
      .where('authority', '=', authority)
      .where('framework', '=', framework)
      .where('theme', '=', theme)
      .where('ask', '=', about.ask)
      .where('organisation', '=', who.organisation)
      .execute();
    return;
  }
  const row = { organisation_name: keeper.name, own, state, ...said };
  await write
    .insertInto('published.coverage')
    .values({ ...about, organisation: who.organisation, ...row })
    .onConflict((conflict) =>
      conflict.columns(['authority', 'framework', 'theme', 'ask', 'organisation']).doUpdateSet(row),
    )
    .execute();
}
