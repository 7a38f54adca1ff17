/** What holds in the directory: how a printed name is compared, how the registers write dates and states, what a change is. */
import { fold } from '#base/fold.js';
import { isDate } from '#base/london.js';
import { type Steps, wordOn } from '#base/steps.js';
import type { Authority, AuthorityState, FieldChange, School, SchoolLink, SchoolStatus } from './words.js';

/** A name in the form in which two spellings of it are equal: accents, case, "&" and punctuation do not tell authorities apart. */
export function spelling(name: string): string {
  return fold(name)
    .replace(/&/g, ' and ')
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A day as registers and spreadsheets write it, day before month; null where it is no such day. */
export function readDay(text: string): string | null {
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})[-/. ](\d{1,2}|[a-z]{3,9})[-/. ](\d{4})(?: 0?0:00(?::00)?)?$/i.exec(text) ?? [];
  const [, isoDay] = /^(\d{4}-\d\d-\d\d)(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text) ?? [];
  if (isoDay !== undefined) return isDate(isoDay) ? isoDay : null;
  const number = /^\d+$/.test(month) ? Number(month) : months.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const iso = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(iso) ? iso : null;
}

const statuses: Readonly<Record<string, SchoolStatus>> = {
  open: 'open',
  'open but proposed to close': 'proposed to close',
  closed: 'closed',
  'proposed to open': 'proposed to open',
};

export function readStatus(text: string): SchoolStatus | null {
  return statuses[spelling(text)] ?? null;
}

/** "All through" and "All-through" are one phase; "Not applicable" is none. */
export function readPhase(text: string): string | null {
  if (text === '' || /^not (applicable|recorded)$/i.test(text)) return null;
  return /^all[ -]through$/i.test(text) ? 'All-through' : text;
}

/** "SP10" of "SP10 3QP": the first half, never the whole. A postcode without a space ends in three characters of the second half. */
export function postcodeArea(postcode: string): string | null {
  return /^([A-Z]{1,2}\d[A-Z\d]?) ?\d[A-Z]{2}$/.exec(postcode.toUpperCase().replace(/\s+/g, ' ').trim())?.[1] ?? null;
}

/** "145676 Successor, 116485 Predecessor - amalgamated" -> the two lists of URNs. Other kinds of link are none of ours. */
export function readLinks(text: string): Pick<School, 'predecessors' | 'successors'> {
  const found = [...text.matchAll(/(?<!\d)(\d{5,7})\s+(predecessor|successor)\b/gi)];
  const of = (relation: string) =>
    [...new Set(found.filter(([, , kind]) => kind?.toLowerCase() === relation).map(([, urn]) => Number(urn)))].sort(
      (a, b) => a - b,
    );
  return { predecessors: of('predecessor'), successors: of('successor') };
}

/** "Predecessor - Split School" -> predecessor, "split school"; null for a kind of link that is no succession. */
export function linkOf(type: string): Pick<SchoolLink, 'relation' | 'how'> | null {
  const [, kind, rest] = /^(predecessor|successor)\s*(?:[-–—](.*))?$/i.exec(type.trim()) ?? [];
  const how = rest?.trim();
  if (kind === undefined || how === '') return null;
  return {
    relation: kind.toLowerCase() === 'successor' ? 'successor' : 'predecessor',
    how: how === undefined ? null : how.toLowerCase(),
  };
}

/** "Supported by a multi-academy trust" -> "multi-academy trust"; null where the register says that there is none, or nothing. */
export function trustKind(flag: string): string | null {
  return /^supported by an? (.+ trust|trust)$/i.exec(flag.replace(/\s+/g, ' ').trim())?.[1]?.toLowerCase() ?? null;
}

/** The name of a trust as most of its rows give it; of two given as often, the one that stands first. */
export function usualName(given: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of given) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].reduce<readonly [string, number]>((best, one) => (one[1] > best[1] ? one : best), ['', 0])[0];
}

/** Whether an authority exists on a day: a reorganisation is in the register years before it happens. */
export const authoritySteps: Steps<AuthorityState, 'starts' | 'ends', never> = {
  steps: [
    { word: 'former', from: 'ends' },
    { word: 'future', before: 'starts' },
  ],
  otherwise: { word: 'current' },
};

export function authorityState(authority: Pick<Authority, 'starts' | 'ends'>, today: string): AuthorityState {
  return wordOn(authoritySteps, authority, today);
}

/**
 * The one authority that is meant, of those known by this spelling. Where an old council and the new one share a name, the
 * one without an end is meant; where two are left, nobody is.
 */
export function theOneMeant<A extends Pick<Authority, 'ends'>>(known: readonly A[]): A | null {
  if (known.length === 1) return known[0] ?? null;
  const lasting = known.filter(({ ends }) => ends === null);
  return lasting.length === 1 ? (lasting[0] ?? null) : null;
}

function same(a: unknown, b: unknown): boolean {
  return (
    a === b || (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, at) => one === b[at]))
  );
}

/** The fields in which two rows differ, among those asked for. */
export function fieldChanges<Row extends object>(
  before: Row,
  after: Row,
  fields: readonly (keyof Row & string)[],
): readonly FieldChange[] {
  return fields
    .filter((field) => !same(before[field], after[field]))
    .map((field) => ({ field, from: before[field], to: after[field] }));
}

/** What happened to a school between two states. A school that is only proposed to close is open. */
export function statusMove(before: SchoolStatus, after: SchoolStatus): 'closed' | 'reopened' | null {
  if (before === after) return null;
  if (after === 'closed') return 'closed';
  return before === 'closed' ? 'reopened' : null;
}
