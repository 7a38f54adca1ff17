/** An installation that has people and invitations goes on working, and knows who appointed whom where its invitations say so. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { clientConfig } from '#kit/db/client.js';
import { migrate } from '#kit/db/migrate.js';
import { emptyDatabase } from '#test/house.js';
import { houseMigrations } from '#test/migrations.js';

const id = (last: number): string => `018e3a5c-0000-7000-8000-${String(last).padStart(12, '0')}`;

void test('who used an invitation counts as appointed by whoever sent it, others by the owner; of two open invitations the newest stays', async () => {
  const place = await emptyDatabase();
  const migrations = houseMigrations();
  await migrate({
    ...place,
    migrations: migrations.slice(
      0,
      migrations.findIndex(({ name }) => name === '20261130-who-may'),
    ),
  });
  const client = new pg.Client(
    clientConfig(place.admin, { name: 'kept test', statementTimeout: 0, lockTimeout: 0, idleInTransactionTimeout: 0 }),
  );
  await client.connect();
  try {
    const [school, lead, own, first] = [id(1), id(2), id(3), id(4)];
    await client.query(`insert into record.organisation (id, slug, name) values ('${school}', 'school', 'School');
      insert into record.account (id, email, name, created_at)
        values ('${lead}', 'lead@a.example', 'Lead', '2026-01-01'), ('${own}', 'own@a.example.', 'Own', '2026-02-01'),
        ('${first}', 'first@a.example', 'First', '2026-01-01');
      insert into record.account_role (account, organisation, role)
        values ('${lead}', '${school}', 'lead'), ('${own}', '${school}', 'safeguarding'), ('${first}', '${school}',
        'safeguarding');
      insert into record.invitation (organisation, token_hash, email, role, return_to, invited_by, created_at, expires_at, used_at, joined) values
        ('${school}', sha256('a'), 'own@a.example', 'safeguarding', '/work', '${lead}', '2026-02-01', '2026-03-01', '2026-02-01', '${school}'),
        ('${school}', sha256('b'), 'new@a.example', 'lead', '/work', '${lead}', '2026-02-01', '2026-03-01', null, null),
        ('${school}', sha256('c'), 'new@a.example', 'clerk', '/work', '${lead}', '2026-02-02', '2026-03-01', null, null)`);
    await migrate({ ...place, migrations });
    const { rows: given } = await client.query(
      'select account, role, given_by from record.role_given order by account',
    );
    assert.deepEqual(given, [
      { account: lead, role: 'lead', given_by: null },
      { account: own, role: 'safeguarding', given_by: lead },
      { account: first, role: 'safeguarding', given_by: null },
    ]);
    const { rows: open } = await client.query('select email, role from record.invitation where used_at is null');
    assert.deepEqual(open, [{ email: 'new@a.example', role: 'clerk' }]);
    const { rows: independent } = await client.query(
      `select record.are_independent('${own}', '${lead}') as "with the lead", record.are_independent('${own}', '${first}') as "with the first"`,
    );
    assert.deepEqual(independent, [{ 'with the lead': false, 'with the first': true }]);
    const { rows: address } = await client.query(`select email from record.account where id = '${own}'`);
    assert.deepEqual(address, [{ email: 'own@a.example' }]);
  } finally {
    await client.end();
  }
});
