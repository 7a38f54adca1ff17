/** Batches of cards between their making and their file: codes wait sealed, for half an hour at most, and are handed out once. */
import { londonDate } from '#base/london.js';
import type { Write } from '#kit/db/gate.js';
import type { Who } from '#rooms/ground/people/index.js';
import { sealCodes, unsealCodes } from '#rooms/heard/taking-part/index.js';
import type { CardsMade } from './ways-in.js';

/** Minutes in which the file of a batch can be had. */
export const minutesToHand = 30;

type Key = (purpose: string) => Buffer;

/** Lays the codes of a new batch down for its file; in the transaction that makes the batch. */
export async function keepCodes(
  write: Write,
  who: Who,
  key: Key,
  { id, survey, setting, codes }: CardsMade,
): Promise<void> {
  if (codes.length === 0) return;
  await write
    .insertInto('record.card_codes')
    .values({
      organisation: survey.organisation,
      survey: survey.id,
      setting: setting.id,
      way_in: id,
      sealed: sealCodes(key, id, codes),
      gone_at: new Date(who.now.getTime() + minutesToHand * 60_000),
    })
    .execute();
}

/** Hands the codes of a batch out, once: two who ask at the same moment do not both get them. Null where they are gone. */
export async function takeCodes(
  write: Write,
  who: Who,
  key: Key,
  survey: string,
  way: string,
): Promise<readonly string[] | null> {
  const row = await write
    .deleteFrom('record.card_codes')
    .where('survey', '=', survey)
    .where('way_in', '=', way)
    .where('gone_at', '>=', who.now)
    .returning('sealed')
    .executeTakeFirst();
  const codes = row ? unsealCodes(key, way, row.sealed) : null;
  if (codes === null) return null;
  await write
    .updateTable('record.way_in')
    .set({ handed_out_on: londonDate(who.now), handed_out_by: who.account })
    .where('survey', '=', survey)
    .where('id', '=', way)
    .execute();
  return codes;
}
