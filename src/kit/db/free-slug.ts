/** Keeps a row under the first address that is free. */
import { slug as slugOf } from '#base/slug.js';

/** With an address past this many of the same name somebody would have to read them all to find theirs. */
const most = 500;

/**
 * `save` keeps the row under a slug, or gives undefined where the constraint of its table finds the slug taken ("on conflict do nothing"): then the
 * next one is tried. Rows of another organisation cannot be seen, and another hand may save at this moment, so no look beforehand decides.
 * `isTaken` says what is known beforehand, such as words that stand in the same place of an address.
 */
export async function saveUnderFreeSlug<T>(
  name: string,
  save: (slug: string) => Promise<T | undefined>,
  isTaken: (slug: string) => boolean = () => false,
): Promise<T> {
  const wanted = slugOf(name);
  for (let count = 1; count <= most; count += 1) {
    const slug = count === 1 ? wanted : `${wanted}-${count}`;
    const saved = isTaken(slug) ? undefined : await save(slug);
    if (saved !== undefined) return saved;
  }
  throw new Error(`no free address for "${name}" among ${most}`);
}
