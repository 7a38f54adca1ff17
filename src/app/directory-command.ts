/** `kept import schools`, `kept import authorities` and `kept import links`: reads, brings in, and says what changed. */
import type { Database } from '#kit/database.js';
import {
  applyAuthorities,
  applyLinks,
  applySchools,
  type DirectoryChanges,
  type FileProblem,
  readAuthorities,
  readLinksFile,
  readSchools,
} from '#rooms/ground/directory/index.js';
import { asOwner } from './owner.js';

/** What the person at the terminal can mend. */
class DirectoryProblem extends Error {
  override readonly name = 'DirectoryProblem';
}

function refusal(problem: FileProblem): DirectoryProblem {
  const rows = problem.rows.map(
    ({ line, column, found, rule }) =>
      `  line ${line}${column === null ? '' : `, ${column}`}${found === '' ? '' : ` (${found})`}: ${rule}`,
  );
  return new DirectoryProblem([problem.message, ...rows].join('\n'));
}

export async function importSchools(database: Pick<Database, 'admin'>, bytes: Uint8Array, now: Date): Promise<string> {
  const read = readSchools(bytes);
  if (!read.ok) throw refusal(read.problem);
  const changes = await asOwner(database, (write) => applySchools(write, read.value, now));
  const { added, changed } = changes.trusts;
  return (
    told('schools', changes) +
    (added.length + changed.length === 0 ? '' : `trusts: ${added.length} new, ${changed.length} changed.\n`)
  );
}

export async function importLinks(database: Pick<Database, 'admin'>, bytes: Uint8Array, now: Date): Promise<string> {
  const read = readLinksFile(bytes);
  if (!read.ok) throw refusal(read.problem);
  const changes = await asOwner(database, (write) => applyLinks(write, read.value, now));
  const { leftOut, unknownSchools } = changes;
  return [
    told('links', changes).trimEnd(),
    ...(leftOut.length === 0
      ? []
      : [`No succession, left out: ${leftOut.map(({ kind, rows }) => `${kind} (${rows})`).join(', ')}`]),
    ...(unknownSchools.length === 0
      ? []
      : [`Linked schools that are not known here: ${unknownSchools.length}. Import the schools as well.`]),
    '',
  ].join('\n');
}

export async function importAuthorities(
  database: Pick<Database, 'admin'>,
  bytes: Uint8Array,
  names: Uint8Array | null,
  now: Date,
): Promise<string> {
  const read = readAuthorities(bytes, names);
  if (!read.ok) throw refusal(read.problem);
  const unknown = read.value.unknownCodes;
  return (
    told('authorities', await asOwner(database, (write) => applyAuthorities(write, read.value, now))) +
    (unknown.length === 0 ? '' : `Codes that the file names but does not have, left out: ${unknown.join(', ')}\n`)
  );
}

/** Lines a person reads at a terminal; the journal has the rest. */
const linesAtMost = 20;

function told<Key extends string | number>(what: string, changes: DirectoryChanges<Key>): string {
  const { added, changed, closed, reopened, unchanged, vanished, withoutAuthority } = changes;
  const some = (label: string, keys: readonly Key[]) =>
    keys.length === 0
      ? []
      : [`${label}: ${keys.slice(0, linesAtMost).join(', ')}${keys.length > linesAtMost ? ' …' : ''}`];
  const text = (value: unknown) =>
    value === null || value === '' ? 'nothing' : Array.isArray(value) ? value.join(' + ') || 'nothing' : String(value);
  return [
    `${what}: ${added.length} new, ${changed.length} changed (${closed.length} closed, ${reopened.length} ` +
      `reopened), ${unchanged} unchanged, ${vanished.length} no longer in the file.`,
    ...changed
      .slice(0, linesAtMost)
      .map(
        ({ key, fields }) =>
          `  ${key}: ${fields.map(({ field, from, to }) => `${field} ${text(from)} -> ${text(to)}`).join('; ')}`,
      ),
    ...(changed.length > linesAtMost ? [`  and ${changed.length - linesAtMost} more`] : []),
    ...some('Closed', closed),
    ...some('Reopened', reopened),
    ...some('No longer in the file, kept here', vanished),
    ...withoutAuthority
      .slice(0, linesAtMost)
      .map(
        ({ name, schools }) =>
          `No authority is known as “${name}” (${schools}): import the authorities first, or add the spelling with --names.`,
      ),
    '',
  ].join('\n');
}
