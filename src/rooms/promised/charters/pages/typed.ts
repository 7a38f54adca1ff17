import type { Fields } from '#kit/page.js';

/** A form as text by name; a field sent several times has its values on lines. */
export function typedIn(fields: Fields): Readonly<Record<string, string>> {
  return Object.fromEntries(fields.names().map((name) => [name, fields.all(name).join('\n')]));
}
