import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { takePage } from '../limited.js';

/** Below dist: scripts for browsers are bundled beside the server's code (app/build.ts). */
const file = join(
  dirname(fileURLToPath(import.meta.url)),
  '..',
  '..',
  '..',
  '..',
  '..',
  '..',
  'client',
  'rooms',
  'heard',
  'taking-part',
  'script',
  'worker.client.js',
);

let script: string | null = null;

/** The worker that answers without a connection: served here because its address decides which pages are its own. */
export const workerPage = takePage({
  by: 'sender',
  path: '/take/worker.js',
  params: z.object({}),
  get: async () => ({
    kind: 'file',
    type: 'text/javascript; charset=utf-8',
    body: (script ??= readFileSync(file, 'utf8')),
  }),
});
