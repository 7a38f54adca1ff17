import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publicationPaths } from '#kit/publications/paths.js';
import { subjectPath } from './address.js';
import { frontPaths } from './paths.js';

void test('every address of the front', () => {
  assert.deepEqual(
    [frontPaths.home(), frontPaths.search(), frontPaths.search({ q: 'young people', board: 'b', kind: 'pack', page: 2 }), frontPaths.search({ q: 'a', page: 1 }), frontPaths.problems(), frontPaths.kit(), frontPaths.kit('button'), frontPaths.kit('page', 'pack')],
    ['/', '/search', '/search?q=young+people&board=b&kind=pack&page=2', '/search?q=a', '/problems', '/kit', '/kit/button', '/kit/page/pack'],
  );
});

void test('every address of a publication', () => {
  assert.deepEqual(
    [publicationPaths.one('x'), publicationPaths.json('x'), publicationPaths.html('x'), publicationPaths.pdf('x')],
    ['/publications/x', '/publications/x/content.json', '/publications/x/main.html', '/publications/x/file.pdf'],
  );
  assert.deepEqual(
    [subjectPath('board', 'b'), subjectPath('board', 'b', 2), subjectPath('pack', 'b/m'), subjectPath('pack', 'b/m', 2), subjectPath('minutes', 'b/m'), subjectPath('minutes', 'b/m', 2)],
    ['/boards/b', '/boards/b', '/boards/b/meetings/m/pack', '/boards/b/meetings/m/pack/v2', '/boards/b/meetings/m/minutes', '/boards/b/meetings/m/minutes/v2'],
  );
});
