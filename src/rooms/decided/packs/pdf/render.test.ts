import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { blockText, type Block, type Prose } from '#base/prose.js';
import { closeTypesetter } from '#kit/pdf/typst.js';
import { headsNamed } from '#kit/proof/heads.js';
import { allTags, openPdf, type OpenPdf, rawPdf, squeezed } from '#test/pdf.js';
import { sharedFile } from '#test/shared.js';
import { anchorOrder, packAnchors } from '../anchors.js';
import {
  annex,
  attendance,
  bullets,
  heading,
  longPack,
  member,
  minutes,
  minutesItem,
  packContent,
  packGroup,
  packItem,
  paragraph,
  quote,
  report,
  table,
} from '../examples.js';
import { itemRanges } from '../page-ranges.js';
import type { PackContent, PackPages } from '../words.js';
import { renderPackPdf } from './render.js';

const version = { number: 2, publishedOn: '2026-03-03' };

/** Texts of all pages, from 1. */
async function pageTexts(pdf: OpenPdf): Promise<readonly string[]> {
  return Promise.all(['', ...Array.from({ length: pdf.pages })].map((_, page) => (page === 0 ? '' : pdf.text(page))));
}

/**
 * Every block of the pack's reports and annexes, everything said, decided and promised in its minutes, with its
 * anchor, and a word in its text that stands nowhere else.
 */
function marked(content: PackContent): { readonly content: PackContent; readonly words: ReadonlyMap<string, string> } {
  const words = new Map<string, string>();
  let count = 0;
  const mark = (block: Block, id: string): Block => {
    const word = `Mark${String(++count).padStart(6, '0')}x`;
    words.set(id, word);
    const first = { text: `${word} ` };
    switch (block.kind) {
      case 'list':
        return {
          ...block,
          items: block.items.map((item, at) => (at === 0 ? { ...item, prose: [first, ...item.prose] } : item)),
        };
      case 'table':
        // In the first row of the body: the header is printed again on every page.
        return {
          ...block,
          rows: block.rows.map((row, at) => (at === 0 ? [[first, ...(row[0] ?? [])], ...row.slice(1)] : row)),
        };
      default:
        return { ...block, prose: [first, ...block.prose] };
    }
  };
  const anchors = packAnchors(content);
  const items = content.items.map((item, at) => ({
    ...item,
    papers: item.papers.map((paper, index) => {
      const own = anchors.items[at]?.papers[index];
      if (paper.kind === 'minutes') {
        const named = own?.kind === 'minutes' ? own.items : [];
        const first = (id: string | undefined, prose: Prose): Prose => {
          const word = `Mark${String(++count).padStart(6, '0')}x`;
          words.set(id ?? '', word);
          return [{ text: `${word} ` }, ...prose];
        };
        return {
          ...paper,
          items: paper.items.map((minute, place) => ({
            ...minute,
            entries: minute.entries.map((entry, nth) => ({
              ...entry,
              prose: first(named[place]?.entries[nth], entry.prose),
            })),
            decisions: minute.decisions.map((decision, nth) => ({
              text: first(named[place]?.decisions[nth], decision.text),
            })),
            actions: minute.actions.map((action, nth) => ({
              ...action,
              text: first(named[place]?.actions[nth], action.text),
            })),
          })),
        };
      }
      if (own === undefined || own.kind === 'minutes') return paper;
      return { ...paper, body: paper.body.map((block, place) => mark(block, own.body[place]?.id ?? '')) };
    }),
  }));
  return { content: { ...content, items }, words };
}

function assertEveryAnchorHasAPage(content: PackContent, pages: PackPages): void {
  const order = anchorOrder(packAnchors(content));
  assert.deepEqual(Object.keys(pages.byAnchor).sort(), [...order].sort());
  for (const id of order) assert.ok((pages.byAnchor[id] ?? 0) >= 1 && (pages.byAnchor[id] ?? 0) <= pages.total, id);
}

describe('the PDF of a pack', () => {
  after(closeTypesetter);

  test('is PDF/UA-1 with title, language, tags and bookmarks, and says by whom and when it was published', async () => {
    const made = await renderPackPdf(packContent(), version);
    const pdf = await openPdf(made.pdf);
    assert.deepEqual(
      { standard: made.standard, warnings: made.warnings, total: made.pages.total },
      { standard: 'ua-1', warnings: [], total: pdf.pages },
    );
    assert.deepEqual(
      { ua: pdf.ua, tagged: pdf.tagged, language: pdf.language, title: pdf.title },
      { ua: '1', tagged: true, language: 'en-GB', title: 'Young People’s Board: agenda pack for 10 March 2026' },
    );
    assert.ok((await pdf.text(1)).includes(squeezed('Published with Kept, version 2, 3 March 2026')));
    const bookmarks = await pdf.bookmarks();
    assert.deepEqual(
      bookmarks.filter(({ depth }) => depth === 1).map(({ title }) => title.trim()),
      [
        'Notices',
        'Membership 2025/26',
        'Agenda',
        '2 Minutes of the previous meeting',
        '3 Leaving care',
        '4 Inclusion charter',
      ],
    );
    assert.ok(bookmarks.some(({ depth, title }) => depth === 3 && title === 'What authorities have done'));
    assert.ok(!bookmarks.some(({ title }) => title === 'Decision'));
  });

  test('prints on every page after the cover its own number, and the contents link to it', async () => {
    const made = await renderPackPdf(packContent(), version);
    const pdf = await openPdf(made.pdf);
    for (let page = 2; page <= pdf.pages; page++)
      assert.ok((await pdf.text(page)).endsWith(`PublishedwithKept,version2,3March2026${page}`), `page ${page}`);
    const led = (await pdf.links(1)).flatMap(({ page }) => (page === null ? [] : [page]));
    assert.deepEqual(
      led,
      [
        'notices',
        'membership',
        'agenda',
        'item-2',
        'item-3',
        'item-3-report',
        'item-4',
        'item-4-report',
        'item-4-annex-1',
        'item-4-annex-2',
      ].map((id) => made.pages.byAnchor[id]),
    );
  });

  test('the agenda names the pages that the map names; a verbal item has none', async () => {
    const content = packContent();
    const made = await renderPackPdf(content, version);
    const agenda = await (await openPdf(made.pdf)).text(made.pages.byAnchor['agenda'] ?? 0);
    const ranges = itemRanges(content, made.pages);
    for (const [at, item] of content.items.entries()) {
      const range = ranges[at];
      const shown = range
        ? range.from === range.to
          ? String(range.from)
          : `${range.from}–${range.to}`
        : item.delivery === 'verbal'
          ? 'Verbal'
          : '';
      const purpose = {
        decision: 'For decision',
        direction: 'For direction',
        discussion: 'For discussion',
        information: 'For information',
        noting: 'To note',
      };
      assert.ok(
        agenda.includes(
          squeezed(`${item.number}${item.title}${item.purpose === null ? '' : purpose[item.purpose]}${shown}`),
        ),
        item.title,
      );
    }
    assert.equal(ranges[4], null);
    assert.ok(
      agenda.includes(squeezed(blockText(content.items[4]?.text[0] ?? assert.fail()))),
      'the text of an item stands below its line',
    );
  });

  test('tags numbered paragraphs as a list with their numbers, tables with headers, and everything below real headings', async () => {
    const made = await renderPackPdf(packContent(), version);
    const pdf = await openPdf(made.pdf);
    const tags = allTags(await pdf.tags(made.pages.byAnchor['item-3'] ?? 0));
    const roles = new Set(tags.map((tag) => tag.role));
    for (const role of [
      'H1',
      'H2',
      'H3',
      'L',
      'LI',
      'Lbl',
      'LBody',
      'P',
      'Table',
      'THead',
      'TBody',
      'TR',
      'TH',
      'TD',
      'Link',
    ])
      assert.ok(roles.has(role), role);
    assert.match(rawPdf(made.pdf), /\/Scope\s*\/Column/);
    const cover = allTags(await pdf.tags(1)).map((tag) => tag.role);
    assert.ok(cover.includes('TOC') && cover.includes('TOCI'));
    const minuted = allTags(await pdf.tags(made.pages.byAnchor['item-2'] ?? 0)).map((tag) => tag.role);
    assert.ok(minuted.includes('H4'), 'comments, decisions and actions have headings of their own');
  });

  test('links: to the web, to an address, to a place in the pack; anything else is text', async () => {
    const body = [
      paragraph([
        { text: 'web', href: 'https://example.org/a' },
        { text: 'write', href: 'mailto:a@example.org' },
        { text: 'there', href: '#p-2' },
        { text: 'script', href: 'javascript:alert(1)' },
        { text: 'nowhere', href: '#p-77' },
      ]),
      paragraph('Two.', '2'),
    ];
    const content = packContent({ items: [packItem({ number: '1', papers: [report({ contact: null, body })] })] });
    const made = await renderPackPdf(content, version);
    const page = made.pages.byAnchor['item-1'] ?? 0;
    const links = await (await openPdf(made.pdf)).links(page);
    assert.deepEqual(links, [
      { url: 'https://example.org/a', page: null },
      { url: 'mailto:a@example.org', page: null },
      { url: null, page },
    ]);
  });

  test('a number that Kept worked out stands in brackets, and the first one says what that means', async () => {
    const made = await renderPackPdf(packContent(), version);
    const text = await (await openPdf(made.pdf)).text(made.pages.byAnchor['item-3-p-4'] ?? 0);
    assert.ok(text.includes('[4]Thereisnocost') && text.includes('[5]Aboutaquarter'));
    const all = (await pageTexts(await openPdf(made.pdf))).join('');
    assert.equal(all.split('Numbersinsquarebrackets').length, 2);
  });

  test('each anchor is on the page that the map names: minutes and reports of 80 pages', async () => {
    const long = longPack(7);
    const minuted = minutes({ items: Array.from({ length: 40 }, (_, at) => minutesItem({ number: String(at + 1) })) });
    const { content, words } = marked({
      ...long,
      items: [packItem({ number: '0', papers: [minuted] }), ...long.items],
    });
    const made = await renderPackPdf(content, version);
    assert.equal(made.standard, 'ua-1');
    assertEveryAnchorHasAPage(content, made.pages);
    const texts = await pageTexts(await openPdf(made.pdf));
    assert.ok(words.size > 700);
    for (const [id, word] of words)
      assert.deepEqual(
        texts.flatMap((text, page) => (text.includes(word) ? [page] : [])),
        [made.pages.byAnchor[id]],
        id,
      );
  });

  test('the same content and version give the same bytes; another version gives others', async () => {
    const hash = async (number: number) =>
      createHash('sha256')
        .update((await renderPackPdf(packContent(), { ...version, number })).pdf)
        .digest('hex');
    const first = await hash(2);
    assert.equal(await hash(2), first);
    assert.notEqual(await hash(3), first);
  });

  test('the signed head is printed on the first page, and a program finds it in the file', async () => {
    const head = { number: 214, sha256: 'a1'.repeat(32), signed_at: new Date('2026-03-02T15:42:00Z') };
    const made = await renderPackPdf(packContent(), { ...version, head });
    assert.equal(made.standard, 'ua-1');
    assert.deepEqual(headsNamed(made.pdf), [{ number: 214, sha256: head.sha256 }]);
    const texts = await pageTexts(await openPdf(made.pdf));
    assert.ok(squeezed(texts[1] ?? '').includes(squeezed(`Signed head 214, 2 March 2026: ${head.sha256}`)), texts[1]);
    assert.ok(texts.slice(2).every((text) => !text.includes(head.sha256)));
  });

  test('three thousand paragraphs in one report, each with its page', async () => {
    const body = Array.from({ length: 3000 }, (_, at) =>
      paragraph(
        `Paragraph with the word Mark${String(at).padStart(6, '0')}x in it, and enough behind it to fill a line and a half of the page.`,
        String(at + 1),
      ),
    );
    const content = packContent({ items: [packItem({ number: '1', papers: [report({ body })] })] });
    const made = await renderPackPdf(content, version);
    assert.equal(made.standard, 'ua-1');
    const texts = await pageTexts(await openPdf(made.pdf));
    for (let at = 0; at < 3000; at += 37)
      assert.ok(
        texts[made.pages.byAnchor[`item-1-p-${at + 1}`] ?? 0]?.includes(`Mark${String(at).padStart(6, '0')}x`),
        `paragraph ${at + 1}`,
      );
  });

  test('nothing but a name and a date is a pack too', async () => {
    const content = packContent({
      notices: [],
      groups: [],
      items: [],
      nextMeeting: null,
      cycle: null,
      board: { ...packContent().board, organisation: null },
      meeting: { ...packContent().meeting, start: null, place: null, mode: null, contact: null },
    });
    const made = await renderPackPdf(content, version);
    assert.equal(made.standard, 'ua-1');
    assertEveryAnchorHasAPage(content, made.pages);
    assert.ok((await (await openPdf(made.pdf)).text(made.pages.byAnchor['agenda'] ?? 0)).includes('Therearenoitems'));
  });

  test('a group stands in one piece: heading, office and a table of a dozen; a longer one begins with three rows', async () => {
    const sizes = [3, 12, 1, 7, 20, 5, 2, 9, 30, 4, 11, 6, 14, 8, 12, 10, 12, 3, 12];
    const groups = sizes.map((size, at) =>
      packGroup({
        name: `Groupname${at}x`,
        seats: size,
        office: { phone: `Officeof${at}x`, email: null },
        members: Array.from({ length: size }, (_, row) => member(`Member${at}r${row}x`, 'Somewhere Council')),
        substitutes: [member(`Substitute${at}x`, 'Elsewhere Council')],
      }),
    );
    const made = await renderPackPdf(packContent({ groups, items: [] }), version);
    assert.equal(made.standard, 'ua-1');
    const texts = await pageTexts(await openPdf(made.pdf));
    const pageOf = (word: string) => texts.findIndex((text) => text.includes(word));
    for (const [at, size] of sizes.entries()) {
      const words = [
        `Officeof${at}x`,
        ...Array.from({ length: size <= 12 ? size : 3 }, (_, row) => `Member${at}r${row}x`),
      ];
      for (const word of words) assert.equal(pageOf(word), pageOf(`Groupname${at}x`), word);
    }
  });

  test('a decision that is not longer than half a page stands on one page', async () => {
    const items = Array.from({ length: 60 }, (_, at) =>
      minutesItem({
        number: String(at + 1),
        decisions: [
          {
            text: [
              { text: `Begin${at}x ${'The board agreed and asked to hear again. '.repeat((at * 7) % 29)} End${at}x` },
            ],
          },
        ],
      }),
    );
    const made = await renderPackPdf(packContent({ items: [packItem({ papers: [minutes({ items })] })] }), version);
    const texts = await pageTexts(await openPdf(made.pdf));
    for (const [at] of items.entries())
      assert.ok(
        texts.some((text) => text.includes(`Begin${at}x`) && text.includes(`End${at}x`)),
        `decision ${at + 1}`,
      );
    const long = minutesItem({ decisions: [{ text: [{ text: 'Agreed in many words. '.repeat(800) }] }] });
    assert.equal(
      (await renderPackPdf(packContent({ items: [packItem({ papers: [minutes({ items: [long] })] })] }), version))
        .standard,
      'ua-1',
    );
  });

  test('no line of the notices or of an annex is alone on a page', async () => {
    for (let count = 14; count < 22; count++) {
      const notices = Array.from({ length: count }, (_, at) => [
        ...(at % 3 === 0 ? [heading(`Notice ${at}`)] : []),
        paragraph(
          `Number ${at}. Members can come or join by video; please say which by the Friday before, with anything you need in order to take part.`,
        ),
      ]).flat();
      const made = await renderPackPdf(
        packContent({ notices, items: [packItem({ papers: [annex({ body: notices })] })] }),
        version,
      );
      const texts = await pageTexts(await openPdf(made.pdf));
      for (const last of [texts[(made.pages.byAnchor['membership'] ?? 0) - 1] ?? '', texts.at(-1) ?? '']) {
        assert.ok(last.includes(`Number${count - 1}.`));
        assert.ok(last.split('pleasesaywhich').length > 2, `${count}: ${last}`);
      }
    }
  });

  test('what the clerk added is marked, and the first mark says what it means', async () => {
    const said = minutes({
      items: [
        minutesItem({
          actions: [
            { text: [{ text: 'Share the slides.' }], owner: 'Ruth', due: '2026-02-27', byClerk: ['owner'] },
            { text: [{ text: 'Hold a workshop.' }], owner: null, due: null, byClerk: ['action'] },
          ],
        }),
      ],
      attendance: attendance().map((row, at) => ({ ...row, origin: at === 3 ? 'clerk' : 'source' })),
      substitutions: [
        { absent: 'Cllr Siân Prys', substitute: 'Cllr Owen Falconer' },
        { absent: null, substitute: 'Cllr Jo Abara' },
      ],
    });
    const made = await renderPackPdf(packContent({ items: [packItem({ papers: [said] })] }), version);
    assert.equal(made.standard, 'ua-1');
    const all = (await pageTexts(await openPdf(made.pdf))).join('');
    for (const words of [
      'Owner: Ruth [added by the clerk] · Due: 27 February 2026',
      'Hold a workshop. [added by the clerk]',
      'Cllr Siân Prys [added by the clerk]',
      'Cllr Owen Falconer substituted for Cllr Siân Prys',
      'Cllr Jo Abara was a substitute; for whom is not stated',
    ])
      assert.ok(all.includes(squeezed(words)), words);
    assert.equal(all.split(squeezed('What is marked [added by the clerk]')).length, 2);
    assert.doesNotMatch(
      (await pageTexts(await openPdf((await renderPackPdf(packContent(), version)).pdf))).join(''),
      /bytheclerk/,
    );
  });

  test('hostile text comes out as text', async () => {
    const nasty =
      '#import "x" $a^2$ @item-3 \\ *b* _i_ `c` <item-3> ] } // c /* = H <script>alert(1)</script> ' +
      '\u0000\u202eevil\u202c 日本 👩‍👩‍👧 שלום مرحبا हि e\u0301 \ud800 \ufffe ✓ \uf0b7 ' +
      'x'.repeat(400);
    const body = [
      heading('', 3),
      heading(nasty, 3),
      paragraph(nasty, nasty),
      paragraph('', ''),
      paragraph('x', '§'),
      paragraph('y', '77/21', 'recovered'),
      table([nasty, nasty], [[nasty], [nasty, nasty, nasty]], nasty),
      table(null, []),
      table([], []),
      table(null, [['', ''], []]),
      bullets(),
      bullets(nasty, ''),
      quote(nasty, nasty),
    ];
    const content = packContent({
      board: { ...packContent().board, name: nasty, organisation: nasty },
      meeting: { ...packContent().meeting, date: nasty, start: nasty, place: nasty },
      cycle: nasty,
      nextMeeting: { date: nasty, start: nasty, place: nasty },
      notices: [heading(nasty), paragraph(nasty)],
      groups: [
        packGroup({
          name: nasty,
          office: { phone: nasty, email: nasty },
          members: [member(nasty, nasty, { honours: nasty, office: nasty })],
        }),
      ],
      items: [
        packItem({
          number: nasty,
          title: nasty,
          papers: [
            report({ title: nasty, theme: nasty, body }),
            minutes({
              title: nasty,
              items: [minutesItem({ title: nasty, number: null })],
              attendance: [{ ...(attendance()[0] ?? assert.fail()), name: nasty }],
            }),
            annex({ number: null, title: '', body: [] }),
          ],
        }),
        packItem({ number: nasty, title: '' }),
      ],
      leftovers: [paragraph(nasty)],
    });
    const made = await renderPackPdf(content, version);
    assert.equal(made.standard, 'ua-1');
    assertEveryAnchorHasAPage(content, made.pages);
    assert.equal(made.warnings.length, 1);
    assert.match(made.warnings[0] ?? '', /No typeface of the PDF can print .*U\+/);
    const text = (await pageTexts(await openPdf(made.pdf))).join('');
    assert.ok(
      text.includes(
        squeezed('#import "x" $a^2$ @item-3 \\ *b* _i_ `c` <item-3> ] } // c /* = H <script>alert(1)</script>'),
      ),
    );
  });

  test('lists hundreds deep, a word without end and a table of hundreds of rows are printed', async () => {
    const deep = {
      kind: 'list' as const,
      ordered: false,
      lines: null,
      items: [{ prose: [{ text: 'deepest' }], items: [] as Deep[] }],
    };
    for (let depth = 0; depth < 400; depth++) deep.items = [{ prose: [{ text: `level ${depth}` }], items: deep.items }];
    const rows = Array.from({ length: 700 }, (_, at) => [`row ${at}`, 'b']);
    const content = packContent({
      items: [
        packItem({
          number: '1',
          papers: [annex({ body: [deep, paragraph('w'.repeat(5_000)), table(['a', 'b'], rows)] })],
        }),
      ],
    });
    const made = await renderPackPdf(content, version);
    assert.equal(made.standard, 'ua-1');
    const texts = await pageTexts(await openPdf(made.pdf));
    assert.ok(texts.some((text) => text.includes('deepest')) && texts.some((text) => text.includes('row699')));
  });

  test('a real pack of 85 kB in one run', async (t) => {
    const path = sharedFile('packs/lga-cyp-board-2024-03-12.md');
    if (path === null) return t.skip('the shared pack is not on this machine');
    const body = roughly(readFileSync(path, 'utf8'));
    const { content, words } = marked(packContent({ items: [packItem({ number: '1', papers: [annex({ body })] })] }));
    const made = await renderPackPdf(content, version);
    assert.equal(made.standard, 'ua-1');
    const texts = await pageTexts(await openPdf(made.pdf));
    assert.ok(words.size > 500);
    for (const [id, word] of words)
      assert.deepEqual(
        texts.flatMap((text, page) => (text.includes(word) ? [page] : [])),
        [made.pages.byAnchor[id]],
        id,
      );
  });
});

interface Deep {
  readonly prose: { readonly text: string }[];
  readonly items: Deep[];
}

/** Blocks out of Markdown, as roughly as a test can afford: the importer proper does this with care. */
function roughly(markdown: string): Block[] {
  return markdown
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part): Block[] => {
      const lines = part.split('\n');
      if (part.startsWith('|')) {
        const rows = lines
          .filter((line) => !/^[|\s:-]+$/.test(line))
          .map((line) =>
            line
              .replace(/^\||\|$/g, '')
              .split('|')
              .map((cell) => cell.replace(/<[^>]+>/g, '').trim()),
          );
        return rows.length === 0 ? [] : [table(rows[0] ?? [], rows.length > 1 ? rows.slice(1) : [['']])];
      }
      if (lines.every((line) => /^\s*[-✓]/.test(line)))
        return [bullets(...lines.map((line) => line.replace(/^\s*[-✓]+\s*/, '')))];
      return lines.map((line) => {
        const [, number, rest] = /^\s*(\d+(?:\.\d+)*)\.?\s+(.*)$/.exec(line) ?? [];
        return number === undefined ? paragraph(line) : paragraph(rest ?? '', number);
      });
    });
}
