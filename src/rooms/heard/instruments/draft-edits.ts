/**
 * Changes to a draft, one question at a time. Nothing that somebody wrote goes unless they said so: a condition whose
 * question is left out stays, and is a fault. Pure.
 */
import { withoutEnd, withoutStart } from '#base/ends.js';
import { slug } from '#base/slug.js';
import { optionKinds } from './rules.js';
import type { InstrumentContent, Item, ItemKind, Option, Texts } from './words.js';

/** Limits of what one question and one instrument can hold. */
export const limits = {
  words: 500,
  hint: 300,
  option: 200,
  options: 60,
  items: 200,
  languages: 30,
  title: 150,
} as const;

export function itemOf(content: InstrumentContent, key: string): Item | undefined {
  return content.items.find((item) => item.key === key);
}

/** One place up or down; the first cannot go up, the last cannot go down. */
export function withMoved<T>(list: readonly T[], at: number, by: -1 | 1): readonly T[] {
  const other = at + by;
  const [one, two] = [list[at], list[other]];
  if (one === undefined || two === undefined) return list;
  return list.map((each, index) => (index === at ? two : index === other ? one : each));
}

export function movedItem(content: InstrumentContent, key: string, by: -1 | 1): InstrumentContent {
  const at = content.items.findIndex((item) => item.key === key);
  return at === -1 ? content : { ...content, items: withMoved(content.items, at, by) };
}

/** Questions that are asked only after an answer to this one. */
export function hangingOn(content: InstrumentContent, key: string): readonly Item[] {
  return content.items.filter(({ when }) => when?.item === key);
}

/** Without a question. What hung on it keeps its condition: its designers say what becomes of it. */
export function withLeftOut(content: InstrumentContent, key: string): InstrumentContent {
  return { ...content, items: content.items.filter((item) => item.key !== key) };
}

/** A question after another; at the end where `after` is not there. '' puts it first. */
export function withAdded(content: InstrumentContent, item: Item, after: string | null): InstrumentContent {
  const at =
    after === ''
      ? 0
      : after === null
        ? content.items.length
        : content.items.findIndex(({ key }) => key === after) + 1 || content.items.length;
  return { ...content, items: content.items.toSpliced(at, 0, item) };
}

/** Another wording of a question in its place. Where it or its options are given other names, conditions go along. */
export function replaced(
  content: InstrumentContent,
  key: string,
  item: Item,
  renamed: ReadonlyMap<string, string> = new Map(),
): InstrumentContent {
  return {
    ...content,
    items: content.items.map((each) => {
      if (each.key === key) return item;
      if (each.when?.item !== key) return each;
      return {
        ...each,
        when: { item: item.key, options: each.when.options.map((option) => renamed.get(option) ?? option) },
      };
    }),
  };
}

/** A name in the data, worked out from words in the first language: letters without marks, digits and hyphens; another than those that are taken. */
export function keyFrom(words: string, taken: ReadonlySet<string>, otherwise: string): string {
  const plain = withoutEnd(
    withoutStart(slug(words).replace(/[^a-z0-9]+/g, '-'), /[^a-z]/)
      .split('-')
      .slice(0, 5)
      .join('-')
      .slice(0, 40),
    /-/,
  );
  const base = plain === '' || plain === 'untitled' ? otherwise : plain;
  return freeKey(base, taken);
}

/** The key itself where it is free; otherwise the first of "key-2", "key-3" ... that is. */
export function freeKey(key: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? key : `${key}-${count}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** Every key that a draft and its versions have given to a question. */
export function keysGiven(draft: InstrumentContent, sealed: readonly InstrumentContent[]): ReadonlySet<string> {
  return new Set([draft, ...sealed].flatMap(({ items }) => items.map(({ key }) => key)));
}

export function emptyItem(kind: ItemKind): Item {
  return {
    key: '',
    kind,
    audiences: [],
    texts: {},
    variants: {},
    hints: {},
    options: [],
    atMost: null,
    least: null,
    most: null,
    special: null,
    when: null,
  };
}

function textsOf(item: Item): readonly Texts[] {
  return [item.texts, item.hints, ...Object.values(item.variants), ...item.options.map(({ texts }) => texts)];
}

/** How many texts an instrument has in a language, its title among them. */
export function wordsIn(content: InstrumentContent, language: string): number {
  return [content.title, ...content.items.flatMap(textsOf)].filter((texts) => (texts[language] ?? '').trim() !== '')
    .length;
}

function less(texts: Texts, language: string): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([tag]) => tag !== language));
}

/** Without a language and all that was written or recorded in it. The first stays: all the others are made from it. */
export function withoutLanguage(content: InstrumentContent, language: string): InstrumentContent {
  if (content.languages[0] === language) return content;
  const option = (one: Option): Option => ({ ...one, texts: less(one.texts, language) });
  return {
    title: less(content.title, language),
    languages: content.languages.filter((tag) => tag !== language),
    items: content.items.map((item) => ({
      ...item,
      texts: less(item.texts, language),
      hints: less(item.hints, language),
      variants: Object.fromEntries(
        Object.entries(item.variants).flatMap(([audience, texts]) =>
          Object.keys(less(texts, language)).length === 0 ? [] : [[audience, less(texts, language)]],
        ),
      ),
      options: item.options.map(option),
      ...(item.sounds === undefined ? {} : { sounds: item.sounds.filter((sound) => sound.language !== language) }),
    })),
  };
}

export function withLanguage(content: InstrumentContent, language: string): InstrumentContent {
  return content.languages.includes(language) ? content : { ...content, languages: [...content.languages, language] };
}

export function hasOptions(kind: ItemKind): boolean {
  return optionKinds.includes(kind);
}

/** A newer form takes the place of a draft: recordings of questions that stayed come along, and those that say other words now are faults. */
export function withSoundsOf(content: InstrumentContent, before: InstrumentContent): InstrumentContent {
  return {
    ...content,
    items: content.items.map((item) => {
      const sounds =
        itemOf(before, item.key)?.sounds?.filter(({ language }) => content.languages.includes(language)) ?? [];
      return sounds.length === 0 || item.sounds !== undefined ? item : { ...item, sounds };
    }),
  };
}
