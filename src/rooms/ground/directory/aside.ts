/** Files of tables are read aside: a register, whole, and a table of another room as far as its named columns. */
import { refused, type Result } from '#base/result.js';
import { type AsideProblem, makeAside } from '#kit/aside/aside.js';
import { type Columns, namedTable, type NamedTable } from './register-table.js';
import type { AuthoritiesReading, DirectoryRegister, FileProblem, LinksReading, SchoolsReading } from './words.js';

export type AnyReading =
  | { readonly kind: 'authorities'; readonly reading: AuthoritiesReading }
  | { readonly kind: 'schools'; readonly reading: SchoolsReading }
  | { readonly kind: 'links'; readonly reading: LinksReading };

/** Which register it is, and further spellings of authorities' names. */
export interface RegisterAsked {
  readonly kind: DirectoryRegister;
  readonly names: Uint8Array | null;
}

const registers = makeAside<RegisterAsked, Result<AnyReading, FileProblem>>({
  program: new URL('./register.aside.js', import.meta.url),
  seconds: 120,
  megabytes: 1024,
  atOnce: 1,
  waiting: 20,
  way: 'Is this the right file? If it is, try “kept import” on the command line.',
});

const tables = makeAside<Columns<string>, Result<NamedTable<string>, FileProblem>>({
  program: new URL('./table.aside.js', import.meta.url),
  seconds: 20,
  megabytes: 256,
  atOnce: 2,
  waiting: 20,
  way: 'Is this the right file? If it is, cut it in two.',
});

function notRead({ message }: AsideProblem): { readonly ok: false; readonly problem: FileProblem } {
  return refused({ code: 'not read', message, rows: [], broken: 0 });
}

/** Reads a register aside: the reading, or why there is none. */
export async function readRegisterAside(
  asked: RegisterAsked,
  bytes: Uint8Array,
): Promise<Result<AnyReading, FileProblem>> {
  const read = await registers.read(asked, bytes);
  return read.ok ? read.value : notRead(read.problem);
}

/** Reads a table aside, as far as its named columns; `judgedTable` goes on from there. */
export async function readTableAside<Key extends string>(
  bytes: Uint8Array,
  columns: Columns<Key>,
): Promise<Result<NamedTable<Key>, FileProblem>> {
  // That it is too large is seen at its length.
  if (bytes.length > columns.limits.bytes) return namedTable(bytes, columns);
  const read = await tables.read(columns, bytes);
  return read.ok ? (read.value as Result<NamedTable<Key>, FileProblem>) : notRead(read.problem);
}
