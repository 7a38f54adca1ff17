import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageLinks } from './page-links.js';

test('beyond the last page the way back leads to the last one, and of an empty list to the first', () => {
  const at = (current: number, total: number) => pageLinks(current, total, (page) => `?page=${page}`);
  assert.equal(at(9, 3).previous?.href, '?page=3');
  assert.equal(at(2, 0).previous?.href, '?page=1');
  assert.equal(at(2, 3).previous?.href, '?page=1');
  assert.equal(at(1, 3).previous, undefined);
  assert.equal(at(9, 3).next, undefined);
});
