/**
 * Publishing is one act (architecture: idea 1). A publication is immutable, numbered and hashed; a correction is a new
 * version that names the one before. Rooms decide what is published; this keeps it.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { canonicalJson } from '#base/canonical.js';
import { fold, wordsOf } from '#base/fold.js';
import type { Read, Write } from '#kit/db/gate.js';
import { json } from '#kit/db/client.js';
import { newId } from '#kit/id.js';

/** Kinds of publications by name. Rooms that publish merge theirs, as tables are (db/tables.ts). */
export interface PublicationKinds {
  // Nobody's, so that the interface has a line before any room is there.
  readonly none: never;
}
export type PublicationKind = Exclude<keyof PublicationKinds, 'none'>;

export interface PublicationRow {
  id: string;
  kind: PublicationKind;
  subject: string;
  version: number;
  title: string;
  published_at: Date;
  previous: string | null;
  content: string;
  content_sha256: string;
  html: string;
  html_sha256: string;
  pdf: Buffer | null;
  pdf_sha256: string | null;
  pages: unknown;
  changes: unknown;
}

interface PassageRow {
  publication: string;
  position: number;
  kind: string;
  board: string;
  title: string;
  heading: string;
  date: string | null;
  path: string;
  body: string;
  folded: string;
}

declare module '#kit/db/tables.js' {
  interface Tables {
    'published.publication': PublicationRow;
    'published.passage': PassageRow;
    'published.word': { word: string };
    'published.revision': { only_row: boolean; number: number };
  }
}

/** What one place of a publication says, for the search. */
export interface Passage {
  readonly heading: string;
  /** Address with the anchor. */
  readonly path: string;
  readonly body: string;
}

export interface Draft {
  readonly kind: PublicationKind;
  readonly subject: string;
  readonly version: number;
  readonly title: string;
  readonly content: unknown;
  readonly html: string;
  readonly pdf: Uint8Array | null;
  readonly pages: unknown;
  readonly changes: unknown;
  /** Slug of the board, and the day it is about, for the search. */
  readonly board: string;
  readonly date: string | null;
  readonly passages: readonly Passage[];
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The newest version of a subject, without its bytes; undefined where nothing was published yet. */
export async function newestPublication(
  read: Read,
  kind: PublicationKind,
  subject: string,
): Promise<
  Pick<PublicationRow, 'id' | 'version' | 'content' | 'content_sha256' | 'published_at' | 'title'> | undefined
> {
  return read
    .selectFrom('published.publication')
    .select(['id', 'version', 'content', 'content_sha256', 'published_at', 'title'])
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export interface PublicationVersion {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** The frozen main part. */
  readonly html: string;
  /** Canonical JSON. */
  readonly content: string;
  readonly published_at: Date;
  /** All versions, newest first. */
  readonly versions: readonly { readonly version: number; readonly published_at: Date }[];
}

/** A version of a subject as it was frozen, without its PDF; the newest where none is named. */
export async function publicationVersion(
  read: Read,
  kind: PublicationKind,
  subject: string,
  version: number | null = null,
): Promise<PublicationVersion | undefined> {
  const among = read.selectFrom('published.publication').where('kind', '=', kind).where('subject', '=', subject);
  const versions = await among.select(['version', 'published_at']).orderBy('version', 'desc').execute();
  const own = await among
    .select(['id', 'version', 'title', 'html', 'content', 'published_at'])
    .where('version', '=', version ?? versions[0]?.version ?? 0)
    .executeTakeFirst();
  return own && { ...own, versions };
}

/** Number and id of the newest version that ever was: also of one that was withdrawn, for no number is given twice. */
export async function lastVersion(
  write: Read,
  kind: PublicationKind,
  subject: string,
): Promise<{ readonly id: string; readonly version: number } | undefined> {
  const { rows } = await sql<{
    id: string | null;
    version: number | null;
  }>`select id, version from published.last_version(${kind}, ${subject})`.execute(write);
  const [row] = rows;
  return row && row.id !== null && row.version !== null ? { id: row.id, version: row.version } : undefined;
}

/** Two acts on the same subject wait for each other, so that no version number is given twice. */
export async function holdSubject(write: Write, kind: PublicationKind, subject: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${kind} ${subject}`}, 0))`.execute(write);
}

/**
 * Freezes a version. The caller holds the subject (`holdSubject`) and has numbered the draft after the newest version.
 * The search forgets the older version; the older version itself stays readable for ever.
 */
export async function savePublication(write: Write, draft: Draft, now: Date): Promise<string> {
  const id = newId();
  const content = canonicalJson(draft.content);
  const previous = await lastVersion(write, draft.kind, draft.subject);
  await write
    .insertInto('published.publication')
    .values({
      id,
      kind: draft.kind,
      subject: draft.subject,
      version: draft.version,
      title: draft.title,
      published_at: now,
      previous: previous?.id ?? null,
      content,
      content_sha256: sha256(content),
      html: draft.html,
      html_sha256: sha256(draft.html),
      pdf: draft.pdf ? Buffer.from(draft.pdf) : null,
      pdf_sha256: draft.pdf ? sha256(draft.pdf) : null,
      pages: draft.pages === null ? null : json(draft.pages),
      changes: draft.changes === null ? null : json(draft.changes),
    })
    .execute();
  if (previous) await write.deleteFrom('published.passage').where('publication', '=', previous.id).execute();
  const rows = draft.passages
    .filter((passage) => passage.body.trim() !== '')
    .map((passage, position) => ({
      publication: id,
      position,
      kind: draft.kind,
      board: draft.board,
      title: draft.title,
      heading: passage.heading,
      date: draft.date,
      path: passage.path,
      body: passage.body,
      folded: fold(`${passage.heading}\n${passage.body}`),
    }));
  for (let start = 0; start < rows.length; start += 500) {
    await write
      .insertInto('published.passage')
      .values(rows.slice(start, start + 500))
      .execute();
  }
  const words = wordsOf([draft.title, ...rows.map((row) => row.folded)].join('\n'));
  if (words.length > 0)
    await sql`insert into published.word (word) select unnest(${words}::text[]) on conflict do nothing`.execute(write);
  // The address is taken up again; versions that were withdrawn stay so.
  await sql`delete from published.withdrawal where kind = ${draft.kind} and subject = ${draft.subject} and version is null`.execute(
    write,
  );
  await sql`delete from published.ending where kind = ${draft.kind} and subject = ${draft.subject}`.execute(write);
  await raiseRevision(write);
  return id;
}

/** Publishes the next version of a subject in the caller's transaction; null where the newest version says the same already. */
export async function publishNext(
  write: Write,
  draft: Omit<Draft, 'version'>,
  now: Date,
): Promise<{ readonly id: string; readonly version: number } | null> {
  await holdSubject(write, draft.kind, draft.subject);
  const newest = await newestPublication(write, draft.kind, draft.subject);
  if (newest?.content === canonicalJson(draft.content)) return null;
  const version = ((await lastVersion(write, draft.kind, draft.subject))?.version ?? 0) + 1;
  return { id: await savePublication(write, { ...draft, version }, now), version };
}

/** The number of the newest act of publishing. */
export async function revisionNow(read: Read): Promise<number> {
  return (await read.selectFrom('published.revision').select('number').executeTakeFirstOrThrow()).number;
}

/** Tells every process that pages it keeps in memory are out of date. */
export async function raiseRevision(write: Write): Promise<void> {
  await sql`update published.revision set number = number + 1`.execute(write);
}
