/** What holds of a survey: what is special in it, what is missing before it opens, what exactly is signed. Pure. */
import { canonicalJson } from '#base/canonical.js';
import { daysUntil } from '#base/london.js';
import type { Audience, InstrumentContent, Item, ItemKind } from '#rooms/heard/instruments/index.js';
import type { Band } from '#rooms/heard/taking-part/index.js';
import {
  type DataSheet,
  type Missing,
  type PlannedTable,
  type Setting,
  type Stage,
  stages,
  type Survey,
  type SurveyWithContent,
} from './words.js';

export const retentionMonths = { least: 1, most: 84, usual: 24 } as const;
/** Longer than a school year nobody asks in one wave. */
export const mostDays = 366;
/** Cards of one batch; a bigger school prints two. */
export const mostCards = 500;
export const mostPlaces = 2000;
/** Answers that a link may be limited to. */
export const mostLinked = 100_000;

export const emptySheet: DataSheet = {
  purpose: '',
  why: {},
  basis: null,
  whoSees:
    'Nobody sees the answers of one person. The organisation that asks sees tables, each setting the tables of ' +
    'its own. Named reviewers read what was written freely. What points to somebody at risk goes to the ' +
    'safeguarding leads of the setting.',
  retention: retentionMonths.usual,
  tables: [],
  consent: 'opt-out',
  contact: '',
  openLink: false,
};

const textKinds: readonly ItemKind[] = ['short text', 'long text'];

/** Young people read the child's notice; everybody else the adult's. */
export function isChild(audience: Audience): boolean {
  return audience.startsWith('student');
}

export function askedItems(content: InstrumentContent, audiences: readonly Audience[]): readonly Item[] {
  return content.items.filter(
    (item) => item.kind !== 'information' && item.audiences.some((audience) => audiences.includes(audience)),
  );
}

/** Items that ask for what the law protects specially (UK GDPR, article 9), out of the instrument itself: nobody has to remember to say so. */
export function specialItems(content: InstrumentContent, audiences: readonly Audience[]): readonly Item[] {
  return askedItems(content, audiences).filter(({ special }) => special !== null);
}

/** Questions on health or sexuality may be asked of children with their parents' consent beforehand (P5). */
export function mayNeedConsent(content: InstrumentContent, audiences: readonly Audience[]): boolean {
  return specialItems(content, audiences.filter(isChild)).some(
    ({ special }) => special === 'health' || special === 'sexuality',
  );
}

/** Whether anybody can write freely: then somebody must be named who reads it (P9). */
export function asksText(content: InstrumentContent, audiences: readonly Audience[]): boolean {
  return askedItems(content, audiences).some(({ kind }) => textKinds.includes(kind));
}

/** Items of which a table can be published. What is written freely never is one. */
export function tableItems(content: InstrumentContent, audiences: readonly Audience[]): readonly Item[] {
  return askedItems(content, audiences).filter(({ kind }) => kind !== 'group' && !textKinds.includes(kind));
}

export function groupItems(content: InstrumentContent, audiences: readonly Audience[]): readonly Item[] {
  return askedItems(content, audiences).filter(({ kind }) => kind === 'group');
}

/** The planned tables that the instrument can give: the items are asked, two groups at most, and all of one audience at least. */
export function possibleTables(
  content: InstrumentContent,
  audiences: readonly Audience[],
  tables: readonly PlannedTable[],
): readonly PlannedTable[] {
  const items = new Map(tableItems(content, audiences).map((item) => [item.key, item]));
  const groups = new Map(groupItems(content, audiences).map((item) => [item.key, item]));
  const seen = new Set<string>();
  return tables.filter(({ item, by }) => {
    const id = canonicalJson([item, by.toSorted()]);
    const found = items.get(item);
    const over = by.map((key) => groups.get(key));
    if (seen.has(id) || !found || by.length > 2 || new Set(by).size < by.length || over.includes(undefined))
      return false;
    if (
      !audiences.some(
        (audience) => found.audiences.includes(audience) && over.every((group) => group?.audiences.includes(audience)),
      )
    )
      return false;
    seen.add(id);
    return true;
  });
}

/** Of a page's three questions: which items, by which groups each of them, and which by two groups at once. */
export function plannedTables(
  content: InstrumentContent,
  audiences: readonly Audience[],
  items: readonly string[],
  groups: readonly string[],
  pairs: readonly PlannedTable[],
): readonly PlannedTable[] {
  return possibleTables(content, audiences, [
    ...items.flatMap((item) => [{ item, by: [] }, ...groups.map((group) => ({ item, by: [group] }))]),
    ...pairs,
  ]);
}

/** What is signed, in one exact form. Whatever changes of it must be signed again. */
export function signedText({
  instrument,
  version,
  audiences,
  languages,
  sheet,
  reviewers,
}: Pick<Survey, 'instrument' | 'version' | 'audiences' | 'languages' | 'sheet' | 'reviewers'>): string {
  return canonicalJson({
    format: 'kept-data-sheet/1',
    instrument,
    version,
    audiences: audiences.toSorted(),
    languages,
    sheet,
    reviewers: reviewers.toSorted(),
  });
}

/** Open until the end of its last day. */
export function stageOn({ stage, closesOn }: Pick<Survey, 'stage' | 'closesOn'>, today: string): Stage {
  return stage === 'open' && closesOn !== null && closesOn < today ? stages[2] : stage;
}

/** What the data sheet still lacks before it can be signed. */
export function missingInSheet({
  content,
  audiences,
  languages,
  sheet,
  reviewers,
}: Pick<SurveyWithContent, 'content' | 'audiences' | 'languages' | 'sheet' | 'reviewers'>): readonly Missing[] {
  const lacks: readonly (readonly [Missing, boolean])[] = [
    ['audiences', audiences.length === 0],
    ['languages', languages.length === 0],
    ['purpose', sheet.purpose.trim() === ''],
    ['why', languages.some((language) => (sheet.why[language] ?? '').trim() === '')],
    ['basis', sheet.basis === null],
    ['contact', sheet.contact.trim() === ''],
    ['tables', possibleTables(content, audiences, sheet.tables).length === 0],
    ['reviewers', asksText(content, audiences) && reviewers.length === 0],
  ];
  return lacks.filter(([, is]) => is).map(([code]) => code);
}

/** All that is missing before the survey opens. `isSignedNow`: whether the signature is of exactly what stands there now. */
export function missingToOpen(
  survey: SurveyWithContent,
  settings: readonly Pick<Setting, 'answer'>[],
  isSignedNow: boolean,
  today: string,
): readonly Missing[] {
  const { opensOn, closesOn, sheet, signature } = survey;
  const days: readonly Missing[] =
    opensOn === null || closesOn === null
      ? ['days']
      : closesOn < today
        ? ['days over']
        : daysUntil(opensOn, closesOn) > mostDays
          ? ['days long']
          : [];
  const way: readonly Missing[] =
    sheet.openLink || settings.some(({ answer }) => answer === 'takes part') ? [] : ['way'];
  const signed: readonly Missing[] = signature === null ? ['signature'] : isSignedNow ? [] : ['signature void'];
  return [...days, ...missingInSheet(survey), ...way, ...signed];
}

/** "0", "1 to 9", "10 to 19" ...: never finer than this while a survey is open (P14). */
export function bandWords({ least }: Band): string {
  return least === 0 ? '0' : least === 1 ? '1 to 9' : `${least} to ${least + 9}`;
}
