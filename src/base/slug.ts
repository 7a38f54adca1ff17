import { withoutEnd, withoutEnds } from './ends.js';

/** A name as the part of an address: "Children & Young People Board" -> "children-and-young-people-board". Never empty. */
export function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  const made = withoutEnd(withoutEnds(plain, /-/).slice(0, 80), /-/);
  return made === '' ? 'untitled' : made;
}

/** The first of "name", "name-2", "name-3" ... that is not taken. */
export function freeSlug(name: string, isTaken: (candidate: string) => boolean): string {
  const base = slug(name);
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? base : `${base}-${count}`;
    if (!isTaken(candidate)) return candidate;
  }
}
