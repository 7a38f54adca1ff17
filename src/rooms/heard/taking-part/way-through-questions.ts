/**
 * The way through the questions: which comes next, which came before, how far somebody is. Pure; scripts of the browser
 * import it.
 */
import type { Answer, Given, Stop } from './given-answers.js';

/** Where somebody stands: a place among their audience's items; as many as there are means the end. */
export type Place = number;

/** An answer that was given, and nothing that every object has by birth. */
export function answerTo(key: string, given: Given): Answer | undefined {
  return Object.prototype.hasOwnProperty.call(given, key) ? given[key] : undefined;
}

/** Whether an item is asked of somebody who has answered this so far. */
export function isAskedNow({ when }: Pick<Stop, 'when'>, given: Given): boolean {
  if (when === null) return true;
  const before = answerTo(when.item, given);
  return when.options.some((option) => option === before || (typeof before === 'object' && before.includes(option)));
}

/** Answers to what is still asked: where an earlier one was changed, those that hung on it go with their questions. */
export function stillAsked(items: readonly Stop[], given: Given): Given {
  const kept: Record<string, Answer> = {};
  for (const item of items) {
    const value = answerTo(item.key, given);
    if (value !== undefined && isAskedNow(item, kept)) kept[item.key] = value;
  }
  return kept;
}

export function placeAfter(items: readonly Stop[], given: Given, place: Place): Place {
  const rest = items.findIndex((item, index) => index > place && isAskedNow(item, given));
  return rest === -1 ? items.length : rest;
}

/** Null where it is the first. */
export function placeBefore(items: readonly Stop[], given: Given, place: Place): Place | null {
  const before = items.flatMap((item, index) => (index < place && isAskedNow(item, given) ? [index] : []));
  return before[before.length - 1] ?? null;
}

/** Which question stands at a place, and where on the way it is: from 1, of those that are asked now; one more is the end. */
export function stepAt(items: readonly Stop[], given: Given, place: Place): number {
  return items.filter((item, index) => index < place && isAskedNow(item, given)).length + 1;
}

/** The other way round; what lies beyond the end is the end. */
export function placeAt(items: readonly Stop[], given: Given, step: number): Place {
  return items.flatMap((item, index) => (isAskedNow(item, given) ? [index] : []))[step - 1] ?? items.length;
}

export interface Progress {
  /** From 1, information not counted: the number that the question has on paper, too. */
  readonly number: number;
  /** Of all questions, those included that are asked only after some answers: it never changes on the way. */
  readonly total: number;
  /** How many are asked as it stands now. */
  readonly asked: number;
}

export function progressAt(items: readonly Stop[], given: Given, place: Place): Progress {
  const counted = items.map((item, index) => ({ item, index })).filter(({ item }) => item.kind !== 'information');
  return {
    number: counted.filter(({ index }) => index <= place).length,
    total: counted.length,
    asked: counted.filter(({ item }) => isAskedNow(item, given)).length,
  };
}
