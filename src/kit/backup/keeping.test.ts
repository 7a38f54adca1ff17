import assert from 'node:assert/strict';
import test from 'node:test';
import { backupsToDelete, type HeldBackup } from './keeping.js';

const backup = (file: string, made: string, keys: readonly string[] | null = []): HeldBackup => ({
  file,
  made: `${made}T02:00:00Z`,
  keys,
});

test('a backup that holds a destroyed key goes once a newer one without it is there', () => {
  const held = [
    backup('a', '2026-12-06', ['one', 'two']),
    backup('b', '2026-12-07', ['two']),
    backup('c', '2026-12-09', ['two']),
  ];
  assert.deepEqual(backupsToDelete(held, new Map(), '2026-12-09'), []);
  assert.deepEqual(backupsToDelete(held, new Map([['one', '2026-12-08']]), '2026-12-09'), ['a']);
});

test('where no newer one is there it is kept for five days and no longer, so that it is gone within seven', () => {
  const held = [backup('a', '2026-12-06', ['one'])];
  const destroyed = new Map([['one', '2026-12-08']]);
  assert.deepEqual(backupsToDelete(held, destroyed, '2026-12-12'), []);
  assert.deepEqual(backupsToDelete(held, destroyed, '2026-12-13'), ['a']);
});

test('a backup that does not say which keys it holds may hold every key that was destroyed after it was made', () => {
  const held = [backup('older', '2026-12-06', null), backup('newer', '2026-12-09', null)];
  assert.deepEqual(backupsToDelete(held, new Map([['one', '2026-12-08']]), '2026-12-09'), ['older']);
});
