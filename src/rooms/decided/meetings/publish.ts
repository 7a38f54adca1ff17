/** What readers find of meetings, drawn from what is published: written in the transaction that makes it public. */
import type { Write } from '#kit/db/gate.js';
import { takeUpAgain } from '#kit/withdrawals/withdrawals.js';

interface MeetingFacts {
  readonly slug: string;
  readonly date: string;
  readonly start: string | null;
  readonly place: string | null;
  readonly mode: string | null;
}

/** Puts a meeting into the list that readers ask: announced, or with the version of its pack or minutes that was just published. */
export async function publishMeeting(
  write: Write,
  board: { readonly slug: string; readonly name: string },
  meeting: MeetingFacts,
  what: { readonly pack?: string; readonly minutes?: string },
  now: Date,
): Promise<void> {
  const known = await write
    .selectFrom('published.meeting')
    .select(['pack', 'minutes', 'start', 'place', 'mode'])
    .where('board', '=', board.slug)
    .where('slug', '=', meeting.slug)
    .executeTakeFirst();
  const pack = what.pack ?? known?.pack ?? null;
  const minutes = what.minutes ?? known?.minutes ?? null;
  const row = {
    board_name: board.name,
    date: meeting.date,
    // A pack says all there is to say of its meeting; minutes and announcements add to what is known.
    start: meeting.start ?? (what.pack ? null : (known?.start ?? null)),
    place: meeting.place ?? (what.pack ? null : (known?.place ?? null)),
    mode: meeting.mode ?? (what.pack ? null : (known?.mode ?? null)),
    state: minutes ? 'minutes published' : pack ? 'agenda published' : 'planned',
    pack,
    minutes,
    changed_at: now,
  };
  // Announced anew, after it was withdrawn.
  await takeUpAgain(write, 'meeting', `${board.slug}/${meeting.slug}`);
  await write
    .insertInto('published.meeting')
    .values({ board: board.slug, slug: meeting.slug, ...row })
    .onConflict((conflict) => conflict.columns(['board', 'slug']).doUpdateSet(row))
    .execute();
}

/** Takes a meeting that was only announced out of the list that readers ask; one with a pack or minutes stays. */
export async function withdrawMeeting(write: Write, board: string, meeting: string): Promise<void> {
  await write
    .deleteFrom('published.meeting')
    .where('board', '=', board)
    .where('slug', '=', meeting)
    .where('pack', 'is', null)
    .where('minutes', 'is', null)
    .execute();
}
