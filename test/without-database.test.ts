/** What goes on while the database is away, what does not, and how soon each says so. */
import assert from 'node:assert/strict';
import { get as ask } from 'node:http';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { openGates } from '#kit/db/gate.js';
import type { PublicPage } from '#kit/page.js';
import { cookieNames } from '#kit/session.js';
import { rooms } from '../src/app/rooms.js';
import { asOwner } from '../src/app/owner.js';
import { axe } from './axe.js';
import { closeBrowser, noBrowser, openPage, screenshot } from './browser.js';
import { freshHouse } from './house.js';
import { type Line, makeLine } from './line.js';
import { ownTime } from './own-time.js';
import { type Running, runningKept } from './running.js';

let line: Line;
let kept: Running;
/** Another process on the same database. */
let other: Running;

before(async () => {
  const house = await freshHouse();
  line = await makeLine(house.admin);
  kept = await runningKept({
    loaded: false,
    house: {
      ...house,
      gates: openGates(
        (role) => line.over(house.reach(role)),
        () => undefined,
      ),
    },
  });
  other = await runningKept({ loaded: false, house });
});

after(async () => {
  await closeBrowser();
  await line.mend();
  await kept.stop();
  await kept.house.gates.close();
  await other.stop();
  await other.house.gates.close();
  await line.close();
});

interface Heard {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** Of own time. */
  readonly seconds: number;
}

function hear(path: string, headers: Readonly<Record<string, string>> = {}, url = kept.url): Promise<Heard> {
  const seconds = ownTime();
  return new Promise((settle, fail) => {
    ask(url + path, { headers, agent: false }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () =>
        settle({ status: response.statusCode ?? 0, headers: response.headers, text, seconds: seconds() }),
      );
    }).on('error', fail);
  });
}

const signedIn = { cookie: `${cookieNames(false).session}=${'x'.repeat(43)}` };

async function everythingIsAway(): Promise<void> {
  const ready = await hear('/readyz');
  assert.equal(ready.status, 503);
  assert.ok(ready.seconds < 3, `/readyz took ${ready.seconds} s`);
  const pages = await Promise.all([
    hear('/boards'),
    hear('/charters'),
    hear('/search?q=school'),
    hear('/decisions'),
    hear('/take/bcdfghjk?language=cy'),
    hear('/take/bcdfghjk', { 'accept-language': 'ar-SY, en;q=0.5' }),
  ]);
  for (const { status, headers, seconds } of pages) {
    assert.ok(seconds < 5, `${seconds} s`);
    if (status !== 200) assert.deepEqual([status, headers['retry-after'] !== undefined], [503, true]);
  }
  const [boards, charters, search, decisions, welsh, arabic] = pages as [Heard, Heard, Heard, Heard, Heard, Heard];
  assert.deepEqual(
    [boards.status, boards.headers['cache-control'], boards.headers['warning']],
    [200, 'no-store', '111 - "Revalidation Failed"'],
  );
  assert.match(boards.text, /This page is as it was at \d+(\.\d\d)?(am|pm)|midday|midnight/);
  // Read before, but not to be read from memory; asked for as it is typed; never read before.
  assert.deepEqual([charters.status, search.status, decisions.status], [503, 503, 503]);
  assert.match(welsh.text, /lang="cy"[\s\S]*Rhoi cynnig arall arni/);
  assert.match(arabic.text, /dir="rtl"[\s\S]*حاول مرة أخرى/);
}

test('a database that ends, one that says nothing, and one that comes back', async () => {
  await hear('/boards');
  await hear('/charters');
  assert.equal((await hear('/readyz')).status, 200);
  for (const go of [() => line.cut(), async () => line.hush()]) {
    await go();
    await everythingIsAway();
    await line.mend();
    while ((await hear('/readyz')).status !== 200) await pause(20);
    assert.deepEqual([(await hear('/boards')).headers['warning'], (await hear('/charters')).status], [undefined, 200]);
  }
});

test('pages of the workspace say so within three seconds, in the first second of it, too', async () => {
  line.hush();
  const { status, headers, seconds } = await hear('/work', signedIn);
  await line.mend();
  while ((await hear('/readyz')).status !== 200) await pause(20);
  assert.deepEqual([status, headers['retry-after'] !== undefined], [503, true]);
  assert.ok(seconds < 5, `${seconds} s`);
});

test('the word that a page comes from memory can be read by everybody', { skip: noBrowser }, async () => {
  await hear('/boards');
  await line.cut();
  // The pulse hears of it a moment later; until then the page on the shelf is the newest there is.
  while ((await hear('/boards')).headers['warning'] === undefined) await pause(20);
  try {
    for (const width of [360, 1280]) {
      const seen = await openPage({ width });
      await seen.goto(`${kept.url}/boards`);
      assert.match((await seen.locator('h2').first().textContent()) ?? '', /Not up to date/);
      await axe(seen);
      if (process.env['KEPT_SCREENS']) await screenshot(seen, `from-memory-${width}`);
      await seen.goto(`${kept.url}/take/bcdfghjk`);
      await axe(seen);
      if (process.env['KEPT_SCREENS']) await screenshot(seen, `take-away-${width}`);
      await seen.context().close();
    }
  } finally {
    await line.mend();
  }
});

test('what a child sent is asked for once more, with everything that was in it', async () => {
  await line.cut();
  const answer = await fetch(`${kept.url}/take/bcdfghjk/begin`, {
    method: 'POST',
    body: new URLSearchParams({ language: 'cy' }),
    headers: { origin: kept.url },
  });
  const text = await answer.text();
  await line.mend();
  while ((await hear('/readyz')).status !== 200) await pause(20);
  assert.deepEqual([answer.status, answer.headers.get('retry-after') !== null], [503, true]);
  assert.match(text, /<form method="post" action="\/take\/bcdfghjk\/begin"[\s\S]*name="language" value="cy"/);
});

test('an act of publishing reaches a process that nobody asks', async () => {
  await hear('/boards', {}, other.url);
  assert.equal(other.shelf.figures().pages > 0, true);
  await asOwner({ admin: other.house.admin }, (write) =>
    sql`update published.revision set number = number + 1`.execute(write),
  );
  // Its shelf hears of it by itself.
  const seconds = ownTime();
  while (other.shelf.figures().pages > 0) await pause(5);
  assert.ok(seconds() < 4);
});

test('which public pages go on without the database, and which do not', () => {
  const pages = rooms
    .flatMap((room) => room.pages as unknown as readonly PublicPage<unknown>[])
    .filter((page) => page.gate === 'public' && page.cached);
  // Young people's words (charters, promises and what young people say of them, practice with what somebody was quoted with), one person, a
  // picture or data that cannot say that they are old and prove something, and publications of any kind.
  assert.deepEqual(pages.flatMap((page) => (page.withoutDatabase === undefined ? [page.path] : [])).sort(), [
    '/charters',
    '/charters/:charter',
    '/charters/:charter/charter.json',
    '/charters/:charter/easy-read',
    '/charters/:charter/poster.pdf',
    '/charters/:charter/v:version',
    '/frameworks/:framework/register/:entry/badge.json',
    '/frameworks/:framework/register/:entry/badge.svg',
    '/frameworks/:framework/register/:entry/verify',
    '/people/:person',
    '/practice/:practice',
    '/practice/:practice/practice.json',
    '/practice/:practice/v:version',
    '/promises',
    '/promises/:promise',
    '/promises/:promise/promise.json',
    '/publications/:id/content.json',
    '/publications/:id/file.pdf',
    '/publications/:id/main.html',
  ]);
  assert.ok(pages.length > 60);
});
