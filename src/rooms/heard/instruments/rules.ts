/** What holds of an instrument: what must be put right, what an audience is asked, where a series breaks. Pure. */
import type { Audience, Break, Fault, InstrumentContent, Item, ItemKind, Option, Texts } from './words.js';

/** A scale has so many points (reference listening 2.2), those that are not an answer aside. */
export const points = { fewest: 2, most: 7 } as const;

/** Nobody reads longer lists; and what was chosen is kept as one number with a bit for each. */
const optionsAtMost = 50;

/** As XLSForms name questions. */
const keyForm = /^[A-Za-z_][A-Za-z0-9_-]{0,59}$/;
/** Option keys may begin with a digit: XLSForms number them. */
const optionForm = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,59}$/;

/** Kinds whose answers are options that the designer writes. */
export const optionKinds: readonly ItemKind[] = ['choice', 'scale', 'choose', 'group'];

/** The options of "yes or no", the same everywhere, so that they can be compared. Words for each language come with it. */
export const yesOrNoKeys = ['yes', 'no', 'dont-know', 'prefer-not'] as const;

/** The keys of what can be chosen, in their order. */
export function optionKeysOf(item: Item): readonly string[] {
  return item.kind === 'yes or no' ? yesOrNoKeys : item.options.map(({ key }) => key);
}

export function isAnswer(option: Option): boolean {
  return option.missing === null;
}

/** What is read in a language: its own words, or those of the first language where it has none. */
export function inLanguage(texts: Texts, language: string, first: string): string {
  return texts[language] ?? texts[first] ?? '';
}

/** The title in the first language; empty where it has none. */
export function titleOf({ title, languages }: InstrumentContent): string {
  return title[languages[0] ?? ''] ?? '';
}

/** The words that an audience reads. */
export function wordsFor(item: Item, audience: Audience, language: string, first: string): string {
  const own = item.variants[audience];
  return own ? inLanguage(own, language, first) : inLanguage(item.texts, language, first);
}

/** What is read aloud in a recording: the words and, after them, nothing else. Empty where there are none in that language. */
export function soundWords(item: Item, audience: Audience | null, language: string): string {
  return ((audience === null ? item.texts : (item.variants[audience] ?? {}))[language] ?? '').trim();
}

/** What an audience is asked, in its order. */
export function itemsFor(content: InstrumentContent, audience: Audience): readonly Item[] {
  return content.items.filter(({ audiences }) => audiences.includes(audience));
}

/** Items that lack some of their words in a language. Not a fault: the first language is shown. */
export function untranslated(
  content: InstrumentContent,
): readonly { readonly item: string; readonly language: string }[] {
  const [, ...others] = content.languages;
  const lacks = (texts: Texts, language: string): boolean =>
    Object.keys(texts).length > 0 && (texts[language] ?? '').trim() === '';
  return content.items.flatMap((item) =>
    others
      .filter((language) =>
        [item.texts, item.hints, ...Object.values(item.variants), ...item.options.map(({ texts }) => texts)].some(
          (texts) => lacks(texts, language),
        ),
      )
      .map((language) => ({ item: item.key, language })),
  );
}

function repeated(keys: readonly string[]): readonly string[] {
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
}

function itemFaults(item: Item, before: readonly Item[], first: string): readonly Fault[] {
  const fault = (code: Fault['code'], about?: string): Fault => ({
    item: item.key,
    code,
    ...(about === undefined ? {} : { about }),
  });
  const faults: Fault[] = [];
  if (!keyForm.test(item.key)) faults.push(fault('key not well formed'));
  if ((item.texts[first] ?? '').trim() === '') faults.push(fault('no words', first));
  for (const [audience, texts] of Object.entries(item.variants))
    if ((texts[first] ?? '').trim() === '') faults.push(fault('no words', audience));
  if (item.audiences.length === 0) faults.push(fault('nobody is asked'));
  const answers = item.options.filter(isAnswer);
  if (optionKinds.includes(item.kind)) {
    if (answers.length < points.fewest) faults.push(fault('too few options'));
    if (item.kind === 'scale' && answers.length > points.most) faults.push(fault('too many points'));
    if (item.options.length > optionsAtMost) faults.push(fault('too many options'));
    for (const key of repeated(item.options.map(({ key: each }) => each))) faults.push(fault('option twice', key));
    for (const option of item.options) {
      if (!optionForm.test(option.key)) faults.push(fault('key not well formed', option.key));
      if ((option.texts[first] ?? '').trim() === '') faults.push(fault('option without words', option.key));
    }
  } else if (item.options.length > 0) faults.push(fault('options not wanted'));
  if (
    item.kind === 'choose'
      ? item.atMost === null || item.atMost < 1 || item.atMost > answers.length || !Number.isInteger(item.atMost)
      : item.atMost !== null
  )
    faults.push(fault('at most what'));
  const bounds = item.least !== null || item.most !== null;
  if (item.kind === 'number' ? item.least !== null && item.most !== null && item.least > item.most : bounds)
    faults.push(fault('number bounds'));
  // P2 and 2.2 of the reference: whoever is asked for something specially protected, or to describe themselves, can decline in so many words.
  if (
    (item.special !== null || item.kind === 'group') &&
    optionKinds.includes(item.kind) &&
    !item.options.some(({ missing }) => missing === 'prefer not to say')
  )
    faults.push(fault('no way out'));
  for (const sound of item.sounds ?? [])
    if (sound.words !== soundWords(item, sound.audience, sound.language))
      faults.push(fault('sound of other words', sound.language));
  if (item.when !== null) {
    const asked = before.find(({ key }) => key === item.when?.item);
    if (!asked) faults.push(fault('condition not before', item.when.item));
    else {
      const known = optionKeysOf(asked);
      if (item.when.options.length === 0) faults.push(fault('condition option'));
      for (const option of item.when.options)
        if (!known.includes(option)) faults.push(fault('condition option', option));
      for (const audience of item.audiences)
        if (!asked.audiences.includes(audience)) faults.push(fault('condition audience', audience));
    }
  }
  return faults;
}

/**
 * All that must be put right before a version is sealed. `sealed` are the versions so far: what they say can be added
 * to and left out, never given another meaning.
 */
export function faultsOf(content: InstrumentContent, sealed: readonly InstrumentContent[] = []): readonly Fault[] {
  const [first] = content.languages;
  const faults: Fault[] = [];
  if (first === undefined) return [{ item: null, code: 'no language' }];
  if (titleOf(content).trim() === '') faults.push({ item: null, code: 'no title' });
  if (!content.items.some(({ kind }) => kind !== 'information')) faults.push({ item: null, code: 'no item' });
  for (const key of repeated(content.items.map(({ key: each }) => each))) faults.push({ item: key, code: 'key twice' });
  for (const [index, item] of content.items.entries())
    faults.push(...itemFaults(item, content.items.slice(0, index), first));
  return [...faults, ...givenAgain(content, sealed)];
}

function givenAgain(content: InstrumentContent, sealed: readonly InstrumentContent[]): readonly Fault[] {
  const faults: Fault[] = [];
  const newest = sealed.at(-1);
  for (const item of content.items) {
    const past = sealed.flatMap(({ items }) => items.filter(({ key }) => key === item.key));
    const last = past.at(-1);
    if (last === undefined) continue;
    if (last.kind !== item.kind) faults.push({ item: item.key, code: 'kind changed', about: last.kind });
    // Left out of the newest version: whoever answers under the key now might be asked something else.
    if (newest && !newest.items.some(({ key }) => key === item.key))
      faults.push({ item: item.key, code: 'key given again' });
    const now = new Set(last.options.map(({ key }) => key));
    const gone = new Set(past.flatMap(({ options }) => options.map(({ key }) => key)).filter((key) => !now.has(key)));
    for (const { key } of item.options)
      if (gone.has(key)) faults.push({ item: item.key, code: 'option given again', about: key });
  }
  return faults;
}

/** Where figures of two versions do not continue one another. Another order of "choose" breaks nothing: everybody sees an order of their own. */
export function breaksBetween(before: InstrumentContent, after: InstrumentContent): readonly Break[] {
  return after.items.flatMap((item): readonly Break[] => {
    const past = before.items.find(({ key }) => key === item.key);
    if (!past || item.kind === 'information') return [];
    const keys = (of: Item): readonly string[] => of.options.map(({ key }) => key);
    const [from, to] = [keys(past), keys(item)];
    const added = to.filter((key) => !from.includes(key));
    const removed = from.filter((key) => !to.includes(key));
    const isMoved =
      item.kind === 'scale' &&
      added.length === 0 &&
      removed.length === 0 &&
      from.some((key, index) => key !== to[index]);
    const [first = ''] = after.languages;
    const said = (of: Item, audience: Audience): string => wordsFor(of, audience, first, first).trim();
    return [
      ...(added.length > 0 || removed.length > 0 || isMoved
        ? [{ item: item.key, code: item.kind === 'scale' ? 'points' : 'options', added, removed } as const]
        : []),
      ...(past.atMost === item.atMost
        ? []
        : [{ item: item.key, code: 'at most', from: past.atMost, to: item.atMost } as const]),
      ...item.audiences
        .filter((audience) => past.audiences.includes(audience) && said(past, audience) !== said(item, audience))
        .map((audience) => ({ item: item.key, code: 'words', audience }) as const),
    ];
  });
}
