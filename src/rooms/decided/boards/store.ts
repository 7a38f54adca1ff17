import { sql } from 'kysely';
import { saveUnderFreeSlug } from '#kit/db/free-slug.js';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import type { PersonRow } from './tables.js';

export async function saveBoard(
  write: Write,
  organisation: string,
  name: string,
): Promise<{ id: string; slug: string }> {
  return saveUnderFreeSlug(name, (free) =>
    write
      .insertInto('record.board')
      .values({
        organisation,
        id: newId(),
        slug: free,
        name,
        profile: 'association board',
        cycle: null,
        membership_as_of: null,
      })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .returning(['id', 'slug'])
      .executeTakeFirst(),
  );
}

export async function savePerson(
  write: Write,
  organisation: string,
  person: { name: string; title: string | null; honours: string | null },
): Promise<PersonRow> {
  return saveUnderFreeSlug(person.name, (free) =>
    write
      .insertInto('record.person')
      .values({
        organisation,
        id: newId(),
        slug: free,
        title: person.title,
        name: person.name,
        honours: person.honours,
      })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .returningAll()
      .executeTakeFirst(),
  );
}

/** Fills in what an earlier paper did not give; a title or honour once known is not taken away. Gives the person as they now are. */
export async function saveTitles(
  write: Write,
  person: PersonRow,
  titles: { title: string | null; honours: string | null },
): Promise<PersonRow> {
  const title = titles.title ?? person.title;
  const honours = titles.honours ?? person.honours;
  if (title === person.title && honours === person.honours) return person;
  await write
    .updateTable('record.person')
    .set({ title, honours })
    .where('organisation', '=', person.organisation)
    .where('id', '=', person.id)
    .execute();
  return { ...person, title, honours };
}

export async function saveSeat(
  write: Write,
  seat: { organisation: string; board: string; group: string; position: number; since: string | null },
): Promise<string> {
  const id = newId();
  await write
    .insertInto('record.seat')
    .values({
      organisation: seat.organisation,
      board: seat.board,
      id,
      political_group: seat.group,
      position: seat.position,
      since: seat.since,
      until: null,
    })
    .execute();
  return id;
}

/** Ends what is open in one of the tables that keep history. */
export async function endOpen(
  write: Write,
  table: 'membership' | 'seat' | 'office' | 'substitute' | 'appointment',
  organisation: string,
  ids: readonly string[],
  until: string,
): Promise<void> {
  await sql`update ${sql.table(`record.${table}`)} set until = ${until} where organisation = ${organisation} and id = any(${[...ids]}::uuid[])`.execute(
    write,
  );
}
