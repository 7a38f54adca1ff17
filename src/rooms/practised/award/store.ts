/** Saves what was said of schools: the record, and beside it what readers see of it. */
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import type { Organisation, Who } from '#rooms/ground/people/index.js';
import { awardExpires } from './rules.js';
import type { AwardDraft } from './words.js';

/** What was said of schools, each in its own line of the record; readers see the last. */
export async function saveAward(
  write: Write,
  own: Organisation,
  who: Who,
  today: string,
  drafts: readonly AwardDraft[],
): Promise<void> {
  const batch = 1000;
  for (let start = 0; start < drafts.length; start += batch) {
    const part = drafts.slice(start, start + batch);
    await write
      .insertInto('record.award')
      .values(
        part.map(({ urn, stage, since, source }) => ({
          organisation: who.organisation,
          id: newId(who.now),
          urn,
          stage,
          since,
          source,
          recorded_at: who.now,
          recorded_by: who.account,
        })),
      )
      .execute();
    const gone = part.flatMap(({ urn, stage }) => (stage === null ? [urn] : []));
    if (gone.length > 0) await write.deleteFrom('published.award').where('urn', 'in', gone).execute();
    const said = part.flatMap(({ urn, stage, since, source }) =>
      stage === null
        ? []
        : [
            {
              urn,
              stage,
              since,
              expires: awardExpires(stage, since),
              source,
              organisation: own.id,
              organisation_name: own.name,
              recorded_on: today,
            },
          ],
    );
    if (said.length === 0) continue;
    await write
      .insertInto('published.award')
      .values(said)
      .onConflict((conflict) =>
        conflict.column('urn').doUpdateSet((excluded) => ({
          organisation: excluded.ref('excluded.organisation'),
          organisation_name: excluded.ref('excluded.organisation_name'),
          stage: excluded.ref('excluded.stage'),
          since: excluded.ref('excluded.since'),
          expires: excluded.ref('excluded.expires'),
          source: excluded.ref('excluded.source'),
          recorded_on: excluded.ref('excluded.recorded_on'),
        })),
      )
      .execute();
  }
}
