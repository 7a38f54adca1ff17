/** Sentences of a paragraph. "Cllr. Smith", "J. Brown" and "No. 4" end none. */
const SHORT =
  /(?:\b(?:cllrs?|clrs?|mr|mrs|ms|dr|prof|rev|revd|ven|fr|capt|sgt|st|no|nos|para|paras|p|pp|e\.g|i\.e|etc|inc|ltd|co|vs|hon|rt|ald|tel|ref|min|approx)|\b\p{Lu}|\b[ap]\.?m|^\s*\d{1,3}|\b(?:minute|item)\s+[\w/]{1,10})\.$/iu;

export function sentencesOf(text: string): readonly string[] {
  const found: string[] = [];
  let from = 0;
  for (const match of text.matchAll(/[.!?]["'”’)]?\s+(?=["'“‘(]?[\p{Lu}\d])/gu)) {
    const end = match.index + match[0].trimEnd().length;
    if (match[0].startsWith('.') && SHORT.test(text.slice(Math.max(from, end - 24), end))) continue;
    found.push(text.slice(from, end).trim());
    from = match.index + match[0].length;
  }
  found.push(text.slice(from).trim());
  return found.filter((sentence) => sentence !== '');
}
