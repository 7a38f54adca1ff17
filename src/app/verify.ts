/** `kept verify`: nothing that was published or journalled has been changed since, and everything that was signed is still here. */
import { sql } from 'kysely';
import type { Gates } from '#kit/db/gate.js';
import { nobody } from '#kit/db/gate.js';
import { verifyJournal } from '#kit/journal.js';
import { headsNamed } from '#kit/proof/heads.js';
import { type Outside, verifyAgainst, verifyHeads } from '#kit/proof/verify.js';
import { sha256 } from '#kit/publications/publications.js';

export interface Verified {
  readonly publications: number;
  readonly entries: number;
  readonly heads: number;
  /** What is to be known and is no fault. */
  readonly notes: readonly string[];
  /** One sentence for each fault; none means that all is as it was. */
  readonly faults: readonly string[];
}

interface Row {
  id: string;
  kind: string;
  subject: string;
  version: number;
  content: string;
  content_sha256: string;
  html: string;
  html_sha256: string;
  pdf: Buffer | null;
  pdf_sha256: string | null;
  previous: string | null;
}

/** Where only the database's own word is asked for. */
const nothingOutside: Outside = { key: null, witnessed: [] };

/** Recomputes every hash, and follows every signature. Publications are read one at a time: a large archive does not have to fit into memory. */
export async function verify(gates: Gates, outside: Outside = nothingOutside): Promise<Verified> {
  const faults: string[] = [];
  const ids = await gates.public.read(nobody, (read) => read.selectFrom('published.publication').select('id').orderBy('kind').orderBy('subject').orderBy('version').execute());
  let before: Row | null = null;
  for (const { id } of ids) {
    const row: Row | undefined = await gates.public.read(nobody, async (read) => (await sql<Row>`select id, kind, subject, version, content, content_sha256, html, html_sha256, pdf, pdf_sha256, previous from published.publication where id = ${id}`.execute(read)).rows[0]);
    if (!row) continue;
    const name = `${row.kind} ${row.subject} version ${row.version}`;
    if (sha256(row.content) !== row.content_sha256) faults.push(`The content of ${name} is not what its SHA-256 says.`);
    if (sha256(row.html) !== row.html_sha256) faults.push(`The page of ${name} is not what its SHA-256 says.`);
    if ((row.pdf === null ? null : sha256(row.pdf)) !== row.pdf_sha256) faults.push(`The PDF of ${name} is not what its SHA-256 says.`);
    const isNext: boolean = before !== null && before.kind === row.kind && before.subject === row.subject;
    const expected = isNext && before ? { version: before.version + 1, previous: before.id } : { version: 1, previous: null };
    if (row.version !== expected.version || row.previous !== expected.previous) faults.push(`A version before ${name} is missing.`);
    before = row;
  }
  const journal = await gates.work.read(nobody, (read) => verifyJournal(read));
  for (const fault of journal.faults) faults.push(`The journal of ${fault.scope} is ${fault.fault} at entry ${fault.number}.`);
  const signed = await gates.work.read(nobody, (read) => verifyHeads(read, outside));
  return { publications: ids.length, entries: journal.entries, heads: signed.heads, notes: signed.notes, faults: [...faults, ...signed.faults] };
}

/** Which publication a file is, byte for byte: one sentence for each part of a publication that has these bytes. */
export async function recognise(gates: Gates, bytes: Uint8Array): Promise<readonly string[]> {
  const hash = sha256(bytes);
  const { rows } = await gates.public.read(nobody, (read) =>
    sql<{ title: string; version: number; part: string; published_at: Date }>`
      select title, version, published_at,
        case ${hash} when content_sha256 then 'the data (JSON)' when pdf_sha256 then 'the PDF' else 'the page (HTML)' end as part
      from published.publication where ${hash} in (content_sha256, html_sha256, pdf_sha256) order by published_at`.execute(read),
  );
  return rows.map((row) => `This is ${row.part} of “${row.title}”, version ${row.version}, published on ${row.published_at.toISOString().slice(0, 10)}.`);
}

/** What the heads that a file names say of this database; null where it names none. */
export async function against(gates: Gates, bytes: Uint8Array, outside: Outside = nothingOutside): Promise<{ readonly isHere: boolean; readonly said: readonly string[] } | null> {
  const named = headsNamed(bytes);
  if (named.length === 0) return null;
  const found = await gates.work.read(nobody, async (read) => {
    const each = [];
    for (const one of named) each.push(await verifyAgainst(read, one, outside));
    return each;
  });
  return { isHere: found.every(({ isHere }) => isHere), said: found.map(({ said }) => said) };
}
