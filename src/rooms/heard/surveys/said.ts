/** What notices, cards and paper forms of a survey say, in each language that has a file beside (decision 0032). Pure. */
import { wordsByLanguage } from '#base/language/words.js';
import { childline, emergency } from '#rooms/ground/help/index.js';
import { ar } from './languages/ar.js';
import { cy } from './languages/cy.js';
import { en } from './languages/en.js';
import { letterEn } from './languages/letter-en.js';

export const sayIn = wordsByLanguage({ en, cy, ar });

/** The letter to parents. Another language is a file beside letter-en.ts and its name here. */
export const letterSays = wordsByLanguage({ en: letterEn });

/** Whom to turn to, in the places of a sentence. */
export const helpValues = {
  childline: childline.name,
  childlineNumber: childline.number,
  emergency: emergency.number,
} as const;
