/**
 * What of a request may be believed: who sent it, by which name Kept was asked, and whether somebody on this machine asks. Headers that any sender
 * can write count for nothing, except what the one proxy before Kept added last (KEPT_PROXY).
 */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

type Request = Pick<IncomingMessage, 'headers' | 'url'> & {
  readonly rawHeaders?: readonly string[];
  readonly socket: { readonly remoteAddress?: string | undefined };
};

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** An IPv4 address in IPv6 dress is the IPv4 address. */
function plainAddress(address: string): string {
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
}

function isLoopbackAddress(address: string): boolean {
  const plain = plainAddress(address);
  const kind = isIP(plain);
  return kind !== 0 && loopback.check(plain, kind === 4 ? 'ipv4' : 'ipv6');
}

/** The first 64 bits: a household or a device is given that many addresses at least (RFC 6177), and may change among them at will. */
function network(address: string): string {
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups =
    tail === undefined ? before : [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** An address as limits count it: null where it is none. Some proxies add a port. */
function counted(given: string): string | null {
  const text = given.trim();
  const bare =
    /^\[([^\]]{1,60})\](?::\d{1,5})?$/.exec(text)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d{1,5}$/.exec(text)?.[1] ?? text;
  const address = plainAddress(bare.split('%')[0] ?? '');
  const kind = isIP(address);
  return kind === 4 ? address : kind === 6 ? network(address) : null;
}

/**
 * Whom limits of tries count: the other end of the connection, or, behind the proxy, the last address of X-Forwarded-For, which that proxy added.
 * Whatever stands before it came with the request and is anybody's invention.
 */
export function senderOf(request: Request, behindProxy: boolean): string {
  const named = behindProxy ? String(request.headers['x-forwarded-for'] ?? '') : '';
  return (
    counted(named.slice(named.lastIndexOf(',') + 1)) ?? counted(request.socket.remoteAddress ?? '') ?? 'nobody known'
  );
}

function isLoopbackName(hostname: string): boolean {
  return hostname === 'localhost' || isLoopbackAddress(hostname.replace(/^\[|\]$/g, ''));
}

/** What proxies add of whom they pass on; not every one adds the same. */
const passedOn = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via'] as const;

/**
 * Whether somebody asks on this machine itself, by a name of the machine: not through a proxy, which passes on Kept's
 * own name (docs/settings.md, KEPT_PROXY).
 */
export function isAskedHere({ headers, socket }: Request): boolean {
  const host = headers.host ?? '';
  if (!isLoopbackAddress(socket.remoteAddress ?? '') || passedOn.some((name) => headers[name] !== undefined))
    return false;
  return URL.canParse(`http://${host}`) && isLoopbackName(new URL(`http://${host}`).hostname);
}

/** By whatever name it is asked, whoever watches over Kept hears whether it is there. */
const byAnyName: ReadonlySet<string | undefined> = new Set(['/healthz', '/readyz']);

/** A request that names two hosts, or another one in its address, may be read in one way by a proxy and in another by us (RFC 9112, 3.2). */
function namesOneHost({ url = '', rawHeaders = [] }: Request): boolean {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    if (name.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts < 2 && (url === '*' || url.startsWith('/'));
}

/** Who brings a token for the figures is let in by it or refused, and no page of another site has one. */
function bringsToken({ url, headers }: Request): boolean {
  return url === '/metrics' && headers.authorization !== undefined;
}

/**
 * Whether Kept may be asked by the name in the Host header. Another name is another site's, which points at our address so that a browser takes
 * Kept for a part of it. On this machine Kept goes by the machine's own names; a demonstration also by a plain address, which nobody can own.
 */
export function makeNameCheck(baseUrl: string, demonstration: boolean): (request: Request) => boolean {
  const own = new URL(baseUrl);
  return (request) => {
    const host = request.headers.host ?? '';
    if (!namesOneHost(request)) return false;
    if (host === own.host || byAnyName.has(request.url) || bringsToken(request)) return true;
    if (!/^[\w.:[\]-]{1,300}$/.test(host) || !URL.canParse(`${own.protocol}//${host}`)) return false;
    const asked = new URL(`${own.protocol}//${host}`);
    if (asked.host === own.host) return true;
    if (isLoopbackName(asked.hostname)) return demonstration || isLoopbackName(own.hostname) || isAskedHere(request);
    return demonstration && isIP(asked.hostname.replace(/^\[|\]$/g, '')) !== 0;
  };
}
