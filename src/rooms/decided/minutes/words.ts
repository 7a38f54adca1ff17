/** Words of minutes: what was introduced, said, answered, decided and promised, item by item (seed "Note of the Previous Meeting"). */
import type { Block, Prose } from '#base/prose.js';
import type { BoardName } from '#rooms/decided/boards/index.js';
import type { AttendanceStatus } from '#rooms/decided/meetings/index.js';

export interface MinutesPaper {
  readonly kind: 'minutes';
  readonly title: string;
  /** ISO date of the meeting that is minuted; null where the source gives none. */
  readonly date: string | null;
  readonly items: readonly MinutesItem[];
  readonly attendance: readonly AttendanceRow[];
  /** Who stood in for whom; null where nobody said it (reference S3). */
  readonly substitutions: readonly { readonly absent: string | null; readonly substitute: string | null }[];
  readonly declarations: readonly Declaration[];
  /** Text among the minutes that belongs to no item. */
  readonly leftovers: readonly Block[];
}

export interface MinutesItem {
  readonly number: string | null;
  readonly title: string;
  readonly entries: readonly MinutesEntry[];
  readonly decisions: readonly { readonly text: Prose }[];
  readonly actions: readonly MinutesAction[];
}

/** What the clerk added on the check page is marked as such for ever: the minutes themselves did not say it. */
export type AddedByClerk = 'action' | 'owner' | 'due';

export interface MinutesAction {
  readonly text: Prose;
  readonly owner: string | null;
  /** ISO date. */
  readonly due: string | null;
  readonly byClerk: readonly AddedByClerk[];
}

/** Seed p.2-5: introduction, "Members comments:", "NHSE responded to comments:". */
export interface MinutesEntry {
  readonly kind: 'introduction' | 'comment' | 'question' | 'response' | 'note';
  /** As the minutes name the speaker; null where they say "a member". */
  readonly speaker: string | null;
  readonly prose: Prose;
}

export interface AttendanceRow {
  readonly role: string;
  readonly status: AttendanceStatus;
  readonly name: string;
  /** Address of the person's page; null for people who are not of the board. */
  readonly slug: string | null;
  /** Authority, or position and organisation for people who are not members. */
  readonly organisation: string | null;
  /** Whether the minutes say so, or the clerk did on the check page. */
  readonly origin: 'source' | 'clerk';
}

export interface Declaration {
  readonly name: string;
  readonly slug: string | null;
  readonly item: string | null;
  readonly kind: string | null;
  readonly nature: string | null;
}

/** Not stated, unless they came with the papers of the next meeting, which is asked to agree them, or a later paper says that they were agreed. */
export type MinutesState = 'not stated' | 'put to next meeting' | 'agreed';

/** The content of a publication of kind "minutes". */
export interface MinutesContent {
  readonly format: 'kept-minutes/1';
  readonly board: BoardName;
  readonly meeting: {
    readonly slug: string;
    readonly date: string;
    readonly start: string | null;
    readonly place: string | null;
  };
  /** What is known of whether the board has agreed them. "draft" stands in publications from before: nobody had said it. */
  readonly state: MinutesState | 'draft';
  readonly minutes: MinutesPaper;
}
