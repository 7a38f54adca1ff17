import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { rolledBack } from '#test/house.js';
import { type Order, slice } from './slice.js';

const order = (descending: boolean): Order => ({
  keys: [
    { by: sql`coalesce(date, '0001-01-01'::date)`, type: 'date' },
    { by: 'board', type: 'text' },
    { by: 'slug', type: 'text' },
  ],
  descending,
});

/** Few days and boards, so that many rows share them; names that sort in their own way. */
const rows = fc.uniqueArray(
  fc.record({
    date: fc.constantFrom('2025-12-31', '2026-01-01', '2026-02-28'),
    board: fc.constantFrom('a', 'B', 'é-z', 'a b'),
    slug: fc.string({ minLength: 1, maxLength: 4 }).filter((one) => !one.includes('\0') && one.isWellFormed()),
  }),
  { maxLength: 25, selector: ({ board, slug }) => `${board} ${slug}` },
);

test('somebody who goes on to the end of a list sees every row once, in order, and the same ones on the way back', () =>
  rolledBack((write) =>
    fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 7 }), fc.boolean(), async (made, count, descending) => {
        await write.deleteFrom('published.meeting').execute();
        if (made.length > 0)
          await write
            .insertInto('published.meeting')
            .values(
              made.map((row) => ({
                ...row,
                board_name: '',
                start: null,
                place: null,
                mode: null,
                state: 'planned',
                pack: null,
                minutes: null,
                changed_at: new Date(0),
              })),
            )
            .execute();
        const all = write.selectFrom('published.meeting').select(['board', 'slug']);
        const [byDay, names] = [sql`coalesce(date, '0001-01-01'::date)`, ['board', 'slug'] as const];
        const way = descending ? 'desc' : 'asc';
        const whole = await names.reduce((query, name) => query.orderBy(name, way), all.orderBy(byDay, way)).execute();
        const seen: { board: string; slug: string }[] = [];
        let part = await slice(all, order(descending), {}, count);
        assert.equal(part.before, null);
        const parts = [part];
        for (; part.after !== null; parts.push(part))
          part = await slice(all, order(descending), { after: part.after }, count);
        for (const { rows: shown } of parts) seen.push(...shown);
        assert.deepEqual(seen, whole);
        for (let at = parts.length - 1; at > 0; at -= 1) {
          const back: Awaited<ReturnType<typeof slice<(typeof whole)[number], never, never>>> = await slice(
            all,
            order(descending),
            { before: part.before ?? '' },
            count,
          );
          assert.deepEqual(back.rows, parts[at - 1]?.rows);
          assert.equal(back.before === null, at === 1);
          part = back;
        }
      }),
      { numRuns: 25 },
    ),
  ));

test('a place that no list gave out leads to the beginning, and never into the database', () =>
  rolledBack(async (write) => {
    const all = write.selectFrom('published.meeting').select('slug');
    const first = await slice(all, order(false), {}, 3);
    const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    for (const after of [
      '',
      'x',
      '%%',
      forged('a'),
      forged(['2026-02-30', 'a', 'b']),
      forged(['2026-01-01', 'a']),
      forged(['2026-01-01', 1, 'b']),
      forged(['2026-01-01', '\0', 'b']),
      forged(["2026-01-01'::date); drop table x --", 'a', 'b']),
      forged([null, null, null]),
    ]) {
      assert.deepEqual(await slice(all, order(false), { after }, 3), first, after);
    }
  }));

test('whatever is taken as a key of some type, the database can read as that type', () =>
  rolledBack(async (write) => {
    const two = (most: number) => fc.integer({ min: 0, max: most }).map((count) => String(count).padStart(2, '0'));
    const year = fc.constantFrom('0000', '0001', '2026', '9999');
    const day = fc.tuple(year, two(13), two(32)).map((parts) => parts.join('-'));
    const time = fc.tuple(two(25), two(61), two(61)).map((parts) => parts.join(':'));
    const zone = fc.tuple(fc.constantFrom('+', '-'), two(20)).map((parts) => parts.join(''));
    const moment = fc
      .tuple(day, time, fc.constantFrom('', '.1', '.999999'), zone)
      .map(([date, hour, part, place]) => `${date} ${hour}${part}${place}`);
    const kinds = {
      date: day,
      timestamptz: moment,
      integer: fc.constantFrom('-0', '-999999999', '999999999', '9999999999', '00', '1e5', ' 1'),
    } as const;
    const values = {
      date: sql`(select date '2026-01-01')`,
      timestamptz: sql`(select timestamptz '2026-01-01 00:00:00+00')`,
      integer: sql`(select 7)`,
    };
    for (const type of ['date', 'timestamptz', 'integer'] as const) {
      await fc.assert(
        fc.asyncProperty(kinds[type], async (forged) => {
          const after = Buffer.from(JSON.stringify([forged])).toString('base64url');
          await slice(
            write.selectFrom('kit.daily_run').select('name'),
            { keys: [{ by: values[type], type }] },
            { after },
            1,
          );
        }),
        {
          numRuns: 300,
          examples:
            type === 'timestamptz'
              ? [['2026-01-01 99:99:99+99'], ['2026-01-01 00:00:00+16']]
              : type === 'date'
                ? [['0000-01-01']]
                : [],
        },
      );
    }
  }));

test('each type of key leads on from where a page ended', () =>
  rolledBack(async (write) => {
    const made = [
      '2026-03-29 00:59:59.999999+00',
      '2026-03-29 01:00:00+00',
      '2026-03-29 01:00:00.1+00',
      '2026-10-25 01:30:00.000001+05:30',
    ];
    const all = sql<{ at: Date; flag: boolean; number: number; id: string }>`(
      select t.at, b.flag, n.number - 2 as number, lpad(n.number::text, 32, '0')::uuid as id
        from unnest(${made}::timestamptz[]) t (at), unnest(array[true, false]) b (flag), generate_series(1, 3) n (number))`.as(
      'made',
    );
    for (const descending of [false, true]) {
      for (const keys of [
        [{ by: 'at', type: 'timestamptz' }],
        [
          { by: 'flag', type: 'boolean' },
          { by: 'at', type: 'timestamptz' },
        ],
        [
          { by: 'number', type: 'integer' },
          { by: 'at', type: 'timestamptz' },
        ],
      ] as const) {
        const of: Order = {
          keys: [
            ...keys,
            { by: 'id', type: 'uuid' },
            { by: sql`flag::text`, type: 'text' },
            { by: sql`at::text`, type: 'text' },
          ],
          descending,
        };
        let many = 0;
        for (let place: { readonly after?: string } | null = {}; place !== null; many += 1) {
          const part: Awaited<ReturnType<typeof slice<{ id: string }, never, never>>> = await slice(
            write.selectFrom(all).select('id') as never,
            of,
            place,
            1,
          );
          assert.ok(many < 24, `${keys.map(({ by }) => by).join(' ')}: it begins again`);
          place = part.after === null ? null : { after: part.after };
        }
        assert.equal(many, 24);
      }
    }
  }));
