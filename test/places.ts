/** For tests of what readers are led through: a list from its beginning to its end, page by page, and back. */
import assert from 'node:assert/strict';
import type { Place } from '#kit/address.js';
import type { Slice } from '#kit/db/slice.js';

/** The pages of a list as somebody meets them who follows "Next page" to the last. The way back meets the same. */
export async function pagesOf<Row, Shown>(
  list: (place: Place) => Promise<Slice<Row>>,
  shown: (row: Row) => Shown,
): Promise<readonly (readonly Shown[])[]> {
  const pages: Shown[][] = [];
  let page = await list({});
  assert.equal(page.before, null, 'nothing is before the first page');
  for (;;) {
    pages.push(page.rows.map(shown));
    if (page.after === null) break;
    assert.ok(pages.length < 50, 'the list has an end');
    page = await list({ after: page.after });
  }
  for (let at = pages.length - 2; at >= 0; at -= 1) {
    assert.ok(page.before !== null, 'a later page leads back');
    page = await list({ before: page.before });
    assert.deepEqual(page.rows.map(shown), pages[at], 'the way back meets the same');
  }
  assert.equal(page.before, null, 'the first page leads no further back');
  return pages;
}
