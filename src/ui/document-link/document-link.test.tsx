import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from '#test/views.js';
import { DocumentLink, sizeWords } from './document-link.js';

test('sizes are said as people say them', () => {
  assert.deepEqual([999, 1000, 97_400, 999_499, 999_500, 1_412_000].map(sizeWords), [
    '999 bytes',
    '1 kB',
    '97 kB',
    '999 kB',
    '1.0 MB',
    '1.4 MB',
  ]);
});

test('the link itself says what one gets', () => {
  assert.match(
    html(<DocumentLink href="/p.pdf" title="Pack" type="PDF" pages={1} bytes={1000} />),
    /<a href="\/p.pdf">Pack <span[^>]*>\(PDF, 1 page, 1 kB\)<\/span><\/a>/,
  );
});
