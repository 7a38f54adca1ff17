/** What may be answered, and the numbers as which answers are kept. Pure. */
import { type Result, ok, refused } from '#base/result.js';
import { type Audience, type Item, itemsFor, optionKeysOf as freshKeysOf } from '#rooms/heard/instruments/index.js';
import type { Asked, Given } from './words.js';

/** Keys of the options, listed once for each item: what is asked never changes, and each answer of each child is looked up in them. */
const keysKnown = new WeakMap<Item, readonly string[]>();

function optionKeysOf(item: Item): readonly string[] {
  const known = keysKnown.get(item) ?? freshKeysOf(item);
  keysKnown.set(item, known);
  return known;
}

export const textAtMost = { 'short text': 200, 'long text': 2000 } as const;

export interface GivenProblem {
  readonly item: string;
  readonly code: 'too many' | 'not an option' | 'not a number' | 'out of bounds' | 'too long' | 'not asked';
  readonly atMost?: number;
  readonly least?: number;
  readonly most?: number;
}

/** Beyond what any question may sensibly ask; also what a browser may send as one number without losing digits. */
const numberAtMost = 1_000_000_000;

/** Whether an item is asked of somebody who has answered this so far. */
export function isAskedNow(item: Item, given: Given): boolean {
  if (item.when === null) return true;
  const before = given[item.when.item];
  const chosen = typeof before === 'string' ? [before] : Array.isArray(before) ? (before as readonly string[]) : [];
  return item.when.options.some((option) => chosen.includes(option));
}

function checkOne(item: Item, value: Given[string]): GivenProblem | Given[string] | null {
  const problem = (code: GivenProblem['code'], more: Partial<GivenProblem> = {}): GivenProblem => ({
    item: item.key,
    code,
    ...more,
  });
  switch (item.kind) {
    case 'information':
      return problem('not asked');
    case 'choice':
    case 'scale':
    case 'group':
    case 'yes or no':
      if (typeof value !== 'string' || !optionKeysOf(item).includes(value)) return problem('not an option');
      return value;
    case 'choose': {
      if (!Array.isArray(value)) return problem('not an option');
      const chosen = [...new Set(value as readonly unknown[])];
      const keys = optionKeysOf(item);
      if (!chosen.every((one): one is string => typeof one === 'string' && keys.includes(one)))
        return problem('not an option');
      if (item.atMost !== null && chosen.length > item.atMost) return problem('too many', { atMost: item.atMost });
      return chosen.length === 0 ? null : chosen;
    }
    case 'number': {
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) return problem('not a number');
      const [least, most] = [item.least ?? -numberAtMost, item.most ?? numberAtMost];
      return value < least || value > most ? problem('out of bounds', { least, most }) : value;
    }
    case 'short text':
    case 'long text': {
      if (typeof value !== 'string') return problem('not asked');
      // Text of PostgreSQL holds no NUL, and half of a character is none.
      const text = value.replaceAll('\0', '').toWellFormed().replaceAll('\r\n', '\n').trim();
      const atMost = textAtMost[item.kind];
      return text.length > atMost ? problem('too long', { atMost }) : text === '' ? null : text;
    }
  }
}

function isProblem(value: GivenProblem | Given[string] | null): value is GivenProblem {
  return typeof value === 'object' && value !== null && 'code' in value;
}

/**
 * What is kept of what somebody gave: only items that their audience is asked, and of those with a condition only where it holds.
 * Refused with every problem where something was given that no form of ours sends.
 */
export function checkGiven(asked: Asked, audience: Audience, given: Given): Result<Given, readonly GivenProblem[]> {
  const items = itemsFor(asked.content, audience);
  const known = new Set(items.map(({ key }) => key));
  const problems: GivenProblem[] = Object.keys(given)
    .filter((key) => !known.has(key))
    .map((item) => ({ item, code: 'not asked' }));
  const kept: Record<string, Given[string]> = {};
  for (const item of items) {
    const value = Object.hasOwn(given, item.key) ? given[item.key] : undefined;
    if (value === undefined) continue;
    const checked = checkOne(item, value);
    if (isProblem(checked)) problems.push(checked);
    // A question is not asked any more where an earlier answer was changed: its answer goes with it.
    else if (checked !== null && isAskedNow(item, kept)) kept[item.key] = checked;
  }
  return problems.length > 0 ? refused(problems) : ok(kept);
}

export function isText(item: Item): boolean {
  return item.kind === 'short text' || item.kind === 'long text';
}

/**
 * Answers as numbers, one for each item of the version in its order; null where nothing was given. Of one option its place from 1; of
 * several a mask with bit 0 for the first; a number is itself. Text is not among them: it goes its own way.
 */
export function codesOf(asked: Asked, given: Given): readonly (bigint | null)[] {
  return asked.content.items.map((item) => {
    const value = given[item.key];
    if (value === undefined || isText(item)) return null;
    if (typeof value === 'number') return BigInt(value);
    const keys = optionKeysOf(item);
    if (typeof value === 'string') return BigInt(keys.indexOf(value) + 1);
    return value.reduce((mask, one) => mask | (1n << BigInt(keys.indexOf(one))), 0n);
  });
}

/** The other way round. */
export function givenOf(asked: Asked, codes: readonly (bigint | null)[]): Given {
  const given: Record<string, Given[string]> = {};
  for (const [index, item] of asked.content.items.entries()) {
    const code = codes[index] ?? null;
    if (code === null) continue;
    const keys = optionKeysOf(item);
    if (item.kind === 'number') given[item.key] = Number(code);
    else if (item.kind === 'choose') given[item.key] = keys.filter((_, place) => (code >> BigInt(place)) & 1n);
    else given[item.key] = keys[Number(code) - 1] ?? '';
  }
  return given;
}

/** What was written freely, with the item that it answers. */
export function textsOf(asked: Asked, given: Given): readonly { readonly item: string; readonly body: string }[] {
  return asked.content.items
    .filter(isText)
    .flatMap(({ key }) => (typeof given[key] === 'string' ? [{ item: key, body: given[key] }] : []));
}
