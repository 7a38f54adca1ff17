/**
 * What Kept says, by language: the one mechanism (decision 0032). A room writes its words in English and says the same keys in others; who reads in
 * a language that they do not speak is told in English, and the page marks those elements as English. Pure.
 */
import { filled } from './filled.js';
import { english, type Language, languages, type LanguageTag, mainTag } from './languages.js';

type Saying = string | ((...values: never[]) => string) | readonly string[] | Table;
export interface Table {
  readonly [key: string]: Saying;
}

/** The same keys, and what stands under each of the same kind. */
export type Same<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...values: never[]) => string
      ? T[K]
      : Same<T[K]>;
};

type Values = Readonly<Record<string, string | number>>;

/** Attributes of an element with Kept's own words: nothing where the page is in their language, else which language they are in. */
export type Tongue = { readonly lang?: string; readonly dir?: 'ltr' };

/** The keys of whole sentences. */
export type SentenceOf<T> = { readonly [K in keyof T]: T[K] extends string ? K : never }[keyof T] & string;

/** Kept's voice in a language: a sentence with its places filled. */
export interface Voice<T> {
  (sentence: SentenceOf<T>, values?: Values): string;
  /** The language that is spoken, which is English where the one that was wanted is not. */
  readonly tag: string;
  readonly tongue: Tongue;
  /** The words as they stand, with their places open, for scripts that fill them. */
  readonly table: Same<T>;
  /** "12 March 2024" of "2024-03-12". */
  readonly day: (day: string) => string;
  /** "health, faith and ethnicity". */
  readonly list: (words: readonly string[]) => string;
}

export interface Words<T> {
  (language: string): Voice<T>;
  /** Tags of the languages in which these words are said, in the order in which they are offered. */
  readonly tags: readonly string[];
  readonly speaks: (language: string) => boolean;
  /** The first of those that somebody asked for in which these words are said. */
  readonly firstOf: (wanted: readonly string[]) => string;
}

export function wordsByLanguage<T extends object>(
  tables: { readonly en: T } & Partial<Readonly<Record<LanguageTag, Same<T>>>>,
): Words<T> {
  const said: Readonly<Record<string, Same<T> | undefined>> = { ...tables, en: asSame(tables.en) };
  const voices = new Map<string, Voice<T>>();
  const inLanguage = ({ tag, made }: Language): Same<T> | undefined =>
    made === undefined ? said[tag] : (remade(tables.en, made) as Same<T>);
  const spoken = (): readonly Language[] => languages.filter((one) => one.made !== undefined || said[one.tag]);
  const tags = (): readonly string[] => spoken().map(({ tag }) => tag);
  const languageOf = (wanted: string): Language | undefined => spoken().find(({ tag }) => tag === mainTag(wanted));
  const voiceIn = (language: Language, tongue: Tongue): Voice<T> => {
    const key = `${language.tag} ${tongue.lang ?? ''}`;
    const kept = voices.get(key);
    if (kept !== undefined) return kept;
    const table = inLanguage(language) ?? asSame(tables.en);
    const voice = Object.assign(
      (sentence: SentenceOf<T>, values: Values = {}) => filled(String(table[sentence]), values),
      { tag: language.tag, tongue, table, day: daysIn(language), list: listsIn(language) },
    );
    voices.set(key, voice);
    return voice;
  };
  const speak = (wanted: string): Voice<T> => {
    const language = languageOf(wanted);
    return language === undefined ? voiceIn(english, { lang: english.tag, dir: 'ltr' }) : voiceIn(language, {});
  };
  return Object.defineProperty(
    Object.assign(speak, {
      tags: [] as readonly string[],
      speaks: (language: string) => languageOf(language) !== undefined,
      firstOf: (wanted: readonly string[]) => wanted.find((tag) => tags().includes(tag)) ?? english.tag,
    }),
    'tags',
    { get: tags },
  );
}

function asSame<T>(table: T): Same<T> {
  return table as Same<T>;
}

function daysIn({ formats }: Language): (day: string) => string {
  const format = new Intl.DateTimeFormat([`${formats}-u-nu-latn-ca-gregory`, 'en-GB'], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return (day) => format.format(new Date(`${day}T00:00:00Z`));
}

function listsIn({ formats, lists }: Language): (words: readonly string[]) => string {
  const format = new Intl.ListFormat([formats, 'en-GB'], {
    type: lists ?? 'conjunction',
    style: lists === undefined ? 'long' : 'short',
  });
  return (list) => format.format(list);
}

/** Every text of a table, and what its functions return, made anew. */
function remade(said: unknown, made: (text: string) => string): unknown {
  if (typeof said === 'string') return made(said);
  if (typeof said === 'function')
    return (...values: unknown[]): string => made(String(Reflect.apply(said, null, values)));
  if (Array.isArray(said)) return said.map((one) => remade(one, made));
  if (typeof said === 'object' && said !== null)
    return Object.fromEntries(Object.entries(said).map(([key, one]) => [key, remade(one, made)]));
  return said;
}
