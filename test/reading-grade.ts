/** How hard a text is to read, for texts that children of nine read. */
function syllables(word: string): number {
  const plain = word
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/(?:[^laeiouy]es|[^laeiouydt]ed|[^laeiouy]e)$/, (end) => end.slice(0, 1));
  return Math.max(1, plain.match(/[aeiouy]+/g)?.length ?? 0);
}

/** Flesch-Kincaid's grade; a nine-year-old is in the fourth. */
export function grade(text: string): number {
  const sentences = text.split(/[.?!:]+(?:\s|$)/).filter((one) => /[a-z]/i.test(one));
  const words = text.split(/\s+/).filter((one) => /[a-z]/i.test(one));
  return (
    0.39 * (words.length / sentences.length) +
    11.8 * (words.reduce((sum, word) => sum + syllables(word), 0) / words.length) -
    15.59
  );
}
