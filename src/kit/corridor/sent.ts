/**
 * Reads what a form sent, within what its page declared (kit/fields.ts). A name that the page does not know, or a choice that is too long, is no
 * form of ours; text that is too long, or that cannot be stored, goes back to its writer, who loses nothing.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { withoutTurning } from '#base/turning.js';
import {
  bytesAtMost,
  type FieldLimits,
  type FileLimits,
  lengthAtMost,
  limitOf,
  megabytes,
  valuesAtMost,
} from '#kit/fields.js';
import { queryOf } from '../address.js';
import type { Fields, Sent, UploadedFile } from '#kit/page.js';

type Pair = readonly [name: string, value: string];

/** A form's body as it came, not yet taken apart: first its page says what it takes. */
class FormText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What a script sent, not yet parsed. */
class JsonText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Bodies reach a page as text, so that nothing is parsed for a page that does not take it. No other kind of body is taken at all. */
export function takeBodiesAsText(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
    done(null, new FormText(String(body))),
  );
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_, body, done) =>
    done(null, new JsonText(String(body))),
  );
}

/** The JSON that a script sent; undefined where it is none. */
export function jsonSent(request: FastifyRequest): unknown {
  if (!(request.body instanceof JsonText)) return undefined;
  try {
    return JSON.parse(request.body.text);
  } catch {
    return undefined;
  }
}

/** Languages in which whoever takes part wants to be spoken to, the first first: that of their page, then those of their browser. */
export function languagesOf({ query, body, headers }: FastifyRequest): readonly string[] {
  const sent = body instanceof FormText ? /(?:^|&)language=([\w-]{2,35})(?:&|$)/.exec(body.text)?.[1] : undefined;
  const asked = queryOf(query)['language'];
  const browser = (headers['accept-language'] ?? '')
    .slice(0, 500)
    .split(',')
    .map((one) => one.split(';')[0]?.trim().split('-')[0]);
  return [sent, asked, ...browser].filter((one): one is string => typeof one === 'string' && one !== '');
}

/** What a page takes. */
export interface Taken {
  readonly fields: FieldLimits;
  readonly files?: FileLimits | undefined;
}

export type Faulty = { readonly name: string; readonly value: string } & (
  | { readonly fault: 'too long'; readonly length: number; readonly atMost: number }
  | { readonly fault: 'unreadable' }
);

export type Reading =
  | { readonly kind: 'sent'; readonly sent: Sent }
  | { readonly kind: 'faulty'; readonly pairs: readonly Pair[]; readonly faulty: readonly Faulty[] }
  | { readonly kind: 'refused'; readonly problem: 'not-understood' | 'too-large' | 'too-many' };

export function fieldsOf(pairs: readonly Pair[]): Fields {
  const byName = Map.groupBy(pairs, ([name]) => name);
  return {
    get: (name) => byName.get(name)?.[0]?.[1] ?? '',
    all: (name) => (byName.get(name) ?? []).map(([, value]) => value),
    names: () => [...byName.keys()],
  };
}

/** PostgreSQL stores no U+0000, and half of a surrogate pair is no character (Unicode 3.9, D76). */
function isReadable(value: string): boolean {
  return !value.includes('\0') && value.isWellFormed();
}

/** The other way round: every value with its name. */
export function pairsOf(fields: Fields): readonly Pair[] {
  return fields.names().flatMap((name) => fields.all(name).map((value) => [name, value] as const));
}

/** A text as far as it can be shown: without what cannot be stored. */
export function readable(value: string): string {
  return value.toWellFormed().replaceAll('\0', '').replaceAll('\uFFFD', '');
}

/** What a form brought, against what its page declared. Exported for its own tests. */
export function judged(
  given: readonly Pair[],
  files: Readonly<Record<string, UploadedFile>>,
  fields: FieldLimits,
): Reading {
  const counts = new Map<string, number>();
  const faulty: Faulty[] = [];
  const pairs: Pair[] = [];
  for (const [name, typed] of given) {
    const limit = limitOf(fields, name);
    const value = limit?.length === 'line' && typed.length <= lengthAtMost.line ? withoutTurning(typed) : typed;
    pairs.push([name, value]);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    if (limit === null || count > limit.most) return { kind: 'refused', problem: 'not-understood' };
    const atMost = lengthAtMost[limit.length];
    const isLong = value.length > atMost;
    if (!isLong && isReadable(value)) continue;
    if (limit.length === 'choice') return { kind: 'refused', problem: 'not-understood' };
    faulty.push(
      isLong ? { name, value, fault: 'too long', length: value.length, atMost } : { name, value, fault: 'unreadable' },
    );
  }
  return faulty.length > 0
    ? { kind: 'faulty', pairs, faulty }
    : { kind: 'sent', sent: { fields: fieldsOf(pairs), files } };
}

/** Null for more values than the page takes, found before any is taken apart. */
function pairsIn(body: string, atMost: number): readonly Pair[] | null {
  let many = 1;
  for (let at = body.indexOf('&'); at >= 0; at = body.indexOf('&', at + 1)) {
    many += 1;
    if (many > atMost) return null;
  }
  return [...new URLSearchParams(body)].filter(([name, value]) => name !== '' || value !== '');
}

/** Bytes of files that all uploads together may hold in memory: whoever comes when it is full is asked to come again. */
const uploadsTogether = 256 * megabytes;
let uploading = 0;

class UploadRefused extends Error {
  readonly problem: 'too-large' | 'too-many';
  constructor(problem: 'too-large' | 'too-many') {
    super(problem);
    this.problem = problem;
  }
}

async function bytesOf(part: MultipartFile, atMost: number, hold: (bytes: number) => void): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of part.file as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > atMost) throw new UploadRefused('too-large');
    hold(chunk.length);
    parts.push(chunk);
  }
  return Buffer.concat(parts, size);
}

async function multipartSent(
  request: FastifyRequest,
  reply: FastifyReply,
  fields: FieldLimits,
  files: FileLimits,
): Promise<Reading> {
  const pairs: Pair[] = [];
  const found: Record<string, UploadedFile> = {};
  let held = 0;
  // What was read stays in memory until the answer is out.
  reply.raw.once('close', () => {
    uploading -= held;
    held = 0;
  });
  const hold = (bytes: number): void => {
    if (uploading + bytes > uploadsTogether) throw new UploadRefused('too-many');
    uploading += bytes;
    held += bytes;
  };
  try {
    const largest = Math.max(...Object.values(files).map(({ atMost }) => atMost));
    // The parser cuts a text here: far beyond what any field may have, so that what was cut is never taken for the whole.
    const limits = {
      fields: valuesAtMost(fields),
      files: Object.keys(files).length,
      fileSize: largest + 1,
      fieldSize: bytesAtMost(fields),
      fieldNameSize: 200,
      headerPairs: 20,
    };
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') {
        if (part.valueTruncated || part.fieldnameTruncated) return { kind: 'refused', problem: 'too-large' };
        hold(String(part.value).length);
        pairs.push([part.fieldname, String(part.value)]);
        continue;
      }
      const limit = Object.hasOwn(files, part.fieldname) ? files[part.fieldname] : undefined;
      if (limit === undefined || Object.hasOwn(found, part.fieldname))
        return { kind: 'refused', problem: 'not-understood' };
      const bytes = await bytesOf(part, limit.atMost, hold);
      // A browser sends an empty nameless file where none was chosen.
      if (part.filename !== '' || bytes.length > 0)
        found[part.fieldname] = {
          name: withoutTurning(part.filename.slice(0, 300).toWellFormed()).replace(/\p{Cc}/gu, ''),
          bytes,
        };
    }
    return judged(pairs, found, fields);
  } catch (problem) {
    if (problem instanceof UploadRefused) return { kind: 'refused', problem: problem.problem };
    // Limits of the parser say what they are. Whatever else it stumbles over, in whichever words, is in the sender's bytes.
    if (problem instanceof Error && 'statusCode' in problem) throw problem;
    return { kind: 'refused', problem: 'not-understood' };
  }
}

/** Reads the form of a page. A page that declares no file takes no multipart body: not a byte of it is read. */
export async function readSent(
  request: FastifyRequest,
  reply: FastifyReply,
  { fields, files }: Taken,
): Promise<Reading> {
  if (request.isMultipart())
    return files === undefined
      ? { kind: 'refused', problem: 'not-understood' }
      : multipartSent(request, reply, fields, files);
  const { body } = request;
  if (body === undefined || body === null) return judged([], {}, fields);
  if (!(body instanceof FormText)) return { kind: 'refused', problem: 'not-understood' };
  const pairs = pairsIn(body.text, valuesAtMost(fields));
  return pairs === null ? { kind: 'refused', problem: 'not-understood' } : judged(pairs, {}, fields);
}

/**
 * Reads what a sender is still sending, and forgets it, so that they hear the refusal instead of a broken connection: half a minute and some
 * hundred megabytes at most where files are sent, a moment where only a form is.
 */
export async function drained(request: FastifyRequest): Promise<void> {
  const [atMost, milliseconds] = request.isMultipart() ? [256 * megabytes, 30_000] : [16 * megabytes, 2000];
  await readAndForgotten(request.raw, atMost, milliseconds);
}

async function readAndForgotten(request: FastifyRequest['raw'], atMost: number, milliseconds: number): Promise<void> {
  if (request.complete || request.destroyed) return;
  request.unpipe();
  let bytes = 0;
  const over = new Promise<void>((settle) => {
    request.on('data', (part: Buffer) => {
      bytes += part.length;
      if (bytes > atMost) settle();
    });
    for (const event of ['end', 'close', 'error'] as const) request.on(event, settle);
    request.resume();
  });
  const clock = new AbortController();
  await Promise.race([
    over,
    pause(milliseconds, undefined, { ref: false, signal: clock.signal }).catch(() => undefined),
  ]);
  clock.abort();
}
