/** Lists that readers ask are drawn from publications: each row says of which version it is, and where in it it stands. */
import { sql } from 'kysely';
import type { Tables } from '../db/tables.js';
import { json } from '../db/client.js';
import type { Write } from '../db/gate.js';

/** Tables whose rows stand in a publication. */
export type Drawn = {
  [Table in keyof Tables]: Tables[Table] extends { publication: string; position: number } ? Table : never;
}[keyof Tables];

/** Puts the rows of a version that was just published, in their order, in place of those of the other versions of its subject. */
export async function drawAnew<Table extends Drawn>(
  write: Write,
  table: Table,
  publication: string,
  rows: readonly Omit<Tables[Table], 'position' | 'publication'>[],
): Promise<void> {
  await sql`delete from ${sql.table(table)} where publication in (
      select other.id from published.publication as other
        join published.publication as this on this.kind = other.kind and this.subject = other.subject
        where this.id = ${publication})`.execute(write);
  if (rows.length === 0) return;
  const whole = rows.map((row, position) => ({ ...row, publication, position }));
  await sql`insert into ${sql.table(table)}
      select * from jsonb_populate_recordset(null::${sql.table(table)}, ${json(whole)})`.execute(write);
}
