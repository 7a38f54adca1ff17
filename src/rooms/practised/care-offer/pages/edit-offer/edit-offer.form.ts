/** What somebody typed of an offer, as a draft or as messages beside the fields. The upload reads its lines in the same way. */
import { type FieldProblem, tooLong } from '#base/form.js';
import { isEmailAddress } from '#base/email-address.js';
import { isDate } from '#base/london.js';
import { type DateRange, implausible } from '#base/plausible.js';
import {
  ageKinds,
  type CareGroup,
  careGroups,
  type CareStatus,
  careStatuses,
  costs,
  duties,
  type OfferDraft,
  reaches,
  threeWay,
} from '../../words.js';

export interface Typed {
  get(name: string): string;
  all(name: string): readonly string[];
}

/** Who writes, and what may be named. */
export interface OfferContext {
  /** The organisation that keeps the offer; an authority writes of itself only. */
  readonly keeper: { readonly name: string; readonly isAuthority: boolean; readonly authority: string | null };
  readonly framework: string;
  readonly kinds: readonly { readonly key: string; readonly title: string }[];
  readonly asks: readonly { readonly key: string; readonly theme: string | null; readonly body: string }[];
  /** Codes that the directory knows. */
  readonly codes: ReadonlySet<string>;
  readonly today: string;
}

export const longest = { title: 120, what: 2000, also: 300, amount: 200, step: 300, line: 200, note: 500 } as const;

/** "26/11/2026" or "2026-11-26"; null where it is no such day. */
export function readDate(text: string): string | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(text) ?? [];
  const iso = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(iso) ? iso : null;
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['https:', 'http:'].includes(new URL(text).protocol);
}

export type OfferReading =
  | { readonly ok: true; readonly draft: OfferDraft }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

export function readOffer(typed: Typed, context: OfferContext): OfferReading {
  const problems: FieldProblem[] = [];
  const refuse = (field: string, message: string): null => {
    problems.push({ field, message });
    return null;
  };
  const line = (field: string): string => typed.get(field).replace(/\s+/g, ' ').trim();
  const text = (field: string, what: string, atMost: number): string | null => {
    const given = line(field);
    if (given.length > atMost) return refuse(field, tooLong(given.length, atMost, what));
    return given === '' ? null : given;
  };
  const needed = (field: string, what: string, atMost: number, missing: string): string => {
    if (line(field) === '') refuse(field, missing);
    return text(field, what, atMost) ?? '';
  };
  const one = <T extends string>(field: string, among: readonly T[], otherwise: T, message: string): T => {
    const given = line(field).toLowerCase();
    if (given === '') return otherwise;
    return among.find((value) => value === given) ?? refuse(field, message) ?? otherwise;
  };
  const date = (field: string, range: DateRange): string | null => {
    const given = line(field);
    if (given === '') return null;
    const found = readDate(given);
    const why = found === null ? 'Enter a day that exists, like 26/11/2026' : implausible(range, found, context.today);
    return why === null ? found : refuse(field, why);
  };
  const age = (field: string): number | null => {
    const given = line(field);
    if (given === '') return null;
    return /^\d{1,3}$/.test(given) && Number(given) <= 120
      ? Number(given)
      : refuse(field, 'Enter an age as a whole number, like 25');
  };
  const web = (field: string): string | null => {
    const given = line(field);
    if (given === '') return null;
    return given.length <= 500 && isWebAddress(given)
      ? given
      : refuse(field, 'Enter a web address that begins with https://');
  };

  const title = needed('title', 'The name of the offer', longest.title, 'Enter the name of the offer');
  const what = typed.get('what').trim().replace(/\r\n?/g, '\n');
  if (what === '') refuse('what', 'Say in plain words what it is');
  if (what.length > longest.what) refuse('what', tooLong(what.length, longest.what, 'What it is'));

  const named = typed
    .all('kinds')
    .map((kind) => kind.trim())
    .filter((kind) => kind !== '');
  const kindOf = (kind: string) =>
    context.kinds.find(({ key, title: name }) => key === kind || name.toLowerCase() === kind.toLowerCase());
  const strange = named.find((kind) => !kindOf(kind));
  if (named.length === 0) refuse('kinds', 'Choose at least one kind of ask');
  else if (strange !== undefined) refuse('kinds', `There is no kind of ask “${strange}”`);
  const themes = [...new Set(named.flatMap((kind) => kindOf(kind)?.key ?? []))];
  const askKey = line('ask');
  const ask = context.asks.find(({ key }) => key === askKey);
  if (askKey !== '' && !ask) refuse('ask', 'Choose an ask from the list');
  if (ask && ask.theme !== null && !themes.includes(ask.theme) && themes.length > 0)
    refuse('ask', 'Choose an ask of one of the kinds chosen above');
  const answers = one(
    'answers',
    ['offered', 'partly', 'nothing'] as const,
    'nothing',
    'Say offered, partly or nothing',
  );

  const isOther = !context.keeper.isAuthority && line('provider') !== '' && line('provider') !== context.keeper.name;
  const provider = isOther ? (text('provider', 'The name of the provider', longest.line) ?? '') : context.keeper.name;
  const providerCode = context.keeper.isAuthority
    ? context.keeper.authority
    : line('providerCode').toUpperCase() || null;
  if (providerCode !== null && !context.codes.has(providerCode))
    refuse('providerCode', `No authority here has the code ${providerCode}`);
  const printed = text('printed', 'Where it is printed', longest.line);
  if (isOther && printed === null) refuse('printed', 'Say where the offer of another provider is printed');
  if (answers !== 'nothing' && providerCode === null)
    refuse('answers', 'Coverage is said of an authority: give its code, or leave this open');

  const unknown = ['not known', ''];
  const given = (field: string) => typed.all(field).map((value) => value.trim().toLowerCase());
  const whoGiven = given('who').filter((value) => !unknown.includes(value));
  const isAny = whoGiven.includes('any');
  const who = isAny ? [...careStatuses] : careStatuses.filter((status) => whoGiven.includes(status));
  if (whoGiven.some((value) => value !== 'any' && !careStatuses.some((status) => status === value)))
    refuse('who', `Say ${careStatuses.join(', ')}, any, or not known`);
  if (given('who').includes('not known') && whoGiven.length > 0)
    refuse('who', 'Choose who may have it, or “not known”, not both');
  const groupsGiven = given('groups').filter((value) => value !== '');
  const groups: readonly CareGroup[] = careGroups.filter((group) => groupsGiven.includes(group));
  if (groupsGiven.length !== groups.length) refuse('groups', `Say only ${careGroups.join(', ')}`);

  const [ageMin, ageMax] = [age('ageMin'), age('ageMax')];
  const hasLimits = ageMin !== null || ageMax !== null;
  const ages = one('ages', ageKinds, hasLimits ? 'limits' : 'not known', 'Say any, limits or not known');
  if (ages === 'limits' && !hasLimits && line('ageMin') === '' && line('ageMax') === '')
    refuse('ageMin', 'Enter the lowest age, the highest, or both');
  if (ages !== 'limits' && hasLimits)
    refuse('ages', 'There is a lowest or highest age: choose “only between these ages”, or take them away');
  if (ageMin !== null && ageMax !== null && ageMin > ageMax)
    refuse('ageMax', 'The highest age must not be below the lowest');

  const reach = one('reach', reaches, 'not known', `Say ${reaches.join(', ')}`);
  const areasGiven = typed
    .get('areas')
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((code) => code !== '');
  const areas =
    reach === 'anyone'
      ? []
      : areasGiven.length > 0
        ? [...new Set(areasGiven)]
        : providerCode === null
          ? []
          : [providerCode];
  const nowhere = areas.find((code) => !context.codes.has(code));
  if (nowhere !== undefined && nowhere !== providerCode) refuse('areas', `No authority here has the code ${nowhere}`);
  if (reach === 'anyone' && areasGiven.length > 0)
    refuse('areas', 'An offer for everybody in England has no areas: take the codes away');
  if (['own', 'residents', 'either'].includes(reach) && areas.length === 0)
    refuse('areas', 'Enter the code of at least one authority');
  const outside = one('outside', threeWay, 'not known', 'Say yes, no or not known');

  const steps = typed
    .get('steps')
    .split(/[\r\n|]+/)
    .map((step) => step.replace(/\s+/g, ' ').trim())
    .filter((step) => step !== '');
  if (steps.length > 12 || steps.some((step) => step.length > longest.step))
    refuse('steps', `Use at most 12 steps of ${longest.step} characters`);
  const email = text('email', 'The e-mail address', 254);
  if (email !== null && !isEmailAddress(email))
    refuse('email', 'Enter an e-mail address of the team, like careleavers@example.gov.uk');
  const phone = text('phone', 'The telephone number', 40);
  if (phone !== null && !/^[+\d][\d ()+-]{4,}$/.test(phone))
    refuse('phone', 'Enter a telephone number, like 020 7946 0123');

  const [validFrom, validTo, verifiedOn] = [
    date('validFrom', 'offer begins'),
    date('validTo', 'offer ends'),
    date('verifiedOn', 'offer checked'),
  ];
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    refuse('validTo', 'The last day must not be before the first');
  const verifiedBy = text('verifiedBy', 'Who checked', longest.line);
  if (verifiedOn !== null && verifiedBy === null)
    refuse('verifiedBy', 'Say in which role somebody checked it, not by name');

  const draft: OfferDraft = {
    ...{
      provider,
      providerCode,
      title,
      what,
      themes,
      ages,
      ageMin,
      ageMax,
      reach,
      areas,
      outside,
      steps,
      email,
      phone,
      validFrom,
      validTo,
      verifiedOn,
      verifiedBy,
      groups,
    },
    printed: isOther ? printed : null,
    framework: context.framework,
    ask: ask?.key ?? null,
    answers: answers === 'nothing' ? null : answers,
    duty: one('duty', duties, 'not known', 'Say statutory, discretionary or not known'),
    who: who.length === 0 ? null : (who satisfies readonly CareStatus[]),
    also: text('also', 'The further condition', longest.also),
    amount: text('amount', 'How much', longest.amount),
    cost: one('cost', costs, 'not known', 'Say free, charge or not known'),
    team: text('team', 'The team', longest.line),
    web: web('web'),
    sourceUrl: web('sourceUrl'),
    note: text('note', 'The remark', longest.note),
  };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, draft };
}

/** Names of the fields, in the order of the form: the columns of the upload, too. */
export const offerFields = [
  ...[
    'title',
    'what',
    'kinds',
    'ask',
    'answers',
    'provider',
    'providerCode',
    'printed',
    'duty',
    'who',
    'groups',
    'ages',
    'ageMin',
    'ageMax',
    'reach',
    'areas',
    'outside',
  ],
  ...[
    'also',
    'amount',
    'cost',
    'steps',
    'team',
    'phone',
    'email',
    'web',
    'validFrom',
    'validTo',
    'verifiedOn',
    'verifiedBy',
    'sourceUrl',
    'note',
  ],
] as const;

/** A draft as its form shows it: the way back of `readOffer`. */
export function typedOffer(draft: OfferDraft): Typed {
  const fields: Readonly<Record<string, readonly string[]>> = {
    ...Object.fromEntries(Object.entries(draft).map(([name, value]) => [name, value === null ? [] : [String(value)]])),
    kinds: draft.themes,
    answers: [draft.answers ?? 'nothing'],
    who: draft.who ?? ['not known'],
    groups: draft.groups,
    areas: [draft.areas.join(', ')],
    steps: [draft.steps.join('\n')],
  };
  return { get: (name) => fields[name]?.[0] ?? '', all: (name) => fields[name] ?? [] };
}
