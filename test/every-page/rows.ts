/** What acts leave in the database, counted. */
import pg from 'pg';
import { clientConfig } from '#kit/db/client.js';
import { kept } from './addresses.js';

export async function connected(): Promise<pg.Client> {
  const client = new pg.Client(
    clientConfig(kept.house.admin, {
      name: 'kept test',
      statementTimeout: 0,
      lockTimeout: 0,
      idleInTransactionTimeout: 0,
    }),
  );
  await client.connect();
  return client;
}

/** How many rows there are of everything that an act can leave. */
export async function rowsThere(holder: pg.Client): Promise<string> {
  const { rows: tables } = await holder.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('record', 'published') or (schemaname = 'kit' and tablename in ('journal', 'mail', 'job')) order by 1`,
  );
  const { rows } = await holder.query<{ all: string }>(
    `select string_agg(one, ' ') as all from (${tables.map(({ name }) => `select '${name} ' || count(*) as one from ${name}`).join(' union all ')}) counted`,
  );
  return rows[0]?.all ?? '';
}
