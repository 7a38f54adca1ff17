/** What holds in the library of practice: who may do what when, what a spotlight must say, when it is looked at again. */
import { keysOf } from '#base/keys.js';
import { hasEmailAddress } from '#base/email-address.js';
import { daysUntil, monthsLater } from '#base/london.js';
import { monthsEarned } from '#base/spans.js';
import {
  needs,
  type Known,
  type Need,
  type PracticeContent,
  type PracticeState,
  type SpotlightDraft,
  type SpotlightProblem,
  type SubmissionState,
} from './words.js';

/** Whose lead acts: the organisation that did it, or the keeper of the framework to whom it is put. Who keeps the framework is both. */
export type Side = 'owner' | 'keeper';

interface Rule {
  readonly by: readonly Side[];
  readonly from: readonly PracticeState[];
  /** Null where the state stays as it is. */
  readonly to: PracticeState | null;
  /** Whether readers must know it already (true), must not (false), or either. */
  readonly isPublic?: boolean;
}

/** Who may do what, in which state. Nothing becomes public but by "clear", and only a keeper clears. */
export const practiceCan = {
  edit: { by: ['owner'], from: ['draft', 'asked back'], to: null },
  'edit published': { by: ['owner'], from: ['published'], to: 'draft' },
  discard: { by: ['owner'], from: ['draft'], to: null, isPublic: false },
  submit: { by: ['owner'], from: ['draft', 'asked back'], to: 'submitted' },
  'take back': { by: ['owner'], from: ['submitted'], to: 'draft' },
  'edit submitted': { by: ['keeper'], from: ['submitted'], to: null },
  'ask back': { by: ['keeper'], from: ['submitted'], to: 'asked back' },
  clear: { by: ['keeper'], from: ['submitted'], to: 'published' },
  review: { by: ['owner'], from: ['draft', 'submitted', 'asked back', 'published'], to: null, isPublic: true },
  withdraw: { by: ['owner', 'keeper'], from: ['draft', 'asked back', 'published'], to: 'withdrawn', isPublic: true },
} as const satisfies Readonly<Record<string, Rule>>;
export type PracticeAct = keyof typeof practiceCan;

/** How a spotlight stands, and whether readers know of it. */
export interface Standing {
  readonly state: PracticeState;
  readonly isPublic: boolean;
}

export function canBeDone(act: PracticeAct, side: Side, { state, isPublic }: Standing): boolean {
  const rule: Rule = practiceCan[act];
  return (
    rule.by.includes(side) && rule.from.includes(state) && (rule.isPublic === undefined || rule.isPublic === isPublic)
  );
}

/** What the rows say: the owner's own draft with the number of the submission that it follows, the last submission, and what readers see. */
export interface Facts {
  /** Number of the last submission that there was when the draft was saved; 0 before the first. */
  readonly follows: number;
  readonly last: { readonly number: number; readonly state: SubmissionState } | null;
  readonly published: { readonly state: 'published' | 'withdrawn' } | null;
}

export function practiceStanding({ follows, last, published }: Facts): Standing {
  const isPublic = published !== null;
  if (published?.state === 'withdrawn') return { state: 'withdrawn', isPublic };
  if (last?.state === 'waiting') return { state: 'submitted', isPublic };
  if (last?.state === 'asked back') return { state: 'asked back', isPublic };
  if (last?.state === 'cleared' && last.number > follows) return { state: 'published', isPublic };
  return { state: 'draft', isPublic };
}

/** How often an organisation says whether its practice still holds. */
const monthsToReview = 12;

export interface PracticeDayFacts {
  readonly state: 'published' | 'withdrawn';
  readonly published_on: string;
  readonly reviewed_on: string;
}

export interface PracticeDays {
  readonly review_due: string;
  /** Until when it counts for a register; null for what was withdrawn. */
  readonly counts_until: string | null;
}

/** The days of a practice, stored with what readers see of it. Its review is due a year after it was published or looked at last. */
export function practiceDays({ state, published_on, reviewed_on }: PracticeDayFacts): PracticeDays {
  return {
    review_due: monthsLater(reviewed_on, monthsToReview),
    counts_until: state === 'published' ? monthsLater(published_on, monthsEarned) : null,
  };
}

const daysBefore = 30;

/** Which letter about a review is due, if any: one a month before the day, one from the day on. */
export function reviewReminder(due: string, today: string): 'soon' | 'due' | null {
  if (today >= due) return 'due';
  return daysUntil(today, due) <= daysBefore ? 'soon' : null;
}

export const areasAtMost = 12;

/** Characters that each part can have. The seed's own spotlight has areas of about a thousand. */
export const longest = {
  title: 140,
  summary: 400,
  about: 3000,
  need: 4000,
  heading: 120,
  text: 6000,
  changed: 4000,
  known: 2000,
  cost: 2000,
  amount: 20,
  time: 200,
  role: 120,
  address: 300,
  authority: 120,
  urn: 10,
  ownNeeds: 400,
} as const;

/** Every stretch of a draft that was typed, with the name of its part and, of an area, its place from 1. */
function typedParts(
  draft: SpotlightDraft,
): readonly { readonly part: keyof typeof longest; readonly at: number | null; readonly text: string }[] {
  const plain = [
    'title',
    'summary',
    'about',
    'need',
    'changed',
    'known',
    'cost',
    'amount',
    'time',
    'role',
    'address',
    'authority',
    'urn',
  ] as const;
  return [
    ...plain.map((part) => ({ part, at: null, text: draft[part] })),
    { part: 'ownNeeds', at: null, text: draft.ownNeeds.join('\n') },
    ...draft.done.flatMap(({ heading, text }, index) => [
      { part: 'heading' as const, at: index + 1, text: heading },
      { part: 'text' as const, at: index + 1, text },
    ]),
  ];
}

/** What is too long even for a draft. */
export function tooLong(draft: SpotlightDraft): readonly SpotlightProblem[] {
  return typedParts(draft).flatMap(({ part, at, text }) =>
    text.length > longest[part]
      ? [{ code: 'too long' as const, part, at, most: longest[part], length: text.length }]
      : [],
  );
}

/** Whole pounds: "£1,500" is 1500; null where it is no such amount. */
export function poundsIn(typed: string): number | null {
  const found = /^£?\s*(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.00)?$/.exec(typed.trim());
  return found?.[1] === undefined ? null : Number(found[1].replaceAll(',', ''));
}

/** Everything that keeps a draft from being submitted; none means that it may be. */
export function spotlightProblems(draft: SpotlightDraft, known: Known): readonly SpotlightProblem[] {
  const mustBeThere = [
    'title',
    'summary',
    'about',
    'need',
    'changed',
    'evidence',
    'known',
    'cost',
    'role',
    'address',
    'phase',
    'framework',
  ] as const;
  const isGiven = (text: string): boolean => text.trim() !== '';
  const areas = draft.done
    .map((area, index) => ({ ...area, at: index + 1 }))
    .filter(({ heading, text }) => isGiven(heading) || isGiven(text));
  const themes = new Set(known.themes.map(({ framework, key }) => `${framework} ${key}`));
  const chosen = known.frameworks.find(({ slug }) => slug === draft.framework);
  return [
    ...mustBeThere.filter((part) => !isGiven(draft[part])).map((part) => ({ code: 'empty' as const, part })),
    ...(draft.needs.length === 0 && draft.ownNeeds.length === 0 ? [{ code: 'no need chosen' as const }] : []),
    ...(areas.length === 0 ? [{ code: 'nothing done' as const }] : []),
    ...areas.flatMap(({ heading, text, at }) => [
      ...(isGiven(heading) ? [] : [{ code: 'area without heading' as const, at }]),
      ...(isGiven(text) ? [] : [{ code: 'area without text' as const, at }]),
    ]),
    ...(isGiven(draft.amount) && poundsIn(draft.amount) === null ? [{ code: 'no amount' as const }] : []),
    ...(draft.framework !== '' && !chosen ? [{ code: 'unknown framework' as const }] : []),
    ...(known.ended.has(draft.framework) ? [{ code: 'ended framework' as const }] : []),
    ...(draft.themes.length === 0 ? [{ code: 'no theme' as const }] : []),
    ...(draft.themes.some((theme) => !themes.has(theme)) ? [{ code: 'unknown theme' as const }] : []),
    // Who clears it looks after the themes of one framework: without one of these it is not theirs to clear.
    ...(draft.themes.length > 0 && chosen && !draft.themes.some((theme) => theme.startsWith(`${chosen.slug} `))
      ? [{ code: 'no theme of the framework' as const }]
      : []),
    ...(isGiven(draft.phase) && draft.phase !== 'all' && !known.phases.includes(draft.phase)
      ? [{ code: 'unknown phase' as const }]
      : []),
    ...(isGiven(draft.authority) && known.authority === null
      ? [{ code: 'unknown authority' as const, typed: draft.authority.trim() }]
      : []),
    ...(isGiven(draft.urn) && known.school === null
      ? [{ code: 'unknown school' as const, typed: draft.urn.trim() }]
      : []),
    ...tooLong(draft),
    ...typedParts(draft).flatMap(({ part, at, text }) =>
      hasEmailAddress(text) ? [{ code: 'e-mail address' as const, part, at }] : [],
    ),
    ...(draft.agreed ? [] : [{ code: 'not agreed' as const }]),
    ...(draft.noChild ? [] : [{ code: 'a child' as const }]),
  ];
}

export const emptyDraft: SpotlightDraft = {
  title: '',
  summary: '',
  about: '',
  need: '',
  needs: [],
  ownNeeds: [],
  done: [],
  changed: '',
  evidence: '',
  known: '',
  cost: '',
  amount: '',
  time: '',
  role: '',
  address: '',
  framework: '',
  themes: [],
  phase: '',
  authority: '',
  urn: '',
  agreed: false,
  noChild: false,
};

export interface Telling {
  readonly slug: string;
  readonly organisation: PracticeContent['organisation'];
}

/** What a draft says as it would be published; of an unfinished one, as far as it goes. */
export function contentOf(draft: SpotlightDraft, known: Known, { slug, organisation }: Telling): PracticeContent {
  const framework = known.frameworks.find((one) => one.slug === draft.framework);
  const themes = new Set(draft.themes);
  const chosen = new Set<Need>(draft.needs);
  return {
    format: 'kept-practice/1',
    practice: { slug, title: draft.title.trim() },
    organisation,
    keeper: {
      slug: framework?.organisation_slug ?? '',
      name: framework?.organisation_name ?? '',
      framework: draft.framework,
    },
    summary: draft.summary.trim(),
    about: draft.about.trim(),
    need: draft.need.trim(),
    needs: needKeys.filter((key) => chosen.has(key)).map((key) => ({ key, title: needs[key] })),
    ownNeeds: draft.ownNeeds,
    done: draft.done
      .map(({ heading, text }) => ({ heading: heading.trim(), text: text.trim() }))
      .filter(({ heading, text }) => heading !== '' || text !== ''),
    changed: draft.changed.trim(),
    evidence: { level: draft.evidence === '' ? 'said' : draft.evidence, known: draft.known.trim() },
    cost: {
      text: draft.cost.trim(),
      amount: poundsIn(draft.amount),
      time: draft.time.trim() === '' ? null : draft.time.trim(),
    },
    ask: { role: draft.role.trim(), address: draft.address.trim() },
    themes: known.themes.filter(({ framework: of, key }) => themes.has(`${of} ${key}`)),
    phase: known.phases.includes(draft.phase) ? draft.phase : null,
    place: { authority: known.authority, school: known.school },
    permission: true,
  };
}

export const needKeys: readonly Need[] = keysOf(needs);

export interface Part {
  /** The same in every version, so that two versions can be laid beside each other. */
  readonly key: string;
  readonly label: string;
  readonly text: string;
}

const levelWords = { said: 'said', measured: 'measured', evaluated: 'evaluated by somebody else' } as const;

/** Everything that a spotlight says, part by part. */
export function partsOf(content: PracticeContent): readonly Part[] {
  const { cost, place } = content;
  return [
    { key: 'title', label: 'Title', text: content.practice.title },
    { key: 'summary', label: 'In short', text: content.summary },
    { key: 'about', label: 'About us', text: content.about },
    { key: 'need', label: 'The need', text: content.need },
    ...content.done.map(({ heading, text }, index) => ({
      key: `done-${index + 1}`,
      label: `What was done, ${index + 1}`,
      text: [heading, text].filter((one) => one !== '').join('\n\n'),
    })),
    { key: 'changed', label: 'What changed', text: content.changed },
    { key: 'known', label: 'How we know', text: `${levelWords[content.evidence.level]}: ${content.evidence.known}` },
    {
      key: 'cost',
      label: 'What it cost',
      text: [cost.text, cost.amount === null ? '' : poundWords(cost.amount), cost.time ?? '']
        .filter((one) => one !== '')
        .join('\n'),
    },
    {
      key: 'ask',
      label: 'Who to ask',
      text: [content.ask.role, content.ask.address].filter((one) => one !== '').join('\n'),
    },
    {
      key: 'needs',
      label: 'Needs',
      text: [...content.needs.map(({ title }) => title), ...content.ownNeeds].join('\n'),
    },
    { key: 'themes', label: 'Themes', text: content.themes.map(({ title }) => title).join('\n') },
    { key: 'phase', label: 'Phase', text: content.phase ?? 'All phases' },
    {
      key: 'place',
      label: 'Where',
      text: [place.school?.name ?? '', place.authority?.name ?? ''].filter((one) => one !== '').join('\n'),
    },
  ];
}

export interface PartChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** The parts that differ between two versions, in the order of the newer one; what is gone comes last. */
export function changesBetween(before: PracticeContent, now: PracticeContent): readonly PartChange[] {
  const [old, fresh] = [partsOf(before), partsOf(now)];
  const was = new Map(old.map((part) => [part.key, part.text]));
  const stands = new Set(fresh.map(({ key }) => key));
  return [
    ...fresh
      .filter(({ key, text }) => was.get(key) !== text)
      .map(({ key, label, text }) => ({ label, before: was.get(key) ?? '', after: text })),
    ...old.filter(({ key }) => !stands.has(key)).map(({ label, text }) => ({ label, before: text, after: '' })),
  ];
}

/** "£1,500". */
export function poundWords(amount: number): string {
  return `£${amount.toLocaleString('en-GB')}`;
}

export type Told =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[] };

const bullet = /^\s*[-*•–]\s+/;

/** Plain text as paragraphs and lists: an empty line parts paragraphs, a line that begins with a dash is an item. Nothing typed is lost. */
export function toldIn(text: string): readonly Told[] {
  const told: Told[] = [];
  let open = false;
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      open = false;
      continue;
    }
    const last = open ? told.at(-1) : undefined;
    if (bullet.test(line)) {
      const item = line.replace(bullet, '').trim();
      if (last?.kind === 'list') told[told.length - 1] = { kind: 'list', items: [...last.items, item] };
      else told.push({ kind: 'list', items: [item] });
    } else if (last?.kind === 'paragraph')
      told[told.length - 1] = { kind: 'paragraph', lines: [...last.lines, line.trim()] };
    else told.push({ kind: 'paragraph', lines: [line.trim()] });
    open = true;
  }
  return told;
}
