/** Title and languages of an instrument, as typed. */
import { type FieldProblem, tooLong } from '#base/form.js';
import { limits } from '../../draft-edits.js';
import { languageName } from '../../view-words.js';
import type { InstrumentContent, Texts } from '../../words.js';

export type TitleTyped = Texts;

/** Languages that homes of students in English schools speak most, and those of the United Kingdom; a form can bring any other. */
export const languageOffers: readonly string[] = [
  'en',
  'cy',
  'gd',
  'ga',
  'ar',
  'bg',
  'bn',
  'zh-Hans',
  'zh-Hant',
  'cs',
  'nl',
  'fa',
  'fr',
  'de',
  'el',
  'gu',
  'hi',
  'hu',
  'it',
  'ku',
  'lv',
  'lt',
  'ml',
  'pl',
  'pt',
  'ps',
  'pa',
  'ro',
  'ru',
  'sk',
  'so',
  'es',
  'sw',
  'sq',
  'ta',
  'te',
  'ti',
  'tr',
  'uk',
  'ur',
  'vi',
  'yo',
];

export function readTitle(fields: { get(name: string): string }, languages: readonly string[]): TitleTyped {
  return Object.fromEntries(languages.map((language) => [language, fields.get(`title-${language}`)]));
}

export function titleProblems(typed: TitleTyped, languages: readonly string[]): readonly FieldProblem[] {
  const [first = 'en'] = languages;
  return languages.flatMap((language) => {
    const words = (typed[language] ?? '').trim();
    if (language === first && words === '')
      return [
        {
          field: `title-${language}`,
          message: `Give the instrument a title in ${languageName(language)}: the others are made from it`,
        },
      ];
    return words.length > limits.title
      ? [
          {
            field: `title-${language}`,
            message: tooLong(words.length, limits.title, 'The title'),
          },
        ]
      : [];
  });
}

/** The title as typed; languages that the form does not have keep theirs. */
export function withTitle(content: InstrumentContent, typed: TitleTyped): InstrumentContent {
  const title = Object.fromEntries(
    Object.entries({ ...content.title, ...typed })
      .map(([language, words]) => [language, words.trim().replace(/\s+/g, ' ')] as const)
      .filter(([, words]) => words !== ''),
  );
  return { ...content, title };
}
