/**
 * Every public list, page by page: no row twice, none missing, page 2 is not page 1, and the order is the one that the
 * page says. What belongs in a list, and in which order, is said by hand, in SQL, in each room’s test/volumes.ts.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { loadSamples } from './samples.js';
import { withSite } from './site.js';
import { firstWrong, rowsOf, turnPages } from './turned-pages.js';
import { few, prepare, roomVolumes } from './volumes.js';

const lists = roomVolumes.flatMap((room) => room.lists ?? []);

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
