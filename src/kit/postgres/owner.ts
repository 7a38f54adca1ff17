/**
 * Under which user PostgreSQL runs. It refuses to run as root, so a root process lends it another identity:
 * an unprivileged user, or, where that user cannot reach the files (a checkout under /root), a user namespace
 * in which root's own files belong to an ordinary user.
 */
import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { PostgresProblem } from './binaries.js';

export type Owner =
  | { readonly kind: 'self' }
  | { readonly kind: 'user'; readonly uid: number; readonly gid: number }
  | { readonly kind: 'namespace'; readonly uid: number; readonly gid: number };

interface Command {
  readonly file: string;
  readonly arguments: readonly string[];
  readonly identity: { readonly uid?: number; readonly gid?: number };
}

function command(owner: Owner, file: string, parameters: readonly string[]): Command {
  switch (owner.kind) {
    case 'self':
      return { file, arguments: parameters, identity: {} };
    case 'user':
      return { file, arguments: parameters, identity: { uid: owner.uid, gid: owner.gid } };
    case 'namespace':
      return {
        file: 'unshare',
        arguments: ['-U', `--map-user=${owner.uid}`, `--map-group=${owner.gid}`, file, ...parameters],
        identity: {},
      };
  }
}

export function spawnAs(
  owner: Owner,
  file: string,
  parameters: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  const { file: program, arguments: given, identity } = command(owner, file, parameters);
  return spawn(program, [...given], { ...options, ...identity });
}

function works(owner: Owner, folder: string, program: string, environment: Readonly<Record<string, string>>): boolean {
  const {
    file,
    arguments: given,
    identity,
  } = command(owner, '/bin/sh', ['-c', 'cd "$1" && exec "$2" --version', 'sh', folder, program]);
  return (
    spawnSync(file, [...given], { ...identity, env: environment, cwd: '/', stdio: 'ignore', timeout: 20_000 })
      .status === 0
  );
}

/** Users whose files PostgreSQL's may be: an account made for Kept comes before the one every Unix has. initdb wants a user with a name. */
function unprivileged(): { readonly uid: number; readonly gid: number } | null {
  const lines = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : [];
  for (const name of ['kept', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid && gid && Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  return null;
}

/** Decides the identity; `cluster` is PostgreSQL's own folder, which keeps the owner it was made with. */
export function chooseOwner(
  dataFolder: string,
  cluster: string,
  program: string,
  environment: Readonly<Record<string, string>>,
): Owner {
  if (process.platform === 'win32' || process.getuid === undefined) return { kind: 'self' };
  const present = statSync(cluster, { throwIfNoEntry: false });
  const me = process.getuid();
  if (me !== 0) {
    if (present && present.uid !== me) {
      throw new PostgresProblem(
        `The database in ${cluster} belongs to the user with id ${present.uid}, and Kept runs as ${me}. Start ` +
          `Kept as the user who made it (root, if it was made by root), or choose another folder with KEPT_DATA.`,
      );
    }
    return { kind: 'self' };
  }
  const account = unprivileged();
  const tried: Owner[] = [];
  if (present && present.uid !== 0) tried.push({ kind: 'user', uid: present.uid, gid: present.gid });
  else {
    if (account && !present) tried.push({ kind: 'user', ...account });
    tried.push({ kind: 'namespace', ...(account ?? { uid: 65534, gid: 65534 }) });
  }
  const found = tried.find((owner) => works(owner, dataFolder, program, environment));
  if (found) return found;
  throw new PostgresProblem(
    `PostgreSQL may not run as root, and no other user can reach both ${program} and ${dataFolder}. ` +
      'Ways out: start Kept as an ordinary user; or put Kept and its data where every user may enter the folders ' +
      '(such as /srv/kept or /opt/kept); or name a PostgreSQL of your own in DATABASE_URL.',
  );
}
