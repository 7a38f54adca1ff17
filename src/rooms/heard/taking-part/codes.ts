/**
 * Codes that people type or scan. Cards have three groups of three, class sessions and links two groups of four: 28 letters and digits
 * without vowels and without those that look alike, so that no code spells a word and none is misread (reference listening 4.2, A).
 */
import { createHmac, type KeyObject, randomInt } from 'node:crypto';

export const codeLetters = 'BCDFGHJKLMNPQRSTVWXYZ2345679';
const cardLength = 9;
const sessionLength = 8;

function freshCode(length: number): string {
  return Array.from({ length }, () => codeLetters[randomInt(codeLetters.length)]).join('');
}

/** A card's code: 28^9, about 10^13. */
export function newCardCode(): string {
  return freshCode(cardLength);
}

/** The code of a class session or an open link: 28^8, about 4 x 10^11. It lives for an hour or for weeks, and wrong tries are slow. */
export function newSessionCode(): string {
  return freshCode(sessionLength);
}

/** What was typed or pasted, without spaces, hyphens and signs that nobody sees, in capitals; null where it can be no code. */
export function codeTyped(typed: string): string | null {
  const code = typed
    .slice(0, 200)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}.]/gu, '');
  return (code.length === cardLength || code.length === sessionLength) &&
    [...code].every((letter) => codeLetters.includes(letter))
    ? code
    : null;
}

/** Whether a pass is a card's code; a seat's token is longer. */
export function isCardCode(pass: string): boolean {
  return pass.length === cardLength;
}

/** As it is printed: BCD FGH JKL, or BCDF GHJK. */
export function codePrinted(code: string): string {
  const size = code.length === cardLength ? 3 : 4;
  return code.match(new RegExp(`.{${size}}`, 'g'))?.join(' ') ?? code;
}

/** What the database keeps of a code or of a seat: nobody who reads it there can come in with it. `key` is Kept's key for "intake codes". */
export function codeHash(key: KeyObject | Buffer, code: string): Buffer {
  return createHmac('sha256', key).update(code).digest();
}
