/** How questions that ship are written: in English, Welsh and Arabic, with the lists of answers that several of them share. */
import type { Audience, Item, Option, Texts } from '../words.js';

export const students: readonly Audience[] = ['student primary', 'student secondary'];

/** English, Welsh, Arabic. */
export function inThreeLanguages(en: string, cy: string, ar: string): Texts {
  return { en, cy, ar };
}

export const option = (key: string, texts: Texts, missing: Option['missing'] = null): Option => ({
  key,
  texts,
  missing,
});
export const dontKnow = option(
  'dont-know',
  inThreeLanguages('I don’t know', 'Dydw i ddim yn gwybod', 'لا أعرف'),
  'don’t know',
);
export const preferNot = option(
  'prefer-not',
  inThreeLanguages('I would rather not say', 'Byddai’n well gen i beidio â dweud', 'أفضّل عدم الإجابة'),
  'prefer not to say',
);

export function item(
  key: string,
  kind: Item['kind'],
  asked: readonly Audience[],
  texts: Texts,
  more: Partial<Item> = {},
): Item {
  return {
    key,
    kind,
    audiences: asked,
    texts,
    variants: {},
    hints: {},
    options: [],
    atMost: null,
    least: null,
    most: null,
    special: null,
    when: null,
    ...more,
  };
}

export const howMuch: readonly Option[] = [
  option('strongly', inThreeLanguages('Yes, very much', 'Ydw, yn fawr', 'نعم، كثيرًا')),
  option('usually', inThreeLanguages('Yes, usually', 'Ydw, fel arfer', 'نعم، عادةً')),
  option('a-bit', inThreeLanguages('Yes, a bit', 'Ydw, ychydig', 'نعم، قليلًا')),
  dontKnow,
  option('no', inThreeLanguages('No', 'Nac ydw', 'لا')),
  preferNot,
];

export const howOften: readonly Option[] = [
  option('always', inThreeLanguages('Always', 'Bob amser', 'دائمًا')),
  option('often', inThreeLanguages('Often', 'Yn aml', 'غالبًا')),
  option('sometimes', inThreeLanguages('Sometimes', 'Weithiau', 'أحيانًا')),
  option('never', inThreeLanguages('Never', 'Byth', 'أبدًا')),
  dontKnow,
  preferNot,
];

const year = (number: number): Option =>
  option(`year-${number}`, inThreeLanguages(`Year ${number}`, `Blwyddyn ${number}`, `السنة ${number}`));
export const years = (from: number, to: number): readonly Option[] => [
  ...Array.from({ length: to - from + 1 }, (_, index) => year(from + index)),
  preferNot,
];

export const upToFive = inThreeLanguages(
  'Choose up to five. There is no right answer.',
  'Dewiswch hyd at bump. Does dim ateb cywir.',
  'اختر ما يصل إلى خمسة. لا توجد إجابة صحيحة.',
);

export const libraryThemes = [
  'belonging',
  'safety',
  'trusted adults',
  'friendship',
  'enjoyment',
  'being heard',
  'fairness',
  'unkindness',
  'wellbeing',
  'taking part',
  'about you',
] as const;
export type LibraryTheme = (typeof libraryThemes)[number];

export interface LibraryQuestion {
  readonly theme: LibraryTheme;
  /** Higher with every change of its words or its options. */
  readonly version: number;
  readonly item: Item;
}

export const question = (theme: LibraryTheme, made: Item): LibraryQuestion => ({ theme, version: 1, item: made });

/** Yes, sometimes, no: three answers that a child of seven can hold in mind. */
export const yesSometimesNo: readonly Option[] = [
  option('yes', inThreeLanguages('Yes', 'Ydw', 'نعم')),
  option('sometimes', inThreeLanguages('Sometimes', 'Weithiau', 'أحيانًا')),
  option('no', inThreeLanguages('No', 'Nac ydw', 'لا')),
  dontKnow,
  preferNot,
];

export const agreement: readonly Option[] = [
  option('agree-a-lot', inThreeLanguages('I agree a lot', 'Rwy’n cytuno’n gryf', 'أوافق كثيرًا')),
  option('agree', inThreeLanguages('I agree', 'Rwy’n cytuno', 'أوافق')),
  option('disagree', inThreeLanguages('I disagree', 'Rwy’n anghytuno', 'لا أوافق')),
  option('disagree-a-lot', inThreeLanguages('I disagree a lot', 'Rwy’n anghytuno’n gryf', 'لا أوافق إطلاقًا')),
  dontKnow,
  preferNot,
];

/** Yes and no for what people say about themselves; they can decline. */
export const yesNoDecline: readonly Option[] = [
  option('yes', inThreeLanguages('Yes', 'Ydw', 'نعم')),
  option('no', inThreeLanguages('No', 'Nac ydw', 'لا')),
  dontKnow,
  preferNot,
];

export const mayLeaveOut = inThreeLanguages(
  'You do not have to answer. If something is wrong, you can tell an adult whom you trust.',
  'Does dim rhaid i ti ateb. Os oes rhywbeth o’i le, gelli di ddweud wrth oedolyn rwyt ti’n ymddiried ynddo.',
  'لست مضطرًا إلى الإجابة. إذا كان هناك شيء يزعجك، يمكنك أن تخبر شخصًا بالغًا تثق به.',
);
