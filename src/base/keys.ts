/** Keys of a table as the compiler knows them. */

/** Keys of a table that holds nothing else than its type says, in their order. */
export function keysOf<Table extends object>(table: Table): readonly (keyof Table & string)[] {
  return Object.keys(table).filter((key) => isKeyOf(table, key));
}

/** Whether a text from outside is a key of the table itself, and nothing that every object has by birth. */
export function isKeyOf<Table extends object>(table: Table, key: PropertyKey): key is keyof Table & string {
  return typeof key === 'string' && Object.hasOwn(table, key);
}
