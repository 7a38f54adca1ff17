/** Acts in a process of their own, one after another, for rounds that kill them: rounds of retention, closes of votes, withdrawals, a change of the secret. */
import { readConfig } from '#kit/config.js';
import { openDatabase } from '#kit/database.js';
import { retentionOf } from '#kit/retention/catalogue.js';
import { keepRound, makeKeeper } from '#kit/retention/retention.js';
import { rotateSecret } from '#kit/rotate-secret.js';
import { findToWithdraw, withdraw } from '#kit/withdrawals/withdrawals.js';
import { rooms } from '../src/app/rooms.js';
import { recordStage } from '../src/rooms/promised/charters/acts.js';
import { houseMigrations } from './migrations.js';

const [what = '', folder = '', told = '[]'] = process.argv.slice(2);
const config = readConfig({ KEPT_DATA: folder });
const options = { how: 'join', holder: 'a test of Kept', log: () => undefined } as const;

export interface Act {
  readonly organisation: string;
  readonly account: string;
  /** A charter's short name, or an address. */
  readonly thing: string;
}

function say(word: string): void {
  process.stdout.write(`${word}\n`);
}

const now = new Date();
const acts: readonly Act[] = JSON.parse(told);

if (what === 'secret') {
  say('ready');
  await rotateSecret(config, options);
  say('done');
  process.exit(0);
}
const database = await openDatabase(config, { ...options, migrations: houseMigrations() });
if (what === 'retention') {
  // Each round is a quarter of an hour of running: a day passes in a hundred of them.
  let ticks = 0;
  const entries = retentionOf(rooms, '').filter(({ name }) => ['charter suggestions', 'daily runs'].includes(name));
  const keeper = makeKeeper({ entries, clock: () => now, ticks: () => ticks, site: 'https://kept.example' });
  say('ready');
  for (;;) {
    ticks += 15 * 60_000;
    await keepRound(database, keeper);
    say('done');
  }
}
say('ready');
const site = 'https://kept.example';
for (const { organisation, account, thing } of acts) {
  const who = { organisation, account, now };
  await database.gates.work.write({ account, organisation, boards: '*' }, async (write) => {
    if (what === 'votes') return recordStage(write, who, thing, 'counted', null);
    const found = await findToWithdraw(
      write,
      who,
      rooms.flatMap((room) => room.withdrawables ?? []),
      thing,
      site,
    );
    return found && withdraw(write, who, 'An organisation', found, { role: 'Lead', reason: 'wrong', version: null });
  });
  say('done');
}
process.exit(0);
