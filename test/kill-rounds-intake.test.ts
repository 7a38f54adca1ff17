import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { killWhileAnswering } from './kill-rounds-intake.js';

const workshop = mkdtempSync(join(tmpdir(), 'kept-kills-'));
chmodSync(workshop, 0o711);
after(() => rmSync(workshop, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }));

test('kill -9 while a class of 200 sends its answers, 20 rounds: every acknowledged receipt is there once', async (t) => {
  const { acknowledged, again } = await killWhileAnswering(join(workshop, 'data'), 20);
  t.diagnostic(`${acknowledged} acknowledged, ${again} tries sent again`);
  assert.ok(acknowledged >= 20 * 200);
});
