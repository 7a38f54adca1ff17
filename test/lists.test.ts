/**
 * Every public list, page by page: no row twice, none missing, page 2 is not page 1, and the order is the one that the
 * page says. What belongs in a list, and in which order, is said by hand, in SQL, in each room’s test/volumes.ts.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'parse5';
import { sql } from 'kysely';
import { walk } from './views.js';
import { withSite } from './site.js';
import { few, prepare, roomVolumes } from './volumes.js';

const lists = roomVolumes.flatMap((room) => room.lists ?? []);

/** The rows of one page in their order, and the ways on and back. */
function readPage(body: string, row: RegExp) {
  const links: string[] = [];
  const ways = new Map<string, string>();
  const main = [...walk(parse(body))].find(({ tagName }) => tagName === 'main');
  assert.ok(main);
  for (const element of walk(main)) {
    const attribute = (name: string) => element.attrs.find((own) => own.name === name)?.value;
    const href = attribute('href');
    if (element.tagName !== 'a' || href === undefined) continue;
    const rel = attribute('rel');
    if (rel !== undefined) ways.set(rel, href);
    else if (row.test(href) && !links.includes(href)) links.push(href);
  }
  return { rows: links, next: ways.get('next'), previous: ways.get('prev') };
}

/** How many pages are walked of a list, each way. */
const pagesAtMost = 40;

test('each public list gives every row once, in the order that it says, whichever way one turns the pages', () =>
  withSite(async ({ write, get }) => {
    await prepare(write, few);
    const faults: string[] = [];
    let turned = 0;
    for (const { at, rows, row } of lists) {
      const found = await sql<{ path: string }>`select path from (${sql.raw(rows)}) t (path)`.execute(write);
      const wanted = found.rows.map(({ path }) => path);
      const pages: (readonly string[])[] = [];
      let last = at;
      for (let next: string | undefined = at; next !== undefined && pages.length < pagesAtMost;) {
        const { status, body } = await get(next);
        if (status !== 200) faults.push(`${next} answered ${status}`);
        const page = readPage(body, row);
        pages.push(page.rows);
        last = next;
        next = page.next;
      }
      turned += pages.length;
      const all = pages.flat();
      if (new Set(all).size < all.length) faults.push(`${at}: a row stands on two pages`);
      const firstWrong = wanted.findIndex((path, index) => all[index] !== path);
      if (all.length !== wanted.length) faults.push(`${at}: ${all.length} rows of ${wanted.length}`);
      else if (firstWrong >= 0)
        faults.push(`${at}: row ${firstWrong + 1} is ${all[firstWrong]}, not ${wanted[firstWrong]}`);
      // And back again, from the last page.
      const back: (readonly string[])[] = [];
      for (let before: string | undefined = last; before !== undefined && back.length < pagesAtMost;) {
        const page = readPage((await get(before)).body, row);
        back.unshift(page.rows);
        before = page.previous;
      }
      if (back.flat().join(' ') !== all.join(' ')) faults.push(`${at}: other rows on the way back`);
    }
    assert.deepEqual(faults, []);
    assert.ok(turned > lists.length * 2, `${turned} pages`);
  }, new Date()));
