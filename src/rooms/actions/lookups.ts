import type { Prose } from '#base/prose.js';
import type { Read } from '#kit/db/gate.js';

export interface ActionRecord {
  readonly minute: string;
  readonly prose: Prose;
  readonly owner: string | null;
  readonly due: string | null;
}

/** The actions that these items of minutes gave rise to, in order. */
export async function actionsOf(read: Read, organisation: string, minutes: readonly string[]): Promise<readonly ActionRecord[]> {
  if (minutes.length === 0) return [];
  const rows = await read.selectFrom('record.action').select(['minute', 'prose', 'owner', 'due']).where('organisation', '=', organisation).where('minute', 'in', minutes).orderBy('position').execute();
  return rows.map((row) => ({ ...row, prose: row.prose as Prose }));
}
