import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readAtMost } from './bounded-file.js';

void test('a file is read whole up to the limit and not beyond, and one without an end is no exception', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kept-bounded-'));
  const file = join(folder, 'file');
  try {
    for (const size of [0, 1, 1_048_576, 3_000_000]) {
      const bytes = Buffer.alloc(size, 'kept');
      writeFileSync(file, bytes);
      assert.deepEqual(readAtMost(file, 3_000_000), bytes);
      assert.deepEqual(readAtMost(file, size), bytes);
      if (size > 0) assert.equal(readAtMost(file, size - 1), null);
    }
    if (existsSync('/dev/zero')) assert.equal(readAtMost('/dev/zero', 5_000_000), null);
    assert.throws(() => readAtMost(folder, 10), { code: 'EISDIR' });
    assert.throws(() => readAtMost(join(folder, 'none'), 10), { code: 'ENOENT' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
