/** A Kept of its own process for tests that kill it: opens the database of a data folder, and writes until it is told to end or is killed. */
import { openDatabase } from '#kit/database.js';
import { nobody, transact } from '#kit/db/gate.js';
import { journal } from '#kit/journal.js';
import { readConfig } from '#kit/config.js';
import { houseMigrations } from './migrations.js';

const [folder = '', how = 'own', writers = '0', scope = 'round'] = process.argv.slice(2);

function say(what: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}

try {
  const started = Date.now();
  const database = await openDatabase(readConfig({ KEPT_DATA: folder }), {
    migrations: houseMigrations(),
    how: how === 'own' ? 'own' : 'join',
    holder: 'a test of Kept',
    log: (message) => say({ log: message }),
  });
  say({
    ready: Date.now() - started,
    role: database.postgres?.role,
    postmaster: database.postgres?.pid(),
    migrated: database.migrated.length,
  });
  let going = true;
  process.stdin.on('data', () => (going = false));
  const told = new Promise<void>((settle) => process.stdin.once('data', () => settle()));
  async function write(writer: number): Promise<void> {
    for (let number = 0; going; number++) {
      const thing = `${writer}-${number}-${process.pid}`;
      await transact(database.gates.work, nobody, (open) =>
        journal(open, {
          scope: `${scope}-${writer}`,
          at: new Date(),
          who: 'kept',
          verb: 'record',
          kind: 'thing',
          thing,
        }),
      );
      // Said only after the commit: from here on it may never be lost.
      say({ done: thing });
    }
  }
  await Promise.all(Array.from({ length: Number(writers) }, (_, writer) => write(writer)));
  await told;
  await database.stop();
  say({ stopped: true });
  process.exit(0);
} catch (error) {
  say({ problem: error instanceof Error ? error.message : String(error) });
  process.exit(1);
}
