import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saveUnderFreeSlug } from './free-slug.js';

test('what the constraint refuses is tried under the next address, whatever was seen beforehand', async () => {
  // Rows of others: a look beforehand does not see them.
  const there = new Set(['a-name', 'a-name-3']);
  const tried: string[] = [];
  const save = async (slug: string): Promise<{ readonly slug: string } | undefined> => {
    tried.push(slug);
    return there.has(slug) ? undefined : { slug };
  };
  assert.deepEqual(await saveUnderFreeSlug('A name', save, (slug) => slug === 'a-name-2'), { slug: 'a-name-4' });
  assert.deepEqual(tried, ['a-name', 'a-name-3', 'a-name-4'], 'what is known to be taken is not tried');
  await assert.rejects(
    saveUnderFreeSlug('full', async () => undefined),
    /no free address/,
  );
});
