/** The journal: append-only, hash-chained, written by the database itself (migration 20261123-house) and checked here by other means. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { json } from '#kit/db/client.js';
import type { Read, Write } from '#kit/db/gate.js';
import { type SecurityEventName, tellSecurity } from '#kit/security.js';

export interface JournalEntry {
  /** Whose chain the entry belongs to: the id of an organisation or a board, or "house" for what belongs to none. */
  readonly scope: string;
  readonly at: Date;
  /** The id of an account, or "kept" for what Kept does by itself. Never a name: the journal outlives the person's data. */
  readonly who: string;
  readonly verb: string;
  readonly kind: string;
  /** Id of the thing the verb was done to. */
  readonly thing: string;
  readonly why?: string | null;
  readonly detail?: Readonly<Record<string, unknown>>;
  /** Told to whoever guards the installation, once the act is committed. */
  readonly security?: SecurityEventName;
}

/**
 * Writes one act into the journal, in the transaction that does the act; gives its number in the scope's chain. Others
 * of the same scope wait until this transaction ends.
 */
export async function journal(write: Write, entry: JournalEntry): Promise<number> {
  const { rows } = await sql<{
    number: number;
  }>`select kit.append_journal(${entry.scope}, ${entry.at}, ${entry.who}, ${entry.verb}, ${entry.kind},
    ${entry.thing}, ${entry.why ?? null}, ${json(entry.detail ?? {})}::jsonb) as number`.execute(write);
  const first = rows[0];
  if (!first) throw new Error('The journal gave no number');
  if (entry.security)
    tellSecurity(write, {
      name: entry.security,
      how: `${entry.verb} ${entry.kind}`,
      account: entry.who === 'kept' || entry.who === 'head' ? null : entry.who,
      entry: `${entry.scope} ${first.number}`,
    });
  return first.number;
}

/** Whoever acts in the name of an organisation. */
export interface Actor {
  readonly organisation: string;
  readonly account: string;
  readonly now: Date;
}

/** Writes acts on one kind of thing into the journal of the organisation that acts; `security` where guards are told of each. */
export function journalOf(kind: string, security?: SecurityEventName) {
  return async (
    write: Write,
    who: Actor,
    verb: string,
    thing: string,
    detail: Readonly<Record<string, unknown>> = {},
    why: string | null = null,
  ): Promise<void> => {
    await journal(write, {
      scope: who.organisation,
      at: who.now,
      who: who.account,
      verb,
      kind,
      thing,
      why,
      detail,
      ...(security ? { security } : {}),
    });
  };
}

export interface JournalFault {
  readonly scope: string;
  readonly number: number;
  readonly fault: 'changed' | 'missing' | 'out of chain' | 'cut off' | 'without head';
}

interface Row {
  readonly scope: string;
  readonly number: number;
  readonly at: string;
  readonly who: string;
  readonly verb: string;
  readonly kind: string;
  readonly thing: string;
  readonly why: string | null;
  readonly detail: string;
  readonly previous: Buffer;
  readonly hash: Buffer;
}

/** Fields as they are hashed: no two lists give the same text (kit.framed says the same in the database). */
export function framed(fields: readonly (string | null)[]): string {
  return fields.map((field) => (field === null ? '-' : `${Buffer.byteLength(field)}:${field}`)).join('');
}

function hashOf(row: Row): Buffer {
  return createHash('sha256')
    .update(row.previous)
    .update(
      framed([row.scope, String(row.number), row.at, row.who, row.verb, row.kind, row.thing, row.why, row.detail]),
    )
    .digest();
}

const start = Buffer.alloc(32);

async function page(read: Read, scope: string, after: number): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select scope, number, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, who, verb, kind,
      thing, why, detail::text as detail, previous, hash
      from kit.journal where scope = ${scope} and number > ${after} order by number limit 1000`.execute(read);
  return rows;
}

/** Follows every chain from its first entry to its head and names the first fault of each; none means that no entry was changed, removed or put in between. */
export async function verifyJournal(
  read: Read,
): Promise<{ readonly entries: number; readonly scopes: number; readonly faults: readonly JournalFault[] }> {
  const { rows: scopes } = await sql<{ scope: string; number: number | null; hash: Buffer | null }>`
    select scope, h.number, h.hash from (select distinct scope from kit.journal) j full join kit.journal_head h using (scope) order by scope`.execute(
    read,
  );
  const faults: JournalFault[] = [];
  let entries = 0;
  for (const { scope, number, hash } of scopes) {
    const found = await followChain(read, scope, number, hash);
    entries += found.entries;
    if (found.fault) faults.push(found.fault);
  }
  return { entries, scopes: scopes.length, faults };
}

async function followChain(
  read: Read,
  scope: string,
  headNumber: number | null,
  headHash: Buffer | null,
): Promise<{ readonly entries: number; readonly fault: JournalFault | null }> {
  let last: { readonly number: number; readonly hash: Buffer } = { number: 0, hash: start };
  for (;;) {
    const rows = await page(read, scope, last.number);
    for (const row of rows) {
      const at = (
        fault: JournalFault['fault'],
        number = row.number,
      ): { readonly entries: number; readonly fault: JournalFault } => ({
        entries: last.number,
        fault: { scope, number, fault },
      });
      if (row.number !== last.number + 1) return at('missing', last.number + 1);
      if (!row.previous.equals(last.hash)) return at('out of chain');
      if (!row.hash.equals(hashOf(row))) return at('changed');
      last = { number: row.number, hash: row.hash };
    }
    if (rows.length === 0) break;
  }
  if (headNumber === null || headHash === null)
    return { entries: last.number, fault: { scope, number: last.number, fault: 'without head' } };
  if (headNumber > last.number)
    return { entries: last.number, fault: { scope, number: last.number + 1, fault: 'cut off' } };
  if (headNumber < last.number || !headHash.equals(last.hash))
    return { entries: last.number, fault: { scope, number: last.number, fault: 'out of chain' } };
  return { entries: last.number, fault: null };
}
