/** What the public gate knows of the award: the published tables and nothing else. */
import { sql } from 'kysely';
import type { Read } from '#kit/db/gate.js';
import { type Key, whole } from '#kit/db/slice.js';
import { isCalledInSql } from '#kit/db/steps.js';
import { tally } from '#kit/publications/tally.js';
import { awardSteps } from './rules.js';
import type { AwardCount, AwardStage } from './words.js';

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
