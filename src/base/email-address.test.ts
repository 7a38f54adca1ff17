import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emailAddress } from './email-address.js';

test('one address however it is typed', () => {
  for (const typed of [
    'joan@camden.example',
    'JOAN@Camden.Example',
    '  joan@camden.example\n',
    'joan@camden.example.',
    'Joan@camden.example. ',
    'joan\u200b@camden.example',
    'ｊｏａｎ@camden.example',
    'joan@ｃａｍｄｅｎ．example',
    'joan@camden。example',
    '\ufeffjoan@camden.example\u2060',
  ])
    assert.equal(emailAddress(typed), 'joan@camden.example', JSON.stringify(typed));
});

test('a domain of another script is kept in its ASCII form, so that a lookalike is no other', () => {
  assert.equal(emailAddress('ann@BÜCHER.example'), 'ann@xn--bcher-kva.example');
  assert.equal(emailAddress('ann@bu\u0308cher.example'), 'ann@xn--bcher-kva.example');
  // Cyrillic а in "camden".
  assert.notEqual(emailAddress('joan@c\u0430mden.example'), 'joan@camden.example');
  assert.match(emailAddress('joan@c\u0430mden.example') ?? '', /@xn--/);
});

test('what is no address is none', () => {
  for (const typed of [
    '',
    'joan',
    'joan@',
    '@camden.example',
    'joan@camden',
    'jo an@',
    'j\u043ean@camden.example',
    'joan@@camden.example',
    'joan@camden..example',
    '.joan@camden.example',
    'joan.@camden.example',
    'joan@-camden.example',
    'joan@127.0.0.1',
    'joan@[::1]',
    'joan@camden.example/x',
    'joan@user:pw@camden.example',
    'joan@camden.example:80',
    'a<b@camden.example',
    `${'a'.repeat(65)}@camden.example`,
    `a@${'b'.repeat(250)}.example`,
    'joan@0x7f.1',
  ])
    assert.equal(emailAddress(typed), null, JSON.stringify(typed));
});
