import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block } from '#base/prose.js';
import { html } from '#test/views.js';
import { Prose } from './prose.js';

const paragraph = (
  number: string | null,
  text: string,
  numbering: 'printed' | 'recovered' | null = number === null ? null : 'printed',
): Block => ({ kind: 'paragraph', number, numbering, prose: [{ text }], lines: null });

test('a numbered paragraph can be linked to by its number', () => {
  assert.match(
    html(<Prose blocks={[paragraph('2.1', 'Text')]} />),
    /<div class="numbered" id="p-2.1"><a class="numbered__number" href="#p-2.1">.*2\.1<\/a><p>Text<\/p>/,
  );
});

test('a number that was lost stands in brackets and says so', () => {
  const markup = html(<Prose blocks={[paragraph('10', 'Text', 'recovered')]} />);
  assert.match(markup, /\[10\]/);
  assert.match(markup, /title="This number is missing in the source/);
});

test('paragraphs of two texts on one page have two names', () => {
  assert.match(
    html(<Prose about="Leaving care, item 3" blocks={[paragraph('1', 'Text')]} />),
    /<span[^>]*>Paragraph <\/span>1<span[^>]*>, Leaving care, item 3<\/span><\/a>/,
  );
});

test('a paragraph without number has none, and no link', () => {
  assert.equal(html(<Prose blocks={[paragraph(null, 'Text')]} />), '<div class="prose"><p>Text</p></div>');
});

test('the page of the PDF stands once where it begins, also after text without anchor', () => {
  const blocks = [paragraph('1', 'a'), paragraph(null, 'b'), paragraph('2', 'c'), paragraph('3', 'd')];
  const pages: Readonly<Record<string, number>> = { 'p-1': 7, 'p-2': 7, 'p-3': 8 };
  const markup = html(<Prose blocks={blocks} pageOf={(anchor) => pages[anchor]} pdf="/pack.pdf" />);
  assert.deepEqual(
    [...markup.matchAll(/href="\/pack.pdf#page=(\d+)"/g)].map((match) => match[1]),
    ['7', '8'],
  );
});

test('headings begin at the level asked for, skip none on the way down and stop at six', () => {
  const heading = (level: 1 | 2 | 3): Block => ({ kind: 'heading', level, prose: [{ text: 'x' }], lines: null });
  const levels = (start: 2 | 5, ...blocks: readonly Block[]) =>
    [...html(<Prose level={start} blocks={blocks} />).matchAll(/<h(\d)/g)].map((match) => Number(match[1]));
  assert.deepEqual(levels(2, heading(1), heading(3), heading(3), heading(1)), [2, 3, 4, 2]);
  assert.deepEqual(levels(5, heading(1), heading(2), heading(3)), [5, 6, 6]);
});

test('only addresses of the web, of mail and of the page itself become links', () => {
  const link = (href: string) =>
    html(
      <Prose
        blocks={[{ kind: 'paragraph', number: null, numbering: null, prose: [{ text: 'x', href }], lines: null }]}
      />,
    );
  for (const href of ['https://example.org/', 'mailto:a@example.org', '#p-1'])
    assert.match(link(href), /<a href=/, href);
  for (const href of ['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'vbscript:x'])
    assert.doesNotMatch(link(href), /<a /, href);
});

test('a narrow table with a header becomes blocks, a broad one scrolls, and figures stand to the right', () => {
  const table = (columns: number): Block => ({
    kind: 'table',
    caption: null,
    header: Array.from({ length: columns }, (_, column) => [{ text: `c${column}` }]),
    rows: [Array.from({ length: columns }, (_, column) => [{ text: column === 0 ? 'name' : '1,200' }])],
    lines: null,
  });
  assert.match(html(<Prose blocks={[table(3)]} />), /table-stack.*govuk-table__cell--numeric/s);
  assert.match(html(<Prose blocks={[table(6)]} />), /class="table-scroll" role="region" tabindex="0"/i);
});

test('a table without a caption is named after the nearest heading, hidden from sight', () => {
  const table = (caption: string | null): Block => ({
    kind: 'table',
    caption: caption === null ? null : [{ text: caption }],
    header: [[{ text: 'a' }]],
    rows: [[[{ text: 'b' }]]],
    lines: null,
  });
  const markup = html(
    <Prose
      about="Leaving care"
      blocks={[
        table(null),
        { kind: 'heading', level: 1, prose: [{ text: 'Costs' }], lines: null },
        table(null),
        table('Printed'),
        table(null),
      ]}
    />,
  );
  assert.deepEqual(
    [...markup.matchAll(/<caption class="([^"]*)">([^<]*)</g)].map(([, names, text]) => [
      names?.includes('govuk-visually-hidden'),
      text,
    ]),
    [
      [true, 'Table: Leaving care'],
      [true, 'Table: Costs'],
      [false, 'Printed'],
      [true, 'Table 3: Costs'],
    ],
  );
});

test('hostile text stays text', () => {
  assert.doesNotMatch(html(<Prose blocks={[paragraph('1"><script>', '<script>alert(1)</script>')]} />), /<script/);
});
