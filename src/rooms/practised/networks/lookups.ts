/** Questions to the record of networks: what one's own organisation hosts, belongs to or is asked to. */
import { sql } from 'kysely';
import type { Place } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { type Key, type Slice, slice } from '#kit/db/slice.js';
import type { EventRow, NetworkRow } from './tables.js';
import type { MemberState, NetworkKind } from './words.js';

export interface OwnNetwork {
  readonly slug: string;
  readonly name: string;
  readonly kind: NetworkKind;
  readonly organisation: string;
  readonly organisation_name: string;
  readonly members: number;
  readonly closed_on: string | null;
  readonly state: MemberState;
  /** Organisations that asked to join and wait for the host. */
  readonly waiting: number;
}

// An invitation waits for an answer: it comes first.
const invitedFirst: readonly Key[] = [
  { by: sql`(own.state <> 'invited')`, type: 'boolean' },
  { by: 'network.name', type: 'text' },
  { by: 'network.slug', type: 'text' },
];

/** Networks in which one's own organisation has or had a part, those that wait for its answer before the others, by name: so many from a place on. */
export async function networksOf(
  read: Read,
  organisation: string,
  place: Place,
  count: number,
): Promise<Slice<OwnNetwork>> {
  const among = read
    .selectFrom('record.network_member as own')
    .innerJoin('published.network as network', 'network.id', 'own.network')
    .select([
      'network.slug',
      'network.name',
      'network.kind',
      'network.organisation',
      'network.organisation_name',
      'network.members',
      'network.closed_on',
      'own.state',
    ])
    .select(
      sql<number>`(select count(*) from record.network_member other where other.network = network.id
        and other.state = 'asked' and network.organisation = ${organisation})`.as('waiting'),
    )
    .where('own.member', '=', organisation);
  return slice(among, { keys: invitedFirst }, place, count);
}

export interface MemberSeen {
  readonly member: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: string;
  readonly state: MemberState;
  readonly role: string | null;
  readonly reason: string | null;
  readonly since: string;
}

/** A network in which one's own organisation has a part, and how it stands to it. */
export interface NetworkSheet extends NetworkRow {
  readonly host: { readonly slug: string; readonly name: string };
  readonly isHost: boolean;
  /** How one's own organisation stands to it. */
  readonly state: MemberState;
  /** What the host said to it when that ended. */
  readonly memberReason: string | null;
}

/** The sheet of a network; undefined where one's own organisation has no part in it. `hold` keeps others from changing it until the transaction ends. */
export async function networkSheet(
  read: Read,
  organisation: string,
  slug: string,
  hold = false,
): Promise<NetworkSheet | undefined> {
  // By itself, and first: what is read afterwards is as whoever held it before has left it.
  if (hold)
    await sql`select pg_advisory_xact_lock(hashtextextended('network ' || id, 0)) from published.network where slug = ${slug}`.execute(
      read,
    );
  const found = await read
    .selectFrom('published.network as network')
    .innerJoin('record.network_member as own', 'own.network', 'network.id')
    .selectAll('network')
    .select(['own.state', 'own.reason as memberReason'])
    .where('network.slug', '=', slug)
    .where('own.member', '=', organisation)
    .executeTakeFirst();
  if (!found) return undefined;
  const { organisation_slug, organisation_name, members: _, ...network } = found;
  return {
    ...network,
    host: { slug: organisation_slug, name: organisation_name },
    isHost: found.organisation === organisation,
  };
}

/** Members, and those who are invited, ask or have left: the host sees all, others themselves. */
function peopleIn(read: Read, network: string) {
  return read
    .selectFrom('record.network_member as member')
    .innerJoin(
      sql<{ member: string; slug: string; name: string; kind: string }>`record.network_people(${network}::uuid)`.as(
        'person',
      ),
      'person.member',
      'member.member',
    )
    .select([
      'member.member',
      'person.slug',
      'person.name',
      'person.kind',
      'member.state',
      'member.role',
      'member.reason',
      'member.since',
    ])
    .where('member.network', '=', network);
}

const peopleByName: readonly Key[] = [
  { by: 'person.name', type: 'text' },
  { by: 'member.member', type: 'uuid' },
];

/** The same by name, so many from a place on. */
export async function peopleOf(read: Read, network: string, place: Place, count: number): Promise<Slice<MemberSeen>> {
  return slice(peopleIn(read, network), { keys: peopleByName }, place, count);
}

/** One of them. */
export async function personOf(read: Read, network: string, member: string): Promise<MemberSeen | undefined> {
  return peopleIn(read, network).where('member.member', '=', member).executeTakeFirst();
}

/** Whether organisations other than its host have joined it. */
export async function isJoined(read: Read, network: string, host: string): Promise<boolean> {
  const found = await read
    .selectFrom('record.network_member')
    .select('member')
    .where('network', '=', network)
    .where('member', '!=', host)
    .where('state', '=', 'joined')
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** An event of a network that one hosts. */
export async function ownEvent(
  read: Read,
  organisation: string,
  network: string,
  slug: string,
): Promise<EventRow | undefined> {
  return read
    .selectFrom('record.event')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('network', '=', network)
    .where('slug', '=', slug)
    .executeTakeFirst();
}

/** Links of the events of a network, for its members alone. */
export async function eventLinks(read: Read, network: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{
    event: string;
    link: string;
  }>`select event, link from record.event_links(${network}::uuid)`.execute(read);
  return new Map(rows.map(({ event, link }) => [event, link]));
}

/** Organisations that readers know of and that could be invited, by name. */
export async function invitable(
  read: Read,
  network: string,
): Promise<readonly { readonly id: string; readonly slug: string; readonly name: string; readonly kind: string }[]> {
  return read
    .selectFrom('published.organisation as organisation')
    .select(['organisation.id', 'organisation.slug', 'organisation.name', 'organisation.kind'])
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('record.network_member as own')
            .select('own.member')
            .where('own.network', '=', network)
            .whereRef('own.member', '=', 'organisation.id')
            .where('own.state', 'in', ['invited', 'asked', 'joined']),
        ),
      ),
    )
    .orderBy('organisation.name')
    .execute();
}

/** Whether a letter of the host led one's own organisation here, to this network. */
export async function wasInvited(read: Read, host: string, path: string): Promise<boolean> {
  const { rows } = await sql<{ was: boolean }>`select record.was_invited_to(${host}::uuid, ${path}) as was`.execute(
    read,
  );
  return rows[0]?.was ?? false;
}
