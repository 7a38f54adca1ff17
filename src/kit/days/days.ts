/**
 * Days that a rule yields are stored with the row that they are of, by the act that changes what they depend on; SQL compares them with
 * a day and knows no rule (docs/decisions/0029). A rule that changes leaves rows behind that were written by the one before. So each
 * rule has a fingerprint, made of what it yields for its samples: a start that finds another one than the database remembers works
 * the days of all rows out anew. Nobody has to remember to raise a number.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { canonicalJson } from '#base/canonical.js';
import type { Reach } from '#kit/db/client.js';
import { mintWrite, type Write } from '#kit/db/gate.js';
import { asTableOwner, connectAsOwner, takeTurn } from '#kit/db/migrate.js';
import { raiseRevision } from '#kit/publications/publications.js';

export interface DayRule {
  /** Of the rows whose days it works out: "promises". */
  readonly name: string;
  readonly fingerprint: string;
  /** Rules on whose days its own depend: where one of those changed any, these are worked out anew as well. */
  readonly after?: readonly string[];
  /** Works out the days of all rows anew, as the tables' owner; returns how many were other ones. */
  readonly rewrite: (write: Write) => Promise<number>;
}

export function fingerprintOf(yields: readonly unknown[]): string {
  return createHash('sha256').update(canonicalJson(yields)).digest('hex');
}

export interface RowDays<Row extends object, Days extends object> {
  readonly name: string;
  /** With its schema. */
  readonly table: string;
  readonly key: readonly string[];
  /** Columns that the rule reads. */
  readonly from: readonly (keyof Row & string)[];
  readonly rule: (row: Row) => Days;
  /** Rows that tell each branch of the rule from the others. */
  readonly samples: readonly [Row, ...Row[]];
}

const atOnce = 1_000;

/** A rule whose days depend on nothing but their own row. */
export function rowDays<Row extends object, Days extends object>({
  name,
  table,
  key,
  from,
  rule,
  samples,
}: RowDays<Row, Days>): DayRule {
  const columns = Object.keys(rule(samples[0]));
  const of = (alias: string, names: readonly string[]) =>
    sql.join(names.map((column) => sql.ref(`${alias}.${column}`)));
  const kept = sql.table(table);
  return {
    name,
    fingerprint: fingerprintOf(samples.map((row) => [row, rule(row)])),
    rewrite: async (write) => {
      const part = async (last: Row | undefined): Promise<readonly Row[]> => {
        const after =
          last === undefined
            ? sql`true`
            : sql`(${of('t', key)}) > (select ${of('l', key)} from jsonb_populate_record(null::${kept}, ${JSON.stringify(last)}::jsonb) l)`;
        const { rows } = await sql<{ row: Row }>`
          select to_jsonb(r) as row from (select ${of('t', [...key, ...from])} from ${kept} t where ${after}
            order by ${of('t', key)} limit ${atOnce} for no key update) r`.execute(write);
        return rows.map(({ row }) => row);
      };
      let changed = 0;
      for (let rows = await part(undefined); rows.length > 0; rows = await part(rows.at(-1))) {
        const worked = JSON.stringify(rows.map((row) => ({ ...row, ...rule(row) })));
        const set = sql.join(columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`d.${column}`)}`));
        const { numAffectedRows = 0n } = await sql`
          update ${kept} t set ${set} from jsonb_populate_recordset(null::${kept}, ${worked}::jsonb) d
           where (${of('t', key)}) = (${of('d', key)}) and (${of('t', columns)}) is distinct from (${of('d', columns)})`.execute(
          write,
        );
        changed += Number(numAffectedRows);
      }
      return changed;
    },
  };
}

/** Works out anew what was written by another rule than these; told to `log`. As the owner, one rule after the other, each whole or not at all. */
export async function keepDays(
  place: { readonly admin: Reach; readonly roleSuffix?: string },
  rules: readonly DayRule[],
  log: (message: string) => void,
): Promise<void> {
  const client = await connectAsOwner(place.admin, 'kept days');
  try {
    await takeTurn(client, log);
    const write = mintWrite(client);
    for (const { name, fingerprint, rewrite } of rules)
      await asTableOwner(client, place.roleSuffix, async () => {
        const { rows } =
          await sql`select from kit.day_rule where name = ${name} and fingerprint = ${fingerprint}`.execute(write);
        if (rows.length > 0) return;
        const changed = await rewrite(write);
        if (changed > 0) {
          // Forgotten with the change itself: a start that is cut short before their turn leaves them to the next one.
          for (const later of rules.filter(({ after = [] }) => after.includes(name)))
            await sql`delete from kit.day_rule where name = ${later.name}`.execute(write);
          await raiseRevision(write);
          log(
            `The rule of the days of ${name} is another one: ${changed} ${changed === 1 ? 'row has' : 'rows have'} other days now`,
          );
        }
        await sql`insert into kit.day_rule (name, fingerprint) values (${name}, ${fingerprint})
          on conflict (name) do update set fingerprint = excluded.fingerprint, written_at = now()`.execute(write);
      });
  } finally {
    await client.end();
  }
}
