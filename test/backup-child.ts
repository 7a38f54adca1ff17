/** A backup or a restore in a process of its own, for tests that kill it. Says when it starts and when it is done. */
import { readFileSync } from 'node:fs';
import { backup, restore } from '#kit/backup/index.js';
import type { ConnectionOptions } from '#kit/postgres/index.js';
import { rolePassword } from '#kit/postgres/index.js';
import { houseMigrations } from './migrations.js';

const [what = '', told = '', file = ''] = process.argv.slice(2);
const { admin, secret }: { readonly admin: ConnectionOptions; readonly secret: string } = JSON.parse(told);
const key = Buffer.from(secret, 'base64');
const migrations: Parameters<typeof restore>[0]['migrations'] =
  JSON.parse(readFileSync(process.env['KEPT_TEST_MIGRATIONS'] ?? '', 'utf8')) ?? undefined;
process.stdout.write('started\n');
if (what === 'backup') await backup({ place: { admin }, file, app: '0.1.0', now: new Date() });
else
  await restore({
    migrations: houseMigrations(),
    place: { admin, secret: key, reach: (role) => ({ ...admin, user: role, password: rolePassword(key, role) }) },
    file,
    ...(migrations ? { migrations } : {}),
  });
process.stdout.write('done\n');
