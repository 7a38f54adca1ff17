/**
 * Every public list, page by page: no row twice, none missing, page 2 is not page 1, and the order is the one that the
 * page says. What belongs in a list, and in which order, is said here by hand, in SQL, and not asked of the rooms.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { few, prepare } from './long-lists.js';
import { loadSamples } from './samples.js';
import { withSite } from './site.js';
import { firstWrong, rowsOf, turnPages } from './turned-pages.js';

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

test('each public list gives every row once, in the order that it says, whichever way one turns the pages', () =>
  withSite(async ({ write, get }) => {
    await prepare(write, few);
    const faults: string[] = [];
    let turned = 0;
    for (const { at, rows, row } of lists) {
      const { rows: found } = await sql<{ path: string }>`select path from (${sql.raw(rows)}) t (path)`.execute(write);
      const walked = await turnPages(get, at);
      turned += walked.pages.length;
      const wanted = found.map(({ path }) => path);
      faults.push(...walked.faults, ...firstWrong(at, rowsOf(walked.pages, row), wanted));
    }
    assert.deepEqual(faults, []);
    assert.ok(turned > lists.length * 2, `${turned} pages`);
  }, new Date()));

test('every public list that has more than a page stands above, or is turned all the same', () =>
  withSite(async ({ write, get }) => {
    await prepare(write, few);
    const samples = await loadSamples();
    const known = new Set(lists.map(({ at }) => at));
    const asked = [...samples.values()]
      .flatMap(({ pages }) => Object.values(pages).flatMap(({ atVolume }) => atVolume ?? []))
      .filter((at) => !known.has(at) && !at.includes('$') && !/\.(ics|csv|json)$/.test(at));
    const faults: string[] = [];
    for (const at of asked) {
      const { status, body } = await get(at);
      if (!/ rel="next"/.test(body) || status !== 200) continue;
      faults.push(...(await turnPages(get, at)).faults);
    }
    assert.deepEqual(faults, []);
  }, new Date()));
