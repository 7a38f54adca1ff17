/** Numbers that stand in the database, in the code and in words at once: one that is changed in one place only is seen here. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import { fewestOnASide, fewestPeople } from '#base/floors.js';
import { rolledBack } from './house.js';

const home = join(import.meta.dirname, '..', '..');

test('the floors of the database are those of the code: votes, choices and bands', async () => {
  await rolledBack(async (write) => {
    const told = async (yes: number, no: number) => {
      const { rows } = await sql<{
        outcome: string | null;
        yes_told: number | null;
      }>`select outcome, yes_told from record.votes_told(${yes}::integer, ${no}::integer, 0)`.execute(write);
      return rows[0] ?? assert.fail();
    };
    assert.equal((await told(fewestPeople - 1, 0)).outcome, null);
    assert.notEqual((await told(fewestPeople, 0)).outcome, null);
    assert.equal((await told(fewestPeople, fewestOnASide - 1)).yes_told, null);
    assert.equal((await told(fewestPeople, fewestOnASide)).yes_told, fewestPeople);
    const chosen = async (people: number, ...numbers: readonly number[]) =>
      (
        await sql<{
          outcome: string | null;
          chosen_told: number | null;
        }>`select outcome, chosen_told from record.choices_told(${people}::integer, 1, ${numbers}::integer[]) order by place`.execute(
          write,
        )
      ).rows;
    assert.deepEqual(
      (await chosen(fewestPeople - 1, 4)).map(({ outcome }) => outcome),
      [null],
    );
    assert.deepEqual(
      (await chosen(fewestPeople, fewestOnASide, fewestPeople - fewestOnASide)).map((one) => one.chosen_told),
      [fewestOnASide, fewestPeople - fewestOnASide],
    );
    assert.deepEqual(
      (await chosen(fewestPeople, fewestOnASide - 1, fewestPeople - fewestOnASide + 1)).map((one) => one.chosen_told),
      [null, null],
    );
    const band = async (many: number) =>
      (await sql<{ band: number }>`select record.band(${many}::bigint) as band`.execute(write)).rows[0]?.band;
    assert.deepEqual(
      [
        await band(0),
        await band(1),
        await band(fewestPeople - 1),
        await band(fewestPeople),
        await band(2 * fewestPeople - 1),
        await band(2 * fewestPeople),
      ],
      [0, 1, 1, fewestPeople, fewestPeople, 2 * fewestPeople],
    );
  });
});

/** A count of people in SQL beside a number. */
const counted =
  /\b(?:people|took_part|places|many|eligible|yes|no|not_sure|chosen|number|count\(\*\)[^;]*?\))\s*(?:>=|<)\s*(\d+)/g;

test('constraints and functions that compare counts of young people know no other floor', async () => {
  await rolledBack(async (write) => {
    const { rows } = await sql<{ at: string; text: string }>`
      select conname as at, pg_get_constraintdef(oid) as text from pg_constraint where contype = 'c'
        and (conname like '%enough%' or conname like '%small_side%')
      union all select p.oid::regprocedure::text, coalesce(nullif(p.prosrc, ''), pg_get_functiondef(p.oid))
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname in ('record', 'intake', 'published') and p.prokind = 'f'`.execute(write);
    const found = rows.flatMap(({ at, text }) =>
      [...text.matchAll(counted)]
        .map(([, number]) => ({ at, number: Number(number) }))
        .filter(({ number }) => number > 1),
    );
    assert.ok(found.length > 10, String(found.length));
    assert.deepEqual(
      found.filter(({ number }) => number !== fewestPeople && number !== fewestOnASide),
      [],
    );
    for (const name of ['vote_tally_no_small_side', 'hand_vote_no_small_side'])
      assert.deepEqual(
        [...new Set(found.filter(({ at }) => at === name).map(({ number }) => number))].toSorted((a, b) => a - b),
        [fewestOnASide],
        name,
      );
    for (const name of ['published_confirmation_enough'])
      assert.deepEqual(
        found.filter(({ at }) => at === name).map(({ number }) => number),
        [fewestPeople],
        name,
      );
  });
});

const inWords: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  twenty: 20,
};
const told = new RegExp(
  [
    /\b(?:fewer than|less than) (\d+|[a-z]+)(?= (?:young|people|took|voted|could|had|of it|places|answers?|texts?|hands)\b)/,
    /\b(\d+|[a-z]+) (?:hands )?or more(?= (?:young|voted|take|took|people|of|could|for|says?|answers?))/,
    /\bwith (\d+|[a-z]+) on each side/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
);

test('what people are told of floors is what the code does', () => {
  const rooms = join(home, 'src', 'rooms');
  const told_ = readdirSync(rooms, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\./.test(path))
    .flatMap((path) =>
      readFileSync(join(rooms, path), 'utf8')
        .split('\n')
        .filter((line) => !/^\s*(?:\/\/|\/?\*)/.test(line))
        .flatMap((line) =>
          [...line.matchAll(told)].map((match) => ({
            path,
            said: match[0],
            number: match[1] ?? match[2] ?? match[3] ?? '',
          })),
        ),
    )
    .map((one) => ({
      ...one,
      number: /^\d+$/.test(one.number) ? Number(one.number) : inWords[one.number.toLowerCase()],
    }))
    .filter(({ number }) => number !== undefined);
  assert.ok(told_.length > 12, String(told_.length));
  assert.deepEqual(
    told_.filter(({ number }) => number !== fewestPeople && number !== fewestOnASide),
    [],
  );
});

const units: Readonly<Record<string, readonly [number, 'months' | 'days' | 'hours']>> = {
  year: [12, 'months'],
  month: [1, 'months'],
  mon: [1, 'months'],
  day: [1, 'days'],
  hour: [1, 'hours'],
};

/** "'2 years'::interval", "interval '24 months'" and "'24:00:00'::interval" are read as numbers of months, days or hours. */
function spansIn(text: string): readonly string[] {
  return [...text.matchAll(/'(?:(\d+) ([a-z]+?)s?|(\d+):00:00)'::interval|interval '(\d+) ([a-z]+?)s?'/g)].map(
    ([, number = '', unit = 'hour', hours, other, otherUnit]) => {
      if (hours !== undefined) return `${Number(hours)} hours`;
      const [times, called] = units[otherUnit ?? unit] ?? assert.fail(text);
      return `${Number(other ?? number) * times} ${called}`;
    },
  );
}

/** Where the database names a span of time, and what it is in the code. A new one belongs here, with its constant. */
const spans: Readonly<Record<string, string>> = {
  // Said by the database alone; the words of their refusals name no span.
  'record.invitation_limit': '24 hours',
  'record.invite': '48 hours',
  'record.passkey_confirmers': '30 days',
};

test('spans of time in the database are those of the code', async () => {
  await rolledBack(async (write) => {
    await sql`set local intervalstyle = 'postgres'`.execute(write);
    const { rows } = await sql<{ at: string; text: string }>`
      select n.nspname || '.' || p.proname as at, coalesce(nullif(p.prosrc, ''), pg_get_functiondef(p.oid)) as text
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname in ('record', 'intake', 'published', 'kit') and p.prokind = 'f'
      union all select a.attrelid::regclass || '.' || a.attname, pg_get_expr(d.adbin, d.adrelid) from pg_attribute a
        join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum`.execute(write);
    const found = [
      ...new Set(rows.flatMap(({ at, text }) => spansIn(text).map((span) => `${at}: ${span}`))),
    ].toSorted();
    assert.deepEqual(
      found,
      Object.entries(spans)
        .map(([at, span]) => `${at}: ${span}`)
        .toSorted(),
    );
  });
});
