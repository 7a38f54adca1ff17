/** How much of it there is in a country, how tests fill it, and where its lists are (test/room-volumes.ts). */
import { words, themes, farOn, one, type RoomVolumes } from '#test/room-volumes.js';

declare module '#test/room-volumes.js' {
  interface Volumes {
    readonly promises: number;
  }
}

export const volumes: RoomVolumes = {
  country: (of) => ({ promises: of(50_000) }),
  few: { promises: 150 },
  many: { promises: 300 },
  fill: (size) => [
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
    'analyze published.promise',
  ],
  lists: [
    {
      at: '/promises',
      row: one('/promises'),
      rows: `select '/promises/' || slug from published.promise order by changed_at desc, id desc`,
    },
    {
      at: '/promises?status=kept',
      row: one('/promises'),
      rows: `select '/promises/' || slug from published.promise where state = 'kept' order by changed_at desc, id desc`,
    },
  ],
  measured: [
    { name: 'promises, all', path: '/promises?x=1' },
    {
      name: 'promises, far on',
      path: '/promises?after=$place',
      facts: farOn('array[changed_at::text, id::text]', 'published.promise', 'changed_at desc, id desc'),
    },
    { name: 'promises, overdue ones', path: '/promises?status=overdue' },
    { name: 'promises, kept ones', path: '/promises?status=kept' },
    { name: 'promises of an authority', path: '/promises?authority=E80000007' },
    { name: 'promises of an organisation', path: '/promises?organisation=volume-8' },
    { name: 'promises of a framework', path: '/promises?framework=inclusion-charter' },
    { name: 'promises for a board', path: '/promises?board=volume-board-0001' },
    {
      name: 'a promise',
      path: '/promises/$slug?x=1',
      facts: `select slug from published.promise where slug like 'volume-8-%' limit 1`,
    },
  ],
  measuredAtWork: [{ name: 'promises, at work', path: '/work/promises' }],
};
