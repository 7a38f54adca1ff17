/** What an expression like /\s+$/ does, in one pass: such an expression begins anew at every sign of a long run, and takes the square of its length. */

/** Without the signs at the end that fit; `sign` is an expression for one character, without marks. */
export function withoutEnd(text: string, sign: RegExp): string {
  let end = text.length;
  while (end > 0 && sign.test(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}

/** Without the signs at the start that fit. */
export function withoutStart(text: string, sign: RegExp): string {
  let start = 0;
  while (start < text.length && sign.test(text[start] ?? '')) start += 1;
  return text.slice(start);
}

export function withoutEnds(text: string, sign: RegExp): string {
  return withoutStart(withoutEnd(text, sign), sign);
}

/** Without its last word, which was perhaps cut; the whole where it has one word only. */
export function withoutLastWord(text: string): string {
  let at = text.length - 1;
  while (at >= 0 && !/\s/.test(text[at] ?? '')) at -= 1;
  return at < 0 ? text : text.slice(0, at).trimEnd();
}
