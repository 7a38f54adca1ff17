/** What an organisation asks the record of its own charters. */
import { sql } from 'kysely';
import type { Place } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { type Key, type Slice, slice } from '#kit/db/slice.js';
import type { CharterRow, ClauseRow, SuggestionRow } from './tables.js';
import type { HandVote, Stage, Tally } from './words.js';

export interface Charter extends Readonly<CharterRow> {}
export interface Clause extends Readonly<ClauseRow> {}
export interface Suggestion extends Readonly<SuggestionRow> {}

/** A charter by its slug; undefined where the organisation has none of that name. */
export async function charterOf(read: Read, organisation: string, slug: string): Promise<Charter | undefined> {
  return read
    .selectFrom('record.charter')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('slug', '=', slug)
    .executeTakeFirst();
}

/** The same, held so that two acts on it wait for each other. */
export async function heldCharter(write: Read, organisation: string, slug: string): Promise<Charter | undefined> {
  await sql`select from record.charter where organisation = ${organisation} and slug = ${slug} for update`.execute(
    write,
  );
  return charterOf(write, organisation, slug);
}

export async function clausesOf(read: Read, organisation: string, charter: string): Promise<readonly Clause[]> {
  return read
    .selectFrom('record.clause')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('charter', '=', charter)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export interface StageLine {
  readonly stage: Stage;
  readonly opened_on: string;
  readonly closed_on: string | null;
  readonly reason: string | null;
}

/** Every stage that was opened, in order. */
export async function stagesOf(read: Read, organisation: string, charter: string): Promise<readonly StageLine[]> {
  return read
    .selectFrom('record.charter_stage')
    .select(['stage', 'opened_on', 'closed_on', 'reason'])
    .where('organisation', '=', organisation)
    .where('charter', '=', charter)
    .orderBy('position')
    .execute();
}

export interface CharterLine {
  readonly slug: string;
  readonly title: string;
  readonly stage: Stage;
  readonly clauses: number;
  readonly waiting: number;
  readonly changed_at: Date;
}

const lastChangedFirst: readonly Key[] = [
  { by: 'c.changed_at', type: 'timestamptz' },
  { by: 'c.id', type: 'uuid' },
];

/** An organisation's charters, those changed last first, with how much waits to be read: so many from a place on. */
export async function chartersOf(
  read: Read,
  organisation: string,
  place: Place,
  count: number,
): Promise<Slice<CharterLine>> {
  const among = read
    .selectFrom('record.charter as c')
    .select(['c.slug', 'c.title', 'c.stage', 'c.changed_at'])
    .select(
      sql<number>`(select count(*) from record.clause k where k.organisation = c.organisation and k.charter = c.id)`.as(
        'clauses',
      ),
    )
    .select(
      sql<number>`(select count(*) from record.charter_suggestion s where s.organisation = c.organisation and s.charter = c.id and s.state = 'waiting')`.as(
        'waiting',
      ),
    )
    .where('c.organisation', '=', organisation);
  return slice(among, { keys: lastChangedFirst, descending: true }, place, count);
}

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

/** What may be told of a vote by code for each clause: of the newest about the words that it has now, else of the newest. */
export async function tallyOf(read: Read, organisation: string, charter: string): Promise<readonly Tally[]> {
  const { rows } = await sql<Tally>`
    select distinct on (k.id) k.id as clause, t.closed_on as "closedOn", t.outcome, t.people, t.yes, t.no, t.not_sure
      as "notSure", t.chosen, t.shared, h.choose is not null as "byChoosing", record.same_words(t.wording,
      record.clause_wording(k)) as holds
      from record.vote_tally t join record.clause k on k.organisation = t.organisation and k.charter = t.charter
        and (k.id = t.clause or record.same_words(t.wording, record.clause_wording(k)))
        join record.charter h on h.organisation = t.organisation and h.id = t.charter
     where t.organisation = ${organisation} and t.charter = ${charter}
       order by k.id, record.same_words(t.wording, record.clause_wording(k)) desc, t.outcome is null, t.round
       desc`.execute(read);
  return rows;
}

/** Clauses whose words were voted on within a year in another charter of the organisation, or are being voted on there: they are not put to the vote here. */
export async function votedElsewhere(
  read: Read,
  organisation: string,
  charter: string,
): Promise<
  readonly {
    readonly clause: string;
    readonly title: string;
    readonly slug: string;
    readonly closedOn: string | null;
  }[]
> {
  const { rows } = await sql<{ clause: string; title: string; slug: string; closedOn: string | null }>`
    select distinct on (e.clause) e.clause, h.title, h.slug, e.closed_on as "closedOn"
      from record.voted_elsewhere(${organisation}::uuid, ${charter}::uuid) e join record.charter h on h.organisation = ${organisation} and h.id = e.charter
     order by e.clause, e.closed_on desc nulls first, h.slug`.execute(read);
  return rows;
}

/** Shows of hands, the oldest first. */
export async function handVotesOf(read: Read, organisation: string, charter: string): Promise<readonly HandVote[]> {
  const { rows } = await sql<HandVote>`
    select v.clause, v.people_group as "group", v.day, v.outcome, v.yes, v.no, v.not_sure as "notSure",
      record.same_words(v.wording, record.clause_wording(k)) as holds
      from record.hand_vote v join record.clause k on k.organisation = v.organisation and k.id = v.clause
     where v.organisation = ${organisation} and v.charter = ${charter} order by v.day, v.id`.execute(read);
  return rows;
}

/** How many clauses can be put to the vote: those without a result of ten or more for the words that they have now, here or in another charter of the year. */
export async function clausesToVote(read: Read, organisation: string, charter: string): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::integer as count from record.clauses_to_vote(${organisation}::uuid, ${charter}::uuid)`.execute(
    read,
  );
  return rows[0]?.count ?? 0;
}
