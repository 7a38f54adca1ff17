import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from '#test/views.js';
import { allExamples } from '../kit.js';
import { Progress } from './progress.js';

test('how far it is stands in the bar and in words', () => {
  const markup = html(<Progress id="p" label="Publishing" value={3} max={4} />);
  assert.match(markup, /<label[^>]* for="p">Publishing<\/label>/);
  assert.match(markup, /<progress[^>]* value="3" max="4">75%<\/progress>/);
});

test('while nobody can say, the bar has no value', () =>
  assert.match(html(<Progress id="p" label="x" />), /<progress class="progress__bar" id="p" max="100">under way/));

test('every page of the kit that refreshes itself lets the reader stop it', () => {
  const assets = {
    css: '',
    font: '',
    icon: '',
    take: '/assets/take.js',
    offline: '/assets/offline.js',
    passkey: '/assets/passkey.js',
  };
  const pages = allExamples().flatMap(({ examples }) =>
    examples.flatMap((example) => ('page' in example ? [html(example.page(assets))] : [])),
  );
  const refreshing = pages.filter((markup) => markup.includes('http-equiv="refresh"'));
  assert.ok(refreshing.length > 0 && refreshing.every((markup) => markup.includes('progress__stop')));
});
