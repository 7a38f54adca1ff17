/** Public lists of more than two pages: what tests of lists fill the published tables with. */
import { sql } from 'kysely';
import type { Write } from '#kit/db/gate.js';
import { fillVolumes, type Volumes, volumes } from './volumes.js';
import { workOutDays } from './work-out-days.js';

/** More than two pages of everything. */
export const few: Volumes = {
  ...volumes(0.001),
  boards: 65,
  oneIsBusy: true,
  meetings: 240,
  past: 160,
  again: 40,
  passages: 1,
  decisionsEach: 1,
  actionsEach: 1,
  attendedBy: 2,
  authorities: 110,
  schools: 120,
  trusts: 60,
  promisers: 2,
  promises: 150,
  practices: 110,
  offers: 110,
  entries: 110,
  charters: 110,
  networks: 110,
  members: 110,
  events: 110,
  awards: 110,
};

export async function prepare(write: Write, size: Volumes): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(write);
  const publication = `'00000000-0000-7000-8000-0000000000ff'`;
  await run(
    `insert into published.publication (id, kind, subject, version, title, published_at, content, content_sha256,
      html, html_sha256) values (${publication}, 'framework', 'inclusion-charter', 1, 'Inclusion charter', now(),
      '{}', '', '', '')`,
  );
  for (const [slug, kind, theme] of [
    ['inclusion-charter', 'charter', 'active-citizens'],
    ['care-leavers-asks', 'asks', 'finance'],
  ] as const) {
    await run(
      `insert into published.framework (slug, name, kind, summary, organisation, organisation_slug, organisation_name,
        version, publication) values ('${slug}', '${slug}', '${kind}', 'Summary', md5('keeper')::uuid, 'keeper',
        'Keeper', 1, ${publication})`,
    );
    await run(
      `insert into published.theme (framework, key, kind, position, title, meaning, examples, promised)
        values ('${slug}', '${theme}', 'principle', 1, 'Theme', 'Meaning', '{}', true)`,
    );
    await run(
      `insert into published.ask (framework, key, theme, audience, position, body) values ('${slug}', 'ask', '${theme}', 'authority', 1, 'Do it.')`,
    );
  }
  await run(`insert into published.practice (slug, id, publication, version, organisation, organisation_slug,
    organisation_name, organisation_kind, keeper, keeper_name, title, summary, themes, needs, own_needs, evidence,
    published_on, reviewed_on, review_due, state, body, folded_title, folded)
    values ('first', md5('first')::uuid, ${publication}, 1, md5('keeper')::uuid, 'keeper', 'Keeper', 'programme',
      md5('keeper')::uuid, 'Keeper', 'First', 'First', '{}', '{}', '{}', 'said', current_date, current_date, current_date,
      'published', 'First', 'first', 'first')`);
  for (const statement of fillVolumes(size)) await run(statement);
  await workOutDays(write);
}
