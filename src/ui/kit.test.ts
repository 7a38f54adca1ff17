/** Every example of the kit in a real browser: what axe finds, whether it fits a narrow screen, whether focus shows. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { VNode } from 'preact';
import { axeFindings } from '#test/axe.js';
import { builtAssets, noBrowser, openPage, serveViews, type OpenOptions, type Page } from '#test/browser.js';
import { document, idsOf, walk } from '#test/views.js';
import { parse } from 'parse5';
import { allExamples, exampleSlug, KitPage, kitWholePage } from './kit.js';

const path = (component: string, example?: string) => `/kit/${component}${example ? `/${example}` : ''}`;

function view(address: string): VNode | null {
  const [component, example] = address.replace(/^\/kit\/?/, '').split('/');
  if (component && example) return kitWholePage(component, example, builtAssets());
  return KitPage({
    component: component || null,
    path,
    assets: builtAssets(),
    organisation: 'Northmoor Council',
    navigation: [{ text: 'Kit', href: '/kit/', current: true }],
  });
}

const addresses = [
  '/kit/',
  ...allExamples().flatMap(({ component, examples }) => [
    path(component),
    ...examples.filter((example) => 'page' in example).map((example) => path(component, exampleSlug(example))),
  ]),
];

/** One page of the browser per test, with its complaints; closed in any case. */
async function onPage(
  work: (page: Page, complaints: readonly string[]) => Promise<void>,
  options: OpenOptions = {},
): Promise<void> {
  const page = await openPage(options);
  try {
    const complaints = await serveViews(page, (address) => {
      const shown = view(address);
      return shown ? document(shown) : undefined;
    });
    await work(page, complaints);
  } finally {
    await page.context().close();
  }
}

test('every component has examples, each with its own name', () => {
  for (const { component, about, examples } of allExamples()) {
    assert.ok(examples.length > 0 && about.endsWith('.'), component);
    assert.equal(new Set(examples.map(exampleSlug)).size, examples.length, component);
  }
});

for (const address of addresses) {
  test(`${address}: ids are unique, links within the page arrive, nothing is styled or scripted inline`, () => {
    const shown = view(address);
    assert.ok(shown);
    const markup = document(shown);
    const ids = idsOf(markup);
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    );
    const elements = [...walk(parse(markup))];
    assert.ok(elements.some(({ tagName }) => tagName === 'h1'));
    for (const element of elements) {
      assert.notEqual(element.tagName, 'script');
      assert.ok(
        !element.attrs.some(({ name }) => name === 'style' || name.startsWith('on')),
        `${element.tagName} carries style or script`,
      );
      for (const { name, value } of element.attrs) {
        if (['for', 'aria-labelledby', 'aria-describedby'].includes(name))
          for (const id of value.split(' ')) assert.ok(ids.includes(id), `${name}="${id}" leads nowhere`);
      }
    }
  });
}

describe('in the browser', { concurrency: 2 }, () => {
  for (const { component } of allExamples()) inBrowser(component);
});

// WCAG 2.2.1 lets a page refresh itself where the reader can turn that off; axe cannot see that the page has such a link.
const refreshes = { 'meta-refresh': 'Progress offers to stop it' };

function inBrowser(component: string): void {
  const mine = addresses.filter(
    (address) =>
      address === path(component) ||
      address.startsWith(`${path(component)}/`) ||
      (component === 'page' && address === '/kit/'),
  );
  test(`${component}: axe, width and policy`, { skip: noBrowser }, async () => {
    await onPage(async (page, complaints) => {
      const found: string[] = [];
      for (const address of mine) {
        const whole = address !== path(component);
        await page.goto(`http://kept.test${address}`);
        for (const width of [1280, 360]) {
          await page.setViewportSize({ width, height: 800 });
          await page.emulateMedia({ colorScheme: 'light' });
          // Round the examples stands the same frame everywhere: seen once, at its full width.
          const within = whole || width === 1280 ? 'html' : '.kit-example';
          found.push(
            ...(await axeFindings(page, { within, except: address === '/kit/page/publishing' ? refreshes : {} })).map(
              (line) => `${address} at ${width} px: ${line}`,
            ),
          );
        }
        // In the dark only colours differ.
        await page.emulateMedia({ colorScheme: 'dark' });
        found.push(
          ...(await axeFindings(page, { within: whole ? 'html' : '.kit-example', rules: ['color-contrast'] })).map(
            (line) => `${address}, dark: ${line}`,
          ),
        );
        // 320 px is what is left of 1280 px at 400 % (WCAG 1.4.10).
        for (const width of [360, 320]) {
          await page.setViewportSize({ width, height: 800 });
          const needed = await page.evaluate<number>('document.documentElement.scrollWidth');
          if (needed > width) found.push(`${address} needs ${needed} px at ${width} px`);
        }
      }
      assert.deepEqual([...found, ...complaints], []);
    });
  });
}

test('focus shows on everything the keyboard reaches', { skip: noBrowser }, async () => {
  await onPage(async (page) => {
    for (const address of [
      '/kit/button',
      '/kit/radios',
      '/kit/checkboxes',
      '/kit/page/check',
      '/kit/page/pack',
      '/kit/page/sign-in',
    ]) {
      await page.goto(`http://kept.test${address}`);
      const seen = new Set<string>();
      for (let presses = 0; presses < 120; presses += 1) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluate<{
          readonly key: string;
          readonly outline: number;
          readonly shadow: string;
          readonly clipped: boolean;
        } | null>(
          `(() => {
          const element = document.activeElement;
          if (!element || element === document.body) return null;
          const style = getComputedStyle(element);
          const box = element.getBoundingClientRect();
          ` +
            `return { key: element.outerHTML.slice(0, 120) + '@' + box.x + ',' + (box.y + scrollY), outline: ` +
            `style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth), shadow: style.boxShadow, clipped: ` +
            `box.width < 8 || box.height < 8 };
        })()`,
        );
        if (focused === null || seen.has(focused.key)) break;
        seen.add(focused.key);
        assert.ok(
          focused.outline >= 3 && focused.shadow !== 'none' && !focused.clipped,
          `${address}: focus does not show on ${focused.key}`,
        );
      }
      assert.ok(seen.size > 5, `${address}: the keyboard reached ${seen.size} places`);
    }
  });
});

test('a further question shows only while its answer is chosen, without script', { skip: noBrowser }, async () => {
  await onPage(
    async (page) => {
      await page.goto('http://kept.test/kit/radios');
      const further = page.getByLabel('Name or team');
      assert.equal(await further.isVisible(), true);
      await page.getByLabel('Leave it open').check();
      assert.equal(await further.isVisible(), false);
      await page.getByLabel('A person or team').check();
      assert.equal(await further.isVisible(), true);
    },
    { javaScript: false },
  );
});

test(
  'on paper the pack has no navigation, no buttons and dark letters, also where the screen is dark',
  { skip: noBrowser },
  async () => {
    await onPage(
      async (page) => {
        await page.goto('http://kept.test/kit/page/check');
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        assert.equal(await page.getByRole('navigation', { name: 'Main' }).isVisible(), false);
        assert.equal(await page.getByRole('button', { name: 'Save' }).first().isVisible(), false);
        assert.equal(await page.evaluate<string>('getComputedStyle(document.body).color'), 'rgb(0, 0, 0)');
        assert.equal(
          await page.evaluate<string>('getComputedStyle(document.body).backgroundColor'),
          'rgb(255, 255, 255)',
        );
      },
      { scheme: 'dark' },
    );
  },
);
