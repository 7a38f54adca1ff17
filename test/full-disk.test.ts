import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillTheDisk } from './full-disk.js';
import { smallDisk } from './small-disk.js';

test(
  'a disk that is full refuses in words, goes on by itself, loses nothing that was acknowledged, and stops in time',
  { skip: smallDisk.skip },
  async () => {
    const { acknowledged, refused, linesOfLog, stop } = await fillTheDisk(2);
    assert.ok(acknowledged > 100 && refused > 100);
    // The first of each kind, and what ended with the database: never one for each request.
    assert.ok(linesOfLog < 25, `${linesOfLog} lines`);
    assert.ok(stop < 10_500, `${stop} ms`);
  },
);
