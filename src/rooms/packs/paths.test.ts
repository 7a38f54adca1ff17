import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packPaths } from './paths.js';

void test('every address of packs', () => {
  const at = ['children', '2024-03-12'] as const;
  const base = '/boards/children/meetings/2024-03-12/pack';
  assert.deepEqual(
    [packPaths.newest(...at), packPaths.newestPdf(...at), packPaths.newestJson(...at), packPaths.version(...at, 2), packPaths.pdf(...at, 2), packPaths.json(...at, 2), packPaths.changes(...at, 2)],
    [base, `${base}.pdf`, `${base}.json`, `${base}/v2`, `${base}/v2/pack.pdf`, `${base}/v2/pack.json`, `${base}/v2/changes`],
  );
});
