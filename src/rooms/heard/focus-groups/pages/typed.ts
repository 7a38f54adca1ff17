import type { Fields } from '#kit/page.js';

/** A form as text by name, fit for the database. */
export function typedIn(fields: Fields): Readonly<Record<string, string>> {
  return Object.fromEntries(fields.names().map((name) => [name, fields.get(name).toWellFormed().replaceAll('\0', '')]));
}
