import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { parseFragment } from 'parse5';
import { framed } from '#kit/frame.js';
import { prose } from '#base/prose.js';
import { Frozen } from '#ui/frozen/frozen.js';
import { axe } from '#test/axe.js';
import { builtAssets, noBrowser, openPage, serveViews } from '#test/browser.js';
import { houseFrame } from '#test/frame.js';
import { sharedFile } from '#test/shared.js';
import { walk } from '#test/views.js';
import { anchorOrder, packAnchors } from '../../anchors.js';
import {
  annex,
  bullets,
  heading,
  minutes,
  minutesItem,
  packContent,
  packItem,
  paragraph,
  report,
  table,
} from '../../examples.js';
import { packStatements } from '../../statements.js';
import type { PackContent, PackPages } from '../../words.js';
import { renderPackHtml } from './render.js';

/** Pages as a typesetter might give them: a new page every few anchors. */
function somePages(content: PackContent, anchorsOnAPage = 7): PackPages {
  const order = anchorOrder(packAnchors(content));
  return {
    total: Math.ceil(order.length / anchorsOnAPage),
    byAnchor: Object.fromEntries(order.map((anchor, at) => [anchor, Math.floor(at / anchorsOnAPage) + 1])),
  };
}

function elements(html: string) {
  return [...walk(parseFragment(html))].map((element) => ({
    tag: element.tagName,
    attributes: Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])),
  }));
}

const demanding = packContent({
  leftovers: [paragraph('A line that belongs to nothing.'), heading('Skipped levels', 3), paragraph('Below it.')],
  items: [
    ...packContent().items,
    packItem({ number: '5', title: 'A second item 5', papers: [minutes({ leftovers: [bullets('left', 'over')] })] }),
    packItem({
      number: '(a)',
      title: 'Odd number',
      text: [heading('To note'), paragraph('Text of the agenda.'), paragraph('Two', '2')],
      papers: [
        report({ body: [heading('Deep', 3), paragraph('Text'), paragraph('Two', '2'), paragraph('Two again', '2')] }),
      ],
    }),
  ],
});

void test('every anchor and every alias of a pack stands in its page once', () => {
  for (const content of [packContent(), demanding]) {
    const found = elements(renderPackHtml(content, somePages(content), 1, '2026-03-01'));
    const ids = found.flatMap(({ attributes }) => (attributes['id'] === undefined ? [] : [attributes['id']]));
    assert.equal(new Set(ids).size, ids.length, 'an id stands twice');
    for (const anchor of anchorOrder(packAnchors(content))) assert.ok(ids.includes(anchor), `no place for ${anchor}`);
  }
});

void test('links inside the page lead to places that exist', () => {
  const found = elements(renderPackHtml(demanding, somePages(demanding), 1, '2026-03-01'));
  const ids = new Set(found.map(({ attributes }) => attributes['id']));
  const links = found.flatMap(({ attributes }) =>
    attributes['href']?.startsWith('#') ? [attributes['href'].slice(1)] : [],
  );
  assert.ok(links.length > 20);
  for (const link of links) assert.ok(ids.has(link), `nothing at #${link}`);
});

void test('each page of the PDF is marked once, in rising order, over the whole pack', () => {
  const pages = somePages(demanding);
  const html = renderPackHtml(demanding, pages, 3, '2026-03-01');
  const marked = [...html.matchAll(/class="page-mark"><a href="[^"]*\/pack\/v3\/pack\.pdf#page=(\d+)"/g)].map(
    ([, page]) => Number(page),
  );
  assert.deepEqual(
    marked,
    [...marked].sort((a, b) => a - b),
  );
  assert.equal(new Set(marked).size, marked.length);
  assert.ok(marked.length >= pages.total - 2, `${marked.length} marks for ${pages.total} pages`);
});

void test('no page numbers where there is no PDF', () => {
  const html = renderPackHtml(packContent(), null, 1, '2026-03-01');
  assert.doesNotMatch(html, /page-mark|\.pdf|p\. \d/);
});

void test('a number that was worked out is explained, and only then', () => {
  const without = packContent({ items: [packItem({ papers: [report({ body: [paragraph('One', '1')] })] })] });
  assert.match(renderPackHtml(packContent(), null, 1, '2026-03-01'), /\[4\]/);
  assert.match(renderPackHtml(packContent(), null, 1, '2026-03-01'), /number in square brackets/);
  assert.doesNotMatch(renderPackHtml(without, null, 1, '2026-03-01'), /square brackets/);
});

void test('minutes inside a pack say who spoke, and say what they leave open', () => {
  const html = renderPackHtml(packContent(), null, 1, '2026-03-01');
  for (const words of [
    'Members commented:',
    'Tom Lindqvist responded:',
    'No owner stated',
    'No date stated',
    'Due: 27 February 2026',
    'Apologies (1)',
  ])
    assert.ok(html.includes(words), words);
});

void test('every table has a caption, and attendance does not repeat in its cells what the caption says', () => {
  const content = packContent({ leftovers: [heading('Costs'), table(['Year', 'Cost'], [['2024', '£4,000']])] });
  const html = renderPackHtml(content, somePages(content), 1, '2026-03-01');
  const tables = html.match(/<table/g) ?? [];
  assert.ok(tables.length > 4);
  assert.equal(html.match(/<table[^>]*><caption[^>]*>[^<]/g)?.length, tables.length);
  assert.match(html, /<caption class="govuk-table__caption">Members present \(3\)<\/caption>/);
  assert.match(html, /<caption class="govuk-table__caption govuk-visually-hidden">Table: Costs</);
  assert.doesNotMatch(html, /<td[^>]*>(?:Member|Apologies|In attendance)<\/td>/i);
});

void test('no two numbered paragraphs have one name', () => {
  const body = [paragraph('One.', '1'), paragraph('Two.', '2')];
  const content = packContent({
    items: [
      packItem({
        number: '3',
        papers: [
          report({ title: 'Charter', body }),
          annex({ number: '1', title: 'Charter', body }),
          annex({ number: '2', title: 'Charter', body }),
        ],
      }),
      packItem({ number: '4', papers: [report({ title: 'Charter', body })] }),
    ],
  });
  const names = [
    ...renderPackHtml(content, null, 1, '2026-03-01').matchAll(/<a class="numbered__number"[^>]*>(.*?)<\/a>/g),
  ].map(([, name = '']) => name.replace(/<[^>]*>/g, ''));
  assert.equal(names.length, 8);
  assert.equal(new Set(names).size, 8, names.join('\n'));
});

void test('what the clerk added is marked, the mark is explained once, and substitutions are named', () => {
  const added = packContent({
    items: [
      packItem({
        papers: [
          minutes({
            items: [
              minutesItem({
                actions: [
                  { text: prose('Share the slides.'), owner: 'Ruth', due: null, byClerk: ['owner'] },
                  { text: prose('Hold a workshop.'), owner: null, due: null, byClerk: ['action'] },
                ],
              }),
            ],
            attendance: minutes().attendance.map((row, at) => ({
              ...row,
              origin: at === 3 ? ('clerk' as const) : ('source' as const),
            })),
            substitutions: [
              { absent: 'Cllr Siân Prys', substitute: 'Cllr Owen Falconer' },
              { absent: null, substitute: 'Cllr Jo Abara' },
            ],
          }),
        ],
      }),
    ],
  });
  const words = (html: string) => html.replace(/<[^>]*>/g, '');
  const text = words(renderPackHtml(added, null, 1, '2026-03-01'));
  for (const each of [
    'Owner: Ruth [added by the clerk]',
    'Hold a workshop. [added by the clerk]',
    'Cllr Siân Prys [added by the clerk]',
    'Cllr Owen Falconer substituted for Cllr Siân Prys',
    'Cllr Jo Abara was a substitute; for whom is not stated',
  ])
    assert.ok(text.includes(each), each);
  assert.equal(text.split('What is marked [added by the clerk]').length, 2);
  assert.doesNotMatch(words(renderPackHtml(packContent(), null, 1, '2026-03-01')), /added by the clerk/);
  const said = packStatements(added).map((statement) => statement.text);
  for (const each of [
    'Action: Share the slides. Owner: Ruth [added by the clerk]',
    'Action: Hold a workshop. [added by the clerk]',
    'Cllr Siân Prys, Dyffryn Council: sent apologies [added by the clerk]',
    'Cllr Owen Falconer substituted for Cllr Siân Prys',
    'Cllr Ann Whitcombe (Chair), Northmoor County Council: present',
  ])
    assert.ok(said.includes(each), each);
});

void test('what somebody wrote stays text', () => {
  const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)>';
  const html = renderPackHtml(
    packContent({
      board: { name: hostile, slug: 'x', organisation: hostile },
      items: [
        packItem({
          number: hostile,
          title: hostile,
          papers: [
            minutes({
              title: hostile,
              items: [
                minutesItem({
                  title: hostile,
                  number: hostile,
                  entries: [
                    { kind: 'comment', speaker: hostile, prose: [{ text: hostile, href: 'javascript:alert(1)' }] },
                  ],
                  decisions: [{ text: prose(hostile) }],
                }),
              ],
            }),
          ],
        }),
      ],
    }),
    null,
    1,
    '2026-03-01',
  );
  const tags = new Set(elements(html).map(({ tag }) => tag));
  assert.ok(!tags.has('script') && !tags.has('img'));
  assert.doesNotMatch(html, /href="javascript/);
});

void test('a paper whose title only repeats its item’s has no line of its own in the contents', () => {
  const titled = (title: string) =>
    renderPackHtml(
      packContent({ items: [packItem({ title: 'Violence Unit - inclusive charter', papers: [report({ title })] })] }),
      null,
      1,
      '2026-03-01',
    );
  assert.doesNotMatch(titled('Violence unit – inclusive charter'), /<a href="#item-1-report">/);
  assert.match(titled('Another title'), /<a href="#item-1-report">/);
});

void test('the same pack gives the same bytes', () => {
  assert.equal(
    renderPackHtml(packContent(), somePages(packContent()), 1, '2026-03-01'),
    renderPackHtml(packContent(), somePages(packContent()), 1, '2026-03-01'),
  );
});

function wholePage(content: PackContent): string {
  return framed(
    {
      title: 'Pack',
      main: <Frozen html={renderPackHtml(content, somePages(content), 1, '2026-03-01')} />,
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Agenda pack' }],
    },
    {
      ...houseFrame,
      assets: builtAssets(),
      demonstration: true,
      path: '/boards',
      gate: 'public',
      visitor: null,
      status: 200,
    },
  );
}

const seed = sharedFile('packs/lga-cyp-board-2024-03-12.md');

void test(
  'the text of the seed pack goes over the wire in at most 45 kB',
  { skip: seed === null && 'the shared packs are not there' },
  () => {
    // Every line as a paragraph, numbered ones with their numbers: more blocks and ids than the real reading makes.
    const blocks = readFileSync(seed ?? '', 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const [, number = null, text = line] = /^(\d+(?:\.\d+)?)\.?\s+(.*)/.exec(line) ?? [];
        return paragraph(text, number);
      });
    const quarter = Math.ceil(blocks.length / 4);
    const items = [0, 1, 2, 3].map((at) =>
      packItem({
        number: String(at + 1),
        title: `Item ${at + 1}`,
        delivery: 'attached',
        papers: [report({ body: blocks.slice(at * quarter, (at + 1) * quarter) })],
      }),
    );
    // The shelf's first answer is compressed at quality 5; later ones are denser.
    const sent = brotliCompressSync(Buffer.from(wholePage(packContent({ items }))), {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5 },
    }).length;
    assert.ok(sent > 20_000, `only ${sent} bytes: this is not the pack`);
    assert.ok(sent <= 45_000, `${sent} bytes on the wire`);
  },
);

for (const width of [360, 1280]) {
  void test(
    `axe finds nothing on a pack at ${width} px, nothing is wider than the screen and no script is needed`,
    { skip: noBrowser },
    async () => {
      const whole = wholePage(demanding);
      const page = await openPage({ width });
      const complaints = await serveViews(page, (path) => (path === '/pack' ? whole : undefined));
      await page.goto('http://kept.test/pack');
      await axe(page);
      assert.equal(await page.evaluate('document.documentElement.scrollWidth > window.innerWidth'), false);
      assert.deepEqual(complaints, []);
      await page.context().close();
    },
  );
}
