/**
 * A real Chromium for tests: one per test process, started when the first page is opened, closed at the end.
 * Where none can be had, `noBrowser` says so: `test('…', { skip: noBrowser }, …)`.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { pageAssets, type AssetManifest } from '#ui/assets.js';
import { cacheFolder, isChromiumThere, launchChromium } from './chromium.js';

export type { Browser, Page } from 'playwright-core';

export const noBrowser: string | false = isChromiumThere()
  ? false
  : `no Chromium for ${process.platform}-${process.arch}: set KEPT_BROWSER to the path of one`;

let running: Promise<Browser> | undefined;

/** Lets `work` use the browser of this process, starting it first where needed. */
export async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  running ??= launchChromium();
  return work(await running);
}

/** Closes the browser of this process; the next page starts another one. */
export async function closeBrowser(): Promise<void> {
  const browser = running;
  running = undefined;
  await (await browser?.catch(() => undefined))?.close();
}

after(closeBrowser);

export interface OpenOptions {
  readonly width?: number;
  readonly height?: number;
  /** Off for showing that a journey needs no script. */
  readonly javaScript?: boolean;
  readonly scheme?: 'light' | 'dark';
  /** Start of every relative address: that of a running Kept. */
  readonly baseURL?: string;
  readonly reducedMotion?: boolean;
}

/** A new page in a context of its own: no cookies from others. Closing the page's context ends it. */
export async function openPage(options: OpenOptions = {}): Promise<Page> {
  return withBrowser(async (browser) => {
    const context: BrowserContext = await browser.newContext({
      viewport: { width: options.width ?? 1280, height: options.height ?? 900 },
      javaScriptEnabled: options.javaScript ?? true,
      colorScheme: options.scheme ?? 'light',
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      reducedMotion: options.reducedMotion === false ? 'no-preference' : 'reduce',
      ...(options.baseURL === undefined ? {} : { baseURL: options.baseURL }),
    });
    // Our pages are quick or broken: thirty seconds of waiting tell nothing more.
    context.setDefaultTimeout(10_000);
    return context.newPage();
  });
}

/** The content policy under which pages are served, so that a view that breaks it fails here first. */
export const contentPolicy =
  "default-src 'none'; object-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; media-src " +
  "'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The same of pages for those who take part: they run a script of ours. */
export const intakePolicy =
  "default-src 'none'; object-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; media-src " +
  "'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; manifest-src 'self'; form-action 'self'; " +
  "base-uri 'none'; frame-ancestors 'none'";

const assetsFolder = join(dirname(fileURLToPath(import.meta.url)), '..', 'assets');

export function builtAssets() {
  return pageAssets(JSON.parse(readFileSync(join(assetsFolder, 'manifest.json'), 'utf8')) as AssetManifest);
}

/**
 * Serves views without a server: `html` answers for a path of http://kept.test, the built files come from dist/assets.
 * Returns what the browser complained about: broken policy, missing files, errors in the page.
 */
export async function serveViews(
  page: Page,
  html: (path: string) => string | undefined,
  policy: string = contentPolicy,
): Promise<string[]> {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (problem) => complaints.push(problem.message));
  await page.route('http://kept.test/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.startsWith('/assets/'))
      return route.fulfill({ path: join(assetsFolder, pathname.slice('/assets/'.length)) });
    let body: string | undefined;
    try {
      body = html(pathname);
    } catch (problem) {
      complaints.push(String(problem));
    }
    if (body === undefined)
      return route.fulfill({ status: 404, contentType: 'text/plain', body: `nothing at ${pathname}` });
    return route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': policy },
      body,
    });
  });
  return complaints;
}

/** Keeps a picture of the whole page in .cache/screens/ for looking at; returns its path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = join(cacheFolder, 'screens');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}
