/** Whether a form came from a page of ours: what the browser says of its origin, and the token that goes into every form of a session. */
import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/** Compared in the same time whatever is wrong of it. */
export function isSameToken(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A form must come from a page of this site: the browser says so, and no browser lets a page lie about it. */
export function isOwnOrigin(request: FastifyRequest, baseUrl: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.headers.origin;
  if (origin === undefined) return true;
  return origin === baseUrl || (URL.canParse(origin) && new URL(origin).host === request.headers.host);
}
