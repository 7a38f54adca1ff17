/**
 * Privacy notices, the adult's and the child's, out of the data sheet (P3). In our own words; the child's for a reading age of nine. They say
 * "anonymous" because every way in is a card, a class session or an open link, and none of them leads from an answer to a person (P7). Pure.
 */
import { helpValues, sayIn } from './said.js';
import {
  type Audience,
  inLanguage,
  type InstrumentContent,
  type SpecialCategory,
  type Texts,
} from '#rooms/heard/instruments/index.js';
import { askedItems, asksText, isChild } from './rules.js';
import type { DataSheet, LawfulBasis } from './words.js';

export interface NoticeParts {
  readonly organisation: string;
  readonly content: InstrumentContent;
  readonly audiences: readonly Audience[];
  readonly languages: readonly string[];
  readonly sheet: DataSheet;
}

interface Said {
  readonly organisation: string;
  readonly title: string;
  readonly why: string;
  readonly months: number;
  readonly contact: string;
  readonly basis: LawfulBasis;
  readonly special: readonly SpecialCategory[];
  readonly hasText: boolean;
}

export function speaksNotice(language: string): boolean {
  return sayIn.speaks(language);
}

function childNotice(
  language: string,
  { organisation, why, months, contact, special, hasText }: Said,
): readonly string[] {
  const say = sayIn(language);
  return [
    say('childAsks', { organisation, why }),
    say('childChoice'),
    say('childAnonymous'),
    ...(special.length === 0
      ? []
      : [say('childSpecial', { kinds: say.list(special.map((one) => say.table.childKinds[one])) })]),
    ...(hasText ? [say('childText')] : []),
    say('childCounts', { months: say.table.months(months) }),
    say('childHelp', helpValues),
    say('childContact', { contact }),
  ];
}

function adultNotice(language: string, said: Said): readonly string[] {
  const { organisation, title, why, months, contact, basis, special, hasText } = said;
  const say = sayIn(language);
  return [
    say('adultAsks', { organisation, title, why }),
    say('adultChoice', { basis: say.table.basis[basis] }),
    say('adultAnonymous'),
    ...(special.length === 0
      ? []
      : [say('adultSpecial', { kinds: say.list(special.map((one) => say.table.adultKinds[one])) })]),
    ...(hasText ? [say('adultText')] : []),
    say('adultPublish', { months: say.table.months(months) }),
    say('adultContact', { contact }),
  ];
}

/** Both notices in each of the survey's languages, as they are shown before the first question. */
export function noticesOf(parts: NoticeParts): { readonly adult: Texts; readonly child: Texts } {
  const { organisation, content, audiences, languages, sheet } = parts;
  const [first = 'en'] = content.languages;
  const said = (language: string, of: readonly Audience[]): Said => ({
    organisation,
    title: inLanguage(content.title, language, first),
    why: (sheet.why[language] ?? sheet.why[languages[0] ?? ''] ?? '').trim(),
    months: sheet.retention,
    contact: sheet.contact.trim(),
    basis: sheet.basis ?? 'public task',
    special: [...new Set(askedItems(content, of).flatMap(({ special }) => (special === null ? [] : [special])))],
    hasText: asksText(content, of),
  });
  const inEach = (of: readonly Audience[], notice: (language: string, words: Said) => readonly string[]): Texts =>
    Object.fromEntries(languages.map((language) => [language, notice(language, said(language, of)).join('\n\n')]));
  // Where only adults are asked, nobody reads the child's notice; it is made of the same questions, so that none is ever missing.
  const [children, adults] = [audiences.filter(isChild), audiences.filter((audience) => !isChild(audience))];
  return {
    adult: inEach(adults.length === 0 ? audiences : adults, adultNotice),
    child: inEach(children.length === 0 ? audiences : children, childNotice),
  };
}
