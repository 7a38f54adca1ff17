/** The order in which options are shown. Pure. */
import { type Item, type Option, yesOrNoOptions } from '#rooms/heard/instruments/index.js';

/** 32 bits out of a seed and a name (FNV-1a): each question of an attempt has an order of its own. */
function mixed(seed: number, name: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** Numbers below one, the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  const next = numbers(seed);
  const result = [...list];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    const [a, b] = [result[last], result[other]];
    if (a !== undefined && b !== undefined) [result[last], result[other]] = [b, a];
  }
  return result;
}

/**
 * Options as they are shown: those that are no answer at the end, and of "choose" the answers in an order of the attempt's own, because the
 * first of a list is chosen too often (reference listening 2.2). Without a seed, as on paper, they stay as they were written.
 */
export function optionsShown(item: Item, seed: number | null): readonly Option[] {
  const options = item.kind === 'yes or no' ? yesOrNoOptions : item.options;
  const answers = options.filter(({ missing }) => missing === null);
  return [
    ...(item.kind === 'choose' && seed !== null ? shuffled(answers, mixed(seed, item.key)) : answers),
    ...options.filter(({ missing }) => missing !== null),
  ];
}
