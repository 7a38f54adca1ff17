/** Page ranges, worked out from where the anchors landed in the PDF. */
import { packAnchors } from './anchors.js';
import type { PackAnchors } from './anchors.js';
import type { PackContent, PackPages } from './words.js';

export interface PageRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The pages of each item, parallel to `content.items`; null where an item has no papers (a verbal item has no pages,
 * reference rule 18). An item with papers begins on a page of its own and ends where the next such part begins.
 */
export function itemRanges(content: PackContent, pages: PackPages): readonly (PageRange | null)[] {
  const anchors = packAnchors(content);
  const parts = followingParts(content, anchors);
  return content.items.map((item, at) => {
    const from = pages.byAnchor[anchors.items[at]?.id ?? ''];
    if (item.papers.length === 0 || from === undefined) return null;
    const next = parts[at] ?? null;
    return { from, to: next === null ? pages.total : (pages.byAnchor[next] ?? pages.total + 1) - 1 };
  });
}

/** The pages of each item by its printed number; of two items with one number the first counts. */
export function itemPages(content: PackContent, pages: PackPages): ReadonlyMap<string, PageRange | null> {
  const ranges = itemRanges(content, pages);
  const found = new Map<string, PageRange | null>();
  for (const [at, item] of content.items.entries())
    if (!found.has(item.number)) found.set(item.number, ranges[at] ?? null);
  return found;
}

/** For each item the anchor of the next part that begins on a page of its own; null after the last one. */
export function followingParts(content: PackContent, anchors: PackAnchors): readonly (string | null)[] {
  let next = anchors.leftovers?.id ?? null;
  const found: (string | null)[] = [];
  for (let at = content.items.length - 1; at >= 0; at--) {
    found.push(next);
    if ((content.items[at]?.papers.length ?? 0) > 0) next = anchors.items[at]?.id ?? null;
  }
  return found.reverse();
}
