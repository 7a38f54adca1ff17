/**
 * The characters that turn the direction of what follows (Unicode 9, 2.1 to 2.4): in a name they make "Eastmere" out of "eremtsaE" and reach beyond
 * it into our own words, and in a file or a terminal into the next cell or line. A script written from the right needs none of them in one line.
 */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

/** A line, a cell or a file's name without them. */
export function withoutTurning(text: string): string {
  return text.replace(turning, '');
}

/** What a terminal would carry out in place of showing it, line ends and tabs apart; with what turns the direction. */
const carriedOut = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** Text for a terminal: what it would carry out stands there by its number, as JSON writes it, so that it is seen and JSON stays the same. */
export function forTerminal(text: string): string {
  return text.replace(carriedOut, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
