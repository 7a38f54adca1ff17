/**
 * A class takes a survey in a real browser: primary and secondary, English and Arabic, with the connection cut in the middle and with
 * scripts off; and whoever sits down next sees nothing of the one before.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { asOwner } from '../../src/app/owner.js';
import { londonDate } from '#base/london.js';
import { type Audience, itemsFor } from '#rooms/heard/instruments/index.js';
import { givenOf } from '#rooms/heard/taking-part/answers.js';
import { asked, type OpenSurvey, openSurvey } from '#rooms/heard/taking-part/fixtures.js';
import { mix } from '#rooms/heard/taking-part/mixer.js';
import { axeFindings } from '../axe.js';
import { type Browser, noBrowser, type Page, withBrowser } from '../browser.js';
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

interface Journey {
  readonly page: Page;
  /** What was fetched of another site, or failed. */
  readonly foreign: readonly string[];
  readonly cut: (isCut: boolean) => Promise<void>;
}

async function journey<T>(
  options: { readonly scripts?: boolean; readonly width?: number },
  work: (journey: Journey) => Promise<T>,
): Promise<T> {
  return withBrowser(async (browser: Browser) => {
    const context = await browser.newContext({
      javaScriptEnabled: options.scripts ?? true,
      viewport: { width: options.width ?? 360, height: 740 },
      acceptDownloads: true,
    });
    const page = await context.newPage();
    const foreign: string[] = [];
    page.on('request', (request) => {
      if (
        !request.url().startsWith(kept.url) &&
        !request.url().startsWith('data:') &&
        !request.url().startsWith('blob:')
      )
        foreign.push(request.url());
    });
    page.on('pageerror', (problem) => foreign.push(problem.message));
    try {
      const done = await work({ page, foreign, cut: (isCut) => context.setOffline(isCut) });
      assert.deepEqual(foreign, []);
      return done;
    } finally {
      await context.close();
    }
  });
}

/** Presses a button of a question, and waits for another page. */
async function press(page: Page, value: 'next' | 'skip'): Promise<void> {
  const seen = async (): Promise<string> =>
    page
      .locator('main')
      .innerText({ timeout: 5000 })
      .catch(() => '');
  const before = await seen();
  await page.locator(`button[value="${value}"]`).click();
  await until(async () => !['', before].includes(await seen()), 'another page');
}

/** Answers the question on the screen: the first option, five of a list, a number, a sentence. Returns whether it was the last page. */
async function answerOne(page: Page, text: string): Promise<'send' | 'next'> {
  if ((await page.locator('button[value="send"]').count()) > 0) return 'send';
  const ticks = page.locator('input[type="checkbox"][name="answer"]');
  const dots = page.locator('input[type="radio"][name="answer"]');
  const typed = page.locator(
    'input[name="answer"]:not([type="radio"]):not([type="checkbox"]), textarea[name="answer"]',
  );
  if ((await ticks.count()) > 0)
    for (const value of (await ticks.evaluateAll((all) => all.map((one) => one.getAttribute('value') ?? '')))
      .sort()
      .slice(0, 3))
      await page.locator(`input[value="${value}"]`).check();
  else if ((await dots.count()) > 0) await dots.first().check();
  else if ((await typed.count()) > 0)
    await typed.first().fill((await typed.first().getAttribute('inputmode')) === 'numeric' ? '3' : text);
  await press(page, 'next');
  return 'next';
}

async function until(wanted: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await wanted())) {
    if (Date.now() > deadline) throw new Error(`not within 15 s: ${what}`);
    await new Promise((settle) => setTimeout(settle, 30));
  }
}

async function answered(): Promise<readonly Readonly<Record<string, unknown>>[]> {
  await mix(
    kept.house.gates.release,
    kept.house.key,
    new Date('2027-03-01T10:00:00Z'),
    true,
    londonDate(new Date('2027-03-01T10:00:00Z')),
  );
  const { rows } = await asOwner(kept.house, (write) =>
    sql<{
      audience: string;
      language: string;
      codes: readonly (number | null)[];
    }>`select audience, language, codes from intake.answer where survey = ${open.survey}`.execute(write),
  );
  return rows.map(({ audience, language, codes }) => ({
    audience,
    language,
    given: givenOf(
      asked,
      codes.map((code) => (code === null ? null : BigInt(code))),
    ),
  }));
}

async function waiting(): Promise<number> {
  const { rows } = await asOwner(kept.house, (write) =>
    sql<{ many: number }>`select count(*)::integer as many from intake.inbox where survey = ${open.survey}`.execute(
      write,
    ),
  );
  return rows[0]?.many ?? 0;
}

const begin = { primary: 'student primary', secondary: 'student secondary' } as const satisfies Readonly<
  Record<string, Audience>
>;

async function start(page: Page, code: string, language: string, scripts: boolean): Promise<void> {
  await page.goto(`${kept.url}/take/${code}?language=${language}`);
  assert.equal(await page.locator('html').getAttribute('dir'), language === 'ar' ? 'rtl' : 'ltr');
  if (scripts) await page.waitForSelector('form[data-ready="offline"][data-kept="yes"]');
  await page.locator('form[data-pages] button').click();
  await page.waitForSelector('.take__form');
}

for (const [name, audience, language, scripts] of [
  ['primary, in English, with scripts', begin.primary, 'en', true],
  ['primary, in Arabic, scripts off', begin.primary, 'ar', false],
  ['secondary, in Arabic, with scripts', begin.secondary, 'ar', true],
  ['secondary, in English, scripts off', begin.secondary, 'en', false],
] as const) {
  test(`a survey is taken: ${name}`, { skip: noBrowser, timeout: 120_000 }, async () => {
    const { code } = await open.wayIn('class session', { places: 3, audience });
    await journey({ scripts }, async ({ page }) => {
      await start(page, code, language, scripts);
      let pages = 0;
      while ((await answerOne(page, language === 'ar' ? 'أحب مدرستي' : 'I like it here')) === 'next') {
        pages += 1;
        assert.ok(pages < 40);
        // Checked once each: what a script has put on the page, too.
        if (scripts) assert.deepEqual(await axeFindings(page), [], `page ${pages}`);
        assert.equal(
          await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
          true,
          `page ${pages} is no wider than the screen`,
        );
      }
      assert.ok(pages >= itemsFor(asked.content, audience).length - 2);
      const before = await waiting();
      await page.locator('button[value="send"]').click();
      await page.waitForSelector('.take__receipt');
      assert.equal(await page.locator('.take__receipt li').count(), 4);
      assert.equal(await waiting(), before + 1);
      // The next one sits down.
      await page.locator('main a.govuk-button, main a[role="button"]').first().click();
      await page.waitForSelector('form[data-pages]');
      assert.ok(!(await page.content()).includes('I like it here'));
      for (const steps of [1, 2, 3]) {
        await page.goBack().catch(() => null);
        const text = await page
          .locator('body')
          .innerText()
          .catch(() => '');
        assert.ok(
          !text.includes('I like it here') && !text.includes('أحب مدرستي'),
          `nothing of the first one, ${steps} pages back`,
        );
        assert.equal(
          await page
            .locator('input:checked')
            .count()
            .catch(() => 0),
          0,
        );
      }
    });
  });
}

test(
  'the connection is cut in the middle: the answers wait sealed, are counted, saved and sent by themselves, once',
  { skip: noBrowser, timeout: 120_000 },
  async () => {
    const { code } = await open.wayIn('class session', { places: 5, audience: begin.primary });
    await journey({}, async ({ page, cut }) => {
      await start(page, code, 'en', true);
      await answerOne(page, 'a secret sentence');
      await answerOne(page, 'a secret sentence');
      await cut(true);
      while ((await answerOne(page, 'a secret sentence')) === 'next');
      const before = await waiting();
      await page.locator('button[value="send"]').click();
      await page.waitForSelector('#unsent:not([hidden])');
      assert.match(await page.locator('h1').innerText(), /safe on this device/);
      assert.match(await page.locator('#unsent').innerText(), /One person’s answers wait/);
      // The second child, still without a connection: the worker has kept the beginning.
      await page.locator('main a.govuk-button').first().click();
      await page.waitForSelector('form[data-ready="offline"]');
      assert.match(await page.locator('#unsent').innerText(), /One person’s answers wait/);
      const stored = await page.evaluate(async () => {
        const database = await new Promise<{
          transaction(name: string): {
            objectStore(name: string): { getAll(): { onsuccess: (() => void) | null; result: unknown } };
          };
        }>((settle) => {
          const asked_ = (
            globalThis as unknown as {
              indexedDB: { open(name: string): { onsuccess: (() => void) | null; result: never } };
            }
          ).indexedDB.open('kept');
          asked_.onsuccess = () => settle(asked_.result);
        });
        const all = database.transaction('unsent').objectStore('unsent').getAll();
        await new Promise<void>((settle) => (all.onsuccess = settle));
        return JSON.stringify(all.result);
      });
      // Neither the next child nor a teacher can read what lies there.
      assert.ok(
        !/secret|usually|year-|BCD/.test(stored.replace(/"(sealed|id|survey)":"[^"]*"/g, '')),
        stored.slice(0, 300),
      );
      assert.ok(!stored.includes(code));
      const saved = page.waitForEvent('download');
      await page.locator('#save-file').click();
      const file = await (await saved).path();
      assert.match(await readFile(file, 'utf8'), /^\{"format":"kept-unsent\/1","answers":\[\{"survey":/);
      await page.locator('form[data-pages] button').click();
      await page.waitForSelector('.take__form');
      while ((await answerOne(page, 'another sentence')) === 'next');
      await page.locator('button[value="send"]').click();
      await until(async () => (await page.locator('#unsent p').first().innerText()).includes('2 people'), 'two wait');
      assert.equal(await waiting(), before);
      await cut(false);
      await page.waitForSelector('#unsent', { state: 'hidden' });
      assert.equal(await waiting(), before + 2);
      // The page that said that they wait says that they have arrived.
      await until(async () => /have arrived/.test(await page.locator('h1').innerText()), 'arrived');
      assert.equal(await page.locator('.take__receipt li').count(), 4);
      // What was saved is handed in as well: it counts once.
      await page.goto(`${kept.url}/take/unsent`);
      await page.setInputFiles('input[type="file"]', file);
      await page.locator('main form button').click();
      await page.waitForSelector('[role="status"]');
      assert.match(await page.locator('[role="status"]').innerText(), /Arrived: 1. Not taken: 0/);
      assert.equal(await waiting(), before + 2);
      // What was refused never goes off by itself, and nobody is told that it will.
      await page.evaluate(`new Promise((settle) => {
      indexedDB.open('kept', 1).onsuccess = ({ target: { result } }) => {
        const change = result.transaction('unsent', 'readwrite');
        change.objectStore('unsent').put({ id: 'refused', survey: 'none', sealed: 'none', refused: 'voided' });
        change.oncomplete = () => (result.close(), settle());
      };
    })`);
      await page.reload();
      await page.waitForSelector('#throw-away:not([hidden])');
      const told = await page.locator('#unsent').innerText();
      assert.match(told, /Some answers were not taken: their code was used or stopped/);
      assert.doesNotMatch(told, /will be sent|Send now/);
      await page.locator('#throw-away').click();
      await page.waitForSelector('#unsent', { state: 'hidden' });
    });
  },
);

test(
  'a wrong answer is told and kept, by script and without one; leaving keeps nothing',
  { skip: noBrowser, timeout: 120_000 },
  async () => {
    for (const scripts of [true, false]) {
      const { code } = await open.wayIn('class session', { places: 1, audience: begin.primary });
      await journey({ scripts }, async ({ page }) => {
        await start(page, code, 'en', scripts);
        while ((await page.locator('input[type="checkbox"]').count()) === 0) await press(page, 'skip');
        for (const box of (await page.locator('input[type="checkbox"]').all()).slice(0, 6)) await box.check();
        if (scripts) assert.match(await page.locator('.take__count').innerText(), /6 of 5/);
        const before = await page.locator('h1').innerText();
        await page.locator('button[value="next"]').click();
        await page.waitForSelector('.govuk-error-message');
        assert.match(await page.title(), /^Error: /);
        assert.equal(await page.locator('h1').innerText(), before);
        assert.equal(await page.locator('input:checked').count(), 6);
        // axe needs timers, which a page without scripts has not.
        if (scripts) assert.deepEqual(await axeFindings(page), []);
        await page.locator('button[value="stop"]').click();
        await until(async () => /You have left/.test(await page.locator('h1').innerText()), 'left');
        // The only place is free again.
        await until(async () => {
          await page.goto(`${kept.url}/take/${code}`);
          return (await page.locator('form[data-pages]').count()) === 1;
        }, 'a free place');
      });
    }
  },
);

test('what was given arrives as it was given', { skip: noBrowser, timeout: 120_000 }, async () => {
  const rows = await answered();
  assert.equal(rows.length, 6);
  assert.deepEqual(rows.map(({ audience, language }) => `${audience} ${language}`).toSorted(), [
    'student primary ar',
    'student primary en',
    'student primary en',
    'student primary en',
    'student secondary ar',
    'student secondary en',
  ]);
  for (const { audience, given } of rows as readonly {
    audience: Audience;
    given: Readonly<Record<string, unknown>>;
  }[]) {
    for (const item of itemsFor(asked.content, audience)) {
      if (item.kind === 'choose')
        assert.deepEqual(
          given[item.key],
          item.options
            .map(({ key }) => key)
            .filter((key) =>
              item.options
                .map((one) => one.key)
                .toSorted()
                .slice(0, 3)
                .includes(key),
            ),
          'whatever order it was shown in',
        );
      else if (item.kind === 'choice' || item.kind === 'group')
        assert.equal(given[item.key], item.options.filter(({ missing }) => missing === null)[0]?.key);
    }
  }
});
