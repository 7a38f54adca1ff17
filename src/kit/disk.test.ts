import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortOf, watchDisk } from './disk.js';

test('files are refused first, then all but answers; a reserve of nothing refuses nothing', () => {
  assert.deepEqual(
    [200, 199.9, 100, 99.9, 0].map((megabytes) => shortOf(megabytes * 1e6, 100e6)),
    [null, 'files', 'files', 'all but answers', 'all but answers'],
  );
  assert.equal(watchDisk('/', 0, () => 0).short(), null);
});

test('the disk is looked at twice a second at most, and is better as soon as there is room', () => {
  let [looks, free, now] = [0, 50e6, 0];
  const disk = watchDisk(
    '/',
    100,
    () => ((looks += 1), free),
    () => now,
  );
  for (let at = 0; at < 100; at += 1) assert.equal(disk.short(), 'all but answers');
  assert.equal(looks, 1);
  [free, now] = [500e6, 501];
  assert.deepEqual([disk.short(), looks], [null, 2]);
});
