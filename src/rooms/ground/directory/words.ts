/** Words of the directory: authorities by GSS code, schools and settings by URN (reference listening 6.1, "Org"). */

export type SchoolStatus = 'open' | 'proposed to close' | 'closed' | 'proposed to open';

/** Phases as the register names them, in the order of a child's years. */
export const phases = [
  'Nursery',
  'Primary',
  'Middle deemed primary',
  'Middle deemed secondary',
  'Secondary',
  'All-through',
  '16 plus',
] as const;

/** Whether it exists on a day. */
export type AuthorityState = 'current' | 'former' | 'future';

export interface Authority {
  /** GSS code, or the register's own where there is none. */
  readonly code: string;
  readonly register_code: string;
  readonly name: string;
  readonly official_name: string;
  readonly kind: string;
  readonly nation: string;
  readonly region: string | null;
  /** ISO dates. */
  readonly starts: string | null;
  readonly ends: string | null;
  readonly part_of: readonly string[];
  readonly replaced_by: readonly string[];
  readonly spellings: readonly string[];
}

export interface School {
  readonly urn: number;
  readonly name: string;
  readonly status: SchoolStatus;
  readonly phase: string | null;
  readonly kind: string;
  /** The education authority's number of three digits, and its name as the register prints it. */
  readonly la_code: string | null;
  readonly la_name: string;
  readonly laestab: string | null;
  readonly ukprn: string | null;
  readonly opens: string | null;
  readonly closes: string | null;
  readonly low_age: number | null;
  readonly high_age: number | null;
  readonly trust: string | null;
  /** Number of the trust's group in the register (UID). */
  readonly trust_code: string | null;
  readonly town: string | null;
  readonly postcode_area: string | null;
  readonly predecessors: readonly number[];
  readonly successors: readonly number[];
}

/** One thing wrong in a file: where, what stands there, which rule it breaks. */
export interface RowProblem {
  /** Line of the file as a text editor counts it. */
  readonly line: number;
  readonly column: string | null;
  readonly found: string;
  readonly rule: string;
}

/** Why a file was not taken. Nothing of it is saved. */
export interface FileProblem {
  readonly code:
    | 'not a table'
    | 'not read'
    | 'too large'
    | 'columns missing'
    | 'columns twice'
    | 'no rows'
    | 'broken rows';
  /** What is the matter and what to do, in words for whoever brought the file. */
  readonly message: string;
  /** The first of the rows that are broken; `broken` counts them all. */
  readonly rows: readonly RowProblem[];
  readonly broken: number;
}

export interface ReadSchool {
  readonly school: School;
  /** GSS code that the row gives for its authority; not always one that exists. */
  readonly gss: string | null;
  /** "multi-academy trust"; null where the row does not say. */
  readonly trustKind: string | null;
}

export interface SchoolsReading {
  readonly schools: readonly ReadSchool[];
  /** What this file says nothing about, because it has no such column: left as it was. */
  readonly silent: readonly (keyof School)[];
}

export interface AuthoritiesReading {
  readonly authorities: readonly Authority[];
  /** Codes named as successor or as the larger one, which the file itself does not have. */
  readonly unknownCodes: readonly string[];
}

/** A link of the register of schools: `linked` came before or after `urn`. */
export interface SchoolLink {
  readonly urn: number;
  readonly linked: number;
  readonly relation: 'predecessor' | 'successor';
  /** "amalgamated", "split school"; null where the register says no more. */
  readonly how: string | null;
  readonly since: string | null;
}

export interface LinksReading {
  readonly links: readonly SchoolLink[];
  /** Whether the file has a column of days: without it, the days that are known stay. */
  readonly tellsDays: boolean;
  /** Kinds of link that are none of ours, with their rows. */
  readonly leftOut: readonly { readonly kind: string; readonly rows: number }[];
}

export interface Trust {
  readonly code: string;
  readonly name: string;
  readonly kind: string | null;
}

export interface FieldChange {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** What an import changed in the directory. */
export interface DirectoryChanges<Key> {
  readonly added: readonly Key[];
  readonly changed: readonly { readonly key: Key; readonly fields: readonly FieldChange[] }[];
  readonly closed: readonly Key[];
  readonly reopened: readonly Key[];
  readonly unchanged: number;
  /** Known here, but no longer in the file: kept, and for somebody to look at. */
  readonly vanished: readonly Key[];
  /** Names of authorities that nothing here is known by, with how many schools give them. */
  readonly withoutAuthority: readonly { readonly name: string; readonly schools: number }[];
}

/** What an import of the register of schools changed: schools, and the trusts that they name by number. */
export interface SchoolsChanges extends DirectoryChanges<number> {
  readonly trusts: {
    readonly added: readonly string[];
    readonly changed: readonly { readonly key: string; readonly fields: readonly FieldChange[] }[];
  };
}

/** What an import of links changed; links are named "urn linked relation". */
export interface LinksChanges extends DirectoryChanges<string> {
  readonly leftOut: LinksReading['leftOut'];
  /** Schools that are linked to and not known here. */
  readonly unknownSchools: readonly number[];
}

/** Which of the three files of the registers a file is. */
export const directoryRegisters = ['authorities', 'schools', 'links'] as const;
export type DirectoryRegister = (typeof directoryRegisters)[number];

/** How a file that an administrator sent stands: read and compared, then brought in or set aside. */
export type DirectoryFileState =
  | 'checking'
  | 'checked'
  | 'refused'
  | 'bringing in'
  | 'brought in'
  | 'set aside'
  | 'failed';

/** What a file changes, or changed, as it is shown: counts of all, and the first of each by name. */
export interface DirectoryReport {
  readonly counts: Readonly<Record<'added' | 'changed' | 'closed' | 'reopened' | 'unchanged' | 'vanished', number>>;
  readonly added: readonly string[];
  readonly changed: readonly { readonly key: string; readonly fields: readonly FieldChange[] }[];
  readonly closed: readonly string[];
  readonly reopened: readonly string[];
  readonly vanished: readonly string[];
  /** Names that no authority is known by; kinds of link that were left out; codes that the file lacks. */
  readonly unmatched: readonly string[];
  readonly trusts: { readonly added: number; readonly changed: number } | null;
}
