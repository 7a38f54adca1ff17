/**
 * A pack: everything that one meeting publishes beforehand, in one order with one run of page numbers
 * (seed cover to annex 4). This is the content of a publication: complete in itself, it refers to no record.
 */
import type { Block, Prose } from '#base/prose.js';

/** Why an item is on the agenda (seed p.1 agenda; report "Purpose of Report"). */
export type Purpose = 'decision' | 'direction' | 'discussion' | 'information' | 'noting';

/** How an item's paper reaches the members: S12 in the reference, `Page` column of the seed's agenda. */
export type Delivery = 'attached' | 'to follow' | 'tabled' | 'verbal' | 'presentation' | 'none';

/** Rooms of a meeting: one mode for the whole meeting (seed: "Hybrid Meeting"). */
export type MeetingMode = 'in person' | 'remote' | 'hybrid';

export interface PackContent {
  readonly format: 'kept-pack/1';
  readonly board: { readonly name: string; readonly slug: string; readonly organisation: string | null };
  readonly meeting: {
    /** Last part of the meeting's address: its date, with -2 where a board meets twice on a day. */
    readonly slug: string;
    /** ISO date. */
    readonly date: string;
    /** "11:00", London time, or null where the source gives none. */
    readonly start: string | null;
    readonly place: string | null;
    readonly mode: MeetingMode | null;
    readonly contact: { readonly name: string | null; readonly email: string | null; readonly phone: string | null } | null;
  };
  /** Notices to members on the cover: hybrid arrangements, apologies, carers' allowance. */
  readonly notices: readonly Block[];
  /** "2023/24" where the source names the cycle. */
  readonly cycle: string | null;
  readonly groups: readonly PackGroup[];
  readonly items: readonly PackItem[];
  /** Text that no item claims, kept where it stood at the end. */
  readonly leftovers: readonly Block[];
  readonly nextMeeting: { readonly date: string; readonly start: string | null; readonly place: string | null } | null;
}

export interface PackGroup {
  readonly name: string;
  /** Seats as printed, or null where the source gives no count. */
  readonly seats: number | null;
  readonly office: { readonly phone: string | null; readonly email: string | null } | null;
  readonly members: readonly PackMember[];
  readonly substitutes: readonly PackMember[];
}

export interface PackMember {
  readonly name: string;
  readonly slug: string;
  readonly honours: string | null;
  /** Label of the office as the board prints it: "Chair", "Vice Chairman". */
  readonly office: string | null;
  readonly authority: string | null;
}

export interface PackItem {
  /** As printed on the agenda: "3". */
  readonly number: string;
  readonly title: string;
  readonly purpose: Purpose | null;
  readonly delivery: Delivery;
  readonly papers: readonly Paper[];
}

export type Paper = MinutesPaper | ReportPaper | AnnexPaper;

export interface ReportPaper {
  readonly kind: 'report';
  readonly title: string;
  readonly purpose: string | null;
  readonly summary: readonly Block[];
  readonly theme: string | null;
  readonly recommendations: readonly Prose[];
  readonly contact: ContactOfficer | null;
  /** Headings and numbered paragraphs in the order of the source. */
  readonly body: readonly Block[];
}

export interface ContactOfficer {
  readonly name: string | null;
  readonly position: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

export interface AnnexPaper {
  readonly kind: 'annex';
  /** "1", "A"; null where the annex carries no number. */
  readonly number: string | null;
  readonly title: string;
  readonly body: readonly Block[];
}

export interface MinutesPaper {
  readonly kind: 'minutes';
  readonly title: string;
  /** ISO date of the meeting that is minuted; null where the source gives none. */
  readonly date: string | null;
  readonly items: readonly MinutesItem[];
  readonly attendance: readonly AttendanceRow[];
  /** Text among the minutes that belongs to no item. */
  readonly leftovers: readonly Block[];
}

export interface MinutesItem {
  readonly number: string | null;
  readonly title: string;
  readonly entries: readonly MinutesEntry[];
  readonly decisions: readonly { readonly text: Prose }[];
  readonly actions: readonly { readonly text: Prose; readonly owner: string | null; readonly due: string | null }[];
}

/** Seed p.2-5: introduction, "Members comments:", "NHSE responded to comments:". */
export interface MinutesEntry {
  readonly kind: 'introduction' | 'comment' | 'question' | 'response' | 'note';
  /** As the minutes name the speaker; null where they say "a member". */
  readonly speaker: string | null;
  readonly prose: Prose;
}

export type AttendanceStatus = 'present' | 'apologies' | 'absent' | 'in attendance' | 'substitute';

export interface AttendanceRow {
  readonly role: string;
  readonly status: AttendanceStatus;
  readonly name: string;
  /** Authority, or position and organisation for people who are not members. */
  readonly organisation: string | null;
}

/**
 * Where each anchor landed in the PDF: physical page (1 is the cover) by anchor. HTML, PDF and agenda name these
 * same numbers (reference rule 17).
 */
export interface PackPages {
  readonly total: number;
  readonly byAnchor: Readonly<Record<string, number>>;
}
