/** What may be answered, and the numbers as which answers are kept. Pure. */
import { type Result, ok, refused } from '#base/result.js';
import { type Audience, type Item, optionKeysOf as freshKeysOf } from '#rooms/heard/instruments/index.js';
import { walkOf } from './asked-questions.js';
import type { Answer, Given } from './given-answers.js';
import { type AnswerProblem, checkAnswer } from './rules.js';
import { stillAsked } from './way-through-questions.js';
import type { Asked } from './words.js';

/** Keys of the options, listed once for each item: what is asked never changes, and each answer of each child is looked up in them. */
const keysKnown = new WeakMap<Item, readonly string[]>();

function optionKeysOf(item: Item): readonly string[] {
  const known = keysKnown.get(item) ?? freshKeysOf(item);
  keysKnown.set(item, known);
  return known;
}

export interface GivenProblem extends AnswerProblem {
  readonly item: string;
}

/**
 * What is kept of what somebody gave: only items that their audience is asked, and of those with a condition only where it holds.
 * Refused with every problem where something was given that no form of ours sends.
 */
export function checkGiven(asked: Asked, audience: Audience, given: Given): Result<Given, readonly GivenProblem[]> {
  const items = walkOf(asked, audience);
  const known = new Set(items.map(({ key }) => key));
  const problems: GivenProblem[] = Object.keys(given)
    .filter((key) => !known.has(key))
    .map((item) => ({ item, code: 'not asked' }));
  const taken: Record<string, Answer> = {};
  for (const item of items) {
    const value = Object.hasOwn(given, item.key) ? given[item.key] : undefined;
    if (value === undefined) continue;
    const checked = checkAnswer(item, optionKeysOf(item), value);
    if (!checked.ok) problems.push({ item: item.key, ...checked.problem });
    else if (checked.value !== null) taken[item.key] = checked.value;
  }
  return problems.length > 0 ? refused(problems) : ok(stillAsked(items, taken));
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
  const given: Record<string, Answer> = {};
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
