/** Saves what acts decided: the record, and beside it what readers see of it. */
import { sql } from 'kysely';
import type { Write } from '#kit/db/gate.js';
import type { Organisation } from '#rooms/ground/people/index.js';
import type { EventRow, MemberRow, NetworkRow } from './tables.js';

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
