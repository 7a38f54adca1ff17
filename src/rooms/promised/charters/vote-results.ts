/** What votes leave behind: tallies of votes by code, shows of hands, and which words may be voted on. */
import { sql } from 'kysely';
import type { Read, Write } from '#kit/db/gate.js';
import type { HandVote, Tally } from '#rooms/promised/together/index.js';
import { londonDate } from '#base/london.js';
import { ok, refused } from '#base/result.js';
import { newId } from '#kit/id.js';
import type { Who } from '#rooms/ground/people/index.js';
import { type Done, charterJournal, charterForAct } from './charter-for-act.js';
import { clausesOf } from './lookups.js';
import type { HandCount } from './words.js';

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

/** Hands that were counted in a room, by the same floors as votes by code: what may not be told is not kept. */
export async function recordHands(write: Write, who: Who, slug: string, votes: readonly HandCount[]): Promise<Done> {
  const found = await charterForAct(write, who, slug, 'count hands');
  if (!found.ok) return found;
  if (votes.length === 0) return refused({ code: 'nothing new' });
  const known = new Set((await clausesOf(write, who.organisation, found.value.id)).map(({ id }) => id));
  if (votes.some(({ clause }) => !known.has(clause))) return refused({ code: 'not there' });
  if (votes.some(({ day }) => day > londonDate(who.now))) return refused({ code: 'date in the future' });
  for (const { clause, group, day, yes, no, notSure } of votes) {
    await sql`
      insert into record.hand_vote (organisation, id, charter, clause, people_group, day, outcome, yes, no, not_sure, wording, account)
      select k.organisation, ${newId(who.now)}::uuid, k.charter, k.id, ${group}, ${day}::date, n.outcome, n.yes_told,
        n.no_told, n.not_sure_told, record.clause_wording(k), ${who.account}::uuid
        from record.clause k cross join record.votes_told(${yes}::integer, ${no}::integer, ${notSure}::integer) n
          where k.organisation = ${who.organisation} and k.id = ${clause}::uuid`.execute(write);
  }
  await charterJournal(write, who, 'record', slug, { hands: votes.length });
  return ok(null);
}
