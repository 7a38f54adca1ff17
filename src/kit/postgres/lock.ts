/**
 * One owner per data folder. The lock is an exclusive lock of the operating system on a file (taken through SQLite, which
 * Node carries and which knows how to lock a file on every system), so the kernel releases it when its holder dies, and
 * no start ever has to guess from a time stamp or a process number whether a lock is stale.
 */
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PostgresProblem } from './binaries.js';

export interface FolderLock {
  release(): void;
}

export interface Holder {
  readonly pid: number;
  readonly command: string;
  readonly since: string;
  readonly host: string;
}

function isBusy(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === 5;
}

/** Takes the lock at once, or gives null where another process (or this one) holds it. */
export function takeLock(folder: string, holder: string): FolderLock | null {
  const path = join(folder, 'lock');
  let database: DatabaseSync | null = null;
  try {
    // Asked for writing first: SQLite would open another user's file for reading only, and lock nothing. Never opened
    // by ourselves once it is there: closing any handle of a file drops every lock that this process has on it.
    if (existsSync(path)) accessSync(path, constants.R_OK | constants.W_OK);
    database = new DatabaseSync(path);
    database.exec('begin exclusive');
    const mine: Holder = { pid: process.pid, command: holder, since: new Date().toISOString(), host: hostname() };
    // Only told to people; nothing is decided by it.
    writeFileSync(join(folder, 'holder.json'), `${JSON.stringify(mine)}\n`);
  } catch (error) {
    database?.close();
    if (isBusy(error)) return null;
    const reason = error instanceof Error ? error.message : String(error);
    throw new PostgresProblem(
      `Kept cannot lock its data folder ${folder} (${reason}). The folder must be writable for the user Kept ` +
        `runs as, hold no files of another user (was Kept started as root here?), and lie on a disk that knows ` +
        `file locks. Otherwise choose another folder with KEPT_DATA.`,
    );
  }
  const held = database;
  return {
    release() {
      if (held.isOpen) held.close();
    },
  };
}

/** Who said last that it holds the lock. */
export function readHolder(folder: string): Holder | null {
  try {
    const found: unknown = JSON.parse(readFileSync(join(folder, 'holder.json'), 'utf8'));
    if (typeof found !== 'object' || found === null) return null;
    const field = (name: string): unknown => Object.entries(found).find(([key]) => key === name)?.[1];
    return {
      pid: Number(field('pid')),
      command: String(field('command')),
      since: String(field('since')),
      host: String(field('host')),
    };
  } catch {
    // Not written yet, or half written: then nobody can be named.
    return null;
  }
}
