/** How much of it there is in a country, how tests fill it, and where its lists are (test/room-volumes.ts). */
import { words, holder, reader, one, id, type RoomVolumes } from '#test/room-volumes.js';

declare module '#test/room-volumes.js' {
  interface Volumes {
    readonly networks: number;
    readonly members: number;
    readonly events: number;
  }
}

const hosted = `(select host from record.network host where host.organisation = ${holder('programme')} and host.closed_on is null order by host.slug limit 1)`;

export const volumes: RoomVolumes = {
  country: (of) => ({ networks: of(500), members: of(5_000), events: of(5_000) }),
  few: { networks: 110, members: 110, events: 110 },
  many: { networks: 220, members: 220, events: 220 },
  fill: (size) => [
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
  ],
  lists: [
    {
      at: '/networks',
      row: one('/networks'),
      rows: `select '/networks/' || slug from published.network order by closed_on is not null, name, slug`,
    },
  ],
  measured: [
    { name: 'networks', path: '/networks?x=1' },
    { name: 'a network with its members', path: '/networks/volume-1?x=1' },
    { name: 'feed of a network', path: '/networks/volume-1/calendar.ics?x=1', isFile: true },
  ],
  measuredAtWork: [{ name: 'networks, at work', path: '/work/networks' }],
  atWork: {
    pages: [{ path: '/work/networks/$network', as: 'programme', facts: `select (${hosted}).slug as network` }],
    more: (numbers) => [
      // The database keeps who may do what to a membership: this is the host's.
      `select set_config('kept.organisation', ${holder('programme')}::text, true)`,
      `insert into record.network_member (organisation, network, member, state, since, changed_at, changed_by)
      select (${hosted}).organisation, (${hosted}).id, ${id(`'bound setting ' || n`)}, 'invited', current_date, now(),
      ${reader} from ${numbers}`,
      `select set_config('kept.organisation', '', true)`,
    ],
  },
};
