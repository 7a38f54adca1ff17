#!/usr/bin/env node
/**
 * The one entrance. Runs on any Node from 20.19: installs what is missing, goes on with Node 24 from the package registry
 * where the machine's own is older, builds what is stale, then hands over to the command line in src/app/cli.ts.
 * `KEPT_NODE=system` keeps the machine's Node.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { alone, installMissing } from './src/app/install.mjs';

const home = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const wanted = 24;

/** Path of a Node that is new enough. npm 10 links no .bin/node for these packages, so the package is asked itself. */
function findNode() {
  if (process.env.KEPT_NODE === 'system' || Number(process.versions.node.split('.')[0]) >= wanted)
    return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  try {
    const folder = dirname(require.resolve(`node-${platform}-${process.arch}/package.json`));
    const binary = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    if (existsSync(binary)) return binary;
  } catch {
    // No such package for this platform: said below.
  }
  console.error(
    `Kept needs Node ${wanted} and this is ${process.version}. None came with the packages for ${process.platform}-${process.arch}: install Node ${wanted}, then try again.`,
  );
  return process.exit(1);
}

/** Newest change among the sources, in milliseconds. */
function newest(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** A file that was renamed or removed must not live on, compiled, among the tests. */
function removeGhosts(folder, sources) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const twin = join(sources, entry.name);
    if (entry.isDirectory()) {
      if (existsSync(twin)) removeGhosts(path, twin);
      // dist/assets and the like have no sources of their own name.
      else if (folder !== join(home, 'dist')) rmSync(path, { recursive: true });
    } else if (
      /\.js(\.map)?$/.test(entry.name) &&
      !['.ts', '.tsx'].some((ending) => existsSync(twin.replace(/\.js(\.map)?$/, ending)))
    )
      rmSync(path);
  }
}

const stamp = join(home, 'dist', '.built');

function isBuilt() {
  const sources = ['src', 'test', 'seeds', 'bench', 'tsconfig.json', 'tsconfig.client.json', 'package-lock.json']
    .map((name) => join(home, name))
    .filter(existsSync);
  return existsSync(stamp) && statSync(stamp).mtimeMs >= Math.max(...sources.map(newest));
}

function build(node) {
  const started = Date.now();
  const began = new Date();
  process.stderr.write('Building Kept ... ');
  removeGhosts(join(home, 'dist'), home);
  // The server's code, then the few scripts for browsers, which know a page and no Node: only checked here (src/app/build.ts).
  for (const project of [home, join(home, 'tsconfig.client.json')]) {
    const compiler = spawnSync(
      node,
      [join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc'), '-p', project],
      { cwd: home, encoding: 'utf8' },
    );
    if (compiler.status !== 0) {
      process.stderr.write(`failed\n${compiler.stdout}${compiler.stderr}\n`);
      process.exit(1);
    }
  }
  const assets = join(home, 'dist', 'src', 'app', 'build.js');
  if (existsSync(assets)) {
    const made = spawnSync(node, [assets], { cwd: home, encoding: 'utf8' });
    if (made.status !== 0) {
      process.stderr.write(`failed\n${made.stdout}${made.stderr}\n`);
      process.exit(1);
    }
  }
  mkdirSync(dirname(stamp), { recursive: true });
  // Stamped with the moment the build began: a source saved meanwhile counts as newer.
  writeFileSync(stamp, `${began.toISOString()}\n`);
  utimesSync(stamp, began, began);
  process.stderr.write(`done in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

const words = process.argv.slice(2);
/** These work with what only developing needs; where Kept is hosted it was pruned away once all was built. */
const ofDevelopers = ['test', 'check', 'bench', 'soak', 'mutate', 'plant', 'plan', 'new'];
installMissing(home, { withDev: ofDevelopers.includes(words[0]) || !isBuilt() });
const node = findNode();
if (!isBuilt()) {
  const done = alone(home);
  if (!isBuilt()) build(node);
  done();
}
let isStopping = false;
let child;

/**
 * Of a server, which runs for months. Loading the house makes the space for young objects grow to three times 16 MB, and
 * V8 never gives that back: 155 MB of an idle server in place of 105. Pages take as long, within what a machine varies.
 */
const lean = ['--max-semi-space-size=2'];

/** Runs the command; a server that was killed or crashed is started again, as a supervisor would. */
function run(deaths) {
  let wasReady = false;
  const cli = join(home, 'dist', 'src', 'app', 'cli.js');
  child = spawn(node, ['--enable-source-maps', ...(words[0] === 'start' ? lean : []), cli, ...words], {
    // A server is told to stop over a line of its own (cli.ts, stopOnSignals).
    stdio: words[0] === 'start' ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
    // Commands resolve file names against the folder they were typed in; Kept finds its own files by import.meta.
    env: {
      ...process.env,
      KEPT_NODE_BINARY: node,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(home, 'dist', '.compile-cache'),
    },
  });
  child.on('message', (told) => (wasReady ||= told?.ready === true));
  child.on('exit', (code, signal) => {
    // A start that was refused has said why: the same again would be refused again.
    const died = words[0] === 'start' && !isStopping && code !== 78 && (signal !== null || (code !== 0 && wasReady));
    // Three deaths in a row, each before it was ready, are no accident.
    const inARow = wasReady ? 0 : deaths + 1;
    if (died && inARow < 3) {
      console.error(`Kept ended unexpectedly (${signal ?? `code ${code}`}) and is started again.`);
      setTimeout(run, 500, inARow);
      return;
    }
    if (signal) process.kill(process.pid, signal);
    process.exit(code ?? 1);
  });
}

// A kill of the launcher must reach the server: Ctrl+C does by itself, a plain signal does not.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    isStopping = true;
    if (child?.connected) child.send({ stop: signal }, () => undefined);
    else child?.kill(signal);
    // It ends by itself within ten seconds; a process that cannot even do that is ended.
    setTimeout(() => child?.kill('SIGKILL'), 15_000).unref();
  });
}
run(0);
