/** The command line: `kept <command>`. Each command is a small function; what takes long to load is loaded by the one that needs it. */
import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { inspect, parseArgs } from 'node:util';
import { forTerminal } from '#base/turning.js';
import { readAtMost } from '#kit/bounded-file.js';
import { readConfig, SettingProblem } from '#kit/config.js';
import { megabytes } from '#kit/fields.js';
import type { Log } from '#kit/log.js';
import { keptVersion } from './version.js';

/** Said without a stack trace: the person at the terminal can do something about it. */
class CommandProblem extends Error {}

const usage = `Kept: what young people say travels all the way.

  kept start                             run Kept (the same as npm start)
  kept import pack FILE [--check] [--json] [--publish] [--organisation SLUG]
                                         read a published pack or minutes; --check saves nothing,
                                         --json prints the whole reading, --publish accepts all and publishes
  kept import authorities FILE [--names FILE]
                                         the register of authorities (CSV), and further spellings of their names
  kept import schools FILE               the register of schools (CSV as downloaded); again to bring it up to date
  kept import links FILE                 its links file: which school came before or after which
  kept backup FILE                       everything in one file, sealed where KEPT_BACKUP_KEY is set
  kept backup key                        print a pair of keys for sealed backups
  kept backup now [--drill]              one of Kept's own, as the timetable makes it; and restore it as a drill
  kept backup drill [FILE] [--key FILE]  restore the newest (or a file) into a database of its own, check it, take it away
  kept restore FILE [--key FILE] [--secret-is-lost]
                                         into an empty KEPT_DATA or database; with the secret that the backup names,
                                         and the file with the private key where it is sealed
  kept secret                            the fingerprint of the secret here, and of the one the database needs
  kept secret new                        print a fresh secret for KEPT_SECRET
  kept secret rotate                     change the secret; everything that was sealed stays good
  kept retention                         what is kept, for how long, and why
  kept verify [--against FILE]           check every publication, the journal and what was signed; with an old PDF
                                         (or proof.json), whether what it was signed with is still here
  kept verify --lost REASON              sign that the heads which are missing are lost, with a server that failed
  kept verify FILE                       say which publication a file is, byte for byte, and check the signed head it names
  kept admin organisation SLUG NAME [--kind KIND] [--authority GSS] [--urn URN] [--part-of SLUG]
                                         make an organisation: association (unless said otherwise), programme,
                                         authority, school, trust or group of young people
  kept admin organisations               list every organisation: its number, who invited it, and whether it is
                                         verified; those that wait come first
  kept admin verify SLUG ...             confirm that these are who they say they are: they can publish
  kept admin reject SLUG REASON          take a claim back with all that was published under it, for good;
                                         the organisation and readers are told the reason
  kept admin domain DOMAIN NUMBER        whoever leads the authority (GSS code) or school (URN) with an address in
                                         this domain is verified on joining or signing in
  kept admin account SLUG EMAIL NAME ROLE   open an account (administrator, clerk, author, member,
                                         lead or safeguarding), add a role, or open a closed one again;
                                         the first safeguarding lead of an organisation is appointed so
  kept admin end SLUG EMAIL ROLE         end a role: its holder is signed out at once
  kept admin close EMAIL                 close an account, with its roles in every organisation
  kept admin head SLUG EMAIL NAME        name the head of an organisation, or another one
  kept admin link EMAIL                  print a sign-in link for an account
  kept admin mark EMAIL [DAY]            by which mark the log of that day names an account
  kept admin confirm-date [DATE]         which date Kept goes by; with today's date (2026-11-30), confirm it
  kept admin passkey-reset EMAIL         let somebody set up a new passkey, where nobody else can confirm it

Settings come from the environment: docs/settings.md.
`;

/** What a command says may quote a file or a name that somebody chose: a terminal shows it and carries out nothing. */
function say(line: string): void {
  process.stderr.write(`${forTerminal(line)}\n`);
}

function print(text: string): void {
  process.stdout.write(forTerminal(text));
}

/** As much as the pages take, and a register of schools. */
const fileAtMost = {
  pack: 64 * megabytes,
  register: 256 * megabytes,
  publication: 256 * megabytes,
  key: megabytes,
} as const;

function fileBytes(file: string, kind: keyof typeof fileAtMost): Uint8Array {
  let bytes: Uint8Array | null;
  try {
    bytes = readAtMost(file, fileAtMost[kind]);
  } catch {
    throw new CommandProblem(`There is no file ${file} that can be read.`);
  }
  if (bytes === null)
    throw new CommandProblem(`${file} has more than the ${fileAtMost[kind] / megabytes} MB that are read.`);
  return bytes;
}

/** A stop has ten seconds altogether, then it ends however it stands. */
const stopAtMost = 10_000;

/**
 * The first signal stops in order, the second from the same side ends at once. The launcher hands its own on as messages, so that one Ctrl+C or one
 * stop of a service, which reach both processes, do not count as two.
 */
function stopOnSignals(kept: { stop(): Promise<void> }, log: Log): void {
  const heard = { signal: 0, launcher: 0 };
  const hear = (side: 'signal' | 'launcher', name: string): void => {
    heard[side] += 1;
    if (heard[side] > 1) process.exit(name === 'SIGINT' ? 130 : 143);
    if (heard.signal + heard.launcher > 1) return;
    log.info({ signal: name }, 'Stopping');
    setTimeout(() => {
      log.warn('Kept did not stop in time and ends now');
      process.exit(0);
    }, stopAtMost).unref();
    kept.stop().then(
      () => process.exit(0),
      (problem: unknown) => {
        log.error({ err: problem }, 'Kept could not stop in order');
        process.exit(1);
      },
    );
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => hear('signal', name));
  process.on('message', (told) => {
    if (typeof told === 'object' && told !== null && 'stop' in told) hear('launcher', String(told.stop));
  });
}

async function start(): Promise<void> {
  const [{ startKept }, { makeLog }] = [await import('./start.js'), await import('#kit/log.js')];
  const began = performance.now();
  const config = readConfig(process.env);
  const log = makeLog({ form: config.log, write: say, clock: () => new Date() });
  const { leaveRoot } = await import('./leave-root.js');
  leaveRoot(config, log);
  const kept = await startKept(config, { log });
  // Before it says that it is ready: whoever reads that may stop it.
  stopOnSignals(kept, log);
  process.send?.({ ready: true });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const demonstration = config.demo ? `Demonstration: choose a persona at ${kept.site}/sign-in\n` : '';
  if (config.log === 'json') log.info({ seconds: Number(seconds), address: kept.site }, 'Kept is ready');
  else print(`\nKept is ready after ${seconds} s: ${kept.site}\n${demonstration}Stop it with Ctrl+C.\n`);
}

async function importDirectory(what: 'schools' | 'authorities' | 'links', words: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { names: { type: 'string' } },
  });
  const [file] = positionals;
  if (file === undefined) throw new CommandProblem(`Say which file: kept import ${what} FILE`);
  const { importAuthorities, importLinks, importSchools } = await import('./directory-command.js');
  const bytes = fileBytes(file, 'register');
  const names = values.names === undefined ? null : fileBytes(values.names, 'register');
  const said = await withDatabase('kept import', (database, clock) =>
    what === 'schools'
      ? importSchools(database, bytes, clock())
      : what === 'links'
        ? importLinks(database, bytes, clock())
        : importAuthorities(database, bytes, names, clock()),
  );
  print(said);
}

async function importAny(words: readonly string[]): Promise<void> {
  const [what, ...rest] = words;
  if (what === 'schools' || what === 'authorities' || what === 'links') return importDirectory(what, rest);
  return importPack(words);
}

async function importPack(words: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      check: { type: 'boolean' },
      json: { type: 'boolean' },
      publish: { type: 'boolean' },
      organisation: { type: 'string' },
    },
  });
  const [what, file] = positionals;
  if (what !== 'pack' || file === undefined)
    throw new CommandProblem('Say what to import: kept import pack, schools, authorities or links FILE');
  const bytes = fileBytes(file, 'pack');
  const { readAside } = await import('#rooms/decided/pack-reading/index.js');
  const read = await readAside(bytes, basename(file));
  if (!read.ok) {
    if (values.json) print(`${JSON.stringify({ format: 'kept-reading/1', problem: read.problem }, null, 2)}\n`);
    throw new CommandProblem(read.problem.message);
  }
  const { reading, lines } = read.value;
  const { readingReport } = await import('./reading-report.js');
  if (values.json) print(`${JSON.stringify(reading, null, 2)}\n`);
  else print(readingReport(reading));
  if (values.check) return;
  const { importFromCommand } = await import('./import-command.js');
  const said = await importFromCommand(readConfig(process.env), reading, lines, {
    organisation: values.organisation ?? null,
    publish: values.publish ?? false,
    say,
  });
  say(said);
}

/** `clock`: the database's time, as pages have it. */
async function withDatabase<T>(
  holder: string,
  work: (database: import('#kit/database.js').Database, clock: () => Date) => Promise<T>,
): Promise<T> {
  const [{ openDatabase }, { clockOfGate }] = [await import('#kit/database.js'), await import('#kit/clock.js')];
  const { houseMigrations } = await import('./migrations.js');
  const config = readConfig(process.env);
  const database = await openDatabase(config, { migrations: houseMigrations(), how: 'join', holder, log: say });
  database.gates.hear((await securityLog(config, database.key('security events'))).tell);
  try {
    return await work(database, (await clockOfGate(database.gates.work)).now);
  } finally {
    await database.stop();
  }
}

/** Acts of the owner are told as those of the pages are, in the same form. */
async function securityLog(
  config: import('#kit/config.js').Config,
  key: Buffer,
): Promise<import('#kit/security.js').SecurityLog> {
  const [{ makeSecurityLog }, { makeLog }] = [await import('#kit/security.js'), await import('#kit/log.js')];
  const clock = (): Date => new Date();
  return makeSecurityLog({ log: makeLog({ form: config.log, write: say, clock }), key, clock });
}

async function withPlace<T>(
  holder: string,
  work: (place: import('#kit/database.js').DatabasePlace, clock: () => Date) => Promise<T>,
): Promise<T> {
  const [{ findPlace }, { clockOfPlace }] = [await import('#kit/database.js'), await import('#kit/clock.js')];
  const place = await findPlace(readConfig(process.env), { how: 'join', holder, log: say });
  try {
    return await work(place, await clockOfPlace(place));
  } finally {
    await place.stop();
  }
}

/** What this machine knows beside the database: the key of its secret, and the heads that it has seen. */
async function outsideOf(
  config: import('#kit/config.js').Config,
  database: import('#kit/database.js').Database,
): Promise<import('#kit/proof/verify.js').Outside> {
  const { witnessed } = await import('#kit/proof/witness.js');
  return { key: database.signer.key, witnessed: witnessed(config.dataFolder) };
}

async function verifyAll(words: readonly string[] = []): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { against: { type: 'string' }, lost: { type: 'string' } },
  });
  const { against, recognise, verify } = await import('./verify.js');
  const config = readConfig(process.env);
  const [file] = positionals;
  if (file !== undefined) {
    const bytes = fileBytes(file, 'publication');
    const [known, named] = await withDatabase(
      'kept verify',
      async (database) =>
        [
          await recognise(database.gates, bytes),
          await against(database.gates, bytes, await outsideOf(config, database)),
        ] as const,
    );
    print(
      known.length === 0
        ? 'No publication here has exactly these bytes: the file was changed, or it comes from elsewhere.\n'
        : `${known.join('\n')}\n`,
    );
    for (const line of named?.said ?? []) print(`${line}\n`);
    if (known.length === 0 || named?.isHere === false) process.exitCode = 1;
    return;
  }
  if (values.lost !== undefined) {
    const why = values.lost.trim();
    if (why === '')
      throw new CommandProblem(
        'Say why they are lost: kept verify --lost "The server failed on 3 May, and its standby was a minute behind"',
      );
    const { signLoss } = await import('./signing.js');
    const lost = await withDatabase('kept verify', (database, clock) => signLoss(config, database, why, clock()));
    print(
      lost === null
        ? 'No signed head is missing: nothing was signed.\n'
        : `Signed: the heads between ${lost.after} and ${lost.until} are lost. The journal says why.\n`,
    );
  }
  const witness = values.against === undefined ? null : fileBytes(values.against, 'publication');
  const { found, named } = await withDatabase('kept verify', async (database) => {
    const outside = await outsideOf(config, database);
    return {
      named: witness && (await against(database.gates, witness, outside)),
      found: await verify(database.gates, outside),
    };
  });
  if (witness && !named)
    throw new CommandProblem(
      `${values.against} names no signed head: give a PDF that was published here, or a file of /publications/…/proof.json.`,
    );
  print(
    `${found.publications} publications, ${found.entries} journal entries and ${found.heads} signed heads checked.\n`,
  );
  for (const line of [...found.notes, ...(named?.said ?? []), ...found.faults]) print(`${line}\n`);
  const faults = found.faults.length + (named?.isHere === false ? 1 : 0);
  print(
    faults === 0 ? 'All are as they were when they were made.\n' : `${faults} ${faults === 1 ? 'fault' : 'faults'}.\n`,
  );
  if (faults > 0) process.exitCode = 1;
}

/** Whether a survey's codes or answers hang on the secret, which no backup holds. */
async function takesAnswers(place: import('#kit/database.js').DatabasePlace): Promise<boolean> {
  const { connectAsOwner } = await import('#kit/db/migrate.js');
  const client = await connectAsOwner(place.admin, 'kept backup');
  try {
    // A database that was last opened by an older Kept has no such table.
    const { rows: there } = await client.query<{ there: boolean }>(
      `select to_regclass('intake.survey') is not null as there`,
    );
    return (
      there[0]?.there === true &&
      (await client.query('select from intake.survey where mixed_on is null limit 1')).rowCount === 1
    );
  } finally {
    await client.end();
  }
}

/** The private key that opens a sealed backup, out of the file that --key names. */
function openerFrom(file: string | undefined): import('#kit/backup/index.js').Opener | null {
  return file === undefined ? null : { opens: Buffer.from(fileBytes(file, 'key')).toString('utf8').trim() };
}

/** One of Kept's own, as the timetable makes it. */
async function ownBackup(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...words], options: { drill: { type: 'boolean' } } });
  const { backupNow } = await import('./backups.js');
  const config = readConfig(process.env);
  const made = await withPlace('kept backup', (place, clock) =>
    backupNow(config, place, { withDrill: values.drill ?? false, clock, log: say }),
  );
  (await securityLog(config, Buffer.alloc(0))).tell({ name: 'export', how: 'kept backup now' });
  print(`${made.rows} rows are in ${made.file} (${made.bytes} bytes, sealed).\n`);
  if (made.deleted.length > 0)
    print(`${made.deleted.length} older ${made.deleted.length === 1 ? 'backup was' : 'backups were'} deleted.\n`);
  if (made.drilled) print(drillWords(made.drilled));
}

function drillWords({ rows, publications, entries, heads, seconds }: import('./backups.js').Drilled): string {
  return (
    `Drill: ${rows} rows were restored into a database of its own; ${publications} publications, ${entries} ` +
    `journal entries and ${heads} signed heads are as they were. It took ${seconds} s, and nothing of it is ` +
    `left.\n`
  );
}

async function drillBackup(words: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { key: { type: 'string' } },
  });
  const { drillByHand, newestBackup } = await import('./backups.js');
  const config = readConfig(process.env);
  const opener = openerFrom(values.key);
  const file = positionals[0] ?? newestBackup(config.backupFolder);
  print(
    drillWords(await withPlace('kept backup', (place, clock) => drillByHand(config, place, file, opener, clock, say))),
  );
}

async function newBackupKey(): Promise<void> {
  const { newBackupKeys } = await import('#kit/backup/index.js');
  const { opens, seals, mark } = newBackupKeys();
  say(
    `Private key (mark ${mark}): it opens the backups. Write it down, or keep it in a file away from this machine. Nothing else opens them.`,
  );
  print(`${opens}\n`);
  say(`Public key: for this machine, as KEPT_BACKUP_KEY=${seals}`);
}

async function saveBackup(words: readonly string[]): Promise<void> {
  const [file, ...rest] = words;
  if (file === undefined) throw new CommandProblem('Say where to: kept backup FILE');
  if (file === 'now') return ownBackup(rest);
  if (file === 'drill') return drillBackup(rest);
  if (file === 'key') return newBackupKey();
  const { backup } = await import('#kit/backup/index.js');
  const config = readConfig(process.env);
  const { made, isAsking } = await withPlace('kept backup', async (place, clock) => ({
    made: await backup({ place, file, app: keptVersion(), now: clock(), seals: config.backupKey, log: say }),
    isAsking: await takesAnswers(place),
  }));
  (await securityLog(config, Buffer.alloc(0))).tell({ name: 'export', how: 'kept backup' });
  print(
    `${made.rows} rows of ${made.tables} tables are in ${file} (${made.bytes} bytes, SHA-256 ${made.sha256}${made.fileKey === null ? '' : ', sealed'}).\n`,
  );
  const secret = config.secret === null ? join(config.dataFolder, 'secret') : 'KEPT_SECRET';
  if (made.secret !== null)
    print(`It is restored with the secret that has the fingerprint ${made.secret} (${secret}).\n`);
  if (isAsking)
    print(
      `A survey takes answers: its codes and what is not mixed yet can only be opened with the secret that is ` +
        `in use now (${secret}). It is not in this file: keep it too, apart from the file.\n`,
    );
  if (made.keys.length > 0)
    print(
      'Whoever has this file and that secret could join cards to answers. Delete the file within 7 days after the answers of those surveys were mixed.\n',
    );
}

async function changeSecret(words: readonly string[]): Promise<void> {
  const { secretCommand } = await import('./secret-command.js');
  print(await secretCommand(words, say));
  if (words[0] === 'rotate')
    (await securityLog(readConfig(process.env), Buffer.alloc(0))).tell({ name: 'secret', how: 'kept secret rotate' });
}

async function restoreBackup(words: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { 'secret-is-lost': { type: 'boolean' }, key: { type: 'string' } },
  });
  const [file] = positionals;
  if (file === undefined) throw new CommandProblem('Say from where: kept restore FILE');
  const { backupHeader, refuseOtherSecret, restore } = await import('#kit/backup/index.js');
  const { findSecret, fingerprintOf, secretFrom } = await import('#kit/postgres/index.js');
  const { houseMigrations } = await import('./migrations.js');
  const config = readConfig(process.env);
  const secretIsLost = values['secret-is-lost'] ?? false;
  if (!secretIsLost) {
    // Before anything is made: an empty folder would get a secret of its own.
    const secret = config.secret === null ? findSecret(config.dataFolder) : secretFrom(config.secret);
    refuseOtherSecret(file, await backupHeader(file), secret === null ? null : fingerprintOf(secret));
  }
  const made = await withPlace('kept restore', (place) =>
    restore({ migrations: houseMigrations(), place, file, secretIsLost, opener: openerFrom(values.key), log: say }),
  );
  print(`${made.rows} rows of ${made.tables} tables are restored.\n`);
  const { signRestored } = await import('./signing.js');
  await withDatabase('kept restore', (database, clock) => signRestored(config, database, clock()));
  await verifyAll();
}

const roles = ['administrator', 'clerk', 'author', 'member', 'lead', 'safeguarding'] as const;

/** An act of the owner in one organisation; the last lead, administrator or needed safeguarding lead stays. */
async function inOrganisation(
  slug: string,
  act: (write: import('#kit/db/gate.js').Write, organisation: string, now: Date) => Promise<void>,
): Promise<void> {
  const { asOwner } = await import('./owner.js');
  try {
    await withDatabase('kept admin', (database, clock) =>
      asOwner(database, async (write) => {
        const organisation = await write
          .selectFrom('record.organisation')
          .select('id')
          .where('slug', '=', slug)
          .executeTakeFirst();
        if (!organisation)
          throw new CommandProblem(
            `There is no organisation ${slug}: make it with kept admin organisation ${slug} NAME`,
          );
        await act(write, organisation.id, clock());
      }),
    );
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'KP010')
      throw new CommandProblem(
        `This is refused: ${problem.message}. Open an account for another first: kept admin account ${slug} EMAIL NAME ROLE`,
      );
    throw problem;
  }
}

async function admin([what, ...words]: readonly string[]): Promise<void> {
  const { asOwner } = await import('./owner.js');
  const { accountByEmail, makeSignInLink, peoplePaths } = await import('#rooms/ground/people/index.js');
  switch (what) {
    case 'organisation': {
      const { values, positionals } = parseArgs({
        args: [...words],
        allowPositionals: true,
        options: {
          kind: { type: 'string' },
          authority: { type: 'string' },
          urn: { type: 'string' },
          'part-of': { type: 'string' },
        },
      });
      const [slug, ...name] = positionals;
      if (slug === undefined || !/^[a-z0-9-]{1,60}$/.test(slug) || name.length === 0)
        throw new CommandProblem(
          'Say its short name (small letters, digits, hyphens) and its name: kept admin organisation northmoor Northmoor Council',
        );
      const { organisationKinds } = await import('#rooms/ground/people/index.js');
      const kind = organisationKinds.find((one) => one === (values.kind ?? 'association'));
      if (!kind) throw new CommandProblem(`Its kind is one of ${organisationKinds.join(', ')}.`);
      if (values.urn !== undefined && !/^[1-9]\d{4,6}$/.test(values.urn))
        throw new CommandProblem('A URN is a number of five to seven digits.');
      if (values.authority !== undefined && !/^[EWSN]\d{8}$/.test(values.authority))
        throw new CommandProblem('An authority is named by its GSS code, such as E09000007.');
      const { makeOrganisation } = await import('./organisations-command.js');
      const numbers = {
        kind,
        authority: values.authority ?? null,
        urn: values.urn === undefined ? null : Number(values.urn),
        part_of: values['part-of'] ?? null,
      };
      print(
        await withDatabase('kept admin', (database) =>
          makeOrganisation(database, { slug, name: name.join(' ').trim(), ...numbers }),
        ),
      );
      return;
    }
    case 'organisations':
    case 'verify':
    case 'reject':
    case 'domain': {
      const { officialDomain, organisationsList, rejectOrganisation, verifyOrganisations } =
        await import('./organisations-command.js');
      const { baseUrl } = readConfig(process.env);
      const said = await withDatabase('kept admin', (database, clock) =>
        what === 'organisations'
          ? organisationsList(database)
          : what === 'verify'
            ? verifyOrganisations(database, words, baseUrl, clock())
            : what === 'reject'
              ? rejectOrganisation(database, words, baseUrl, clock())
              : officialDomain(database, words, clock()),
      );
      print(said);
      return;
    }
    case 'account': {
      const [slug, email, ...rest] = words;
      const role = roles.find((one) => one === rest.at(-1));
      const name = rest.slice(0, -1).join(' ');
      if (slug === undefined || email === undefined || !role || name === '' || !email.includes('@'))
        throw new CommandProblem(
          'Say organisation, address, name and role: kept admin account northmoor ann@example.org "Ann Lee" clerk',
        );
      const { appoint } = await import('#rooms/ground/people/index.js');
      await inOrganisation(
        slug,
        async (write, organisation, now) =>
          void (await appoint(write, { email, name, persona: null, organisation, role }, now)),
      );
      print(`${email} may act as ${role}.\n`);
      return;
    }
    case 'end': {
      const [slug, email, role] = [words[0], words[1], roles.find((one) => one === words[2])];
      if (slug === undefined || email === undefined || !role)
        throw new CommandProblem('Say organisation, address and role: kept admin end northmoor ann@example.org clerk');
      const { endRoleByOwner } = await import('#rooms/ground/people/index.js');
      await inOrganisation(slug, async (write, organisation, now) => {
        const done = await endRoleByOwner(write, email, organisation, role, now);
        if (!done.ok)
          throw new CommandProblem(
            done.problem === 'no account'
              ? `There is no open account with the address ${email}.`
              : `${email} is no ${role} of ${slug}.`,
          );
      });
      print(`${email} may no longer act as ${role} of ${slug}.\n`);
      return;
    }
    case 'close': {
      const [email] = words;
      if (email === undefined) throw new CommandProblem('Say whose account: kept admin close EMAIL');
      const { closeAccount } = await import('#rooms/ground/people/index.js');
      await withDatabase('kept admin', (database, clock) =>
        asOwner(database, async (write) => {
          const account = await accountByEmail(write, email);
          const done = account ? await closeAccount(write, account.id, clock()) : null;
          if (!done) throw new CommandProblem(`There is no open account with the address ${email}.`);
          if (!done.ok)
            throw new CommandProblem(
              `${email} is the ${done.problem} of an organisation. Open an account for another first: kept admin account SLUG EMAIL NAME ROLE`,
            );
        }),
      );
      print(`The account of ${email} is closed.\n`);
      return;
    }
    case 'head': {
      const [slug, email, ...rest] = words;
      const name = rest.join(' ').trim();
      if (slug === undefined || email === undefined || name === '' || name.length > 120)
        throw new CommandProblem(
          'Say organisation, address and name: kept admin head northmoor head@example.org "Hana Head"',
        );
      const { nameHeadByOwner } = await import('#rooms/ground/people/index.js');
      await inOrganisation(slug, async (write, organisation, now) => {
        if (!(await nameHeadByOwner(write, organisation, name, email, now)).ok)
          throw new CommandProblem(`${email} is no e-mail address.`);
      });
      print(`${name} is named as the head of ${slug}.\n`);
      return;
    }
    case 'link': {
      const [email] = words;
      if (email === undefined) throw new CommandProblem('Say for whom: kept admin link EMAIL');
      const config = readConfig(process.env);
      const token = await withDatabase('kept admin', (database, clock) =>
        asOwner(database, async (write) => {
          if (!(await accountByEmail(write, email)))
            throw new CommandProblem(`There is no open account with the address ${email}.`);
          return makeSignInLink(write, email, null, clock());
        }),
      );
      print(`${config.baseUrl}${peoplePaths.link({ token })}\n`);
      return;
    }
    case 'mark': {
      const [email, day] = words;
      const given = day === undefined ? null : new Date(`${day}T00:00:00Z`);
      if (email === undefined || Number.isNaN(given?.getTime() ?? 0))
        throw new CommandProblem('Say whose, and of which day: kept admin mark EMAIL 2026-11-30');
      const { markOf } = await import('#kit/security.js');
      const mark = await withDatabase('kept admin', (database, clock) =>
        asOwner(database, async (write) => {
          const account = await accountByEmail(write, email);
          if (!account) throw new CommandProblem(`There is no open account with the address ${email}.`);
          return markOf(database.key('security events'), 'account', account.id, given ?? clock());
        }),
      );
      print(`${mark}\n`);
      return;
    }
    case 'confirm-date': {
      const [typed] = words;
      const { confirmDateWords } = await import('./retention-command.js');
      const said = await withDatabase('kept admin', (database, clock) =>
        asOwner(database, (write) => confirmDateWords(write, typed ?? null, clock())),
      );
      if (!said.ok) throw new CommandProblem(said.problem);
      print(said.value);
      return;
    }
    case 'passkey-reset': {
      const [email] = words;
      if (email === undefined) throw new CommandProblem('Say for whom: kept admin passkey-reset EMAIL');
      const { resetByOwner } = await import('#rooms/ground/passkeys/index.js');
      const config = readConfig(process.env);
      const reset = await withDatabase('kept admin', (database, clock) =>
        asOwner(database, (write) => resetByOwner(write, email, config.baseUrl, clock())),
      );
      if (!reset.ok) throw new CommandProblem(`There is no open account with the address ${email}.`);
      print(
        `The passkeys of ${email} no longer work. They sign in by a new link and set up a new passkey; everybody who leads their organisation is told.\n`,
      );
      return;
    }
    default:
      throw new CommandProblem(
        'Say what: kept admin organisation, organisations, verify, reject, domain, account, end, close, head, link, mark, confirm-date or passkey-reset',
      );
  }
}

function runScript(name: string, args: readonly string[]): void {
  const ended = spawnSync(
    process.execPath,
    ['--enable-source-maps', new URL(name, import.meta.url).pathname, ...args],
    { stdio: 'inherit' },
  );
  process.exitCode = ended.status ?? 1;
}

const commands: Readonly<Record<string, (words: readonly string[]) => Promise<void>>> = {
  start,
  import: importAny,
  backup: saveBackup,
  restore: restoreBackup,
  secret: changeSecret,
  verify: verifyAll,
  retention: async () => void print((await import('./retention-command.js')).retentionWords()),
  admin,
  dev: async () => (await import('./dev.js')).dev(),
  test: async (words) => runScript('./test.js', words),
  check: async () => runScript('./test.js', ['--check']),
  bench: async (words) => runScript('../../bench/bench.js', words),
  soak: async (words) => runScript('../../test/soak.js', words),
  plan: async () => runScript('../../test/plan/plan.js', []),
  new: async (words) => runScript('../../test/new/new.js', words),
  mutate: async (words) => runScript('../../test/mutate/mutate.js', words),
  plant: async (words) => runScript('../../test/plant/plant.js', words),
};

const [name, ...words] = process.argv.slice(2);
const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
try {
  if (!command) {
    print(usage);
    if (name !== undefined && name !== 'help' && name !== '--help') {
      say(`There is no command ${name}.`);
      process.exitCode = 2;
    }
  } else await command(words);
} catch (problem) {
  // An option that is not known, or a value that is missing, is the reader's to mend.
  const isOption = problem instanceof Error && 'code' in problem && String(problem.code).startsWith('ERR_PARSE_ARGS');
  // Problems with a name of ours are meant for the reader; anything else is a bug and shows where it happened.
  const isForReader =
    isOption ||
    problem instanceof CommandProblem ||
    problem instanceof SettingProblem ||
    (problem instanceof Error && /Problem$/.test(problem.name));
  say(isForReader && problem instanceof Error ? problem.message : inspect(problem));
  // What another try will not mend is told apart (EX_CONFIG of sysexits.h), so that a service manager does not try.
  process.exitCode = problem instanceof SettingProblem ? 78 : 1;
}
