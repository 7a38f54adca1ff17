/**
 * Somebody takes part and uses the keys of the browser: Back, Forward, loading again, another tab, no cookies; and whoever sits down next presses
 * Back. In a real browser, with and without script, in English and in Arabic.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { type OpenSurvey, openSurvey } from '#rooms/heard/taking-part/fixtures.js';
import { sayIn } from '#rooms/heard/taking-part/said.js';
import { noBrowser, type Page, withBrowser } from '../browser.js';
import { type Running, runningKept } from '../running.js';

const now = new Date('2026-11-26T10:00:00Z');
let kept: Running;
let open: OpenSurvey;

before(async () => {
  if (noBrowser) return;
  kept = await runningKept({ loaded: false, clock: () => now });
  open = await openSurvey(kept.house.gates.work, kept.house.key, randomUUID());
});
after(async () => kept?.stop());

async function inBrowser(scripts: boolean, work: (page: Page) => Promise<void>): Promise<void> {
  await withBrowser(async (browser) => {
    const context = await browser.newContext({ javaScriptEnabled: scripts, viewport: { width: 360, height: 740 } });
    context.setDefaultTimeout(15_000);
    const faults: string[] = [];
    context.on('weberror', (problem) => faults.push(problem.error().message));
    try {
      await work(await context.newPage());
      assert.deepEqual(faults, []);
    } finally {
      await context.close();
    }
  });
}

async function until(wanted: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await wanted().catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`not within 15 s: ${what}`);
    await new Promise((settle) => setTimeout(settle, 30));
  }
}

async function start(page: Page, code: string, language: string, scripts: boolean, url = kept.url): Promise<void> {
  await page.goto(`${url}/take/${code}?language=${language}`);
  if (scripts) await page.waitForSelector('form[data-ready="offline"]');
  await page.locator('form[data-pages] button').click();
  await page.waitForSelector('.take__form');
}

const where = (page: Page): Promise<string> => page.locator('.take__progress').innerText();

/** The page is that of this question, and an answer is ticked in it. */
async function stands(
  page: Page,
  language: string,
  number: number,
  ticked: string | null,
  what: string,
): Promise<void> {
  const text = sayIn(language)('progress', { number, total: 11 });
  await until(async () => (await where(page)).startsWith(text.slice(0, text.lastIndexOf('11'))), `${what}: ${text}`);
  assert.deepEqual(
    await page.locator('input:checked').evaluateAll((all) => all.map((one) => one.getAttribute('value'))),
    ticked === null ? [] : [ticked],
    what,
  );
}

/** Ticks an answer and goes on. */
async function answer(page: Page, value: string): Promise<void> {
  const before = await where(page);
  await page.locator(`input[value="${value}"]`).check();
  await page.locator('button[value="next"]').click();
  await until(async () => (await where(page)) !== before, 'the next question');
}

/** Back or Forward: a page of ours, whatever it is, and never one of the browser. */
async function turn(page: Page, way: 'goBack' | 'goForward'): Promise<void> {
  await page[way]({ waitUntil: 'load' }).catch(() => null);
  assert.ok(page.url().startsWith('http://127.0.0.1') || page.url() === 'about:blank', page.url());
  assert.doesNotMatch(await page.locator('body').innerText(), /ERR_|resubmission/i);
}

for (const language of ['en', 'ar']) {
  for (const scripts of [true, false]) {
    const how = `${language}, ${scripts ? 'with script' : 'without script'}`;

    test(
      `Back, Forward and loading again keep place and answers: ${how}`,
      { skip: noBrowser, timeout: 120_000 },
      async () => {
        const { code } = await open.wayIn('class session', { places: 1 });
        await inBrowser(scripts, async (page) => {
          await start(page, code, language, scripts);
          await answer(page, 'year-5');
          await answer(page, 'usually');
          await stands(page, language, 3, null, 'the third');
          await turn(page, 'goBack');
          await stands(page, language, 2, 'usually', 'one back');
          await turn(page, 'goBack');
          await stands(page, language, 1, 'year-5', 'two back');
          await turn(page, 'goForward');
          await stands(page, language, 2, 'usually', 'forward');
          await page.reload();
          await stands(page, language, 2, 'usually', 'loaded again');
          await turn(page, 'goForward');
          await stands(page, language, 3, null, 'forward again');
          await turn(page, 'goBack');
          await turn(page, 'goBack');
          await stands(page, language, 1, 'year-5', 'back after loading again');
          await answer(page, 'year-6');
          await stands(page, language, 2, 'usually', 'another answer');
          assert.doesNotMatch(page.url(), /year|usually/);
          assert.doesNotMatch(
            JSON.stringify(
              await page
                .evaluate(() => [history.state, Object.keys(localStorage), Object.keys(sessionStorage)])
                .catch(() => ''),
            ),
            /year|usually/,
          );
        });
      },
    );

    for (const end of ['stop', 'send'] as const) {
      test(`after “${end}” no key shows anything of it: ${how}`, { skip: noBrowser, timeout: 120_000 }, async () => {
        const { code } = await open.wayIn('class session', { places: 2 });
        await inBrowser(scripts, async (page) => {
          await start(page, code, language, scripts);
          await answer(page, 'year-5');
          await answer(page, 'usually');
          while (end === 'send' && (await page.locator('button[value="send"]').count()) === 0) {
            const before = await where(page);
            await page.locator('button[value="skip"], button[value="next"]').last().click();
            await until(
              async () => (await page.locator('button[value="send"]').count()) > 0 || (await where(page)) !== before,
              'the next',
            );
          }
          await page.locator(`button[value="${end}"]`).click();
          await page
            .getByRole('heading', { name: sayIn(language)(end === 'stop' ? 'leftTitle' : 'thanksTitle') })
            .waitFor();
          const nothing = async (what: string): Promise<void> => {
            assert.equal(await page.locator('input:checked').count(), 0, what);
            assert.equal(await page.locator('.take__progress').count(), 0, what);
          };
          for (let steps = 1; steps <= 3; steps += 1) {
            await turn(page, 'goBack');
            await nothing(`${steps} back`);
          }
          for (let steps = 1; steps <= 3; steps += 1) {
            await turn(page, 'goForward');
            await nothing(`${steps} forward`);
          }
          await page.reload();
          await nothing('loaded again');
          // The next one sits down.
          await start(page, code, language, scripts);
          await stands(page, language, 1, null, 'the next one');
          for (let steps = 1; steps <= 6; steps += 1) {
            await turn(page, 'goBack');
            assert.equal(await page.locator('input:checked').count(), 0, `the next one, ${steps} back`);
          }
        });
      });
    }

    test(
      `before the first question answers are kept, and whoever stands there decides: ${how}`,
      { skip: noBrowser, timeout: 120_000 },
      async () => {
        const { code } = await open.wayIn('class session', { places: 1 });
        await inBrowser(scripts, async (page) => {
          await start(page, code, language, scripts);
          await answer(page, 'year-5');
          await turn(page, 'goBack');
          await turn(page, 'goBack');
          await until(async () => (await page.locator('.take__progress').count()) === 0, 'before the first question');
          if (scripts) await page.getByRole('button', { name: sayIn(language)('goOn') }).click();
          else await turn(page, 'goForward');
          await stands(page, language, 1, 'year-5', 'kept');
          await turn(page, 'goBack');
          if (!scripts) {
            await page.locator('form[data-pages] button').click();
            await page.getByRole('heading', { name: sayIn(language)('begunTitle') }).waitFor();
          }
          await page.getByRole('button', { name: sayIn(language)('begunGo') }).click();
          await stands(page, language, 1, null, 'anew');
        });
      },
    );

    test(
      `“Continue” without an answer says so once; the language changes on the way: ${how}`,
      { skip: noBrowser, timeout: 120_000 },
      async () => {
        const { code } = await open.wayIn('class session', { places: 1 });
        await inBrowser(scripts, async (page) => {
          await start(page, code, language, scripts);
          await page.locator('button[value="next"]').click();
          await page.waitForSelector('.take__passed');
          assert.equal(await page.locator('.take__passed').innerText(), sayIn(language)('passed'));
          await page.locator('button[value="next"]').click();
          await stands(page, language, 2, null, 'left out');
          await page.locator('input[value="usually"]').check();
          await page.locator('button[value="in cy"]').click();
          await stands(page, 'cy', 2, 'usually', 'in Welsh');
          assert.deepEqual(
            await page.locator('html').evaluate((html) => [html.getAttribute('lang'), html.getAttribute('dir')]),
            ['cy', 'ltr'],
          );
        });
      },
    );

    test(
      `two tabs do not take each other’s answers in silence: ${how}`,
      { skip: noBrowser, timeout: 120_000 },
      async () => {
        const { code } = await open.wayIn('class session', { places: 3 });
        await inBrowser(scripts, async (page) => {
          await start(page, code, language, scripts);
          await answer(page, 'year-5');
          const other = await page.context().newPage();
          await other.goto(`${kept.url}/take/${code}?language=${language}`);
          if (scripts) await other.waitForSelector('form[data-ready="offline"]');
          await other.locator('form[data-pages] button').click();
          // With script each tab has its own; without, the second is asked.
          if (scripts) await stands(other, language, 1, null, 'a place of its own');
          else await other.getByRole('heading', { name: sayIn(language)('begunTitle') }).waitFor();
          await turn(page, 'goBack');
          await stands(page, language, 1, 'year-5', 'the first tab');
        });
      },
    );

    test(`a browser that refuses cookies: ${how}`, { skip: noBrowser, timeout: 120_000 }, async () => {
      const { code } = await open.wayIn('class session', { places: 1 });
      // What a browser does that blocks them: none is kept, none is sent.
      const blocking = createServer((asked, answered) => {
        const { cookie: _, ...headers } = asked.headers;
        asked.pipe(
          request(kept.url + asked.url, { method: asked.method ?? 'GET', headers }, (answer) => {
            const { 'set-cookie': __, ...rest } = answer.headers;
            answered.writeHead(answer.statusCode ?? 500, rest);
            answer.pipe(answered);
          }),
        );
      });
      await new Promise<void>((settle) => blocking.listen(0, '127.0.0.1', settle));
      const url = `http://127.0.0.1:${(blocking.address() as AddressInfo).port}`;
      try {
        await inBrowser(scripts, async (page) => {
          // And with them the stores of the browser.
          await page.addInitScript(
            `for (const name of ['indexedDB', 'caches', 'localStorage', 'sessionStorage']) ` +
              `Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } ` +
              `}); Object.defineProperty(navigator, 'serviceWorker', { get() { return undefined; } });`,
          );
          await page.goto(`${url}/take/${code}?language=${language}`);
          if (scripts) await page.waitForSelector('form[data-ready="offline"]');
          await page.locator('form[data-pages] button').click();
          if (!scripts) {
            await page.getByRole('heading', { name: sayIn(language)('noCookieTitle') }).waitFor();
            await turn(page, 'goBack');
            await page.waitForSelector('form[data-pages]');
            return;
          }
          // With script no cookie is needed.
          await answer(page, 'year-5');
          while ((await page.locator('button[value="send"]').count()) === 0)
            await page.locator('button[value="skip"], button[value="next"]').last().click();
          await page.locator('button[value="send"]').click();
          await page.getByRole('heading', { name: sayIn(language)('thanksTitle') }).waitFor();
        });
      } finally {
        blocking.close();
        blocking.closeAllConnections();
      }
    });
  }
}
