import type { Prose } from '#base/prose.js';
import type { Read } from '#kit/db/gate.js';
import type { AddedByClerk } from '#rooms/decided/minutes/index.js';

export interface ActionRecord {
  readonly minute: string;
  readonly prose: Prose;
  readonly owner: string | null;
  readonly due: string | null;
  readonly byClerk: readonly AddedByClerk[];
}

/** The actions that these items of minutes gave rise to, in order. */
export async function actionsOf(
  read: Read,
  organisation: string,
  minutes: readonly string[],
): Promise<readonly ActionRecord[]> {
  if (minutes.length === 0) return [];
  const rows = await read
    .selectFrom('record.action')
    .select(['minute', 'prose', 'owner', 'due', 'by_clerk'])
    .where('organisation', '=', organisation)
    .where('minute', 'in', minutes)
    .orderBy('position')
    .execute();
  return rows.map(({ by_clerk, ...row }) => ({
    ...row,
    byClerk: by_clerk,
  }));
}
