/**
 * Public pages are bytes made once: what the public gate has answered stays on the shelf, compressed, until the next act of
 * publishing or the next day in London. A page on the shelf goes out before the router is asked at all (goal: 80 % of a
 * bare server that sends the same bytes; npm run bench shows it).
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { londonDate } from '#base/london.js';

const brotli = promisify(brotliCompress);
const bytesAtMost = 128 * 1024 * 1024;
const secondsBetweenChecks = 1;

/** One form of a page, ready to go out: nothing is put together while a reader waits. */
interface Form {
  readonly headers: string[];
  readonly body: Buffer;
}

interface Shelved {
  readonly etag: string;
  readonly unchanged: string[];
  readonly plain: Form;
  br: Form | null;
  readonly gzip: Form | null;
  readonly weight: number;
  readonly revision: number;
  readonly day: string;
}

function formOf(headers: readonly string[], body: Buffer, encoding: 'br' | 'gzip' | null): Form {
  return { headers: [...headers, 'content-length', String(body.length), ...(encoding ? ['content-encoding', encoding] : [])], body };
}

/** What a page was made from: taken before it is made, so that an act of publishing meanwhile makes it old, not new. */
export interface Freshness {
  readonly revision: number;
  readonly day: string;
}

export interface Shelf {
  /** Answers from the shelf; false where the page is not there or may be out of date. */
  serve(request: IncomingMessage, response: ServerResponse): boolean;
  /** Puts an answer on the shelf and sends it. */
  keepAndServe(request: IncomingMessage, response: ServerResponse, page: { readonly body: Uint8Array | string; readonly type: string; readonly headers: Readonly<Record<string, string>>; readonly from: Freshness }): void;
  /** Makes sure that nothing older than the newest act of publishing is served from here on; tells what that is. */
  check(): Promise<Freshness>;
  /** Something may have been published by this process: the next request checks first. */
  doubt(): void;
  readonly hits: () => number;
}

export function makeShelf(readRevision: () => Promise<number>, clock: () => Date): Shelf {
  const pages = new Map<string, Shelved>();
  let held = 0;
  let hits = 0;
  let revision = 0;
  let checkedAt = 0;
  let inDoubt = true;
  let checking: Promise<Freshness> | null = null;
  let day = '';
  let dayUntil = 0;

  function today(now: number): string {
    if (now >= dayUntil) {
      day = londonDate(clock());
      dayUntil = now + 1000;
    }
    return day;
  }

  function check(): Promise<Freshness> {
    checking ??= (async () => {
      try {
        inDoubt = false;
        const found = await readRevision();
        if (found !== revision) {
          pages.clear();
          held = 0;
        }
        revision = found;
        checkedAt = performance.now();
        return { revision, day: today(checkedAt) };
      } catch (problem) {
        inDoubt = true;
        throw problem;
      } finally {
        checking = null;
      }
    })();
    return checking;
  }

  function send(request: IncomingMessage, response: ServerResponse, page: Shelved): void {
    const { headers } = request;
    if (headers['if-none-match'] === page.etag) {
      response.writeHead(304, page.unchanged).end();
      return;
    }
    const accepts = headers['accept-encoding'] ?? '';
    const form = page.br && accepts.includes('br') ? page.br : page.gzip && accepts.includes('gzip') ? page.gzip : page.plain;
    response.writeHead(200, form.headers);
    if (request.method === 'HEAD') response.end();
    else response.end(form.body);
  }

  return {
    hits: () => hits,
    check,
    doubt: () => {
      inDoubt = true;
    },
    serve(request, response) {
      if ((request.method !== 'GET' && request.method !== 'HEAD') || inDoubt || request.url === undefined) return false;
      const page = pages.get(request.url);
      if (!page) return false;
      const now = performance.now();
      // Another process may have published: asked at most once a second, without making this request wait.
      if (now - checkedAt > secondsBetweenChecks * 1000) check().catch(() => undefined);
      if (page.day !== today(now) || page.revision !== revision) return false;
      hits += 1;
      send(request, response, page);
      return true;
    },
    keepAndServe(request, response, { body, type, headers, from }) {
      const plain = Buffer.from(body);
      const isText = /^(text|application\/(json|xml|atom))|svg/.test(type) && plain.length > 500;
      const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 24)}"`;
      const common = [...Object.entries({ ...headers, 'content-type': type, vary: 'accept-encoding' }).flat(), 'etag', etag];
      const br = isText ? brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }) : null;
      const gzip = isText ? gzipSync(plain, { level: 6 }) : null;
      const weight = plain.length + (br?.length ?? 0) + (gzip?.length ?? 0);
      const page: Shelved = {
        etag,
        unchanged: common,
        plain: formOf(common, plain, null),
        br: br && formOf(common, br, 'br'),
        gzip: gzip && formOf(common, gzip, 'gzip'),
        weight,
        ...from,
      };
      if (request.url !== undefined && from.revision === revision && weight < bytesAtMost / 8) {
        // The oldest goes first when the shelf is full.
        for (const [url, old] of pages) {
          if (held + weight <= bytesAtMost) break;
          pages.delete(url);
          held -= old.weight;
        }
        // The same page may be on the shelf already, out of date or made by a second reader at the same moment.
        held += weight - (pages.get(request.url)?.weight ?? 0);
        pages.set(request.url, page);
        // The first reader does not wait for the densest form; everybody after gets it.
        if (isText) {
          brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } })
            .then((dense) => {
              page.br = formOf(common, dense, 'br');
            })
            .catch(() => undefined);
        }
      }
      send(request, response, page);
    },
  };
}
