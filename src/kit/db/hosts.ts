/**
 * The address of a PostgreSQL of one's own, as libpq writes it: one host or several, by name, number or the folder of a socket, with or without a
 * password (PostgreSQL 18, "Connection URIs"). The driver knows one host; here stands which of several took writes last.
 */
import { ok, refused, type Result } from '#base/result.js';
import { isLoopbackHost } from '../loopback.js';

export interface Host {
  /** Empty: the driver's own default (PGHOST, else localhost). */
  readonly host: string;
  /** Empty: 5432, or PGPORT. */
  readonly port: string;
}

export interface Address {
  readonly hosts: readonly Host[];
  readonly user: string | null;
  readonly password: string | null;
  /** As it stands in the address. */
  readonly path: string;
  /** All others, as they go on to the driver. */
  readonly parameters: URLSearchParams;
}

const schemes = ['postgres://', 'postgresql://'];
/** Of whom Kept wants connections: it writes, so only of a server that takes writes. */
const wanted = ['read-write', 'primary'];

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Host and port of one part between commas; null where it is neither. */
function hostIn(text: string): Host | null {
  const inBrackets = text.startsWith('[') ? text.indexOf(']') : -1;
  if (text.startsWith('[') && inBrackets < 0) return null;
  const colon = inBrackets < 0 ? text.indexOf(':') : text.indexOf(':', inBrackets);
  const host = decoded(colon < 0 ? text : text.slice(0, colon));
  const port = colon < 0 ? '' : text.slice(colon + 1);
  if (host === null || !isPort(port)) return null;
  return { host: inBrackets < 0 ? host : host.slice(1, -1), port };
}

function isPort(text: string): boolean {
  return text === '' || (/^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) < 65_536);
}

/** The hosts that parameters name come before those in front of the path; one port is for all of them. */
function hostsOf(authority: string, given: string | null, ports: string | null): Result<readonly Host[], string> {
  const listed =
    given === null ? authority.split(',').map(hostIn) : given.split(',').map((host): Host => ({ host, port: '' }));
  if (listed.includes(null))
    return refused('Each host is a name, a number or the folder of a socket, and its port a number up to 65535');
  const hosts = listed as readonly Host[];
  if (ports === null) return ok(hosts);
  const each = ports.split(',');
  if (!each.every(isPort)) return refused('A port is a number from 1 to 65535');
  if (each.length !== 1 && each.length !== hosts.length)
    return refused(`There are ${hosts.length} hosts and ${each.length} ports: give one port for all, or one for each`);
  return ok(hosts.map(({ host, port }, at) => ({ host, port: (each.length === 1 ? each[0] : each[at]) || port })));
}

/** Reads an address, or says in one sentence which rule it breaks; the sentence quotes nothing of it. */
export function readAddress(url: string): Result<Address, string> {
  const scheme = schemes.find((one) => url.startsWith(one));
  if (scheme === undefined) return refused('It begins with postgres://');
  if (/[\s#]/.test(url)) return refused('A blank or # in it is written as %20 or %23');
  const [before = '', query = ''] = splitOnce(url.slice(scheme.length), '?');
  const [front, path] = splitOnce(before, '/');
  const at = front.lastIndexOf('@');
  const [user = '', password = ''] = at < 0 ? [] : splitOnce(front.slice(0, at), ':').map(decoded);
  if (user === null || password === null || decoded(path) === null)
    return refused('A % stands only before two hexadecimal digits: the sign itself is written as %25');
  const parameters = new URLSearchParams(query);
  const target = parameters.get('target_session_attrs');
  if (target !== null && !wanted.includes(target))
    return refused(
      'Kept writes, so target_session_attrs can only be read-write or primary, which is what it is when left out',
    );
  const hosts = hostsOf(front.slice(at + 1), parameters.get('host'), parameters.get('port'));
  if (!hosts.ok) return hosts;
  if (hosts.value.length > 1 && hosts.value.some(({ host }) => host === ''))
    return refused('Between two commas stands a host');
  const address = {
    hosts: hosts.value,
    user: parameters.get('user') ?? (user || null),
    password: parameters.get('password') ?? (password || null),
    path,
  };
  for (const name of ['host', 'port', 'user', 'password', 'target_session_attrs']) parameters.delete(name);
  return ok({ ...address, parameters });
}

function splitOnce(text: string, sign: string): readonly [string, string] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** Whether it leads to another machine: neither by a socket nor by a name of this one. */
function leadsElsewhere({ hosts }: Address): boolean {
  return hosts.some(({ host }) => host !== '' && !host.startsWith('/') && !isLoopbackHost(host));
}

/**
 * Which rule of encryption an address breaks. The driver would go without, or believe any certificate, where the address says nothing; a server
 * that is somebody else's would then be handed passwords, answers and the key ring. Other modes mean other things to other programs.
 */
export function encryptionRule(address: Address): string | null {
  const mode = address.parameters.get('sslmode');
  if (
    !leadsElsewhere(address) ||
    (!address.parameters.has('uselibpqcompat') && (mode === 'verify-full' || mode === 'disable'))
  )
    return null;
  return (
    'To another machine it says how it is encrypted: sslmode=verify-full (and sslrootcert=FILE for a certificate ' +
    'of your own), or sslmode=disable where something else does it'
  );
}

/** Whether passwords and rows go to another machine as they are. */
export function isOpenToOthers(url: string): boolean {
  const read = readAddress(url);
  return read.ok && leadsElsewhere(read.value) && read.value.parameters.get('sslmode') === 'disable';
}

/** The address with one of its hosts, as the driver reads it. */
function single({ user, password, path, parameters }: Address, { host, port }: Host): string {
  const all = new URLSearchParams(parameters);
  for (const [name, value] of Object.entries({ host, port, user: user ?? '', password: password ?? '' }))
    if (value !== '') all.set(name, value);
  return `postgres:///${path}?${all.toString()}`;
}

/** The same server and database for another user. */
export function addressFor(url: string, user: string, password: string): string {
  const [before, query] = splitOnce(url, '?');
  const parameters = new URLSearchParams(query);
  parameters.set('user', user);
  parameters.set('password', password);
  return `${before}?${parameters.toString()}`;
}

/** Which host of a list took writes last: all connections of this process to the same hosts know it together. */
interface Roster {
  at: number;
}

const rosters = new Map<string, Roster>();

export interface Way {
  /** To one host. */
  readonly connectionString: string;
  readonly many: number;
  /** The host did not answer, or takes no writes: who comes next tries the one after it. */
  passOver(): void;
}

/** The way to the host that is tried now. */
export function wayTo(url: string): Way {
  const read = readAddress(url);
  const many = read.ok ? read.value.hosts.length : 1;
  if (!read.ok || many < 2)
    return {
      connectionString: read.ok ? single(read.value, read.value.hosts[0] ?? { host: '', port: '' }) : url,
      many,
      passOver: () => undefined,
    };
  const key = read.value.hosts.map(({ host, port }) => `${host}:${port}`).join(',');
  const roster = rosters.get(key) ?? { at: 0 };
  rosters.set(key, roster);
  const tried = roster.at;
  return {
    connectionString: single(read.value, read.value.hosts[tried] ?? { host: '', port: '' }),
    many,
    // Of many connections that fail at the same moment the first passes it over, and the others find it done.
    passOver: () => {
      if (roster.at === tried) roster.at = (tried + 1) % many;
    },
  };
}
