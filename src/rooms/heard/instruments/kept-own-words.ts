/** What Kept itself says to whoever is asked, in each language that it speaks; where it does not speak one, in English. Pure. */
import { yesOrNoKeys } from './rules.js';
import type { Option, Texts } from './words.js';

const yesOrNo: Readonly<Record<(typeof yesOrNoKeys)[number], Texts>> = {
  yes: { en: 'Yes', cy: 'Ie', ar: 'نعم' },
  no: { en: 'No', cy: 'Na', ar: 'لا' },
  'dont-know': { en: 'I don’t know', cy: 'Dydw i ddim yn gwybod', ar: 'لا أعرف' },
  'prefer-not': { en: 'I would rather not say', cy: 'Byddai’n well gen i beidio â dweud', ar: 'أفضّل عدم الإجابة' },
};

/** The options of "yes or no". */
export const yesOrNoOptions: readonly Option[] = yesOrNoKeys.map((key) => ({
  key,
  texts: yesOrNo[key],
  missing: key === 'dont-know' ? 'don’t know' : key === 'prefer-not' ? 'prefer not to say' : null,
}));
