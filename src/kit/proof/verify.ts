/** Whether everything that was signed is still here, and as it was. Each fault is one sentence; none means that all is as it was. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Read } from '#kit/db/gate.js';
import { framed } from '#kit/journal.js';
import {
  grownHash,
  type NamedHead,
  type ScopeHead,
  sha256,
  type SignedHeadRow,
  type Statement,
  statementForm,
} from './heads.js';
import { isSignedBy, type SigningKeyRow, trustedKeys } from './signing.js';

/** What is known outside the database. */
export interface Outside {
  /** The public key of the secret in use; null where only the database's own word is there. */
  readonly key: string | null;
  /** Heads that this machine has seen (witness.ts). */
  readonly witnessed: readonly NamedHead[];
}

export interface HeadsVerified {
  readonly heads: number;
  readonly faults: readonly string[];
  /** What is to be known and is no fault: a backup that was restored. */
  readonly notes: readonly string[];
}

function statementOf(row: SignedHeadRow): Statement | null {
  try {
    return statementForm.parse(JSON.parse(row.statement));
  } catch {
    return null;
  }
}

/** Heads between two others. */
export interface Gap {
  readonly after: number;
  readonly until: number;
}

function gapOf(number: number, gaps: readonly Gap[]): Gap | undefined {
  return gaps.find(({ after, until }) => number > after && number < until);
}

const atOnce = 500;

/** All signed heads in their order with their lists, a few hundred at a time. */
async function* headsOf(
  read: Read,
): AsyncGenerator<{ readonly row: SignedHeadRow; readonly grown: readonly ScopeHead[] }> {
  for (let after = -1; ;) {
    const rows = await read
      .selectFrom('published.signed_head')
      .selectAll()
      .where('number', '>', after)
      .orderBy('number')
      .limit(atOnce)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    const { rows: lists } = await sql<
      ScopeHead & { head: number }
    >`select head, scope, number, hash from kit.signed_scope where head > ${after} and head <= ${last.number}`.execute(
      read,
    );
    const listOf = Map.groupBy(lists, ({ head }) => head);
    for (const row of rows) yield { row, grown: listOf.get(row.number) ?? [] };
    after = last.number;
  }
}

async function keysOf(read: Read, outside: Outside, faults: string[]): Promise<ReadonlySet<string>> {
  const rows: readonly SigningKeyRow[] = await read
    .selectFrom('published.signing_key')
    .selectAll()
    .orderBy('number')
    .execute();
  const newest = rows.at(-1);
  if (outside.key !== null && newest && newest.key !== outside.key)
    faults.push(
      'The newest public key in the database is not that of the secret in use: somebody has put another one there.',
    );
  const trusted = trustedKeys(outside.key ?? newest?.key ?? '', rows);
  for (const { key, number } of rows)
    if (!trusted.has(key))
      faults.push(
        `The public key ${number} in the database is vouched for by no later key: what it signed counts for nothing.`,
      );
  return trusted;
}

/** Heads one after the other: signed, numbered, each naming the one before; gaps only where a backup was restored. */
async function followHeads(
  read: Read,
  outside: Outside,
): Promise<
  HeadsVerified & {
    readonly known: ReadonlyMap<number, string>;
    readonly gaps: readonly Gap[];
    readonly missing: readonly Gap[];
    readonly last: Statement | null;
  }
> {
  const faults: string[] = [];
  const notes: string[] = [];
  // What the owner of the installation has signed for, and what is missing.
  const gaps: Gap[] = [];
  const holes: Gap[] = [];
  const known = new Map<number, string>();
  const trusted = await keysOf(read, outside, faults);
  let before: SignedHeadRow | null = null;
  let last: Statement | null = null;
  for await (const { row, grown } of headsOf(read)) {
    const statement = statementOf(row);
    known.set(row.number, row.sha256);
    const name = `The signed head ${row.number}`;
    if (
      !statement ||
      sha256(row.statement) !== row.sha256 ||
      statement.number !== row.number ||
      statement.publications.count !== row.publications
    )
      faults.push(`${name} is not what was signed: its statement was changed.`);
    else if (!trusted.has(statement.key) || !isSignedBy(statement.key, row.statement, row.signature))
      faults.push(`${name} is not signed by the key of this Kept: somebody else made it.`);
    else {
      const expected: SignedHeadRow | null = before;
      const isRestored = statement.restoredAfter !== undefined && statement.restoredAfter === (expected?.number ?? 0);
      if (isRestored) {
        gaps.push({ after: expected?.number ?? 0, until: row.number });
        notes.push(
          `On ${statement.at.slice(0, 10)} a backup was restored. It held the signed heads up to ` +
            `${expected?.number ?? 0}; what was signed between it and the head ${row.number} is not here.`,
        );
      }
      if (statement.lost) {
        gaps.push(statement.lost);
        notes.push(
          `On ${statement.at.slice(0, 10)} whoever runs this Kept said that the signed heads between ` +
            `${statement.lost.after} and ${statement.lost.until} are lost. The journal says why.`,
        );
      }
      if (row.number !== (expected?.number ?? 0) + 1 && !isRestored)
        holes.push({ after: expected?.number ?? 0, until: row.number });
      if (statement.previous !== (expected?.sha256 ?? null)) faults.push(`${name} does not follow the one before it.`);
      if (statement.journal.grown !== grownHash(grown))
        faults.push(`The journal's heads that belong to the signed head ${row.number} were changed.`);
      last = statement;
    }
    before = row;
  }
  const missing = holes.filter((hole) => !gaps.some(({ after, until }) => after <= hole.after && until >= hole.until));
  for (const { until } of missing)
    faults.push(
      `Signed heads are missing before ${until}: an older state of the database was put in place, or they were taken out.`,
    );
  return { heads: known.size, faults, notes, known, gaps, missing, last };
}

interface Line {
  readonly number: number;
  readonly publication: string;
  readonly kind: string;
  readonly subject: string;
  readonly version: number;
  readonly content_sha256: string;
  readonly html_sha256: string;
  readonly pdf_sha256: string | null;
  readonly previous: Buffer;
  readonly hash: Buffer;
  /** Whether the publication is there as the line says. */
  readonly state: 'there' | 'gone' | 'another';
}

function lineHash({ previous, ...line }: Line): Buffer {
  return createHash('sha256')
    .update(previous)
    .update(
      framed([
        String(line.number),
        line.publication,
        line.kind,
        line.subject,
        String(line.version),
        line.content_sha256,
        line.html_sha256,
        line.pdf_sha256,
      ]),
    )
    .digest();
}

function factsOf({
  kind,
  subject,
  version,
  content_sha256,
  html_sha256,
  pdf_sha256,
}: Pick<Line, 'kind' | 'subject' | 'version' | 'content_sha256' | 'html_sha256' | 'pdf_sha256'>): string {
  return framed([kind, subject, String(version), content_sha256, html_sha256, pdf_sha256]);
}

/** The chain of what was published: whole, as it was signed, and each publication still there. */
async function followLines(
  read: Read,
  signed: ReadonlyMap<number, { readonly head: number; readonly hash: string }>,
  faults: string[],
): Promise<number> {
  // What was withdrawn keeps its number and its fingerprints, out of sight of the gates: it is not deleted.
  const { rows: emptied } = await sql<
    Omit<Line, 'number' | 'publication' | 'previous' | 'hash' | 'state'> & { id: string }
  >`select id, kind, subject, version, content_sha256, html_sha256, pdf_sha256 from published.withdrawn_publications()`.execute(
    read,
  );
  const withdrawn = new Map(emptied.map((one) => [one.id, factsOf(one)]));
  let before: { readonly number: number; readonly hash: Buffer } = { number: 0, hash: Buffer.alloc(32) };
  for (;;) {
    const { rows } = await sql<Line>`
      select l.*, case when p.id is null then 'gone'
        when (p.kind, p.subject, p.version, p.content_sha256, p.html_sha256, p.pdf_sha256) is distinct
        from (l.kind, l.subject, l.version, l.content_sha256, l.html_sha256, l.pdf_sha256) then 'another'
        else 'there' end as state
        from published.publication_line l left join published.publication p on p.id = l.publication
          where l.number > ${before.number} order by l.number limit ${atOnce}`.execute(read);
    for (const line of rows) {
      const name = `${line.kind} ${line.subject} version ${line.version}`;
      if (line.number !== before.number + 1)
        faults.push(`Line ${before.number + 1} of the publications is missing: a publication was deleted.`);
      else if (!line.previous.equals(before.hash) || !line.hash.equals(lineHash(line)))
        faults.push(`Line ${line.number} of the publications was changed (${name}).`);
      const emptiedAs = withdrawn.get(line.publication);
      if (emptiedAs !== undefined) {
        if (emptiedAs !== factsOf(line))
          faults.push(`The withdrawn publication ${name} is another one than was published.`);
      } else if (line.state === 'gone') faults.push(`The publication ${name} was deleted.`);
      if (line.state === 'another') faults.push(`The publication ${name} is another one than was published.`);
      const of = signed.get(line.number);
      if (of !== undefined && of.hash !== line.hash.toString('hex'))
        faults.push(
          `The publications up to ${name} are not those that were signed with the head ${of.head}: their chain was made anew.`,
        );
      before = line;
    }
    if (rows.length === 0) return before.number;
  }
}

/** For each count of publications that was signed, the hash that their chain had. */
async function signedCounts(
  read: Read,
): Promise<ReadonlyMap<number, { readonly head: number; readonly hash: string }>> {
  const { rows } = await sql<{ count: number; hash: string; head: number }>`
    select distinct on (publications) publications as count, (statement::jsonb)->'publications'->>'hash' as hash,
      number as head from published.signed_head where publications > 0 order by publications, number`.execute(read);
  return new Map(rows.map(({ count, hash, head }) => [count, { head, hash }]));
}

/** Follows everything that was signed. The journal's own chains are followed by verifyJournal, the bytes of publications by whoever calls. */
export async function verifyHeads(read: Read, outside: Outside): Promise<HeadsVerified> {
  const { heads, notes, known, gaps, last, faults: headFaults } = await followHeads(read, outside);
  const faults = [...headFaults];
  const lines = await followLines(read, await signedCounts(read), faults);
  if (last && last.publications.count > lines)
    faults.push(
      `${last.publications.count} publications were signed with the head ${last.number}, and ${lines} are here: the newest were deleted.`,
    );
  const { rows: strays } = await sql<{
    name: string;
  }>`select p.kind || ' ' || p.subject || ' version ' || p.version as name from published.publication p where not
    exists (select from published.publication_line l where l.publication = p.id) order by p.published_at
    limit 20`.execute(read);
  for (const { name } of strays)
    faults.push(`The publication ${name} stands in no line: it was put in by hand, or its line was taken out.`);
  // The journal under the heads that were signed.
  const { rows: bent } = await sql<{ scope: string; number: number; head: number; gone: boolean }>`
    select s.scope, s.number, s.head, j.hash is null as gone from kit.signed_scope s left
      join kit.journal j on j.scope = s.scope and j.number = s.number where j.hash is distinct from s.hash
      order by s.head, s.scope limit 20`.execute(read);
  for (const { scope, number, head, gone } of bent) {
    faults.push(
      gone
        ? `Entry ${number} of the journal of ${scope}, which was signed with the head ${head}, is missing.`
        : `The journal of ${scope} up to entry ${number} is not the one that was signed with the head ${head}: its chain was made anew.`,
    );
  }
  // What this machine has seen signed.
  const lost = lostOf(outside, known, gaps);
  const newest = lost.at(-1);
  if (newest)
    faults.push(
      `${lost.length} signed ${lost.length === 1 ? 'head' : 'heads'} that this machine has seen, up to ` +
        `${newest.number}, ${lost.length === 1 ? 'is' : 'are'} not in this database: an older one was put in its ` +
        `place, or they were taken out.`,
    );
  return { heads, faults, notes };
}

/** Heads that this machine has seen and that are not here, and that nobody has signed for. */
function lostOf(
  { witnessed }: Outside,
  known: ReadonlyMap<number, string>,
  gaps: readonly Gap[],
): readonly NamedHead[] {
  return witnessed.filter(
    ({ number, sha256: hash }) => known.get(number) !== hash && gapOf(number, gaps) === undefined,
  );
}

/** Between which heads some are missing, for an owner who knows that they are lost; null where none are. */
export async function missingHeads(read: Read, outside: Outside): Promise<Gap | null> {
  const { known, gaps, missing } = await followHeads(read, outside);
  const lost = lostOf(outside, known, gaps).map(({ number }) => ({ after: number - 1, until: number + 1 }));
  const all = [...missing, ...lost];
  return all.length === 0
    ? null
    : { after: Math.min(...all.map(({ after }) => after)), until: Math.max(...all.map(({ until }) => until)) };
}

/** What a file that names a head says of this database. */
export async function verifyAgainst(
  read: Read,
  named: NamedHead,
  outside: Outside,
): Promise<{ readonly isHere: boolean; readonly said: string }> {
  const { gaps, known } = await followHeads(read, outside);
  const here = known.get(named.number);
  if (here === named.sha256) {
    const row = await read
      .selectFrom('published.signed_head')
      .select(['signed_at', 'publications'])
      .where('number', '=', named.number)
      .executeTakeFirstOrThrow();
    return {
      isHere: true,
      said:
        `The file names the signed head ${named.number} of ${row.signed_at.toISOString().slice(0, 10)}, which is ` +
        `here. It covers ${row.publications} ${row.publications === 1 ? 'publication' : 'publications'} and the ` +
        `journal of that time.`,
    };
  }
  const why = here === undefined ? 'there is none with that number here' : 'the one with that number here is another';
  const gap =
    gapOf(named.number, gaps) ?? gaps.find(({ after, until }) => named.number > after && named.number <= until);
  const restored = gap
    ? ` A backup was restored here that held the heads up to ${gap.after}, so this one may have been lost with what was signed after it.`
    : '';
  return {
    isHere: false,
    said:
      `The file names the signed head ${named.number}, and ${why}: this database is not the one from which the ` +
      `file came, or its past was changed.${restored}`,
  };
}
