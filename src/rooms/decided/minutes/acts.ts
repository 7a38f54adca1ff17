import type { Block, Prose } from '#base/prose.js';
import { json } from '#kit/db/client.js';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import type { MinutesEntry, MinutesState } from './words.js';

export interface MinutesDraft {
  readonly title: string;
  readonly state: Exclude<MinutesState, 'agreed'>;
  /** The agenda item of a later meeting that carries these minutes. */
  readonly carriedBy: string | null;
  readonly leftovers: readonly Block[];
  readonly items: readonly {
    readonly number: string | null;
    readonly title: string;
    readonly entries: readonly MinutesEntry[];
    readonly decisions: readonly Prose[];
  }[];
}

/**
 * Replaces the minutes of a meeting; minutes that were agreed are sealed and stay (reference section 5, states of
 * minutes). Returns the ids of the minuted items in order, or null where they are sealed.
 */
export async function recordMinutes(
  write: Write,
  { organisation, board }: { organisation: string; board: string },
  meeting: string,
  draft: MinutesDraft,
): Promise<readonly string[] | null> {
  const known = await write
    .selectFrom('record.minutes')
    .select(['id', 'state'])
    .where('organisation', '=', organisation)
    .where('meeting', '=', meeting)
    .executeTakeFirst();
  if (known?.state === 'agreed') return null;
  if (known)
    await write
      .deleteFrom('record.minutes')
      .where('organisation', '=', organisation)
      .where('id', '=', known.id)
      .execute();
  const minutes = newId();
  const common = { organisation, board };
  await write
    .insertInto('record.minutes')
    .values({
      ...common,
      id: minutes,
      meeting,
      title: draft.title,
      state: draft.state,
      carried_by: draft.carriedBy,
      leftovers: json(draft.leftovers),
    })
    .execute();
  const rows = draft.items.map((item, position) => ({
    ...common,
    id: newId(),
    minutes,
    position,
    number: item.number,
    title: item.title,
  }));
  if (rows.length > 0) await write.insertInto('record.minute').values(rows).execute();
  const entries = draft.items.flatMap((item, index) =>
    item.entries.map((entry, position) => ({
      ...common,
      id: newId(),
      minute: rows[index]?.id ?? '',
      position,
      kind: entry.kind,
      speaker: entry.speaker,
      prose: json(entry.prose),
    })),
  );
  for (let start = 0; start < entries.length; start += 500)
    await write
      .insertInto('record.minute_entry')
      .values(entries.slice(start, start + 500))
      .execute();
  const decisions = draft.items.flatMap((item, index) =>
    item.decisions.map((prose, position) => ({
      ...common,
      id: newId(),
      minute: rows[index]?.id ?? '',
      position,
      prose: json(prose),
    })),
  );
  if (decisions.length > 0) await write.insertInto('record.decision').values(decisions).execute();
  return rows.map((row) => row.id);
}
