/** What every act on a charter begins and ends with: the charter is held, and the journal gets its line. */
import { type Result, ok, refused } from '#base/result.js';
import type { Write } from '#kit/db/gate.js';
import { journalOf } from '#kit/journal.js';
import type { Who } from '#rooms/ground/people/index.js';
import { type Charter, heldCharter } from './lookups.js';
import { canBeDone, type CharterAct } from './rules.js';
import type { CharterProblem } from './words.js';

export type Done<T = null> = Result<T, CharterProblem>;

/** One line of the journal about a charter. */
export const charterJournal = journalOf('charter');

/** The charter, held, where it is there and in a stage in which the act may be done. */
export async function charterForAct(
  write: Write,
  who: Who,
  slug: string,
  act: CharterAct | null,
): Promise<Done<Charter>> {
  const found = await heldCharter(write, who.organisation, slug);
  if (!found) return refused({ code: 'not there' });
  return act === null || canBeDone(act, found.stage) ? ok(found) : refused({ code: 'wrong stage', stage: found.stage });
}
