import type { Read } from '#kit/db/gate.js';

/** Whether any practice is published: until then nobody is asked which one they use. */
export async function isPracticeThere(read: Read): Promise<boolean> {
  return (await read.selectFrom('published.practice').select('slug').limit(1).executeTakeFirst()) !== undefined;
}

/** Titles of published practices by their slug. */
export async function practiceTitles(read: Read, slugs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (slugs.length === 0) return new Map();
  const rows = await read.selectFrom('published.practice').select(['slug', 'title']).where('slug', 'in', slugs).execute();
  return new Map(rows.map(({ slug, title }) => [slug, title]));
}
