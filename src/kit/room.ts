/** The manifest of a room: it registers itself, and app/ never changes for it. */
import type { Gates, Read } from './db/gate.js';
import type { FramePlace } from './frame-places.js';
import type { Ways } from './ways.js';
import type { DailyWork } from './daily/daily.js';
import type { DayRule } from './days/days.js';
import type { Hears } from './events.js';
import type { JobAftermath, JobHandler } from './jobs/jobs.js';
import type { Family } from './metrics.js';
import type { MendProps } from './mend-page.js';
import type { Page, View } from './page.js';
import type { Capability, CapabilityTable } from './visitor.js';
import type { ProblemCode } from './problems.js';
import type { RowRefusals } from './refused-row.js';
import type { Kept, Retention } from './retention/retention.js';
import type { Withdrawable } from './withdrawals/withdrawals.js';

/** A place in the workspace where somebody begins: shown on the workspace's first page to those who may go there. */
export interface WorkPlace {
  readonly text: string;
  readonly href: string;
  /** One sentence: what is done there. */
  readonly about: string;
  readonly needs: Capability;
}

/** Of somebody who takes part while nothing can be read or kept. */
export interface AwayAsked {
  /** Languages that the page or the browser asked for, the first first. */
  readonly languages: readonly string[];
  /** What they sent, so that one press sends it once more; null where they only asked for a page. */
  readonly again: {
    readonly action: string;
    readonly pairs: readonly (readonly [name: string, value: string])[];
  } | null;
  /** The page they asked for. */
  readonly href: string;
}

/** Of somebody who takes part and whose request is refused, or met a fault of ours. */
export interface RefusedAsked {
  readonly languages: readonly string[];
  readonly problem: ProblemCode;
  /** Finds the fault in the log. */
  readonly reference: string | null;
}

export interface MendAsked extends MendProps {
  readonly languages: readonly string[];
}

/** What the intake says itself: told once for all of its pages, by the room that speaks the readers' languages. */
export interface IntakeVoice {
  /** Address below which all pages of the intake lie: what a browser carries of an attempt is sent there alone. */
  readonly home: string;
  readonly away: (asked: AwayAsked) => View;
  readonly refused: (asked: RefusedAsked) => View;
  /** Gives back text that cannot be kept. */
  readonly mend: (asked: MendAsked) => View;
}

export interface DestroyedKeys {
  readonly find: (read: Read) => Promise<ReadonlyMap<string, string>>;
  /** Which backups go, and why, for whoever administers. */
  readonly what: string;
  readonly why: string;
}

export interface Room {
  readonly name: string;
  readonly intakeVoice?: IntakeVoice;
  readonly pages: readonly Page[];
  /** Which roles may do what its pages need (kit/visitor.ts). Each capability is said by one room. */
  readonly capabilities?: CapabilityTable;
  readonly places?: readonly WorkPlace[];
  /** Where it stands in the frame of every page. */
  readonly frame?: readonly FramePlace[];
  /** Pages of it to which the machinery leads. */
  readonly ways?: Partial<Ways>;
  /** What of it can be withdrawn after it was published by mistake. */
  readonly withdrawables?: readonly Withdrawable[];
  readonly jobs?: Readonly<Record<string, JobHandler>>;
  readonly aftermaths?: Readonly<Record<string, JobAftermath>>;
  /** Done once a day for each organisation, by the name under which it is remembered; by the date that is believed. */
  readonly daily?: Readonly<Record<string, DailyWork>>;
  /** What it does, in the same transaction, when a room before it tells what that did. */
  readonly hears?: Hears;
  /** How days are worked out that its rows store; a start writes anew what another rule wrote (decision 0029). */
  readonly days?: readonly DayRule[];
  /** Done again every few minutes in each process, and bears being done by two at once. */
  readonly rounds?: Readonly<Record<string, RoundWork>>;
  /** What of its tables is deleted, after how long and why. Retention of kit carries it out: no room deletes by a date itself. */
  readonly retention?: readonly Retention[];
  /** Why its other tables are kept. Each table of the house stands in one of the two (test/retention.test.ts). */
  readonly keeps?: readonly Kept[];
  /** Which of its tables later rooms may read, each with its reason (decision 0030): nobody else writes one, or sets a trigger on it. */
  readonly readable?: Readonly<Record<string, string>>;
  /** What the database refuses of its rows, in words, or why no form meets it (test/refused-rows.test.ts). */
  readonly refusals?: RowRefusals;
  /** Names of keys that were destroyed, with the day: Kept's own backups that hold one are deleted (kit/backup/keeping.ts). Asked as the tables' owner. */
  readonly destroyedKeys?: DestroyedKeys;
  /** What whoever runs Kept sees of this room in /metrics; nothing that counts fewer than ten children. */
  readonly figures?: FiguresWork;
}

export interface RoundParts {
  readonly gates: Gates;
  readonly now: Date;
  /** Kept's key for one purpose; the database never sees it. */
  readonly key: (purpose: string) => Buffer;
  /** Absolute address of this site without a slash at the end, for letters. */
  readonly site: string;
  /** The day that may end something for good; null while the date is not believed (kit/retention). */
  readonly believed: string | null;
}

export type FiguresWork = (parts: Pick<RoundParts, 'gates' | 'now'>) => Promise<readonly Family[]>;

export type RoundWork = (parts: RoundParts) => Promise<void>;
