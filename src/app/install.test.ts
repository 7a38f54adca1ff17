/**
 * The launcher on a bare clone, against a registry of our own on this machine: a project with one package, which plays
 * the compiler and writes the command line that the launcher then runs.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';

const home = join(import.meta.dirname, '..', '..', '..');
const workshop = mkdtempSync(join(tmpdir(), 'kept-install-'));
chmodSync(workshop, 0o755);
const isRoot = process.getuid?.() === 0;
/** Nobody: an ordinary user who has no home. */
const nobody = { uid: 65534, gid: 65534 };

/** One file of a tar archive, as npm packs it. */
function packed(name: string, text: string): Buffer {
  const body = Buffer.from(text);
  const head = Buffer.alloc(512);
  head.write(name, 0);
  head.write('0000755\0', 100);
  head.write('0000000\0', 108);
  head.write('0000000\0', 116);
  head.write(`${body.length.toString(8).padStart(11, '0')}\0`, 124);
  head.write('00000000000\0', 136);
  head.write('        ', 148);
  head.write('0', 156);
  head.write('ustar\0', 257);
  head.write('00', 263);
  let sum = 0;
  for (const byte of head) sum += byte;
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([head, body, Buffer.alloc((512 - (body.length % 512)) % 512)]);
}

/** The compiler of this project: what it compiles says its version and its arguments. */
function archive(version: string): Buffer {
  const program = `console.log('compiled by ${version}:', ...process.argv.slice(2));`;
  const compiler = `const { mkdirSync, writeFileSync } = require('node:fs');
mkdirSync('dist/src/app', { recursive: true });
writeFileSync('dist/src/app/cli.js', ${JSON.stringify(program)});`;
  return gzipSync(
    Buffer.concat([
      packed('package/package.json', JSON.stringify({ name: 'typescript', version })),
      packed('package/bin/tsc', compiler),
      Buffer.alloc(1024),
    ]),
  );
}
const archives = new Map(['1.0.0', '2.0.0'].map((version) => [version, archive(version)]));
const integrity = (version: string): string =>
  `sha512-${createHash('sha512')
    .update(archives.get(version) ?? '')
    .digest('base64')}`;

let asked = 0;
let registry: Server;
let address = '';
before(async () => {
  registry = createServer((request, response) => {
    asked += 1;
    const version = /typescript-(\d\.\d\.\d)\.tgz$/.exec(request.url ?? '')?.[1];
    if (version !== undefined) return void response.end(archives.get(version));
    const versions = Object.fromEntries(
      [...archives.keys()].map((one) => [
        one,
        {
          name: 'typescript',
          version: one,
          dist: { tarball: `${address}/typescript/-/typescript-${one}.tgz`, integrity: integrity(one) },
        },
      ]),
    );
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ name: 'typescript', 'dist-tags': { latest: '2.0.0' }, versions }));
  }).listen(0, '127.0.0.1');
  await new Promise((settle) => registry.once('listening', settle));
  const at = registry.address();
  address = `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}`;
});
after(() => {
  registry.close();
  rmSync(workshop, { recursive: true, force: true });
});

function lock(folder: string, version: string): void {
  const described = { name: 'small', version: '1.0.0', dependencies: { typescript: version } };
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ ...described, type: 'module', scripts: { kept: 'node kept.mjs' } }),
  );
  const packages = {
    '': described,
    'node_modules/typescript': { version, integrity: integrity(version) },
    // No registry here serves it: another platform's.
    'node_modules/small-aix-ppc64': { version: '1.0.0', optional: true, os: ['aix'], cpu: ['ppc64'] },
  };
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ ...described, lockfileVersion: 3, packages }));
}

/** What a clone holds that the launcher needs. */
function clone(name: string): string {
  const folder = join(workshop, name);
  for (const file of ['kept.mjs', '.npmrc', 'src/app/install.mjs']) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(home, file), join(folder, file));
  }
  lock(folder, '1.0.0');
  return folder;
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly said: string;
}

function kept(
  folder: string,
  words: readonly string[],
  { registry: named = address, who = {} }: { registry?: string; who?: { uid?: number; gid?: number } } = {},
): Promise<Ended> {
  // As everybody calls it: npm itself sets much of the environment.
  const child = spawn('npm', ['run', '--silent', 'kept', '--', ...words], {
    cwd: folder,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: join(workshop, 'home'),
      KEPT_NODE: 'system',
      npm_config_registry: named,
      npm_config_fetch_retries: '0',
      ...(who.uid === undefined ? {} : { HOME: '/nonexistent' }),
    },
    ...who,
  });
  let out = '';
  let said = '';
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  return new Promise((settle) => child.on('close', (code) => settle({ code, out, said })));
}

test('on a bare clone one command installs, builds and runs; the next asks nobody and writes nothing', async () => {
  const folder = clone('bare');
  const first = await kept(folder, ['help', 'me']);
  assert.equal(first.out, 'compiled by 1.0.0: help me\n', first.said);
  assert.match(
    first.said,
    /^Installing the packages of Kept \(npm ci\), because they are not here yet \.\.\. done in \d+ s\nBuilding Kept/,
  );
  asked = 0;
  const second = await kept(folder, ['help'], { registry: 'http://127.0.0.1:1' });
  assert.deepEqual({ ...second, asked }, { code: 0, out: 'compiled by 1.0.0: help\n', said: '', asked: 0 });
  assert.deepEqual(globSync('.cache/*', { cwd: folder }), []);
});

test('a lock that has changed is installed, and without a registry what was there stays', async () => {
  const folder = clone('changed');
  await kept(folder, ['help']);
  lock(folder, '2.0.0');
  const cut = await kept(folder, ['help'], { registry: 'http://127.0.0.1:1' });
  assert.equal(cut.code, 1);
  assert.match(cut.said, /because package-lock\.json names typescript, which is not here \.\.\. failed\n/);
  assert.match(cut.said, /The package registry http:\/\/127\.0\.0\.1:1 cannot be reached\. Connect this machine/);
  assert.doesNotMatch(cut.said, /npm error|\n\s+at /);
  assert.ok(existsSync(join(folder, 'node_modules', 'typescript', 'bin', 'tsc')));
  const again = await kept(folder, ['help']);
  assert.equal(again.out, 'compiled by 2.0.0: help\n', again.said);
});

test('two commands at once install and build once', async () => {
  const folder = clone('twice');
  const both = await Promise.all([kept(folder, ['one']), kept(folder, ['two'])]);
  assert.deepEqual(both.map(({ out }) => out).sort(), ['compiled by 1.0.0: one\n', 'compiled by 1.0.0: two\n']);
  for (const word of ['Installing', 'Building'])
    assert.equal(both.filter(({ said }) => said.includes(word)).length, 1, word);
});

test('a package that was half removed comes back; what was pruned on purpose is not asked for', async () => {
  const folder = clone('pruned');
  await kept(folder, ['help']);
  const path = join(folder, 'package-lock.json');
  const whole = JSON.parse(readFileSync(path, 'utf8'));
  whole.packages['node_modules/only-for-tests'] = { version: '1.0.0', dev: true };
  writeFileSync(path, JSON.stringify(whole));
  utimesSync(path, new Date(0), new Date(0));
  assert.equal((await kept(folder, ['help'])).said, '');
  assert.match((await kept(folder, ['test'])).said, /names only-for-tests, which is not here/);
  lock(folder, '1.0.0');
  rmSync(join(folder, 'node_modules', 'typescript'), { recursive: true });
  assert.match((await kept(folder, ['help'])).said, /names typescript, which is not here \.\.\. done/);
});

test(
  'as an ordinary user, with a home or without; where the folder belongs to somebody else it says so',
  { skip: isRoot ? false : 'needs root to become somebody else' },
  async () => {
    const own = clone('own');
    for (const path of ['.', ...globSync('**', { cwd: own, exclude: (name) => name === 'node_modules' })])
      chownSync(join(own, path), nobody.uid, nobody.gid);
    const ended = await kept(own, ['help'], { who: nobody });
    assert.equal(ended.out, 'compiled by 1.0.0: help\n', ended.said);
    const theirs = clone('theirs');
    const refused = await kept(theirs, ['help'], { who: nobody });
    assert.equal(refused.code, 1);
    assert.match(refused.said, /[^ ]+ cannot be written\. Run the command once as the user to whom/);
    await kept(theirs, ['help']);
    assert.deepEqual(await kept(theirs, ['help'], { who: nobody }), {
      code: 0,
      out: 'compiled by 1.0.0: help\n',
      said: '',
    });
  },
);
