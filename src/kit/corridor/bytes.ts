/** How bytes go out: a file under its name, the part of it that a player asks for, a page made small for a phone. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Outcome } from '../page.js';

/** A name that a header can carry (RFC 6266): whatever came from outside is left with letters, digits, full stops and hyphens. */
function fileName(wanted: string): string {
  return wanted.slice(-120).replace(/[^\w.-]+/g, '-') || 'file';
}

/** What a file of ours is called where it is saved, and whether pages of other sites may show it. */
export function fileHeaders(
  {
    download,
    type,
    isShownElsewhere,
  }: Pick<Extract<Outcome, { kind: 'file' }>, 'download' | 'type' | 'isShownElsewhere'>,
  address: string,
): Readonly<Record<string, string>> {
  const path = address.split('?')[0] ?? '';
  const isPage = /^text\/(html|javascript)/.test(type);
  return {
    ...(download !== undefined
      ? { 'content-disposition': `attachment; filename="${fileName(download)}"` }
      : isPage
        ? {}
        : { 'content-disposition': `inline; filename="${fileName(path.slice(path.lastIndexOf('/') + 1))}"` }),
    ...(isShownElsewhere ? { 'cross-origin-resource-policy': 'cross-origin' } : {}),
  };
}

/** The part of a file that a player asks for (RFC 9110, 14): first and last byte; null for all of it. Some players play nothing without. */
export function partAsked(range: string | undefined, size: number): readonly [number, number] | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,12})-(\d{0,12})$/.exec(range ?? '') ?? [];
  if (from === '' && to === '') return null;
  const [first, last] =
    from === ''
      ? [Math.max(0, size - Number(to)), size - 1]
      : [Number(from), to === '' ? size - 1 : Math.min(Number(to), size - 1)];
  return first <= last ? [first, last] : null;
}

export function sendFile(request: FastifyRequest, reply: FastifyReply, type: string, body: Buffer): FastifyReply {
  reply.type(type);
  if (!type.startsWith('audio/')) return reply.send(body);
  reply.header('accept-ranges', 'bytes');
  const part = partAsked(request.headers.range, body.length);
  if (part === null) return reply.send(body);
  const [first, last] = part;
  return reply
    .status(206)
    .header('content-range', `bytes ${first}-${last}/${body.length}`)
    .send(body.subarray(first, last + 1));
}

/**
 * A page made for one answer alone, made light for a phone: no shelf does it before. No other site can have one made (the attempt's cookie is
 * SameSite=Strict and forms are taken from this site only), so its length tells nobody what it repeats.
 */
export function light(request: FastifyRequest, reply: FastifyReply, markup: string): string | Buffer {
  const accepts = request.headers['accept-encoding'] ?? '';
  reply.header('vary', 'accept-encoding');
  if (/\bbr\b/.test(accepts)) {
    reply.header('content-encoding', 'br');
    return brotliCompressSync(markup, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
  }
  if (/\bgzip\b/.test(accepts)) {
    reply.header('content-encoding', 'gzip');
    return gzipSync(markup, { level: 4 });
  }
  return markup;
}
