/** The whole Kept in a process of its own, for tests that kill it: the demonstration on any free port. Says where it answers. */
import { startKept } from '../src/app/start.js';
import { readConfig } from '#kit/config.js';
import { makeLog } from '#kit/log.js';

const [folder = ''] = process.argv.slice(2);

function say(what: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}

try {
  const kept = await startKept(readConfig({ KEPT_DATA: folder, PORT: '0', KEPT_DEMO: 'on' }), {
    log: makeLog({ form: 'text', write: (line) => say({ log: line }), clock: () => new Date() }),
    leaseSeconds: 2,
  });
  say({ ready: kept.url, postmaster: kept.database.postgres?.pid() });
  process.stdin.once('data', () => {
    kept.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
} catch (error) {
  say({ problem: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  process.exit(1);
}
