/** Somebody writes for a long time and is signed out meanwhile: their text is sent in the end, once. In real Chromium, without script. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { axe } from '../axe.js';
import { noBrowser, openPage, screenshot } from '../browser.js';
import { type Running, runningKept } from '../running.js';

let kept: Running;

before(async () => {
  if (!noBrowser) kept = await runningKept();
});
after(async () => kept?.stop());

/** The pictures are looked at; nothing compares them. */
async function lookedAt(page: Page, name: string): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await axe(page);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${name} ${width}`);
    await screenshot(page, `${name}-${width}`);
  }
}

const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true });

test('what was typed when the sign-in ended is sent after signing in beside it', { skip: noBrowser }, async () => {
  const page = await openPage({ baseURL: kept.url });
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Go in as Samir' }).click();
  await page.goto('/work/promises/new');
  await page.getByLabel('Under which theme').selectOption({ index: 1 });
  await page.getByLabel('We will …').fill('listen to everybody, also when the page has timed out');
  await page.context().clearCookies();
  await page.locator('main form button[type=submit], main form button:not([type])').last().click();
  assert.equal(await page.locator('h1').innerText(), 'You were signed out');
  await lookedAt(page, 'signed-out');

  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: 'Sign in (opens in a new tab)' }).first().click(),
  ]);
  await tab.getByRole('button', { name: 'Go in as Samir' }).click();
  await tab.waitForURL(/\/work\/promises\/new/);
  await tab.close();

  await button(page, 'Go on').click();
  assert.equal(await page.locator('h1').innerText(), 'Send your form now');
  await lookedAt(page, 'send-your-form');
  await button(page, 'Send').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/new'));
  const { rows } = await page.evaluate(() => ({ rows: document.body.innerText }));
  assert.match(rows, /listen to everybody, also when the page has timed out/);
  await page.context().close();
});
