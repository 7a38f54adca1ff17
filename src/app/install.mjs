/**
 * Brings the packages that package-lock.json names and that are not here: on a bare clone, and after the lock has
 * changed. Run by kept.mjs before anything else, so it needs no package itself, and any Node from 20.19 runs it.
 * Where nothing is missing it only reads; no network is asked and no file is written.
 */
import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

function parsed(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Names of packages that the lock wants and that are not here in its version; null where nothing was installed whole.
 * Optional ones may be absent: they belong to other platforms, or were taken away on purpose (docs/hosting.md).
 */
export function missingPackages(home, { withDev }) {
  const lock = parsed(join(home, 'package-lock.json'));
  if (lock === null) return [];
  // npm writes this when an installation is complete, and takes it away when one begins.
  const here = parsed(join(home, 'node_modules', '.package-lock.json'));
  if (here === null) return null;
  return Object.entries(lock.packages ?? {})
    .filter(([path, wanted]) => {
      if (path === '' || (wanted.dev && !withDev)) return false;
      const found = existsSync(join(home, path)) ? here.packages?.[path] : undefined;
      return found === undefined ? !wanted.optional : found.version !== wanted.version;
    })
    .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
}

/** How npm is called: the one that runs this, else the one of the shell. */
function npmCommand() {
  const own = process.env.npm_execpath;
  if (own && basename(own) === 'npm-cli.js' && existsSync(own)) return { program: process.execPath, first: [own] };
  return { program: 'npm', first: [] };
}

/** What whoever typed the command can do about it; null where npm's own words must do. */
export function wayOut(said, home) {
  const address = /https?:\/\/[^\s/,'"]+/.exec(said)?.[0];
  const registry = address ? `The package registry ${address}` : 'The package registry';
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|SOCKET_TIMEOUT|ERR_INVALID_URL/.test(
      said,
    )
  )
    return (
      `${registry} cannot be reached. Connect this machine to the network and try again; or name a registry that it ` +
      'can reach (npm config set registry ADDRESS, or a proxy: npm config set proxy ADDRESS); or run npm ci on a ' +
      'machine of the same kind and copy its folder node_modules here. Once the packages are here, Kept needs no network.'
    );
  if (/\bE(?:401|403|404|5\d\d)\b|ENOVERSIONS|ETARGET/.test(said))
    return (
      `${registry} answers, and does not give every package that package-lock.json names. Try again later, or name ` +
      'another registry: npm config set registry ADDRESS.'
    );
  if (/CERT|SELF_SIGNED|UNABLE_TO_/.test(said))
    return `${registry} shows a certificate that this machine does not know. Give npm the authority's: npm config set cafile FILE.`;
  if (/EACCES|EPERM|EROFS/.test(said))
    return (
      `${/npm error path (\S+)/.exec(said)?.[1] ?? join(home, 'node_modules')} cannot be written. Run the command once ` +
      `as the user to whom ${home} belongs, or make that folder yours.`
    );
  if (/ENOSPC/.test(said)) return `The disk of ${home} is full: the packages need some 600 MB.`;
  if (/EUSAGE|can only install packages when/.test(said))
    return 'package.json and package-lock.json do not fit each other: npm run lock mends that after a change of package.json.';
  return null;
}

/** Whether whoever left the sign still works: a killed one does not, and one of another container has a number that means nothing here. */
function isHeld(sign) {
  try {
    if (Date.now() - statSync(sign).mtimeMs > 15 * 60_000) return false;
    process.kill(Number(readFileSync(sign, 'utf8')), 0);
    return true;
  } catch (problem) {
    // It belongs to somebody else; or it has just gone, and is asked for again.
    return problem.code === 'EPERM';
  }
}

/**
 * Two commands that begin at once install and build once: the second waits. Gives back how to end it. Who may not write
 * here goes on: what is to be written will say so in better words.
 */
export function alone(home) {
  const sign = join(home, '.cache', 'preparing');
  for (;;) {
    try {
      mkdirSync(dirname(sign), { recursive: true });
      writeFileSync(sign, String(process.pid), { flag: 'wx' });
      return () => rmSync(sign, { force: true });
    } catch (problem) {
      if (problem.code !== 'EEXIST') return () => undefined;
    }
    if (isHeld(sign)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
    else rmSync(sign, { force: true });
  }
}

/** npm ci, with what was there before kept beside it until the new is whole: npm itself begins by removing everything. */
function npmCi(home) {
  const folder = join(home, 'node_modules');
  const before = join(home, '.cache', 'packages-before');
  rmSync(before, { recursive: true, force: true });
  let isAside = false;
  try {
    renameSync(folder, before);
    isAside = true;
  } catch {
    // Nothing there yet, or a disk of its own: then npm removes it.
  }
  const { program, first } = npmCommand();
  const isWindows = process.platform === 'win32';
  const ended = spawnSync(program, [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: home,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: isWindows && program === 'npm',
    env: { ...process.env, ...cacheOfOwn(home) },
  });
  if (ended.status !== 0 && isAside) {
    rmSync(folder, { recursive: true, force: true });
    renameSync(before, folder);
  }
  rmSync(before, { recursive: true, force: true });
  return ended;
}

/**
 * A user without a home that can be written, such as one of a service, keeps what npm fetches beside Kept. npm start
 * names npm's own folder in the environment, whether or not it can be made.
 */
function cacheOfOwn(home) {
  const own = process.env.npm_config_cache ?? join(process.env.HOME ?? process.env.USERPROFILE ?? home, '.npm');
  try {
    mkdirSync(join(own, '_cacache', 'tmp'), { recursive: true });
    accessSync(join(own, '_cacache', 'tmp'), constants.W_OK);
    return {};
  } catch {
    return { npm_config_cache: join(home, '.cache', 'npm') };
  }
}

/** Why the lock and the folder differ, in words. */
function reason(missing) {
  if (missing === null) return 'they are not here yet';
  const [first, ...others] = missing;
  return `package-lock.json names ${others.length === 0 ? `${first}, which is` : `${first} and ${others.length} more, which are`} not here`;
}

/** Lines that say what went wrong; none where all went well. */
function install(home, missing) {
  const began = Date.now();
  process.stderr.write(`Installing the packages of Kept (npm ci), because ${reason(missing)} ... `);
  const ended = npmCi(home);
  if (ended.status === 0) {
    process.stderr.write(`done in ${((Date.now() - began) / 1000).toFixed(0)} s\n`);
    return [];
  }
  if (ended.error?.code === 'ENOENT')
    return ['failed', 'There is no npm on this machine. It comes with Node: https://nodejs.org'];
  const said = `${ended.stderr ?? ''}${ended.stdout ?? ''}${ended.error ?? ''}`;
  const way = wayOut(said, home);
  return ['failed', ...(way ? [way] : [`npm ci ended with ${ended.status ?? ended.signal}:`, said.trim()])];
}

/** Everything that the lock names is here afterwards, or the command ends with what to do. */
export function installMissing(home, needs) {
  if (missingPackages(home, needs)?.length === 0) return;
  const done = alone(home);
  // Another command may just have brought them.
  const missing = missingPackages(home, needs);
  const problems = missing?.length === 0 ? [] : install(home, missing);
  done();
  if (problems.length === 0) return;
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exit(1);
}
