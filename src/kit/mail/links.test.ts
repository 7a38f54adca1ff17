import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { withOwnLinks } from './links.js';

const site = 'https://kept.example';
const out = '(a web address was left out)';

void test('our own links stay, with what stands around them, and nothing that only begins like them', () => {
  for (const text of [
    'https://kept.example',
    'https://kept.example/',
    `Open this:\n\n${site}/join/abc-_1?x=1#y\n\nThanks.`,
    `(${site}/work).`,
    `“${site}/work”`,
  ])
    assert.equal(withOwnLinks(text, site), text);
  for (const text of [
    'https://kept.example.evil.example/',
    'https://kept.example:81/x',
    'https://kept.example@evil.example/',
    'https://kept.example-evil.example',
    `https://evil.example/?${site}/`,
    `evil${site}/`,
    'http://kept.example/x',
    `${site}/"https://evil.example`,
    `${site}/https://evil.example/`,
    `${site}/?to=https://evil.example/`,
    `${site}/,https://evil.example`,
    `${site}”www.evil.example`,
  ])
    assert.equal(withOwnLinks(text, site), out, text);
});

void test('other links are left out, or are none any more; addresses of people and plain words stay', () => {
  assert.equal(
    withOwnLinks('You have won: www.evil.example/claim or HTTPS://EVIL.example now', site),
    `You have won: ${out} or ${out} now`,
  );
  assert.equal(
    withOwnLinks('See evil.example/claim, “evil.example” and पुरस्कार.example', site),
    'See evil. example/claim, “evil. example” and पुरस्कार. example',
  );
  for (const text of [
    'Ann Lee (ann@example.org) writes.',
    'We meet e.g. on 3.5.2026 at 3.30 p.m. There.',
    'A promise … is due.',
    '1.2 and 10.5',
    'Yes. No.',
    '',
  ])
    assert.equal(withOwnLinks(text, site), text);
});

void test('whatever is typed, no other link is left, and it takes no time', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.constantFrom(
            'https://',
            'http://',
            'www.',
            'evil.example',
            '/',
            ' ',
            '\n',
            '(',
            site,
            '@',
            '.',
            'x',
            '\u200b',
            '“',
          ),
          fc.string({ unit: 'grapheme', maxLength: 5 }),
        ),
        { maxLength: 12 },
      ),
      (parts) => {
        const made = withOwnLinks(parts.join(''), site);
        for (const token of made.split(/\s/)) {
          if (token.includes('://')) assert.ok(token.includes(site), made);
          assert.doesNotMatch(token, /^www\./, made);
        }
      },
    ),
    { numRuns: 2000 },
  );
  const began = performance.now();
  withOwnLinks(`${'a.'.repeat(100_000)} ${'.'.repeat(100_000)} ${'a-'.repeat(100_000)}`, site);
  assert.ok(performance.now() - began < 5000);
});
