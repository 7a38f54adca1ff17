/**
 * The languages that Kept itself speaks to those who read it in a language of their own (decision 0032). One line each; what it says stands beside
 * the pages, in a file for each language. Pure.
 */
export interface Language {
  /** BCP 47, without a region: how addresses and `lang` name it. */
  readonly tag: string;
  /** The same for Intl, which writes days and lists by it. Digits are 0 to 9 in every language: they are those of cards and codes. */
  readonly formats: string;
  /** "unit": with commas alone, where Intl would write the "and" for every word that may follow ("a(c)" in Welsh). */
  readonly lists?: 'unit';
  /** Only of a language that nobody translates: what is said in it is made out of the English. */
  readonly made?: (english: string) => string;
}

const own = [
  { tag: 'en', formats: 'en-GB' },
  { tag: 'cy', formats: 'cy', lists: 'unit' },
  { tag: 'ar', formats: 'ar' },
] as const satisfies readonly Language[];

export type LanguageTag = (typeof own)[number]['tag'];

const known: Language[] = [...own];

/** In the order in which they are offered. */
export const languages: readonly Language[] = known;

/** For tests (test/pseudo-language.ts), before rooms are imported. A real language is a line above. */
export function addLanguage(language: Language): void {
  known.push(language);
}

export const english: Language = own[0];

/** "cy" of "cy-GB". */
export function mainTag(tag: string): string {
  return tag.split('-')[0] ?? tag;
}
