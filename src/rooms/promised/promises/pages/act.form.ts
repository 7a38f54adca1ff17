/** What the forms of a promise’s acts share: fields that are needed, days, links. */
import { typedDate } from '#base/date-fields.js';
import type { DateRange } from '#base/plausible.js';
import { ownPath } from '#base/own-path.js';
import { ok, refused, type Result } from '#base/result.js';

export type Typed = Readonly<Record<string, string>>;

export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

export type Read<T> = Result<T, readonly FieldProblem[]>;

export function text(typed: Typed, name: string): string {
  return (typed[name] ?? '').trim();
}

export function needed(typed: Typed, name: string, most: number, message: string): readonly FieldProblem[] {
  const value = text(typed, name);
  if (value === '') return [{ field: name, message }];
  return value.length > most ? [{ field: name, message: `This can be ${most} characters long at most` }] : [];
}

export function neededDate(
  typed: Typed,
  prefix: string,
  range: DateRange,
  today: string,
  message: string,
): { readonly date: string; readonly problems: readonly FieldProblem[] } {
  const found = typedDate((name) => typed[name] ?? '', prefix, range, today);
  return found.kind === 'date'
    ? { date: found.date, problems: [] }
    : { date: '', problems: [{ field: `${prefix}-day`, message: found.why ?? message }] };
}

export function readOr<T>(problems: readonly FieldProblem[], value: () => T): Read<T> {
  return problems.length > 0 ? refused(problems) : ok(value());
}

/** An address of this site, as it was copied from the browser or typed; null where it is none. */
export function siteLink(typed: string, site: string): string | null {
  const path = typed.startsWith(`${site}/`) ? typed.slice(site.length) : typed;
  const own = ownPath(path, '');
  return own === '' ? null : own;
}

/** Where evidence can be looked up: an address on the web or a path of this site; null where it is neither. */
export function webLink(typed: string, site: string): string | null {
  const own = siteLink(typed, site);
  if (own !== null) return own;
  if (typed.length > 2000 || !URL.canParse(typed)) return null;
  const url = new URL(typed);
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname.includes('.') && url.username === ''
    ? url.href
    : null;
}
