/** Words of receipts: 64 things that a child can draw, the same in each language, so that a receipt can be read to somebody who speaks another. Pure. */
import { wordsByLanguage } from '#base/language/words.js';
import { receiptThings as ar } from './languages/ar.js';
import { receiptThings as cy } from './languages/cy.js';
import { receiptThings as en } from './languages/en.js';

const thingsIn = wordsByLanguage({ en: { things: en }, cy: { things: cy }, ar: { things: ar } });

/** All words of a language, by number. */
export function receiptList(language: string): readonly string[] {
  return thingsIn(language).table.things;
}

/** A receipt (numbers from 0 to 63) in words. */
export function receiptWords(receipt: readonly number[], language: string): readonly string[] {
  const list = receiptList(language);
  return receipt.map((number) => list[number % list.length] ?? '');
}
