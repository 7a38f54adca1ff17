/** What holds for offers and coverage: who may have what, when it is stale, what stands where two say different things. */
import { canonicalJson } from '#base/canonical.js';
import { monthsLater } from '#base/london.js';
import type {
  Answers,
  CareGroup,
  CareStatus,
  CoverageState,
  Match,
  OfferDraft,
  Reason,
  ThreeWay,
  Truth,
} from './words.js';

/** What the matching needs to know of an offer. */
export type OfferConditions = Pick<
  OfferDraft,
  'ages' | 'ageMin' | 'ageMax' | 'reach' | 'outside' | 'also' | 'validFrom' | 'validTo' | 'verifiedOn'
> & {
  readonly areas: readonly string[];
  readonly who: readonly CareStatus[] | null;
  readonly groups: readonly CareGroup[];
};

/** What makes two descriptions one offer: who gives it, and its name, however it is written. */
export function offerKey({ provider, title }: Pick<OfferDraft, 'provider' | 'title'>): string {
  return JSON.stringify([provider, title].map((part) => part.trim().toLowerCase()));
}

/** Whether two drafts say the same. */
export function saysTheSame(one: OfferDraft, other: OfferDraft): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

/** The draft with the check that stands already, where it names none that is later: a file does not take back that somebody has checked since. */
export function withLastCheck(draft: OfferDraft, standing: OfferDraft): OfferDraft {
  const { verifiedOn, verifiedBy } = standing;
  const isLater = verifiedOn !== null && (draft.verifiedOn === null || draft.verifiedOn < verifiedOn);
  return isLater ? { ...draft, verifiedOn, verifiedBy } : draft;
}

/** An offer that nobody checked for twelve months, or ever, may have changed (reference listening 6.2). */
export function isStale(verifiedOn: string | null, today: string): boolean {
  return verifiedOn === null || monthsLater(verifiedOn, 12) <= today;
}

function all(...truths: readonly Truth[]): Truth {
  if (truths.includes('failed')) return 'failed';
  return truths.includes('not known') ? 'not known' : 'met';
}

function any(...truths: readonly Truth[]): Truth {
  if (truths.includes('met')) return 'met';
  return truths.includes('not known') ? 'not known' : 'failed';
}

/** Whether a place lies in the areas of an offer. */
function within(areas: readonly string[], place: readonly string[] | null): Truth {
  if (areas.length === 0 || place === null) return 'not known';
  return place.some((code) => areas.includes(code)) ? 'met' : 'failed';
}

function livesWithin(areas: readonly string[], { livesIn, lookedAfterBy }: Answers): Truth {
  if (livesIn !== 'elsewhere') return within(areas, livesIn);
  // Outside the authority that looked after them, wherever: outside areas that are just this one.
  const own = lookedAfterBy?.[0];
  return own !== undefined && areas.length === 1 && areas[0] === own ? 'failed' : 'not known';
}

/** Whether an offer to one's own holds for those who live outside: the ask behind all others (seed item 3, paragraph 9). */
function outsideHolds(outside: ThreeWay, home: Truth): Truth {
  if (home === 'met' || outside === 'yes') return 'met';
  return home === 'failed' && outside === 'no' ? 'failed' : 'not known';
}

/**
 * By whom one was looked after and where one lives. Whom an offer reaches may be not known: then it is one's own or
 * the residents', and only who is neither is out.
 */
function placeTruth(offer: OfferConditions, answers: Answers): Truth {
  const own = within(offer.areas, answers.lookedAfterBy);
  const home = livesWithin(offer.areas, answers);
  switch (offer.reach) {
    case 'anyone':
      return 'met';
    case 'own':
      return all(own, outsideHolds(offer.outside, home));
    case 'residents':
      return home;
    case 'either':
      return any(all(own, outsideHolds(offer.outside, home)), home);
    case 'not known':
      if (own === 'met' && home === 'met') return 'met';
      return own === 'failed' && home === 'failed' ? 'failed' : 'not known';
  }
}

function ageTruth({ ages, ageMin, ageMax }: OfferConditions, age: number | null): Truth {
  if (ages === 'any') return 'met';
  if (ages === 'not known' || age === null) return 'not known';
  return (ageMin !== null && age < ageMin) || (ageMax !== null && age > ageMax) ? 'failed' : 'met';
}

function statusTruth(who: readonly CareStatus[] | null, status: CareStatus | null): Truth {
  if (who === null) return 'not known';
  // For all four of the law's kinds it need not be known which one somebody is.
  if (who.length === 4) return 'met';
  if (status === null) return 'not known';
  return who.includes(status) ? 'met' : 'failed';
}

/** What somebody did not tick is not a no: they may not want to say it. Only "none of these" is one. */
function groupTruth(groups: readonly CareGroup[], mine: readonly CareGroup[] | null): Truth {
  if (groups.length === 0) return 'met';
  if (mine === null) return 'not known';
  if (groups.some((group) => mine.includes(group))) return 'met';
  return mine.length === 0 ? 'failed' : 'not known';
}

function dateTruth({ validFrom, validTo }: OfferConditions, today: string): Truth {
  return (validFrom !== null && validFrom > today) || (validTo !== null && validTo < today) ? 'failed' : 'met';
}

/**
 * What an offer is to somebody: for them where every condition is known to be met, not for them where one is known to fail,
 * and otherwise maybe, with what has to be asked. Not known is never a no.
 */
export function matchOffer(answers: Answers, offer: OfferConditions, today: string): Match {
  const reasons: readonly Reason[] = [
    { about: 'dates', truth: dateTruth(offer, today) },
    { about: 'place', truth: placeTruth(offer, answers) },
    { about: 'age', truth: ageTruth(offer, answers.age) },
    { about: 'status', truth: statusTruth(offer.who, answers.status) },
    { about: 'group', truth: groupTruth(offer.groups, answers.groups) },
    { about: 'condition', truth: offer.also === null ? 'met' : 'not known' },
    { about: 'checked', truth: isStale(offer.verifiedOn, today) ? 'not known' : 'met' },
  ];
  const whole = all(...reasons.map(({ truth }) => truth));
  return { fits: whole === 'met' ? 'for you' : whole === 'failed' ? 'not for you' : 'maybe', reasons };
}

/** Just one condition fails: worth saying why, because it may change or be mistaken. Another authority's offer is none of these. */
export function isNearMiss({ fits, reasons }: Match): boolean {
  const failed = reasons.filter(({ truth }) => truth === 'failed');
  return fits === 'not for you' && failed.length === 1;
}

export interface Said {
  readonly state: CoverageState;
  /** Whether the authority said it of itself. */
  readonly own: boolean;
  /** The day of which it is true, and when it was recorded: ISO. */
  readonly saidOn: string;
  readonly recordedAt: string;
}

/** Of several sayings the one that stands: an authority's own before others', then the newest. */
export function standing<S extends Said>(sayings: readonly S[]): S | null {
  const order = (one: S): string => `${one.own ? 1 : 0} ${one.saidOn} ${one.recordedAt}`;
  return sayings.reduce<S | null>((best, one) => (best === null || order(one) > order(best) ? one : best), null);
}

/**
 * The state of a kind of ask. What was said of the kind as a whole stands; otherwise it follows from its asks: all offered is
 * offered, something offered is partly, and "not offered" is said only where every ask is known not to be.
 */
export function kindState(whole: CoverageState | null, asks: readonly CoverageState[]): CoverageState {
  if (whole !== null && whole !== 'not known') return whole;
  if (asks.every((state) => state === 'not known')) return 'not known';
  if (asks.every((state) => state === 'offered')) return 'offered';
  if (asks.some((state) => state === 'offered' || state === 'partly')) return 'partly';
  return asks.every((state) => state === 'not offered') ? 'not offered' : 'not known';
}

export type Tally = Readonly<Record<CoverageState, number>>;

/** How many are in each state; all of them, so that nobody vanishes from a figure. */
export function coverageTally(states: readonly CoverageState[]): Tally {
  const count = (state: CoverageState) => states.filter((one) => one === state).length;
  return {
    offered: count('offered'),
    partly: count('partly'),
    'not offered': count('not offered'),
    'not known': count('not known'),
  };
}

export type KeeperKind = 'association' | 'programme' | 'authority' | 'school' | 'trust' | 'group';

/** An authority speaks of itself; a programme or an association may record what was printed of any. Others keep no offers. */
export function mayKeepOffers(kind: KeeperKind): boolean {
  return kind === 'authority' || kind === 'programme' || kind === 'association';
}

export function maySayOf(
  keeper: { readonly kind: KeeperKind; readonly authority: string | null },
  authority: string,
): boolean {
  return keeper.kind === 'authority' ? keeper.authority === authority : mayKeepOffers(keeper.kind);
}
