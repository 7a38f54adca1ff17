/**
 * Rounds of `kill -9` under a class of 200 that sends its answers: every receipt that somebody was given is there once afterwards,
 * nobody's answer is there twice, and whoever heard nothing sends again and is answered (reference listening 4.3).
 */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { readConfig } from '#kit/config.js';
import { openDatabase } from '#kit/database.js';
import { codeHash } from '#rooms/heard/taking-part/codes.js';
import { askedFifteen, fifteenAnswers, openSurvey } from '#rooms/heard/taking-part/fixtures.js';
import { asOwner } from '../src/app/owner.js';
import { type RunningApp, startApp } from './app.js';
import { houseMigrations } from './migrations.js';

export interface IntakeKillFigures {
  readonly rounds: number;
  readonly acknowledged: number;
  /** Tries that were cut off or answered "come back in a moment", and were sent again. */
  readonly again: number;
}

const clients = 200;
const places = 100_000;

/** Kills the application while 200 send at once; every second time its database, too. */
export async function killWhileAnswering(folder: string, rounds: number): Promise<IntakeKillFigures> {
  let app: RunningApp = await startApp(folder);
  const quiet = { how: 'join', holder: 'a test of Kept', log: () => undefined } as const;
  const setUp = await openDatabase(readConfig({ KEPT_DATA: folder }), { ...quiet, migrations: houseMigrations() });
  const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const organisation = (
    await asOwner(setUp, (write) => write.selectFrom('record.organisation').select('id').executeTakeFirstOrThrow())
  ).id;
  const open = await openSurvey(setUp.gates.work, setUp.key, organisation, {
    opensOn: day(-2),
    closesOn: day(30),
    asks: askedFifteen,
  });
  const { id, code } = await open.wayIn('class session', { places });
  const codesKey = setUp.key('intake codes');
  await setUp.stop();

  const acknowledged = new Map<string, readonly number[]>();
  const faults: string[] = [];
  let again = 0;
  let number = 0;
  let going = true;
  let mayGo = Promise.resolve();
  async function child(): Promise<void> {
    while (going) {
      const seat = randomBytes(16).toString('base64url');
      const body = JSON.stringify({
        survey: open.survey,
        code,
        seat,
        submission: randomBytes(16).toString('base64url'),
        audience: 'student secondary',
        language: 'en',
        given: fifteenAnswers((number += 1)),
      });
      // One child sends the same until somebody says thank you.
      for (;;) {
        try {
          const answer = await fetch(`${app.url}/take/answers`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body,
          });
          if (answer.status === 200) {
            const { outcome, receipt } = (await answer.json()) as { outcome: string; receipt: readonly number[] };
            assert.equal(outcome, 'accepted');
            acknowledged.set(seat, receipt);
            break;
          }
          await answer.arrayBuffer();
          if (answer.status !== 503) faults.push(`${answer.status}`);
        } catch {
          // The connection broke: it may have arrived or not.
        }
        again += 1;
        if (!going) return;
        await pause(20);
        await mayGo;
      }
    }
  }
  const class_ = Array.from({ length: clients }, child);
  try {
    for (let round = 0; round < rounds; round += 1) {
      const before = acknowledged.size;
      const deadline = Date.now() + 60_000;
      while (acknowledged.size < before + clients) {
        assert.ok(
          Date.now() < deadline,
          `round ${round}: a class is answered within a minute (${acknowledged.size - before}; ` +
            `${faults.slice(0, 3).join(', ')}; ${app.said.slice(-3).join(' ')})`,
        );
        await pause(5);
      }
      await pause(Math.random() * 300);
      const started = Promise.withResolvers<void>();
      mayGo = started.promise;
      const postmaster = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
      app.process.kill('SIGKILL');
      if (round % 2 === 1) {
        try {
          process.kill(-postmaster, 'SIGKILL');
        } catch {
          // It had noticed the end of its application already.
        }
      }
      await app.ended;
      app = await startApp(folder);
      started.resolve();
    }
  } finally {
    going = false;
    await Promise.all(class_);
    await app.end();
  }
  assert.deepEqual(faults, [], 'nobody heard anything but thank you, or "come back in a moment"');
  const database = await openDatabase(readConfig({ KEPT_DATA: folder }), {
    migrations: houseMigrations(),
    ...quiet,
    how: 'own',
  });
  try {
    const { rows: spent } = await asOwner(database, (write) =>
      sql<{ hash: Buffer }>`select hash from intake.spent where way_in = ${id}`.execute(write),
    );
    const { rows: kept } = await asOwner(database, (write) =>
      sql<{
        many: number;
      }>`select ((select count(*) from intake.inbox where survey = ${open.survey}) + (select count(*)
        from intake.answer where survey = ${open.survey}))::integer as many`.execute(write),
    );
    const there = new Set(spent.map(({ hash }) => hash.toString('hex')));
    assert.deepEqual(
      [...acknowledged.keys()].filter((seat) => !there.has(codeHash(codesKey, seat).toString('hex'))),
      [],
      'every receipt is there',
    );
    // One answer for each pass that answered, whether it waits or is mixed: none lost, none doubled.
    assert.equal(kept[0]?.many, spent.length);
    assert.ok(
      spent.length >= acknowledged.size && spent.length <= acknowledged.size + clients,
      'besides them only what nobody heard of',
    );
  } finally {
    await database.stop();
  }
  return { rounds, acknowledged: acknowledged.size, again };
}
