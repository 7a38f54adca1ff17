/**
 * A pooler that keeps no sessions (PgBouncer with pool_mode = transaction) between the gates and their server. Connections are shared there, so what
 * each session is set to stands with the roles; whatever needs a session of its own goes past the pooler (docs/decisions/0025).
 */
import pg from 'pg';
import { Connection, type Reach, type SessionSettings, settledForRole } from './client.js';
import { type GateName, gateNames, gateRole, sessions } from './gate.js';
import { poolerInTheWay } from './migrate.js';
import { DatabaseProblem } from './roles.js';

const session = (name: string): SessionSettings => ({
  name,
  statementTimeout: 10_000,
  lockTimeout: 5_000,
  idleInTransactionTimeout: 10_000,
});

/** Whoever keeps the key of a session is not who works in it: a pooler answers for the server. */
export async function refusePooler(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ pid: number; path: string }>(
    `select pg_backend_pid() as pid, current_setting('search_path') as path`,
  );
  const known = (client as unknown as { readonly processID: number | null }).processID;
  if (rows[0]?.pid !== known || rows[0]?.path !== 'extension') throw new DatabaseProblem(poolerInTheWay);
}

async function withClient<T>(reach: Reach, name: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new Connection(reach, session(name));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Each role sets itself up, in this database alone. What stands already is left as it is, so that two processes do not wait for each other. */
export async function settleRoles(reach: (role: string) => Reach): Promise<void> {
  for (const name of gateNames) {
    await withClient(reach(gateRole(name)), 'kept start', async (client) => {
      const { rows } = await client.query<{ database: string; role: string; present: readonly string[] | null }>(
        `select current_database()::text as database, current_user::text as role,
                (select setconfig from pg_db_role_setting where setrole = current_user::regrole and setdatabase =
                  (select oid from pg_database where datname = current_database())) as present`,
      );
      const [found] = rows;
      if (!found) throw new DatabaseProblem('The database does not say its name');
      // The server writes names in its own letters: TimeZone.
      const present = new Set((found.present ?? []).map((one) => one.toLowerCase()));
      const missing = Object.entries(settledForRole(sessions[name])).filter(
        ([key, value]) => !present.has(`${key}=${value}`.toLowerCase()),
      );
      if (missing.length === 0) return;
      await client.query('set default_transaction_read_only = off');
      // A setting of an extension is known once the extension was used.
      await client.query(`select extension.word_similarity('a', 'b')`).catch(() => undefined);
      for (const [key, value] of missing) {
        await client
          .query(
            `alter role ${pg.escapeIdentifier(found.role)} in database ${pg.escapeIdentifier(found.database)} set ${key} = ${pg.escapeLiteral(value)}`,
          )
          .catch((problem: unknown) => {
            // The intake looks nothing up by likeness, and may not use the extension.
            if (!key.includes('.')) throw problem;
          });
      }
    });
  }
}

interface Seen {
  readonly server: string;
  readonly path: string;
  readonly timeout: string;
}

const look = async (client: pg.Client): Promise<Seen | undefined> =>
  (
    await client.query<Seen>(
      `select pg_postmaster_start_time()::text || ' ' || (select oid from pg_database
        where datname = current_database()) as server, current_setting('search_path') as path,
        current_setting('statement_timeout') as timeout`,
    )
  ).rows[0];

async function refuseUnsettledGate(name: GateName, pooled: Reach, direct: Reach): Promise<void> {
  let over: Seen | undefined;
  try {
    over = await withClient(pooled, 'kept start', look);
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message : String(problem);
    throw new DatabaseProblem(
      `The pooler in DATABASE_URL does not let the gates of Kept in (${name}: ${reason}). It must know their ` +
        `roles by the passwords that the server stores of them: with auth_query, or by lines in its auth_file.`,
      { cause: problem },
    );
  }
  const past = await withClient(direct, 'kept start', look);
  if (over?.server !== past?.server)
    throw new DatabaseProblem(
      'DATABASE_URL (the pooler) and DATABASE_DIRECT_URL lead to two different servers or databases. Both must lead to the same.',
    );
  if (
    over?.path !== past?.path ||
    (over?.timeout !== `${sessions[name].statementTimeout / 1000}s` &&
      over?.timeout !== `${sessions[name].statementTimeout / 60_000}min`)
  ) {
    throw new DatabaseProblem(
      `The pooler in DATABASE_URL still holds connections of the ${name} gate from before its role was set up. ` +
        `Let it make new ones (RECONNECT in the console of PgBouncer, or start it again), then start Kept again.`,
    );
  }
}

/** Asks each gate over the pooler before anybody else does. */
export async function refuseUnsettled(pooled: (role: string) => Reach, direct: (role: string) => Reach): Promise<void> {
  for (const name of gateNames) await refuseUnsettledGate(name, pooled(gateRole(name)), direct(gateRole(name)));
}
