/** Days that rules yield are stored with their rows (docs/decisions/0029): in an older database as in a new one, and by every act. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { rooms } from '#app/rooms.js';
import { clientConfig } from '#kit/db/client.js';
import { mintWrite, type Write } from '#kit/db/gate.js';
import { migrate } from '#kit/db/migrate.js';
import { asOwner } from '../src/app/owner.js';
import { loadDemonstration } from '../src/app/seed.js';
import { emptyDatabase, freshHouse } from './house.js';
import { houseMigrations } from './migrations.js';

const rules = rooms.flatMap(({ days = [] }) => days);

/** How many rows of each rule had other days than it yields. */
async function corrected(write: Write): Promise<Readonly<Record<string, number>>> {
  const found: Record<string, number> = {};
  for (const { name, rewrite } of rules) found[name] = await rewrite(write);
  return found;
}

const none = Object.fromEntries(rules.map(({ name }) => [name, 0]));

test('rows that are older than stored days keep the days they had, and each rule finds them as it would write them', async () => {
  const place = await emptyDatabase();
  const migrations = houseMigrations();
  await migrate({ ...place, migrations: migrations.filter(({ name }) => name < '20261224') });
  const client = new pg.Client(
    clientConfig(place.admin, { name: 'kept test', statementTimeout: 0, lockTimeout: 0, idleInTransactionTimeout: 0 }),
  );
  await client.connect();
  try {
    const publication = `'00000000-0000-7000-8000-0000000000ff'`;
    await client.query(`
      insert into published.publication (id, kind, subject, version, title, published_at, content, content_sha256, html,
        html_sha256) values (${publication}, 'framework', 'inclusion-charter', 1, 'Charter', now(), '{}', '', '', '');
      insert into published.practice (slug, id, publication, version, organisation, organisation_slug,
        organisation_name, organisation_kind, keeper, keeper_name, title, summary, themes, needs, own_needs, evidence,
        published_on, reviewed_on, state, withdrawn_on, withdrawn_by, reason, body, folded_title, folded)
      select 'old-' || n, md5('practice ' || n)::uuid, ${publication}, 1, md5('own')::uuid, 'own', 'Own', 'school',
        md5('keeper')::uuid, 'Keeper', 'Old', 'Old', '{}', '{}', '{}', 'said', '2024-02-20'::date + n, '2024-02-25'::date + n,
        state, case when state = 'withdrawn' then '2026-01-01'::date end, case when state = 'withdrawn' then 'Own' end,
        case when state = 'withdrawn' then 'It did not last' end, '', '', ''
        from generate_series(1, 30) n, lateral (select case when n % 3 = 0 then 'withdrawn' else 'published' end as state) s;
      insert into published.school (urn, name, status, kind, la_name, predecessors, successors, folded)
      select 999000 + n, 'Old School', 'open', 'Community school', 'Old', '{}', '{}', 'old' from generate_series(1, 40) n;
      insert into published.award (urn, organisation, organisation_name, stage, since, source, recorded_on)
      select 999000 + n, md5('own')::uuid, 'Own', (array['registered', 'bronze', 'silver', 'gold'])[1 + n % 4],
        '2024-02-20'::date + n, 'A list', '2026-01-01' from generate_series(1, 40) n`);
    const days = async () =>
      (
        await client.query(`select slug, review_due from published.practice union all
          select urn::text, expires from published.award order by 1`)
      ).rows;
    const before = await days();
    await migrate({ ...place, migrations });
    assert.deepEqual(await days(), before);
    const write = mintWrite(client);
    assert.deepEqual(await corrected(write), none);
    await sql`update published.practice set review_due = '1999-01-01', counts_until = null`.execute(write);
    await sql`update published.award set expires = null`.execute(write);
    assert.deepEqual(await corrected(write), { ...none, practices: 30, awards: 20 });
    assert.deepEqual(await days(), before);
  } finally {
    await client.end();
  }
});

test('whatever acts the demonstration does, each writes the days of its rule', async () => {
  const house = await freshHouse();
  try {
    await loadDemonstration(
      house,
      () => new Date('2026-11-30T12:00:00Z'),
      () => undefined,
    );
    assert.deepEqual(await asOwner(house, corrected), none);
  } finally {
    await house.gates.close();
  }
});

test('each rule has a name of its own', () => {
  assert.equal(new Set(rules.map(({ name }) => name)).size, rules.length);
});
