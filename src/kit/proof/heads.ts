/**
 * Signed heads: from time to time, and after every publication, Kept signs where the chains of the journal and of the publications stand. What was
 * signed once cannot be taken back: whoever changes a row, cuts a chain off or puts an older database in its place cannot sign the result, and
 * old PDFs and the folder beside the database (witness.ts) still hold what was signed.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { canonicalJson } from '#base/canonical.js';
import { londonDate, plainDate } from '#base/london.js';
import type { Read, Write } from '#kit/db/gate.js';
import type { Signer } from './signing.js';

export interface SignedHeadRow {
  number: number;
  statement: string;
  sha256: string;
  signature: string;
  publications: number;
  signed_at: Date;
}

interface PublicationLineRow {
  number: number;
  publication: string;
  kind: string;
  subject: string;
  version: number;
  content_sha256: string;
  html_sha256: string;
  pdf_sha256: string | null;
  previous: Buffer;
  hash: Buffer;
}

declare module '#kit/db/tables.js' {
  interface Tables {
    'published.signed_head': SignedHeadRow;
    'published.publication_line': PublicationLineRow;
    'published.signing_key': {
      number: number;
      key: string;
      made_at: Date;
      follows: string | null;
      signature: string | null;
    };
    'kit.signed_scope': { head: number; scope: string; number: number; hash: Buffer };
  }
}

export const statementForm = z.object({
  format: z.literal('kept-head/1'),
  number: z.number().int(),
  /** SHA-256 of the statement before; null for the first. */
  previous: z.string().nullable(),
  at: z.string(),
  key: z.string(),
  /** How many chains the journal has and how many entries in all; SHA-256 of the list of those that grew since the head before. */
  journal: z.object({ scopes: z.number().int(), entries: z.number().int(), grown: z.string() }),
  /** How many publications there are, and the hash of the last line of their chain. */
  publications: z.object({ count: z.number().int(), hash: z.string().nullable() }),
  /** Said by whoever restored a backup: heads after this number were signed in a database that is no more. */
  restoredAfter: z.number().int().optional(),
  /** Said by the owner of the installation: heads between these two are lost, for instance with a server that failed. */
  lost: z.object({ after: z.number().int(), until: z.number().int() }).optional(),
});

export type Statement = z.infer<typeof statementForm>;

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export interface ScopeHead {
  readonly scope: string;
  readonly number: number;
  readonly hash: Buffer;
}

/** The list as it is hashed into a statement. */
export function grownHash(grown: readonly ScopeHead[]): string {
  return sha256(
    canonicalJson(
      grown
        .toSorted((a, b) => (a.scope < b.scope ? -1 : 1))
        .map(({ scope, number, hash }) => [scope, number, hash.toString('hex')]),
    ),
  );
}

/** What a reader is shown of a head. */
export interface HeadSeen {
  readonly number: number;
  readonly sha256: string;
  readonly signed_at: Date;
}

/** The newest signed head: what the next PDF prints. */
export async function newestHead(read: Read): Promise<HeadSeen | undefined> {
  return read
    .selectFrom('published.signed_head')
    .select(['number', 'sha256', 'signed_at'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** As a PDF and a page name it; `kept verify` finds it again in any file. */
export function headMark({ number, sha256: hash }: Pick<HeadSeen, 'number' | 'sha256'>): string {
  return `kept-head:${number}:${hash}`;
}

/** For a PDF: its document properties hold the mark, its foot the words. */
export function headPrinted(head: HeadSeen): { readonly mark: string; readonly words: string } {
  return {
    mark: headMark(head),
    words: `Signed head ${head.number}, ${plainDate(londonDate(head.signed_at))}: ${head.sha256}`,
  };
}

export interface NamedHead {
  readonly number: number;
  readonly sha256: string;
}

/** Every head that a file names, wherever in it. */
export function headsNamed(bytes: Uint8Array): readonly NamedHead[] {
  const text = Buffer.from(bytes).toString('latin1');
  const found = new Map<string, NamedHead>();
  for (let at = text.indexOf('kept-head:'); at >= 0; at = text.indexOf('kept-head:', at + 1)) {
    const [, number = '', hash = ''] = text.slice(at, at + 100).split(':');
    const sha = hash.slice(0, 64);
    const isNumber = number.length > 0 && number.length < 16 && [...number].every((one) => one >= '0' && one <= '9');
    if (
      isNumber &&
      sha.length === 64 &&
      [...sha].every((one) => (one >= '0' && one <= '9') || (one >= 'a' && one <= 'f'))
    )
      found.set(`${number} ${sha}`, { number: Number(number), sha256: sha });
  }
  return [...found.values()];
}

/** Where the journal is written but nothing published, a head is signed this often. */
const minutesBetween = 60;

export interface Signing {
  readonly signer: Signer;
  readonly now: Date;
  /** The number of the newest head that this machine has seen: a new one is never given a number again, so that a database that was put back shows its gap. */
  readonly seen: number;
  /** A backup was restored just now. */
  readonly restored?: boolean;
  /** Heads that are lost, as the owner of the installation says. */
  readonly lost?: { readonly after: number; readonly until: number };
}

/** Signs a head where there is something to sign: a publication, or an hour's journal. Two processes sign one after the other. */
export async function signHead(
  write: Write,
  { signer, now, seen, restored = false, lost }: Signing,
): Promise<HeadSeen | null> {
  await sql`select pg_advisory_xact_lock(20261203, 2)`.execute(write);
  const last = await write
    .selectFrom('published.signed_head')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const line = await write
    .selectFrom('published.publication_line')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const count = line?.number ?? 0;
  // A clock that was ahead for a while must not keep the next hours from being signed.
  const isDue =
    !last ||
    restored ||
    lost ||
    count > last.publications ||
    Math.abs(now.getTime() - last.signed_at.getTime()) >= minutesBetween * 60_000;
  if (!isDue) return null;
  // One statement, one snapshot: of each chain the head, where it grew since it was signed last.
  const { rows } = await sql<ScopeHead & { grown: boolean; scopes: number; entries: number }>`
    select h.scope, h.number, h.hash, s.number is distinct from h.number or s.hash is distinct
      from h.hash as grown, count(*) over ()::int as scopes, (sum(h.number) over ())::bigint as entries
      from kit.journal_head h
      left join lateral (select g.number, g.hash from kit.signed_scope g where g.scope = h.scope order by g.number desc, g.head desc limit 1) s on true
     where h.number > 0`.execute(write);
  const grown = rows.filter((one) => one.grown);
  if (last && !restored && !lost && grown.length === 0 && count === last.publications) return null;
  const number = Math.max(last?.number ?? 0, seen) + 1;
  const statement: Statement = {
    format: 'kept-head/1',
    number,
    previous: last?.sha256 ?? null,
    at: now.toISOString(),
    key: signer.key,
    journal: { scopes: rows[0]?.scopes ?? 0, entries: Number(rows[0]?.entries ?? 0), grown: grownHash(grown) },
    publications: { count, hash: line?.hash.toString('hex') ?? null },
    ...(restored ? { restoredAfter: last?.number ?? 0 } : {}),
    ...(lost ? { lost: { after: lost.after, until: lost.until } } : {}),
  };
  const text = canonicalJson(statement);
  const row = {
    number,
    statement: text,
    sha256: sha256(text),
    signature: signer.sign(text),
    publications: count,
    signed_at: now,
  };
  await write.insertInto('published.signed_head').values(row).execute();
  for (let start = 0; start < grown.length; start += 1000) {
    await write
      .insertInto('kit.signed_scope')
      .values(
        grown
          .slice(start, start + 1000)
          .map(({ scope, number: at, hash }) => ({ head: number, scope, number: at, hash })),
      )
      .execute();
  }
  return { number, sha256: row.sha256, signed_at: now };
}

export interface PublicationProof {
  readonly line: { readonly number: number; readonly previous: string; readonly hash: string } | null;
  /** The first head that covers it; null until the next is signed. */
  readonly head: Pick<SignedHeadRow, 'number' | 'statement' | 'sha256' | 'signature' | 'signed_at'> | null;
}

/** Where a publication stands in the chain, and the first head that was signed over it. */
export async function proofOf(read: Read, publication: string): Promise<PublicationProof> {
  const line = await read
    .selectFrom('published.publication_line')
    .select(['number', 'previous', 'hash'])
    .where('publication', '=', publication)
    .executeTakeFirst();
  if (!line) return { line: null, head: null };
  const head = await read
    .selectFrom('published.signed_head')
    .select(['number', 'statement', 'sha256', 'signature', 'signed_at'])
    .where('publications', '>=', line.number)
    .orderBy('publications')
    .orderBy('number')
    .limit(1)
    .executeTakeFirst();
  return {
    line: { number: line.number, previous: line.previous.toString('hex'), hash: line.hash.toString('hex') },
    head: head ?? null,
  };
}
