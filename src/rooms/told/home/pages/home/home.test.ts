import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { raiseRevision } from '#kit/publications/publications.js';
import { noBrowser, openPage } from '#test/browser.js';
import { publishExamples, withSite } from '#test/site.js';
import { html } from '#test/views.js';
import { HomeView, type HomeViewProps } from './home.view.js';

const words = (body: string) => body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

void test('what was just published says what it is', () =>
  withSite(async ({ get, write }) => {
    await publishExamples(write);
    const body = words((await get('/')).body);
    for (const said of [
      'Membership of Young People’s Board',
      'Agenda pack of Young People’s Board, 10 March 2026',
      'Minutes of Young People’s Board, 20 January 2026',
    ])
      assert.ok(body.includes(said), said);
  }));

void test('the next meetings stand first', () =>
  withSite(async ({ get, write }) => {
    await publishExamples(write);
    const body = words((await get('/')).body);
    assert.match(body, /Next meetings .*Tuesday 10 March 2026, 10.30am .*Tuesday 16 June 2026/);
    assert.doesNotMatch(body, /Latest meeting/);
  }));

void test('where no next meeting is known, the latest one stands there', () =>
  withSite(async ({ get, write }) => {
    await publishExamples(write);
    const body = words((await get('/')).body);
    assert.match(body, /Latest meeting .*Tuesday 16 June 2026.* No next meeting is known yet\./);
    assert.doesNotMatch(body, /Next meetings|10\.30am/);
  }, new Date('2027-01-02T10:00:00Z')));

void test('there is no heading without a meeting', () =>
  withSite(async ({ get, write }) => {
    const { board } = await publishExamples(write);
    await write.deleteFrom('published.meeting').where('board', '=', board).execute();
    assert.doesNotMatch(words((await get('/')).body), /Latest meeting|Next meeting/);
  }, new Date('2027-01-02T10:00:00Z')));

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
  }),
);

void test('what young people were promised is counted, and what there is none of is not named', () => {
  const counted = (total: number, href = '/there') => ({ total, href });
  const shown = (promised: HomeViewProps['promised']): string =>
    words(
      html(
        HomeView({
          search: '/search',
          calendar: '/calendar',
          decisionsHref: '/decisions',
          next: [],
          latest: [],
          publications: [],
          boards: [{ name: 'A board', href: '/boards/a', organisation: '' }],
          moreBoards: null,
          decisions: [],
          promised,
        }),
      ),
    );
  const some = shown({
    promises: { ...counted(9), open: 6 },
    overdue: counted(1),
    kept: counted(0),
    charters: counted(1),
    practices: counted(0),
    offers: { ...counted(2), find: '/find' },
  });
  assert.match(
    some,
    new RegExp(
      'For young people 6 promises not ended yet All promises 1 promise overdue Those overdue 0 promises kept ' +
        'Those kept 1 charter written together All charters 2 offers for care leavers What can I get\\?',
    ),
  );
  assert.doesNotMatch(some, /practice/);
  assert.doesNotMatch(
    shown({
      promises: { ...counted(0), open: 0 },
      overdue: counted(0),
      kept: counted(0),
      charters: counted(0),
      practices: counted(0),
      offers: { ...counted(0), find: '/find' },
    }),
    /For young people|promises/,
  );
});

void test('home counts the promises that are there', () =>
  withSite(async ({ get, write }) => {
    const before = words((await get('/?before')).body);
    assert.doesNotMatch(before, /promises? not ended yet/);
    await sql`insert into published.promise (id, slug, organisation, organisation_slug, organisation_name,
      organisation_kind, framework, theme, aim, steps, effect_verb, effect, owner, due, first_due, moves, practices,
      state, declared_status, agreed_on, agreed_by, at_risk, last_news, changed_at)
      select gen_random_uuid(), 'home-' || n, gen_random_uuid(), 'a-school', 'A school', 'school', 'a-framework',
        'a-theme', 'We will listen.', '{}', 'can', 'So, you can say', 'Head', '2027-01-01', '2027-01-01', 0, '{}',
        'agreed', 'on track', '2025-01-01', 'Governors', false, '2025-01-01', now() from generate_series(1, 3) n`.execute(
      write,
    );
    await raiseRevision(write);
    assert.match(words((await get('/?after')).body), /3 promises not ended yet/);
  }));
