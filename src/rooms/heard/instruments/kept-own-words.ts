/** What Kept itself says to whoever is asked, in each language that it speaks; where it does not speak one, in English. Pure. */
import { wordsByLanguage } from '#base/language/words.js';
import { yesOrNoKeys } from './rules.js';
import type { Option } from './words.js';

const sayIn = wordsByLanguage<Readonly<Record<(typeof yesOrNoKeys)[number], string>>>({
  en: { yes: 'Yes', no: 'No', 'dont-know': 'I don’t know', 'prefer-not': 'I would rather not say' },
  cy: {
    yes: 'Ie',
    no: 'Na',
    'dont-know': 'Dydw i ddim yn gwybod',
    'prefer-not': 'Byddai’n well gen i beidio â dweud',
  },
  ar: { yes: 'نعم', no: 'لا', 'dont-know': 'لا أعرف', 'prefer-not': 'أفضّل عدم الإجابة' },
});

/** The options of "yes or no". */
export const yesOrNoOptions: readonly Option[] = yesOrNoKeys.map((key) => ({
  key,
  texts: Object.fromEntries(sayIn.tags.map((tag) => [tag, sayIn(tag)(key)])),
  missing: key === 'dont-know' ? 'don’t know' : key === 'prefer-not' ? 'prefer not to say' : null,
}));
