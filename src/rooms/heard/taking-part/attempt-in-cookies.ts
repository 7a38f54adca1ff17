/**
 * How an attempt travels: in cookies that end with the browser's session, sealed (attempt.ts). Longer texts go in cookies of their own, so that
 * an answer of the server sets only what has changed: a proxy reads 4 kB of its headers before it gives up. Why cookies, and what was weighed
 * against them: decision 0017.
 */
import { createHmac } from 'node:crypto';
import { carriedAtMost, sizeCarried } from '#kit/attempt-cookies.js';
import { type Attempt, openPart, sealPart } from './attempt.js';
import type { Given } from './given-answers.js';

type Key = (purpose: string) => Buffer;
type Carried = Readonly<Record<string, string>>;
/** What changes in what the browser carries; null takes one back. */
export type CarryChange = Readonly<Record<string, string | null>>;

const rest = 'rest';
/** Shorter ones are no worth a cookie of their own. */
const ownFrom = 80;

/** What is carried apart, and in how many cookies each: [place, cookies]. */
interface Rest {
  readonly attempt: Attempt;
  readonly apart: readonly (readonly [string, number])[];
}

/** A name that says nothing of the question. */
function nameOf(key: Key, token: string, place: string): string {
  return createHmac('sha256', key('attempt')).update(`name ${token} ${place}`).digest('hex').slice(0, 10);
}

/** Long texts by their place, and the attempt without them. */
function partedFrom(attempt: Attempt): { readonly texts: ReadonlyMap<string, string>; readonly without: Attempt } {
  const texts = new Map<string, string>();
  const given: Record<string, Given[string]> = {};
  for (const [item, value] of Object.entries(attempt.given)) {
    if (typeof value === 'string' && value.length >= ownFrom) texts.set(`given ${item}`, value);
    else given[item] = value;
  }
  const { refused } = attempt;
  if (refused === undefined || typeof refused.typed !== 'string' || refused.typed.length < ownFrom)
    return { texts, without: { ...attempt, given } };
  texts.set('refused', refused.typed);
  return { texts, without: { ...attempt, given, refused: { ...refused, typed: '' } } };
}

function split(name: string, value: string): readonly (readonly [string, string])[] {
  return Array.from(
    { length: Math.max(1, Math.ceil(value.length / carriedAtMost)) },
    (_, at) =>
      [`${name}${at === 0 ? '' : `-${at}`}`, value.slice(at * carriedAtMost, (at + 1) * carriedAtMost)] as const,
  );
}

function joined(carried: Carried, name: string, many: number): string {
  return Array.from({ length: many }, (_, at) => carried[`${name}${at === 0 ? '' : `-${at}`}`] ?? '').join('');
}

/**
 * What the browser has to carry from now on, beside what it carries already; null where it cannot (`room` bytes in all): then the attempt goes in
 * its form. `before` is the attempt as `carried` holds it.
 */
export function carry(
  key: Key,
  token: string,
  code: string,
  attempt: Attempt,
  { carried, before, room }: { readonly carried: Carried; readonly before: Attempt | null; readonly room: number },
): CarryChange | null {
  const { texts, without } = partedFrom(attempt);
  const old = before === null ? new Map<string, string>() : partedFrom(before).texts;
  const change: Record<string, string | null> = {};
  const stays = new Set<string>();
  const apart: [string, number][] = [];
  for (const [place, text] of texts) {
    const name = nameOf(key, token, place);
    const kept = Object.keys(carried).filter((one) => one === name || one.startsWith(`${name}-`));
    if (old.get(place) === text && kept.length > 0) {
      for (const one of kept) stays.add(one);
      apart.push([place, kept.length]);
      continue;
    }
    const parts = split(name, sealPart(key, token, `${code} ${place}`, text));
    for (const [one, value] of parts) change[one] = value;
    apart.push([place, parts.length]);
  }
  const inside: Rest = { attempt: without, apart };
  const parts = split(rest, sealPart(key, token, code, JSON.stringify(inside)));
  for (const [one, value] of parts) change[one] = value;
  const all = new Map([
    ...[...stays].map((name) => [name, carried[name] ?? ''] as const),
    ...Object.entries(change).map(([name, value]) => [name, value ?? ''] as const),
  ]);
  if ([...all].reduce((sum, [name, value]) => sum + sizeCarried(name, value), 0) > room) return null;
  for (const name of Object.keys(carried)) if (!all.has(name)) change[name] = null;
  return change;
}

/** The attempt that the browser carries; null where it carries none of this code, or not all of it. */
export function carriedAttempt(key: Key, token: string | null, code: string, carried: Carried): Attempt | null {
  if (token === null) return null;
  // How many cookies the rest has is not known before: as many as there are, first those of a row.
  const many = Object.keys(carried).filter((name) => name === rest || name.startsWith(`${rest}-`)).length;
  for (let length = many; length > 0; length -= 1) {
    const text = openPart(key, token, code, joined(carried, rest, length));
    if (text === null) continue;
    const { attempt, apart }: Rest = JSON.parse(text);
    const given: Record<string, Given[string]> = { ...attempt.given };
    let { refused } = attempt;
    for (const [place, parts] of apart) {
      const own = openPart(key, token, `${code} ${place}`, joined(carried, nameOf(key, token, place), parts));
      if (own === null) return null;
      if (place === 'refused') refused = refused && { ...refused, typed: own };
      else given[place.slice('given '.length)] = own;
    }
    return { ...attempt, given, ...(refused === undefined ? {} : { refused }) };
  }
  return null;
}

/** A receipt, for the page that thanks: it says that answers arrived, and nothing of them. Sealed, so that nobody can make one up. */
export function carryReceipt(key: Key, code: string, receipt: readonly number[]): CarryChange {
  return { receipt: sealPart(key, '', `${code} receipt`, JSON.stringify(receipt)) };
}

export function carriedReceipt(key: Key, code: string, carried: Carried): readonly number[] | null {
  const text = openPart(key, '', `${code} receipt`, carried['receipt'] ?? '');
  return text === null ? null : JSON.parse(text);
}
