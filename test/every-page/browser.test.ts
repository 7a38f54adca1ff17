/** Every page in a real browser: what axe finds, what scrolls sideways, and what is left without script. */
import { after, before, test } from 'node:test';
import type { Page as BrowserPage } from 'playwright-core';
import type { PersonaKey } from '../../src/app/demonstration/who.js';
import { axeFindings } from '../axe.js';
import { noBrowser, openPage } from '../browser.js';
import { askers, assertNone, kept, openHouse, pages } from './addresses.js';

before(openHouse);
after(async () => kept.stop());

async function enter(page: BrowserPage, as: PersonaKey): Promise<void> {
  await page.context().addCookies([{ name: 'kept', value: askers.get(as)?.token ?? '', url: kept.url }]);
}

/** A visitor, and every persona that an entry names. */
const lookers = (): readonly (PersonaKey | undefined)[] => [undefined, ...askers.keys()];

/** What axe and the browser find on the pages that somebody sees, at one width. */
async function lookThrough(width: number, who: PersonaKey | undefined): Promise<readonly string[]> {
  const faults: string[] = [];
  const page = await openPage({ width, baseURL: kept.url });
  if (who) await enter(page, who);
  // A page that shows progress loads itself again after some seconds: on a busy machine in the middle of axe.
  await page.route('**/work/progress/**', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({
      response: answer,
      body: (await answer.text()).replace(/<meta http-equiv="refresh"[^>]*>/, ''),
    });
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      faults.push(`${page.url()} at ${width}: the browser says ${message.text()}`);
  });
  // Other states of the same route are looked at in the narrow form, where there is least room for them.
  for (const { path, entry } of pages().filter((one) => one.entry.as === who && (width < 1000 || one.isFirst))) {
    await page.goto(path, { waitUntil: 'load' });
    faults.push(
      ...(await axeFindings(page, { except: entry.except ?? {} })).map((finding) => `${path} at ${width}: ${finding}`),
    );
    const beyond = await page.evaluate<number>(
      'document.scrollingElement.scrollWidth - document.documentElement.clientWidth',
    );
    if (beyond > 0) faults.push(`${path} at ${width}: ${beyond} pixels beyond the edge`);
  }
  await page.context().close();
  return faults;
}

test(
  'axe finds nothing on any page, narrow or wide, and nothing scrolls sideways',
  { skip: noBrowser, timeout: 800_000 },
  async () => {
    // Both widths at once: a browser is one process, each of its pages another.
    const found = await Promise.all(
      [360, 1280].map(async (width) => {
        const faults: string[] = [];
        for (const who of lookers()) faults.push(...(await lookThrough(width, who)));
        return faults;
      }),
    );
    assertNone(found.flat());
  },
);

test('every page is readable and dressed with script switched off', { skip: noBrowser, timeout: 600_000 }, async () => {
  const faults: string[] = [];
  for (const who of lookers()) {
    const page = await openPage({ width: 800, baseURL: kept.url, javaScript: false });
    if (who) await enter(page, who);
    for (const { path, entry } of pages().filter((one) => one.entry.as === who)) {
      await page.goto(path, { waitUntil: 'load' });
      const heading = page.locator('main h1');
      if (!(await heading.isVisible())) faults.push(`${path}: no heading to be seen`);
      const family = await page.evaluate<string>('getComputedStyle(document.body).fontFamily');
      // Whoever takes part fetches no typeface.
      if (!(entry.intake ? /Segoe UI/ : /Atkinson/i).test(family))
        faults.push(`${path}: not in our face but ${family}`);
    }
    await page.context().close();
  }
  assertNone(faults);
});
