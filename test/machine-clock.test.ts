/** Kept goes by the database's time (kit/clock.ts): whoever asks the machine's clock is named here, with the reason why it decides nothing. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, chmodSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import { readConfig } from '#kit/config.js';
import type { Database } from '#kit/database.js';
import { quiet } from '#kit/log.js';
import { asOwner } from '../src/app/owner.js';
import { rooms } from '../src/app/rooms.js';
import { startKept } from '../src/app/start.js';
import { isTest } from './floor-plan.js';

const sources = resolve(import.meta.dirname, '..', '..', 'src');

const reasons: Readonly<Record<string, string>> = {
  'src/app/cli.ts': 'The log’s own lines stand beside those of other programs of this machine.',
  'src/kit/id.ts': 'A number that sorts roughly by its making; nothing is read out of it.',
  'src/kit/postgres/lock.ts': 'Says to a person since when this machine holds the folder; there is no database yet.',
  'src/kit/postgres/postmaster.ts': 'Waits for a process of this machine.',
  'src/kit/postgres/server.ts': 'Waits for a process of this machine.',
};

test('nothing asks the machine’s clock but what is named here with its reason', () => {
  const found = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.client\.ts$/.test(name) && !/(^|\/)fixtures\b/.test(name))
    .filter((name) => /new Date\(\)|Date\.now\(\)/.test(readFileSync(join(sources, name), 'utf8')))
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((file) => !isTest(file));
  assert.deepEqual(found.toSorted(), Object.keys(reasons));
});

async function until(wanted: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!(await wanted())) {
    assert.ok(performance.now() < deadline, `not within a minute: ${what}`);
    await pause(50);
  }
}

const one = async <Row>(database: Database, question: ReturnType<typeof sql<Row>>): Promise<readonly Row[]> =>
  asOwner(database, async (write) => (await question.execute(write)).rows);

test(
  'a machine whose clock is 900 days ahead of its database sends no reminder and dates nothing by it',
  { timeout: 240_000 },
  async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'kept-machine-clock-'));
    chmodSync(folder, 0o711);
    const config = readConfig({ KEPT_DATA: join(folder, 'data'), PORT: '0', KEPT_DEMO: 'on' });
    try {
      const first = await startKept(config, { log: quiet });
      await until(
        async () =>
          (await one(first.database, sql`select from kit.retention_clock where last_round is not null`)).length > 0,
        'the first round of retention',
      );
      await first.stop();
      const days = (database: Database) =>
        one(database, sql<{ day: string }>`select distinct day::text as day from kit.daily_run order by day`);
      // Each piece of it, for each organisation.
      const pieces = rooms.flatMap(({ daily = {} }) => Object.keys(daily)).length;
      const isDone = async (database: Database) => {
        const [left] = await one(
          database,
          sql<{
            many: number;
          }>`select ${pieces}::integer * (select count(*) from record.organisation_ids()) - (select count(*) from kit.daily_run) as many`,
        );
        return Number(left?.many) <= 0;
      };
      const reminders = (database: Database) =>
        one(
          database,
          sql<{
            many: number;
          }>`select (select count(*) from record.reminder) + (select count(*) from record.register_letter) +
            (select count(*) from record.review_letter) as many`,
        );
      const right = await startKept(config, { log: quiet });
      await until(() => isDone(right.database), 'the work of the day');
      const [today, sent] = [await days(right.database), await reminders(right.database)];
      await one(right.database, sql`delete from kit.daily_run`);
      await right.stop();

      context.mock.timers.enable({ apis: ['Date'], now: Date.now() + 900 * 86_400_000 });
      const wrong = await startKept(config, { log: quiet });
      try {
        await until(() => isDone(wrong.database), 'the work of the day under the wrong clock');
        assert.deepEqual(
          [await days(wrong.database), await reminders(wrong.database)],
          [today, sent],
          'it went by the day that is believed',
        );
        assert.equal(
          today.some(({ day }) => day >= londonDate(new Date())),
          false,
          'the machine’s clock is wrong indeed',
        );
        // A page has the same time: what it is asked now is dated by the database.
        const page = await (await fetch(`${wrong.url}/calendar`)).text();
        assert.doesNotMatch(page, /2029/);
      } finally {
        await wrong.stop();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    }
  },
);
