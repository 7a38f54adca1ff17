/** Saves what acts decided: the record, and beside it what readers see of it. */
import { sql } from 'kysely';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import type { Organisation, Who } from '#rooms/ground/people/index.js';
import { awardExpires } from './rules.js';
import type { EventRow, MemberRow, NetworkRow } from './tables.js';
import type { AwardDraft } from './words.js';

/** Two that are founded at once wait for each other, so that no slug is given twice. */
export async function holdSlugs(write: Write): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('slugs of networks', 0))`.execute(write);
}

export async function saveNetwork(write: Write, host: Organisation, row: NetworkRow): Promise<void> {
  const { organisation: _, id: __, slug: ___, founded_on: ____, ...rest } = row;
  await write
    .insertInto('record.network')
    .values(row)
    .onConflict((conflict) => conflict.columns(['organisation', 'id']).doUpdateSet(rest))
    .execute();
  const of = { organisation_slug: host.slug, organisation_name: host.name };
  await write
    .insertInto('published.network')
    .values({ ...row, ...of })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...rest, ...of }))
    .execute();
}

/**
 * The database draws what readers see of it (record.show_membership). Not by "on conflict": the trigger that guards who does
 * what would take the attempt to insert for a first invitation.
 */
export async function saveMember(write: Write, row: MemberRow): Promise<void> {
  const { organisation, network, member, ...rest } = row;
  const known = await write
    .updateTable('record.network_member')
    .set(rest)
    .where('organisation', '=', organisation)
    .where('network', '=', network)
    .where('member', '=', member)
    .returning('member')
    .executeTakeFirst();
  if (!known) await write.insertInto('record.network_member').values(row).execute();
}

export async function saveEvent(
  write: Write,
  network: Pick<NetworkRow, 'slug' | 'name'>,
  row: EventRow,
): Promise<void> {
  const { organisation, network: of, id, slug, ...rest } = row;
  await write
    .insertInto('record.event')
    .values(row)
    .onConflict((conflict) => conflict.columns(['organisation', 'id']).doUpdateSet(rest))
    .execute();
  const { link_for, ...shown } = rest;
  const isOpen = link_for === 'everybody';
  const open = {
    ...shown,
    network_slug: network.slug,
    network_name: network.name,
    link: isOpen ? row.link : null,
    members_link: row.link !== null && !isOpen,
  };
  await write
    .insertInto('published.event')
    .values({ organisation, network: of, id, slug, ...open })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(open))
    .execute();
}

/** The name of a network stands with each of its events. */
export async function renameEvents(write: Write, network: string, name: string): Promise<void> {
  await write.updateTable('published.event').set({ network_name: name }).where('network', '=', network).execute();
}

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
