/** What the public gate knows of charters: the published tables and nothing else. */
import { type Place } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { type Key, type Slice, slice } from '#kit/db/slice.js';
import { tally } from '#kit/publications/tally.js';

export interface CharterEntry {
  readonly slug: string;
  readonly title: string;
  readonly organisation_name: string;
  readonly organisation_kind: string;
  readonly clauses: number;
  readonly agreed_on: string;
  readonly published_on: string;
}

const columns = [
  'slug',
  'title',
  'organisation_name',
  'organisation_kind',
  'clauses',
  'agreed_on',
  'published_on',
] as const;

const newestFirst: readonly Key[] = [
  { by: 'published_on', type: 'date' },
  { by: 'slug', type: 'text' },
];

/** Charters, the newest first, so many from a place on. */
export async function publishedCharters(read: Read, place: Place, count: number): Promise<Slice<CharterEntry>> {
  return slice(
    read.selectFrom('published.charter').select(columns),
    { keys: newestFirst, descending: true },
    place,
    count,
  );
}

/** How many charters are published. */
export async function countCharters(read: Read): Promise<number> {
  return tally(
    read,
    ['charters'],
    async () =>
      (
        await read
          .selectFrom('published.charter')
          .select((of) => of.fn.countAll<number>().as('total'))
          .executeTakeFirstOrThrow()
      ).total,
  );
}

/** Whether a charter that follows a framework is published. */
export async function isFollowed(read: Read, framework: string): Promise<boolean> {
  return (
    (await read
      .selectFrom('published.charter')
      .select('slug')
      .where('framework', '=', framework)
      .limit(1)
      .executeTakeFirst()) !== undefined
  );
}

/** The promise that each clause became, by clause; undefined where no charter of that name is published. */
export async function publishedCharter(
  read: Read,
  slug: string,
): Promise<(CharterEntry & { readonly promises: ReadonlyMap<string, string> }) | undefined> {
  const own = await read.selectFrom('published.charter').select(columns).where('slug', '=', slug).executeTakeFirst();
  if (!own) return undefined;
  const rows = await read
    .selectFrom('published.charter_clause')
    .select(['clause', 'promise_slug'])
    .where('charter', '=', slug)
    .execute();
  return {
    ...own,
    promises: new Map(
      rows.flatMap(({ clause, promise_slug }) => (promise_slug === null ? [] : [[clause, promise_slug]])),
    ),
  };
}

/** The poster of the newest version. */
export async function posterOf(read: Read, slug: string): Promise<Buffer | null> {
  const row = await read
    .selectFrom('published.charter as charter')
    .innerJoin('published.publication as publication', 'publication.id', 'charter.publication')
    .select('publication.pdf')
    .where('charter.slug', '=', slug)
    .executeTakeFirst();
  return row?.pdf ?? null;
}
