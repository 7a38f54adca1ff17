/** Months of the calendar as their addresses write them: "2026-03". */
import { monthsLater } from '#base/london.js';

/** The first day of a month; null for what is none. */
export function firstDay(month: string): string | null {
  return /^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(month) ? `${month}-01` : null;
}

/** The month that comes so many later. */
export function monthLater(month: string, count: number): string {
  return monthsLater(`${month}-01`, count).slice(0, 7);
}

export interface MonthLinks {
  readonly years: readonly { readonly year: string; readonly month: string }[];
  /** Of the year in question: those between the first and the last meeting. */
  readonly months: readonly string[];
}

/** Years and months from the first meeting to the last; a year leads to its first such month. */
export function monthsToChoose(days: { readonly first: string; readonly last: string }, year: string): MonthLinks {
  const [first, last] = [days.first.slice(0, 7), days.last.slice(0, 7)];
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  const years = Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
  const of = (own: string): readonly string[] =>
    Array.from({ length: 12 }, (_, index) => `${own}-${String(index + 1).padStart(2, '0')}`).filter(
      (month) => month >= first && month <= last,
    );
  return { years: years.map((own) => ({ year: own, month: of(own)[0] ?? `${own}-01` })), months: of(year) };
}
