import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ownPath } from './own-path.js';

test('a path of this site stays, whatever leads away becomes the fallback', () => {
  assert.equal(ownPath('/promises?status=overdue#news', '/'), '/promises?status=overdue#news');
  for (const evil of [
    '//evil.example',
    '/\t/evil.example',
    '/\\evil.example',
    'https://evil.example',
    '',
    'work',
    '/a\r\nX: y',
    undefined,
    null,
  ])
    assert.equal(ownPath(evil, '/work'), '/work');
});

test('no text leads a browser to another site or breaks a header', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\/[\t/\\. a-z:]*$/)), (wanted) => {
      const path = ownPath(wanted, '/');
      assert.equal(new URL(path, 'https://kept.invalid').origin, 'https://kept.invalid');
      assert.doesNotMatch(path, /[\r\n\t]/);
    }),
  );
});

test('a path whose dots hide another site is none of ours', () => {
  for (const wanted of ['/.//evil.example', '/a/..//evil.example', '/./..//evil.example?x', '/%2e//evil.example'])
    assert.equal(ownPath(wanted, '/work'), '/work', wanted);
  assert.equal(ownPath('/a/./b', '/work'), '/a/b');
});
