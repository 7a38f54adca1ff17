/** Words of the directory: authorities by GSS code, schools and settings by URN (reference listening 6.1, "Org"). */

export type SchoolStatus = 'open' | 'proposed to close' | 'closed' | 'proposed to open';

/** Phases as the register names them, in the order of a child's years. */
export const phases = ['Nursery', 'Primary', 'Middle deemed primary', 'Middle deemed secondary', 'Secondary', 'All-through', '16 plus'] as const;

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
  readonly code: 'not a table' | 'too large' | 'columns missing' | 'columns twice' | 'no rows' | 'broken rows';
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
