/** Codes by which a class comes in to a charter; what happens inside is the room together. */
import { ok, refused } from '#base/result.js';
import type { Write } from '#kit/db/gate.js';
import type { Who } from '#rooms/ground/people/index.js';
import { closeCode, type CodeDraft, openCode } from '#rooms/promised/together/index.js';
import { type Done, charterJournal, charterForAct } from './charter-for-act.js';

/** Opens a code for a class. */
export async function recordCode(
  write: Write,
  who: Who,
  slug: string,
  draft: CodeDraft,
): Promise<Done<{ readonly code: string }>> {
  const found = await charterForAct(write, who, slug, 'open code');
  if (!found.ok) return found;
  const code = await openCode(write, who, found.value.id, draft);
  // The journal outlives the code and needs no way into the room.
  await charterJournal(write, who, 'invite', slug, { seats: draft.seats, shared: draft.shared });
  return ok({ code });
}

/** Closes a code: nobody comes in by it any more, and its seats are gone. */
export async function withdrawCode(write: Write, who: Who, slug: string, code: string): Promise<Done> {
  const found = await charterForAct(write, who, slug, null);
  if (!found.ok) return found;
  if (!(await closeCode(write, who, found.value.id, code))) return refused({ code: 'not there' });
  await charterJournal(write, who, 'withdraw', slug, { code: true });
  return ok(null);
}
