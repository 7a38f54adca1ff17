/**
 * A start of Kept with a clock that is 900 days ahead, as a machine whose battery is empty has it: nothing that somebody answered is gone, and
 * deletion waits until somebody confirms the date. The clock is libfaketime's, for Kept and its PostgreSQL alike.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import { readConfig } from '#kit/config.js';
import { openDatabase } from '#kit/database.js';
import { type Read, type Write } from '#kit/db/gate.js';
import { retentionClock } from '#kit/retention/retention.js';
import { openSurvey } from '#rooms/heard/taking-part/fixtures.js';
import { asOwner } from '../src/app/owner.js';
import { confirmDateWords } from '../src/app/retention-command.js';
import { startApp } from './app.js';
import { houseMigrations } from './migrations.js';

const libraries = [
  '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1',
  '/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1',
  '/usr/lib/faketime/libfaketime.so.1',
];
const day = 86_400_000;

/** Null where there is no such library: then the round cannot be made here. */
export function fakeClock(): string | null {
  return libraries.find((path) => existsSync(path)) ?? null;
}

export interface ClockFigures {
  readonly answers: number;
  readonly afterWrongClock: number;
  readonly marked: number;
  readonly letters: number;
  readonly afterConfirming: number;
}

async function inFolder<T>(folder: string, work: (write: Write) => Promise<T>): Promise<T> {
  const database = await openDatabase(readConfig({ KEPT_DATA: folder }), {
    migrations: houseMigrations(),
    how: 'join',
    holder: 'a soak of Kept',
    log: () => undefined,
  });
  try {
    return await asOwner(database, work);
  } finally {
    await database.stop();
  }
}

async function until(folder: string, is: (read: Read) => Promise<boolean>): Promise<void> {
  for (let at = 0; at < 120; at += 1) {
    if (await inFolder(folder, is)) return;
    await pause(1000);
  }
  throw new Error('Kept had no round in time');
}

export async function startWithWrongClock(folder: string, library: string): Promise<ClockFigures> {
  const dayFrom = (days: number): string => londonDate(new Date(Date.now() + days * day));
  const answers = (): Promise<number> =>
    inFolder(
      folder,
      async (write) =>
        (await sql<{ many: number }>`select count(*)::integer as many from intake.answer`.execute(write)).rows[0]
          ?.many ?? 0,
    );
  let app = await startApp(folder);
  const database = await openDatabase(readConfig({ KEPT_DATA: folder }), {
    migrations: houseMigrations(),
    how: 'join',
    holder: 'a soak of Kept',
    log: () => undefined,
  });
  const { survey } = await openSurvey(database.gates.work, database.key, '0194f000-0000-7000-8000-000000000001', {
    opensOn: dayFrom(-30),
    closesOn: dayFrom(30),
    keepUntil: dayFrom(400),
  });
  await asOwner(database, (write) =>
    sql`insert into intake.answer (survey, audience, language, codes)
      select ${survey}::uuid, 'student primary', 'en', '{1,2}' from generate_series(1, 1000)`.execute(write),
  );
  await database.stop();
  await until(folder, async (read) => (await retentionClock(read)).lastRound !== null);
  const before = await answers();
  await app.end();

  app = await startApp(folder, { LD_PRELOAD: library, FAKETIME: '+900d' });
  await until(folder, async (read) => (await retentionClock(read)).stopped !== null);
  const afterWrongClock = await answers();
  const told = await inFolder(folder, async (write) => {
    const { rows } = await sql<{
      marked: number;
      open: number;
      letters: number;
    }>`select (select count(*)::integer from kit.retention_mark) as marked,
      (select count(*)::integer from intake.survey where survey = ${survey} and mixed_on is null) as open,
        (select count(*)::integer from kit.mail where asked_at > now() - interval '1 hour') as letters`.execute(write);
    return rows[0];
  });
  await app.end();
  assert.deepEqual(
    [afterWrongClock, told?.marked, told?.open],
    [before, 0, 1],
    'nothing is deleted, marked or mixed for good',
  );
  assert.ok((told?.letters ?? 0) > 0, 'the administrators are told');

  // The clock is right again, and somebody says so.
  app = await startApp(folder);
  await inFolder(folder, async (write) =>
    assert.equal((await confirmDateWords(write, dayFrom(900), new Date())).ok, false),
  );
  await inFolder(folder, async (write) =>
    assert.equal((await confirmDateWords(write, dayFrom(0), new Date())).ok, true),
  );
  await app.end();
  app = await startApp(folder);
  await until(folder, async (read) => (await retentionClock(read)).stopped === null);
  const afterConfirming = await answers();
  await app.end();
  assert.equal(afterConfirming, before);
  return { answers: before, afterWrongClock, marked: told?.marked ?? 0, letters: told?.letters ?? 0, afterConfirming };
}
