import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noBrowser, openPage } from '#test/browser.js';
import { publishExamples, withSite } from '#test/site.js';

const words = (body: string) => body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

void test('what was just published says what it is', () =>
  withSite(async ({ get, write }) => {
    await publishExamples(write);
    const body = words((await get('/')).body);
    for (const said of ['Membership of Young People’s Board', 'Agenda pack of Young People’s Board, 10 March 2026', 'Minutes of Young People’s Board, 20 January 2026']) assert.ok(body.includes(said), said);
  }));

void test('the next meetings stand first', () =>
  withSite(async ({ get, write }) => {
    await publishExamples(write);
    const body = words((await get('/')).body);
    assert.match(body, /Next meetings .*Tuesday 10 March 2026, 10.30am .*Tuesday 16 June 2026/);
    assert.doesNotMatch(body, /Latest meeting/);
  }));

void test('where no next meeting is known, the latest one stands there, and no heading without a meeting', () =>
  withSite(
    async ({ get, write }) => {
      const { board } = await publishExamples(write);
      const body = words((await get('/')).body);
      assert.match(body, /Latest meeting .*Tuesday 16 June 2026.* No next meeting is known yet\./);
      assert.doesNotMatch(body, /Next meetings|10\.30am/);
      await write.deleteFrom('published.meeting').where('board', '=', board).execute();
      assert.doesNotMatch(words((await get('/')).body), /Latest meeting|Next meeting/);
    },
    new Date('2027-01-02T10:00:00Z'),
  ));

void test('header and banner leave most of a short screen to the text', { skip: noBrowser }, () =>
  withSite(async ({ listen, write }) => {
    await publishExamples(write);
    const address = await listen();
    const page = await openPage({ width: 320, height: 256 });
    for (const path of ['/', '/boards', '/search']) {
      await page.goto(address + path);
      const top = await page.evaluate("document.querySelector('main').getBoundingClientRect().top");
      assert.ok(Number(top) <= 0.5 * 256, `${path}: the text begins ${String(top)} px from the top`);
      assert.equal(await page.evaluate('document.documentElement.scrollWidth > window.innerWidth'), false);
    }
    await page.context().close();
  }));
