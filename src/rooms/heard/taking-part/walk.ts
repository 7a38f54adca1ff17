/** The way through the questions: which comes next, which came before, how far somebody is. Pure. */
import { type Audience, type Item, itemsFor } from '#rooms/heard/instruments/index.js';
import { isAskedNow } from './answers.js';
import type { Asked, Given } from './words.js';

/** Where somebody stands: a place among their audience's items; as many as there are means the end. */
export type Place = number;

export function walkOf(asked: Asked, audience: Audience): readonly Item[] {
  return itemsFor(asked.content, audience);
}

export function placeAfter(items: readonly Item[], given: Given, place: Place): Place {
  const rest = items.findIndex((item, index) => index > place && isAskedNow(item, given));
  return rest === -1 ? items.length : rest;
}

/** Null where it is the first. */
export function placeBefore(items: readonly Item[], given: Given, place: Place): Place | null {
  const before = items.findLastIndex((item, index) => index < place && isAskedNow(item, given));
  return before === -1 ? null : before;
}

/** Which question stands at a place, and where on the way it is: from 1, of those that are asked now; one more is the end. */
export function stepAt(items: readonly Item[], given: Given, place: Place): number {
  return items.filter((item, index) => index < place && isAskedNow(item, given)).length + 1;
}

/** The other way round; what lies beyond the end is the end. */
export function placeAt(items: readonly Item[], given: Given, step: number): Place {
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

export function progressAt(items: readonly Item[], given: Given, place: Place): Progress {
  const counted = items.map((item, index) => ({ item, index })).filter(({ item }) => item.kind !== 'information');
  return {
    number: counted.filter(({ index }) => index <= place).length,
    total: counted.length,
    asked: counted.filter(({ item }) => isAskedNow(item, given)).length,
  };
}
