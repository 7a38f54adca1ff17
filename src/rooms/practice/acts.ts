import type { Write } from '#kit/db/gate.js';

/** Which practices a promise uses; takes the place of what was said before. */
export async function recordUses(write: Write, { promise, promiseSlug, organisationName, aim }: { readonly promise: string; readonly promiseSlug: string; readonly organisationName: string; readonly aim: string }, practices: readonly string[]): Promise<void> {
  await write.deleteFrom('published.practice_use').where('promise', '=', promise).execute();
  if (practices.length > 0) await write.insertInto('published.practice_use').values(practices.map((practice) => ({ practice, promise, promise_slug: promiseSlug, organisation_name: organisationName, aim }))).execute();
}
