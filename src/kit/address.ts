/** What pages take out of an address, made safe for the database: text of PostgreSQL holds no NUL, and a name may come twice. */
import { z } from 'zod';

/** The part of an address that names a board, a meeting or a person. */
export const slugParameter = z
  .string()
  .max(120)
  .refine((value) => !value.includes('\0') && value.isWellFormed());

/** "7" of ".../v7": no leading nought, so that each version has one address. */
export const versionParameter = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .transform(Number);

/** The query as pages get it: text that can be kept, and of several values of one name the first. */
export function queryOf(given: unknown): Readonly<Record<string, string>> {
  const query = typeof given === 'object' && given !== null ? (given as Readonly<Record<string, unknown>>) : {};
  return Object.fromEntries(Object.keys(query).map((name) => [name, queryField(query, name, Number.MAX_SAFE_INTEGER)]));
}

/** One field of the query, '' where there is none; of several the first counts. */
export function queryField(query: Readonly<Record<string, unknown>>, name: string, atMost = 200): string {
  const given = query[name];
  const first: unknown = Array.isArray(given) ? given[0] : given;
  return typeof first === 'string' ? first.replaceAll('\0', ' ').toWellFormed().slice(0, atMost) : '';
}

/**
 * The words that a query asks a page to say once more ("?done=sent"); null where it asks for none of them. Only the table's own entries count:
 * "constructor" names something in every object, and no words of ours.
 */
export function wordsAsked<W>(
  words: Readonly<Record<string, W>>,
  query: Readonly<Record<string, unknown>>,
  name = 'done',
): W | null {
  const asked = queryField(query, name);
  return Object.hasOwn(words, asked) ? (words[asked] ?? null) : null;
}

/** The page of a list that the query asks for, from 1: of a list that has an end near by, as words that were found do. */
export function queryPage(query: Readonly<Record<string, unknown>>, name = 'page'): number {
  const page = Number.parseInt(queryField(query, name, 6), 10);
  return Number.isNaN(page) || page < 1 ? 1 : page;
}

/** The part of a long document that the query asks for: by its number, or by an anchor that stands in it. */
export function partAsked(
  document: { readonly parts: readonly string[]; partAt(anchor: string): number },
  query: Readonly<Record<string, unknown>>,
): number {
  const anchor = queryField(query, 'at', 200);
  return Math.min(document.parts.length, anchor === '' ? queryPage(query, 'part') : document.partAt(anchor));
}

/** Where in a long list somebody stands: behind a row, or before one (kit/db/slice.ts). Neither is the beginning. */
export interface Place {
  readonly after?: string;
  readonly before?: string;
}

export const beginning: Place = {};

/** The place in a long list that the query asks for. Of two lists on one page the second has a name. */
export function queryPlace(query: Readonly<Record<string, unknown>>, name = ''): Place {
  const [after, before] = [queryField(query, `${name}after`, 2000), queryField(query, `${name}before`, 2000)];
  return after !== '' ? { after } : before !== '' ? { before } : beginning;
}

/** The same address at another place of its list. Of a list that is not the first thing on its page, `path` ends with its heading ("#members"). */
export function atPlace(path: string, { after, before }: Place, name = ''): string {
  const query = new URLSearchParams(
    after !== undefined ? [[`${name}after`, after]] : before !== undefined ? [[`${name}before`, before]] : [],
  ).toString();
  if (query === '') return path;
  const end = path.includes('#') ? path.indexOf('#') : path.length;
  return `${path.slice(0, end)}${path.includes('?') ? '&' : '?'}${query}${path.slice(end)}`;
}

export interface PlaceLink {
  readonly href: string;
  readonly text: string;
}

/** The ways on from a part of a list; null where it is the whole. */
export function placeLinks(
  { before, after }: { readonly before: string | null; readonly after: string | null },
  path: string,
  name = '',
): { readonly previous?: PlaceLink; readonly next?: PlaceLink } | null {
  if (before === null && after === null) return null;
  return {
    ...(before === null ? {} : { previous: { href: atPlace(path, { before }, name), text: 'Previous page' } }),
    ...(after === null ? {} : { next: { href: atPlace(path, { after }, name), text: 'Next page' } }),
  };
}
