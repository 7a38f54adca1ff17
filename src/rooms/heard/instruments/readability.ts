/**
 * How an English question reads to a child of seven or so: words in its longest sentence, and its long words. Two counts and no score,
 * because formulas of readability are made for pages of text and say little on one sentence. Advice, never a fault. Pure.
 */
import { wordsFor } from './rules.js';
import type { Item } from './words.js';

/** More than these is told. A sentence of a question for young children should be read in one breath; long words are spelt out. */
export const readingLimits = { sentence: 12, letters: 8 } as const;

export interface Reading {
  readonly longest: number;
  readonly long: readonly string[];
}

export function readingOf(words: string): Reading {
  const sentences = words
    .split(/[.!?:;…]+/)
    .map((sentence) => sentence.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu) ?? []);
  const all = sentences.flat();
  return {
    longest: Math.max(0, ...sentences.map(({ length }) => length)),
    long: [...new Set(all.map((word) => word.toLowerCase()).filter((word) => word.length > readingLimits.letters))],
  };
}

/** What a designer may look at again; nothing for a question that primary students are not asked, or that has no English. */
export function readingAdvice(item: Item): readonly string[] {
  if (!item.audiences.includes('student primary')) return [];
  const words = wordsFor(item, 'student primary', 'en', 'en');
  if (words === '') return [];
  const question = readingOf(words);
  const rest = readingOf([item.hints['en'] ?? '', ...item.options.map(({ texts }) => texts['en'] ?? '')].join('. '));
  return [
    `${question.longest === 1 ? 'One word' : `${question.longest} words`} in its longest ` +
      `sentence${question.longest > readingLimits.sentence ? `: more than ${readingLimits.sentence}. Can it be two sentences?` : '.'}`,
    ...(question.long.length === 0 ? [] : [`Long words in the question: ${question.long.join(', ')}.`]),
    ...(rest.long.length === 0 ? [] : [`Long words in its hint and options: ${rest.long.join(', ')}.`]),
  ];
}
