/** Words of a survey: an instrument put to people, in waves, with a data sheet, settings and ways in (reference listening 3 and 4.2). */
import type { Audience, InstrumentContent, SpecialCategory, Texts } from '#rooms/heard/instruments/index.js';
import type { Asked, WayInKind } from '#rooms/heard/taking-part/index.js';

/** UK GDPR, article 6: why an organisation may ask. */
export const lawfulBases = ['public task', 'legitimate interests', 'consent'] as const;
export type LawfulBasis = (typeof lawfulBases)[number];

/** How parents choose: told and free to say no, or asked first. The second is for questions on health or sexuality (P5). */
export const consentModes = ['opt-out', 'consent-in'] as const;
export type ConsentMode = (typeof consentModes)[number];

/** A table that will be published: an item, as a whole or by one or two group items (reference listening 4.5). */
export interface PlannedTable {
  readonly item: string;
  /** Keys of group items; none for the answers of all together. */
  readonly by: readonly string[];
}

/** The data sheet (P2): what a survey does with what it is told. */
export interface DataSheet {
  /** For those who sign. */
  readonly purpose: string;
  /** Why we ask, in one sentence that a nine-year-old reads, in the survey's languages: it stands in the notices. */
  readonly why: Texts;
  readonly basis: LawfulBasis | null;
  readonly whoSees: string;
  /** Months after the last day until answers are deleted; tables stay (P17). */
  readonly retention: number;
  readonly tables: readonly PlannedTable[];
  readonly consent: ConsentMode;
  /** A role with an address, as it is printed. */
  readonly contact: string;
  /** Whether a link that is open to all is planned besides settings. */
  readonly openLink: boolean;
}

export const signers = ['data protection officer', 'lead'] as const;
export type SignerCapacity = (typeof signers)[number];

export interface Signature {
  readonly name: string;
  readonly capacity: SignerCapacity;
  readonly on: string;
  /** SHA-256 of what was signed. */
  readonly hash: Buffer;
}

/** `closed` also where the last day is over. */
export const stages = ['draft', 'open', 'closed'] as const;
export type Stage = (typeof stages)[number];

export interface Survey {
  readonly organisation: string;
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly instrument: string;
  readonly version: number;
  readonly wave: number;
  readonly audiences: readonly Audience[];
  readonly languages: readonly string[];
  readonly opensOn: string | null;
  readonly closesOn: string | null;
  readonly sheet: DataSheet;
  readonly signature: Signature | null;
  /** The last day that was signed; null where none was. */
  readonly signedUntil: string | null;
  /** A later last day that waits for a signature. */
  readonly movesTo: string | null;
  readonly stage: Stage;
  /** Null until it opens. */
  readonly asked: Asked | null;
  /** Accounts that read what was written freely; a setting is shown none. */
  readonly reviewers: readonly string[];
}

/** A survey with the words of its instrument; a setting sees those once it is open. */
export interface SurveyWithContent extends Survey {
  readonly content: InstrumentContent;
}

export interface SurveyDraft {
  readonly name: string;
  readonly instrument: string;
  readonly version: number;
  readonly audiences: readonly Audience[];
  readonly languages: readonly string[];
  readonly opensOn: string | null;
  readonly closesOn: string | null;
}

export const settingAnswers = ['takes part', 'does not'] as const;
export type SettingAnswer = (typeof settingAnswers)[number];

export interface Roll {
  readonly audience: Audience;
  readonly eligible: number | null;
  readonly optedOut: number | null;
}

export interface Setting {
  readonly id: string;
  readonly name: string;
  readonly turnTo: string | null;
  /** Null while it is still to be asked. */
  readonly invitedOn: string | null;
  readonly answer: SettingAnswer | null;
  readonly answeredOn: string | null;
  readonly roll: readonly Roll[];
}

export interface WayIn {
  readonly id: string;
  readonly setting: string | null;
  readonly audience: Audience;
  readonly kind: WayInKind;
  readonly label: string;
  readonly places: number | null;
  readonly code: string | null;
  readonly openedOn: string;
  readonly endsAt: Date | null;
  readonly closedOn: string | null;
  readonly stopped: Stopped | null;
  readonly stoppedOn: string | null;
  readonly stopReason: string | null;
  /** An account; null where nobody wrote it down. */
  readonly madeBy: string | null;
  /** Of cards: when their file was handed out, and to which account. */
  readonly handedOutOn: string | null;
  readonly handedOutBy: string | null;
}

/** `paused` while its setting does not take part; `withdrawn` for good; `voided` with all that came by it. */
export type Stopped = 'paused' | 'withdrawn' | 'voided';

/** What is still missing before a survey can open, each with the page where it is done. */
export const missingCodes = [
  'languages',
  'audiences',
  'days',
  'days over',
  'days long',
  'purpose',
  'why',
  'basis',
  'contact',
  'tables',
  'reviewers',
  'way',
  'signature',
  'signature void',
] as const;
export type Missing = (typeof missingCodes)[number];

export type SurveyProblem =
  | {
      readonly code:
        | 'not there'
        | 'no version'
        | 'not draft'
        | 'not open'
        | 'signed too early'
        | 'not asked'
        | 'answered'
        | 'no answer'
        | 'does not take part'
        | 'no open link'
        | 'no such audience'
        | 'too many'
        | 'days'
        | 'days long'
        | 'kept too short'
        | 'not begun'
        | 'ended'
        | 'mixed'
        | 'no reason'
        | 'stopped'
        | 'made already'
        | 'sure';
    }
  | { readonly code: 'missing'; readonly missing: readonly Missing[] };

export interface WayDraft {
  readonly kind: WayInKind;
  /** Null for an open link of the asking organisation. */
  readonly setting: string | null;
  readonly audience: Audience;
  readonly label: string;
  /** Children present, or cards; null for an open link. */
  readonly places: number | null;
  /** 60 or 90 for a class session; null where it ends with the survey. */
  readonly minutes: number | null;
}

/** The id that a form was given, so that a form sent twice opens one way in. */
export interface WayOnce {
  readonly id: string;
  /** Said where a batch of the same name is there already. */
  readonly again: boolean;
}

export type { SpecialCategory };
