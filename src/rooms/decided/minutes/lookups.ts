import type { Block, Prose } from '#base/prose.js';
import type { Read } from '#kit/db/gate.js';
import type { MinutesEntry, MinutesState } from './words.js';

/** Minutes as the record has them, without the actions, which are another room's. */
export interface MinutesRecord {
  readonly id: string;
  readonly meeting: string;
  readonly title: string;
  readonly state: MinutesState;
  readonly carriedBy: string | null;
  readonly leftovers: readonly Block[];
  readonly items: readonly {
    readonly id: string;
    readonly number: string | null;
    readonly title: string;
    readonly entries: readonly MinutesEntry[];
    readonly decisions: readonly Prose[];
  }[];
}

/** The minutes that are carried by any of these agenda items, or that minute this meeting. */
export async function minutesRecords(
  read: Read,
  organisation: string,
  which: { readonly carriedBy: readonly string[] } | { readonly meeting: string },
): Promise<readonly MinutesRecord[]> {
  const base = read.selectFrom('record.minutes').selectAll().where('organisation', '=', organisation);
  if ('carriedBy' in which && which.carriedBy.length === 0) return [];
  const found = await (
    'meeting' in which ? base.where('meeting', '=', which.meeting) : base.where('carried_by', 'in', which.carriedBy)
  ).execute();
  if (found.length === 0) return [];
  const items = await read
    .selectFrom('record.minute')
    .selectAll()
    .where('organisation', '=', organisation)
    .where(
      'minutes',
      'in',
      found.map((row) => row.id),
    )
    .orderBy('position')
    .execute();
  const ids = items.map((item) => item.id);
  const entries =
    ids.length === 0
      ? []
      : await read
          .selectFrom('record.minute_entry')
          .selectAll()
          .where('organisation', '=', organisation)
          .where('minute', 'in', ids)
          .orderBy('position')
          .execute();
  const decisions =
    ids.length === 0
      ? []
      : await read
          .selectFrom('record.decision')
          .selectAll()
          .where('organisation', '=', organisation)
          .where('minute', 'in', ids)
          .orderBy('position')
          .execute();
  return found.map((row) => ({
    id: row.id,
    meeting: row.meeting,
    title: row.title,
    state: row.state,
    carriedBy: row.carried_by,
    leftovers: row.leftovers,
    items: items
      .filter((item) => item.minutes === row.id)
      .map((item) => ({
        id: item.id,
        number: item.number,
        title: item.title,
        entries: entries
          .filter((entry) => entry.minute === item.id)
          .map((entry) => ({ kind: entry.kind, speaker: entry.speaker, prose: entry.prose })),
        decisions: decisions.filter((decision) => decision.minute === item.id).map((decision) => decision.prose),
      })),
  }));
}
