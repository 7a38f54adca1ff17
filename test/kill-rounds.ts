/**
 * Rounds of `kill -9`, with a few in the tests and many in the soak: whatever was acknowledged is there afterwards, every
 * chain of the journal holds, and all runs again without help.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readConfig } from '#kit/config.js';
import { openDatabase } from '#kit/database.js';
import { nobody, reading, transact } from '#kit/db/gate.js';
import { isServerAway } from '#kit/db/client.js';
import { journal, verifyJournal } from '#kit/journal.js';
import { houseMigrations } from './migrations.js';

export interface Said {
  readonly ready?: number;
  readonly role?: string;
  readonly postmaster?: number;
  readonly problem?: string;
  readonly done?: string;
  readonly stopped?: true;
  readonly log?: string;
}

export interface Child {
  readonly process: ChildProcess;
  readonly said: readonly Said[];
  /** Waits for something the child says; null when it ended without saying it. */
  hears(wanted: (said: Said) => boolean): Promise<Said | null>;
  /** Tells it to end, and waits until it did. */
  end(): Promise<void>;
  readonly ended: Promise<number | null>;
}

const program = resolve(import.meta.dirname, 'database-child.js');

/** Another Kept on a data folder. `user` runs it as somebody else (only root can). */
export function startChild(
  folder: string,
  options: {
    readonly how?: 'own' | 'join';
    readonly writers?: number;
    readonly scope?: string;
    readonly user?: { readonly uid: number; readonly gid: number };
  } = {},
): Child {
  const child = spawn(
    process.execPath,
    [program, folder, options.how ?? 'own', String(options.writers ?? 0), options.scope ?? 'round'],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      cwd: '/',
      env: { PATH: process.env['PATH'], HOME: '/' },
      ...options.user,
    },
  );
  const said: Said[] = [];
  let rest = '';
  const listeners = new Set<() => void>();
  let over = false;
  function tell(): void {
    for (const listener of [...listeners]) listener();
  }
  child.stdout.on('data', (part: Buffer) => {
    const lines = (rest + part.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) said.push(JSON.parse(line));
    tell();
  });
  child.stdin.on('error', () => undefined);
  const ended = new Promise<number | null>((settle) => {
    child.on('close', (code) => {
      over = true;
      settle(code);
      tell();
    });
  });
  return {
    process: child,
    said,
    ended,
    hears: (wanted) =>
      new Promise((settle) => {
        function look(): void {
          const found = said.find(wanted);
          if (!found && !over) return;
          listeners.delete(look);
          settle(found ?? null);
        }
        listeners.add(look);
        look();
      }),
    end: async () => {
      child.stdin.write('end\n');
      await ended;
    },
  };
}

async function check(folder: string, acknowledged: ReadonlySet<string>): Promise<void> {
  const database = await openDatabase(readConfig({ KEPT_DATA: folder }), {
    migrations: houseMigrations(),
    how: 'own',
    holder: 'a test of Kept',
    log: () => undefined,
  });
  try {
    const rows = await reading(database.gates.work, nobody, (read) =>
      read.selectFrom('kit.journal').select('thing').execute(),
    );
    const there = new Set(rows.map(({ thing }) => thing));
    assert.deepEqual(
      [...acknowledged].filter((thing) => !there.has(thing)),
      [],
      'every acknowledged act is there',
    );
    assert.equal(there.size, rows.length, 'no act is there twice');
    assert.deepEqual((await reading(database.gates.work, nobody, verifyJournal)).faults, []);
  } finally {
    await database.stop();
  }
}

/** Kills the application in the middle of its writing; every second time the database with it. */
export async function killTheApplication(folder: string, rounds: number): Promise<{ readonly acknowledged: number }> {
  const acknowledged = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    const child = startChild(folder, { writers: 4, scope: `application-${round}` });
    const ready = await child.hears((said) => said.ready !== undefined);
    assert.ok(ready, `round ${round}: it starts (${JSON.stringify(child.said)})`);
    await child.hears((said) => said.done !== undefined);
    await pause(30 + Math.random() * 300);
    child.process.kill('SIGKILL');
    if (round % 2 === 1 && ready.postmaster) {
      try {
        process.kill(-ready.postmaster, 'SIGKILL');
      } catch {
        // It had noticed the end of its application already.
      }
    }
    await child.ended;
    for (const { done } of child.said) if (done !== undefined) acknowledged.add(done);
    await check(folder, acknowledged);
  }
  return { acknowledged: acknowledged.size };
}

/** Kills the database under a running application; every second time with all its sessions. The application goes on by itself. */
export async function killTheDatabase(
  folder: string,
  rounds: number,
): Promise<{ readonly acknowledged: number; readonly unsure: number }> {
  const acknowledged = new Set<string>();
  let unsure = 0;
  const database = await openDatabase(readConfig({ KEPT_DATA: folder }), {
    migrations: houseMigrations(),
    how: 'own',
    holder: 'a test of Kept',
    log: () => undefined,
  });
  let going = true;
  const writers = Array.from({ length: 4 }, async (_, writer) => {
    for (let number = 0; going; number++) {
      const thing = `database-${writer}-${number}`;
      try {
        await transact(database.gates.work, nobody, (write) =>
          journal(write, {
            scope: `database-${writer}`,
            at: new Date(),
            who: 'kept',
            verb: 'record',
            kind: 'thing',
            thing,
          }),
        );
        acknowledged.add(thing);
      } catch (error) {
        // The connection broke during COMMIT: whether the act was done is open, and so it was not acknowledged.
        if (!isServerAway(error)) throw error;
        unsure += 1;
      }
    }
  });
  const written = Promise.all(writers);
  // A writer that fails is heard below; until then it must not end the process.
  written.catch(() => undefined);
  try {
    for (let round = 0; round < rounds; round++) {
      await pause(50 + Math.random() * 200);
      const pid = database.postgres?.pid();
      if (!pid) throw new Error('no postmaster to kill');
      process.kill(round % 2 === 1 ? -pid : pid, 'SIGKILL');
      const deadline = Date.now() + 30_000;
      // Sessions outlive a killed postmaster for a moment: only what is written under the next one shows that it is back.
      let before: number | null = null;
      for (;;) {
        const now: number = database.postgres?.pid() ?? pid;
        if (now !== pid) before ??= acknowledged.size;
        if (before !== null && acknowledged.size > before + 8) break;
        if (Date.now() > deadline) throw new Error(`round ${round}: nobody writes 30 s after the database was killed`);
        await pause(10);
      }
    }
    going = false;
    await written;
  } finally {
    going = false;
    await Promise.allSettled(writers);
    await database.stop();
  }
  await check(folder, acknowledged);
  return { acknowledged: acknowledged.size, unsure };
}

/** Kills the first start at many moments, most of them while the database is being made. */
export async function killTheFirstStart(parent: string, moments: readonly number[]): Promise<void> {
  for (const milliseconds of moments) {
    const folder = join(parent, `first-${milliseconds}`);
    const child = startChild(folder);
    await Promise.race([pause(milliseconds), child.ended]);
    child.process.kill('SIGKILL');
    await child.ended;
    await check(folder, new Set());
  }
}

/** Starts a backup or a restore in its own process and kills it after some milliseconds; true when it was killed before it was done. */
export async function startBackup(
  what: 'backup' | 'restore',
  place: { readonly admin: unknown; readonly secret: Buffer },
  file: string,
  milliseconds: number,
  migrations: unknown = null,
): Promise<boolean> {
  // All migrations together are longer than a system lets one variable of the environment be.
  const folder = mkdtempSync(join(tmpdir(), 'kept-migrations-'));
  const list = join(folder, 'migrations.json');
  writeFileSync(list, JSON.stringify(migrations));
  const child = spawn(
    process.execPath,
    [
      resolve(import.meta.dirname, 'backup-child.js'),
      what,
      JSON.stringify({ admin: place.admin, secret: place.secret.toString('base64') }),
      file,
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, KEPT_TEST_MIGRATIONS: list },
    },
  );
  let said = '';
  const started = Promise.withResolvers<void>();
  child.stdout.on('data', (part: Buffer) => {
    said += part.toString();
    started.resolve();
  });
  const closed = new Promise<void>((settle) => child.on('close', () => settle()));
  await Promise.race([started.promise, closed]);
  await Promise.race([pause(milliseconds), closed]);
  child.kill('SIGKILL');
  await closed;
  rmSync(folder, { recursive: true, force: true });
  return !said.includes('done');
}
