import assert from 'node:assert/strict';
import { test } from 'node:test';
import { framed } from '#kit/frame.js';
import { axe } from '#test/axe.js';
import { builtAssets, noBrowser, openPage, serveViews } from '#test/browser.js';
import { houseFrame } from '#test/frame.js';
import { idsOf } from '#test/views.js';
import { Frozen } from '#ui/frozen/frozen.js';
import { minutesAnchors } from '../../anchors.js';
import { minutesContent, minutesItem } from '../../examples.js';
import { minutesStatements } from '../../statements.js';
import { renderMinutesHtml } from './render.js';

const twice = minutesContent({
  minutes: { ...minutesContent().minutes, items: [minutesItem(), minutesItem(), minutesItem({ number: '§' })] },
});

void test('every entry, decision and action has one address, also where two items carry one number', () => {
  for (const content of [minutesContent(), twice]) {
    const ids = idsOf(renderMinutesHtml(content, 1, '2025-06-20'));
    assert.equal(new Set(ids).size, ids.length);
    const anchors = minutesAnchors(content.minutes);
    for (const id of [
      ...anchors.leftovers,
      ...anchors.items.flatMap((item) => [item.id, ...item.entries, ...item.decisions, ...item.actions]),
    ])
      assert.ok(ids.includes(id), id);
    for (const { anchor } of minutesStatements(content))
      assert.ok(anchor !== null && ids.includes(anchor), String(anchor));
  }
});

void test('the page says what is open: no owner, no date, no nature of an interest', () => {
  const html = renderMinutesHtml(minutesContent(), 2, '2025-06-20');
  for (const words of [
    'No owner stated',
    'No date stated',
    'not stated',
    'Cllr Whitby asked:',
    'Ravi Menon responded:',
    'Members present (2)',
    'Apologies (1)',
    'Agreed',
    '2, published on 20 June 2025',
    'The meeting closed at 1pm.',
  ])
    assert.ok(html.includes(words), words);
});

void test('what the clerk added is marked, and substitutions are named', () => {
  const { minutes } = minutesContent();
  const added = minutesContent({
    minutes: {
      ...minutes,
      items: [
        minutesItem({
          actions: [{ text: [{ text: 'Ask the operator.' }], owner: null, due: '2025-09-01', byClerk: ['due'] }],
        }),
      ],
      attendance: minutes.attendance.map((row) => ({
        ...row,
        origin: row.status === 'apologies' ? 'clerk' : 'source',
      })),
      substitutions: [{ absent: 'Cllr Tom Whitby', substitute: null }],
    },
  });
  const text = renderMinutesHtml(added, 1, '2025-06-20').replace(/<[^>]*>/g, '');
  for (const words of [
    'Due: 1 September 2025 [added by the clerk]',
    'Cllr Tom Whitby [added by the clerk]',
    'Somebody substituted for Cllr Tom Whitby; who is not stated',
    'What is marked [added by the clerk]',
  ])
    assert.ok(text.includes(words), words);
  assert.ok(
    minutesStatements(added).some(
      (statement) => statement.text === 'Cllr Tom Whitby: sent apologies [added by the clerk]',
    ),
  );
  assert.doesNotMatch(renderMinutesHtml(minutesContent(), 1, '2025-06-20'), /added by the clerk|ubstituted/);
});

void test('parts that the minutes do not have get no heading', () => {
  const bare = minutesContent({
    state: 'not stated',
    minutes: { ...minutesContent().minutes, attendance: [], declarations: [], leftovers: [] },
  });
  const html = renderMinutesHtml(bare, 1, '2025-06-20');
  assert.doesNotMatch(html, /Attendance|Declarations|belongs to no item/);
  assert.match(html, /Agreed by the board.*not stated/s);
  assert.doesNotMatch(html, /Draft/);
});

for (const width of [360, 1280]) {
  void test(
    `axe finds nothing on minutes at ${width} px and nothing is wider than the screen`,
    { skip: noBrowser },
    async () => {
      const whole = framed(
        { title: 'Minutes', main: <Frozen html={renderMinutesHtml(minutesContent(), 1, '2025-06-20')} /> },
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
      const page = await openPage({ width });
      const complaints = await serveViews(page, (path) => (path === '/minutes' ? whole : undefined));
      await page.goto('http://kept.test/minutes');
      await axe(page);
      assert.equal(await page.evaluate('document.documentElement.scrollWidth > window.innerWidth'), false);
      assert.deepEqual(complaints, []);
      await page.context().close();
    },
  );
}
