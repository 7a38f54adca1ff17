/**
 * The one way through a long list: so many rows from a place on, in the order of an index. A place is the key of a row, not a number of rows
 * to pass over, so that the last page costs what the first does; nothing is counted to know whether there is another
 * (docs/decisions/0026).
 */
import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import { isDate } from '#base/london.js';
import { isUuid } from '#base/id.js';
import { beginning, type Place } from '../address.js';

/** Whether a value that came in an address can be cast to the type of its key. */
const fits = {
  text: () => true,
  date: isDate,
  uuid: isUuid,
  integer: (value: string) => /^-?\d{1,9}$/.test(value),
  boolean: (value: string) => value === 'true' || value === 'false',
  // As the database writes it, and no time that no day has.
  timestamptz: (value: string) =>
    /^\d{4}-\d\d-\d\d ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-](0\d|1[0-4])$/.test(value) &&
    isDate(value.slice(0, 10)),
} as const satisfies Readonly<Record<string, (value: string) => boolean>>;

/** One part of the order: never null, and the last part tells every row from every other. */
export interface Key {
  readonly by: string | RawBuilder<unknown>;
  readonly type: keyof typeof fits;
}

export interface Order {
  readonly keys: readonly Key[];
  /** All keys together, so that one comparison of rows finds the place in an index. */
  readonly descending?: boolean;
}

export interface Slice<Row> {
  readonly rows: readonly Row[];
  /** The places before and after these rows; null where nothing is there. */
  readonly before: string | null;
  readonly after: string | null;
}

export const nothing: Slice<never> = { rows: [], before: null, after: null };

function placeOf(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** What an address said of a place; null for what is no place in this order: the list then begins at its beginning. */
function valuesOf(place: string | undefined, keys: readonly Key[]): readonly string[] | null {
  if (place === undefined) return null;
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(place, 'base64url').toString());
  } catch {
    return null;
  }
  if (!Array.isArray(read) || read.length !== keys.length) return null;
  const values = read.filter(
    (value): value is string => typeof value === 'string' && !value.includes('\0') && value.isWellFormed(),
  );
  return keys.every(({ type }, at) => values[at] !== undefined && fits[type](values[at])) ? values : null;
}

/** So many rows of a query from a place on. The query selects and narrows; order and limit are given here. */
export async function slice<Row extends object, Tables, Table extends keyof Tables>(
  among: SelectQueryBuilder<Tables, Table, Row>,
  order: Order,
  place: Place,
  count: number,
): Promise<Slice<Row>> {
  const forward = valuesOf(place.after, order.keys);
  const backward = forward === null ? valuesOf(place.before, order.keys) : null;
  const from = forward ?? backward;
  const columns = order.keys.map(({ by }) => (typeof by === 'string' ? sql.ref(by) : by));
  const falls = (order.descending ?? false) !== (backward !== null);
  const keyed = among
    .select(sql<string[]>`array[${sql.join(columns.map((column) => sql`(${column})::text`))}]`.as('place_in_order'))
    .$if(from !== null, (query) =>
      query.where(
        sql<boolean>`(${sql.join(columns)}) ${falls ? sql`<` : sql`>`}
          (${sql.join((from ?? []).map((value, at) => sql`${value}::${sql.raw(order.keys[at]?.type ?? 'text')}`))})`,
      ),
    );
  const found = await columns
    .reduce((query, column) => query.orderBy(column, falls ? 'desc' : 'asc'), keyed)
    .limit(count + 1)
    .execute();
  const isMore = found.length > count;
  const shown = isMore ? found.slice(0, count) : found;
  if (backward !== null) shown.reverse();
  const placed = (shown as unknown as readonly (Row & { readonly place_in_order: readonly string[] })[]).map(
    ({ place_in_order: at, ...row }) => ({ at, row: row as unknown as Row }),
  );
  const [first, last] = [placed[0], placed.at(-1)];
  return {
    rows: placed.map(({ row }) => row),
    before: first && (backward === null ? forward !== null : isMore) ? placeOf(first.at) : null,
    after: last && (backward !== null || isMore) ? placeOf(last.at) : null,
  };
}

/** Read and made so many at a time. */
const rowsAtOnce = 1000;

/** A list from its beginning to its end, each row as `shown` makes it: whoever takes all of it keeps nobody else waiting. */
export async function whole<Row extends object, Tables, Table extends keyof Tables, T>(
  among: SelectQueryBuilder<Tables, Table, Row>,
  order: Order,
  shown: (row: Row) => T,
): Promise<readonly T[]> {
  const made: T[] = [];
  for (let place: Place | null = beginning; place !== null;) {
    const part: Slice<Row> = await slice(among, order, place, rowsAtOnce);
    for (const row of part.rows) made.push(shown(row));
    place = part.after === null ? null : { after: part.after };
  }
  return made;
}
