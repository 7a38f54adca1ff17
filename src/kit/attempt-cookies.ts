/**
 * Cookies of an attempt (page.ts, AttemptChange): its key, and what the browser carries of it from page to page. All end with the browser's
 * session; what is carried is sent to pages of the intake alone. Small enough each for every browser (RFC 6265bis, 5.6: 4,096 bytes of name and value).
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AttemptChange } from './page.js';
import { cookieNames } from './session.js';

/** Of one value, with its name well below 4,096. */
export const carriedAtMost = 3800;

/**
 * Bytes of a Cookie header that arrive. Straight from the browser: what our server is told to read (`headersAtMost`). Through somebody's
 * proxy: nginx takes 8 kB of a header unless told otherwise, and a request above is refused by the proxy, again and again.
 */
const straight = 160_000;
const byProxy = 7500;
export const headersAtMost = 192 * 1024;

/** The key of the browser's attempt; null where it holds none. */
export function attemptKey(request: FastifyRequest, isSecure: boolean): string | null {
  const key = request.cookies[cookieNames(isSecure).attempt];
  return key !== undefined && /^[\w-]{43}$/.test(key) ? key : null;
}

/** What the browser carries of its attempt, by name. */
export function carriedBy(request: FastifyRequest, isSecure: boolean): Readonly<Record<string, string>> {
  const prefix = cookieNames(isSecure).carried;
  return Object.fromEntries(
    Object.entries(request.cookies).flatMap(([name, value]) =>
      name.startsWith(prefix) && value !== undefined && /^[\w.-]*$/.test(value)
        ? [[name.slice(prefix.length), value]]
        : [],
    ),
  );
}

/** How many bytes may be carried in all, beside the other cookies of this browser. */
export function roomToCarry(request: FastifyRequest, behindProxy: boolean, isSecure: boolean): number {
  const { attempt, carried } = cookieNames(isSecure);
  const others = Object.entries(request.cookies).reduce(
    (sum, [name, value]) =>
      sum + (name === attempt || name.startsWith(carried) ? 0 : name.length + (value?.length ?? 0) + 3),
    0,
  );
  return Math.max(0, (behindProxy ? byProxy : straight) - others - 80);
}

/** Bytes that a carried value takes in the header, at most. */
export function sizeCarried(name: string, value: string): number {
  return cookieNames(true).carried.length + name.length + value.length + 3;
}

/** Does to the browser's cookies what the page says. When an attempt ends everything that was carried of it goes. */
export function changeAttempt(
  request: FastifyRequest,
  reply: FastifyReply,
  { key, carry = {} }: AttemptChange,
  { isSecure, home }: { readonly isSecure: boolean; readonly home: string },
): void {
  const { attempt: own, carried: prefix } = cookieNames(isSecure);
  const options = { path: home, httpOnly: true, sameSite: 'strict', secure: isSecure } as const;
  // Short on purpose: a proxy reads 4 kB of headers before it gives up, and thirty texts may go at once.
  const forget = (name: string): unknown => reply.setCookie(name, '', { path: home, secure: isSecure, maxAge: 0 });
  if (typeof key === 'string') reply.setCookie(own, key, { ...options, path: '/' });
  else if (key === null) reply.setCookie(own, '', { path: '/', secure: isSecure, maxAge: 0 });
  const old = key === undefined ? [] : Object.keys(carriedBy(request, isSecure));
  for (const name of new Set([...old, ...Object.keys(carry)])) {
    const value = carry[name];
    if (typeof value === 'string') reply.setCookie(prefix + name, value, options);
    else if (old.includes(name) || value === null) forget(prefix + name);
  }
}
