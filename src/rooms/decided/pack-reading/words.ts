/**
 * A reading: what the importer understood of a published pack or of minutes, where it stood, and what does not add up.
 * Printed as JSON by `kept import pack FILE --check --json`; the shape is documented in docs/reading.md.
 * The law of the importer: it never invents. Whatever the text does not give is null, and whatever could not be
 * placed is kept as text with its source lines.
 */
import type { Block, Lines, Prose } from '#base/prose.js';
import type { AttendanceStatus, Delivery, MeetingMode, Purpose } from '#rooms/decided/meetings/index.js';
import type { AddedByClerk, MinutesEntry } from '#rooms/decided/minutes/index.js';

export interface Reading {
  readonly format: 'kept-reading/1';
  readonly source: ReadingSource;
  readonly board: { readonly name: string; readonly organisation: string | null; readonly lines: Lines } | null;
  readonly meeting: ReadMeeting | null;
  readonly notices: readonly Block[];
  readonly membership: ReadMembership | null;
  readonly agenda: readonly ReadItem[];
  readonly nextMeeting: {
    readonly date: string;
    readonly start: string | null;
    readonly place: string | null;
    readonly lines: Lines;
  } | null;
  readonly minutes: readonly ReadMinutes[];
  readonly reports: readonly ReadReport[];
  readonly annexes: readonly ReadAnnex[];
  readonly unplaced: readonly Unplaced[];
  /** Lines whose words stand in an entity above or are its label: what the readers signed for. */
  readonly placed: readonly Lines[];
  /** Lines that say nothing: rules, table rulers, running heads, page numbers. */
  readonly decoration: readonly Lines[];
  readonly doubts: readonly Doubt[];
}

export interface ReadingSource {
  readonly name: string;
  readonly kind: 'markdown' | 'text' | 'html' | 'pdf';
  readonly sha256: string;
  readonly bytes: number;
  readonly lines: number;
  /** Pages of a PDF; null for the other kinds. */
  readonly pages: number | null;
  /** First line of each page of a PDF, so that a line can be given its page; null for the other kinds. */
  readonly pageStarts: readonly number[] | null;
}

export interface ReadMeeting {
  /** ISO date; null where the text gives none. */
  readonly date: string | null;
  readonly printedDate: string | null;
  readonly start: string | null;
  readonly place: string | null;
  readonly mode: MeetingMode | null;
  readonly contact: {
    readonly name: string | null;
    readonly email: string | null;
    readonly phone: string | null;
  } | null;
  readonly lines: Lines;
}

export interface ReadMembership {
  readonly cycle: string | null;
  readonly groups: readonly ReadGroup[];
  readonly lines: Lines;
}

export interface ReadGroup {
  /** Null for a membership that is not divided into political groups. */
  readonly name: string | null;
  readonly seats: number | null;
  readonly office: { readonly phone: string | null; readonly email: string | null } | null;
  readonly members: readonly ReadPerson[];
  readonly substitutes: readonly ReadPerson[];
  readonly lines: Lines;
}

/** A name taken apart, never put together: every part stands in `printed`. */
export interface ReadPerson {
  readonly printed: string;
  /** Without title, honours and office: "Patricia Bradwell". */
  readonly name: string;
  /** "Cllr", "Dr", "Ms". */
  readonly title: string | null;
  /** "OBE". */
  readonly honours: string | null;
  /** "Vice Chairman" as printed. */
  readonly office: string | null;
  readonly authority: string | null;
  readonly lines: Lines;
}

export interface ReadItem {
  readonly number: string;
  readonly title: string;
  /** As printed in the pack's own agenda; never worked out. */
  readonly pages: { readonly from: number; readonly to: number } | null;
  readonly delivery: Delivery;
  readonly purpose: Purpose | null;
  /** What stands below the title: "To confirm the minutes of …", "Report of the Director". */
  readonly text: readonly Block[];
  readonly lines: Lines;
}

export interface ReadReport {
  /** Number of the agenda item it belongs to, where title or order leave no doubt. */
  readonly item: string | null;
  readonly title: string;
  readonly purpose: Purpose | null;
  readonly printedPurpose: string | null;
  readonly summary: readonly Block[];
  readonly theme: string | null;
  readonly recommendations: readonly { readonly prose: Prose; readonly lines: Lines }[];
  readonly contact: {
    readonly name: string | null;
    readonly position: string | null;
    readonly phone: string | null;
    readonly email: string | null;
    readonly lines: Lines;
  } | null;
  readonly body: readonly Block[];
  readonly lines: Lines;
}

export interface ReadAnnex {
  /** Number of the agenda item whose report names it. */
  readonly item: string | null;
  readonly number: string | null;
  readonly title: string;
  readonly body: readonly Block[];
  readonly lines: Lines;
}

export interface ReadMinutes {
  /** Number of the agenda item under which the pack carries these minutes; null for minutes on their own. */
  readonly item: string | null;
  readonly board: string | null;
  readonly date: string | null;
  readonly printedDate: string | null;
  readonly start: string | null;
  readonly place: string | null;
  /** When the meeting closed: "HH:MM", or null. The record has no place for it yet. */
  readonly end: string | null;
  readonly items: readonly ReadMinutesItem[];
  readonly attendance: readonly ReadAttendance[];
  readonly apologies: readonly ReadApology[];
  readonly substitutions: readonly ReadSubstitution[];
  readonly declarations: readonly ReadDeclaration[];
  readonly appointments: readonly ReadAppointment[];
  /** Blocks inside the minutes that belong to no item. */
  readonly loose: readonly Block[];
  readonly lines: Lines;
}

export interface ReadMinutesItem {
  readonly number: string | null;
  readonly title: string;
  readonly entries: readonly (MinutesEntry & { readonly lines: Lines })[];
  readonly decisions: readonly { readonly prose: Prose; readonly lines: Lines }[];
  readonly actions: readonly ReadAction[];
  readonly lines: Lines;
}

export interface ReadAction {
  readonly prose: Prose;
  /** A person, role or body that the text itself makes responsible by name; "Officers" is no name (S7). */
  readonly owner: string | null;
  /** ISO date, or null. */
  readonly due: string | null;
  /** What of it the clerk added; never set by the importer. */
  readonly byClerk?: readonly AddedByClerk[];
  readonly lines: Lines;
}

export interface ReadAttendance {
  readonly role: string;
  readonly status: AttendanceStatus;
  readonly person: ReadPerson;
  readonly organisation: string | null;
  /** The clerk said so on the check page; never set by the importer. */
  readonly byClerk?: true;
  readonly lines: Lines;
}

export interface ReadApology {
  readonly person: ReadPerson;
  readonly lines: Lines;
}

export interface ReadSubstitution {
  /** Both names only where the text pairs them; otherwise the one it gives. */
  readonly absent: ReadPerson | null;
  readonly substitute: ReadPerson | null;
  readonly lines: Lines;
}

export interface ReadDeclaration {
  readonly person: ReadPerson;
  readonly item: string | null;
  /** The kind of interest in the words of the text, or null. */
  readonly kind: string | null;
  readonly nature: string | null;
  /** What the person did then, as printed: "left the meeting during consideration of the item". The record has no place for it yet. */
  readonly outcome: string | null;
  readonly lines: Lines;
}

export interface ReadAppointment {
  readonly body: string;
  readonly people: readonly ReadPerson[];
  readonly lines: Lines;
}

/** Why bytes cannot be read at all. Each message names the rule and the way out. */
export type ReadingProblemKind =
  | 'empty'
  | 'binary'
  | 'too large'
  | 'too many lines'
  | 'pdf with password'
  | 'pdf damaged'
  | 'pdf without text'
  | 'pdf with too many pages';

export interface ReadingProblem {
  readonly kind: ReadingProblemKind;
  readonly message: string;
}

export interface Unplaced {
  readonly block: Block;
  /** The heading or part under which it stood, in the words of the source. */
  readonly under: string | null;
  readonly lines: Lines;
}

/** Kinds of doubt: each has one rule in doubts.ts and one explanation on the check page. */
export type DoubtKind =
  | 'seat without attendance'
  | 'spelling differs'
  | 'absences and substitutes differ'
  | 'substitution without pair'
  | 'substitute from another group'
  | 'present without seat'
  | 'attendance and minutes differ'
  | 'action without owner'
  | 'action without date'
  | 'undertaking in prose'
  | 'minutes corrected'
  | 'item marked exempt'
  | 'meeting cancelled'
  | 'title differs'
  | 'office label differs'
  | 'paragraph number lost'
  | 'paragraph number out of order'
  | 'seat count differs'
  | 'group count agrees'
  | 'page range out of order'
  | 'item without paper'
  | 'paper without item'
  | 'annex not found'
  | 'reference without target'
  | 'date not understood'
  | 'dates differ'
  | 'figure differs'
  | 'table cells missing'
  | 'text missing';

export interface Doubt {
  /** Stable over two readings of the same file: kind and place hashed. */
  readonly id: string;
  readonly kind: DoubtKind;
  /** "wrong": the text contradicts itself. "missing": something a clerk needs is not there. "check": agrees or was worked out; confirm. */
  readonly weight: 'wrong' | 'missing' | 'check';
  /** One plain sentence naming the people, numbers or words concerned. */
  readonly message: string;
  /** Every place that shows it, with the words that stand there. */
  readonly evidence: readonly { readonly lines: Lines; readonly words: string }[];
  /** What the clerk can choose, where the text offers candidates; never chosen by Kept. */
  readonly choices: readonly string[];
}
