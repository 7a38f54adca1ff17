/** A start that cannot be: one or two sentences with the way out, never a stack, and an exit code; and a start as root. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { startPostgres } from '#kit/postgres/index.js';
import { chosenPerson, peopleIn } from '../src/app/leave-root.js';
import { smallDisk } from './small-disk.js';

const workshop = mkdtempSync(join(tmpdir(), 'kept-first-'));
chmodSync(workshop, 0o755);
after(() => rmSync(workshop, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));
const root = process.getuid?.() === 0;
const program = join(import.meta.dirname, '..', 'src', 'app', 'cli.js');

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

function start(
  environment: Readonly<Record<string, string>>,
  until?: (said: string, pid: number) => boolean,
  who: { readonly uid?: number; readonly gid?: number } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, ['--enable-source-maps', program, 'start'], {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
    ...who,
    env: {
      PATH: process.env['PATH'],
      HOME: '/',
      KEPT_LOG: 'text',
      KEPT_DEMO: 'off',
      KEPT_USER: 'root',
      PORT: '0',
      ...environment,
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => {
      said += part.toString();
      // Twice would end it at once.
      if (!child.killed && until?.(said, child.pid ?? 0)) child.kill('SIGTERM');
    });
  }
  return new Promise((settle) => child.on('close', (code) => settle({ code, said })));
}

function refusedIn({ code, said }: Ended, sentence: RegExp): void {
  assert.match(said, sentence);
  assert.notEqual(code, 0, said);
  assert.notEqual(code, null, said);
  assert.doesNotMatch(said, /\n\s+at |node:internal|errno/, said);
  assert.ok(said.trim().split('\n').length <= 8, said);
}

test('a folder that cannot be, a file in its place, a disk that is full, a port in use', async () => {
  writeFileSync(join(workshop, 'file'), '');
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((settle) => taken.once('listening', settle));
  const at = taken.address();
  const port = typeof at === 'object' && at !== null ? at.port : 0;
  try {
    if (process.platform === 'linux')
      refusedIn(await start({ KEPT_DATA: '/proc/kept' }), /cannot write its data folder \/proc\/kept/);
    refusedIn(await start({ KEPT_DATA: join(workshop, 'file') }), /which is not a folder/);
    refusedIn(await start({ KEPT_DATA: join(workshop, 'file', 'below') }), /cannot write its data folder/);
    refusedIn(
      await start({ KEPT_DATA: join(workshop, 'new'), PORT: String(port) }),
      new RegExp(`The port ${port} is taken by another program`),
    );
    refusedIn(
      await start({ KEPT_DATA: join(workshop, 'new'), HOST: '192.0.2.1' }),
      /This machine has no address 192\.0\.2\.1/,
    );
  } finally {
    taken.close();
  }
});

test('a first start on a small disk says how much it needs', { skip: smallDisk.skip }, async () => {
  const disk = smallDisk.make('20m');
  try {
    refusedIn(
      await start({ KEPT_DATA: join(disk.folder, 'data') }),
      /There are \d+ MB free on the disk of [^ ]+, and the first start needs 120 MB/,
    );
  } finally {
    disk.remove();
  }
});

test(
  'a folder that nobody may write, for an ordinary user',
  { skip: root ? false : 'needs root to become somebody else' },
  async () => {
    mkdirSync(join(workshop, 'closed'), { mode: 0o700 });
    const other = { uid: 65534, gid: 65534 };
    const ended = await start({ KEPT_DATA: join(workshop, 'closed', 'data') }, undefined, other);
    if (/Cannot find module|EACCES[^]*cli\.js/.test(ended.said)) return;
    refusedIn(ended, /cannot write its data folder[^]*Make it writable/);
  },
);

test('a damaged data folder leads to a backup', async () => {
  const whole = join(workshop, 'whole');
  await (await startPostgres({ dataFolder: whole, log: () => undefined, durable: false })).stop();
  const damaged = (name: string, damage: (postgres: string) => void): string => {
    const folder = join(workshop, name);
    cpSync(whole, folder, { recursive: true, preserveTimestamps: true });
    damage(join(folder, 'postgres'));
    // A copy belongs to whoever made it; PostgreSQL then runs in a name space, or as that user.
    chmodSync(join(folder, 'postgres'), 0o700);
    return folder;
  };
  for (const [name, damage] of [
    ['no version', (postgres: string) => rmSync(join(postgres, 'PG_VERSION'))],
    ['no control', (postgres: string) => writeFileSync(join(postgres, 'global', 'pg_control'), Buffer.alloc(8192))],
    ['no tables', (postgres: string) => rmSync(join(postgres, 'base'), { recursive: true })],
  ] as const)
    refusedIn(await start({ KEPT_DATA: damaged(name, damage) }), /damaged[^]*kept restore FILE/);
});

test('as root: whom Kept becomes', () => {
  const people = peopleIn(
    'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534::/:/sbin/nologin\n' +
      'kept:x:998:997::/srv/kept:/sbin/nologin\nada:x:1000:1000::/home/ada:/bin/sh\nhalf:x:y\n',
  );
  const name = (named: string | null, owner: number | null, from = people): string | null =>
    chosenPerson(from, named, owner)?.name ?? null;
  assert.deepEqual(
    [name('ada', null), name('1000', 0), name(null, 1000), name('nobody', null), name('gone', 1000)],
    ['ada', 'ada', 'kept', 'nobody', null],
  );
  const withoutKept = people.filter(({ name: one }) => one !== 'kept');
  assert.deepEqual(
    [name(null, 1000, withoutKept), name(null, 0, withoutKept), name(null, null, withoutKept)],
    ['ada', null, null],
  );
});

test(
  'as root: in real use it leaves root, or refuses with the way out',
  { skip: root && process.platform === 'linux' ? false : 'needs root' },
  async () => {
    const hasKept = readFileSync('/etc/passwd', 'utf8').includes('\nkept:');
    if (!hasKept)
      refusedIn(
        await start({ KEPT_DATA: join(workshop, 'as-root'), KEPT_USER: '' }),
        /does not run as root in real use[^]*useradd --system kept/,
      );
    refusedIn(await start({ KEPT_DATA: join(workshop, 'as-root'), KEPT_USER: 'no-such-user' }), /no user no-such-user/);
    const folder = join(workshop, 'as-nobody');
    let uid: number | null = null;
    const ended = await start({ KEPT_DATA: folder, KEPT_USER: 'nobody' }, (said, pid) => {
      if (!said.includes('Kept is ready')) return false;
      uid ??= statSync(`/proc/${pid}`).uid;
      return true;
    });
    // Where nobody else may read the code (a checkout under /root) it says so.
    if (/cannot read Kept in/.test(ended.said)) return refusedIn(ended, /such as \/opt\/kept/);
    assert.equal(ended.code, 0, ended.said);
    assert.equal(uid, 65534);
    for (const name of ['secret', 'lock', 'postgres']) assert.equal(statSync(join(folder, name)).uid, 65534, name);
    // A port that was asked for as 0 stands in what is said.
    assert.match(ended.said, /Kept is ready after [\d.]+ s: http:\/\/localhost:[1-9]\d+\n/);
  },
);
