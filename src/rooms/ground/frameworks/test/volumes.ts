/** How much of it there is in a country, how tests fill it, and where its lists are (test/room-volumes.ts). */
import { type RoomVolumes } from '#test/room-volumes.js';

const publication = `'00000000-0000-7000-8000-0000000000ff'`;
const framework = (slug: string, kind: string, theme: string): readonly string[] => [
  `insert into published.framework (slug, name, kind, summary, organisation, organisation_slug, organisation_name,
    version, publication) values ('${slug}', '${slug}', '${kind}', 'Summary', md5('keeper')::uuid, 'keeper',
    'Keeper', 1, ${publication})`,
  `insert into published.theme (framework, key, kind, position, title, meaning, examples, promised)
    values ('${slug}', '${theme}', 'principle', 1, 'Theme', 'Meaning', '{}', true)`,
  `insert into published.ask (framework, key, theme, audience, position, body)
    values ('${slug}', 'ask', '${theme}', 'authority', 1, 'Do it.')`,
];

export const volumes: RoomVolumes = {
  withoutDemonstration: [
    `insert into published.publication (id, kind, subject, version, title, published_at, content, content_sha256,
      html, html_sha256) values (${publication}, 'framework', 'inclusion-charter', 1, 'Inclusion charter', now(),
      '{}', '', '', '')`,
    ...framework('inclusion-charter', 'charter', 'active-citizens'),
    ...framework('care-leavers-asks', 'asks', 'finance'),
  ],
  measured: [{ name: 'frameworks', path: '/frameworks?x=1', isConstant: true }],
};
