import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { daysLater } from '#base/london.js';
import { clientConfig } from '#kit/db/client.js';
import { migrate } from '#kit/db/migrate.js';
import { emptyDatabase, rolledBack } from '#test/house.js';
import { houseMigrations } from '#test/migrations.js';
import { keepDays, rowDays } from './days.js';

interface Row {
  readonly said_on: string | null;
}

const rule = (days: number) =>
  rowDays<Row, { over_on: string | null }>({
    name: 'things',
    table: 'pg_temp.thing',
    key: ['kind', 'number'],
    from: ['said_on'],
    rule: ({ said_on }) => ({ over_on: said_on === null ? null : daysLater(said_on, days) }),
    samples: [{ said_on: '2026-11-30' }, { said_on: null }],
  });

test('a rule works out the days of every row, and says how many were other ones', async () => {
  await rolledBack(async (write) => {
    await sql`create temporary table thing (kind text, number integer, said_on date, over_on date, primary key (kind, number))`.execute(
      write,
    );
    await sql`insert into pg_temp.thing (kind, number, said_on)
      select 'kind ' || n % 3, n, case when n % 7 > 0 then '2026-01-01'::date + n end from generate_series(1, 2345) n`.execute(
      write,
    );
    const wrong = async (days: number) =>
      (await sql`select from pg_temp.thing where over_on is distinct from said_on + ${days}::integer`.execute(write))
        .rows.length;
    assert.equal(await rule(30).rewrite(write), 2345 - 335);
    assert.equal(await wrong(30), 0);
    assert.equal(await rule(30).rewrite(write), 0);
    await sql`update pg_temp.thing set over_on = '1999-01-01' where number = 2000`.execute(write);
    assert.equal(await rule(30).rewrite(write), 1);
    assert.equal(await rule(14).rewrite(write), 2345 - 335);
    assert.equal(await wrong(14), 0);
  });
});

test('a rule that yields other days has another fingerprint, whoever forgets to say so', () => {
  assert.equal(rule(30).fingerprint, rule(30).fingerprint);
  assert.notEqual(rule(30).fingerprint, rule(31).fingerprint);
});

test('a start works out anew what another rule wrote, once', { timeout: 120_000 }, async () => {
  const place = await emptyDatabase();
  await migrate({ ...place, migrations: houseMigrations() });
  const client = new pg.Client(
    clientConfig(place.admin, { name: 'kept test', statementTimeout: 0, lockTimeout: 0, idleInTransactionTimeout: 0 }),
  );
  await client.connect();
  try {
    const told: string[] = [];
    const done: string[] = [];
    const of = (name: string, fingerprint: string, changed: number) => ({
      name,
      fingerprint,
      rewrite: async () => {
        done.push(name);
        return changed;
      },
    });
    const revision = async () => (await client.query('select number from published.revision')).rows;
    const before = await revision();
    await keepDays(place, [of('promises', 'a', 0), of('entries', 'a', 0)], (message) => told.push(message));
    assert.deepEqual([done, told, await revision()], [['promises', 'entries'], [], before]);
    await keepDays(place, [of('promises', 'a', 3), of('entries', 'b', 2)], (message) => told.push(message));
    assert.deepEqual(done, ['promises', 'entries', 'entries']);
    assert.match(told.join(), /the days of entries is another one: 2 rows have/);
    assert.notDeepEqual(await revision(), before, 'pages that are remembered are made anew');
    // What depends on others is worked out anew after them, also where a start is cut short in between.
    const cut = { ...of('entries', 'b', 1), after: ['promises'], rewrite: () => Promise.reject(new Error('cut')) };
    await assert.rejects(
      keepDays(place, [of('promises', 'aa', 1), cut], () => undefined),
      /cut/,
    );
    done.length = 0;
    await keepDays(
      place,
      [of('promises', 'aa', 1), { ...of('entries', 'b', 1), after: ['promises'] }],
      () => undefined,
    );
    assert.deepEqual(done, ['entries']);
    await keepDays(place, [of('promises', 'a', 0), { ...of('entries', 'b', 1), after: ['promises'] }], () => undefined);
    assert.deepEqual(done, ['entries', 'promises'], 'nothing changed, so nothing follows');
    const failing = { ...of('promises', 'c', 0), rewrite: () => Promise.reject(new Error('killed')) };
    await assert.rejects(
      keepDays(place, [failing], () => undefined),
      /killed/,
    );
    const { rows } = await client.query('select name, fingerprint from kit.day_rule order by name');
    assert.deepEqual(rows, [
      { name: 'entries', fingerprint: 'b' },
      { name: 'promises', fingerprint: 'a' },
    ]);
  } finally {
    await client.end();
  }
});
