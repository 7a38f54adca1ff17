/**
 * Every public list, page by page: no row twice, none missing, page 2 is not page 1, and the order is the one that the
 * page says. What belongs in a list, and in which order, is said here by hand, in SQL, and not asked of the rooms.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'parse5';
import { sql } from 'kysely';
import { few, prepare } from './long-lists.js';
import { walk } from './views.js';
import { withSite } from './site.js';

interface List {
  readonly at: string;
  /** Addresses of its rows, all of them, in order. */
  readonly rows: string;
  /** What the addresses of its rows look like, where other links of the page do not. */
  readonly row: RegExp;
}

const one = (path: string): RegExp => new RegExp(`^${path}/[^/?#]+$`);
const newestMinutes = (table: string): string =>
  `select path from published.${table} order by date desc, publication desc, position`;

const lists: readonly List[] = [
  { at: '/boards', row: one('/boards'), rows: `select '/boards/' || slug from published.board order by name, slug` },
  { at: '/decisions', row: /\/minutes#/, rows: newestMinutes('decision') },
  { at: '/actions', row: /\/minutes#/, rows: newestMinutes('action') },
  {
    at: '/decisions?board=volume-board-0002',
    row: /\/minutes#/,
    rows: `select path from published.decision where board = 'volume-board-0002' order by date desc, publication desc, position`,
  },
  {
    at: '/actions?board=volume-board-0002',
    row: /\/minutes#/,
    rows: `select path from published.action where board = 'volume-board-0002' order by date desc, publication desc, position`,
  },
  {
    at: '/promises',
    row: one('/promises'),
    rows: `select '/promises/' || slug from published.promise order by changed_at desc, id desc`,
  },
  {
    at: '/promises?status=kept',
    row: one('/promises'),
    rows: `select '/promises/' || slug from published.promise where state = 'kept' order by changed_at desc, id desc`,
  },
  {
    at: '/practice',
    row: one('/practice'),
    rows: `select '/practice/' || slug from published.practice where state = 'published'
      order by published_on desc, slug desc`,
  },
  {
    at: '/practice?phase=Primary',
    row: one('/practice'),
    rows: `select '/practice/' || slug from published.practice where state = 'published' and (phase = 'Primary' or phase is null)
      order by published_on desc, slug desc`,
  },
  {
    at: '/charters',
    row: one('/charters'),
    rows: `select '/charters/' || slug from published.charter order by published_on desc, slug desc`,
  },
  {
    at: '/networks',
    row: one('/networks'),
    rows: `select '/networks/' || slug from published.network order by closed_on is not null, name, slug`,
  },
  {
    at: '/schools',
    row: one('/schools'),
    rows: `select '/schools/' || urn from published.school order by name, urn`,
  },
  {
    at: '/schools?authority=E80000007',
    row: one('/schools'),
    rows: `select '/schools/' || urn from published.school where authority = 'E80000007' order by name, urn`,
  },
  { at: '/trusts', row: one('/trusts'), rows: `select '/trusts/' || code from published.trust order by name, code` },
  {
    at: '/authorities',
    row: one('/authorities'),
    rows: `select '/authorities/' || code from published.authority order by name, code`,
  },
  {
    at: '/frameworks/inclusion-charter/register',
    row: /\/register\/volume-[^/]+$/,
    rows: `select '/frameworks/inclusion-charter/register/' || slug from published.register_entry
      where framework = 'inclusion-charter' and state = 'signed' order by folded, slug`,
  },
  {
    at: '/award/E80000007',
    row: one('/schools'),
    rows: `select '/schools/' || urn from published.award join published.school using (urn)
      where authority = 'E80000007' and status = 'open' order by name, urn`,
  },
  {
    at: '/care-offer/offers',
    row: one('/care-offer/offers'),
    rows: `select '/care-offer/offers/' || slug from published.offer where state = 'live' order by title, slug`,
  },
];

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
