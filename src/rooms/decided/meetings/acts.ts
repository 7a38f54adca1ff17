/** What happens to a meeting: recorded with its agenda, and afterwards who was there and what they declared. */
import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import { type Block, prose } from '#base/prose.js';
import { type Result, ok, refused } from '#base/result.js';
import { json } from '#kit/db/client.js';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { journal } from '#kit/journal.js';
import { isWithdrawn, takeUpAgain } from '#kit/withdrawals/withdrawals.js';
import { raiseRevision } from '#kit/publications/publications.js';
import type { GroupMembership } from '#rooms/decided/boards/index.js';
import type { Who } from '#rooms/ground/people/index.js';
import type { WorkBoard } from './lookups.js';
import type { AttendanceStatus, Delivery, MeetingMode, MeetingState, Purpose } from './words.js';

export interface InBoard {
  readonly organisation: string;
  readonly board: string;
}

export interface MeetingDraft {
  /** ISO date. */
  readonly date: string;
  readonly start: string | null;
  readonly place: string | null;
  readonly mode: MeetingMode | null;
}

/**
 * The board's meeting on that day, recorded if it is new. What a paper gives takes the place of what was known (a start
 * that was put forward is the same meeting); what it does not give stays. Only where two meetings of one day are known
 * already does the start tell which is meant.
 */
export async function recordMeeting(
  write: Write,
  { organisation, board }: InBoard,
  draft: MeetingDraft,
): Promise<{ id: string; slug: string }> {
  const sameDay = await write
    .selectFrom('record.meeting')
    .select(['id', 'slug', 'start', 'place', 'mode'])
    .where('organisation', '=', organisation)
    .where('board', '=', board)
    .where('date', '=', draft.date)
    .orderBy('slug')
    .execute();
  const known = sameDay.find((meeting) => meeting.start === draft.start) ?? sameDay[0];
  if (known) {
    await write
      .updateTable('record.meeting')
      .set({ start: draft.start ?? known.start, place: draft.place ?? known.place, mode: draft.mode ?? known.mode })
      .where('organisation', '=', organisation)
      .where('id', '=', known.id)
      .execute();
    return { id: known.id, slug: known.slug };
  }
  const id = newId();
  const slug = draft.date;
  await write
    .insertInto('record.meeting')
    .values({
      organisation,
      board,
      id,
      slug,
      date: draft.date,
      start: draft.start,
      place: draft.place,
      mode: draft.mode,
      contact_name: null,
      contact_email: null,
      contact_phone: null,
      notices: json([]),
      leftovers: json([]),
      membership: null,
      cycle: null,
      next_date: null,
      next_start: null,
      next_place: null,
      state: 'planned',
    })
    .execute();
  return { id, slug };
}

export type AnnouncementProblem =
  | { readonly code: 'date passed' }
  | { readonly code: 'known already'; readonly slug: string };

async function drawComing(write: Write, who: Who, board: WorkBoard, slug: string, draft: MeetingDraft): Promise<void> {
  if (!board.isPublished) return;
  await write
    .insertInto('published.meeting')
    .values({
      board: board.slug,
      slug,
      board_name: board.name,
      ...draft,
      state: 'planned',
      pack: null,
      minutes: null,
      changed_at: who.now,
    })
    .onConflict((conflict) => conflict.columns(['board', 'slug']).doUpdateSet({ ...draft, changed_at: who.now }))
    .execute();
  await raiseRevision(write);
}

/** A meeting that was withdrawn by mistake is the same meeting: it comes back at its address. False where it was not withdrawn. */
async function announceAgain(
  write: Write,
  who: Who,
  board: WorkBoard,
  known: { readonly id: string; readonly slug: string },
  draft: MeetingDraft,
): Promise<boolean> {
  const subject = `${board.slug}/${known.slug}`;
  if (!(await isWithdrawn(write, 'meeting', subject))) return false;
  await write
    .updateTable('record.meeting')
    .set({ ...draft, by_clerk: true })
    .where('organisation', '=', who.organisation)
    .where('id', '=', known.id)
    .execute();
  await takeUpAgain(write, 'meeting', subject);
  await drawComing(write, who, board, known.slug, draft);
  await journal(write, {
    scope: who.organisation,
    at: who.now,
    who: who.account,
    verb: 'record',
    kind: 'meeting',
    thing: known.id,
    detail: { board: board.slug, date: draft.date, again: true },
  });
  return true;
}

/** Announces a coming meeting before there is a paper of it; readers find it in the calendar where they know its board. */
export async function recordComing(
  write: Write,
  who: Who,
  board: WorkBoard,
  draft: MeetingDraft,
): Promise<Result<{ readonly slug: string }, AnnouncementProblem>> {
  if (draft.date < londonDate(who.now)) return refused({ code: 'date passed' });
  const known = await write
    .selectFrom('record.meeting')
    .select(['id', 'slug'])
    .where('organisation', '=', who.organisation)
    .where('board', '=', board.id)
    .where('date', '=', draft.date)
    .orderBy('slug')
    .executeTakeFirst();
  if (known)
    return (await announceAgain(write, who, board, known, draft))
      ? ok({ slug: known.slug })
      : refused({ code: 'known already', slug: known.slug });
  const id = newId(who.now);
  const slug = draft.date;
  const saved = await write
    .insertInto('record.meeting')
    .values({
      organisation: who.organisation,
      board: board.id,
      id,
      slug,
      ...draft,
      contact_name: null,
      contact_email: null,
      contact_phone: null,
      notices: json([]),
      leftovers: json([]),
      membership: null,
      cycle: null,
      next_date: null,
      next_start: null,
      next_place: null,
      state: 'planned',
      by_clerk: true,
    })
    .onConflict((conflict) => conflict.constraint('meeting_slug_free').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!saved) return refused({ code: 'known already', slug });
  await drawComing(write, who, board, slug, draft);
  await journal(write, {
    scope: who.organisation,
    at: who.now,
    who: who.account,
    verb: 'record',
    kind: 'meeting',
    thing: id,
    detail: { board: board.slug, date: draft.date },
  });
  return ok({ slug });
}

/** Puts one more item at the end of the agenda of a meeting whose paper is still to come. */
export async function recordAgendaItem(
  write: Write,
  at: InBoard & { readonly id: string },
  item: { readonly title: string; readonly text: string },
): Promise<void> {
  const { organisation, board, id: meeting } = at;
  const last = await write
    .selectFrom('record.agenda_item')
    .select((of) => of.fn.max('position').as('position'))
    .where('organisation', '=', organisation)
    .where('meeting', '=', meeting)
    .executeTakeFirst();
  const position = (last?.position ?? -1) + 1;
  const text: readonly Block[] = [
    { kind: 'paragraph', number: null, numbering: null, prose: prose(item.text), lines: null },
  ];
  await write
    .insertInto('record.agenda_item')
    .values({
      organisation,
      board,
      id: newId(),
      meeting,
      position,
      number: String(position + 1),
      title: item.title,
      purpose: 'discussion',
      delivery: 'none',
      text: json(text),
    })
    .execute();
}

export interface AgendaDraft {
  readonly contact: {
    readonly name: string | null;
    readonly email: string | null;
    readonly phone: string | null;
  } | null;
  readonly notices: readonly Block[];
  readonly leftovers: readonly Block[];
  /** As this pack prints it; null where it prints none. */
  readonly membership: { readonly cycle: string | null; readonly groups: readonly GroupMembership[] } | null;
  /** The next meeting as this pack announces it. */
  readonly next: { readonly date: string; readonly start: string | null; readonly place: string | null } | null;
  readonly items: readonly {
    readonly number: string;
    readonly title: string;
    readonly purpose: Purpose | null;
    readonly delivery: Delivery;
    readonly text: readonly Block[];
  }[];
}

/** A day that was only announced, and is now announced as another, was never a meeting; unless another paper announces it, too. */
async function forgetAnnounced(
  write: Write,
  { organisation, board }: InBoard,
  meeting: string,
  next: string | null,
): Promise<void> {
  const before = await write
    .selectFrom('record.meeting')
    .select('next_date')
    .where('organisation', '=', organisation)
    .where('id', '=', meeting)
    .executeTakeFirst();
  if (!before?.next_date || before.next_date === next) return;
  await write
    .deleteFrom('record.meeting')
    .where('organisation', '=', organisation)
    .where('board', '=', board)
    .where('date', '=', before.next_date)
    .where('state', '=', 'planned')
    .where('by_clerk', '=', false)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('record.agenda_item as item')
            .select('item.id')
            .whereRef('item.meeting', '=', 'record.meeting.id'),
        ),
      ),
    )
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('record.meeting as other')
            .select('other.id')
            .where('other.organisation', '=', organisation)
            .where('other.board', '=', board)
            .where('other.id', '<>', meeting)
            .where('other.next_date', '=', before.next_date),
        ),
      ),
    )
    .execute();
}

/** Replaces the agenda and what surrounds it; returns the items' ids in order. Reports hang on items and go with them. What was closed stays closed. */
export async function recordAgenda(
  write: Write,
  { organisation, board }: InBoard,
  meeting: string,
  draft: AgendaDraft,
): Promise<readonly string[]> {
  await forgetAnnounced(write, { organisation, board }, meeting, draft.next?.date ?? null);
  await write
    .updateTable('record.meeting')
    .set({
      next_date: draft.next?.date ?? null,
      next_start: draft.next?.start ?? null,
      next_place: draft.next?.place ?? null,
      contact_name: draft.contact?.name ?? null,
      contact_email: draft.contact?.email ?? null,
      contact_phone: draft.contact?.phone ?? null,
      notices: json(draft.notices),
      leftovers: json(draft.leftovers),
      membership: draft.membership === null ? null : json(draft.membership.groups),
      cycle: draft.membership?.cycle ?? null,
      state: sql<MeetingState>`case when state = 'closed' then state else 'agenda published' end`,
    })
    .where('organisation', '=', organisation)
    .where('id', '=', meeting)
    .execute();
  await write
    .deleteFrom('record.agenda_item')
    .where('organisation', '=', organisation)
    .where('meeting', '=', meeting)
    .execute();
  const rows = draft.items.map((item, position) => ({
    organisation,
    board,
    id: newId(),
    meeting,
    position,
    number: item.number,
    title: item.title,
    purpose: item.purpose,
    delivery: item.delivery,
    text: json(item.text),
  }));
  if (rows.length > 0) await write.insertInto('record.agenda_item').values(rows).execute();
  return rows.map((row) => row.id);
}

export interface RollDraft {
  readonly attendance: readonly {
    readonly role: string;
    readonly status: AttendanceStatus;
    readonly person: string | null;
    readonly name: string;
    readonly represents: string | null;
    readonly origin: 'source' | 'clerk';
  }[];
  readonly substitutions: readonly { readonly absent: string | null; readonly substitute: string | null }[];
  readonly declarations: readonly {
    readonly person: string;
    readonly item: string | null;
    readonly kind: string | null;
    readonly nature: string | null;
  }[];
}

/** Replaces what is known of who was there, who stood in for whom, and what was declared. Closes the meeting. */
export async function recordRoll(
  write: Write,
  { organisation, board }: InBoard,
  meeting: string,
  draft: RollDraft,
): Promise<void> {
  for (const table of ['record.attendance', 'record.substitution', 'record.declaration'] as const) {
    await write.deleteFrom(table).where('organisation', '=', organisation).where('meeting', '=', meeting).execute();
  }
  const common = { organisation, board, meeting };
  if (draft.attendance.length > 0)
    await write
      .insertInto('record.attendance')
      .values(draft.attendance.map((row, position) => ({ ...common, id: newId(), position, ...row })))
      .execute();
  if (draft.substitutions.length > 0)
    await write
      .insertInto('record.substitution')
      .values(draft.substitutions.map((row) => ({ ...common, id: newId(), ...row })))
      .execute();
  if (draft.declarations.length > 0)
    await write
      .insertInto('record.declaration')
      .values(draft.declarations.map((row) => ({ ...common, id: newId(), ...row })))
      .execute();
  await write
    .updateTable('record.meeting')
    .set({ state: 'closed' })
    .where('organisation', '=', organisation)
    .where('id', '=', meeting)
    .execute();
}
