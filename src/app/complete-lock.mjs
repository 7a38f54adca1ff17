/**
 * `npm run lock` after every change of package.json: npm install, then an entry in the lock for each platform package
 * that the registry did not serve. `npm ci` of npm 11 and newer refuses a lock without them (npm/cli issue 9846), although
 * nobody on this platform installs them. docs/decisions/0001-toolchain.md tells the story.
 * Plain JavaScript for the machine's own Node: it runs before anything is built.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const systems = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  openharmony: 'openharmony',
  win32: 'win32',
  windows: 'win32',
  sunos: 'sunos',
  aix: 'aix',
};
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el'];

/** What the name of a platform package says: typst-ts-node-compiler-linux-arm64-musl. */
export function platformOf(name) {
  const words = name.split('/').at(-1).split('-');
  const os = words.map((word) => systems[word]).find(Boolean);
  const cpu = processors.find((one) => words.includes(one));
  if (!os || !cpu) return null;
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.some((word) => word.startsWith('gnu'))
      ? 'glibc'
      : null;
  return { os: [os], cpu: [cpu], ...(libc && os === 'linux' ? { libc: [libc] } : {}) };
}

/** Whether a dependency named in the package at `path` resolves to an entry: beside it, or in a folder above. */
function isPresent(packages, path, name) {
  for (let base = path; ;) {
    if (packages[`${base === '' ? '' : `${base}/`}node_modules/${name}`]) return true;
    if (base === '') return false;
    base = base.includes('/node_modules/') ? base.slice(0, base.lastIndexOf('/node_modules/')) : '';
  }
}

/** The lock with its missing platform packages put in, and their names. */
export function completeLock(lock) {
  const packages = { ...lock.packages };
  const added = [];
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isPresent(packages, path, name)) continue;
      const platform = platformOf(name);
      if (!platform || !/^\d+\.\d+\.\d+/.test(version))
        throw new Error(
          `No entry can be made for ${name}@${version}: its name says no platform or its version is a range`,
        );
      packages[`node_modules/${name}`] = { version, ...(entry.dev ? { dev: true } : {}), optional: true, ...platform };
      added.push(name);
    }
  }
  const sorted = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  return { lock: { ...lock, packages: sorted }, added };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  const path = join(home, 'package-lock.json');
  if (!process.argv.includes('--complete-only') && !process.argv.includes('--check')) {
    const npm = spawnSync('npm', ['install', '--package-lock-only'], {
      cwd: home,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (npm.status !== 0) process.exit(npm.status ?? 1);
  }
  const { lock, added } = completeLock(JSON.parse(readFileSync(path, 'utf8')));
  if (process.argv.includes('--check')) {
    if (added.length > 0) console.error(`The lock lacks ${added.join(', ')}: run npm run lock.`);
    process.exit(added.length > 0 ? 1 : 0);
  }
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(added.length === 0 ? 'The lock is complete.' : `Entries added to the lock: ${added.join(', ')}`);
}
