/** What holds for codes, and for sentences that begin with “We will”. Pure. */
import { suggestionLongest } from './suggestion-limits.js';
import { withoutEnd } from '#base/ends.js';
import type { ClauseText } from './words.js';

/** No vowels, so that no word comes about, and nothing that looks like something else (reference 4.2): 28 signs, nine of them. */
const signs = 'BCDFGHJKLMNPQRSTVWXYZ2345679';

export const codeLength = 9;

/** A code out of random bytes; null where they were too few. Bytes above the last whole multiple are passed over, so that every sign is as likely. */
export function codeFrom(bytes: Uint8Array): string | null {
  const fair = [...bytes].filter((byte) => byte < 252).map((byte) => signs[byte % signs.length] ?? '');
  return fair.length < codeLength ? null : fair.slice(0, codeLength).join('');
}

/** A code as typed, in whatever case and with whatever between its signs; null where it can be none. */
export function codeTyped(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return plain.length === codeLength && [...plain].every((sign) => signs.includes(sign)) ? plain : null;
}

/** "BCD FGH JKL", as it is printed. */
export function codeShown(code: string): string {
  return code.replace(/(.{3})(?=.)/g, '$1 ');
}

/** One line, one step; what a list puts before it goes. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^[\s•*–-]+/, '').trim())
    .filter((line) => line !== '');
}

/** What is too long or missing in a clause, by its part. Steps may be missing (the seed's last clause has none). */
export function clauseProblems({ aim, steps, effect }: ClauseText): readonly {
  readonly part: 'aim' | 'steps' | 'effect';
  readonly code: 'missing' | 'too long' | 'too many';
}[] {
  return [
    ...(aim === ''
      ? [{ part: 'aim' as const, code: 'missing' as const }]
      : aim.length > suggestionLongest.aim
        ? [{ part: 'aim' as const, code: 'too long' as const }]
        : []),
    ...(steps.length > suggestionLongest.steps
      ? [{ part: 'steps' as const, code: 'too many' as const }]
      : steps.some((step) => step.length > suggestionLongest.step)
        ? [{ part: 'steps' as const, code: 'too long' as const }]
        : []),
    ...(effect.length > suggestionLongest.effect ? [{ part: 'effect' as const, code: 'too long' as const }] : []),
  ];
}

/** Text that goes on from fixed words: without them, if somebody typed them again, and without the last full stop. */
export function goingOn(text: string, start: 'we will' | 'by' | 'so'): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  const repeated = {
    'we will': /^we will\b\s*(?:…|\.\.\.)?\s*/i,
    by: /^by\b ?(?:…|\.\.\.|:)? (?=\w+ing\b)/i,
    so: /^so,?\s+(?:that\s+)?you\s+(?:can|feel)\b\s*/i,
  }[start];
  return withoutEnd(plain.replace(repeated, ''), /[.;,\s]/);
}
