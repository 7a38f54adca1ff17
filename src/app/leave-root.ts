/**
 * Kept that was started as root goes on as somebody else: a fault in a page then reaches no more than that user's files. In real use it does not stay
 * root unless whoever runs it says so (docs/decisions/0025).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, lchownSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Config, SettingProblem } from '#kit/config.js';
import type { Log } from '#kit/log.js';
import { makeFolders } from '#kit/postgres/index.js';

export interface Person {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The users of this machine. */
export function peopleIn(passwd: string): readonly Person[] {
  return passwd.split('\n').flatMap((line) => {
    const [name = '', , uid = '', gid = ''] = line.split(':');
    return /^\d+$/.test(uid) && /^\d+$/.test(gid) ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}

/** Whom Kept becomes: who is named, else `kept`, else whoever the data folder belongs to; null where there is nobody. */
export function chosenPerson(
  people: readonly Person[],
  named: string | null,
  folderOwner: number | null,
): Person | null {
  if (named !== null) return people.find(({ name, uid }) => name === named || String(uid) === named) ?? null;
  return (
    people.find(({ name, uid }) => name === 'kept' && uid !== 0) ??
    people.find(({ uid }) => uid !== 0 && uid === folderOwner) ??
    null
  );
}

const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

function can({ uid, gid }: Person, test: string, ...paths: readonly string[]): boolean {
  return (
    spawnSync('/bin/sh', ['-c', test, 'sh', ...paths], { uid, gid, cwd: '/', stdio: 'ignore', timeout: 20_000 })
      .status === 0
  );
}

/** What an earlier start as root has left in the data folder, and the folder itself. PostgreSQL's own keeps its owner. */
function handOver(folder: string, { uid, gid }: Person): void {
  const mine = [
    folder,
    ...readdirSync(folder).map((name) => join(folder, name)),
    ...(existsSync(join(folder, 'run'))
      ? readdirSync(join(folder, 'run')).map((name) => join(folder, 'run', name))
      : []),
  ];
  for (const path of mine)
    if (path !== join(folder, 'postgres') && lstatSync(path).uid === 0) lchownSync(path, uid, gid);
}

const waysOut =
  'Start Kept as an ordinary user (with systemd: User=kept); or make a user of that name (useradd --system ' +
  'kept), whom Kept then becomes by itself; or name another in KEPT_USER. Where nothing else is possible, such ' +
  'as in a container of its own, KEPT_USER=root lets it stay root.';

function whyNot(person: Person, folder: string): string | null {
  const cluster = statSync(join(folder, 'postgres'), { throwIfNoEntry: false });
  if (cluster && cluster.uid !== person.uid)
    return (
      `The database in ${join(folder, 'postgres')} belongs to the user with the number ${cluster.uid}, not to ` +
      `${person.name}. Stop Kept, give it over (chown -R ${person.name} ${folder}), and start again`
    );
  if (!can(person, 'test -r "$1" && test -x "$2"', join(home, 'package.json'), process.execPath))
    return `The user ${person.name} cannot read Kept in ${home}, or the Node with which it runs. Put Kept where every user may enter, such as /opt/kept`;
  return null;
}

/** As root: becomes somebody else, or refuses. Anybody else stays who they are. */
export function leaveRoot(config: Config, log: Log): void {
  if (process.getuid?.() !== 0 || process.setuid === undefined) return;
  if (config.user === 'root' || config.user === '0')
    return void log.warn('Kept runs as root, because KEPT_USER says so');
  const isServer = config.databaseUrl !== null;
  const folderOwner = statSync(config.dataFolder, { throwIfNoEntry: false })?.uid ?? null;
  const person = chosenPerson(
    peopleIn(existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : ''),
    config.user,
    folderOwner,
  );
  if (config.user !== null && person === null)
    throw new SettingProblem(`This machine has no user ${config.user}, whom KEPT_USER names.`);
  if (person === null) {
    if (config.demo) return;
    throw new SettingProblem(
      `Kept does not run as root in real use: a fault in it would be a fault of the whole machine. ${waysOut}`,
    );
  }
  const reason = whyNot(person, config.dataFolder);
  if (reason !== null) {
    // The demonstration goes on as it always did: PostgreSQL alone runs as somebody else.
    if (config.demo && config.user === null) return;
    throw new SettingProblem(`Kept was started as root and cannot go on as ${person.name}. ${reason}.`);
  }
  if (!isServer) {
    makeFolders(config.dataFolder, 0o711);
    handOver(config.dataFolder, person);
    if (!can(person, 'test -w "$1" && test -x "$1"', config.dataFolder))
      throw new SettingProblem(
        `Kept was started as root and cannot go on as ${person.name}, who cannot enter the data folder ` +
          `${config.dataFolder}. Put it where that user may go, such as /srv/kept, with KEPT_DATA.`,
      );
  }
  (process as { initgroups?(user: string, group: number): void }).initgroups?.(person.name, person.gid);
  process.setgid?.(person.gid);
  process.setuid(person.uid);
  log.info(`Started as root, and goes on as ${person.name}`);
}
