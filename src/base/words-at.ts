/**
 * What a table of words says for a key from outside; null where it says nothing. A key may be `constructor`: only the table's own words count.
 */
export function wordsAt<T>(words: Readonly<Record<string, T>>, key: string): T | null {
  return Object.hasOwn(words, key) ? (words[key] ?? null) : null;
}
