/**
 * A disk that fills up under a class that answers (root on Linux makes a small one): whoever hears "thank you" is there afterwards, everybody else hears
 * to come again, and it goes on by itself when there is room.
 */
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { closeSync, ftruncateSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { readConfig } from '#kit/config.js';
import { makeLog } from '#kit/log.js';
import { codeHash } from '#rooms/heard/taking-part/codes.js';
import { openSurvey } from '#rooms/heard/taking-part/fixtures.js';
import { asOwner } from '../src/app/owner.js';
import { startKept } from '../src/app/start.js';
import { smallDisk } from './small-disk.js';

export interface FullDiskFigures {
  readonly rounds: number;
  readonly acknowledged: number;
  readonly refused: number;
  readonly linesOfLog: number;
  readonly databaseEnded: number;
  /** Milliseconds of the stop with a full disk. */
  readonly stop: number;
}

/** Takes all that is free, until `give` gives it back. */
function ballast(folder: string): { fill(): void; give(): void; close(): void } {
  const path = join(folder, 'ballast');
  const file = openSync(path, 'w');
  let size = 0;
  return {
    fill: () => {
      const block = Buffer.alloc(65_536, 1);
      for (let step = block.length; step >= 512;) {
        try {
          const { bavail, bsize } = statfsSync(folder);
          if (bavail * bsize === 0) return;
          size += writeSync(file, block, 0, step, size);
        } catch {
          step = Math.floor(step / 2);
        }
      }
    },
    give: () => {
      ftruncateSync(file, 0);
      size = 0;
    },
    close: () => {
      closeSync(file);
      rmSync(path, { force: true });
    },
  };
}

export async function fillTheDisk(rounds: number): Promise<FullDiskFigures> {
  const disk = smallDisk.make('220m');
  const lines: string[] = [];
  const data = join(disk.folder, 'data');
  const config = readConfig({ KEPT_DATA: data, KEPT_RESERVE: '10', PORT: '0', KEPT_DEMO: 'off' });
  const start = () =>
    startKept(config, { log: makeLog({ form: 'json', write: (line) => lines.push(line), clock: () => new Date() }) });
  let kept = await start();
  const filler = ballast(disk.folder);
  const figures = { rounds, acknowledged: 0, refused: 0, linesOfLog: 0, stop: 0, databaseEnded: 0 };
  try {
    const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const { survey, wayIn } = await openSurvey(kept.database.gates.work, kept.database.key, randomUUID(), {
      opensOn: day(-1),
      closesOn: day(20),
    });
    const { id, code } = await wayIn('class session', { places: 100_000 });
    const codesKey = kept.database.key('intake codes');
    const acknowledged = new Set<string>();
    const send = async (seat: string, submission: string): Promise<number> => {
      const body = JSON.stringify({
        survey,
        code,
        seat,
        submission,
        audience: 'student primary',
        language: 'en',
        given: {},
      });
      try {
        const answer = await fetch(`${kept.url}/take/answers`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        });
        const said = await answer.text();
        if (answer.status === 200) acknowledged.add(seat);
        else {
          figures.refused += 1;
          // "Come again", in words, never a fault of ours; a form that carries on is the page's.
          assert.ok([503, 429].includes(answer.status), `${answer.status} ${said.slice(0, 300)}`);
          if (answer.status === 503) assert.ok(answer.headers.has('retry-after'));
        }
        return answer.status;
      } catch (problem) {
        if (problem instanceof assert.AssertionError) throw problem;
        return 0;
      }
    };
    const class_ = (many: number) =>
      Promise.all(
        Array.from({ length: many }, () =>
          send(randomBytes(32).toString('base64url'), randomBytes(16).toString('base64url')),
        ),
      );
    for (let round = 0; round < rounds; round += 1) {
      await class_(60);
      filler.fill();
      // What is left in the files of the database is soon used up.
      for (let tries = 0; !(await class_(60)).some((status) => status !== 200); tries += 1)
        assert.ok(tries < 400, 'the disk was never full');
      for (let more = 0; more < 5; more += 1) await class_(20);
      // Every second time the log of the database has no room either: PostgreSQL ends, and cannot start before there is.
      if (round % 2 === 1) {
        const fill = asOwner(kept.database, async (write) => {
          for (let at = 0; at < 60; at += 1)
            await sql`select pg_logical_emit_message(true, 'kept', repeat('x', 1000000))`.execute(write);
        });
        await assert.rejects(fill);
        await class_(20);
        figures.databaseEnded += 1;
      }
      filler.give();
      // By itself, also where PostgreSQL had to end for want of room.
      const seat = randomBytes(32).toString('base64url');
      for (let tries = 0; (await send(seat, randomBytes(16).toString('base64url'))) !== 200; tries += 1) {
        assert.ok(tries < 600, 'it did not go on');
        await pause(100);
      }
    }
    filler.fill();
    await class_(60);
    const began = performance.now();
    await kept.stop();
    figures.stop = Math.round(performance.now() - began);
    filler.give();
    kept = await start();
    const wanted = [...acknowledged].map((seat) => codeHash(codesKey, seat));
    const { rows } = await asOwner(kept.database, (write) =>
      sql<{ hash: Buffer }>`select hash from intake.spent where way_in = ${id}`.execute(write),
    );
    const there = new Set(rows.map(({ hash }) => hash.toString('hex')));
    assert.deepEqual(
      wanted.filter((hash) => !there.has(hash.toString('hex'))).length,
      0,
      'every acknowledged answer is there',
    );
    // The mixer may have been at work: what is not in the inbox any more is an answer.
    const { rows: counted } = await asOwner(kept.database, (write) =>
      sql<{
        many: number;
      }>`select ((select count(*) from intake.inbox where survey = ${survey}) + (select count(*) from intake.answer
        where survey = ${survey}))::integer as many`.execute(write),
    );
    assert.ok((counted[0]?.many ?? 0) >= acknowledged.size, `${counted[0]?.many} of ${acknowledged.size}`);
    figures.acknowledged = acknowledged.size;
    const told = lines.map((line) => JSON.parse(line)).filter(({ level }) => level >= 40);
    figures.linesOfLog = told.length;
    for (const line of lines) assert.ok(line.length < 1_500, line.slice(0, 600));
    return figures;
  } finally {
    filler.close();
    await kept.stop();
    disk.remove();
  }
}
