/** What the pages and the PDF say of a pack, alike. */
import { fold } from '#base/fold.js';
import type { Purpose } from '#rooms/decided/meetings/index.js';
import type { PageRange } from './page-ranges.js';

export const purposeWords: Readonly<Record<Purpose, string>> = {
  decision: 'For decision',
  direction: 'For direction',
  discussion: 'For discussion',
  information: 'For information',
  noting: 'To note',
};

/** "page 7", "pages 7 to 12". */
export function rangeWords({ from, to }: PageRange): string {
  return from >= to ? `page ${from}` : `pages ${from} to ${to}`;
}

/** Case, accents, dashes and quotes apart (seed item 4: "Unit - inclusive" and "Unit – inclusive"). */
export function isSameTitle(one: string, other: string): boolean {
  const letters = (title: string) =>
    fold(title)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return letters(one) === letters(other);
}
