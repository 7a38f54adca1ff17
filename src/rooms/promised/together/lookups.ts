/** What an organisation asks the record of codes and of what was written; and what a code and a seat let somebody see. */
import { sql } from 'kysely';
import type { Read } from '#kit/db/gate.js';
import type { SuggestionRow } from './tables.js';
import { londonDate } from '#base/london.js';
import { tokenHash } from '#kit/token.js';
import type { EffectVerb } from '#rooms/promised/promises/index.js';
import type { Stage, SuggestionKind, Tally } from './words.js';

export interface Suggestion extends Readonly<SuggestionRow> {}

/** What young people wrote, by its state; in an order that says nothing of when or by whom: days, then random ids. */
export async function suggestionsOf(read: Read, organisation: string, charter: string): Promise<readonly Suggestion[]> {
  return read
    .selectFrom('record.charter_suggestion')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('charter', '=', charter)
    .orderBy('day')
    .orderBy('id')
    .limit(500)
    .execute();
}

export async function suggestionOf(
  read: Read,
  organisation: string,
  charter: string,
  id: string,
): Promise<Suggestion | undefined> {
  return read
    .selectFrom('record.charter_suggestion')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('charter', '=', charter)
    .where('id', '=', id)
    .executeTakeFirst();
}

export interface Code {
  readonly code: string;
  readonly label: string;
  readonly seats: number;
  readonly shared: boolean;
  readonly taken: number;
  readonly opened_on: string;
  readonly expires_on: string;
  readonly closed_on: string | null;
}

export async function codesOf(read: Read, organisation: string, charter: string): Promise<readonly Code[]> {
  const { rows } = await sql<Code>`
    select c.code, c.label, c.seats, c.shared, coalesce(t.taken, 0) as taken, c.opened_on, c.expires_on, c.closed_on
      from record.together_code c left join record.seats_taken(${charter}::uuid) t on t.code = c.code
     where c.organisation = ${organisation} and c.charter = ${charter} order by c.closed_on nulls first, c.opened_on desc, c.code`.execute(
    read,
  );
  return rows;
}

export interface OpenRoom {
  readonly title: string;
  readonly organisation_name: string;
  readonly label: string;
  readonly is_full: boolean;
  /** Whether the lead declared that people share a device. */
  readonly shared: boolean;
  /** The vote that is open. */
  readonly vote: string | null;
}

/** What a code opens; undefined for one that is closed, over, or none. */
export async function codeOpens(read: Read, code: string, now: Date): Promise<OpenRoom | undefined> {
  const { rows } =
    await sql<OpenRoom>`select title, organisation_name, label, is_full, shared, vote from record.code_opens(${code}, ${londonDate(now)}::date)`.execute(
      read,
    );
  return rows[0];
}

export interface RoomClause {
  readonly id: string;
  readonly heading: string;
  readonly aim: string;
  readonly steps: readonly string[];
  readonly verb: EffectVerb;
  readonly effect: string;
  readonly easy: readonly string[];
  /** Whether the open vote is about it, or the next one will be. */
  readonly toVote: boolean;
}

export interface RoomSuggestion {
  readonly id: string;
  readonly kind: SuggestionKind;
  readonly clause: string | null;
  readonly aim: string | null;
  readonly steps: readonly string[] | null;
  readonly verb: EffectVerb | null;
  readonly effect: string | null;
  readonly body: string | null;
  readonly edited: boolean;
  readonly used: boolean;
}

/** What somebody with a seat sees. */
export interface TogetherRoom {
  readonly title: string;
  readonly intro: string;
  readonly organisation: string;
  readonly stage: Stage;
  readonly choose: number | null;
  readonly safeguarding: string;
  readonly code: string;
  /** The open vote; null where none is. */
  readonly vote: string | null;
  /** Whether this seat's code is for people who share a device, or an open code of others is. */
  readonly shared: boolean;
  readonly othersShare: boolean;
  readonly clauses: readonly RoomClause[];
  readonly suggestions: readonly RoomSuggestion[];
  readonly tally: readonly Tally[];
}

export async function roomSeen(read: Read, token: string | null, now: Date): Promise<TogetherRoom | null> {
  if (token === null) return null;
  // Built by room_seen from the same names.
  const { rows } = await sql<{
    room: TogetherRoom | null;
  }>`select record.room_seen(${tokenHash(token)}, ${londonDate(now)}::date) as room`.execute(read);
  return rows[0]?.room ?? null;
}
