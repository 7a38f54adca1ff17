/** What the public gate knows of meetings and their packs: the published tables and nothing else. */
import { frozenContent, frozenPart } from '#kit/publications/contents.js';
import { sql } from 'kysely';
import type { Read } from '#kit/db/gate.js';
import type { MinutesContent } from '#rooms/decided/minutes/index.js';
import type { PackChange } from './changes.js';
import type { PackContent, PackPages } from './words.js';

export interface PublishedPack {
  readonly id: string;
  readonly version: number;
  readonly newest: number;
  readonly published_at: Date;
  readonly html: string;
  readonly pages: PackPages | null;
  readonly changes: readonly PackChange[] | null;
  readonly board_name: string;
  readonly date: string;
}

/** One version of a meeting's pack, the newest where none is named, without its JSON and PDF. */
export async function publishedPack(
  read: Read,
  board: string,
  meeting: string,
  version: number | null,
): Promise<PublishedPack | undefined> {
  const found = await read
    .selectFrom('published.publication as publication')
    .innerJoin('published.meeting as meeting', (join) =>
      join.on('meeting.board', '=', board).on('meeting.slug', '=', meeting),
    )
    .select([
      'publication.id',
      'publication.version',
      'publication.published_at',
      'publication.html',
      'publication.pages',
      'publication.changes',
      'meeting.board_name',
      'meeting.date',
    ])
    .select(
      sql<number>`(select max(version) from published.publication as other where other.kind = 'pack' and other.subject = publication.subject)`.as(
        'newest',
      ),
    )
    .where('publication.kind', '=', 'pack')
    .where('publication.subject', '=', `${board}/${meeting}`)
    .$if(version !== null, (query) => query.where('publication.version', '=', version ?? 0))
    .orderBy('publication.version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (
    found && {
      ...found,
      pages: frozenPart('pack', 'pages', found.pages),
      changes: frozenPart('pack', 'changes', found.changes),
    }
  );
}

/** The bytes of one version as they were frozen. */
export async function packFile(
  read: Read,
  board: string,
  meeting: string,
  version: number | null,
  form: 'content' | 'pdf',
): Promise<string | Buffer | null> {
  const found = await read
    .selectFrom('published.publication')
    .select(form)
    .where('kind', '=', 'pack')
    .where('subject', '=', `${board}/${meeting}`)
    .$if(version !== null, (query) => query.where('version', '=', version ?? 0))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found?.[form] ?? null;
}

export interface MeetingVersion {
  readonly id: string;
  readonly kind: 'pack' | 'minutes';
  readonly version: number;
  readonly published_at: Date;
  readonly content_sha256: string;
  readonly pdf_sha256: string | null;
  readonly contentBytes: number;
  readonly pdfBytes: number | null;
}

export interface MeetingShown {
  readonly meeting: {
    readonly board: string;
    readonly board_name: string;
    readonly slug: string;
    readonly date: string;
    readonly start: string | null;
    readonly place: string | null;
    readonly mode: string | null;
    readonly state: string;
  };
  /** `characters` of its page: how long it is. */
  readonly pack: {
    readonly content: PackContent;
    readonly pages: PackPages | null;
    readonly characters: number;
  } | null;
  readonly minutes: MinutesContent | null;
  readonly minutesCharacters: number;
  /** Of pack and minutes together, newest first. */
  readonly versions: readonly MeetingVersion[];
  readonly before: { readonly slug: string; readonly date: string } | null;
  readonly after: { readonly slug: string; readonly date: string } | null;
}

/** Everything the page of a meeting shows. */
export async function publishedMeeting(read: Read, board: string, slug: string): Promise<MeetingShown | undefined> {
  const meeting = await read
    .selectFrom('published.meeting')
    .selectAll()
    .where('board', '=', board)
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (!meeting) return undefined;
  const newest = [meeting.pack, meeting.minutes].filter((id) => id !== null);
  const contents =
    newest.length === 0
      ? []
      : await read
          .selectFrom('published.publication')
          .select(['kind', 'content', 'pages', sql<number>`length(html)`.as('characters')])
          .where('id', 'in', newest)
          .execute();
  const versions = await read
    .selectFrom('published.publication')
    .select([
      'id',
      'kind',
      'version',
      'published_at',
      'content_sha256',
      'pdf_sha256',
      sql<number>`octet_length(content)`.as('contentBytes'),
      sql<number | null>`octet_length(pdf)`.as('pdfBytes'),
    ])
    .where('kind', 'in', ['pack', 'minutes'])
    .where('subject', '=', `${board}/${slug}`)
    .orderBy('published_at', 'desc')
    .orderBy('version', 'desc')
    .execute();
  const { rows: neighbours } = await sql<{ slug: string; date: string; comes: 'before' | 'after' }>`
    (select slug, date, 'before' as comes from published.meeting where board = ${board} and date < ${meeting.date}
      order by date desc, coalesce(start, '') desc, slug desc limit 1)
    union all
    (select slug, date, 'after' from published.meeting where board = ${board} and date > ${meeting.date}
      order by date, coalesce(start, ''), slug limit 1)`.execute(read);
  const pack = contents.find(({ kind }) => kind === 'pack');
  const minutes = contents.find(({ kind }) => kind === 'minutes');
  return {
    meeting,
    pack: pack
      ? {
          content: frozenContent('pack', pack.content),
          pages: frozenPart('pack', 'pages', pack.pages),
          characters: pack.characters,
        }
      : null,
    minutes: minutes ? frozenContent('minutes', minutes.content) : null,
    minutesCharacters: minutes?.characters ?? 0,
    versions: versions.map((version) => ({ ...version, kind: version.kind === 'minutes' ? 'minutes' : 'pack' })),
    before: neighbours.find(({ comes }) => comes === 'before') ?? null,
    after: neighbours.find(({ comes }) => comes === 'after') ?? null,
  };
}
