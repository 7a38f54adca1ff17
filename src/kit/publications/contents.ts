/**
 * What publications hold, by kind. A room that publishes declares its kinds here, as it declares its tables: what comes
 * back out of the columns then has the type that went in. They are written by the act of publishing alone, and never
 * change.
 */

/** Merged by rooms: `pack: { content: PackContent; pages: PackPages; changes: readonly PackChange[] }`. */
// oxlint-disable-next-line typescript/no-empty-interface
export interface PublicationParts {}

type Part<Kind extends keyof PublicationParts, Name extends string> =
  PublicationParts[Kind] extends Readonly<Record<Name, infer Held>> ? Held : never;

/** The content of a publication of this kind, out of its canonical JSON. */
export function frozenContent<Kind extends keyof PublicationParts>(_: Kind, text: string): Part<Kind, 'content'> {
  return JSON.parse(text);
}

/** What else was frozen with it: `frozenPart('pack', 'pages', row.pages)`; null where this version has none. */
export function frozenPart<Kind extends keyof PublicationParts, Name extends 'pages' | 'changes'>(
  _: Kind,
  __: Name,
  column: unknown,
): Part<Kind, Name> | null {
  // A column of JSON comes as pg parsed it: the one promise that nobody checks stands here.
  return column as Part<Kind, Name> | null;
}
