/** What the public gate knows of networks, events and the award: the published tables and nothing else. */
import { type SqlBool, sql } from 'kysely';
import { beginning, type Place } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { type Key, type Slice, slice, whole } from '#kit/db/slice.js';
import { isCalledInSql } from '#kit/db/steps.js';
import { tally } from '#kit/publications/tally.js';
import { awardSteps } from './rules.js';
import type { PublishedEventRow, PublishedMemberRow } from './tables.js';
import type { AwardCount, AwardStage, NetworkKind } from './words.js';

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

export interface TakeUp {
  readonly code: string;
  readonly name: string;
  readonly schools: number;
  readonly registered: number;
  readonly bronze: number;
  readonly silver: number;
  readonly gold: number;
  readonly ranOut: number;
  /** When something was said of one of its schools last. */
  readonly asOf: string | null;
}

const howMany = (word: AwardCount, today: string) =>
  sql`count(*) filter (where ${isCalledInSql(awardSteps, word, today, 'award')})::integer`;

// Open schools only: a closed one neither takes part nor stays away. The day decides which stages ran out.
const counted = (today: string) => sql<TakeUp>`
  select authority.code, authority.name, count(school.urn)::integer as schools,
         ${howMany('registered', today)} as registered, ${howMany('bronze', today)} as bronze,
         ${howMany('silver', today)} as silver, ${howMany('gold', today)} as gold, ${howMany('ran out', today)} as "ranOut",
         max(award.recorded_on) as "asOf"
    from published.school school
    join published.authority authority on authority.code = school.authority
    left join published.award award on award.urn = school.urn
   where school.status in ('open', 'proposed to close')`;

/** Take-up in every authority that has open schools, by name: never by how many. */
export async function takeUps(read: Read, today: string): Promise<readonly TakeUp[]> {
  // Over all schools of the country, whoever looks at whichever page.
  return tally(
    read,
    ['take-ups', today],
    async () =>
      (
        await sql<TakeUp>`${counted(today)} group by authority.code, authority.name order by authority.name, authority.code`.execute(
          read,
        )
      ).rows,
  );
}

/** Take-up in one authority; undefined where there is no such authority with open schools. */
export async function takeUp(read: Read, today: string, code: string): Promise<TakeUp | undefined> {
  const { rows } =
    await sql<TakeUp>`${counted(today)} and school.authority = ${code} group by authority.code, authority.name`.execute(
      read,
    );
  return rows[0];
}

export interface SchoolAward {
  readonly urn: number;
  readonly name: string;
  readonly la_name: string;
  readonly authority: string | null;
  readonly stage: AwardStage;
  readonly since: string;
  readonly expires: string | null;
  readonly source: string;
  readonly recorded_on: string;
  readonly organisation_name: string;
}

function awardsAmong(read: Read, authority: string | undefined) {
  return read
    .selectFrom('published.award as award')
    .innerJoin('published.school as school', 'school.urn', 'award.urn')
    .select([
      'school.urn',
      'school.name',
      'school.la_name',
      'school.authority',
      'award.stage',
      'award.since',
      'award.expires',
      'award.source',
    ])
    .select(['award.recorded_on', 'award.organisation_name'])
    .where('school.status', 'in', ['open', 'proposed to close'])
    .$if(authority !== undefined, (query) => query.where('school.authority', '=', authority ?? ''));
}

export interface AwardWish {
  readonly authority?: string;
  readonly from: number;
  readonly count: number;
}

/** Open schools of which a stage is known, by name; of one authority, or of all. */
export async function schoolAwards(read: Read, { authority, from, count }: AwardWish): Promise<readonly SchoolAward[]> {
  return awardsAmong(read, authority).orderBy('school.name').orderBy('school.urn').offset(from).limit(count).execute();
}

const bySchool: readonly Key[] = [
  { by: 'school.name', type: 'text' },
  { by: 'school.urn', type: 'integer' },
];

/** All open schools of an authority of which a stage is known, by name: each as `shown` makes it. */
export async function wholeAward<T>(
  read: Read,
  authority: string,
  shown: (school: SchoolAward) => T,
): Promise<readonly T[]> {
  return whole(awardsAmong(read, authority), { keys: bySchool }, shown);
}

/** The stage of one school, for other rooms' pages; undefined where nobody has said. */
export async function schoolAward(read: Read, urn: number): Promise<SchoolAward | undefined> {
  return read
    .selectFrom('published.award as award')
    .innerJoin('published.school as school', 'school.urn', 'award.urn')
    .select([
      'school.urn',
      'school.name',
      'school.la_name',
      'school.authority',
      'award.stage',
      'award.since',
      'award.expires',
      'award.source',
      'award.recorded_on',
      'award.organisation_name',
    ])
    .where('award.urn', '=', urn)
    .executeTakeFirst();
}
