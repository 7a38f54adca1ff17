import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { killTheDatabaseWhilePublishing, killWhilePublishing, killUnderTheLauncher } from './kill-rounds-app.js';

const workshop = mkdtempSync(join(tmpdir(), 'kept-kills-'));
chmodSync(workshop, 0o711);
after(() => rmSync(workshop, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }));

// Two rounds each; `npm run soak` has twenty. One folder: the second test goes on where the first ended.
test('kill -9 of the application while a clerk imports and publishes: nothing acknowledged is lost, nothing is half', async () => {
  const { imports } = await killWhilePublishing(join(workshop, 'data'), 2);
  assert.ok(imports > 0, 'something was imported');
});

test('kill -9 of the database while a clerk imports and publishes: all goes on by itself', async () => {
  const { imports } = await killTheDatabaseWhilePublishing(join(workshop, 'data'), 2);
  assert.ok(imports > 0, 'something was imported');
});

test(
  'kill -9 of the application as npm start runs it: it is started again by itself',
  { skip: process.platform === 'linux' ? false : 'processes are found through /proc' },
  async () => {
    await killUnderTheLauncher(join(workshop, 'data'), 2);
  },
);
