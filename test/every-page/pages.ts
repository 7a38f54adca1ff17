/** What each page owes its readers. A route without an entry in the table fails, so that no page is ever added unseen. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentPolicy, intakePolicy } from '../browser.js';
import { byIntake, readDocument, withScript } from '../documents.js';
import { openPdf } from '../pdf.js';
import type { Answer, Asker } from '../visit.js';
import {
  type Address,
  addresses,
  assertNone,
  getRoutes,
  kept,
  isWhole,
  looker,
  pages,
  postRoutes,
  seenBy,
  strayed,
  table,
} from './addresses.js';

test('every route has its entry, and every entry its route', () => {
  assert.deepEqual(
    getRoutes.filter((route) => !(route in table)),
    [],
    'routes that nobody looks at',
  );
  assert.deepEqual(
    Object.keys(table).filter((route) => !getRoutes.includes(route)),
    [],
    'entries of routes that are gone',
  );
  assert.deepEqual(strayed, [], 'entries in a room whose page it is not');
});

function headerFaults({ headers }: Answer, { path, entry }: Pick<Address, 'path' | 'entry'>): readonly string[] {
  const expected: Readonly<Record<string, string>> = {
    'content-security-policy': path.startsWith('/take')
      ? intakePolicy
      : entry.script
        ? `${contentPolicy}; script-src 'self'; connect-src 'self'`
        : contentPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    ...(entry.as || entry.intake ? { 'cache-control': 'no-store' } : {}),
  };
  return [
    ...Object.entries(expected).flatMap(([name, value]) =>
      headers.get(name) === value ? [] : [`the header ${name} is ${headers.get(name) ?? 'missing'}`],
    ),
    ...(headers.get('x-powered-by') || headers.get('server') ? ['the server says what it is made of'] : []),
  ];
}

test('every page answers, is safe, and is a whole document', async () => {
  const faults: string[] = [];
  const titles = new Map<string, string>();
  for (const { path, entry } of pages()) {
    const answer = await seenBy(looker(entry), path);
    const found = readDocument(answer.body, entry.intake ? byIntake : entry.script ? withScript : undefined);
    const said = [
      ...(answer.status === 200 ? [] : [`status ${answer.status}`]),
      ...(answer.headers.get('content-type') === 'text/html; charset=utf-8' ? [] : ['no HTML']),
      ...headerFaults(answer, { path, entry }),
      ...found.faults,
    ];
    faults.push(...said.map((fault) => `${path}: ${fault}`));
    const route = path.split('?')[0] ?? path;
    const twin = titles.get(found.title);
    if (twin !== undefined && twin !== route && !path.includes('/v'))
      faults.push(`${path}: the same title as ${twin}: ${found.title}`);
    titles.set(found.title, route);
  }
  assertNone(faults);
});

test('every file answers with its type, and every other address leads on', async () => {
  const faults: string[] = [];
  for (const { path, entry } of addresses().filter(({ entry: { gives } }) => gives !== undefined)) {
    const answer = await looker(entry).get(path);
    if (entry.gives === 'the way') {
      if (answer.status !== 303 || !answer.to?.startsWith('/'))
        faults.push(`${path}: status ${answer.status} to ${answer.to}`);
    } else {
      const type = answer.headers.get('content-type') ?? 'none';
      if (answer.status !== 200 || !entry.gives?.file.test(type) || answer.body.length < 50)
        faults.push(`${path}: status ${answer.status}, type ${type}, ${answer.body.length} characters`);
      faults.push(...headerFaults(answer, { path, entry }).map((fault) => `${path}: ${fault}`));
    }
  }
  assertNone(faults);
});

interface Place {
  readonly status: number;
  readonly answer: Answer;
}

/** What can stand behind the # of an address: ids of a page, pages of a PDF. */
async function placesIn({ headers, body, bytes }: Answer): Promise<ReadonlySet<string>> {
  const type = headers.get('content-type') ?? '';
  if (type.startsWith('text/html')) return readDocument(body).ids;
  if (!type.startsWith('application/pdf')) return new Set();
  const { pages: count } = await openPdf(bytes);
  return new Set(Array.from({ length: count }, (_, index) => `page=${index + 1}`));
}

const placesKnown = new Map<Answer, Promise<ReadonlySet<string>>>();

/** Read only where somebody names a place in it. */
function placesOf(answer: Answer): Promise<ReadonlySet<string>> {
  const places = placesKnown.get(answer) ?? placesIn(answer);
  placesKnown.set(answer, places);
  return places;
}

test('every link of every page leads somewhere, to the very place it names', async () => {
  const faults: string[] = [];
  const known = new Map<string, Place>();
  async function look(who: Asker, path: string): Promise<Place> {
    // The same address shows each persona something of its own.
    const key = `${who.token} ${path}`;
    const before = known.get(key);
    if (before) return before;
    const answer = await seenBy(who, path);
    const isOnward = answer.status === 303 && answer.to !== null && new URL(answer.to, kept.url).pathname !== path;
    const found = isOnward ? await look(who, answer.to?.split('#')[0] ?? '/') : { status: answer.status, answer };
    known.set(key, found);
    return found;
  }
  let count = 0;
  for (const { path, entry } of pages()) {
    const who = looker(entry);
    const { links, forms } = readDocument((await seenBy(who, path)).body);
    for (const link of links) {
      const url = new URL(link, new URL(path, kept.url));
      if (entry.samples && link.startsWith('#') && link !== '#main') continue;
      // Other sites, mail and telephone are not ours to ask.
      if (url.origin !== kept.url) {
        if (!['https:', 'http:', 'mailto:', 'tel:', 'webcal:', 'data:'].includes(url.protocol))
          faults.push(`${path}: a link of an odd kind, ${link}`);
        continue;
      }
      count += 1;
      const target = await look(who, `${url.pathname}${url.search}`);
      if (target.status !== 200) faults.push(`${path}: the link ${link} gives ${target.status}`);
      else if (url.hash !== '' && !(await placesOf(target.answer)).has(decodeURIComponent(url.hash.slice(1))))
        faults.push(`${path}: the link ${link} names a place that is not there`);
    }
    for (const { method, action } of forms) {
      const { pathname } = new URL(action === '' ? path : action, new URL(path, kept.url));
      if (entry.samples) continue;
      const routes = method === 'post' ? postRoutes : getRoutes;
      if (!routes.some((route) => new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}$`).test(pathname)))
        faults.push(`${path}: a form is sent (${method}) to ${pathname}, where nobody takes it`);
    }
  }
  assert.ok(count > 50 || !isWhole);
  assertNone([...new Set(faults)]);
});

test('a fault in a page is seen', () => {
  const bad =
    `<!doctype html><html lang="en"><head><title>Kept</title><title>x</title></head><body><h1>a</h1><h1> </h1><p ` +
    `id="a" style="x" onclick="y">b</p><p id="a">c</p><script>1</script><a href="javascript:x">d</a><label ` +
    `for="none">e</label></body></html>`;
  const { faults } = readDocument(bad);
  for (const fault of [
    /2 h1/,
    /empty h1/,
    /0 main/,
    /2 title/,
    /language/,
    /id a stands/,
    /a script/,
    /style attribute/,
    /event handler/,
    /address that runs/,
    /for of label/,
  ])
    assert.ok(
      faults.some((one) => fault.test(one)),
      String(fault),
    );
  assert.deepEqual(
    readDocument(
      `<!doctype html><html lang="en-GB"><head><title>A page - Kept</title></head><body><main><h1>A page</h1></main></body></html>`,
    ).faults,
    [],
  );
});
