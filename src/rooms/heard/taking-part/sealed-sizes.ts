/**
 * How large what is sealed is made. All answers to one survey have one size, so that none is told by its length; texts have one of a few.
 * Pure.
 */
import { optionKeysOf } from '#rooms/heard/instruments/index.js';
import { isText } from './answers.js';
import type { Asked } from './words.js';

const known = new WeakMap<Asked, number>();

/** Of the longest code that an item can have, as it is written: in quotes, with a comma. */
function longestCode(item: Asked['content']['items'][number]): number {
  const digits =
    item.kind === 'choose'
      ? ((1n << BigInt(optionKeysOf(item).length)) - 1n).toString().length
      : item.kind === 'number'
        ? 17
        : isText(item)
          ? 1
          : 4;
  return Math.max('null'.length, digits + 2) + 1;
}

/** As many bytes as the longest answers to a survey have. */
export function answersSize(asked: Asked): number {
  const found = known.get(asked);
  if (found !== undefined) return found;
  const language = Math.max(...asked.languages.map((tag) => Buffer.byteLength(tag)));
  // Brackets, quotes and commas around, and a seed of five digits.
  const size = asked.content.items.reduce((sum, item) => sum + longestCode(item), language + 20);
  known.set(asked, size);
  return size;
}

const least = 512;

/** 512 bytes, or the next of 2, 8, 32 ... kilobytes. */
export function textsSize(texts: string): number {
  let size = least;
  while (size < Buffer.byteLength(texts)) size *= 4;
  return size;
}
