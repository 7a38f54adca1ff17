import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Write } from '#kit/db/gate.js';
import { rolledBack } from '#test/house.js';
import { understood } from './understood.js';

/** More places than are passed in looking for a frequent word, six a day; some of no day. */
const places = 12_000;

/** By the number of a place, the newest first: each word stands in another share of them. */
const words: Readonly<Record<string, string>> = {
  everywhere: 'true',
  seventh: 'n % 7 = 0',
  twentieth: 'n % 20 = 0',
  hundredth: 'n % 100 = 3',
  seldom: 'n % 3000 = 700',
  'only-of-late': 'n < 400',
  'only-long-ago': `n > ${places - 3000}`,
  undated: 'n % 400 = 0',
};

async function fill(write: Write): Promise<void> {
  const told = Object.entries(words)
    .map(([word, where]) => `case when ${where} then ' ${word.replaceAll('-', '')}' else '' end`)
    .join(' || ');
  await sql
    .raw(`
    insert into published.publication (id, kind, subject, version, title, published_at, content, content_sha256, html, html_sha256)
    values ('00000000-0000-7000-8000-0000000000fe', 'pack', 'b/m', 1, 'Pack', now(), '{}', '', '', '')`)
    .execute(write);
  await sql
    .raw(`
    insert into published.passage (publication, position, kind, board, title, heading, date, path, body, folded)
    select '00000000-0000-7000-8000-0000000000fe', n, case when n % 3 = 0 then 'minutes' else 'pack' end, 'board-' || n % 4, '', '',
           case when n % 400 <> 0 then '2026-06-01'::date - n / 6 end, '/', '', 'something' || ${told}
      from generate_series(1, ${places}) n`)
    .execute(write);
  await sql`analyze published.passage`.execute(write);
}

test('the newest places of a word are found, however often it stands and wherever', () =>
  rolledBack(async (write) => {
    await write.deleteFrom('published.passage').execute();
    await fill(write);
    const asked = [
      ...Object.keys(words).map((word) => word.replaceAll('-', '')),
      'seventh twentieth',
      'seventh or seldom',
      'something -everywhere',
      'nowhere',
      '""',
    ];
    for (const typed of asked) {
      for (const [board, kind] of [
        [null, null],
        ['board-1', null],
        [null, 'minutes'],
        ['board-2', 'pack'],
      ] as const) {
        const query = sql`websearch_to_tsquery('english', ${typed})`;
        const { rows: plain } = await sql<{ position: number }>`
          select position from published.passage
           where found @@ ${query} and (${board}::text is null or board = ${board}) and (${kind}::text is null or kind = ${kind})
           order by date desc nulls last, publication, position limit 500`.execute(write);
        const { rows: found } = await sql<{ position: number }>`
          select position from published.newest_found(${query}, ${board}::text, ${kind}::text, 500)
           order by date desc nulls last, publication, position`.execute(write);
        assert.deepEqual(found, plain, `${typed} ${board ?? ''} ${kind ?? ''}`);
      }
    }
  }));

test('a search leaves the settings of its session as they were', () =>
  rolledBack(async (write) => {
    await fill(write);
    const settings = async () =>
      (await sql`select name, setting from pg_settings where name like 'enable%'`.execute(write)).rows;
    const before = await settings();
    for (const word of ['everywhere', 'twentieth', 'seldom'])
      await sql`select from published.newest_found(plainto_tsquery('english', ${word}), null, null, 500)`.execute(
        write,
      );
    assert.deepEqual(await settings(), before);
  }));

test('a slip is led to the word that was meant, among all places or those of one kind; a word that stands somewhere is left alone', () =>
  rolledBack(async (write) => {
    await fill(write);
    await sql`insert into published.word (word) values ('everywhere'), ('seventh') on conflict do nothing`.execute(
      write,
    );
    const known = await understood(write, 'everywhere');
    assert.deepEqual([known.mended.changed, known.offers], [[], []]);
    const slip = await understood(write, 'everywere sevnth');
    assert.equal(slip.mended.query, 'everywhere seventh');
    const inKind = await understood(write, 'everywere', 'pack');
    assert.equal(inKind.mended.query, 'everywhere');
  }));
