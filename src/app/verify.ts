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

interface Emptied {
  id: string;
  kind: string;
  subject: string;
  version: number;
  previous: string | null;
  content_sha256: string;
  html_sha256: string;
  pdf_sha256: string | null;
  withdrawn_on: string;
  is_empty: boolean;
  is_journalled: boolean;
}

async function emptied(gates: Gates): Promise<readonly Emptied[]> {
  return gates.public.read(
    nobody,
    async (read) => (await sql<Emptied>`select * from published.withdrawn_publications()`.execute(read)).rows,
  );
}

function placeOf({ kind, subject, version }: Pick<Row, 'kind' | 'subject' | 'version'>): string {
  return `${kind}\n${subject}\n${String(version).padStart(9, '0')}`;
}

/**
 * Recomputes every hash, and follows every signature. Publications are read one at a time: a large archive does not
 * have to fit into memory. What was withdrawn is no damage: its number stands, and the journal says so.
 */
export async function verify(gates: Gates, outside: Outside = nothingOutside): Promise<Verified> {
  const faults: string[] = [];
  const there = await gates.public.read(nobody, (read) =>
    read.selectFrom('published.publication').select(['id', 'kind', 'subject', 'version', 'previous']).execute(),
  );
  const gone = await emptied(gates);
  const all = [
    ...there.map((one) => ({ ...one, gone: null as Emptied | null })),
    ...gone.map((one) => ({ ...one, gone: one as Emptied | null })),
  ].toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  let before: Pick<Row, 'id' | 'kind' | 'subject' | 'version'> | null = null;
  for (const one of all) {
    const name = `${one.kind} ${one.subject} version ${one.version}`;
    if (one.gone === null) {
      const row: Row | undefined = await gates.public.read(
        nobody,
        async (read) =>
          (
            await sql<Row>`select id, kind, subject, version, content, content_sha256, html, html_sha256, pdf,
              pdf_sha256, previous from published.publication where id = ${one.id}`.execute(read)
          ).rows[0],
      );
      // Withdrawn meanwhile.
      if (!row) continue;
      if (sha256(row.content) !== row.content_sha256)
        faults.push(`The content of ${name} is not what its SHA-256 says.`);
      if (sha256(row.html) !== row.html_sha256) faults.push(`The page of ${name} is not what its SHA-256 says.`);
      if ((row.pdf === null ? null : sha256(row.pdf)) !== row.pdf_sha256)
        faults.push(`The PDF of ${name} is not what its SHA-256 says.`);
    } else {
      if (!one.gone.is_journalled)
        faults.push(`${name} is marked as withdrawn, and no line of the journal says that it was.`);
      if (!one.gone.is_empty) faults.push(`${name} is withdrawn, and something of it is left.`);
    }
    const isNext: boolean = before !== null && before.kind === one.kind && before.subject === one.subject;
    const expected: { readonly version: number; readonly previous: string | null } =
      isNext && before ? { version: before.version + 1, previous: before.id } : { version: 1, previous: null };
    if (one.version !== expected.version || one.previous !== expected.previous)
      faults.push(`A version before ${name} is missing.`);
    before = one;
  }
  const journal = await gates.work.read(nobody, (read) => verifyJournal(read));
  for (const fault of journal.faults)
    faults.push(`The journal of ${fault.scope} is ${fault.fault} at entry ${fault.number}.`);
  const signed = await gates.work.read(nobody, (read) => verifyHeads(read, outside));
  return {
    publications: all.length,
    entries: journal.entries,
    heads: signed.heads,
    notes: signed.notes,
    faults: [...faults, ...signed.faults],
  };
}

/** Which publication a file is, byte for byte: one sentence for each part of a publication that has these bytes. */
export async function recognise(gates: Gates, bytes: Uint8Array): Promise<readonly string[]> {
  const hash = sha256(bytes);
  const { rows } = await gates.public.read(nobody, (read) =>
    sql<{ title: string; version: number; part: string; published_at: Date }>`
      select title, version, published_at,
        case ${hash} when content_sha256 then 'the data (JSON)' when pdf_sha256 then 'the PDF' else 'the page (HTML)' end as part
      from published.publication where ${hash} in (content_sha256, html_sha256, pdf_sha256) order by published_at`.execute(
      read,
    ),
  );
  const withdrawn = (await emptied(gates))
    .filter((one) => [one.content_sha256, one.html_sha256, one.pdf_sha256].includes(hash))
    .map(
      (one) =>
        `This belongs to ${one.kind} ${one.subject}, version ${one.version}, which was withdrawn on ${one.withdrawn_on}.`,
    );
  return [
    ...withdrawn,
    ...rows.map(
      (row) =>
        `This is ${row.part} of “${row.title}”, version ${row.version}, published on ${row.published_at.toISOString().slice(0, 10)}.`,
    ),
  ];
}

/** What the heads that a file names say of this database; null where it names none. */
export async function against(
  gates: Gates,
  bytes: Uint8Array,
  outside: Outside = nothingOutside,
): Promise<{ readonly isHere: boolean; readonly said: readonly string[] } | null> {
  const named = headsNamed(bytes);
  if (named.length === 0) return null;
  const found = await gates.work.read(nobody, async (read) => {
    const each = [];
    for (const one of named) each.push(await verifyAgainst(read, one, outside));
    return each;
  });
  return { isHere: found.every(({ isHere }) => isHere), said: found.map(({ said }) => said) };
}
