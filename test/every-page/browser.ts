/** Every page in a real browser: what axe finds, what scrolls sideways, and what is left without script. */
import { test } from 'node:test';
import type { Page as BrowserPage } from 'playwright-core';
import type { PersonaKey } from '../../src/app/demonstration/who.js';
import { axeFindings, rulesOfLayout } from '../axe.js';
import { noBrowser, openPage } from '../browser.js';
import { type Address, askers, assertNone, kept, pages } from './addresses.js';

const [narrow, wide] = [360, 1280];

async function openAs(as: PersonaKey | undefined, more: { readonly javaScript?: boolean } = {}): Promise<BrowserPage> {
  const page = await openPage({ width: narrow, baseURL: kept.url, ...more });
  if (as) await page.context().addCookies([{ name: 'kept', value: askers.get(as)?.token ?? '', url: kept.url }]);
  return page;
}

/** A page that shows progress loads itself again after some seconds: on a busy machine in the middle of axe. */
async function holdStill(page: BrowserPage): Promise<void> {
  await page.route('**/work/progress/**', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({
      response: answer,
      body: (await answer.text()).replace(/<meta http-equiv="refresh"[^>]*>/, ''),
    });
  });
}

/** Of a page as it stands at this width. */
interface Look {
  /** Pixels that it is wider than the window. */
  readonly beyond: number;
  readonly hasHeading: boolean;
  readonly face: string;
  readonly hasScript: boolean;
  /**
   * How many elements are to be seen, but for breadcrumbs (ui/kit.test.ts looks at those in both widths): where that is
   * the same in both, only their places differ.
   */
  readonly visible: number;
}

const lookAt = (page: BrowserPage): Promise<Look> =>
  page.evaluate<Look>(`({
    beyond: document.scrollingElement.scrollWidth - document.documentElement.clientWidth,
    hasHeading: document.querySelector('main h1')?.checkVisibility() ?? false,
    face: getComputedStyle(document.body).fontFamily,
    hasScript: document.querySelector('script') !== null,
    visible: [...document.body.querySelectorAll('*')].filter(
      (one) => one.checkVisibility() && !one.closest('.govuk-breadcrumbs'),
    ).length,
  })`);

/** Whoever takes part fetches no typeface. */
function undressed({ path, entry }: Address, { hasHeading, face }: Look): readonly string[] {
  return [
    ...(hasHeading ? [] : [`${path}: no heading to be seen`]),
    ...((entry.intake ? /Segoe UI/ : /Atkinson/i).test(face) ? [] : [`${path}: not in our face but ${face}`]),
  ];
}

/** Pages that bring a script of ours, which are looked at again without it. */
const withScript: Address[] = [];

async function lookThrough(page: BrowserPage, address: Address): Promise<readonly string[]> {
  const { path, entry, isFirst } = address;
  const except = entry.except ?? {};
  await page.setViewportSize({ width: narrow, height: 900 });
  await page.goto(path, { waitUntil: 'load' });
  const found = await axeFindings(page, { except });
  const look = await lookAt(page);
  if (look.hasScript) withScript.push(address);
  const faults = [...found.map((finding) => `${path} at ${narrow}: ${finding}`), ...undressed(address, look)];
  const beyond = (width: number, pixels: number): void => {
    if (pixels > 0) faults.push(`${path} at ${width}: ${pixels} pixels beyond the edge`);
  };
  beyond(narrow, look.beyond);
  // Other states of the same route are looked at in the narrow form alone, where there is least room for them.
  if (!isFirst) return faults;
  await page.setViewportSize({ width: wide, height: 900 });
  const again = await lookAt(page);
  beyond(wide, again.beyond);
  // The same document was judged a moment ago: what is left is how it lies.
  const rules = again.visible === look.visible ? { rules: rulesOfLayout } : {};
  faults.push(...(await axeFindings(page, { except, ...rules })).map((one) => `${path} at ${wide}: ${one}`));
  return faults;
}

/** Several pages at a time: a browser is one process, each of its pages another. Each keeps its page while the persona stays. */
async function inLanes(
  addresses: readonly Address[],
  options: { readonly javaScript?: boolean },
  look: (page: BrowserPage, address: Address) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const waiting = addresses.toSorted((one, other) => (one.entry.as ?? '').localeCompare(other.entry.as ?? ''));
  const faults: string[] = [];
  async function lane(): Promise<void> {
    let open: { readonly as: PersonaKey | undefined; readonly page: BrowserPage } | null = null;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      // Held still on a page of its own: while somebody stands between, the browser fetches every file anew.
      const isRestless = next.entry.except?.['meta-refresh'] !== undefined;
      if (open === null || open.as !== next.entry.as || isRestless) {
        await open?.page.context().close();
        open = { as: next.entry.as, page: await openAs(next.entry.as, options) };
        const { page } = open;
        page.on('console', (message) => {
          if (['error', 'warning'].includes(message.type()))
            faults.push(`${page.url()}: the browser says ${message.text()}`);
        });
        if (isRestless) await holdStill(page);
      }
      faults.push(...(await look(open.page, next)));
      if (isRestless) {
        await open.page.context().close();
        open = null;
      }
    }
    await open?.page.context().close();
  }
  await Promise.all([lane(), lane()]);
  return faults;
}

test(
  'axe finds nothing on any page, narrow or wide, nothing scrolls sideways, and all are dressed',
  { skip: noBrowser, timeout: 800_000 },
  async () => assertNone(await inLanes(pages(), {}, lookThrough)),
);

test(
  'a page that brings a script is readable and dressed with script switched off, too',
  { skip: noBrowser, timeout: 600_000 },
  async () =>
    // A page without one is the same with script and without (pages.ts: no other page holds any).
    assertNone(
      await inLanes(withScript, { javaScript: false }, async (page, address) => {
        await page.goto(address.path, { waitUntil: 'load' });
        return undressed(address, await lookAt(page));
      }),
    ),
);
