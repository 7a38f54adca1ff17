/**
 * Offers as Open Referral UK 3.0 (the UK profile of HSDS 3.0): the fields of `service` and what belongs to it. What is not
 * known is left out, never filled in.
 */
import { createHash } from 'node:crypto';
import { careOfferPaths } from './paths.js';
import { ageWords, type OfferWords, reachWords, whoWords } from './view-words.js';
import { groupWords } from './words.js';

/** An id that the same words always give, in the form of RFC 9562 version 8: for what has no id of its own here. */
function idOf(...words: readonly string[]): string {
  const hex = createHash('sha256').update(words.join('\n')).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

interface Given {
  readonly offer: OfferWords;
  readonly site: string;
  /** ISO date. */
  readonly today: string;
}

/** The fields that stand by themselves: what the list of services gives. */
export function listedService({ offer, site, today }: Given) {
  return {
    id: offer.id,
    name: offer.title,
    description: offer.amount === null ? offer.what : `${offer.what}\n\nHow much: ${offer.amount}`,
    url: offer.web ?? site + careOfferPaths.offer(offer.slug),
    ...(offer.email === null ? {} : { email: offer.email }),
    // Before its first day and after its last nobody can have it.
    status:
      offer.state === 'live' && (offer.valid_from ?? today) <= today && (offer.valid_to ?? today) >= today
        ? 'active'
        : 'inactive',
    ...(offer.age_min === null ? {} : { minimum_age: offer.age_min }),
    ...(offer.age_max === null ? {} : { maximum_age: offer.age_max }),
    ...(offer.verified_on === null ? {} : { assured_date: offer.verified_on }),
    ...(offer.printed === null ? {} : { alert: `As printed in ${offer.printed}; not confirmed by the provider here.` }),
    last_modified: offer.changed_at.toISOString(),
    organization: {
      id: offer.printed === null ? offer.organisation : idOf('provider', offer.provider_code ?? offer.provider),
      name: offer.provider,
      description:
        offer.provider_code === null
          ? `${offer.provider}, provider of offers to care leavers`
          : `${offer.provider}, authority with the GSS code ${offer.provider_code}`,
      ...(offer.provider_code === null
        ? {}
        : { uri: `http://statistics.data.gov.uk/id/statistical-geography/${offer.provider_code}` }),
    },
  };
}

/** A service with all that belongs to it. */
export function wholeService({
  offer,
  site,
  today,
  areas,
  kinds,
}: Given & {
  readonly areas: readonly { readonly code: string; readonly name: string }[];
  readonly kinds: ReadonlyMap<string, string>;
}) {
  const term = (taxonomy: string, key: string, words: string, link: string) => ({
    id: idOf(offer.id, taxonomy, key),
    link_id: offer.id,
    link_type: link,
    taxonomy_term_id: idOf(taxonomy, key),
    taxonomy_term: { id: idOf(taxonomy, key), taxonomy, term: words },
  });
  const contactId = idOf(offer.id, 'contact');
  const hasContact = offer.team !== null || offer.phone !== null;
  return {
    ...listedService({ offer, site, today }),
    service_areas:
      areas.length > 0
        ? areas.map(({ code, name }) => ({
            id: idOf(offer.id, 'area', code),
            service_id: offer.id,
            name,
            service_area: reachWords(offer, [name]),
            uri: `http://statistics.data.gov.uk/id/statistical-geography/${code}`,
          }))
        : offer.reach === 'anyone'
          ? [{ id: idOf(offer.id, 'area'), service_id: offer.id, name: 'England', service_area: reachWords(offer, []) }]
          : [],
    // What an offer is worth says nothing of what it costs: a cost is exported only where its keeper said one.
    cost_options:
      offer.cost === 'not known'
        ? []
        : [
            {
              id: idOf(offer.id, 'cost'),
              service_id: offer.id,
              ...(offer.cost === 'free' ? { amount: 0, option: 'Free of charge' } : { option: 'There is a charge' }),
            },
          ],
    schedules:
      offer.valid_from === null && offer.valid_to === null
        ? []
        : [
            {
              id: idOf(offer.id, 'schedule'),
              service_id: offer.id,
              ...(offer.valid_from === null ? {} : { valid_from: offer.valid_from }),
              ...(offer.valid_to === null ? {} : { valid_to: offer.valid_to }),
              description: 'The days between which the offer holds',
            },
          ],
    contacts: hasContact
      ? [
          {
            id: contactId,
            service_id: offer.id,
            ...(offer.team === null ? {} : { name: offer.team }),
            phones:
              offer.phone === null ? [] : [{ id: idOf(offer.id, 'phone'), contact_id: contactId, number: offer.phone }],
          },
        ]
      : [],
    attributes: [
      ...offer.themes.map((kind) => term(site + careOfferPaths.start(), kind, kinds.get(kind) ?? kind, 'service_type')),
      ...(offer.who ?? []).map((status) =>
        term('Care leavers in the law of England', status, whoWords([status]), 'eligibility'),
      ),
      ...offer.groups.map((group) => term('Groups of care leavers', group, groupWords[group].name, 'eligibility')),
      ...(offer.ages === 'any' ? [term('Ages', 'any', ageWords(offer), 'eligibility')] : []),
      ...(offer.duty === 'not known' ? [] : [term('Duty', offer.duty, offer.duty, 'funding')]),
      ...(offer.outside === 'not known'
        ? []
        : [term('Living outside the area', offer.outside, offer.outside, 'eligibility')]),
    ],
  };
}

/** A page of a list, as the API of the profile gives it. */
export function listPage<T>(contents: readonly T[], page: number, perPage: number, total: number) {
  const pages = Math.max(1, Math.ceil(total / perPage));
  return {
    total_items: total,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  };
}
