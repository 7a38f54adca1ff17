import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { readConfig } from '#kit/config.js';
import { openDatabase } from '#kit/database.js';
import { nobody, reading, transact } from '#kit/db/gate.js';
import { migrate } from '#kit/db/migrate.js';
import { journal, verifyJournal } from '#kit/journal.js';
import { rolePassword, secretFrom } from '#kit/postgres/index.js';
import { programs, withServer } from '#test/own-server.js';
import { houseMigrations } from '#test/migrations.js';

async function as(url: string, ...texts: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const text of texts) await client.query(text);
  } finally {
    await client.end();
  }
}

test(
  "a PostgreSQL of one's own, by a user who owns the database and may create roles",
  { skip: programs ? false : 'no PostgreSQL on this machine' },
  async () => {
    await withServer(async (address) => {
      const open = (url: string, more: Readonly<Record<string, string>> = {}): ReturnType<typeof openDatabase> =>
        openDatabase(
          readConfig({ DATABASE_URL: url, KEPT_SECRET: 'a secret that nobody can guess, of 44 letters', ...more }),
          { migrations: houseMigrations(), how: 'own', holder: 'a test', log: () => undefined },
        );
      const keeper = address('keeper', 'of the keeper', 'postgres');
      await as(
        keeper,
        `create role council login password 'p@ss/wörd'`,
        'create database kept owner council',
        `create database narrow owner council encoding 'LATIN1' template template0`,
        'create database foreign_one',
      );
      const url = address('council', 'p@ss/wörd', 'kept');

      await assert.rejects(
        open(url),
        /may not create roles\. Either let it \(alter role "council" createrole;\), or have the keeper/,
      );
      await as(keeper, 'alter role council createrole');
      const [first, second] = await Promise.all([open(url), open(url)]);
      assert.deepEqual([first.migrated.length, second.migrated.length].toSorted().at(0), 0);
      assert.deepEqual(first.key('cookies'), second.key('cookies'));
      assert.notDeepEqual(first.key('cookies'), first.key('links'));
      assert.equal(
        await transact(first.gates.work, nobody, (write) =>
          journal(write, { scope: 'house', at: new Date(), who: 'kept', verb: 'record', kind: 'thing', thing: '1' }),
        ),
        1,
      );
      assert.deepEqual(await reading(second.gates.work, nobody, verifyJournal), { entries: 1, scopes: 1, faults: [] });
      await assert.rejects(
        reading(first.gates.public, nobody, (read) => read.selectFrom('kit.journal').selectAll().execute()),
        { code: '42501' },
      );
      await assert.rejects(
        reading(first.gates.work, nobody, (read) => sql`set role council`.execute(read)),
        { code: '42501' },
      );
      await Promise.all([first.stop(), second.stop()]);

      // Another password of the same user changes nothing.
      await as(keeper, `alter role council password 'another'`);
      const third = await open(address('council', 'another', 'kept'));
      assert.deepEqual((await reading(third.gates.work, nobody, verifyJournal)).entries, 1);
      await third.stop();

      // Without the right to create roles it goes on, once they exist.
      await as(keeper, 'alter role council nocreaterole');
      await (await open(address('council', 'another', 'kept'))).stop();

      await assert.rejects(open(address('council', 'another', 'narrow')), /stores text as LATIN1/);
      await as(keeper, 'alter role kept_work_kept createdb');
      await assert.rejects(
        open(address('council', 'another', 'kept')),
        /kept_work_kept has rights over the whole server/,
      );
      await as(keeper, 'alter role kept_work_kept nocreatedb', 'grant kept_intake_kept to kept_work_kept');
      await assert.rejects(
        open(address('council', 'another', 'kept')),
        /kept_work_kept is a member of kept_intake_kept/,
      );
      await as(keeper, 'revoke kept_intake_kept from kept_work_kept');
      await assert.rejects(open(address('council', 'another', 'foreign_one')), /does not own the database foreign_one/);
      await assert.rejects(
        open(address('council', 'wrong', 'kept')),
        /cannot reach the PostgreSQL named in DATABASE_URL: password authentication failed/,
      );
    });
  },
);

test('DATABASE_URL asks for a secret of its own', async () => {
  const config = readConfig({ DATABASE_URL: 'postgres://council:password@localhost/kept' });
  await assert.rejects(
    openDatabase(config, { migrations: houseMigrations(), how: 'own', holder: 'a test', log: () => undefined }),
    /needs a secret of its own beside it: KEPT_SECRET/,
  );
});

test(
  'the keeper makes the roles by hand, as the message says, and a user without createrole goes on',
  { skip: programs ? false : 'no PostgreSQL on this machine' },
  async () => {
    await withServer(async (address) => {
      const open = (url: string, secret: string): ReturnType<typeof openDatabase> =>
        openDatabase(readConfig({ DATABASE_URL: url, KEPT_SECRET: secret }), {
          migrations: houseMigrations(),
          how: 'own',
          holder: 'a test',
          log: () => undefined,
        });
      const keeper = address('keeper', 'of the keeper', 'postgres');
      await as(keeper, `create role council login password 'p'`, 'create database "Kept-2" owner council');
      const url = address('council', 'p', 'Kept-2');
      const said = (problem: unknown): string => (problem instanceof Error ? problem.message : '');
      const told = await open(url, 'the first secret that nobody can guess').catch(said);
      const lines = String(told).split('\n').slice(1);
      assert.match(
        lines.join('\n'),
        /^create role kept_owner_kept_2_[0-9a-f]{6} nologin; grant kept_owner_kept_2_[0-9a-f]{6} to "council";\ncreate role kept_public_kept_2_/,
      );
      await as(keeper, ...lines);
      const database = await open(url, 'the first secret that nobody can guess');
      assert.equal(
        await transact(database.gates.work, nobody, (write) =>
          journal(write, { scope: 'house', at: new Date(), who: 'kept', verb: 'record', kind: 'thing', thing: '1' }),
        ),
        1,
      );
      await database.stop();

      // The keeper gave other passwords: said with the lines that put it right, never with a stack trace.
      const names = await rolesOf(keeper);
      await as(keeper, ...names.map((name) => `alter role ${name} password 'by hand'`));
      const again = await open(url, 'the first secret that nobody can guess').catch(said);
      assert.match(String(again), /have other passwords than this secret gives them/);
      await as(keeper, ...String(again).split('\n').slice(1));
      await (await open(url, 'the first secret that nobody can guess')).stop();
    });
  },
);

test(
  'two Kepts on one server have roles of their own',
  { skip: programs ? false : 'no PostgreSQL on this machine' },
  async () => {
    await withServer(async (address) => {
      const open = (database: string, secret: string): ReturnType<typeof openDatabase> =>
        openDatabase(readConfig({ DATABASE_URL: address('council', 'p', database), KEPT_SECRET: secret }), {
          migrations: houseMigrations(),
          how: 'own',
          holder: 'a test',
          log: () => undefined,
        });
      const keeper = address('keeper', 'of the keeper', 'postgres');
      await as(
        keeper,
        `create role council login createrole password 'p'`,
        'create database kept owner council',
        'create database pilot owner council',
      );
      const secrets = ['the first secret that nobody can guess', 'the second secret that nobody can guess'] as const;
      const [kept, pilot] = await Promise.all([open('kept', secrets[0]), open('pilot', secrets[1])]);
      const entry = (database: typeof kept, thing: string): Promise<number> =>
        transact(database.gates.work, nobody, (write) =>
          journal(write, { scope: 'house', at: new Date(), who: 'kept', verb: 'record', kind: 'thing', thing }),
        );
      assert.deepEqual([await entry(kept, 'a'), await entry(pilot, 'b')], [1, 1]);
      await Promise.all([kept.stop(), pilot.stop()]);
      // Neither has locked the other out, and neither's roles may enter the other's database.
      await (await open('kept', secrets[0])).stop();
      await (await open('pilot', secrets[1])).stop();
      const { connectionString } = kept.reach('kept_work') as { readonly connectionString: string };
      await assert.rejects(as(connectionString.replace('/kept?', '/pilot?'), 'select 1'), { code: '42501' });
    });
  },
);

test(
  'two Kepts that share roles from an older day: the second is refused before it locks the first out',
  { skip: programs ? false : 'no PostgreSQL on this machine' },
  async () => {
    await withServer(async (address) => {
      const keeper = address('keeper', 'of the keeper', 'postgres');
      await as(
        keeper,
        `create role council login createrole password 'p'`,
        'create database one owner council',
        'create database two owner council',
      );
      const secrets = [
        secretFrom('the first secret that nobody can guess'),
        secretFrom('the second secret that nobody can guess'),
      ] as const;
      const older = (database: string, secret: Buffer): Promise<unknown> => {
        const url = address('council', 'p', database);
        const reach = (role: string) => ({
          connectionString: `${url}&user=${role}&password=${rolePassword(secret, role)}`,
        });
        return migrate({ migrations: houseMigrations(), admin: { connectionString: url }, secret, reach });
      };
      await older('one', secrets[0]);
      await assert.rejects(
        older('two', secrets[1]),
        /Another Kept on this server \(database one\)[^]*kept backup[^]*kept restore/,
      );
      await older('one', secrets[0]);
    });
  },
);

async function rolesOf(keeper: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: keeper });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select rolname as name from pg_roles where rolname like 'kept\\_%' and rolcanlogin`,
  );
  await client.end();
  return rows.map(({ name }) => name);
}
