/** What the public gate knows of networks and events: the published tables and nothing else. */
import { type SqlBool, sql } from 'kysely';
import { beginning, type Place } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { type Key, type Slice, slice } from '#kit/db/slice.js';
import { tally } from '#kit/publications/tally.js';
import type { PublishedEventRow, PublishedMemberRow } from './tables.js';
import type { NetworkKind } from './words.js';

export interface NetworkLine {
  readonly slug: string;
  readonly name: string;
  readonly kind: NetworkKind;
  readonly purpose: string;
  readonly organisation_slug: string;
  readonly organisation_name: string;
  readonly members: number;
  readonly closed_on: string | null;
  /** Day of its next event that takes place. */
  readonly next: string | null;
}

const meetingFirst: readonly Key[] = [
  { by: sql`(network.closed_on is not null)`, type: 'boolean' },
  { by: 'network.name', type: 'text' },
  { by: 'network.slug', type: 'text' },
];

/** Networks by name, those that still meet first: so many from a place on. */
export async function publishedNetworks(
  read: Read,
  wish: { readonly kind: NetworkKind | null; readonly today: string; readonly place?: Place; readonly count: number },
): Promise<Slice<NetworkLine>> {
  const among = read
    .selectFrom('published.network as network')
    .select([
      'network.slug',
      'network.name',
      'network.kind',
      'network.purpose',
      'network.organisation_slug',
      'network.organisation_name',
      'network.members',
      'network.closed_on',
    ])
    .select(
      sql<string | null>`(select min(event.day) from published.event event where event.network = network.id
        and event.day >= ${wish.today}::date and event.state = 'planned')`.as('next'),
    )
    .$if(wish.kind !== null, (query) => query.where('network.kind', '=', wish.kind ?? 'learning partnership'));
  return slice(among, { keys: meetingFirst }, wish.place ?? beginning, wish.count);
}

/** How many networks there are, of a kind or of all. */
export async function countNetworks(read: Read, kind: NetworkKind | null): Promise<number> {
  return tally(read, ['networks', kind], async () => {
    const { total } = await read
      .selectFrom('published.network')
      .select((expression) => expression.fn.countAll<number>().as('total'))
      .$if(kind !== null, (query) => query.where('kind', '=', kind ?? 'learning partnership'))
      .executeTakeFirstOrThrow();
    return total;
  });
}

export interface PublishedNetwork extends NetworkLine {
  readonly id: string;
  readonly organisation: string;
  readonly themes: readonly string[];
  readonly authority: string | null;
  readonly authority_name: string | null;
  readonly terms: string | null;
  readonly chair: string | null;
  readonly board: string | null;
  readonly board_name: string | null;
  readonly founded_on: string;
  readonly reason: string | null;
}

/** A network by its slug. */
export async function publishedNetwork(read: Read, slug: string): Promise<PublishedNetwork | undefined> {
  return read
    .selectFrom('published.network as network')
    .leftJoin('published.authority as authority', 'authority.code', 'network.authority')
    .leftJoin('published.board as board', 'board.slug', 'network.board')
    .select([
      'network.id',
      'network.organisation',
      'network.slug',
      'network.name',
      'network.kind',
      'network.purpose',
      'network.organisation_slug',
      'network.organisation_name',
      'network.members',
      'network.closed_on',
      'network.themes',
      'network.authority',
      'authority.name as authority_name',
      'network.terms',
      'network.chair',
      'network.board',
      'board.name as board_name',
      'network.founded_on',
      'network.reason',
    ])
    .select(sql<string | null>`null`.as('next'))
    .where('network.slug', '=', slug)
    .executeTakeFirst();
}

const membersByName: readonly Key[] = [
  { by: 'name', type: 'text' },
  { by: 'member', type: 'uuid' },
];

/** Members by name, so many from a place on. */
export async function publishedMembers(
  read: Read,
  network: string,
  place: Place,
  count: number,
): Promise<Slice<PublishedMemberRow>> {
  return slice(
    read.selectFrom('published.network_member').selectAll().where('network', '=', network),
    { keys: membersByName },
    place,
    count,
  );
}

export interface SharedPractice {
  readonly slug: string;
  readonly title: string;
  readonly organisation_name: string;
  readonly published_on: string;
}

/** So many members are looked up one by one; of a larger network the newest practices are gone through instead. */
const membersLookedUp = 200;
/** The newest practices with one of its themes, of whomever: further back nobody looks for those of a large network's members. */
const practicesLookedAt = 500;

/** What the members of a network have shown that belongs to one of its themes, the newest first. */
export async function sharedPractices(
  read: Read,
  network: Pick<PublishedNetwork, 'id' | 'themes' | 'members'>,
  count: number,
): Promise<readonly SharedPractice[]> {
  if (network.themes.length === 0) return [];
  const ofItsThemes = read
    .selectFrom('published.practice as practice')
    .select([
      'practice.slug',
      'practice.title',
      'practice.organisation',
      'practice.organisation_name',
      'practice.published_on',
    ])
    .where('practice.state', '=', 'published')
    .where(sql<SqlBool>`practice.themes && ${[...network.themes]}::text[]`);
  const shared =
    network.members <= membersLookedUp
      ? ofItsThemes.where(
          sql<SqlBool>`practice.organisation = any(array(select member from published.network_member where network = ${network.id}))`,
        )
      : read
          .selectFrom(
            ofItsThemes
              .orderBy('practice.published_on', 'desc')
              .orderBy('practice.slug', 'desc')
              .limit(practicesLookedAt)
              .as('practice'),
          )
          .innerJoin('published.network_member as member', (join) =>
            join.onRef('member.member', '=', 'practice.organisation').on('member.network', '=', network.id),
          )
          .select([
            'practice.slug',
            'practice.title',
            'practice.organisation',
            'practice.organisation_name',
            'practice.published_on',
          ]);
  return shared.orderBy('practice.published_on', 'desc').orderBy('practice.slug').limit(count).execute();
}

export interface PublishedEvent extends Readonly<PublishedEventRow> {}

/** Events of one network, or of all, by day: from a day on, or before one and then the latest first. */
export async function publishedEvents(
  read: Read,
  wish: { readonly network?: string; readonly since?: string; readonly before?: string; readonly count: number },
): Promise<readonly PublishedEvent[]> {
  const { network, since, before, count } = wish;
  const direction = before === undefined ? 'asc' : 'desc';
  return read
    .selectFrom('published.event')
    .selectAll()
    .$if(network !== undefined, (query) => query.where('network', '=', network ?? ''))
    .$if(since !== undefined, (query) => query.where('day', '>=', since ?? ''))
    .$if(before !== undefined, (query) => query.where('day', '<', before ?? ''))
    .orderBy('day', direction)
    .orderBy('starts', direction)
    .orderBy('id', direction)
    .limit(count)
    .execute();
}

export async function publishedEvent(read: Read, network: string, slug: string): Promise<PublishedEvent | undefined> {
  return read
    .selectFrom('published.event')
    .selectAll()
    .where('network_slug', '=', network)
    .where('slug', '=', slug)
    .executeTakeFirst();
}
