/** Whether two printed names mean one person: never assumed silently, always told as a doubt where the letters differ. */

/** Keys of names seen lately: lists are compared name by name, and most names come many times. */
const keys = new Map<string, string>();
const MOST_KEYS = 10_000;

/** A name for comparing: small letters, no accents, no points. */
export function nameKey(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[‘’']/g, '')
    .replace(/[^\p{L}\s-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (keys.size >= MOST_KEYS) keys.clear();
  keys.set(name, key);
  return key;
}

/** "Vernon-Jackson" is "Gerald Vernon-Jackson"; "G Vernon-Jackson" too; "John Smith" is not "Joan Smith". */
export function samePerson(first: string, second: string): boolean {
  const [a, b] = [nameKey(first), nameKey(second)];
  if (a === b) return true;
  const [one, two] = [a.split(' '), b.split(' ')];
  if (one.at(-1) !== two.at(-1)) return false;
  if (one.length === 1 || two.length === 1) return true;
  const [x = '', y = ''] = [one[0], two[0]];
  return x === y || ((x.length === 1 || y.length === 1) && x[0] === y[0]);
}

/** Letters to change, add or drop to turn one word into the other; at most `most` + 1 are counted. */
export function distance(first: string, second: string, most: number): number {
  if (Math.abs(first.length - second.length) > most) return most + 1;
  let row = Array.from({ length: second.length + 1 }, (_, index) => index);
  for (let i = 1; i <= first.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= second.length; j += 1)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (first[i - 1] === second[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[second.length] ?? 0;
}

/** One word alike and the other one or two letters apart: "Anne Dorian" and "Anne Dorrian". */
export function nearName(first: string, second: string): boolean {
  const [a, b] = [nameKey(first), nameKey(second)];
  // Most pairs differ in length or in every word: seen before any letter is counted.
  if (a === b || Math.abs(a.length - b.length) > 2) return false;
  const [one, two] = [a.split(' '), b.split(' ')];
  if (one.length < 2 || one.length !== two.length) return false;
  const apart = one.flatMap((word, index) => (word === two[index] ? [] : [index]));
  if (apart.length !== 1) return false;
  const [word, other] = [one[apart[0] ?? 0] ?? '', two[apart[0] ?? 0] ?? ''];
  const length = Math.min(word.length, other.length);
  return length >= 4 && distance(word, other, 2) <= (length >= 7 ? 2 : 1);
}
