/** Kept as a service manager stops it: within ten seconds, in order where it can, at once where it is told twice. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

const workshop = mkdtempSync(join(tmpdir(), 'kept-stopping-'));
const running: ChildProcess[] = [];
after(() => {
  for (const child of running) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  rmSync(workshop, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((settle) => probe.listen(0, '127.0.0.1', settle));
  const address = probe.address();
  await new Promise<void>((settle) => probe.close(() => settle()));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

interface Service {
  readonly child: ChildProcess;
  readonly port: number;
  readonly folder: string;
  said(): string;
  /** Exit code or signal. */
  readonly ended: Promise<number | string | null>;
}

/** As for real use: no demonstration, JSON lines. */
async function service(
  name: string,
  program = join(import.meta.dirname, '..', 'src', 'app', 'cli.js'),
): Promise<Service> {
  const port = await freePort();
  const folder = join(workshop, name);
  const environment = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    KEPT_DATA: folder,
    PORT: String(port),
    KEPT_DEMO: 'off',
    KEPT_NODE: 'system',
    KEPT_USER: 'root',
  };
  const child = spawn(process.execPath, ['--enable-source-maps', program, 'start'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment,
  });
  running.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()));
  const ended = new Promise<number | string | null>((settle) =>
    child.on('exit', (code, signal) => settle(code ?? signal)),
  );
  while (!said.includes('Kept is ready')) {
    assert.equal(child.exitCode, null, said);
    await pause(20);
  }
  return { child, port, folder, said: () => said, ended };
}

/** A form that is never sent to its end, and an idle connection that a browser keeps. */
async function clingTo(port: number): Promise<void> {
  for (const text of [
    'POST /sign-in HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 1000\r\n\r\nemail=',
    'GET /boards HTTP/1.1\r\nhost: localhost\r\n\r\n',
  ]) {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    await new Promise<void>((settle) => socket.once('connect', () => settle()));
    socket.write(text);
  }
  await pause(300);
}

test('it stops within ten seconds though somebody clings to it, says so in lines of one form, and nothing of connections', async () => {
  const { child, port, folder, said, ended } = await service('clung');
  await clingTo(port);
  const began = performance.now();
  child.kill('SIGTERM');
  assert.equal(await ended, 0);
  assert.ok(performance.now() - began < 10_500);
  for (const line of said().trim().split('\n')) assert.equal(typeof JSON.parse(line).level, 'number', line);
  assert.doesNotMatch(said(), /idle connection/i);
  // In order: the database did not have to be cut off.
  assert.ok(!existsSync(join(folder, 'postgres', 'postmaster.pid')));
});

test('a stop where nobody clings takes a moment', async () => {
  const { child, port, ended } = await service('quiet');
  await (await fetch(`http://127.0.0.1:${port}/boards`)).text();
  const began = performance.now();
  child.kill('SIGINT');
  assert.equal(await ended, 0);
  assert.ok(performance.now() - began < 5_000);
});

test('a second SIGTERM ends it at once, and its launcher with it', async () => {
  const { child, port, ended } = await service('twice', resolve(import.meta.dirname, '..', '..', 'kept.mjs'));
  await clingTo(port);
  child.kill('SIGTERM');
  await pause(500);
  assert.equal(child.exitCode, null);
  const began = performance.now();
  child.kill('SIGTERM');
  assert.equal(await ended, 143);
  assert.ok(performance.now() - began < 2_000);
});

test('a setting that no other try will mend ends with a code of its own', async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'src', 'app', 'cli.js'), 'start'], {
    stdio: 'ignore',
    env: { PATH: process.env['PATH'], PORT: 'no' },
  });
  assert.equal(await new Promise((settle) => child.on('exit', settle)), 78);
});
