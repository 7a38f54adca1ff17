import type { Prose } from '#base/prose.js';
import { json } from '#kit/db/client.js';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import type { AddedByClerk } from '#rooms/decided/minutes/index.js';

export interface ActionDraft {
  readonly prose: Prose;
  readonly owner: string | null;
  /** ISO date. */
  readonly due: string | null;
  readonly byClerk: readonly AddedByClerk[];
}

/** Records what an item of the minutes asks of somebody; owner and date only where they were stated. */
export async function recordActions(
  write: Write,
  { organisation, board }: { organisation: string; board: string },
  minute: string,
  actions: readonly ActionDraft[],
): Promise<void> {
  const rows = actions.map((action, position) => ({
    organisation,
    board,
    id: newId(),
    minute,
    position,
    prose: json(action.prose),
    owner: action.owner,
    due: action.due,
    by_clerk: [...action.byClerk],
    state: null,
  }));
  if (rows.length > 0) await write.insertInto('record.action').values(rows).execute();
}
