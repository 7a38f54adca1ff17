/**
 * Keeps the database server of a test run alive while any test process needs it. Test processes come and go (one for each
 * file, or one for all); each holds a connection to the keeper, which drops the process's database when the connection
 * ends, and stops the server when nobody has been there for a few seconds.
 */
import { rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import pg from 'pg';
import { clientConfig } from '#kit/db/client.js';
import { PostgresProblem, startPostgres, superuser } from '#kit/postgres/index.js';

const [dataFolder = '', socketPath = ''] = process.argv.slice(2);
const linger = 3000;

async function keep(): Promise<void> {
  const postgres = await startPostgres({
    dataFolder,
    log: () => undefined,
    holder: 'the tests of Kept',
    durable: false,
  });
  const admin = new pg.Pool({
    ...clientConfig(postgres.connection(superuser, 'postgres'), {
      name: 'kept test keeper',
      statementTimeout: 0,
      lockTimeout: 0,
      idleInTransactionTimeout: 0,
    }),
    max: 2,
  });
  admin.on('error', () => undefined);
  // Left over from a run that was killed.
  const { rows } = await admin.query<{ name: string }>(
    `select datname as name from pg_database where datname like 'kept\\_test\\_%' order by oid`,
  );
  for (const { name } of rows) await admin.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
  const { rows: templates } = await admin.query<{ name: string }>(
    `select datname as name from pg_database where datname like 'kept\\_template\\_%' order by oid desc offset 3`,
  );
  for (const { name } of templates)
    await admin.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);

  const present = new Set<Socket>();
  let leaving: NodeJS.Timeout | null = null;

  async function stop(): Promise<void> {
    server.close();
    rmSync(socketPath, { force: true });
    await admin.end();
    await postgres.stop();
    process.exit(0);
  }

  function leaveSoon(): void {
    if (leaving) clearTimeout(leaving);
    leaving = setTimeout(() => void (present.size === 0 ? stop() : undefined), linger);
  }

  const server = createServer((socket) => {
    present.add(socket);
    let said = '';
    socket.on('data', (part) => (said += part.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      const databases = said.split('\n').filter((name) => /^kept_test_[a-z0-9_]+$/.test(name));
      void (async () => {
        for (const name of databases)
          await admin.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`).catch(() => undefined);
        present.delete(socket);
        leaveSoon();
      })();
    });
    const { host, port } = postgres.connection(superuser, 'postgres');
    socket.write(`${JSON.stringify({ host, port, secret: postgres.secret.toString('base64') })}\n`);
  });
  // The lock of the data folder is held: whatever lies at this path is from a keeper that is gone.
  if (process.platform !== 'win32') rmSync(socketPath, { force: true });
  server.listen(socketPath);
  leaveSoon();
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, () => void stop());
}

try {
  await keep();
} catch (error) {
  // Another keeper was faster: the test process finds that one.
  if (error instanceof PostgresProblem && error.message.includes('is in use by')) process.exit(0);
  console.error(error);
  process.exit(1);
}
