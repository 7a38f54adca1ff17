/**
 * Every setting of Kept in one place: read from the environment, all optional. docs/settings.md shows the same table;
 * a test compares the two, so neither can drift.
 */
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { isBackupKey } from '#kit/backup/sealed.js';
import { type Connections, type GateName, gateNames, usualConnections } from '#kit/db/gate.js';
import { encryptionRule, readAddress } from '#kit/db/hosts.js';
import { secretLengthAtLeast } from '#kit/postgres/secret.js';
import { readAtMost } from './bounded-file.js';
import { usualReserve } from './disk.js';
import { type LogForm, logForms } from './log.js';

interface Setting {
  readonly name: string;
  /** As the table of docs/settings.md shows it. */
  readonly fallback: string;
  readonly meaning: string;
  /** Said when the value is wrong: what would be right. */
  readonly wayOut: string;
  readonly form: z.ZodType<string>;
  /** The rule that a value breaks, where one sentence tells more than the way out alone. */
  readonly rule?: (value: string) => string | null;
}

function addressRule(value: string): string | null {
  const read = readAddress(value);
  return read.ok ? encryptionRule(read.value) : read.problem;
}

function address(...schemes: readonly string[]): z.ZodType<string> {
  return z
    .string()
    .refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol), 'not such an address');
}

/** How many connections each gate may have; null where the text is no such list. */
function connectionsIn(text: string): Connections | null {
  const found: Record<GateName, number> = { ...usualConnections };
  for (const part of text.split(',')) {
    const [name, many = '', ...rest] = part.split('=').map((one) => one.trim());
    const gate = gateNames.find((one) => one === name);
    if (!gate || rest.length > 0 || !/^[1-9]\d{0,2}$/.test(many) || Number(many) > 200) return null;
    found[gate] = Number(many);
  }
  return found;
}

/** Options after a question mark could turn encryption off. */
function isOnlyHost({ hostname, pathname, search, hash }: URL): boolean {
  return hostname !== '' && (pathname === '' || pathname === '/') && search === '' && hash === '';
}

export const settings = [
  {
    name: 'PORT',
    fallback: '3000',
    meaning: 'Port of the web server. 0 takes any free port.',
    wayOut: 'Give a whole number from 0 to 65535, such as PORT=3000.',
    form: z.string().refine((value) => /^\d{1,5}$/.test(value) && Number(value) <= 65535, 'not a port'),
  },
  {
    name: 'HOST',
    fallback: '127.0.0.1',
    meaning: 'Address the web server listens on. 0.0.0.0 means every network of this machine.',
    wayOut: 'Give a host name or an IP address, such as HOST=0.0.0.0.',
    form: z.string().regex(/^[\w.:%-]+$/),
  },
  {
    name: 'KEPT_DATA',
    fallback: './data',
    meaning:
      'Folder of the embedded database and its secret, and of what this machine has seen signed (signed-heads). Back it up with `kept backup`, not by copying.',
    wayOut: 'Give the path of a folder, such as KEPT_DATA=/srv/kept.',
    form: z.string().refine((value) => !value.includes('\0') && !/[\r\n]/.test(value), 'not a path'),
  },
  {
    name: 'KEPT_RESERVE',
    fallback: String(usualReserve),
    meaning:
      'Megabytes on the disk of KEPT_DATA that are kept for the answers of young people. With less than this ' +
      'free, nothing else is saved; with less than twice this, no files are taken. 0 keeps nothing back. With ' +
      'DATABASE_URL it means nothing: watch the disk of that server.',
    wayOut: 'Give a whole number of megabytes, such as KEPT_RESERVE=500.',
    form: z.string().regex(/^\d{1,6}$/),
  },
  {
    name: 'DATABASE_URL',
    fallback: 'none: the embedded database',
    meaning:
      'A PostgreSQL (15 or newer) of your own, used in place of the embedded one. Several hosts ' +
      '(postgres://user:password@a,b:5433/database) are tried in turn for the one that takes writes, also after ' +
      'a failover; a socket is given by its folder (postgres:///database?host=/run/postgresql); without a ' +
      'password, PGPASSWORD, .pgpass or the server’s own rules are asked. To another machine it ends in ' +
      '?sslmode=verify-full (and &sslrootcert=FILE for a certificate authority of your own), or in ' +
      '?sslmode=disable where something else encrypts the way. It needs KEPT_SECRET beside it. Its user must own ' +
      'the database and may create roles, or the keeper of the server makes them as the first start says.',
    wayOut:
      'Give postgres://user:password@host:5432/database?sslmode=verify-full, or leave it out for the embedded database.',
    form: z.string(),
    rule: addressRule,
  },
  {
    name: 'DATABASE_DIRECT_URL',
    fallback: 'none: DATABASE_URL leads to the server itself',
    meaning:
      'Only where DATABASE_URL leads to a connection pooler such as PgBouncer in transaction mode: the address ' +
      'of the server itself, with the user who owns the database. Migrations, locks, commands and the pulse (one ' +
      'connection for each process) take it; pages and answers go over the pooler. Without it a pooler is ' +
      'refused at the start.',
    wayOut:
      'Give postgres://user:password@host:5432/database of the server itself, or leave it out where there is no pooler.',
    form: z.string(),
    rule: addressRule,
  },
  {
    name: 'KEPT_SECRET',
    fallback: 'KEPT_DATA/secret; needed with DATABASE_URL',
    meaning:
      'Opens the keys of this Kept, which lie in its database, and gives the database roles their passwords; the ' +
      'same for every process of one Kept. What the file KEPT_DATA/secret holds can be given here and gives the ' +
      'same keys. Codes on cards, answers that are not mixed yet and envelopes on devices can only be opened ' +
      'with it: keep it with your backups, and apart from them. Its fingerprint stands in the database and in ' +
      'every backup. `kept secret rotate` changes it.',
    wayOut: 'Give what "kept secret new" prints, or at least 32 characters that nobody can guess.',
    form: z.string().min(secretLengthAtLeast),
  },
  {
    name: 'KEPT_SECRET_BEFORE',
    fallback: 'none',
    meaning:
      'Only for a change: the secret until now, for `kept secret rotate`, and for the first start of a database ' +
      'that ran with the password in DATABASE_URL as its secret, where that password has been changed meanwhile.',
    wayOut: 'Give the secret or password that was in use until now.',
    form: z.string(),
  },
  {
    name: 'KEPT_CONNECTIONS',
    fallback: 'public=8,work=8,intake=4,release=2',
    meaning:
      'How many connections each gate may have to the database, in each process; what is left out stays as it ' +
      'is. One more is for the pulse, and a few come and go. No gate takes one of another, and the intake holds ' +
      'one of its own all the time, so that answers are taken while the workspace is full. A request waits 2.5 ' +
      'seconds for one, then it is told to come again.',
    wayOut:
      'Give whole numbers from 1 to 200 for some of public, work, intake and release, such as KEPT_CONNECTIONS=work=16,intake=8.',
    form: z.string().refine((value) => connectionsIn(value) !== null, 'not such a list'),
  },
  {
    name: 'BASE_URL',
    fallback: 'http://localhost:PORT',
    meaning:
      'Address at which people reach this Kept; used in e-mails, feeds and publications. Asked by another name, ' +
      'Kept answers 421, except for /healthz and /readyz, and for whoever asks on its own machine.',
    wayOut: 'Give a full web address without a path, such as BASE_URL=https://kept.example.gov.uk.',
    form: address('http:', 'https:').refine(
      (value) => URL.canParse(value) && new URL(value).pathname === '/' && new URL(value).search === '',
      'has a path',
    ),
  },
  {
    name: 'SMTP_URL',
    fallback: 'none: no e-mail is sent; `kept admin link` prints sign-in links',
    meaning:
      'Mail server that sends Kept’s letters: sign-in links, invitations, reminders. Letters hold links that let ' +
      'somebody in, so nothing goes to it without encryption: smtps:// from the first byte, smtp:// only after ' +
      'STARTTLS with a certificate that is valid for its name. Only a mail server on this machine (localhost, ' +
      '127.0.0.1, [::1]) may do without. Letters wait, sealed, while it does not answer.',
    wayOut: 'Give smtp://user:password@host:587 or smtps://user:password@host:465, with nothing after the port.',
    form: address('smtp:', 'smtps:').refine(
      (value) => URL.canParse(value) && isOnlyHost(new URL(value)),
      'has no host, or more than a host',
    ),
  },
  {
    name: 'MAIL_FROM',
    fallback: 'kept@ the host of BASE_URL',
    meaning: 'Sender of the e-mails.',
    wayOut: 'Give one e-mail address, such as MAIL_FROM=kept@example.gov.uk.',
    form: z.string().regex(/^[^\s@<>,;]+@[^\s@<>,;]+$/),
  },
  {
    name: 'KEPT_PROXY',
    fallback: 'off',
    meaning:
      'Whether one reverse proxy stands before Kept: the sender of a request, who counts for limits of tries, is ' +
      'then the last address in X-Forwarded-For, which that proxy added. What stands before it counts for ' +
      'nothing.',
    wayOut: 'Give on or off. On only where everybody comes through the proxy.',
    form: z.enum(['on', 'off']),
  },
  {
    name: 'KEPT_SECURITY_CONTACT',
    fallback: 'none: /.well-known/security.txt is not there',
    meaning:
      'Where somebody who finds a fault of security writes to, shown at /.well-known/security.txt (RFC 9116): an ' +
      'e-mail address, or an https address of a page that says how.',
    wayOut:
      'Give an e-mail address, such as KEPT_SECURITY_CONTACT=security@example.gov.uk, or an address that begins with https://.',
    form: z.union([z.email(), address('https:')]),
  },
  {
    name: 'KEPT_BACKUP_AT',
    fallback: 'none: Kept makes no backups by itself',
    meaning:
      'Time of day in London at which this process makes a backup each day, sealed, and once a week restores one ' +
      'as a drill. Give it to one process only. It needs KEPT_BACKUP_KEY.',
    wayOut: 'Give hours and minutes, such as KEPT_BACKUP_AT=02:30.',
    form: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
  },
  {
    name: 'KEPT_BACKUP_KEY',
    fallback: 'none: `kept backup FILE` is not sealed',
    meaning:
      'Public key for which backups are sealed. Its private key opens them and is not needed on this machine: `kept backup key` prints a pair.',
    wayOut: 'Give what "kept backup key" prints as the public key; it begins with kept-backup-to-.',
    form: z.string().refine(isBackupKey, 'not such a key'),
  },
  {
    name: 'KEPT_BACKUP_FOLDER',
    fallback: 'KEPT_DATA/backups',
    meaning:
      'Where Kept lays its own backups, and deletes the old ones. Copy them to another place: a fire takes the machine and what lies on it.',
    wayOut: 'Give the path of a folder, such as KEPT_BACKUP_FOLDER=/srv/backups/kept.',
    form: z.string().refine((value) => !value.includes('\0') && !/[\r\n]/.test(value), 'not a path'),
  },
  {
    name: 'KEPT_BACKUP_KEEP',
    fallback: '14',
    meaning:
      'How many of its own backups Kept keeps; the oldest goes when a newer one is whole. Those that hold the ' +
      'key of a survey go within seven days after it was mixed.',
    wayOut: 'Give a whole number from 1 to 1000.',
    form: z
      .string()
      .refine((value) => /^\d{1,4}$/.test(value) && Number(value) >= 1 && Number(value) <= 1000, 'not such a number'),
  },
  {
    name: 'KEPT_METRICS_TOKEN',
    fallback: 'none: /metrics answers on this machine alone',
    meaning:
      'With it, /metrics answers from elsewhere too, by whatever name it is asked: to who sends the header ' +
      '`Authorization: Bearer` with this token. Everybody else is told that there is no such page.',
    wayOut: 'Give 24 to 200 characters without blanks that nobody can guess, such as "kept secret new" prints.',
    form: z.string().refine((value) => /^[\x21-\x7e]{24,200}$/.test(value), 'too short, or not plain characters'),
  },
  {
    name: 'KEPT_USER',
    fallback: 'kept where there is such a user, else the owner of KEPT_DATA',
    meaning:
      'Only for a start as root: the user whom Kept becomes before it opens anything. In real use Kept does not ' +
      'stay root where it finds nobody; `root` lets it, and it says so at each start.',
    wayOut: 'Give the name of a user of this machine, such as KEPT_USER=kept.',
    form: z.string().regex(/^[\w][\w.-]{0,31}$/),
  },
  {
    name: 'KEPT_LOG',
    fallback: 'text in a demonstration, else json',
    meaning:
      'Form of the log on the standard error: `text` is a line with time and level, `json` is what pino writes, ' +
      'for collectors. No line names a person, an address or what somebody typed.',
    wayOut: 'Give text or json.',
    form: z.enum(logForms),
  },
  {
    name: 'KEPT_DEMO',
    fallback: 'on, unless BASE_URL, SMTP_URL or DATABASE_URL is given',
    meaning:
      'Demonstration: loads example data, and lets a visitor choose a persona in place of signing in. No letter ' +
      'goes out, so it does not go together with SMTP_URL. A database that holds the demonstration never becomes ' +
      'one for real use, and the other way round: such a start is refused.',
    wayOut: 'Give on or off.',
    form: z.enum(['on', 'off']),
  },
] as const satisfies readonly Setting[];

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataFolder: string;
  /** Megabytes that are kept for answers. */
  readonly reserve: number;
  readonly databaseUrl: string | null;
  /** Past the pooler in databaseUrl; null where there is none. */
  readonly directUrl: string | null;
  readonly connections: Connections;
  readonly secret: string | null;
  readonly secretBefore: string | null;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly demo: boolean;
  readonly log: LogForm;
  /** As security.txt says it: mailto: or https:. */
  readonly securityContact: string | null;
  readonly behindProxy: boolean;
  /** Whom a Kept that was started as root becomes. */
  readonly user: string | null;
  readonly metricsToken: string | null;
  /** Hours and minutes in London; null for no timetable. */
  readonly backupAt: string | null;
  readonly backupKey: string | null;
  /** Absolute. */
  readonly backupFolder: string;
  readonly backupKeep: number;
}

/** A setting that cannot be used: names the setting and the way out, and is shown to the person without a stack trace. */
export class SettingProblem extends Error {
  override readonly name = 'SettingProblem';
}

/** The value as it may be shown: never the password inside an address. */
function shown(name: string, value: string): string {
  if (name.startsWith('KEPT_SECRET') || name === 'KEPT_BACKUP_KEY' || name.endsWith('_TOKEN')) return '(hidden)';
  const at = value.lastIndexOf('@');
  const scheme = value.indexOf('://');
  const rest = at < 0 ? value : `${scheme < 0 || scheme > at ? '' : value.slice(0, scheme + 3)}…${value.slice(at)}`;
  // Nor one among the parameters.
  const end = /[?&]/.exec(rest)?.index ?? rest.length;
  return `«${rest.slice(0, Math.min(end, 120))}${end < rest.length ? '…' : ''}»`;
}

/** Larger than any value of a setting. */
const fileAtMost = 100_000;

/** What the file that NAME_FILE names holds: so a secret need stand in no environment, which every program of the same user can read. */
function fromFile(
  name: string,
  environment: Environment,
): { readonly value: string | undefined } | { readonly problem: string } {
  const file = environment[`${name}_FILE`]?.trim();
  if (file === undefined || file === '') return { value: environment[name]?.trim() };
  if ((environment[name] ?? '').trim() !== '')
    return { problem: `The settings ${name} and ${name}_FILE say the same thing twice. Leave one of them out.` };
  try {
    const bytes = readAtMost(file, fileAtMost);
    if (bytes === null) return { problem: `The file that ${name}_FILE names is too large for a setting.` };
    return { value: bytes.toString('utf8').trim() };
  } catch {
    return {
      problem: `There is no file that can be read where ${name}_FILE says. Give the path of one, or leave it out.`,
    };
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads all settings, or says in one message everything that is wrong with them. */
export function readConfig(environment: Environment): Config {
  const problems: string[] = [];
  const given = new Map<string, string>();
  for (const setting of settings) {
    const found = fromFile(setting.name, environment);
    if ('problem' in found) {
      problems.push(found.problem);
      continue;
    }
    const { value } = found;
    if (value === undefined || value === '') continue;
    const rule = 'rule' in setting ? setting.rule(value) : null;
    if (setting.form.safeParse(value).success && rule === null) given.set(setting.name, value);
    else
      problems.push(
        `The setting ${setting.name} cannot be ${shown(setting.name, value)}. ${rule === null ? '' : `${rule}. `}${setting.wayOut}`,
      );
  }
  if (given.get('KEPT_DEMO') === 'on' && given.has('SMTP_URL'))
    problems.push(
      'The settings KEPT_DEMO=on and SMTP_URL do not go together: a demonstration promises its visitors that no letter goes out. Leave one of them out.',
    );
  if (given.has('KEPT_BACKUP_AT') && !given.has('KEPT_BACKUP_KEY'))
    problems.push(
      'The setting KEPT_BACKUP_AT needs KEPT_BACKUP_KEY beside it: backups by timetable are sealed. "kept backup ' +
        'key" prints a pair; keep its private key away from this machine.',
    );
  if (given.has('DATABASE_DIRECT_URL') && !given.has('DATABASE_URL'))
    problems.push(
      'The setting DATABASE_DIRECT_URL stands beside a pooler in DATABASE_URL, and there is none. Give the server itself as DATABASE_URL.',
    );
  if (problems.length > 0) throw new SettingProblem(problems.join('\n'));
  const port = Number(given.get('PORT') ?? 3000);
  const baseUrl = (given.get('BASE_URL') ?? `http://localhost:${port}`).replace(/\/$/, '');
  const demo = given.has('KEPT_DEMO')
    ? given.get('KEPT_DEMO') === 'on'
    : !['BASE_URL', 'SMTP_URL', 'DATABASE_URL'].some((name) => given.has(name));
  return {
    port,
    host: given.get('HOST') ?? '127.0.0.1',
    dataFolder: resolve(given.get('KEPT_DATA') ?? 'data'),
    reserve: Number(given.get('KEPT_RESERVE') ?? usualReserve),
    databaseUrl: given.get('DATABASE_URL') ?? null,
    directUrl: given.get('DATABASE_DIRECT_URL') ?? null,
    connections: connectionsIn(given.get('KEPT_CONNECTIONS') ?? '') ?? usualConnections,
    secret: given.get('KEPT_SECRET') ?? null,
    secretBefore: given.get('KEPT_SECRET_BEFORE') ?? null,
    baseUrl,
    smtpUrl: given.get('SMTP_URL') ?? null,
    mailFrom: given.get('MAIL_FROM') ?? `kept@${new URL(baseUrl).hostname}`,
    securityContact: contactOf(given.get('KEPT_SECURITY_CONTACT')),
    behindProxy: given.get('KEPT_PROXY') === 'on',
    user: given.get('KEPT_USER') ?? null,
    metricsToken: given.get('KEPT_METRICS_TOKEN') ?? null,
    backupAt: given.get('KEPT_BACKUP_AT') ?? null,
    backupKey: given.get('KEPT_BACKUP_KEY') ?? null,
    backupFolder: resolve(given.get('KEPT_BACKUP_FOLDER') ?? join(given.get('KEPT_DATA') ?? 'data', 'backups')),
    backupKeep: Number(given.get('KEPT_BACKUP_KEEP') ?? 14),
    demo,
    log: logForms.find((one) => one === given.get('KEPT_LOG')) ?? (demo ? 'text' : 'json'),
  };
}

function contactOf(given: string | undefined): string | null {
  return given === undefined ? null : given.startsWith('https:') ? given : `mailto:${given}`;
}

/** The table of docs/settings.md. */
export function settingsTable(): string {
  return [
    '| Setting | When left out | What it does |',
    '| --- | --- | --- |',
    ...settings.map((one) => `| \`${one.name}\` | ${one.fallback} | ${one.meaning} |`),
  ].join('\n');
}
