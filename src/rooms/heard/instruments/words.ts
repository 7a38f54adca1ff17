/**
 * Words of an instrument: the questions that are put to people, in versions, for several audiences and in several languages
 * (reference listening 2.1 and 2.2; seed: the belonging and safety study, with forms for students, educators and parents).
 */

/** Whom is asked. Age variants of one instrument share its items. */
export const audiences = [
  'student primary',
  'student secondary',
  'educator',
  'parent or carer',
  'school leader',
] as const;
export type Audience = (typeof audiences)[number];

/** Kinds of item, and no others: there is no matrix. `group` asks for a group variable (year group, phase, self-description). */
export const itemKinds = [
  'choice',
  'scale',
  'choose',
  'yes or no',
  'number',
  'short text',
  'long text',
  'group',
  'information',
] as const;
export type ItemKind = (typeof itemKinds)[number];

/** Answers that are not one: kept apart by kind, and each table says what it does with them. */
export const missingKinds = ['don’t know', 'prefer not to say'] as const;
export type MissingKind = (typeof missingKinds)[number];

/** What data-protection law protects specially and a survey of ours may ask (UK GDPR, article 9); gender identity is treated alike. */
export const specialCategories = ['ethnicity', 'faith', 'health', 'sexuality', 'gender identity'] as const;
export type SpecialCategory = (typeof specialCategories)[number];

/** The same words in several languages, by language tag (BCP 47). */
export type Texts = Readonly<Record<string, string>>;

/** What an audience reads in place of the item's own words: an age variant. */
export type Variants = Readonly<Partial<Record<Audience, Texts>>>;

export interface Option {
  /** Never changes its meaning and is never given again. */
  readonly key: string;
  readonly texts: Texts;
  readonly missing: MissingKind | null;
}

/** Asked only of those who chose one of these options of an earlier item. */
export interface Condition {
  readonly item: string;
  readonly options: readonly string[];
}

export interface Item {
  /** Never changes and is never given again: answers of all waves and audiences meet under it. */
  readonly key: string;
  readonly kind: ItemKind;
  readonly audiences: readonly Audience[];
  readonly texts: Texts;
  readonly variants: Variants;
  readonly hints: Texts;
  /** In their order; "choose" shows them in an order of each attempt's own. Empty for what is typed. */
  readonly options: readonly Option[];
  /** "Choose up to N". */
  readonly atMost: number | null;
  /** Bounds of a number. */
  readonly least: number | null;
  readonly most: number | null;
  readonly special: SpecialCategory | null;
  readonly when: Condition | null;
  /** Says nothing about what is asked: no break and no fault comes of it. */
  readonly source?: ItemSource;
  readonly sounds?: readonly Sound[];
}

/** Where a question was taken from: the library that ships, or another instrument of the same organisation. */
export interface ItemSource {
  readonly library: string;
  readonly key: string;
  readonly version: number;
}

/** A question read aloud in a language, for everybody or in the words of one audience. The bytes are kept apart, under their SHA-256. */
export interface Sound {
  readonly audience: Audience | null;
  readonly language: string;
  readonly type: SoundType;
  readonly sha256: string;
  /** The words when it was recorded: whoever listens hears what the others read. */
  readonly words: string;
}

export const soundTypes = ['audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/wav'] as const;
export type SoundType = (typeof soundTypes)[number];

/** What its designers work on; the same, sealed, is a version. */
export interface InstrumentContent {
  readonly title: Texts;
  /** The first is the one that all the others are made from. */
  readonly languages: readonly string[];
  readonly items: readonly Item[];
}

/** Something that must be put right before a version is sealed; `item` is its key, null for the whole. */
export interface Fault {
  readonly item: string | null;
  readonly code: FaultCode;
  /** The option, the language, the audience or the number that it is about. */
  readonly about?: string;
}

export type FaultCode =
  | 'no title'
  | 'no language'
  | 'no item'
  | 'nobody is asked'
  | 'key twice'
  | 'key not well formed'
  | 'no words'
  | 'too few options'
  | 'too many points'
  | 'too many options'
  | 'option twice'
  | 'option without words'
  | 'options not wanted'
  | 'at most what'
  | 'number bounds'
  | 'no way out'
  | 'condition not before'
  | 'condition option'
  | 'condition audience'
  | 'kind changed'
  | 'key given again'
  | 'option given again'
  | 'sound of other words';

/** Why figures of two versions do not continue one another (reference listening 2.2: the break is printed). */
export type Break =
  | {
      readonly item: string;
      readonly code: 'options' | 'points';
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  | { readonly item: string; readonly code: 'at most'; readonly from: number | null; readonly to: number | null }
  | { readonly item: string; readonly code: 'words'; readonly audience: Audience };

export type InstrumentProblem =
  | { readonly code: 'not there' | 'nothing changed' }
  | { readonly code: 'faults'; readonly faults: readonly Fault[] };

/** `changed meanwhile`: somebody else changed the draft after this page was made. `not there`: the instrument or the question is gone. */
export type ChangeProblem = 'not there' | 'changed meanwhile';
