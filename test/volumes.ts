/**
 * Volumes as a country has them, invented and put straight into the tables that readers see, in the shapes that the acts give them: for
 * the benchmark (`npm run bench volumes`), and, a few pages of each list, for the test that no page is without a bound.
 */
import { seedOfContents } from './volume-contents.js';

export interface Volumes {
  readonly boards: number;
  /** Whether every second meeting is one of the second board. */
  readonly oneIsBusy?: boolean;
  readonly meetings: number;
  /** Meetings that were: each has a pack and minutes published. */
  readonly past: number;
  /** Packs that were published a second time. */
  readonly again: number;
  /** Passages of each newest pack and of each minutes. */
  readonly passages: number;
  readonly decisionsEach: number;
  readonly actionsEach: number;
  readonly attendedBy: number;
  readonly authorities: number;
  readonly schools: number;
  readonly trusts: number;
  readonly promisers: number;
  readonly promises: number;
  readonly practices: number;
  readonly offers: number;
  readonly entries: number;
  readonly charters: number;
  readonly networks: number;
  readonly members: number;
  readonly events: number;
  readonly awards: number;
}

/** Beside what boards do grows what was promised; the registers of schools and authorities are those of the country, whatever is published. */
export function volumes(share = 1): Volumes {
  const of = (whole: number) => Math.max(1, Math.round(whole * share));
  return {
    boards: of(500),
    meetings: of(50_000),
    past: of(45_000),
    again: of(9_500),
    passages: 3,
    decisionsEach: 2,
    actionsEach: 1,
    attendedBy: 10,
    authorities: 400,
    schools: 25_000,
    trusts: 2_000,
    promisers: of(2_000),
    promises: of(50_000),
    practices: of(5_000),
    offers: of(20_000),
    entries: of(25_000),
    charters: of(2_000),
    networks: of(500),
    members: of(5_000),
    events: of(5_000),
    awards: of(10_000),
  };
}

/** Words for names, so that a search has something to tell apart; the same every time. */
const words = `array['Ash','Beech','Cedar','Dale','Elm','Fern','Grange','Hazel','Ivy','Juniper',
  'Kings','Larch','Mill','North','Oak','Park','Queens','River','Stone',
  'Thorn','Upper','Vale','West','Yew']`;
const themes = `array['equity-and-diversity','active-citizens','adaptable-and-reflective','beyond-achievement']`;
const kinds = `array['finance','housing','travel','health','digital-connection','leisure',
  'education-employment-training','practical-support','specific-groups','accessing-records','support-after-25']`;

/** Words as a language has them: a few stand nearly everywhere, most hardly anywhere. The first are those that somebody looks for. */
const vocabulary = 4_000;
const word = (
  n: string,
) => `case ${n} when 1 then 'children' when 2 then 'council' when 10 then 'housing' when 40 then 'transport'
  when 200 then 'apprentices' when 1500 then 'kayaking'
  else (array['ba','de','fi','go','lu','ma','ne','pi','ro','su'])[1 + ${n} % 10] ||
    (array['k','l','m','n','r','s','t','v'])[1 + (${n} / 10) % 8] || (array['a','e','i','o','u'])[1 + (${n} / 80) % 5]
    || (array['','n','r','s','t'])[1 + (${n} / 400) % 5] || (array['','ing','ed','ly','er'])[1 + (${n} / 2000) % 5] end`;
const text = (count: number, of: string) =>
  `(select string_agg(${word('n')}, ' ' order by k) from generate_series(1, ${count}) k, lateral
    (select floor(${vocabulary} ^ ((hashint8extended(((${of}) * 64 + k)::bigint, 7) & 1048575) /
    1048576.0::float8))::integer as n) chosen)`;

/** A random-looking id that is the same every time, of version 4 as the house makes them. */
const idFunction = `create or replace function pg_temp.id(words text) returns uuid language sql immutable as $$
  select overlay(overlay(md5(words) placing '4' from 13) placing '8' from 17)::uuid $$`;

/** SQL that fills them, in order, for the owner of the tables; it waits for a published framework of that name, and a practice that lends its publication. */
export function fillVolumes(size: Volumes): readonly string[] {
  const board =
    `'volume-board-' || lpad((1 + ` +
    `${
      size.oneIsBusy
        ? `case when n % 2 = 0 then 1
    else n % ${size.boards} end`
        : `n % ${size.boards}`
    })::text, ` +
    `4, '0')`;
  // The same number of meetings for each board, a week or more apart, most of them past.
  const day = `current_date - ((${size.past} - n) / ${size.boards}) * 14 - n % 11 - 1`;
  return [
    idFunction,
    `create temporary table vocabulary as select n, ${word('n')} as word from generate_series(1, ${vocabulary}) n`,
    'insert into published.word (word) select word from vocabulary on conflict do nothing',
    // Boards, their members and their frozen membership.
    `insert into published.publication (id, kind, subject, version, title, published_at, previous, content, content_sha256, html, html_sha256)
     select pg_temp.id('board ' || n), 'board', 'volume-board-' || lpad(n::text, 4, '0'), 1, name, now() - interval
       '3 years' + n * interval '1 minute', null, '{}', '', '<p>Membership</p>', ''
       from generate_series(1, ${size.boards}) n, lateral (select 'Volume Board ' || n as name) named`,
    `insert into published.board (slug, name, organisation, publication)
     select 'volume-board-' || lpad(n::text, 4, '0'), (${words})[1 + n % 24] || ' ' || (${words})[1 + (n / 24) % 24]
       || ' Board ' || n, 'Volume ' || (1 + n % ${size.authorities}) || ' Council', pg_temp.id('board ' || n)
       from generate_series(1, ${size.boards}) n`,
    `insert into published.person (publication, position, slug, name, board, board_name, kind, label, political_group, authority, meeting, date, path)
     select b.publication, k, slugged.slug, named.name, b.slug, b.name, 'member', null, 'Group ' || (k % 3), 'Volume ' || k, null, null, '/boards/' || b.slug
       from published.board b cross join generate_series(0, 19) k,
            lateral (select right(b.slug, 4)::integer as n) numbered, lateral
              (select 'Cllr ' || (${words})[1 + (n + k) % 24] || ' ' || initcap(${word('(1 + (n * 20 + k) % 3999)')}) as name)
              named, lateral (select lower(replace(named.name, ' ', '-')) as slug) slugged
      where b.slug like 'volume-board-%'`,
    // Meetings with a pack and minutes each, and those to come.
    `create temporary table held as
     select n, ${board} as board, day, to_char(day, 'YYYY-MM-DD') || case
       when row_number() over (partition by ${board}, day order by n) = 1 then ''
       else '-' || row_number() over (partition by ${board}, day order by n) end as slug,
            pg_temp.id('pack ' || n) as pack, pg_temp.id('minutes ' || n) as minutes
       from generate_series(1, ${size.meetings}) n, lateral (select ${day} as day) dated`,
    'analyze published.board, published.person, held',
    `insert into published.publication (id, kind, subject, version, title, published_at, previous, content, content_sha256, html, html_sha256)
     select pack, 'pack', board || '/' || slug, 1, 'Agenda pack', day - 7 + time '09:00', null,
       replace(replace(replace(${seedOfContents.pack}, '$board', board), '$slug', slug), '$date', day::text), '',
       '<p>Papers</p>', '' from held where n <= ${size.past}`,
    `insert into published.publication (id, kind, subject, version, title, published_at, previous, content, content_sha256, html, html_sha256)
     select pg_temp.id('again ' || n), 'pack', board || '/' || slug, 2, 'Agenda pack', day - 3 + time '09:00', pack,
       replace(replace(replace(${seedOfContents.pack}, '$board', board), '$slug', slug), '$date', day::text), '',
       '<p>Papers</p>', '' from held where n <= ${size.again}`,
    `insert into published.publication (id, kind, subject, version, title, published_at, previous, content, content_sha256, html, html_sha256)
     select minutes, 'minutes', board || '/' || slug, 1, 'Minutes', day + 14 + time '09:00', null,
       replace(replace(replace(${seedOfContents.minutes}, '$board', board), '$slug', slug), '$date', day::text), '',
       '<p>Minutes</p>', '' from held where n <= ${size.past}`,
    `insert into published.meeting (board, slug, board_name, date, start, place, mode, state, pack, minutes, changed_at)
     select h.board, h.slug, b.name, h.day, case
       when n % 5 > 0 then lpad((9 + n % 9)::text, 2, '0') || ':30' end, 'Committee room ' || (n % 7), 'hybrid', case
       when n <= ${size.past} then 'minutes published' else 'planned' end,
            case when n <= ${size.again} then pg_temp.id('again ' || n) when n <= ${size.past} then h.pack end, case
              when n <= ${size.past} then h.minutes end, now() - n * interval '1 second'
       from held h join published.board b on b.slug = h.board`,
    `insert into published.decision (publication, position, board, meeting, date, item_number, item_title, body, path)
     select h.minutes, k, h.board, h.slug, h.day, k::text, 'Item ' || k, 'The board agreed that ' ||
       ${text(12, 'h.n * 4 + k')} || '.', '/boards/' || h.board || '/meetings/' || h.slug || '/minutes#minute-' || k
       from held h cross join generate_series(1, ${size.decisionsEach}) k where n <= ${size.past}`,
    `insert into published.action (publication, position, board, meeting, date, item_number, item_title, body, owner, due, state, path)
     select h.minutes, k, h.board, h.slug, h.day, k::text, 'Item ' || k, 'Officers to ' ||
       ${text(10, 'h.n * 4 + k + 2')} || '.', case when n % 3 > 0 then 'Head of service' end, case
       when n % 4 > 0 then h.day + 60 end, 'open', '/boards/' || h.board || '/meetings/' || h.slug ||
       '/minutes#minute-' || k from held h cross join generate_series(1, ${size.actionsEach}) k where n <= ${size.past}`,
    `insert into published.person (publication, position, slug, name, board, board_name, kind, label, political_group, authority, meeting, date, path)
     select h.minutes, k, m.slug, m.name, h.board, m.board_name, 'attendance', case
       when (h.n + k) % 6 = 0 then 'apologies'
       else 'present' end, null, m.authority, h.slug, h.day, '/boards/' || h.board || '/meetings/' || h.slug ||
       '/minutes'
       from held h join published.board b on b.slug = h.board cross join generate_series(0, ${size.attendedBy - 1}) k
         join published.person m on m.publication = b.publication and m.position = k where h.n <= ${size.past}`,
    `insert into published.passage (publication, position, kind, board, title, heading, date, path, body, folded)
     select publication, k, kind, board, title, heading, day, path, body, lower(heading || ' ' || body) from (
       select case when p.kind = 'minutes' then h.minutes when h.n <= ${size.again} then pg_temp.id('again ' || h.n)
         else h.pack end as publication, k, p.kind, h.board, p.kind || ' of ' || h.board as title, 'Item ' || k as
         heading, h.day,
              '/boards/' || h.board || '/meetings/' || h.slug || '/' || p.kind || '#item-' || k as path, ${text(30, 'h.n * 8 + k + p.step')} as body
         from held h cross join (values ('pack', 0), ('minutes', 4)) p (kind, step) cross
           join generate_series(1, ${size.passages}) k where h.n <= ${size.past}) made`,
    // The registers of the country.
    `insert into published.authority (code, register_code, name, official_name, kind, nation, region, starts, ends, part_of, replaced_by, schools)
     select 'E8' || lpad(n::text, 7, '0'), 'V' || n, 'Volume ' || n, 'Volume ' || n || ' Council',
       'Unitary authority', 'England', (array['North East','North West','South East','London'])[1 + n % 4], null, null,
       '{}', '{}', 0
       from generate_series(1, ${size.authorities}) n`,
    `insert into published.school (urn, name, status, phase, kind, la_name, authority, town, postcode_area, predecessors, successors, folded, trust_code)
     select 200000 + n, name, case when n % 9 = 0 then 'closed'
       else 'open' end, (array['Primary','Secondary','Primary','All-through'])[1 + n % 4], 'Community school',
       'Volume ' || (1 + n % ${size.authorities}), 'E8' || lpad((1 + n % ${size.authorities})::text, 7, '0'),
            town, 'NS' || (1 + n % 20), '{}', '{}', lower(name || ' ' || town), case when n % 3 > 0 then (300000 + n % ${size.trusts})::text end
       from generate_series(1, ${size.schools}) n,
            lateral (select (${words})[1 + n % 24] || ' ' || (${words})[1 + (n / 24) % 24] || ' ' ||
              (array['School','Academy','Primary School','High School'])[1 + n % 4] as name, (${words})[1 + (n * 7) % 24] ||
              'ton' as town) made`,
    `insert into published.trust (code, name, kind, schools, folded)
     select (300000 + n)::text, name, 'Multi-academy trust', 8, lower(name)
       from generate_series(0, ${size.trusts} - 1) n, lateral
       (select (${words})[1 + n % 24] || ' ' || (${words})[1 + (n / 24) % 24] || ' Trust ' || n as name) made`,
    `insert into published.organisation (id, slug, name, kind, authority, urn, part_of)
     select pg_temp.id('organisation ' || n), 'volume-' || n, 'Volume School ' || n, 'school', 'E8' || lpad((1 + n %
       ${size.authorities})::text, 7, '0'), 200000 + n, null from generate_series(1, ${size.promisers}) n`,
    'analyze published.organisation, published.school, published.authority',
    `insert into published.promise (id, slug, organisation, organisation_slug, organisation_name, organisation_kind,
      authority, urn, framework, theme, charter, aim, steps, effect_verb, effect, owner, starts, due, first_due,
      moves, measure, board, source, practices,
       state, declared_status, agreed_on, agreed_by, agreed_link, at_risk, last_news, ended_on, ended_by, reason_kind, reason,
         replacement, kept_on, evidence, confirmed_on, last_answer, changed_at)
     select pg_temp.id('promise ' || n), o.slug || '-' || n, o.id, o.slug, o.name, 'school', o.authority, o.urn,
       'inclusion-charter', (${themes})[1 + n % 4], null,
            'make ' || lower((${words})[1 + n % 24]) || ' better for everybody',
              array['asking every class','changing one thing a term'], 'can', 'say that it is yours', 'Deputy head', null,
              due, due, 0, null, case when n % 4 = 0 then 'volume-board-' || lpad((1 + n % ${size.boards})::text, 4, '0') end,
              null, '{}',
            state, state, current_date - 400, 'Governing body', null, n % 11 = 0, current_date - (n % 250), case
              when state = 'kept' then due end, case when state = 'kept' then 'Head' end, null, null, null, case
              when state = 'kept' then due end,
            case when state = 'kept' then 'shown' end, null, null, now() - n * interval '1 minute'
       from generate_series(1, ${size.promises}) n
       join published.organisation o on o.slug = 'volume-' || (1 + n % ${size.promisers}),
            lateral (select case when n % 5 = 0 then 'kept' else 'under way' end as state, current_date - 100 + (n % 500) as due) made`,
    `insert into published.promise_event (promise, position, organisation, day, kind, body, detail)
     select id, 1, organisation, agreed_on, 'agreed', null, '{"by": "Governing body"}' from published.promise where slug like 'volume-%'`,
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
    'analyze published.promise, published.practice',
    // Whoever promises has signed; the other schools were invited. The levels are worked out by the database as the rows come in.
    `insert into published.register_entry (framework, slug, keeper, organisation, organisation_slug, kind, name,
      folded, authority, urn, state, invited_on, first_signed_on, signed_on, signed_by, signed_role, mandate,
      mandate_link, mandate_on, version, asks)
     select framework.slug, 'volume-' || s.urn, framework.organisation, o.id, o.slug, 'school', s.name, s.folded ||
       ' ' || s.urn, s.authority, s.urn, case when o.id is null then 'invited'
       else 'signed' end, current_date - 500, signed_on, signed_on, signed_by, signed_by, signed_by, signed_by,
       signed_on, case when o.id is not null then 1 end, '{}'
       from published.school s
       join published.framework framework on framework.slug = 'inclusion-charter'
       left join published.organisation o on o.urn = s.urn and o.slug like 'volume-%',
            lateral (select case when o.id is not null then current_date - (s.urn * 37 % 900) end as signed_on, case
              when o.id is not null then 'Head' end as signed_by) made
      where s.urn > 200000 order by s.urn limit ${size.entries}`,
    `insert into published.charter (slug, publication, version, organisation, organisation_slug, organisation_name,
      organisation_kind, title, framework, clauses, agreed_on, published_on)
     select 'volume-' || n, pg_temp.id('board 1'), 1, o.id, o.slug, o.name, 'school', 'Charter ' || n,
       'inclusion-charter', 7, current_date - 30, current_date - n % 900
       from generate_series(1, ${size.charters}) n join published.organisation o on o.slug = 'volume-' || (1 + n % ${size.promisers})`,
    `insert into published.network (id, organisation, organisation_slug, organisation_name, slug, name, kind, purpose,
      themes, authority, founded_on, closed_on, changed_at, members)
     select pg_temp.id('network ' || n), o.id, o.slug, o.name, 'volume-' || n, 'Network ' || (${words})[1 + n % 24] ||
       ' ' || n, 'learning partnership', 'To learn from each other', array['inclusion-charter active-citizens'], null,
       current_date - 500, case when n % 9 = 0 then current_date end, now(), case when n = 1 then ${size.members}
       else 0 end
       from generate_series(1, ${size.networks}) n join published.organisation o on o.slug = 'volume-' || (1 + n % ${size.promisers})`,
    `insert into published.network_member (network, member, slug, name, kind, role, since)
     select pg_temp.id('network 1'), pg_temp.id('member ' || n), 'volume-member-' || n, 'Member ' || n, 'school',
       null, current_date from generate_series(1, ${size.members}) n`,
    `insert into published.event (organisation, network, network_slug, network_name, id, slug, title, about, day,
      starts, ends, place, is_online, link, members_link, audience, access, state, reason, sequence, changed_at)
     select o.organisation, o.id, o.slug, o.name, pg_temp.id('event ' || n), 'volume-' || n, 'Meeting ' || n,
       'We meet.', current_date - ${size.events} / 2 + n, '10:00', '11:00', null, true, null, false, 'everybody', '',
       'planned', null, 0, now()
       from generate_series(1, ${size.events}) n join published.network o on o.slug = 'volume-1'`,
    `insert into published.award (urn, organisation, organisation_name, stage, since, source, recorded_on)
     select 200000 + n, pg_temp.id('award'), 'Volume forum', (array['registered','bronze','silver','gold'])[1 + n %
       4], current_date - 100, 'Volume list', current_date
       from generate_series(1, least(${size.awards}, ${size.schools})) n`,
    'update published.revision set number = number + 1',
  ];
}

export interface WorkVolumes {
  readonly surveys: number;
  /** Of one survey. */
  readonly settings: number;
  readonly sessions: number;
  readonly answers: number;
  readonly textsWaiting: number;
  readonly textsDecided: number;
}

export function workVolumes(share = 1): WorkVolumes {
  const of = (whole: number) => Math.max(1, Math.round(whole * share));
  return {
    surveys: of(200),
    settings: of(400),
    sessions: of(2_000),
    answers: of(1_000_000),
    textsWaiting: of(5_000),
    textsDecided: of(45_000),
  };
}

/** SQL that fills the workspace of the demonstration's programme: surveys like its own that is open, one of them asked of many. */
export function fillWork(size: WorkVolumes): readonly string[] {
  const big = `pg_temp.id('big survey')`;
  return [
    idFunction,
    `create temporary table model as select * from record.survey where stage = 'open' order by opens_on desc, id limit 1`,
    `insert into record.survey select (jsonb_populate_record(null::record.survey, to_jsonb(m) ||
      jsonb_build_object('id', case when n = 1 then ${big}
      else pg_temp.id('survey ' || n) end, 'slug', 'volume-' || n, 'name', 'Volume survey ' || n, 'changed_at', now()
      - n * interval '1 hour'))).* from model m cross join generate_series(1, ${size.surveys}) n`,
    `insert into intake.survey select (jsonb_populate_record(null::intake.survey, to_jsonb(i) ||
      jsonb_build_object('survey', v.id))).* from model m join intake.survey i on i.survey = m.id cross
      join record.survey v where v.slug like 'volume-%'`,
    `insert into record.organisation
      select (jsonb_populate_record(null::record.organisation, to_jsonb(o) || jsonb_build_object('id',
      pg_temp.id('setting ' || n), 'slug', 'volume-setting-' || n, 'name', 'Volume setting ' || n, 'urn', null,
      'authority', null))).* from (select o.* from record.organisation o where o.kind = 'school' limit 1) o cross
      join generate_series(1, ${size.settings}) n`,
    `insert into record.survey_setting (organisation, survey, setting, turn_to, invited_on, answer, answered_on)
      select m.organisation, ${big}, pg_temp.id('setting ' || n), 'The office', current_date, 'takes part',
      current_date from model m cross join generate_series(1, ${size.settings}) n`,
    `insert into record.survey_roll (organisation, survey, setting, audience, eligible, opted_out, changed_on)
      select m.organisation, ${big}, pg_temp.id('setting ' || n), m.audiences[1], 900, 3, current_date from model m
      cross join generate_series(1, ${size.settings}) n`,
    `insert into record.way_in (organisation, survey, id, setting, audience, kind, label, places, code, opened_on)
      select m.organisation, ${big}, pg_temp.id('session ' || n), pg_temp.id('setting ' || (1 + n %
      ${size.settings})), m.audiences[1], 'class session', 'Class ' || n, 600, null, current_date - n % 30
      from model m cross join generate_series(1, ${size.sessions}) n`,
    `insert into intake.way_in (survey, way_in, setting, audience, kind, code_hash, places, taken, place)
      select survey, id, setting, audience, kind, sha256(('code ' || id)::bytea), 600,
      ${Math.round(size.answers / size.sessions)}, '{"setting": "", "turnTo": ""}' from record.way_in
      where survey = ${big}`,
    `insert into intake.spent (hash, way_in, submission)
      select sha256(('answer ' || n)::bytea), pg_temp.id('session ' || (1 + n % ${size.sessions})), sha256(('sent ' ||
      n)::bytea) from generate_series(1, ${size.answers}) n`,
    `insert into record.survey_reviewer (organisation, survey, account)
      select distinct m.organisation, v.id, h.account from model m
      join record.account_role h on h.organisation = m.organisation
      join record.survey v on v.organisation = m.organisation and v.slug like 'volume-%'`,
    `insert into record.free_text (organisation, survey, id, setting, audience, item, language, body, day, is_first, state, reviewer, decided_on)
     select m.organisation, ${big}, pg_temp.id('text ' || n), pg_temp.id('setting ' || (1 + n % ${size.settings})),
       m.audiences[1], 'item-' || n % 5, 'en', ${text(20, 'n')}, current_date - n % 20, n % 50 = 0, case
       when n <= ${size.textsWaiting} then 'new' else 'cleared' end,
            case when n > ${size.textsWaiting} then (select r.account from record.survey_reviewer r
              where r.survey = ${big} limit 1) end, case when n > ${size.textsWaiting} then current_date - n % 10 end
              from model m cross join generate_series(1, ${size.textsWaiting + size.textsDecided}) n`,
  ];
}
