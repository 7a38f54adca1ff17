/** The form of one question: as it was typed, what its buttons do to it, and the question that it makes. */
import { type FieldProblem, tooLong } from '#base/form.js';
import { withAdded, freeKey, hasOptions, itemOf, keyFrom, keysGiven, limits, withMoved } from '../../draft-edits.js';
import { optionKeysOf, faultsOf } from '../../rules.js';
import { yesOrNoOptions } from '../../kept-own-words.js';
import { faultWords, kindWords, languageName } from '../../view-words.js';
import {
  type Audience,
  audiences,
  type Fault,
  type InstrumentContent,
  type Item,
  type ItemKind,
  missingKinds,
  type MissingKind,
  type Option,
  specialCategories,
  type Texts,
} from '../../words.js';

export interface OptionTyped {
  /** The name that it has in the draft; empty for one that is new. */
  readonly was: string;
  readonly key: string;
  readonly texts: Texts;
  readonly missing: MissingKind | '';
}

export interface QuestionTyped {
  readonly kind: ItemKind;
  readonly key: string;
  readonly audiences: readonly Audience[];
  readonly texts: Texts;
  readonly hints: Texts;
  readonly variants: Readonly<Record<Audience, Texts>>;
  readonly options: readonly OptionTyped[];
  readonly atMost: string;
  readonly least: string;
  readonly most: string;
  readonly special: string;
  readonly whenItem: string;
  readonly whenOptions: readonly string[];
  /** Where a new one goes: the key of the question before it, "first" or "last". */
  readonly place: string;
}

interface Sent {
  get(name: string): string;
  all(name: string): readonly string[];
}

const part = (audience: Audience): string => audience.replaceAll(' ', '-');
export const fieldOf = {
  text: (language: string) => `text-${language}`,
  hint: (language: string) => `hint-${language}`,
  variant: (audience: Audience, language: string) => `variant-${part(audience)}-${language}`,
  optionKey: (at: number) => `option-${at}-key`,
  optionWas: (at: number) => `option-${at}-was`,
  optionText: (at: number, language: string) => `option-${at}-text-${language}`,
  optionMissing: (at: number) => `option-${at}-missing`,
} as const;

const emptyOption: OptionTyped = { was: '', key: '', texts: {}, missing: '' };

function perAudience(texts: (audience: Audience) => Texts): Readonly<Record<Audience, Texts>> {
  return {
    'student primary': texts('student primary'),
    'student secondary': texts('student secondary'),
    educator: texts('educator'),
    'parent or carer': texts('parent or carer'),
    'school leader': texts('school leader'),
  };
}

/** A question as its form shows it first; a new one with options begins with three empty ones. */
export function typedQuestion(item: Item): QuestionTyped {
  const number = (value: number | null): string => (value === null ? '' : String(value));
  return {
    kind: item.kind,
    key: item.key,
    audiences: item.audiences,
    texts: item.texts,
    hints: item.hints,
    variants: perAudience((audience) => item.variants[audience] ?? {}),
    options:
      item.key === '' && hasOptions(item.kind)
        ? [emptyOption, emptyOption, emptyOption]
        : item.options.map(({ key, texts, missing }) => ({ was: key, key, texts, missing: missing ?? '' })),
    atMost: number(item.atMost),
    least: number(item.least),
    most: number(item.most),
    special: item.special ?? '',
    whenItem: item.when?.item ?? '',
    whenOptions: item.when?.options ?? [],
    place: 'last',
  };
}

export function readQuestion(fields: Sent, kind: ItemKind, languages: readonly string[]): QuestionTyped {
  const texts = (name: (language: string) => string): Texts =>
    Object.fromEntries(
      languages.map((language) => [language, fields.get(name(language))] as const).filter(([, text]) => text !== ''),
    );
  const many = /^\d{1,3}$/.test(fields.get('options'))
    ? Math.min(Number(fields.get('options')), limits.options + 1)
    : 0;
  return {
    kind,
    key: fields.get('key'),
    audiences: audiences.filter((audience) => fields.all('audiences').includes(audience)),
    texts: texts(fieldOf.text),
    hints: texts(fieldOf.hint),
    variants: perAudience((audience) => texts((language) => fieldOf.variant(audience, language))),
    options: Array.from({ length: many }, (_, at) => ({
      was: fields.get(fieldOf.optionWas(at)),
      key: fields.get(fieldOf.optionKey(at)),
      texts: texts((language) => fieldOf.optionText(at, language)),
      missing: missingKinds.find((one) => one === fields.get(fieldOf.optionMissing(at))) ?? '',
    })),
    atMost: fields.get('atMost'),
    least: fields.get('least'),
    most: fields.get('most'),
    special: fields.get('special'),
    whenItem: fields.get('whenItem'),
    whenOptions: fields.all('whenOptions'),
    place: fields.get('place'),
  };
}

/** What a button of the form does to what was typed, and which field comes next; null for the one that saves. */
export function acted(
  typed: QuestionTyped,
  act: string,
): { readonly typed: QuestionTyped; readonly focus: string } | null {
  const [verb = '', where = ''] = act.split(' ');
  const at = /^\d{1,3}$/.test(where) ? Number(where) : -1;
  const withOptions = (options: readonly OptionTyped[], focus: string) => ({ typed: { ...typed, options }, focus });
  const ready = (missing: MissingKind): OptionTyped => {
    const own = yesOrNoOptions.find((option) => option.missing === missing);
    return {
      ...emptyOption,
      key: freeKey(own?.key ?? '', new Set(typed.options.map(({ key }) => key))),
      texts: own?.texts ?? {},
      missing,
    };
  };
  const next = `option-${typed.options.length}`;
  switch (verb) {
    case 'add':
      return withOptions([...typed.options, emptyOption], next);
    case 'dont-know':
      return withOptions([...typed.options, ready('don’t know')], next);
    case 'prefer-not':
      return withOptions([...typed.options, ready('prefer not to say')], next);
    case 'remove':
      return withOptions(
        typed.options.filter((_, index) => index !== at),
        at > 0 ? `option-${at - 1}` : 'options',
      );
    case 'up':
      return withOptions(withMoved(typed.options, at, -1), `option-${Math.max(0, at - 1)}`);
    case 'condition':
      return { typed, focus: 'whenOptions' };
    default:
      return null;
  }
}

/** What the words of a language are now: typed ones take the place, those of languages that the form does not have stay. */
function merged(before: Texts, typed: Texts, languages: readonly string[]): Texts {
  return {
    ...Object.fromEntries(Object.entries(before).filter(([language]) => !languages.includes(language))),
    ...Object.fromEntries(
      Object.entries(typed)
        .map(([language, text]) => [language, text.replace(/\r\n?/g, '\n').trim()] as const)
        .filter(([, text]) => text !== ''),
    ),
  };
}

function whole(text: string): number | null | undefined {
  const trimmed = text.trim();
  return trimmed === '' ? null : /^-?\d{1,9}$/.test(trimmed) ? Number(trimmed) : undefined;
}

export interface QuestionRead {
  readonly item: Item;
  /** Options that were given another name: from, to. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly problems: readonly FieldProblem[];
}

/** The question that was typed, with everything that must be put right before it goes into the draft. `before` is null for a new one. */
export function madeQuestion(
  typed: QuestionTyped,
  before: Item | null,
  draft: InstrumentContent,
  sealed: readonly InstrumentContent[],
): QuestionRead {
  const { languages } = draft;
  const [first = 'en'] = languages;
  const problems: FieldProblem[] = [];
  const tell = (field: string, message: string): void => {
    if (!problems.some((one) => one.field === field)) problems.push({ field, message });
  };
  const isSealed = before !== null && sealed.some((version) => itemOf(version, before.key) !== undefined);
  const texts = merged(before?.texts ?? {}, typed.texts, languages);
  const taken = new Set([...keysGiven(draft, sealed)].filter((key) => key !== before?.key));
  const key = isSealed
    ? before.key
    : typed.key.trim() === ''
      ? keyFrom(texts[first] ?? '', taken, 'question')
      : typed.key.trim();
  const kept = typed.options
    .map((option, at) => ({ option, at }))
    .filter(
      ({ option: { was, key: name, texts: words, missing } }) =>
        was !== '' || name.trim() !== '' || missing !== '' || Object.values(words).some((text) => text.trim() !== ''),
    );
  const fixed = optionsSealed(before, sealed);
  const optionKeys = new Set([...kept.map(({ option }) => option.key.trim()).filter((name) => name !== ''), ...fixed]);
  const renamed = new Map<string, string>();
  const options: Option[] = [];
  for (const { option } of kept) {
    const old = before?.options.find((one) => one.key === option.was);
    const words = merged(old?.texts ?? {}, option.texts, languages);
    const name = fixed.has(option.was)
      ? option.was
      : option.key.trim() === ''
        ? keyFrom(words[first] ?? '', optionKeys, 'option')
        : option.key.trim();
    optionKeys.add(name);
    if (option.was !== '' && option.was !== name) renamed.set(option.was, name);
    options.push({ key: name, texts: words, missing: option.missing === '' ? null : option.missing });
  }
  const [atMost, least, most] = [
    typed.kind === 'choose' ? whole(typed.atMost) : null,
    typed.kind === 'number' ? whole(typed.least) : null,
    typed.kind === 'number' ? whole(typed.most) : null,
  ];
  if (atMost === undefined) tell('atMost', 'Say how many may be chosen, as a number like 5');
  if (least === undefined) tell('least', 'The least number is a whole number like 0, or is left empty');
  if (most === undefined) tell('most', 'The greatest number is a whole number like 30, or is left empty');
  const asked = draft.items.find((one) => one.key === typed.whenItem);
  const variants = Object.fromEntries(
    audiences.flatMap((audience) => {
      const words = merged(before?.variants[audience] ?? {}, typed.variants[audience], languages);
      return Object.keys(words).length === 0 ? [] : [[audience, words]];
    }),
  );
  const item: Item = {
    key,
    kind: typed.kind,
    audiences: typed.audiences,
    texts,
    variants,
    hints: merged(before?.hints ?? {}, typed.hints, languages),
    options,
    atMost: atMost ?? null,
    least: least ?? null,
    most: most ?? null,
    special: specialCategories.find((one) => one === typed.special) ?? null,
    when:
      typed.whenItem === ''
        ? null
        : {
            item: typed.whenItem,
            options: typed.whenOptions.filter(
              (option) =>
                asked === undefined ||
                optionKeysOf(asked).includes(option) ||
                lostOptions(before, asked).includes(option),
            ),
          },
    ...(before?.source === undefined ? {} : { source: before.source }),
    ...(before?.sounds === undefined ? {} : { sounds: before.sounds }),
  };
  const long = (field: string, words: string, most: number): void => {
    if (words.length > most) tell(field, tooLong(words.length, most));
  };
  for (const language of languages) {
    long(fieldOf.text(language), texts[language] ?? '', limits.words);
    long(fieldOf.hint(language), item.hints[language] ?? '', limits.hint);
    for (const audience of audiences)
      long(fieldOf.variant(audience, language), item.variants[audience]?.[language] ?? '', limits.words);
    for (const [index, { at }] of kept.entries())
      long(fieldOf.optionText(at, language), options[index]?.texts[language] ?? '', limits.option);
  }
  if (options.length > limits.options) tell('options', `A question has ${limits.options} options at most`);
  if (before === null && draft.items.length >= limits.items)
    tell(fieldOf.text(first), `An instrument has ${limits.items} questions at most. Leave one out first`);
  const candidate = placed(draft, item, before, typed.place);
  for (const fault of faultsOf(candidate, sealed)) {
    if (fault.item !== key || fault.code === 'sound of other words') continue;
    const field = fieldOfFault(
      fault,
      first,
      kept.map(({ at }, index) => ({ at, key: options[index]?.key ?? '' })),
    );
    tell(
      field,
      fault.code === 'no words' && fault.about === first
        ? `Write the words of the question in ${languageName(first)}: the others are made from them`
        : faultWords(fault),
    );
  }
  return { item, renamed, problems };
}

/** Options that a condition names and its question no longer has: shown until somebody unticks them. */
export function lostOptions(item: Item | null, asked: Item): readonly string[] {
  return item?.when?.item === asked.key
    ? item.when.options.filter((option) => !optionKeysOf(asked).includes(option))
    : [];
}

/** Option names that a sealed version has given: they never change their meaning. */
export function optionsSealed(before: Item | null, sealed: readonly InstrumentContent[]): ReadonlySet<string> {
  return new Set(
    before === null
      ? []
      : sealed.flatMap((version) => itemOf(version, before.key)?.options.map(({ key }) => key) ?? []),
  );
}

function placed(draft: InstrumentContent, item: Item, before: Item | null, place: string): InstrumentContent {
  if (before !== null) return { ...draft, items: draft.items.map((each) => (each.key === before.key ? item : each)) };
  return withAdded(draft, item, afterOf(place));
}

/** Null for the end, '' for the beginning, otherwise the key of the question before. */
export function afterOf(place: string): string | null {
  return place === 'first' ? '' : place.startsWith('after ') ? place.slice('after '.length) : null;
}

function fieldOfFault(
  { code, about = '' }: Fault,
  first: string,
  options: readonly { readonly at: number; readonly key: string }[],
): string {
  // The last of two with one name is the one to change.
  const at = options.findLast(({ key }) => key === about)?.at;
  const audience = audiences.find((one) => one === about);
  switch (code) {
    case 'no words':
      return audience === undefined ? fieldOf.text(first) : fieldOf.variant(audience, first);
    case 'nobody is asked':
      return 'audiences';
    case 'key not well formed':
    case 'option twice':
    case 'option given again':
      return at === undefined ? 'key' : fieldOf.optionKey(at);
    case 'option without words':
      return at === undefined ? 'options' : fieldOf.optionText(at, first);
    case 'at most what':
      return 'atMost';
    case 'number bounds':
      return 'least';
    case 'condition not before':
      return 'whenItem';
    case 'condition option':
      return 'whenOptions';
    case 'condition audience':
      return 'audiences';
    case 'key twice':
    case 'key given again':
    case 'kind changed':
      return 'key';
    default:
      return 'options';
  }
}

/** "Choose up to" and the other kinds, as they are offered to a designer. */
export const kindOffers: readonly { readonly kind: ItemKind; readonly text: string; readonly about: string }[] = [
  { kind: 'choice', text: 'Choose one', about: 'One of several answers' },
  { kind: 'scale', text: 'Scale', about: 'Two to seven points in an order, in words' },
  {
    kind: 'choose',
    text: 'Choose up to a number',
    about: 'Like “choose the five that matter most”; everybody sees the list in an order of their own',
  },
  {
    kind: 'yes or no',
    text: 'Yes or no',
    about: 'With “I don’t know” and “I would rather not say”; its words come with it',
  },
  { kind: 'number', text: 'Number', about: 'A whole number, with bounds if you like' },
  {
    kind: 'short text',
    text: 'Short text',
    about: 'A few words of their own, which somebody must read before anybody else does',
  },
  {
    kind: 'long text',
    text: 'Long text',
    about: 'Some sentences of their own, which somebody must read before anybody else does',
  },
  {
    kind: 'group',
    text: 'Group',
    about: 'What tables are split by, like the year group. It must have “I would rather not say”',
  },
  { kind: 'information', text: 'Information', about: 'Words to read, without an answer' },
];

export function kindName(kind: ItemKind): string {
  return kindOffers.find((offer) => offer.kind === kind)?.text ?? kindWords[kind];
}
