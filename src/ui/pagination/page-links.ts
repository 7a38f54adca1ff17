/** Which pages of a long list are linked: the first, the last, the present one and its neighbours. */
import type { PaginationProps } from './pagination.js';

/** Beyond the last page the way back leads to the last one: whoever followed an old link must not stand before a wall. */
export function pageLinks(
  current: number,
  total: number,
  href: (page: number) => string,
): Pick<PaginationProps, 'previous' | 'next' | 'items'> {
  const shown = Array.from({ length: total }, (_, index) => index + 1).filter(
    (page) => page === 1 || page === total || Math.abs(page - current) <= 1,
  );
  return {
    previous: current > 1 ? { href: href(Math.max(1, Math.min(current - 1, total))) } : undefined,
    next: current < total ? { href: href(current + 1) } : undefined,
    items: shown.flatMap((page, index) => {
      const link = { number: page, href: href(page), current: page === current };
      const before = shown[index - 1];
      return before !== undefined && page - before > 1 ? (['gap', link] as const) : [link];
    }),
  };
}
