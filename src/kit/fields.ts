/**
 * What a form may bring: each page declares its fields and files, and nothing else gets past the corridor. Lengths are the hard limit that is
 * held before any rule or expression sees a text; a rule of the page may ask for less, in its own words.
 */

/**
 * Most characters (UTF-16 units, as JavaScript counts) of one value: `choice` is picked, not typed (buttons, radios, ids), `line` fits one row,
 * `text` a box, `document` a whole pasted paper.
 */
export const lengthAtMost = { choice: 300, line: 2000, text: 20_000, document: 1_000_000 } as const;

export type Length = keyof typeof lengthAtMost;

/** How long a value may be, and how many values of that name may come: one, unless it says more. */
export type FieldLimit = Length | { readonly length: Length; readonly most: number };

/** By name. A name that ends in `*` stands for all that begin so: `option-*`. */
export type FieldLimits = Readonly<Record<string, FieldLimit>>;

export interface FileLimit {
  /** Bytes. */
  readonly atMost: number;
}

/** By name of the field. */
export type FileLimits = Readonly<Record<string, FileLimit>>;

export const megabytes = 1024 * 1024;

/** Values that one name of a family (`option-*`) may bring together: no form of ours has more. */
const familyAtMost = 500;

export interface Limit {
  readonly length: Length;
  readonly most: number;
}

/** The token of every form in the workspace. */
const tokenField = 'csrf';

/** The limit that holds for a name; null for a name that the page does not know. */
export function limitOf(fields: FieldLimits, name: string): Limit | null {
  if (name === tokenField) return { length: 'choice', most: 1 };
  const own = Object.hasOwn(fields, name) ? fields[name] : undefined;
  const found =
    own ?? Object.entries(fields).find(([known]) => known.endsWith('*') && name.startsWith(known.slice(0, -1)))?.[1];
  if (found === undefined) return null;
  return typeof found === 'string' ? { length: found, most: 1 } : found;
}

/** How many values a whole form may bring. */
export function valuesAtMost(fields: FieldLimits): number {
  return Object.entries(fields).reduce(
    (sum, [name, limit]) => sum + (name.endsWith('*') ? familyAtMost : typeof limit === 'string' ? 1 : limit.most),
    1,
  );
}

/**
 * Bytes that a form may have on its way: room for text that is too long, so that the reader can be shown what to shorten, and no more.
 * A character takes up to nine bytes (three of UTF-8, each written as %XX).
 */
export function bytesAtMost(fields: FieldLimits): number {
  const hasDocument = Object.values(fields).some(
    (limit) => (typeof limit === 'string' ? limit : limit.length) === 'document',
  );
  return hasDocument ? 10 * megabytes : 1 * megabytes;
}
