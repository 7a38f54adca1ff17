/** What an organisation asks the record of its own charters. */
import { sql } from 'kysely';
import type { Read } from '#kit/db/gate.js';
import type { CharterRow, ClauseRow, SuggestionRow } from './tables.js';
import type { HandVote, Stage, Tally } from './words.js';

export interface Charter extends Readonly<CharterRow> {}
export interface Clause extends Readonly<ClauseRow> {}
export interface Suggestion extends Readonly<SuggestionRow> {}

/** A charter by its slug; undefined where the organisation has none of that name. */
export async function charterOf(read: Read, organisation: string, slug: string): Promise<Charter | undefined> {
  return read.selectFrom('record.charter').selectAll().where('organisation', '=', organisation).where('slug', '=', slug).executeTakeFirst();
}

/** The same, held so that two acts on it wait for each other. */
export async function heldCharter(write: Read, organisation: string, slug: string): Promise<Charter | undefined> {
  await sql`select from record.charter where organisation = ${organisation} and slug = ${slug} for update`.execute(write);
  return charterOf(write, organisation, slug);
}

export async function clausesOf(read: Read, organisation: string, charter: string): Promise<readonly Clause[]> {
  return read.selectFrom('record.clause').selectAll().where('organisation', '=', organisation).where('charter', '=', charter).orderBy('position').orderBy('id').execute();
}

export interface StageLine {
  readonly stage: Stage;
  readonly opened_on: string;
  readonly closed_on: string | null;
  readonly reason: string | null;
}

/** Every stage that was opened, in order. */
export async function stagesOf(read: Read, organisation: string, charter: string): Promise<readonly StageLine[]> {
  return read.selectFrom('record.charter_stage').select(['stage', 'opened_on', 'closed_on', 'reason']).where('organisation', '=', organisation).where('charter', '=', charter).orderBy('position').execute();
}

export interface CharterLine {
  readonly slug: string;
  readonly title: string;
  readonly stage: Stage;
  readonly clauses: number;
  readonly waiting: number;
  readonly changed_at: Date;
}

/** An organisation's charters, those changed last first, with how much waits to be read. */
export async function chartersOf(read: Read, organisation: string): Promise<readonly CharterLine[]> {
  const { rows } = await sql<CharterLine>`
    select c.slug, c.title, c.stage, c.changed_at,
           (select count(*) from record.clause k where k.organisation = c.organisation and k.charter = c.id) as clauses,
           (select count(*) from record.charter_suggestion s where s.organisation = c.organisation and s.charter = c.id and s.state = 'waiting') as waiting
      from record.charter c where c.organisation = ${organisation} order by c.changed_at desc, c.id`.execute(read);
  return rows;
}

/** What young people wrote, by its state; in an order that says nothing of when or by whom: days, then random ids. */
export async function suggestionsOf(read: Read, organisation: string, charter: string): Promise<readonly Suggestion[]> {
  return read.selectFrom('record.charter_suggestion').selectAll().where('organisation', '=', organisation).where('charter', '=', charter).orderBy('day').orderBy('id').limit(500).execute();
}

export async function suggestionOf(read: Read, organisation: string, charter: string, id: string): Promise<Suggestion | undefined> {
  return read.selectFrom('record.charter_suggestion').selectAll().where('organisation', '=', organisation).where('charter', '=', charter).where('id', '=', id).executeTakeFirst();
}

export interface Code {
  readonly code: string;
  readonly label: string;
  readonly seats: number;
  readonly taken: number;
  readonly opened_on: string;
  readonly expires_on: string;
  readonly closed_on: string | null;
}

export async function codesOf(read: Read, organisation: string, charter: string): Promise<readonly Code[]> {
  const { rows } = await sql<Code>`
    select c.code, c.label, c.seats, coalesce(t.taken, 0) as taken, c.opened_on, c.expires_on, c.closed_on
      from record.together_code c left join record.seats_taken(${charter}::uuid) t on t.code = c.code
     where c.organisation = ${organisation} and c.charter = ${charter} order by c.closed_on nulls first, c.opened_on desc, c.code`.execute(read);
  return rows;
}

/** Counts of the newest vote by code that was closed. */
export async function tallyOf(read: Read, organisation: string, charter: string): Promise<readonly Tally[]> {
  const { rows } = await sql<Tally>`
    select clause, people, yes, no, not_sure as "notSure", chosen from record.vote_tally
     where organisation = ${organisation} and charter = ${charter} and round = (select max(round) from record.vote_tally where organisation = ${organisation} and charter = ${charter})`.execute(read);
  return rows;
}

export async function handVotesOf(read: Read, organisation: string, charter: string): Promise<readonly HandVote[]> {
  const rows = await read.selectFrom('record.hand_vote').select(['clause', 'people_group', 'day', 'yes', 'no', 'not_sure']).where('organisation', '=', organisation).where('charter', '=', charter).orderBy('day').orderBy('id').execute();
  return rows.map(({ people_group, not_sure, ...row }) => ({ ...row, group: people_group, notSure: not_sure }));
}
