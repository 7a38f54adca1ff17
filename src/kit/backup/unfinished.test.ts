import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { clearUnfinished, unfinishedName } from './unfinished.js';

test('what a killed backup left goes; one that is being made, one of another machine and whole ones stay', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kept-unfinished-'));
  try {
    const ended = spawnSync(process.execPath, ['-e', '']).pid;
    const mine = unfinishedName('kept-000001-2026-12-01.kept-backup');
    const left = mine.replace(new RegExp(`${process.pid}$`), String(ended));
    const elsewhere = left.replace(/unfinished-[^-]+-/, 'unfinished-anothermachine-');
    const older = `.whole.kept.unfinished-${ended}`;
    for (const name of [mine, left, elsewhere, older, 'kept-000001-2026-12-01.kept-backup', 'notes.unfinished-1'])
      writeFileSync(join(folder, name), '');
    clearUnfinished(folder);
    assert.deepEqual(
      readdirSync(folder).toSorted(),
      [elsewhere, mine, 'kept-000001-2026-12-01.kept-backup', 'notes.unfinished-1'].toSorted(),
    );
    clearUnfinished(join(folder, 'not-there'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
