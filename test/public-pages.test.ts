/** Every public page in every state that matters: status, heading, landmarks, links that arrive, axe in a real browser. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { parse } from 'parse5';
import { axeFindings } from '#test/axe.js';
import { noBrowser, openPage } from '#test/browser.js';
import { type Examples, publishExamples, withSite } from '#test/site.js';
import { idsOf, walk } from '#test/views.js';

function pagesOf({ board, meeting, minuted, first, second, minutes, boardPublication }: Examples): readonly string[] {
  const held = `/boards/${board}/meetings`;
  return [
    '/',
    '/boards',
    `/boards/${board}`,
    '/people/cllr-ann-whitcombe',
    '/people/cllr-lewis-garth',
    `${held}/${meeting}`,
    `${held}/${minuted}`,
    `${held}/2026-06-16`,
    `${held}/${meeting}/pack`,
    `${held}/${meeting}/pack/v1`,
    `${held}/${meeting}/pack/v1/changes`,
    `${held}/${meeting}/pack/v2/changes`,
    `${held}/${minuted}/minutes`,
    `${held}/${minuted}/minutes/v1`,
    '/calendar',
    '/decisions',
    `/decisions?board=${board}`,
    '/actions',
    '/search',
    '/search?q=heeting',
    '/search?q=zzzzqqqq',
    `/publications/${first}`,
    `/publications/${second}`,
    `/publications/${minutes}`,
    `/publications/${boardPublication}`,
    '/problems',
    '/kit',
    '/kit/button',
  ];
}

function linksOf(markup: string): readonly string[] {
  return [...walk(parse(markup))].flatMap((element) =>
    element.attrs.filter(({ name }) => name === 'href').map(({ value }) => value),
  );
}

void test('every page has one heading, unique ids, a title and only links that arrive', () =>
  withSite(async ({ get, write }) => {
    const examples = await publishExamples(write);
    const targets = new Map<string, Set<string>>();
    for (const path of pagesOf(examples)) {
      const { status, body } = await get(path);
      assert.equal(status, 200, path);
      const ids = idsOf(body);
      assert.deepEqual(
        ids.filter((id, at) => ids.indexOf(id) !== at),
        [],
        path,
      );
      assert.equal(body.match(/<h1/g)?.length, 1, path);
      assert.match(body, /<title>[^<]+ - Kept<\/title>/);
      assert.doesNotMatch(body, /<script|style="| on[a-z]+="|undefined|\[object/, path);
      if (!path.startsWith('/kit'))
        for (const link of linksOf(body))
          targets.set(link.startsWith('#') ? path + link : link, new Set([...(targets.get(link) ?? []), path]));
    }
    const seen = new Map<string, readonly string[]>();
    for (const [link, from] of targets) {
      // Pages of other gates, files of the build and other sites are tested elsewhere.
      if (!link.startsWith('/') || /^\/(assets|work|sign-in)\b/.test(link)) continue;
      const [path = '', hash] = link.split('#');
      if (!seen.has(path)) {
        const { status, type, body } = await get(path);
        assert.equal(status, 200, `${link}, linked from ${[...from].join(', ')}`);
        seen.set(path, type.startsWith('text/html') ? idsOf(body) : []);
      }
      if (hash && !hash.startsWith('page='))
        assert.ok(seen.get(path)?.includes(hash), `${link}, linked from ${[...from].join(', ')}`);
    }
    assert.ok(seen.size > 40, `only ${seen.size} addresses followed`);
  }));

void test('pages before anything is published say so', () =>
  withSite(async ({ get }) => {
    for (const [path, words] of [
      ['/', 'Nothing is published yet'],
      ['/boards', 'No boards yet'],
      ['/calendar', 'No next meeting is known'],
      ['/decisions', 'No decisions here yet'],
      ['/actions', 'No actions here yet'],
      ['/search?q=bus', 'Nothing found'],
    ] as const) {
      const { status, body } = await get(path);
      assert.equal(status, 200);
      assert.ok(body.includes(words), path);
    }
    assert.match((await get('/calendar.ics')).body, /^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
  }));

void test('what is not there, or is no address at all, is not found', () =>
  withSite(async ({ get, write }) => {
    const { board, meeting } = await publishExamples(write);
    const held = `/boards/${board}/meetings/${meeting}`;
    const addresses = [
      '/boards/none',
      '/boards/a%00b',
      '/people/none',
      `/boards/${board}/meetings/none`,
      `${held}/minutes`,
      `${held}/pack/v3`,
      `${held}/pack/v0`,
      `${held}/pack/v01`,
      `${held}/pack/vx`,
      `${held}/pack/v3/changes`,
      `${held}/pack/v3/pack.pdf`,
      '/publications/none',
      '/publications/00000000-0000-7000-8000-000000000000',
      '/publications/00000000-0000-7000-8000-000000000000/content.json',
      '/kit/none',
      '/kit/page/none',
      '/boards/none/calendar.ics',
    ];
    for (const path of addresses) assert.equal((await get(path)).status, 404, path);
  }));

void test('files are the very bytes whose fingerprint is shown', () =>
  withSite(async ({ get, write }) => {
    const { board, meeting, second, first } = await publishExamples(write);
    const held = `/boards/${board}/meetings/${meeting}`;
    const page = (await get(`/publications/${second}`)).body;
    for (const path of [
      `/publications/${second}/content.json`,
      `/publications/${second}/main.html`,
      `/publications/${second}/file.pdf`,
      `${held}/pack.json`,
      `${held}/pack.pdf`,
      `${held}/pack/v2/pack.json`,
      `${held}/pack/v2/pack.pdf`,
    ]) {
      const { body, status } = await get(path);
      assert.equal(status, 200, path);
      assert.ok(page.includes(createHash('sha256').update(body).digest('hex')), `${path} is not what was frozen`);
    }
    assert.equal((await get(`${held}/pack/v1/pack.pdf`)).body, '%PDF-1.7 version 1');
    assert.equal(
      (await get(`${held}/pack/v1/pack.json`)).body,
      (await get(`/publications/${first}/content.json`)).body,
    );
    // A version may be withdrawn: whoever keeps a copy asks before showing it again.
    for (const path of [`${held}/pack/v1/pack.pdf`, `${held}/pack.pdf`])
      assert.equal(String((await get(path)).headers['cache-control']), 'no-cache');
    assert.ok((await get(`${held}/pack`)).body.includes((await get(`/publications/${second}/main.html`)).body));
  }));

void test('an older version says that a newer one exists, a newer one what changed', () =>
  withSite(async ({ get, write }) => {
    const { board, meeting } = await publishExamples(write);
    const pack = `/boards/${board}/meetings/${meeting}/pack`;
    assert.match(
      (await get(`${pack}/v1`)).body,
      /A newer one has been published: <a href="[^"]+\/pack">read version 2/,
    );
    const newest = (await get(pack)).body;
    assert.ok(newest.includes(`href="${pack}/v2/changes"`));
    assert.doesNotMatch(newest, /A newer one has been published/);
    const changes = (await get(`${pack}/v2/changes`)).body;
    for (const words of [
      '<h2>Cover</h2>',
      '<h2>Agenda</h2>',
      '11am',
      '10.30am',
      'what changes in autumn',
      `href="${pack}/v2#agenda"`.replace('#agenda', '#item-5'),
    ])
      assert.ok(changes.includes(words), words);
    assert.match((await get(`${pack}/v1/changes`)).body, /This is the first version/);
    const links = [...changes.matchAll(/<a href="([^"]*#[^"]*)">(See [^<]* in its place)<\/a>/g)];
    assert.ok(
      links.length >= 2 && links.some(([, , name]) => name === 'See agenda in its place'),
      links.map(([, , name]) => name).join('\n'),
    );
    assert.equal(
      new Set(links.map(([, href, name]) => `${href} ${name}`)).size,
      new Set(links.map(([, , name]) => name)).size,
      'one name for two places',
    );
    assert.match(
      (await get(`/boards/${board}/meetings/${meeting}`)).body,
      /what changed<span class="govuk-visually-hidden"> in agenda pack, version 2<\/span>/,
    );
  }));

void test('a meeting shows its agenda with pages, its papers, its decisions and who was there', () =>
  withSite(async ({ get, write }) => {
    const { board, meeting, minuted } = await publishExamples(write);
    const ahead = (await get(`/boards/${board}/meetings/${meeting}`)).body;
    for (const words of [
      'Tuesday 10 March 2026, 10.30am',
      'Agenda published',
      'For direction',
      'verbal report, no paper',
      'Annex 2: Research on belonging',
      `/pack.pdf#page=`,
      `/pack#item-3`,
      'Agenda pack, version 2',
      'Agenda pack, version 1',
      'In person and online',
      '16 June 2026',
      '20 January 2026',
    ])
      assert.ok(ahead.includes(words), words);
    assert.doesNotMatch(ahead, /id="attendance"/);
    const past = (await get(`/boards/${board}/meetings/${minuted}`)).body;
    for (const words of [
      'Minutes published',
      'asked for a second report',
      '/minutes#minute-3-decision-1',
      'No owner stated',
      'Members present (3)',
      'Apologies (1)',
    ])
      assert.ok(past.includes(words), words);
    assert.match((await get(`/boards/${board}/meetings/2026-06-16`)).body, /no time stated[^]*No agenda yet/);
  }));

void test('a board shows seats, vacancies, substitutes, outside bodies and its meetings', () =>
  withSite(async ({ get, write }) => {
    const { board } = await publishExamples(write);
    const { body } = await get(`/boards/${board}`);
    for (const words of [
      '1 vacant',
      '1 vacant seat',
      'Substitutes',
      'Cllr Owen Falconer',
      'Northern Youth Trust',
      'Who leads the board',
      'Past meetings',
      `/boards/${board}/calendar.ics`,
      'riverside@example.org',
    ])
      assert.ok(body.includes(words), words);
  }));

void test('a person’s page counts meetings and never works out a share', () =>
  withSite(async ({ get, write }) => {
    await publishExamples(write);
    const chair = (await get('/people/cllr-ann-whitcombe')).body;
    for (const words of [
      'Northmoor County Council',
      'Chair',
      'Riverside Group',
      'Northern Youth Trust',
      '1 meeting (present: 1)',
    ])
      assert.ok(chair.includes(words), words);
    const away = (await get('/people/cllr-si-n-prys')).body;
    assert.match(away, /sent apologies: 1/);
    assert.match((await get('/people/cllr-lewis-garth')).body, /His daughter works for one of the providers/);
    assert.doesNotMatch(chair + away, /\d ?%|per cent/);
  }));

void test('actions say who, by when, and what is overdue today', async () => {
  await withSite(async ({ get, write }) => {
    await publishExamples(write);
    const { body } = await get('/actions');
    for (const words of [
      'Owner: Tom Lindqvist',
      'Due: 27 February 2026',
      'Overdue',
      'No owner stated',
      'No date stated',
      '2 actions',
    ])
      assert.ok(body.includes(words), words);
  });
  await withSite(async ({ get, write }) => {
    await publishExamples(write);
    assert.doesNotMatch((await get('/actions')).body, /Overdue/);
  }, new Date('2026-02-27T23:30:00Z'));
});

void test('decisions can be narrowed to a board', () =>
  withSite(async ({ get, write }) => {
    const { board } = await publishExamples(write);
    assert.match((await get('/decisions')).body, /2 decisions/);
    assert.match((await get(`/decisions?board=${board}`)).body, /2 decisions/);
    assert.match((await get('/decisions?board=none')).body, /No decisions here yet/);
  }));

void test('the calendar feed names each meeting once, with the same name in both feeds', () =>
  withSite(async ({ get, write }) => {
    const { board } = await publishExamples(write);
    const { body, type } = await get('/calendar.ics');
    assert.match(type, /^text\/calendar/);
    const uids = (feed: string) => [...feed.matchAll(/^UID:(.+)\r$/gm)].map(([, uid]) => uid);
    assert.equal(new Set(uids(body)).size, 3);
    assert.deepEqual(uids((await get(`/boards/${board}/calendar.ics`)).body), uids(body));
    for (const line of [
      'DTSTART;TZID=Europe/London:20260310T103000',
      'DTSTART;VALUE=DATE:20260616',
      'STATUS:TENTATIVE',
      'STATUS:CONFIRMED',
      'SEQUENCE:2',
      'LAST-MODIFIED:20260228T163000Z',
    ])
      assert.ok(body.includes(`\r\n${line}\r\n`), line);
  }));

void test('home shows what comes next and what was decided last', () =>
  withSite(async ({ get, write }) => {
    await publishExamples(write);
    const { body } = await get('/');
    for (const words of [
      'Tuesday 10 March 2026',
      'asked for a second report',
      'version 2',
      'Northern Councils Together',
    ])
      assert.ok(body.includes(words), words);
    assert.doesNotMatch(body, /20 January 2026, 11am/);
  }));

// Wide ones are looked at with every other page (every-page).
void test(
  'axe finds nothing on any of these pages where there is least room, none is wider than the screen',
  { skip: noBrowser },
  () =>
    withSite(async ({ write, listen }) => {
      const examples = await publishExamples(write);
      const address = await listen();
      const page = await openPage({ width: 360, baseURL: address });
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      const findings: string[] = [];
      for (const path of pagesOf(examples).filter((one) => !one.startsWith('/kit/'))) {
        await page.goto(path);
        for (const finding of await axeFindings(page)) findings.push(`${path}: ${finding}`);
        if (await page.evaluate('document.documentElement.scrollWidth > window.innerWidth'))
          findings.push(`${path} is wider than the screen`);
      }
      await page.context().close();
      assert.deepEqual(findings, []);
      assert.deepEqual(complaints, []);
    }),
);
