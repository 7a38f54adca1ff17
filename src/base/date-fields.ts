/** A date typed as day, month and year in three fields: "due" has the fields due-day, due-month and due-year. */
import { isDate, months } from './london.js';
import { type DateRange, implausible } from './plausible.js';

export type TypedDate =
  | { readonly kind: 'none'; readonly why: null }
  | { readonly kind: 'date'; readonly date: string; readonly why: null }
  /** Something was typed that is no day, or a day that nobody can mean: then `why` names the rule. */
  | { readonly kind: 'no date'; readonly why: string | null };

function monthOf(typed: string): number {
  if (/^\d{1,2}$/.test(typed)) return Number(typed);
  return typed.length < 3 ? 0 : months.findIndex((name) => name.toLowerCase().startsWith(typed.toLowerCase())) + 1;
}

/** What three fields say; a month may be written out, as some do. The form says which days can be meant. */
export function typedDate(value: (name: string) => string, prefix: string, range: DateRange, today: string): TypedDate {
  const part = (name: string): string => value(`${prefix}-${name}`).trim();
  const [day, month, year] = [part('day'), part('month'), part('year')];
  if (day === '' && month === '' && year === '') return { kind: 'none', why: null };
  if (!/^\d{1,2}$/.test(day) || !/^\d{4}$/.test(year)) return { kind: 'no date', why: null };
  const date = `${year}-${String(monthOf(month)).padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isDate(date)) return { kind: 'no date', why: null };
  const why = implausible(range, date, today);
  return why === null ? { kind: 'date', date, why } : { kind: 'no date', why };
}

/** The three fields of a date, as a page shows them again. */
export function dateFields(prefix: string, date: string | null): Readonly<Record<string, string>> {
  const [year = '', month = '', day = ''] = date?.split('-') ?? [];
  return {
    [`${prefix}-day`]: day.replace(/^0/, ''),
    [`${prefix}-month`]: month.replace(/^0/, ''),
    [`${prefix}-year`]: year,
  };
}
