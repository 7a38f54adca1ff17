/** The way through the questions: which comes next, which came before, how far somebody is. Pure. */
import { type Audience, type Item, itemsFor } from '#rooms/instruments/index.js';
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

export interface Progress {
  /** From 1, information not counted. */
  readonly number: number;
  readonly total: number;
}

export function progressAt(items: readonly Item[], given: Given, place: Place): Progress {
  const counted = items.map((item, index) => ({ item, index })).filter(({ item }) => item.kind !== 'information' && isAskedNow(item, given));
  return { number: counted.filter(({ index }) => index <= place).length, total: counted.length };
}
