/** What the public gate knows of charters: the published tables and nothing else. */
import type { Read } from '#kit/db/gate.js';

export interface CharterEntry {
  readonly slug: string;
  readonly title: string;
  readonly organisation_name: string;
  readonly organisation_kind: string;
  readonly clauses: number;
  readonly agreed_on: string;
  readonly published_on: string;
}

const columns = ['slug', 'title', 'organisation_name', 'organisation_kind', 'clauses', 'agreed_on', 'published_on'] as const;

/** Charters, newest first: all, or those that follow one framework. */
export async function publishedCharters(read: Read, from: number, count: number, framework: string | null = null): Promise<{ readonly total: number; readonly charters: readonly CharterEntry[] }> {
  const among = read.selectFrom('published.charter').$if(framework !== null, (query) => query.where('framework', '=', framework ?? ''));
  const { total } = await among.select((of) => of.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const charters = await among.select(columns).orderBy('published_on', 'desc').orderBy('slug').offset(from).limit(count).execute();
  return { total, charters };
}

/** The promise that each clause became, by clause; undefined where no charter of that name is published. */
export async function publishedCharter(read: Read, slug: string): Promise<(CharterEntry & { readonly promises: ReadonlyMap<string, string> }) | undefined> {
  const own = await read.selectFrom('published.charter').select(columns).where('slug', '=', slug).executeTakeFirst();
  if (!own) return undefined;
  const rows = await read.selectFrom('published.charter_clause').select(['clause', 'promise_slug']).where('charter', '=', slug).execute();
  return { ...own, promises: new Map(rows.flatMap(({ clause, promise_slug }) => (promise_slug === null ? [] : [[clause, promise_slug]]))) };
}

/** The poster of the newest version. */
export async function posterOf(read: Read, slug: string): Promise<Buffer | null> {
  const row = await read.selectFrom('published.charter as charter').innerJoin('published.publication as publication', 'publication.id', 'charter.publication').select('publication.pdf').where('charter.slug', '=', slug).executeTakeFirst();
  return row?.pdf ?? null;
}
