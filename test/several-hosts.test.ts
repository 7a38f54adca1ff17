/** DATABASE_URL as hosts give it: a primary with its standby, sockets, no password; and a pooler between. */
import assert from 'node:assert/strict';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { sql } from 'kysely';
import { readConfig } from '#kit/config.js';
import { type Database, openDatabase } from '#kit/database.js';
import { momentOf } from '#kit/db/client.js';
import { nobody } from '#kit/db/gate.js';
import { journal } from '#kit/journal.js';
import { type OwnServer, programs, startServer, startStandby } from './own-server.js';
import { pooler, startPooler } from './pooler.js';
import { houseMigrations } from './migrations.js';

const skip = programs ? false : 'no PostgreSQL on this machine';
const secret = 'a secret that nobody can guess, of 44 letters';
let primary: OwnServer;
let database: Database | null = null;

async function as(url: string, ...texts: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const text of texts) await client.query(text);
  await client.end();
}

const open = (DATABASE_URL: string, more: Readonly<Record<string, string>> = {}): Promise<Database> =>
  openDatabase(readConfig({ DATABASE_URL, KEPT_SECRET: secret, ...more }), {
    migrations: houseMigrations(),
    how: 'own',
    holder: 'a test',
    log: () => undefined,
  });
const entry = ({ gates }: Database, thing: string): Promise<number> =>
  gates.work.write(nobody, (write) =>
    journal(write, { scope: 'house', at: new Date(), who: 'kept', verb: 'record', kind: 'thing', thing }),
  );

before(async () => {
  if (skip) return;
  primary = startServer({ access: ['local all council trust', 'local all asked scram-sha-256'] });
  await as(
    primary.address('keeper', 'of the keeper', 'postgres'),
    `create role council login createrole password 'p'`,
    'create database kept owner council',
  );
});

after(async () => {
  await database?.stop();
  if (skip) return;
  primary.stop();
  primary.remove();
});

test('a socket without a password, and a password from the environment or a file', { skip }, async () => {
  database = await open(`postgres://council@/kept?host=${primary.folder}`);
  assert.equal(await entry(database, '1'), 1);
  await database.stop();
  await as(
    primary.address('keeper', 'of the keeper', 'postgres'),
    `create role asked login createrole password 'asked for'`,
    'grant council, kept_owner_kept to asked',
  );
  const file = join(primary.folder, 'pgpass');
  writeFileSync(file, `*:*:kept:asked:asked for\n`);
  chmodSync(file, 0o600);
  const url = `postgres://asked@%2F${primary.folder.slice(1).replaceAll('/', '%2F')}/kept`;
  for (const [name, value] of [
    ['PGPASSWORD', 'asked for'],
    ['PGPASSFILE', file],
  ] as const) {
    process.env[name] = value;
    await (await open(url)).stop();
    delete process.env[name];
  }
  await assert.rejects(open(url), /cannot reach the PostgreSQL named in DATABASE_URL/);
});

test('a pooler without an address past it is refused in one sentence', { skip: skip || pooler.skip }, async () => {
  // It refuses what a session is set to, or swallows it.
  for (const ignores of ['', 'options,statement_timeout,lock_timeout,idle_in_transaction_session_timeout']) {
    const over = await startPooler(primary, { ignores });
    try {
      await assert.rejects(open(over.address('council', 'p', 'kept')), (problem: unknown) => {
        assert.match(
          problem instanceof Error ? problem.message : '',
          /^Between Kept and its PostgreSQL stands a connection pooler[^.]*DATABASE_DIRECT_URL[^.]*\.$/,
        );
        return true;
      });
    } finally {
      await over.stop();
    }
  }
});

test(
  'over a pooler in transaction mode, with an address past it, everything goes on as without',
  { skip: skip || pooler.skip },
  async () => {
    const over = await startPooler(primary, { sizes: 2 });
    try {
      const pooled = await open(over.address('council', 'p', 'kept'), {
        DATABASE_DIRECT_URL: primary.address('council', 'p', 'kept'),
      });
      // More than the pooler has connections; each on whichever is free, set up as it should be.
      const seen = await Promise.all(
        Array.from({ length: 40 }, async (_, at) => {
          await entry(pooled, `pooled ${at}`);
          const asked = sql<{
            path: string;
            zone: string;
            style: string;
            like: string;
            time: string;
            only: string;
            at: string;
          }>`select current_setting('search_path') as path, current_setting('timezone') as zone, current_setting('intervalstyle') as style,
          current_setting('statement_timeout') as time, current_setting('default_transaction_read_only') as only,
            current_setting('pg_trgm.word_similarity_threshold', true) as like, timestamptz
            '2026-06-01 10:00+00'::text as at`;
          const { rows } = await pooled.gates.public.read(nobody, (read) => asked.execute(read));
          return JSON.stringify(rows[0]);
        }),
      );
      assert.deepEqual(
        [...new Set(seen)].map((one) => JSON.parse(one)),
        [
          {
            path: 'extension',
            zone: 'UTC',
            style: 'iso_8601',
            like: '0.4',
            time: '5s',
            only: 'on',
            at: '2026-06-01 10:00:00+00',
          },
        ],
      );
      assert.equal(typeof (await pooled.gates.pulse.ask()), 'number');
      const { rows } = await pooled.gates.work.read(nobody, (read) =>
        sql<{ many: number }>`select count(*)::int as many from kit.journal where thing like 'pooled %'`.execute(read),
      );
      assert.equal(rows[0]?.many, 40);
      await pooled.stop();
      // A second start changes nothing, and an address past it that leads elsewhere is refused.
      await (
        await open(over.address('council', 'p', 'kept'), {
          DATABASE_DIRECT_URL: primary.address('council', 'p', 'kept'),
        })
      ).stop();
    } finally {
      await over.stop();
    }
  },
);

test('a primary that dies, and a standby that takes over: the next writes go there', { skip }, async () => {
  const standby = startStandby(primary, 'second');
  try {
    // The standby first: it is passed over.
    database = await open(`postgres://council:p@/kept?host=${standby.folder},/nowhere,${primary.folder}`);
    assert.ok((await entry(database, 'before')) > 0);
    const { gates } = database;
    const beat = setInterval(() => void gates.pulse.ask().catch(() => undefined), 200);
    primary.stop('immediate');
    await assert.rejects(entry(database, 'nobody'), (problem) => momentOf(problem) === 'away');
    standby.run('pg_ctl', '-D', join(standby.folder, 'data'), '-w', 'promote');
    const now = database;
    for (;;) {
      const done = await entry(now, 'after').catch((problem: unknown) => {
        assert.equal(momentOf(problem), 'away');
        return null;
      });
      if (done !== null) break;
      await pause(50);
    }
    clearInterval(beat);
    await database.stop();
    database = null;
  } finally {
    await database?.stop();
    database = null;
    standby.stop();
    standby.remove();
  }
});
