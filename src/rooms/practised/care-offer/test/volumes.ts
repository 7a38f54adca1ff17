/** How much of it there is in a country, how tests fill it, and where its lists are (test/room-volumes.ts). */
import { words, one, type RoomVolumes } from '#test/room-volumes.js';

declare module '#test/room-volumes.js' {
  interface Volumes {
    readonly offers: number;
  }
}

const kinds = `array['finance','housing','travel','health','digital-connection','leisure',
  'education-employment-training','practical-support','specific-groups','accessing-records','support-after-25']`;

export const volumes: RoomVolumes = {
  country: (of) => ({ offers: of(20_000) }),
  few: { offers: 110 },
  many: { offers: 220 },
  fill: (size) => [
    `insert into published.offer (slug, id, organisation, organisation_slug, organisation_name, provider,
      provider_code, printed, framework, themes, ask, title, what, duty, who, groups, ages, age_min, age_max, reach,
      areas, outside, also, amount, steps, team, phone, email, web, valid_from, valid_to, verified_on, verified_by,
      source_url, note, state, ended_on, ended_reason, published_on, changed_at, folded, named)
     select 'volume-' || n, pg_temp.id('offer ' || n), pg_temp.id('offers of ' || code), 'volume', provider, provider,
       code, null, 'care-leavers-asks', array['care-leavers-asks ' || (${kinds})[1 + n % 11]], null, title,
       'Money or help that is yours, ' || lower(title) || '.', 'discretionary', null, '{}', 'limits', 16, 25,
            'own', array[code], (array['yes','no','not known'])[1 + n % 3], null, '£' || (n % 300),
              array['Ask your personal adviser'], 'Leaving care team', '01632 960123', null, null, null, null, current_date -
              (n % 500), provider, null, null, 'live', null, null, current_date - (n % 500), now(),
            lower(title || ' ' || provider), lower(title || ' ' || provider)
       from generate_series(1, ${size.offers}) n,
            lateral (select 'E8' || lpad((1 + n % ${size.authorities})::text, 7, '0') as code, 'Volume ' || (1 + n % ${size.authorities}) as provider,
                            (${words})[1 + n % 24] || ' ' || (array['fares','rent help','bursary','gym pass','starter pack'])[1 + n % 5] as title) made`,
    `insert into published.coverage (authority, framework, theme, ask, organisation, organisation_name, own, state,
      source, source_url, offer, said_on, recorded_at)
     select 'E8' || lpad(n::text, 7, '0'), ask.framework, ask.theme, ask.key, pg_temp.id('coverage'), 'Volume forum',
       false, (array['offered','partly','not offered'])[1 + (n + length(ask.key)) % 3], 'Local offer', null, null,
       current_date - (n % 400), now()
       from generate_series(1, ${size.authorities}) n join published.ask ask on ask.framework = 'care-leavers-asks' and (n + length(ask.key)) % 4 > 0`,
  ],
  lists: [
    {
      at: '/care-offer/offers',
      row: one('/care-offer/offers'),
      rows: `select '/care-offer/offers/' || slug from published.offer where state = 'live' order by title, slug`,
    },
  ],
  measured: [
    { name: 'offers, all', path: '/care-offer/offers?x=1' },
    { name: 'offers, one word', path: '/care-offer/offers?q=cedar' },
    { name: 'offers of an authority', path: '/care-offer/offers?authority=E80000007' },
    { name: 'offers, two words', path: '/care-offer/offers?q=cedar+bursary' },
    { name: 'offers, a misspelt word', path: '/care-offer/offers?q=ceddar+bursry' },
    {
      name: 'offers of a kind and an authority',
      path: '/care-offer/offers?kind=care-leavers-asks+leisure&authority=E80000007',
    },
    { name: 'who offers what, the matrix', path: '/care-offer/coverage?page=2', isConstant: true },
    { name: 'who offers what, a region', path: '/care-offer/coverage?region=London', isConstant: true },
    {
      name: 'who offers what, of one kind',
      path: '/care-offer/coverage/care-leavers-asks/finance?x=1',
      isConstant: true,
    },
    { name: 'coverage as CSV', path: '/care-offer/coverage.csv?x=1', isWhole: true },
    { name: 'care offers, the beginning', path: '/care-offer?x=1' },
    { name: 'the care offer of an authority', path: '/care-offer/authorities/E80000007?x=1' },
    { name: 'the benchmark of a region', path: '/care-offer/benchmark?region=London', isConstant: true },
    { name: 'two authorities compared', path: '/care-offer/compare?a=E80000007&b=E80000008', isConstant: true },
    {
      name: 'what can I get?',
      path: '/care-offer/find',
      form: { lookedAfterBy: 'E80000007', lives: 'elsewhere', livesIn: 'E80000008', age: '19' },
    },
    { name: 'services as data', path: '/care-offer/open-referral/services?x=1' },
    {
      name: 'services as data, the last page',
      path: '/care-offer/open-referral/services?page=$page',
      facts: `select (count(*) / 50)::text as page from published.offer where state = 'live'`,
    },
  ],
};
