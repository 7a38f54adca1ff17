/** What somebody typed into a form, as text by the names of its fields. */
import type { Typed } from '#base/form.js';
import type { Fields } from './page.js';

/** A form as text by name; a field sent several times has its values on lines. */
export function typedIn(fields: Fields): Typed {
  return Object.fromEntries(fields.names().map((name) => [name, fields.all(name).join('\n')]));
}
