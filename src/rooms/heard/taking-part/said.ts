/** Kept's voice for whoever takes part, in each language that has a file beside (decision 0032). Pure. */
import { type Voice, wordsByLanguage } from '#base/language/words.js';
import { ar } from './languages/ar.js';
import { cy } from './languages/cy.js';
import { en } from './languages/en.js';

export type Sentence = keyof typeof en;
export type Say = Voice<typeof en>;

export const sayIn = wordsByLanguage({ en, cy, ar });
