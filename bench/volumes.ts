/**
 * Volumes as a country has them: authorities, schools, promises, practices and offers, invented and put straight into the tables
 * that readers see, in the shapes that the acts give them. Then pages beside the bare SQL behind them.
 */
import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '#kit/config.js';
import { quiet } from '#kit/log.js';
import { clientConfig, type Reach } from '#kit/db/client.js';
import { startKept } from '../src/app/start.js';
import { benchBesideSql, hearStatements, type Measured } from './beside-sql.js';
import type { Book } from './figures.js';

const volumes = { authorities: 400, schools: 25_000, promisers: 2_000, promises: 50_000, practices: 5_000, offers: 20_000, entries: 25_000 };

/** Words for names, so that a search has something to tell apart; the same every time. */
const words = `array['Ash','Beech','Cedar','Dale','Elm','Fern','Grange','Hazel','Ivy','Juniper','Kings','Larch','Mill','North','Oak','Park','Queens','River','Stone','Thorn','Upper','Vale','West','Yew']`;

const themes = `array['equity-and-diversity','active-citizens','adaptable-and-reflective','beyond-achievement']`;
const kinds = `array['finance','housing','travel','health','digital-connection','leisure','education-employment-training','practical-support','specific-groups','accessing-records','support-after-25']`;

const statements: readonly string[] = [
  `insert into published.authority (code, register_code, name, official_name, kind, nation, region, starts, ends, part_of, replaced_by, schools)
   select 'E8' || lpad(n::text, 7, '0'), 'V' || n, 'Volume ' || n, 'Volume ' || n || ' Council', 'Unitary authority', 'England', (array['North East','North West','South East','London'])[1 + n % 4], null, null, '{}', '{}', 0
     from generate_series(1, ${volumes.authorities}) n`,
  `insert into published.school (urn, name, status, phase, kind, la_name, authority, town, postcode_area, predecessors, successors, folded)
   select 200000 + n, name, case when n % 9 = 0 then 'closed' else 'open' end, (array['Primary','Secondary','Primary','All-through'])[1 + n % 4], 'Community school', 'Volume ' || (1 + n % ${volumes.authorities}), 'E8' || lpad((1 + n % ${volumes.authorities})::text, 7, '0'),
          town, 'NS' || (1 + n % 20), '{}', '{}', lower(name || ' ' || town)
     from generate_series(1, ${volumes.schools}) n,
          lateral (select (${words})[1 + n % 24] || ' ' || (${words})[1 + (n / 24) % 24] || ' ' || (array['School','Academy','Primary School','High School'])[1 + n % 4] as name, (${words})[1 + (n * 7) % 24] || 'ton' as town) made`,
  `insert into published.organisation (id, slug, name, kind, authority, urn, part_of)
   select md5('organisation ' || n)::uuid, 'volume-' || n, 'Volume School ' || n, 'school', 'E8' || lpad((1 + n % ${volumes.authorities})::text, 7, '0'), 200000 + n, null from generate_series(1, ${volumes.promisers}) n`,
  `insert into published.promise (id, slug, organisation, organisation_slug, organisation_name, organisation_kind, authority, urn, framework, theme, charter, aim, steps, effect_verb, effect, owner, starts, due, first_due, moves, measure, board, source, practices,
     state, agreed_on, agreed_by, agreed_link, at_risk, last_news, ended_on, ended_by, reason_kind, reason, replacement, kept_on, evidence, confirmed_on, last_answer, changed_at)
   select md5('promise ' || n)::uuid, o.slug || '-' || n, o.id, o.slug, o.name, 'school', o.authority, o.urn, 'inclusion-charter', (${themes})[1 + n % 4], null,
          'make ' || lower((${words})[1 + n % 24]) || ' better for everybody', array['asking every class','changing one thing a term'], 'can', 'say that it is yours', 'Deputy head', null, due, due, 0, null, null, null, '{}',
          state, current_date - 400, 'Governing body', null, n % 11 = 0, current_date - (n % 250), case when state = 'kept' then due end, case when state = 'kept' then 'Head' end, null, null, null, case when state = 'kept' then due end,
          case when state = 'kept' then 'shown' end, null, null, now() - n * interval '1 minute'
     from generate_series(1, ${volumes.promises}) n
     join published.organisation o on o.slug = 'volume-' || (1 + n % ${volumes.promisers}),
          lateral (select case when n % 5 = 0 then 'kept' else 'under way' end as state, current_date - 100 + (n % 500) as due) made`,
  `insert into published.promise_event (promise, position, organisation, day, kind, body, detail)
   select id, 1, organisation, agreed_on, 'agreed', null, '{"by": "Governing body"}' from published.promise where slug like 'volume-%'`,
  // A practice needs a publication; one that is there lends its own.
  `insert into published.practice (slug, id, publication, version, organisation, organisation_slug, organisation_name, organisation_kind, keeper, keeper_name, title, summary, authority, urn, phase, themes, needs, own_needs, evidence, published_on, reviewed_on, state, body, folded_title, folded)
   select 'volume-' || n, md5('practice ' || n)::uuid, lent.publication, 1, o.id, o.slug, o.name, 'school', lent.keeper, lent.keeper_name, title, summary, o.authority, o.urn, (array['Primary','Secondary',null])[1 + n % 3], array['inclusion-charter ' || (${themes})[1 + n % 4]],
          array[(array['attendance','behaviour','belonging','wellbeing'])[1 + n % 4]], '{}', 'said', current_date - (n % 300), current_date - (n % 300), 'published', body, lower(title), lower(title || ' ' || body)
     from generate_series(1, ${volumes.practices}) n
     join published.organisation o on o.slug = 'volume-' || (1 + n % ${volumes.promisers})
    cross join (select publication, keeper, keeper_name from published.practice limit 1) lent,
          lateral (select (${words})[1 + n % 24] || ' mornings with ' || lower((${words})[1 + (n / 24) % 24]) as title, 'What we did in ' || lower((${words})[1 + (n * 7) % 24]) || ' class.' as summary) made,
          lateral (select summary || ' ' || (select string_agg('Pupils and ' || lower((${words})[1 + (n * k) % 24]) || ' staff sat down every week and said what a school needs.', ' ') from generate_series(1, 20) k) as body) told`,
  `insert into published.offer (slug, id, organisation, organisation_slug, organisation_name, provider, provider_code, printed, framework, themes, ask, title, what, duty, who, groups, ages, age_min, age_max, reach, areas, outside, also, amount, steps, team, phone, email, web, valid_from, valid_to, verified_on, verified_by, source_url, note, state, ended_on, ended_reason, published_on, changed_at, folded, named)
   select 'volume-' || n, md5('offer ' || n)::uuid, md5('offers of ' || code)::uuid, 'volume', provider, provider, code, null, 'care-leavers-asks', array['care-leavers-asks ' || (${kinds})[1 + n % 11]], null, title, 'Money or help that is yours, ' || lower(title) || '.', 'discretionary', null, '{}', 'limits', 16, 25,
          'own', array[code], (array['yes','no','not known'])[1 + n % 3], null, '£' || (n % 300), array['Ask your personal adviser'], 'Leaving care team', '01632 960123', null, null, null, null, current_date - (n % 500), provider, null, null, 'live', null, null, current_date - (n % 500), now(),
          lower(title || ' ' || provider), lower(title || ' ' || provider)
     from generate_series(1, ${volumes.offers}) n,
          lateral (select 'E8' || lpad((1 + n % ${volumes.authorities})::text, 7, '0') as code, 'Volume ' || (1 + n % ${volumes.authorities}) as provider,
                          (${words})[1 + n % 24] || ' ' || (array['fares','rent help','bursary','gym pass','starter pack'])[1 + n % 5] as title) made`,
  `insert into published.coverage (authority, framework, theme, ask, organisation, organisation_name, own, state, source, source_url, offer, said_on, recorded_at)
   select 'E8' || lpad(n::text, 7, '0'), ask.framework, ask.theme, ask.key, md5('coverage')::uuid, 'Volume forum', false, (array['offered','partly','not offered'])[1 + (n + length(ask.key)) % 3], 'Local offer', null, null, current_date - (n % 400), now()
     from generate_series(1, ${volumes.authorities}) n join published.ask ask on ask.framework = 'care-leavers-asks' and (n + length(ask.key)) % 4 > 0`,
  // Whoever promises has signed; the other schools were invited. The levels are worked out by the database as the rows come in.
  `insert into published.register_entry (framework, slug, keeper, organisation, organisation_slug, kind, name, folded, authority, urn, state, invited_on, first_signed_on, signed_on, signed_by, signed_role, mandate, mandate_link, mandate_on, version, asks)
   select framework.slug, 'volume-' || s.urn, framework.organisation, o.id, o.slug, 'school', s.name, s.folded || ' ' || s.urn, s.authority, s.urn, case when o.id is null then 'invited' else 'signed' end, current_date - 500, signed_on, signed_on, signed_by, signed_by, signed_by, signed_by, signed_on, case when o.id is not null then 1 end, '{}'
     from published.school s
     join published.framework framework on framework.slug = 'inclusion-charter'
     left join published.organisation o on o.urn = s.urn and o.slug like 'volume-%',
          lateral (select case when o.id is not null then current_date - (s.urn % 900) end as signed_on, case when o.id is not null then 'Head' end as signed_by) made
    where s.urn > 200000 order by s.urn limit ${volumes.entries}`,
  'analyze',
];

const pages: readonly Measured[] = [
  { name: 'promises, all', path: '/promises?page=1' },
  { name: 'promises, overdue ones', path: '/promises?status=overdue' },
  { name: 'promises of an authority', path: '/promises?authority=E80000007' },
  { name: 'a promise', path: '/promises/volume-8-7?x=1' },
  { name: 'schools, a name', path: '/schools?q=cedar+mill' },
  { name: 'schools, a misspelt name', path: '/schools?q=ceddar+mil' },
  { name: 'schools, a name that is nowhere', path: '/schools?q=xyzzyplugh' },
  { name: 'authorities of a region', path: '/authorities?region=London' },
  { name: 'an authority with its schools', path: '/authorities/E80000007?page=1' },
  { name: 'the register, all', path: '/frameworks/inclusion-charter/register?page=1' },
  { name: 'the register, those acting', path: '/frameworks/inclusion-charter/register?show=acting' },
  { name: 'the register, a name', path: '/frameworks/inclusion-charter/register?q=cedar' },
  { name: 'the register of an area', path: '/frameworks/inclusion-charter/register?authority=E80000007' },
  { name: 'an entry of the register', path: '/frameworks/inclusion-charter/register/volume-200007?x=1' },
  { name: 'the map', path: '/frameworks/inclusion-charter/register/map?x=1' },
  { name: 'practices, all', path: '/practice?page=1' },
  { name: 'practices, two words', path: '/practice?q=cedar+mornings' },
  { name: 'practices, a misspelt word', path: '/practice?q=ceddar' },
  { name: 'practices of a phase and a theme', path: '/practice?phase=Primary&theme=inclusion-charter+active-citizens' },
  { name: 'offers, all', path: '/care-offer/offers?page=1' },
  { name: 'offers, two words', path: '/care-offer/offers?q=cedar+bursary' },
  { name: 'offers, a misspelt word', path: '/care-offer/offers?q=ceddar+bursry' },
  { name: 'offers of a kind and an authority', path: '/care-offer/offers?kind=care-leavers-asks+leisure&authority=E80000007' },
  { name: 'who offers what, the matrix', path: '/care-offer/coverage?page=2' },
  { name: 'who offers what, a region', path: '/care-offer/coverage?region=London' },
  { name: 'the benchmark of a region', path: '/care-offer/benchmark?region=London' },
  { name: 'two authorities compared', path: '/care-offer/compare?a=E80000007&b=E80000008' },
  { name: 'what can I get?', path: '/care-offer/find', form: { lookedAfterBy: 'E80000007', lives: 'elsewhere', livesIn: 'E80000008', age: '19' } },
];

async function fill(admin: Reach): Promise<void> {
  const client = new pg.Client(clientConfig(admin, { name: 'kept bench', statementTimeout: 0, lockTimeout: 0, idleInTransactionTimeout: 0 }));
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Fills a Kept of its own and measures its lists. The server runs in this process, where its statements can be heard. */
export async function benchVolumes(book: Book, workshop: string, port: number, say: (line: string) => void): Promise<void> {
  say('A Kept with the demonstration, then the volumes');
  hearStatements();
  const kept = await startKept(readConfig({ KEPT_DATA: join(workshop, 'data-volumes'), PORT: String(port), KEPT_DEMO: 'on' }), { log: quiet });
  try {
    const began = performance.now();
    await fill(kept.database.admin);
    book.note(`Volumes: ${volumes.authorities} authorities, ${volumes.schools} schools, ${volumes.promises} promises of ${volumes.promisers} organisations, ${volumes.practices} practices, ${volumes.offers} offers, ${volumes.entries} entries of a register, filled in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
    await benchBesideSql(book, kept.url, kept.database.reach('kept_public'), pages, 15, say);
  } finally {
    await kept.stop();
  }
}
