/** What the public gate answers of publications: the newest, one by its id, and the signed record. */
import { sql } from 'kysely';
import type { Read } from '#kit/db/gate.js';
import type { SignedHeadRow } from '#kit/proof/heads.js';
import type { SigningKeyRow } from '#kit/proof/signing.js';
import type { PublicationKind } from '#kit/publications/publications.js';

export interface NewestPublication {
  readonly kind: PublicationKind;
  readonly subject: string;
  readonly version: number;
  readonly title: string;
  readonly published_at: Date;
}

export interface LatestPublication extends NewestPublication {
  readonly board_name: string | null;
  /** Of the meeting; null for a board. */
  readonly date: string | null;
}

/** The subjects that were published last, each in its newest version. */
export async function newestPublications(read: Read, count: number): Promise<readonly LatestPublication[]> {
  // Chosen first: a join of all of them, of which six are wanted, makes room for all of them.
  const newest = read
    .selectFrom('published.publication as publication')
    .select([
      'publication.kind',
      'publication.subject',
      'publication.version',
      'publication.title',
      'publication.published_at',
    ])
    .where((expression) =>
      expression.not(
        expression.exists(
          expression
            .selectFrom('published.publication as next')
            .select('next.id')
            .whereRef('next.previous', '=', 'publication.id'),
        ),
      ),
    )
    .orderBy('publication.published_at', 'desc')
    .orderBy('publication.kind')
    .orderBy('publication.subject')
    .limit(count)
    .as('publication');
  return read
    .selectFrom(newest)
    .leftJoin('published.board as board', (join) =>
      join.on(sql<boolean>`board.slug = split_part(publication.subject, '/', 1)`),
    )
    .leftJoin('published.meeting as meeting', (join) =>
      join.on(
        sql<boolean>`meeting.board = split_part(publication.subject, '/', 1) and meeting.slug = split_part(publication.subject, '/', 2)`,
      ),
    )
    .select([
      'publication.kind',
      'publication.subject',
      'publication.version',
      'publication.title',
      'publication.published_at',
      'meeting.date',
    ])
    .select((expression) => expression.fn.coalesce('board.name', 'meeting.board_name').as('board_name'))
    .orderBy('publication.published_at', 'desc')
    .orderBy('publication.kind')
    .orderBy('publication.subject')
    .execute();
}

export interface PublicationFacts extends NewestPublication {
  readonly id: string;
  readonly content_sha256: string;
  readonly html_sha256: string;
  readonly pdf_sha256: string | null;
  readonly contentBytes: number;
  readonly htmlBytes: number;
  readonly pdfBytes: number | null;
  /** All versions of the same subject, newest first. */
  readonly versions: readonly { readonly id: string; readonly version: number; readonly published_at: Date }[];
}

/** A publication by its id, with its fingerprints but without its bytes. */
export async function publicationFacts(read: Read, id: string): Promise<PublicationFacts | undefined> {
  const found = await read
    .selectFrom('published.publication')
    .select([
      'id',
      'kind',
      'subject',
      'version',
      'title',
      'published_at',
      'content_sha256',
      'html_sha256',
      'pdf_sha256',
    ])
    .select([
      sql<number>`octet_length(content)`.as('contentBytes'),
      sql<number>`octet_length(html)`.as('htmlBytes'),
      sql<number | null>`octet_length(pdf)`.as('pdfBytes'),
    ])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) return undefined;
  const versions = await read
    .selectFrom('published.publication')
    .select(['id', 'version', 'published_at'])
    .where('kind', '=', found.kind)
    .where('subject', '=', found.subject)
    .orderBy('version', 'desc')
    .execute();
  return { ...found, versions };
}

/** The frozen bytes of a publication, exactly as they were hashed. */
export async function publicationBytes(
  read: Read,
  id: string,
  form: 'content' | 'html' | 'pdf',
): Promise<string | Buffer | null> {
  const found = await read.selectFrom('published.publication').select(form).where('id', '=', id).executeTakeFirst();
  return found?.[form] ?? null;
}

/** The newest signed heads, the newest first. */
export async function newestHeads(
  read: Read,
  count: number,
): Promise<readonly Pick<SignedHeadRow, 'number' | 'sha256' | 'signed_at' | 'publications'>[]> {
  return read
    .selectFrom('published.signed_head')
    .select(['number', 'sha256', 'signed_at', 'publications'])
    .orderBy('number', 'desc')
    .limit(count)
    .execute();
}

export async function signedHead(read: Read, number: number): Promise<SignedHeadRow | undefined> {
  return read.selectFrom('published.signed_head').selectAll().where('number', '=', number).executeTakeFirst();
}

/** Every key that ever signed, the newest first. */
export async function signingKeys(read: Read): Promise<readonly SigningKeyRow[]> {
  return read.selectFrom('published.signing_key').selectAll().orderBy('number', 'desc').execute();
}
