/**
 * Words of the care offer (reference listening 6.2; seed item 3, paragraph 9): what a care leaver can get, and whether an
 * authority answers what care leavers ask. "Not known" is a word of its own everywhere: it never means no.
 */

/**
 * Who the law means by a care leaver: Children Act 1989, Schedule 2 paragraph 19B and sections 23A, 23C and 24, as amended by
 * the Children (Leaving Care) Act 2000 and later Acts.
 */
export const careStatuses = ['eligible', 'relevant', 'former relevant', 'qualifying'] as const;
export type CareStatus = (typeof careStatuses)[number];

/** Each status as somebody would say it of themselves, and what it means. */
export const statusWords: Readonly<Record<CareStatus, { readonly said: string; readonly means: string }>> = {
  eligible: {
    said: 'I am 16 or 17 and in care now',
    means:
      'You have been in care for at least 13 weeks since you were 14, some of it after your 16th birthday. The law calls you an eligible child.',
  },
  relevant: {
    said: 'I am 16 or 17 and have left care',
    means:
      'You were in care for at least 13 weeks since you were 14, some of it after your 16th birthday, and have left. The law calls you a relevant child.',
  },
  'former relevant': {
    said: 'I am 18 or older and was in care',
    means:
      'Before you were 18 you were one of the two above. The law calls you a former relevant child, until you are 25.',
  },
  qualifying: {
    said: 'I was in care for a shorter time, or under a special guardianship order',
    means:
      'You were in care at some time after your 16th birthday but for less than the 13 weeks, or left care for a ' +
      'special guardian. The law calls you a person qualifying for advice and assistance.',
  },
};

/** The groups for whom there are offers of their own (seed item 3, "Offers for specific groups of care leavers"). */
export const careGroups = ['parents', 'came alone', 'in custody', 'additional needs', 'lgbtq'] as const;
export type CareGroup = (typeof careGroups)[number];

export const groupWords: Readonly<Record<CareGroup, { readonly said: string; readonly name: string }>> = {
  parents: { said: 'I am a parent, or about to be one', name: 'parents' },
  'came alone': {
    said: 'I came to this country alone to seek asylum',
    name: 'young people who came alone to seek asylum',
  },
  'in custody': { said: 'I am in custody, or on probation', name: 'young people in custody or on probation' },
  'additional needs': {
    said: 'I am disabled, or have additional needs',
    name: 'disabled young people and those with additional needs',
  },
  lgbtq: { said: 'I am LGBTQ+', name: 'LGBTQ+ young people' },
};

/**
 * Whom an offer reaches, by place. `own`: those the provider looked after; `residents`: care leavers who live in its
 * areas; `either`: both; `anyone`: everywhere in England.
 */
export const reaches = ['own', 'residents', 'either', 'anyone', 'not known'] as const;
export type Reach = (typeof reaches)[number];

export const threeWay = ['yes', 'no', 'not known'] as const;
export type ThreeWay = (typeof threeWay)[number];

export const duties = ['statutory', 'discretionary', 'not known'] as const;
export type Duty = (typeof duties)[number];

/** What it costs the young person. Only `free` and `charge` were said by somebody; `not known` is exported as nothing. */
export const costs = ['free', 'charge', 'not known'] as const;
export type Cost = (typeof costs)[number];

export const ageKinds = ['any', 'limits', 'not known'] as const;
export type AgeKind = (typeof ageKinds)[number];

/** What a keeper writes down of an offer. Null is "not known", save where it says otherwise. */
export interface OfferDraft {
  readonly provider: string;
  /** GSS code of the authority that it is; null for a body of another kind. */
  readonly providerCode: string | null;
  /** Where it was printed, for an offer that somebody else recorded; null for one's own. */
  readonly printed: string | null;
  readonly framework: string;
  /** Keys of themes of the framework. */
  readonly themes: readonly string[];
  /** Key of the ask that it answers, and how far. Nothing follows from an offer unless its keeper says so. */
  readonly ask: string | null;
  readonly answers: 'offered' | 'partly' | null;
  readonly title: string;
  readonly what: string;
  readonly duty: Duty;
  readonly who: readonly CareStatus[] | null;
  /** Only for these; empty where it is for no group in particular. */
  readonly groups: readonly CareGroup[];
  readonly ages: AgeKind;
  readonly ageMin: number | null;
  readonly ageMax: number | null;
  readonly reach: Reach;
  /** GSS codes that `reach` is about; empty where it is about none. */
  readonly areas: readonly string[];
  /** Whether it holds for those of one's own who live outside (seed item 3, paragraph 9). */
  readonly outside: ThreeWay;
  /** A further condition in plain words. */
  readonly also: string | null;
  readonly amount: string | null;
  readonly cost: Cost;
  readonly steps: readonly string[];
  readonly team: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly web: string | null;
  /** ISO dates; null is open. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly verifiedOn: string | null;
  /** A role, never a person. */
  readonly verifiedBy: string | null;
  readonly sourceUrl: string | null;
  /** A remark for readers by whoever recorded it. */
  readonly note: string | null;
}

/** A draft as it may have been written: what an offer costs was asked only later. */
export type WrittenOffer = Omit<OfferDraft, 'cost'> & Partial<Pick<OfferDraft, 'cost'>>;

export const offerStates = ['draft', 'live', 'ended'] as const;
export type OfferState = (typeof offerStates)[number];

export type OfferAct = 'recorded' | 'changed' | 'published' | 'checked again' | 'ended';

export type OfferProblem =
  | { readonly code: 'not there' }
  | { readonly code: 'wrong state'; readonly state: OfferState }
  | { readonly code: 'provider keeps its own'; readonly provider: string }
  /** Those of a file that stand here and say something else. */
  | { readonly code: 'stands already'; readonly titles: readonly string[] }
  | { readonly code: 'may not keep offers' };

/** What came of a file of offers: how many are new, how many changed, and how many stood here just so. */
export interface FileTaken {
  readonly made: number;
  readonly changed: number;
  readonly same: number;
}

/** What a young person said, each null where it was skipped. Places come with the larger ones they are part of, their own code first. */
export interface Answers {
  readonly lookedAfterBy: readonly string[] | null;
  /** 'elsewhere': outside the authority that looked after them, without saying where. */
  readonly livesIn: readonly string[] | 'elsewhere' | null;
  readonly age: number | null;
  readonly status: CareStatus | null;
  /** Empty where they said that none is theirs. What they did not tick is not a no. */
  readonly groups: readonly CareGroup[] | null;
}

export type Truth = 'met' | 'failed' | 'not known';
export type Topic = 'dates' | 'place' | 'age' | 'status' | 'group' | 'condition' | 'checked';

/** One condition of an offer, and whether somebody meets it. */
export interface Reason {
  readonly about: Topic;
  readonly truth: Truth;
}

export type MatchFor = 'for you' | 'maybe' | 'not for you';

export interface Match {
  readonly fits: MatchFor;
  readonly reasons: readonly Reason[];
}

/** Whether an authority answers a kind of ask or an ask. That nobody said anything is `not known`, and so is what was withdrawn. */
export const coverageStates = ['offered', 'partly', 'not offered', 'not known'] as const;
export type CoverageState = (typeof coverageStates)[number];

export interface CoverageSaying {
  readonly authority: string;
  readonly framework: string;
  readonly theme: string;
  /** Null for the kind of ask as a whole. */
  readonly ask: string | null;
  readonly state: CoverageState;
  readonly source: string;
  readonly sourceUrl: string | null;
  /** The day of which this is true. */
  readonly on: string;
  /** Slug of the offer that it rests on. */
  readonly offer: string | null;
}

export type CoverageProblem =
  | 'not yours to say'
  | 'no such authority'
  | 'no such ask'
  | 'no source'
  | 'in the future'
  | 'framework ended';
