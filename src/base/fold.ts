/** Text as the search compares it: without accents, lower case, plain apostrophes. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’‘]/g, "'")
    .toLowerCase();
}

/** The words of a text as they are counted for search: letters and digits, three characters or more, each once. */
export function wordsOf(text: string): string[] {
  return [...new Set(fold(text).match(/[\p{L}\p{N}]{3,40}/gu) ?? [])];
}
