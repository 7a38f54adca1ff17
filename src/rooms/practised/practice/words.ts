/**
 * Words of practice: what an organisation did, told so that another can do it (seed Annex 2, "Spotlight on", pages 26-28;
 * reference listening 6.2: context, need, actions, results, cost, evidence level, contact, permission).
 */

/** The needs that a practice answers. The first four are those of the seed's spotlight; who cannot find theirs adds own words. */
export const needs = {
  attendance: 'Attendance',
  behaviour: 'Behaviour',
  'mental-health': 'Mental health and wellbeing',
  send: 'Special educational needs and disability',
  exclusion: 'Suspension and exclusion',
  belonging: 'Belonging and identity',
  safety: 'Safety and bullying',
  equity: 'Racism and unequal treatment',
  voice: 'Young people having a say',
  families: 'Work with families',
  transition: 'Moving between schools or phases',
  language: 'Speech, language and English as an additional language',
  poverty: 'The cost of the school day',
  care: 'Children in care and care leavers',
  enrichment: 'Clubs, trips and chances beyond lessons',
  staff: 'What staff know and how they are',
} as const satisfies Readonly<Record<string, string>>;
export type Need = keyof typeof needs;

/** How it is known that something changed: our own account, figures before and after, or somebody else who looked. */
export const evidenceLevels = ['said', 'measured', 'evaluated'] as const;
export type EvidenceLevel = (typeof evidenceLevels)[number];

/** What was done, in headed areas: the seed's "work so far" has "Leadership", "Mental health and wellbeing" ... */
export interface Area {
  readonly heading: string;
  readonly text: string;
}

/** What was typed so far. It may lack anything until it is submitted. */
export interface SpotlightDraft {
  readonly title: string;
  readonly summary: string;
  readonly about: string;
  readonly need: string;
  readonly needs: readonly Need[];
  readonly ownNeeds: readonly string[];
  readonly done: readonly Area[];
  readonly changed: string;
  readonly evidence: EvidenceLevel | '';
  /** How we know: what was counted, who looked, where it can be read. */
  readonly known: string;
  readonly cost: string;
  /** Whole pounds, as typed. */
  readonly amount: string;
  /** "Two hours a week for a term". */
  readonly time: string;
  /** Who to ask: a role, never a name. */
  readonly role: string;
  /** The organisation's address: a web page, a telephone number, a street. Never an e-mail address: readers without an account see it. */
  readonly address: string;
  /** The framework to whose keeper it is put. */
  readonly framework: string;
  /** Each "framework theme". */
  readonly themes: readonly string[];
  /** A phase of the directory, "all" for every one, '' where nothing was chosen. */
  readonly phase: string;
  /** Name or GSS code of the authority, as typed. */
  readonly authority: string;
  /** URN of the school or setting, as typed. */
  readonly urn: string;
  /** Everybody who is shown or quoted agreed. */
  readonly agreed: boolean;
  /** No child is named or can be recognised. */
  readonly noChild: boolean;
}

/** What the directory and the frameworks say to a draft. */
export interface Known {
  readonly frameworks: readonly {
    readonly slug: string;
    readonly name: string;
    /** Id of its keeper. */ readonly organisation: string;
    readonly organisation_slug: string;
    readonly organisation_name: string;
  }[];
  /** Short names of those that have ended and to whose keeper it was never put: it cannot begin there any more. */
  readonly ended: ReadonlySet<string>;
  readonly themes: readonly {
    readonly framework: string;
    readonly framework_name: string;
    readonly key: string;
    readonly title: string;
  }[];
  readonly phases: readonly string[];
  /** What the typed authority and URN mean; null where nothing is meant. */
  readonly authority: { readonly code: string; readonly name: string } | null;
  readonly school: { readonly urn: number; readonly name: string } | null;
}

/** The content of a publication of kind "practice". */
export interface PracticeContent {
  readonly format: 'kept-practice/1';
  readonly practice: { readonly slug: string; readonly title: string };
  readonly organisation: { readonly slug: string; readonly name: string; readonly kind: string };
  /** Whose lead cleared it, and for which framework. */
  readonly keeper: { readonly slug: string; readonly name: string; readonly framework: string };
  readonly summary: string;
  readonly about: string;
  readonly need: string;
  readonly needs: readonly { readonly key: Need; readonly title: string }[];
  readonly ownNeeds: readonly string[];
  readonly done: readonly Area[];
  readonly changed: string;
  readonly evidence: { readonly level: EvidenceLevel; readonly known: string };
  readonly cost: {
    readonly text: string;
    /** Whole pounds. */ readonly amount: number | null;
    readonly time: string | null;
  };
  readonly ask: { readonly role: string; readonly address: string };
  readonly themes: readonly {
    readonly framework: string;
    readonly framework_name: string;
    readonly key: string;
    readonly title: string;
  }[];
  /** Null for every phase. */
  readonly phase: string | null;
  readonly place: {
    readonly authority: { readonly code: string; readonly name: string } | null;
    readonly school: { readonly urn: number; readonly name: string } | null;
  };
  /** That everybody who is shown or quoted agreed, and that no child is named or can be recognised. */
  readonly permission: true;
}

export const practiceStates = ['draft', 'submitted', 'asked back', 'published', 'withdrawn'] as const;
/** How a spotlight stands for its own organisation. "draft" after a publication: changes that readers do not see yet. */
export type PracticeState = (typeof practiceStates)[number];

/** What became of one that was put to a keeper. */
export const submissionStates = ['waiting', 'taken back', 'asked back', 'cleared'] as const;
export type SubmissionState = (typeof submissionStates)[number];

/** A part of a draft that keeps it from being submitted, with the rule that it breaks. */
export type SpotlightProblem =
  | {
      readonly code: 'empty';
      readonly part:
        | 'title'
        | 'summary'
        | 'about'
        | 'need'
        | 'changed'
        | 'evidence'
        | 'known'
        | 'cost'
        | 'role'
        | 'address'
        | 'framework'
        | 'phase';
    }
  | {
      readonly code:
        | 'no need chosen'
        | 'nothing done'
        | 'no theme'
        | 'no theme of the framework'
        | 'not agreed'
        | 'a child'
        | 'no amount'
        | 'unknown phase'
        | 'unknown framework'
        | 'ended framework'
        | 'unknown theme';
    }
  | { readonly code: 'area without heading' | 'area without text'; readonly at: number }
  | { readonly code: 'unknown authority' | 'unknown school'; readonly typed: string }
  | {
      readonly code: 'too long';
      readonly part: string;
      readonly at: number | null;
      readonly most: number;
      readonly length: number;
    }
  | { readonly code: 'e-mail address'; readonly part: string; readonly at: number | null };

/** Why an act was refused. */
export type PracticeProblem =
  | { readonly code: 'not there' }
  | { readonly code: 'wrong state'; readonly state: PracticeState }
  | { readonly code: 'not ready'; readonly problems: readonly SpotlightProblem[] }
  | { readonly code: 'no reason' };
