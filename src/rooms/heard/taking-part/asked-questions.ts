/** What somebody of an audience is asked, and the options as they are shown. Pure. */
import { type Audience, type Item, itemsFor, type Option, yesOrNoOptions } from '#rooms/heard/instruments/index.js';
import { inOwnOrder } from './option-order.js';
import type { Asked } from './words.js';

export function walkOf(asked: Asked, audience: Audience): readonly Item[] {
  return itemsFor(asked.content, audience);
}

/**
 * Options as they are shown: those that are no answer at the end, and of "choose" the answers in an order of the attempt's own, because the
 * first of a list is chosen too often (reference listening 2.2). Without a seed, as on paper, they stay as they were written.
 */
export function optionsShown(item: Item, seed: number | null): readonly Option[] {
  const options = item.kind === 'yes or no' ? yesOrNoOptions : item.options;
  const answers = options.filter(({ missing }) => missing === null);
  return [
    ...(item.kind === 'choose' && seed !== null ? inOwnOrder(answers, seed, item.key) : answers),
    ...options.filter(({ missing }) => missing !== null),
  ];
}
