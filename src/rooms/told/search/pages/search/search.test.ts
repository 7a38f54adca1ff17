import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publishExamples, publishLongPack, withSite } from '#test/site.js';

void test('search finds text, marks it, and leads to its place', () =>
  withSite(async ({ get, write }) => {
    const { board, meeting } = await publishExamples(write);
    const { body, status } = await get('/search?q=heating');
    assert.equal(status, 200);
    assert.match(body, /<mark>heating<\/mark>/);
    assert.ok(body.includes(`href="/boards/${board}/meetings/${meeting}/pack#item-3-b1"`), 'no link to the paragraph');
    assert.doesNotMatch(body, /Showing results for/);
  }));

void test('accents do not matter, in the query or in the text', () =>
  withSite(async ({ get, write }) => {
    await publishExamples(write);
    for (const typed of ['sian prys', 'Si%C3%A2n Prys'])
      assert.match((await get(`/search?q=${typed.replace(' ', '+')}`)).body, /<mark>Siân<\/mark> <mark>Prys<\/mark>/);
  }));

void test('a misspelt word is put right and said so; other forms of a known word are left alone', () =>
  withSite(async ({ get, write }) => {
    await publishExamples(write);
    const misspelt = (await get('/search?q=atendance+programe')).body;
    assert.match(misspelt, /Showing results for <strong>attendance, programme<\/strong>, not atendance, programe\./);
    assert.match(misspelt, /No place has all of these words\. These have some of them\.[^]*<mark>/);
    const inflected = (await get('/search?q=grants+advisers')).body;
    assert.doesNotMatch(inflected, /Showing results for/);
    assert.match(inflected, /<mark>/);
  }));

void test('exchanged letters are put right; a name that stands nowhere stays as typed, with an offer', () =>
  withSite(async ({ get, write }) => {
    await publishExamples(write);
    for (const [typed, meant] of [
      ['yougn', 'young'],
      ['wniter', 'winter'],
      ['advsier', 'adviser'],
    ] as const)
      assert.match(
        (await get(`/search?q=${typed}`)).body,
        new RegExp(`Showing results for <strong>${meant}</strong>, not ${typed}\\.[^]*<mark>`, 'i'),
        typed,
      );
    const name = (await get('/search?q=sean')).body;
    assert.doesNotMatch(name, /Showing results for|<mark>/);
    assert.match(name, /Nothing found for <strong>sean<\/strong>; did you mean [^]*href="\/search\?q=sian">sian<\/a>/);
    assert.match(name, /<h2[^>]*>Nothing found/);
    assert.match(
      (await get('/search?q=sean+heating')).body,
      /Nothing found for <strong>sean<\/strong>[^]*<mark>heating<\/mark>/,
    );
  }));

void test('a paragraph is found by its number', () =>
  withSite(async ({ get, write }) => {
    const { board, meeting } = await publishExamples(write);
    const { body } = await get('/search?q=paragraph+2.1');
    assert.match(body, /<mark>Paragraph<\/mark> <mark>2\.1<\/mark>/);
    assert.equal(
      body.match(/class="entry__title"><a href="([^"]*)"/)?.[1],
      `/boards/${board}/meetings/${meeting}/pack#item-3-p-2.1`,
    );
  }));

void test('people are found by name and lead to their page', () =>
  withSite(async ({ get, write }) => {
    await publishExamples(write);
    const { body } = await get('/search?q=whitcomb');
    assert.match(body, /<h2>People<\/h2>.*href="\/people\/cllr-ann-whitcombe"/s);
  }));

void test('a search can be narrowed to a board and a kind', () =>
  withSite(async ({ get, write }) => {
    const { board } = await publishExamples(write);
    assert.match((await get(`/search?q=programme&kind=minutes&board=${board}`)).body, /\/minutes#/);
    assert.doesNotMatch((await get('/search?q=programme&kind=minutes')).body, /\/pack#/);
    assert.match((await get('/search?q=programme&board=another')).body, /Nothing found/);
  }));

void test('nothing asked and nothing found are two different pages', () =>
  withSite(async ({ get, write }) => {
    await publishExamples(write);
    assert.doesNotMatch((await get('/search')).body, /Nothing found/);
    assert.doesNotMatch((await get('/search?q=%20%20')).body, /Nothing found/);
    assert.match((await get('/search?q=zzzzqqqq')).body, /Nothing found/);
    assert.match((await get('/search?q=the')).body, /Nothing found/);
  }));

void test('many places come twenty at a time', () =>
  withSite(async ({ get, write }) => {
    await publishLongPack(write);
    const first = (await get('/search?q=adviser')).body;
    assert.equal(first.match(/class="entry"/g)?.length, 20);
    assert.match(first, /href="\/search\?q=adviser&amp;page=2"[^>]*rel="next"/);
    assert.match((await get('/search?q=adviser&page=2')).body, /aria-current="page"[^>]*>2</);
    assert.match((await get('/search?q=adviser&page=9999')).body, /no page this far/);
  }));

void test('whatever is typed, the answer is a page and what was typed is text', () =>
  withSite(async ({ get, write }) => {
    await publishExamples(write);
    const typed = [
      '<script>alert(1)</script>',
      '"',
      "'",
      '((( & | ! :* <->',
      '\\',
      '%',
      '_',
      '-',
      '-bus',
      'or',
      'bus or or',
      'a\u0000b',
      '⟦bus⟧',
      '\ud800',
      '🚌 автобус حافلة',
      'x'.repeat(5000),
      'heating '.repeat(500),
    ];
    for (const one of typed) {
      const { status, body } = await get(`/search?q=${encodeURIComponent(one.toWellFormed())}`);
      assert.equal(status, 200, one.slice(0, 40));
      assert.doesNotMatch(body, /<script/);
    }
    assert.equal((await get('/search?q=a&q=b&page=x&kind=nonsense&board[]=1')).status, 200);
  }));
