import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { byteaArray, clientConfig, json, violatedConstraint } from '#kit/db/client.js';
import { nobody, reading, transact, type Write } from '#kit/db/gate.js';
import { rightsOf } from '#kit/db/roles.js';
import { newId } from '#kit/id.js';
import { journal } from '#kit/journal.js';
import { freshHouse, house, rolledBack } from '#test/house.js';
import { houseMigrations } from '#test/migrations.js';

const now = new Date('2024-03-12T10:30:00.000Z');
const refused = { code: '42501' };
const account = newId(now);

function entry(thing: string): Parameters<typeof journal>[1] {
  return { scope: 'house', at: now, who: 'kept', verb: 'record', kind: 'thing', thing };
}

async function saveSession(write: Write, token: number): Promise<void> {
  await write
    .insertInto('kit.session')
    .values({ token_hash: Buffer.alloc(32, token), account, created_at: now, seen_at: now, expires_at: now })
    .execute();
}

test('the work gate writes and reads inside its transactions', async () => {
  const { gates } = await freshHouse();
  await transact(gates.work, nobody, (write) => saveSession(write, 1));
  const found = await reading(gates.work, nobody, (read) => read.selectFrom('kit.session').selectAll().execute());
  assert.deepEqual(found, [
    {
      token_hash: Buffer.alloc(32, 1),
      account,
      created_at: now,
      seen_at: now,
      expires_at: now,
      organisation: null,
      passkey: null,
    },
  ]);
  await gates.close();
});

test('an act that throws leaves nothing behind', async () => {
  const { gates } = await freshHouse();
  await assert.rejects(
    transact(gates.work, nobody, async (write) => {
      await saveSession(write, 2);
      throw new Error('changed my mind');
    }),
    /changed my mind/,
  );
  assert.equal(
    (await reading(gates.work, nobody, (read) => read.selectFrom('kit.session').select('account').execute())).length,
    0,
  );
  await gates.close();
});

test('an act that swallows a failed statement does not count as done', async () => {
  const { gates } = await house();
  await assert.rejects(
    transact(gates.work, nobody, async (write) => {
      await sql`select 1 / 0`.execute(write).catch(() => undefined);
    }),
    /could not be committed/,
  );
});

test('reading cannot write, not even with raw SQL', async () => {
  const { gates } = await house();
  const insert = sql`insert into kit.session values (${Buffer.alloc(32, 3)}, ${account}, now(), now(), now())`;
  await assert.rejects(
    reading(gates.work, nobody, (read) => insert.execute(read)),
    { code: '25006' },
  );
  const take = sql<{ allowed: boolean }>`select kit.take_token('x', 1, 0, now()) as allowed`;
  await assert.rejects(
    reading(gates.public, nobody, (read) => take.execute(read)),
    { code: '25006' },
  );
  assert.deepEqual((await transact(gates.public, nobody, (write) => take.execute(write))).rows, [{ allowed: true }]);
});

test('a transaction inside a transaction is refused rather than waiting for a second connection', async () => {
  const { gates } = await house();
  await assert.rejects(
    transact(gates.work, nobody, () => reading(gates.work, nobody, async () => 1)),
    /open here already/,
  );
});

test('the standing reaches the database and does not outlive its transaction', async () => {
  const { gates } = await house();
  const board = newId(now);
  const ask = sql<{
    account: string | null;
    boards: string[];
  }>`select kit.account() as account, kit.boards() as boards`;
  const inside = await reading(gates.work, { account, boards: [board] }, (read) => ask.execute(read));
  assert.deepEqual(inside.rows, [{ account, boards: [board] }]);
  const after = await reading(gates.work, nobody, (read) => ask.execute(read));
  assert.deepEqual(after.rows, [{ account: null, boards: [] }]);
});

test('a standing is text, whatever it holds', async () => {
  const { gates } = await house();
  const hostile = `'; drop schema kit cascade; --`;
  const { rows } = await reading(gates.work, { account: hostile, boards: [] }, (read) =>
    sql<{ said: string }>`select current_setting('kept.account') as said`.execute(read),
  );
  assert.deepEqual(rows, [{ said: hostile }]);
});

test("two acts in each other's way are both done", async () => {
  const { gates } = await freshHouse();
  await transact(gates.work, nobody, async (write) => {
    await saveSession(write, 1);
    await saveSession(write, 2);
  });
  let attempts = 0;
  async function touch(first: number, second: number, met: Promise<void>, arrive: () => void): Promise<void> {
    await transact(gates.work, nobody, async (write) => {
      attempts += 1;
      await write
        .updateTable('kit.session')
        .set({ account: newId(now) })
        .where('token_hash', '=', Buffer.alloc(32, first))
        .execute();
      arrive();
      await met;
      await write
        .updateTable('kit.session')
        .set({ account: newId(now) })
        .where('token_hash', '=', Buffer.alloc(32, second))
        .execute();
    });
  }
  // Each holds one row before it wants the other's: PostgreSQL ends one of them (40P01), and it is tried again.
  const one = Promise.withResolvers<void>();
  const two = Promise.withResolvers<void>();
  await Promise.all([touch(1, 2, two.promise, one.resolve), touch(2, 1, one.promise, two.resolve)]);
  assert.equal(attempts, 3);
  await gates.close();
});

test('values come back as ours: whole numbers, days, moments, exact decimals, JSON', async () => {
  const { gates } = await house();
  const { rows } = await reading(gates.work, nobody, (read) =>
    sql`select 9007199254740991::int8 as n, array[1, null, 2]::int8[] as ns, date '2024-03-31' as day, array[date
      '2024-03-31'] as days, timestamptz '2024-03-12 10:30:00+00' as at, 1.10::numeric as exact,
      ${json([1, { a: 'ŵ' }])}::jsonb as j, '\\x00ff'::bytea as b`.execute(read),
  );
  assert.deepEqual(rows, [
    {
      n: 9007199254740991,
      ns: [1, null, 2],
      day: '2024-03-31',
      days: ['2024-03-31'],
      at: now,
      exact: '1.10',
      j: [1, { a: 'ŵ' }],
      b: Buffer.from([0, 255]),
    },
  ]);
  await assert.rejects(
    reading(gates.work, nobody, (read) => sql`select 9007199254740993::int8 as n`.execute(read)),
    RangeError,
  );
  assert.throws(() => json('a\u0000b'), RangeError);
  assert.equal(json('a\\u0000b'), '"a\\\\u0000b"');
});

test('a refused row names its constraint', async () => {
  await rolledBack(async (_, { gates }) => {
    const error: unknown = await transact(gates.work, nobody, (write) =>
      write
        .insertInto('kit.session')
        .values({ token_hash: Buffer.alloc(3), account, created_at: now, seen_at: now, expires_at: now })
        .execute(),
    ).catch((reason: unknown) => reason);
    assert.equal(violatedConstraint(error), 'session_token_is_sha256');
  });
});

test('a test that is rolled back leaves nothing, and its gates have the rights of the real ones', async () => {
  await rolledBack(async (write, { gates }) => {
    await saveSession(write, 9);
    await transact(gates.work, { account, boards: [] }, async (inner) => {
      assert.deepEqual((await sql<{ account: string }>`select kit.account() as account`.execute(inner)).rows, [
        { account },
      ]);
      await journal(inner, entry('1'));
    });
    const [sessions, again] = await Promise.all([
      reading(gates.work, nobody, (read) => read.selectFrom('kit.session').select('token_hash').execute()),
      reading(gates.work, nobody, (read) => read.selectFrom('kit.journal').select('thing').execute()),
    ]);
    assert.equal(sessions.length, 1);
    assert.deepEqual(again, [{ thing: '1' }]);
    await assert.rejects(
      reading(gates.public, nobody, (read) => read.selectFrom('kit.session').selectAll().execute()),
      refused,
    );
    await assert.rejects(
      reading(gates.work, nobody, (read) => sql`delete from kit.session`.execute(read)),
      { code: '25006' },
    );
    assert.equal((await write.selectFrom('kit.session').select('account').execute()).length, 1);
  });
  await rolledBack(async (write) =>
    assert.equal((await write.selectFrom('kit.session').selectAll().execute()).length, 0),
  );
});

test('no gate can cross to what belongs to another', async () => {
  const { gates, admin } = await freshHouse();
  const owner = new pg.Client(
    clientConfig(admin, { name: 'kept test', statementTimeout: 0, lockTimeout: 0, idleInTransactionTimeout: 0 }),
  );
  await owner.connect();
  await owner.query(`set role kept_owner; create table record.draft (id int); create table intake.trial (id int); create table published.paper (id int);
    grant select, insert, update, delete on record.draft to kept_work; grant select, insert on published.paper to kept_work;
    grant select on published.paper to kept_public; grant insert on intake.trial to kept_intake; grant select, delete on intake.trial to kept_release;
    insert into record.draft values (1); insert into intake.trial values (1); insert into published.paper values (1)`);
  await owner.end();
  const ask = (gate: keyof typeof gates & ('public' | 'work' | 'intake' | 'release'), text: string): Promise<unknown> =>
    transact(gates[gate], nobody, (write) => sql.raw(text).execute(write));
  const forbidden: readonly (readonly [Parameters<typeof ask>[0], string])[] = [
    ['public', 'select * from record.draft'],
    ['public', 'select * from intake.trial'],
    ['public', 'select * from kit.session'],
    ['public', 'select * from kit.journal'],
    ['public', 'select kit.append_journal(null, now(), null, null, null, null, null, null)'],
    ['public', 'insert into published.paper values (2)'],
    ['work', 'select * from intake.trial'],
    ['work', 'insert into intake.trial values (2)'],
    ['work', 'update published.paper set id = 2'],
    ['work', 'delete from published.paper'],
    ['work', `insert into kit.journal values ('house', 1, now(), 'a', 'b', 'c', 'd', null, '{}', '', '')`],
    ['work', 'delete from kit.journal'],
    ['work', 'update kit.journal_head set number = 0'],
    ['work', 'select * from kit.migration'],
    ['work', 'create table record.mine (id int)'],
    ['work', 'create temp table mine (id int)'],
    ['work', 'create schema mine'],
    ['work', 'alter table record.draft disable row level security'],
    ['intake', 'select * from intake.trial'],
    ['intake', 'delete from intake.trial'],
    ['intake', 'select * from record.draft'],
    ['intake', 'select * from published.paper'],
    ['release', 'select * from record.draft'],
    ['release', 'insert into intake.trial values (2)'],
    ...(['public', 'work', 'intake', 'release'] as const).flatMap((gate) => [
      ...['kept_owner', 'postgres', 'kept_public', 'kept_work', 'kept_intake', 'kept_release']
        .filter((role) => role !== `kept_${gate}`)
        .flatMap(
          (role) =>
            [
              [gate, `set role ${role}`],
              [gate, `set session authorization ${role}`],
            ] as const,
        ),
      [gate, 'select rolpassword from pg_authid'] as const,
      [gate, `copy (select 1) to program 'true'`] as const,
      [gate, `select pg_read_file('/etc/passwd')`] as const,
    ]),
  ];
  for (const [gate, text] of forbidden) await assert.rejects(ask(gate, text), refused, `${gate}: ${text}`);
  for (const [gate, text] of [
    ['public', 'select * from published.paper'],
    ['work', 'select * from record.draft'],
    ['intake', 'insert into intake.trial values (3)'],
    ['release', 'select * from intake.trial'],
  ] as const) {
    await ask(gate, text);
  }
  await gates.close();
});

test('each gate has exactly these rights on the house', async () => {
  const { admin } = await freshHouse(houseMigrations().filter(({ name }) => name === '20261123-house'));
  const client = new pg.Client(
    clientConfig(admin, { name: 'kept test', statementTimeout: 0, lockTimeout: 0, idleInTransactionTimeout: 0 }),
  );
  await client.connect();
  const kit = async (role: string): Promise<readonly string[]> =>
    (await rightsOf(client, role)).filter((line) => /^(schema|kit\.)/.test(line));
  assert.deepEqual(await kit('kept_public'), [
    'kit.take_token(): execute',
    'schema extension: usage',
    'schema kit: usage',
    'schema published: usage',
  ]);
  assert.deepEqual(await kit('kept_intake'), [
    'kit.take_token(): execute',
    'schema extension: usage',
    'schema intake: usage',
    'schema kit: usage',
  ]);
  assert.deepEqual(await kit('kept_release'), [
    'kit.append_journal(): execute',
    'schema extension: usage',
    'schema intake: usage',
    'schema kit: usage',
  ]);
  assert.deepEqual(await kit('kept_work'), [
    'kit.account(): execute',
    'kit.append_journal(): execute',
    'kit.boards(): execute',
    'kit.forget_buckets(): execute',
    'kit.journal: select',
    'kit.journal_head: select',
    'kit.session: delete',
    'kit.session: insert',
    'kit.session: select',
    'kit.session: update',
    'kit.sign_in_link: delete',
    'kit.sign_in_link: insert',
    'kit.sign_in_link: select',
    'kit.sign_in_link: update',
    'kit.take_token(): execute',
    'schema extension: usage',
    'schema kit: usage',
    'schema published: usage',
    'schema record: usage',
  ]);
  await client.end();
});

test('a bytea[] in binary is the array that its text would be', async () => {
  const { gates } = await freshHouse();
  for (const values of [[], [Buffer.alloc(0)], [null], [Buffer.from([0, 255, 34, 92]), null, Buffer.alloc(3000, 7)]]) {
    const { rows } = await reading(gates.public, nobody, (read) =>
      sql<{
        same: boolean;
        many: number;
      }>`select ${byteaArray(values)}::bytea[] is not distinct from ${values}::bytea[] as same, cardinality(${byteaArray(values)}::bytea[]) as many`.execute(
        read,
      ),
    );
    assert.deepEqual(rows, [{ same: true, many: values.length }]);
  }
  await gates.close();
});

test('nothing in any schema of ours is open to everybody', async () => {
  const client = new pg.Client(
    clientConfig((await house()).admin, {
      name: 'kept test',
      statementTimeout: 0,
      lockTimeout: 0,
      idleInTransactionTimeout: 0,
    }),
  );
  await client.connect();
  const { rows } = await client.query(`select n.nspname, c.relname from pg_class c
      join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
      where n.nspname in ('record', 'published', 'intake', 'kit') and a.grantee = 0
    union all select n.nspname, p.proname from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
      where n.nspname in ('record', 'published', 'intake', 'kit') and a.grantee = 0`);
  assert.deepEqual(rows, []);
  await client.end();
});
