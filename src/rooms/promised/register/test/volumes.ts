/** How much of it there is in a country, how tests fill it, and where its lists are (test/room-volumes.ts). */
import { farOn, holder, id, type RoomVolumes } from '#test/room-volumes.js';

declare module '#test/room-volumes.js' {
  interface Volumes {
    readonly entries: number;
  }
}

export const volumes: RoomVolumes = {
  country: (of) => ({ entries: of(25_000) }),
  few: { entries: 110 },
  many: { entries: 220 },
  fill: (size) => [
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
  ],
  lists: [
    {
      at: '/frameworks/inclusion-charter/register',
      row: /\/register\/volume-[^/]+$/,
      rows: `select '/frameworks/inclusion-charter/register/' || slug from published.register_entry
      where framework = 'inclusion-charter' and state = 'signed' order by folded, slug`,
    },
  ],
  measured: [
    { name: 'the register, all', path: '/frameworks/inclusion-charter/register?x=1' },
    {
      name: 'the register, far on',
      path: '/frameworks/inclusion-charter/register?after=$place',
      facts: farOn('array[folded, slug]', `published.register_entry`, 'framework desc, folded, slug'),
    },
    { name: 'the register, those acting', path: '/frameworks/inclusion-charter/register?show=acting' },
    { name: 'the register, those invited', path: '/frameworks/inclusion-charter/register?show=invited' },
    { name: 'the register, those who signed and no more', path: '/frameworks/inclusion-charter/register?show=signed' },
    { name: 'the register, those whose signature lapsed', path: '/frameworks/inclusion-charter/register?show=lapsed' },
    { name: 'the register, schools', path: '/frameworks/inclusion-charter/register?kind=school' },
    { name: 'the register, a name', path: '/frameworks/inclusion-charter/register?q=cedar' },
    { name: 'the register, a part of many names', path: '/frameworks/inclusion-charter/register?q=a' },
    { name: 'the register, a rare name', path: '/frameworks/inclusion-charter/register?q=cedar+200103' },
    { name: 'the register of an area', path: '/frameworks/inclusion-charter/register?authority=E80000007' },
    { name: 'an entry of the register', path: '/frameworks/inclusion-charter/register/volume-200007?x=1' },
    { name: 'the map', path: '/frameworks/inclusion-charter/register/map?x=1' },
    { name: 'the register as CSV', path: '/frameworks/inclusion-charter/register.csv?x=1', isWhole: true },
    { name: 'the register as JSON', path: '/frameworks/inclusion-charter/register.json?x=1', isWhole: true },
  ],
  measuredAtWork: [{ name: 'the register, as its keeper', path: '/work/register/inclusion-charter' }],
  atWork: {
    pages: [
      { path: '/work/register', as: 'programme' },
      { path: '/work/register/inclusion-charter', as: 'programme' },
    ],
    more: (numbers) => [
      `insert into record.register_interest (organisation, id, framework, kind, name, email, role, said_on)
     select ${holder('programme')}, ${id(`'bound interest ' || n`)}, 'inclusion-charter', 'group', 'Bound group ' ||
       n, 'somebody-' || n || '@example.org', 'Chair', current_date from ${numbers}`,
      `insert into published.register_entry (framework, slug, keeper, kind, name, folded, state, invited_on, asks)
     select 'inclusion-charter', 'bound-' || n, ${holder('programme')}, 'group', 'Bound group ' || n, 'bound group '
       || n, 'invited', current_date, '{}' from ${numbers}`,
    ],
  },
};
