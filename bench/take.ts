/**
 * W2 of the reference on performance: a question on a cheap phone with a bad connection, in a real browser, beside a bare server that
 * sends the same page and the same stylesheet without a script. In turns, cold cache, nothing kept from one load to the next.
 */
import { fork } from 'node:child_process';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { takingPartPaths } from '#rooms/heard/taking-part/index.js';
import { isChromiumThere, launchChromium } from '#test/chromium.js';
import { demonstrationCodes } from '../src/app/demonstration/surveys.js';
import type { Book } from './figures.js';
import type { Running } from './kept.js';
import { wire } from './served.js';

const rounds = 5;
const code = demonstrationCodes.primary;
/** As every peer was measured: 150 ms there and back, 1.6 Mbit/s down, 0.75 up, a processor four times slower. */
const line = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const slower = 4;

/** What a page is asked for by a form: as a question page always comes. */
interface Asked {
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
}

interface Load {
  readonly requests: number;
  readonly bytes: number;
  readonly script: number;
  readonly fonts: number;
  readonly css: number;
  readonly firstByte: number;
  readonly lcp: number;
  readonly cls: number;
  readonly blocked: number;
}

/** Runs in the page before anything of its own. */
const watching = `(() => {
  const seen = (window.keptBench = { lcp: 0, cls: 0, blocked: 0 });
  const watch = (type, hear) => new PerformanceObserver((list) => list.getEntries().forEach(hear)).observe({ type, buffered: true });
  watch('largest-contentful-paint', (entry) => (seen.lcp = entry.startTime));
  watch('layout-shift', (entry) => (seen.cls += entry.hadRecentInput ? 0 : entry.value));
  watch('longtask', (entry) => (seen.blocked += Math.max(0, entry.duration - 50)));
})()`;

function freshContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: 360, height: 640 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
}

/** Submits the form from where the page stands, and watches until nothing has come for a second. */
async function load(page: Page, { path, fields }: Asked): Promise<Load> {
  await page.addInitScript(watching);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', line);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const kinds = new Map<string, string>();
  const sizes = new Map<string, number>();
  session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    if (!request.url.startsWith('data:')) kinds.set(requestId, type ?? 'Other');
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength));
  const submitted = `((path, fields) => {
    const form = document.body.appendChild(document.createElement('form'));
    form.method = 'post';
    form.action = path;
    for (const [name, value] of Object.entries(fields)) Object.assign(form.appendChild(document.createElement('input')), { type: 'hidden', name, value });
    form.submit();
  })(${JSON.stringify(path)}, ${JSON.stringify(fields)})`;
  // A form of Kept leads on to the address of the question.
  await Promise.all([
    page.waitForURL((url) => url.pathname === path || url.pathname.includes('/questions/'), { waitUntil: 'load' }),
    page.evaluate(submitted),
  ]);
  await page.waitForLoadState('networkidle');
  await pause(1000);
  const seen = await page.evaluate<{ lcp: number; cls: number; blocked: number; firstByte: number }>(
    `({ ...window.keptBench, firstByte: performance.getEntriesByType('navigation')[0].responseStart })`,
  );
  if (![...kinds.values()].includes('Stylesheet'))
    throw new Error(
      `${path} came without a stylesheet: something else than a question was measured, or with a warm cache`,
    );
  const weight = (of: (kind: string) => boolean): number =>
    [...kinds].reduce((sum, [id, kind]) => sum + (of(kind) ? (sizes.get(id) ?? 0) : 0), 0);
  return {
    ...seen,
    requests: kinds.size,
    bytes: weight(() => true),
    script: weight((kind) => kind === 'Script'),
    css: weight((kind) => kind === 'Stylesheet'),
    fonts: [...kinds.values()].filter((kind) => kind === 'Font').length,
  };
}

interface Question {
  readonly asked: Asked;
  readonly html: string;
}

/** Goes as far as the page that is wanted, past each question before it, as the same visitor; says how it is asked for, and what came. */
async function upTo(
  context: BrowserContext,
  url: string,
  language: string,
  isWanted: (html: string) => boolean,
): Promise<Question> {
  let asked: Asked = { path: takingPartPaths.begin(code), fields: { language } };
  for (let step = 0; step < 40; step += 1) {
    const answer = await context.request.post(url + asked.path, { form: asked.fields });
    const html = await answer.text();
    if (answer.ok() && isWanted(html)) return { asked, html };
    const hidden = Object.fromEntries(
      [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    );
    asked = { path: takingPartPaths.answer(code), fields: { ...hidden, go: 'skip' } };
  }
  throw new Error(`no such question in ${language}`);
}

const questions = [
  { name: 'first question', isWanted: (html: string) => html.includes('name="answer"') },
  { name: 'choose up to five', isWanted: (html: string) => html.includes('data-at-most="5"') },
] as const;

/** Everything that a start page brings along, by whoever in the browser fetches it (page, worker): counted on the line itself. */
async function wholeStart(browser: Browser, kept: Running): Promise<number | null> {
  let bytes = 0;
  const { port, hostname } = new URL(kept.url);
  const counter = createServer((visitor) => {
    const server = connect(Number(port), hostname);
    server.on('data', (part) => (bytes += part.length));
    visitor.pipe(server).pipe(visitor);
    for (const end of [visitor, server]) end.on('error', () => [visitor, server].forEach((one) => one.destroy()));
  });
  await new Promise<void>((settle) => counter.listen(0, '127.0.0.1', settle));
  const context = await freshContext(browser);
  try {
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${(counter.address() as AddressInfo).port}${takingPartPaths.one(code)}`);
    // What the page lays down for the next person lies on the device only then.
    const isWhole = await page.waitForSelector('form[data-kept="yes"]', { timeout: 30_000 }).then(
      () => true,
      () => false,
    );
    if (!isWhole) return null;
    await page.waitForLoadState('networkidle');
    await pause(1000);
    return bytes;
  } finally {
    await context.close();
    counter.close();
  }
}

const htmlHeaders = ['content-type', 'text/html; charset=utf-8', 'content-encoding', 'br', 'cache-control', 'no-store'];

export async function benchTake(book: Book, kept: Running, say: (line: string) => void): Promise<void> {
  if (!isChromiumThere())
    return book.note('Taking part is measured where a Chromium can be had: set KEPT_BROWSER to the path of one.');
  const browser = await launchChromium();
  const bare = fork(join(import.meta.dirname, 'bare.js'), [], {
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  try {
    const courses = [];
    const answers = new Map<
      string,
      { readonly path: string; readonly headers: readonly string[]; readonly body: string }
    >();
    answers.set('/', { path: '/', headers: ['content-type', 'text/plain'], body: '' });
    for (const language of ['en', 'ar']) {
      for (const { name, isWanted } of questions) {
        const context = await freshContext(browser);
        const { html } = await upTo(context, kept.url, language, isWanted);
        await context.close();
        const css = /<link rel="stylesheet" href="([^"]+)"/.exec(html)?.[1] ?? '';
        const sheet = await wire(kept.url + css);
        answers.set(css, { path: css, headers: sheet.headers, body: sheet.body.toString('base64') });
        const path = `/${language}/${name.replaceAll(' ', '-')}`;
        const body = brotliCompressSync(html.replace(/<script[^>]*><\/script>/g, ''), {
          params: { [constants.BROTLI_PARAM_QUALITY]: 4 },
        });
        answers.set(path, { path, headers: htmlHeaders, body: body.toString('base64') });
        courses.push({ name: `${name} (${language})`, language, isWanted, floor: { path, fields: { go: 'next' } } });
      }
    }
    const heard = new Promise<number>((settle) => bare.once('message', (port) => settle(Number(port))));
    bare.send([...answers.values()]);
    const bareUrl = `http://127.0.0.1:${await heard}`;
    /** From a page of the same origin that has no stylesheet and no script: the cache is cold, and nobody takes the form over. */
    const loaded = async (from: string, asked: (context: BrowserContext) => Promise<Asked>): Promise<Load> => {
      const context = await freshContext(browser);
      try {
        const page = await context.newPage();
        const wanted = await asked(context);
        await page.goto(from);
        return await load(page, wanted);
      } finally {
        await context.close();
      }
    };
    for (const { name, language, isWanted, floor } of courses) {
      say(`Taking part, ${name}: ${rounds} loads of Kept and of the floor`);
      const our = () =>
        loaded(
          kept.url + takingPartPaths.worker(),
          async (context) => (await upTo(context, kept.url, language, isWanted)).asked,
        );
      const their = () => loaded(`${bareUrl}/`, async () => floor);
      const ours: Load[] = [];
      const theirs: Load[] = [];
      await our();
      await their();
      for (let round = 0; round < rounds; round += 1) {
        if (round % 2 === 0) ours.push(await our());
        theirs.push(await their());
        if (round % 2 === 1) ours.push(await our());
      }
      const of = (figure: keyof Load, per = 1): readonly number[] => ours.map((one) => one[figure] / per);
      const floors = (figure: keyof Load, per = 1): readonly number[] => theirs.map((one) => one[figure] / per);
      book.add(`${name}: requests`, '', of('requests'), { atMost: 3 });
      book.add(`${name}: on the wire`, 'kB', of('bytes', 1000), { atMost: 18 });
      book.add('  of it stylesheet', 'kB', of('css', 1000));
      book.add('  of it script, needed for nothing', 'kB', of('script', 1000), { atMost: 5 });
      book.add('  fonts', '', of('fonts'), { atMost: 0 });
      book.add(`${name}: answered, the line not counted`, 's', of('firstByte', 1000));
      book.add(`${name}: largest paint`, 's', of('lcp', 1000), { atMost: 1.1 });
      book.add('  the floor: on the wire', 'kB', floors('bytes', 1000));
      book.add('  the floor: answered, the line not counted', 's', floors('firstByte', 1000));
      book.add('  the floor: largest paint', 's', floors('lcp', 1000));
      book.add(
        '  Kept to the floor',
        'times',
        of('lcp').map((one, round) => one / (floors('lcp')[round] ?? Number.NaN)),
        { atMost: 1.18 },
      );
      book.add(`${name}: layout shift`, '', of('cls'), { atMost: 0 });
      book.add(`${name}: blocked by long tasks`, 'ms', of('blocked'), { atMost: 75 });
      book.add('  the floor: blocked by long tasks', 'ms', floors('blocked'));
    }
    say('Taking part: a start page with everything it brings along');
    const whole = await wholeStart(browser, kept);
    if (whole === null) book.note('MISSED: the start page never had everything that the next person needs.');
    else book.add('start page with offline part, survey and worker', 'kB', [whole / 1000], { atMost: 150 });
  } finally {
    bare.disconnect();
    await browser.close();
  }
}
