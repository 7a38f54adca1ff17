/**
 * The tables of the database, by their full name (`schema.table`). Each room merges its own from its tables.ts:
 *
 *   declare module '#kit/db/tables.js' { interface Tables { 'record.board': BoardTable } }
 */
import type { ColumnType, Generated } from 'kysely';

/** Written as text made by `json()`, read as the value. */
export type Json<T> = ColumnType<T, string, string>;

export interface SessionTable {
  readonly token_hash: Buffer;
  readonly account: string;
  readonly created_at: Date;
  readonly seen_at: Date;
  readonly expires_at: Date;
  readonly organisation: ColumnType<string | null, string | null | undefined, string | null>;
  /** The passkey that was shown in it. */
  readonly passkey: ColumnType<string | null, string | null | undefined, string | null>;
}

export interface SignInLinkTable {
  readonly token_hash: Buffer;
  /** Null for an address without an account: such a link opens nothing. */
  readonly account: string | null;
  /** Keyed hash of the address that a letter went to; null for a link that was printed. */
  readonly address: Buffer | null;
  readonly created_at: Date;
  readonly expires_at: Date;
  /** Path inside Kept to go on with after signing in. */
  readonly return_to: string | null;
}

export interface JournalTable {
  readonly scope: string;
  readonly number: number;
  readonly at: Date;
  readonly who: string;
  readonly verb: string;
  readonly kind: string;
  readonly thing: string;
  readonly why: string | null;
  readonly detail: Json<Readonly<Record<string, unknown>>>;
  readonly previous: Buffer;
  readonly hash: Buffer;
}

export interface JournalHeadTable {
  readonly scope: string;
  readonly number: number;
  readonly hash: Buffer;
}

export interface MigrationTable {
  readonly name: string;
  readonly sha256: string;
  readonly applied_at: Generated<Date>;
}

export interface Tables {
  'kit.session': SessionTable;
  'kit.sign_in_link': SignInLinkTable;
  'kit.journal': JournalTable;
  'kit.journal_head': JournalHeadTable;
  'kit.migration': MigrationTable;
}
