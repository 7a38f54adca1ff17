/**
 * Public pages are bytes made once: what the public gate has answered stays on the shelf, compressed, until the next act of
 * publishing or the next day in London. A page on the shelf goes out before the router is asked at all (goal: 80 % of a
 * bare server that sends the same bytes; npm run bench shows it).
 *
 * Nothing goes out that is older than a second, unless the database is away: then pages that may go on do so for ten minutes, and say so
 * (docs/decisions/0019).
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { londonDate } from '#base/london.js';
import { canonicalAddress } from './canonical.js';

const brotli = promisify(brotliCompress);
/** Bytes from which a body is not compressed while its first reader, and everybody else, waits. */
const largeFrom = 400 * 1024;
const bytesAtMost = 128 * 1024 * 1024;
/** What an entry costs besides its bytes. */
const entryWeight = 2048;
/** How old the last word of the database may be for a page to go out without asking again. */
const freshFor = 1000;
/** How long pages go on from memory after the last word of the database. */
export const memoryLasts = 10 * 60_000;
/** After a question that was not answered nobody asks again for a moment: the next beat does. */
const silentFor = 1500;

type Encoding = 'br' | 'gzip' | null;

/** One form of a page, ready to go out: nothing is put together while a reader waits. */
interface Form {
  readonly headers: string[];
  readonly body: Buffer;
}

/** A page as it is given to the shelf. */
export interface MadePage {
  /** Its one address (`addressOf`), however it was asked for. */
  readonly key: string;
  readonly body: Uint8Array | string;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly from: Freshness;
  /** Whether it may go out from memory while the database is away. */
  readonly goesOn: boolean;
}

interface Shelved {
  readonly etag: string;
  readonly unchanged: string[];
  readonly plain: Form;
  br: Form | null;
  readonly gzip: Form | null;
  weight: number;
  readonly revision: number;
  readonly day: string;
  readonly goesOn: boolean;
  readonly type: string;
  readonly own: Readonly<Record<string, string>>;
  /** As it goes out while the database is away: made when first asked for. */
  fromMemory: { readonly asOf: number; readonly forms: Map<Encoding, Form> } | null;
}

function formOf(headers: readonly string[], body: Buffer, encoding: Encoding): Form {
  return {
    headers: [...headers, 'content-length', String(body.length), ...(encoding ? ['content-encoding', encoding] : [])],
    body,
  };
}

function compressed(body: Buffer, encoding: Encoding, quality: number): Buffer {
  if (encoding === 'br')
    return brotliCompressSync(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    });
  return encoding === 'gzip' ? gzipSync(body, { level: 6 }) : body;
}

/** What a page was made from: taken before it is made, so that an act of publishing meanwhile makes it old, not new. */
export interface Freshness {
  readonly revision: number;
  readonly day: string;
}

export interface ShelfFigures {
  /** Answers that went out from the shelf; of them while the database was away. */
  readonly hits: number;
  readonly fromMemory: number;
  readonly pages: number;
  readonly bytes: number;
  /** Milliseconds since the last word of the database; null before the first. */
  readonly silence: number | null;
}

export interface Shelf {
  /**
   * Answers from the shelf; false where the page is not there or may be out of date: then `check` comes first, and
   * this once more with the page's one address.
   */
  serve(request: IncomingMessage, response: ServerResponse, key?: string): boolean;
  /** Puts an answer on the shelf and sends it. */
  keepAndServe(request: IncomingMessage, response: ServerResponse, page: MadePage): void;
  /** Makes sure that nothing older than the newest act of publishing is served from here on; tells what that is. Fails where the database is away. */
  check(): Promise<Freshness>;
  /** Something may have been published by this process: nothing goes out before that is known. */
  doubt(): void;
  readonly figures: () => ShelfFigures;
}

export interface ShelfOptions {
  /** A page of HTML with the word that it comes from memory, as it was at that moment. */
  readonly sayOld?: (html: string, asOf: Date) => string;
}

export function makeShelf(
  readRevision: () => Promise<number>,
  clock: () => Date,
  { sayOld = (html) => html }: ShelfOptions = {},
): Shelf {
  const pages = new Map<string, Shelved>();
  let held = 0;
  let hits = 0;
  let memories = 0;
  let revision = 0;
  /** When the last question was put that was answered, and when that was by the clock on the wall. */
  let contact: { readonly at: number; readonly by: Date } | null = null;
  let failedAt: number | null = null;
  /** How often somebody here may have published, and up to which of these times a word of the database has been heard since. */
  let raised = 1;
  let settled = 0;
  /** Up to which of them the question that is out will tell. */
  let askedUpTo = 0;
  const inDoubt = () => settled < raised;
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

  async function checkOnce(): Promise<Freshness> {
    // Whoever publishes from here on raises the doubt again; until the answer is here nothing goes out.
    askedUpTo = raised;
    const upTo = raised;
    const asked = { at: performance.now(), by: clock() };
    try {
      const found = await readRevision();
      if (found !== revision) {
        pages.clear();
        held = 0;
      }
      revision = found;
      settled = upTo;
      contact = asked;
      failedAt = null;
      return { revision, day: today(performance.now()) };
    } catch (problem) {
      failedAt = performance.now();
      throw problem;
    }
  }

  function check(): Promise<Freshness> {
    // An answer to a question that was put before somebody published says nothing of it.
    if (checking && askedUpTo < raised) return checking.then(check, check);
    checking ??= checkOnce().finally(() => {
      checking = null;
    });
    return checking;
  }

  function encodingFor(request: IncomingMessage, page: Shelved): Encoding {
    const accepts = request.headers['accept-encoding'] ?? '';
    return page.br && accepts.includes('br') ? 'br' : page.gzip && accepts.includes('gzip') ? 'gzip' : null;
  }

  function send(request: IncomingMessage, response: ServerResponse, page: Shelved): void {
    if (request.headers['if-none-match'] === page.etag) {
      response.writeHead(304, page.unchanged).end();
      return;
    }
    const encoding = encodingFor(request, page);
    const form = (encoding === 'br' ? page.br : encoding === 'gzip' ? page.gzip : null) ?? page.plain;
    response.writeHead(200, form.headers);
    if (request.method === 'HEAD') response.end();
    else response.end(form.body);
  }

  /** Keeps the shelf below its limit: the oldest goes first. */
  function makeRoom(weight: number): void {
    for (const [key, old] of pages) {
      if (held + weight <= bytesAtMost) return;
      pages.delete(key);
      held -= old.weight;
    }
  }

  function memoryOf(page: Shelved, encoding: Encoding, asOf: { readonly at: number; readonly by: Date }): Form {
    if (page.fromMemory?.asOf !== asOf.at) page.fromMemory = { asOf: asOf.at, forms: new Map() };
    const known = page.fromMemory.forms.get(encoding);
    if (known) return known;
    const body = page.type.startsWith('text/html')
      ? Buffer.from(sayOld(page.plain.body.toString(), asOf.by))
      : page.plain.body;
    // No copy of it outlasts this moment: neither a browser nor a proxy should say tomorrow that we are away.
    const headers = Object.entries({
      ...page.own,
      'cache-control': 'no-store',
      'content-type': page.type,
      vary: 'accept-encoding',
      warning: '111 - "Revalidation Failed"',
    }).flat();
    const form =
      body.length > largeFrom ? formOf(headers, body, null) : formOf(headers, compressed(body, encoding, 4), encoding);
    page.fromMemory.forms.set(encoding, form);
    return form;
  }

  function sendFromMemory(request: IncomingMessage, response: ServerResponse, page: Shelved, now: number): boolean {
    // What this process published itself, and could not read back, may be what nobody should read any more.
    if (!page.goesOn || contact === null || inDoubt() || now - contact.at > memoryLasts || page.revision !== revision)
      return false;
    const form = memoryOf(page, encodingFor(request, page), contact);
    response.writeHead(200, [...form.headers, 'age', String(Math.round((now - contact.at) / 1000))]);
    if (request.method === 'HEAD') response.end();
    else response.end(form.body);
    hits += 1;
    memories += 1;
    return true;
  }

  function pageAt(url: string, key: string | undefined): Shelved | undefined {
    if (key !== undefined) return pages.get(key);
    const known = pages.get(url);
    if (known) return known;
    const canonical = canonicalAddress(url);
    return canonical === null || canonical === url ? undefined : pages.get(canonical);
  }

  return {
    figures: () => ({
      hits,
      fromMemory: memories,
      pages: pages.size,
      bytes: held,
      silence: contact === null ? null : performance.now() - contact.at,
    }),
    check,
    doubt() {
      raised += 1;
      // At once, so that a database which goes away a moment later leaves no doubt behind.
      check().catch(() => undefined);
    },
    serve(request, response, key) {
      if ((request.method !== 'GET' && request.method !== 'HEAD') || request.url === undefined) return false;
      const page = pageAt(request.url, key);
      if (!page) return false;
      const now = performance.now();
      if (failedAt !== null && now - failedAt < silentFor) return sendFromMemory(request, response, page, now);
      if (inDoubt() || contact === null || now - contact.at > freshFor) return false;
      if (page.day !== today(now) || page.revision !== revision) return false;
      hits += 1;
      send(request, response, page);
      return true;
    },
    keepAndServe(request, response, { key, body, type, headers, from, goesOn }) {
      const plain = Buffer.from(body);
      const isText = /^(text|application\/(json|xml|atom))|svg/.test(type) && plain.length > 500;
      const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 24)}"`;
      const common = [
        ...Object.entries({ ...headers, 'content-type': type, vary: 'accept-encoding' }).flat(),
        'etag',
        etag,
      ];
      // A whole register would hold everybody up: it is compressed aside, and goes out as it is until then.
      const isLarge = plain.length > largeFrom;
      const br = isText && !isLarge ? compressed(plain, 'br', 5) : null;
      const gzip = isText && !isLarge ? compressed(plain, 'gzip', 6) : null;
      // Twice where it may be said once more that it is old.
      const weight =
        entryWeight + key.length + (plain.length + (br?.length ?? 0) + (gzip?.length ?? 0)) * (goesOn ? 2 : 1);
      const page: Shelved = {
        etag,
        unchanged: common,
        plain: formOf(common, plain, null),
        br: br && formOf(common, br, 'br'),
        gzip: gzip && formOf(common, gzip, 'gzip'),
        weight,
        goesOn,
        type,
        own: headers,
        fromMemory: null,
        ...from,
      };
      if (from.revision === revision && weight < bytesAtMost / 8) {
        // The same page may be on the shelf already, out of date or made by a second reader at the same moment.
        held -= pages.get(key)?.weight ?? 0;
        pages.delete(key);
        makeRoom(weight);
        held += weight;
        pages.set(key, page);
        // The first reader does not wait for the densest form; everybody after gets it.
        if (isText) {
          brotli(plain, {
            params: {
              [constants.BROTLI_PARAM_QUALITY]: isLarge ? 5 : 11,
              [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
            },
          })
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
