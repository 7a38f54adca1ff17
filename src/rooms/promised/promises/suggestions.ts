/** Overdue promises before the board that is responsible: offered to its clerk for the next meeting, taken up or set aside. */
import { londonDate, plainDate } from '#base/london.js';
import { type Result, ok, refused } from '#base/result.js';
import type { Read, Write } from '#kit/db/gate.js';
import { journal } from '#kit/journal.js';
import { raiseRevision } from '#kit/publications/publications.js';
import { recordAgendaItem, type WorkMeeting } from '#rooms/decided/meetings/index.js';
import type { Who } from '#rooms/ground/people/index.js';
import { type OverduePromise, suggestionsFor } from './published.js';
import type { SuggestionOutcome, SuggestionProblem } from './words.js';

export interface DoneSuggestion {
  readonly promise: string;
  readonly slug: string;
  readonly organisation_name: string;
  readonly aim: string;
  readonly outcome: SuggestionOutcome;
  readonly item: string | null;
  readonly reason: string | null;
  readonly done_on: string;
}

/** What the clerk did with the promises that were suggested for a meeting. */
export async function suggestionsAt(
  read: Read,
  organisation: string,
  meeting: string,
): Promise<readonly DoneSuggestion[]> {
  return read
    .selectFrom('record.suggestion as done')
    .innerJoin('published.promise as promise', 'promise.id', 'done.promise')
    .select([
      'done.promise',
      'promise.slug',
      'promise.organisation_name',
      'promise.aim',
      'done.outcome',
      'done.item',
      'done.reason',
      'done.done_on',
    ])
    .where('done.organisation', '=', organisation)
    .where('done.meeting', '=', meeting)
    .orderBy('done.done_on')
    .orderBy('promise.slug')
    .execute();
}

/** Overdue promises that are still to be decided on for a meeting: not dealt with for it, nor taken up for another one to come. */
export async function openSuggestions(read: Read, at: WorkMeeting, today: string): Promise<readonly OverduePromise[]> {
  const overdue = await suggestionsFor(read, at.boardSlug, today);
  if (overdue.length === 0) return [];
  const done = await read
    .selectFrom('record.suggestion as done')
    .innerJoin('record.meeting as meeting', (join) =>
      join.onRef('meeting.organisation', '=', 'done.organisation').onRef('meeting.id', '=', 'done.meeting'),
    )
    .select('done.promise')
    .where('done.organisation', '=', at.organisation)
    .where('done.board', '=', at.board)
    .where((of) =>
      of.or([
        of('done.meeting', '=', at.id),
        of.and([of('done.outcome', '=', 'taken up'), of('meeting.date', '>=', today)]),
      ]),
    )
    .execute();
  const settled = new Set(done.map(({ promise }) => promise));
  return overdue.filter(({ id }) => !settled.has(id));
}

async function wanted(
  write: Write,
  who: Who,
  at: WorkMeeting,
  promise: string,
): Promise<Result<OverduePromise, SuggestionProblem>> {
  const today = londonDate(who.now);
  if (at.date < today) return refused('meeting over');
  const found = (await openSuggestions(write, at, today)).find(({ id }) => id === promise);
  return found ? ok(found) : refused('not suggested');
}

async function save(
  write: Write,
  who: Who,
  at: WorkMeeting,
  promise: string,
  outcome: SuggestionOutcome,
  words: { readonly item: string | null; readonly reason: string | null },
): Promise<void> {
  await write
    .insertInto('record.suggestion')
    .values({
      organisation: who.organisation,
      board: at.board,
      meeting: at.id,
      promise,
      outcome,
      ...words,
      account: who.account,
      done_on: londonDate(who.now),
    })
    .execute();
  // A meeting that the clerk works on is more than a paper's mention of its day.
  await write
    .updateTable('record.meeting')
    .set({ by_clerk: true })
    .where('organisation', '=', who.organisation)
    .where('id', '=', at.id)
    .execute();
  await journal(write, {
    scope: who.organisation,
    at: who.now,
    who: who.account,
    verb: 'record',
    kind: 'suggestion',
    thing: promise,
    why: words.reason,
    detail: { outcome, board: at.boardSlug, meeting: at.slug },
  });
}

/** Puts an overdue promise on the agenda of a coming meeting. Readers of the promise see it. */
export async function recordTakenUp(
  write: Write,
  who: Who,
  at: WorkMeeting,
  promise: string,
): Promise<Result<null, SuggestionProblem>> {
  const found = await wanted(write, who, at, promise);
  if (!found.ok) return found;
  const { organisation_name, aim, due } = found.value;
  const item = `Overdue promise of ${organisation_name}: we will ${aim}`;
  // Once the agenda is published, a paper brings the item; before, the clerk's own list does.
  if (at.state === 'planned') await recordAgendaItem(write, at, { title: item, text: `Was due on ${plainDate(due)}.` });
  await save(write, who, at, promise, 'taken up', { item, reason: null });
  await write
    .insertInto('published.suggestion')
    .values({
      promise,
      organisation: who.organisation,
      board: at.boardSlug,
      board_name: at.boardName,
      meeting: at.slug,
      date: at.date,
      item,
    })
    .execute();
  await raiseRevision(write);
  return ok(null);
}

/** Sets a suggestion aside for this meeting, with the reason; for the next one it is suggested again. */
export async function recordSetAside(
  write: Write,
  who: Who,
  at: WorkMeeting,
  promise: string,
  reason: string,
): Promise<Result<null, SuggestionProblem>> {
  const found = await wanted(write, who, at, promise);
  if (!found.ok) return found;
  if (reason.trim() === '') return refused('no reason');
  await save(write, who, at, promise, 'set aside', { item: null, reason: reason.trim() });
  return ok(null);
}
