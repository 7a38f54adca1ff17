import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from '#test/views.js';
import { Source } from '../source/source.js';
import { Doubt, lineWords } from './doubt.js';

test('evidence leads to the line of the source that shows it', () => {
  const evidence = [{ lines: { from: 12, to: 14 }, words: 'Apologies: none' }];
  assert.match(
    html(<Doubt id="d" weight="wrong" message="x" evidence={evidence} />),
    /<a class="doubt__place" href="#line-12">lines 12 to 14<\/a>/,
  );
  assert.match(
    html(<Source title="t" from={11} lines={['a', 'Apologies: none']} marked={[{ from: 12, to: 14 }]} />),
    /<li id="line-12" class="source__marked">Apologies: none<\/li>/,
  );
});

test('one line is one line', () => assert.equal(lineWords({ from: 3, to: 3 }), 'line 3'));

test('an answered doubt says its answer and keeps its weight', () => {
  const markup = html(<Doubt id="d" weight="check" message="x" evidence={[]} answer="Confirmed" />);
  assert.match(markup, /doubt--check doubt--answered/);
  assert.match(markup, /Confirmed/);
});
