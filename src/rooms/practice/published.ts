import type { Read } from '#kit/db/gate.js';

/** Titles of published practices by their slug. */
export async function practiceTitles(read: Read, slugs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (slugs.length === 0) return new Map();
  const rows = await read.selectFrom('published.practice').select(['slug', 'title']).where('slug', 'in', slugs).execute();
  return new Map(rows.map(({ slug, title }) => [slug, title]));
}
