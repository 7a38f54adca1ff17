/**
 * A pack: everything that one meeting publishes beforehand, in one order with one run of page numbers
 * (seed cover to annex 4). This is the content of a publication: complete in itself, it refers to no record.
 */
import type { Block } from '#base/prose.js';
import type { BoardName, GroupMembership } from '#rooms/decided/boards/index.js';
import type { Delivery, MeetingMode, Purpose } from '#rooms/decided/meetings/index.js';
import type { MinutesPaper } from '#rooms/decided/minutes/index.js';
import type { AnnexPaper, ReportPaper } from '#rooms/decided/reports/index.js';

export type { AttendanceStatus, Delivery, MeetingMode, Purpose } from '#rooms/decided/meetings/index.js';
export type { AttendanceRow, MinutesEntry, MinutesItem, MinutesPaper } from '#rooms/decided/minutes/index.js';
export type { AnnexPaper, ReportPaper } from '#rooms/decided/reports/index.js';

export interface PackContent {
  readonly format: 'kept-pack/1';
  readonly board: BoardName;
  readonly meeting: {
    /** Last part of the meeting's address: its date, with -2 where a board meets twice on a day. */
    readonly slug: string;
    /** ISO date. */
    readonly date: string;
    /** "11:00", London time, or null where the source gives none. */
    readonly start: string | null;
    readonly place: string | null;
    readonly mode: MeetingMode | null;
    readonly contact: {
      readonly name: string | null;
      readonly email: string | null;
      readonly phone: string | null;
    } | null;
  };
  /** Notices to members on the cover: hybrid arrangements, apologies, carers' allowance. */
  readonly notices: readonly Block[];
  /** "2023/24" where the source names the cycle. */
  readonly cycle: string | null;
  readonly groups: readonly GroupMembership[];
  readonly items: readonly PackItem[];
  /** Text that no item claims, kept where it stood at the end. */
  readonly leftovers: readonly Block[];
  readonly nextMeeting: { readonly date: string; readonly start: string | null; readonly place: string | null } | null;
}

export interface PackItem {
  /** As printed on the agenda: "3". */
  readonly number: string;
  readonly title: string;
  readonly purpose: Purpose | null;
  readonly delivery: Delivery;
  /** What the agenda says below the title, as printed. */
  readonly text: readonly Block[];
  readonly papers: readonly Paper[];
}

export type Paper = MinutesPaper | ReportPaper | AnnexPaper;

/**
 * Where each anchor landed in the PDF: physical page (1 is the cover) by anchor. HTML, PDF and agenda name these
 * same numbers (reference rule 17).
 */
export interface PackPages {
  readonly total: number;
  readonly byAnchor: Readonly<Record<string, number>>;
}
