import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { killInActs } from './kill-rounds-acts.js';

const workshop = mkdtempSync(join(tmpdir(), 'kept-acts-'));
chmodSync(workshop, 0o711);
after(() => rmSync(workshop, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }));

// Two rounds each; `npm run soak acts` has twenty.
test('kill -9 in retention, at the close of a vote, in a withdrawal and in a change of the secret: each act is whole, or was not', async () => {
  await killInActs(join(workshop, 'data'), 2);
});
