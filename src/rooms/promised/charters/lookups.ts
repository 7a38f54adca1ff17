/** What an organisation asks the record of its own charters. */
import { sql } from 'kysely';
import type { Place } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { type Key, type Slice, slice } from '#kit/db/slice.js';
import type { CharterRow, ClauseRow } from './tables.js';
import type { Stage } from '#rooms/promised/together/index.js';

export interface Charter extends Readonly<CharterRow> {}
export interface Clause extends Readonly<ClauseRow> {}

/** A charter by its slug; undefined where the organisation has none of that name. */
export async function charterOf(read: Read, organisation: string, slug: string): Promise<Charter | undefined> {
  return read
    .selectFrom('record.charter')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('slug', '=', slug)
    .executeTakeFirst();
}

/** The same, held so that two acts on it wait for each other. */
export async function heldCharter(write: Read, organisation: string, slug: string): Promise<Charter | undefined> {
  await sql`select from record.charter where organisation = ${organisation} and slug = ${slug} for update`.execute(
    write,
  );
  return charterOf(write, organisation, slug);
}

export async function clausesOf(read: Read, organisation: string, charter: string): Promise<readonly Clause[]> {
  return read
    .selectFrom('record.clause')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('charter', '=', charter)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export interface StageLine {
  readonly stage: Stage;
  readonly opened_on: string;
  readonly closed_on: string | null;
  readonly reason: string | null;
}

/** Every stage that was opened, in order. */
export async function stagesOf(read: Read, organisation: string, charter: string): Promise<readonly StageLine[]> {
  return read
    .selectFrom('record.charter_stage')
    .select(['stage', 'opened_on', 'closed_on', 'reason'])
    .where('organisation', '=', organisation)
    .where('charter', '=', charter)
    .orderBy('position')
    .execute();
}

export interface CharterLine {
  readonly slug: string;
  readonly title: string;
  readonly stage: Stage;
  readonly clauses: number;
  readonly waiting: number;
  readonly changed_at: Date;
}

const lastChangedFirst: readonly Key[] = [
  { by: 'c.changed_at', type: 'timestamptz' },
  { by: 'c.id', type: 'uuid' },
];

/** An organisation's charters, those changed last first, with how much waits to be read: so many from a place on. */
export async function chartersOf(
  read: Read,
  organisation: string,
  place: Place,
  count: number,
): Promise<Slice<CharterLine>> {
  const among = read
    .selectFrom('record.charter as c')
    .select(['c.slug', 'c.title', 'c.stage', 'c.changed_at'])
    .select(
      sql<number>`(select count(*) from record.clause k where k.organisation = c.organisation and k.charter = c.id)`.as(
        'clauses',
      ),
    )
    .select(
      sql<number>`(select count(*) from record.charter_suggestion s where s.organisation = c.organisation and s.charter = c.id and s.state = 'waiting')`.as(
        'waiting',
      ),
    )
    .where('c.organisation', '=', organisation);
  return slice(among, { keys: lastChangedFirst, descending: true }, place, count);
}
