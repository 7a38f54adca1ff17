/**
 * The floor plan of the tables (decision 0030), as functions from what was read to violations: each table has one owner; another room's is
 * named only where the owner's room says that it may be read, by rooms after it, and never to write or in a trigger. For TypeScript the
 * sources are read; for SQL the migrated catalogue, because a landed migration says what was and not what is.
 */
import { posix } from 'node:path';

/** A piece of code that names tables: a source file, or a function, trigger, policy, view or foreign key of the catalogue. */
export interface Piece {
  /** "src/rooms/heard/reviews/lookups.ts", "function record.vote", "trigger only_verified on published.award". */
  readonly name: string;
  /** The room that says it, or kit. */
  readonly owner: string;
  /** Without comments. */
  readonly text: string;
  /** The table on which a trigger sits. */
  readonly sitsOn?: string;
}

export interface Mention {
  readonly piece: string;
  readonly by: string;
  readonly table: string;
  readonly owner: string;
  readonly how: 'read' | 'write' | 'trigger';
}

export interface TablePlan {
  /** Every table, with the room that keeps it, or kit. */
  readonly owners: ReadonlyMap<string, string>;
  /** Rooms in their order; kit is before all of them. */
  readonly order: readonly string[];
  /** Tables that their owner lets later rooms read. */
  readonly readable: ReadonlySet<string>;
}

/** The room of a source file; kit for kit, null for what belongs to neither. */
export function roomOf(file: string): string | null {
  const [source, layer, , room] = file.split('/');
  if (source !== 'src') return null;
  if (layer === 'kit') return 'kit';
  return layer === 'rooms' ? (room ?? null) : null;
}

/** Tests, and what is said to them, may look everywhere. */
export function isForTests(file: string): boolean {
  return (
    /\.(test|check|bench)\.tsx?$/.test(file) ||
    /\/test\//.test(file) ||
    /(^|\/)(fixtures|examples|parties)\.tsx?$/.test(posix.normalize(file))
  );
}

/** A source without its comments; what looks like one inside a string or a template stays. */
export function withoutComments(source: string): string {
  return source.replace(
    /(`)(?:\\[\s\S]|[^`\\])*`|(["'])(?:\\.|(?!\2)[^\\\n])*\2|\/\*[\s\S]*?\*\/|(^|\s)\/\/[^\n]*/g,
    (found, template, quote, space) => (template || quote ? found : (space ?? ' ')),
  );
}

/** SQL without its comments. */
export function sqlWithoutComments(sql: string): string {
  return sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ');
}

const tableName = /(?<![\w.])(record|published|intake|kit)\.([a-z_]+)\b/g;
const beforeWritten =
  /(insert\s+into|update|delete\s+from|truncate(\s+table)?|merge\s+into|insertInto\(\s*'|updateTable\(\s*'|deleteFrom\(\s*'|mergeInto\(\s*')\s*$/i;

/** Tables of others that a piece names, each once, by the gravest way in which it does. */
export function mentionsOf(piece: Piece, owners: ReadonlyMap<string, string>): readonly Mention[] {
  const found = new Map<string, Mention>();
  const note = (table: string, how: Mention['how']): void => {
    const owner = owners.get(table);
    // What kit keeps is there for every room, through kit's own functions: only triggers on it are told.
    if (owner === undefined || owner === piece.owner || (owner === 'kit' && how !== 'trigger')) return;
    if (how !== 'read' || !found.has(table))
      found.set(table, { piece: piece.name, by: piece.owner, table, owner, how });
  };
  if (piece.sitsOn !== undefined) note(piece.sitsOn, 'trigger');
  for (const match of piece.text.matchAll(tableName)) {
    const table = `${match[1]}.${match[2]}`;
    if (table === piece.sitsOn) continue;
    note(table, beforeWritten.test(piece.text.slice(Math.max(0, match.index - 40), match.index)) ? 'write' : 'read');
  }
  return [...found.values()];
}

/** The law that a mention breaks, or null. */
export function lawBrokenBy({ by, table, owner, how }: Mention, { order, readable }: TablePlan): string | null {
  const place = (room: string): number => (room === 'kit' ? -1 : order.indexOf(room));
  if (how === 'trigger')
    return `A trigger sits on a table of its own room: ${table} belongs to ${owner}, not to ${by}.`;
  if (how === 'write')
    return `A table is written by the room that owns it: ${table} belongs to ${owner}, not to ${by}.`;
  if (place(owner) > place(by))
    return `A room knows only tables of rooms before it: ${owner}, which owns ${table}, comes after ${by}.`;
  return readable.has(table)
    ? null
    : `${owner} does not say that ${table} may be read by other rooms (readable in its room.ts).`;
}
