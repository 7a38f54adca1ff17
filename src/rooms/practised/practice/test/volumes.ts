/** How much of it there is in a country, how tests fill it, and where its lists are (test/room-volumes.ts). */
import { words, themes, text, holder, one, id, type RoomVolumes } from '#test/room-volumes.js';

declare module '#test/room-volumes.js' {
  interface Volumes {
    readonly practices: number;
  }
}

export const volumes: RoomVolumes = {
  country: (of) => ({ practices: of(5_000) }),
  few: { practices: 110 },
  many: { practices: 220 },
  withoutDemonstration: [
    `insert into published.practice (slug, id, publication, version, organisation, organisation_slug,
      organisation_name, organisation_kind, keeper, keeper_name, title, summary, themes, needs, own_needs, evidence,
      published_on, reviewed_on, review_due, state, body, folded_title, folded)
      select 'first', md5('first')::uuid, p.id, 1, md5('keeper')::uuid, 'keeper', 'Keeper', 'programme',
        md5('keeper')::uuid, 'Keeper', 'First', 'First', '{}', '{}', '{}', 'said', current_date, current_date,
        current_date, 'published', 'First', 'first', 'first' from published.publication p limit 1`,
  ],
  fill: (size) => [
    // A practice needs a publication; one that is there lends its own.
    `insert into published.practice (slug, id, publication, version, organisation, organisation_slug,
      organisation_name, organisation_kind, keeper, keeper_name, title, summary, authority, urn, phase, themes, needs,
      own_needs, evidence, published_on, reviewed_on, review_due, state, body, folded_title, folded)
     select 'volume-' || n, pg_temp.id('practice ' || n), lent.publication, 1, o.id, o.slug, o.name, 'school',
       lent.keeper, lent.keeper_name, title, summary, o.authority, o.urn, (array['Primary','Secondary',null])[1 + n %
       3], array['inclusion-charter ' || (${themes})[1 + n % 4]],
            array[(array['attendance','behaviour','belonging','wellbeing'])[1 + n % 4]], '{}', 'said', current_date -
              (n % 300), current_date - (n % 300), current_date, 'published', body, lower(title), lower(title || ' ' || body)
       from generate_series(1, ${size.practices}) n
       join published.organisation o on o.slug = 'volume-' || (1 + n % ${size.promisers})
      cross join (select publication, keeper, keeper_name from published.practice limit 1) lent,
            lateral (select (${words})[1 + n % 24] || ' mornings with ' || lower((${words})[1 + (n / 24) % 24]) as
              title, 'What we did in ' || lower((${words})[1 + (n * 7) % 24]) || ' class.' as summary) made,
            lateral (select summary || ' ' || ${text(60, 'n + 9000000')} as body) told`,
    `insert into published.passage (publication, position, kind, board, title, heading, date, path, body, folded)
     select publication, 100000 + row_number() over (order by slug), 'practice', '', title, title, published_on,
       '/practice/' || slug, body, folded from published.practice where slug like 'volume-%'`,
    'analyze published.practice',
  ],
  lists: [
    {
      at: '/practice',
      row: one('/practice'),
      rows: `select '/practice/' || slug from published.practice where state = 'published'
      order by published_on desc, slug desc`,
    },
    {
      at: '/practice?phase=Primary',
      row: one('/practice'),
      rows: `select '/practice/' || slug from published.practice where state = 'published' and (phase = 'Primary' or phase is null)
      order by published_on desc, slug desc`,
    },
  ],
  measured: [
    { name: 'practices, all', path: '/practice?x=1' },
    { name: 'practices, a frequent word', path: '/practice?q=children' },
    { name: 'practices, two words', path: '/practice?q=cedar+mornings' },
    { name: 'practices, a misspelt word', path: '/practice?q=ceddar' },
    {
      name: 'practices of a phase and a theme',
      path: '/practice?phase=Primary&theme=inclusion-charter+active-citizens',
    },
    { name: 'practices of an organisation', path: '/practice?organisation=volume-8' },
  ],
  measuredAtWork: [{ name: 'practice, at work', path: '/work/practice' }],
  atWork: {
    pages: [{ path: '/work/practice', as: 'programme' }],
    more: (numbers) => [
      `insert into published.practice (slug, id, publication, version, organisation, organisation_slug,
      organisation_name, organisation_kind, keeper, keeper_name, title, summary, themes, needs, own_needs, evidence,
      published_on, reviewed_on, review_due, state, body, folded_title, folded)
     select 'bound-' || n, ${id(`'bound practice ' || n`)}, p.publication, 1, ${id(`'bound setting 1'`)},
       'bound-setting-1', 'Bound setting', 'school', ${holder('programme')}, 'Keeper', 'Bound practice ' || n,
       'Summary', '{}', '{}', '{}', 'said', current_date, current_date, current_date, 'published', 'Body', 'bound', 'bound'
       from (select publication from published.practice limit 1) p cross join ${numbers}`,
    ],
  },
};
