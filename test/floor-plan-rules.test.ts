/** A rule stands once (docs/decisions/0029). What cannot be seen from outside is left to readers; this sees the rest. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { rolledBack } from './house.js';
import { daysWorkedOut, type Found, rulesOfTestsAlone, sqlIn } from './same-rule.js';

const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const sources = new Map(
  globSync('{src,test,bench,seeds}/**/*.{ts,tsx}', { cwd: home })
    .map((file) => file.replaceAll('\\', '/'))
    .map((file) => [file, readFileSync(join(home, file), 'utf8')]),
);

/** What breaks the law today, and why it may. An entry that is no longer needed fails the test as a new breach does. */
const excused: readonly { readonly at: string | RegExp; readonly what: string; readonly reason: string }[] = [
  ...['a span of time', 'days added to a day'].map((what) => ({
    at: /^src\/rooms\/[a-z]+\/[a-z-]+\/retention\.ts$/,
    what,
    reason: 'How long something is kept stands there alone, in one constant; this is the question for what is due.',
  })),
  {
    at: 'record.move_intake',
    what: 'days added to a day',
    reason:
      'A last day that comes earlier brings the day of deletion forward by as many days, never back. It stands here alone, ' +
      'beside the lock that holds the survey meanwhile.',
  },
  ...['record.invitation_limit', 'record.invite', 'record.passkey_confirmers'].map((at) => ({
    at,
    what: 'a span of time',
    reason:
      'A guard against those who use the application as well: it stands in the database alone (decisions 0015, 0016), ' +
      'and test/numbers.test.ts holds the number.',
  })),
];

function judged(found: readonly Found[], of: (one: (typeof excused)[number]) => boolean): void {
  const covers = (one: (typeof excused)[number], { at, what }: Found): boolean =>
    (typeof one.at === 'string' ? one.at === at : one.at.test(at)) && one.what === what;
  assert.deepEqual(
    found.filter((each) => !excused.some((one) => covers(one, each))),
    [],
  );
  assert.deepEqual(
    excused.filter((one) => of(one) && !found.some((each) => covers(one, each))),
    [],
    'excused for nothing',
  );
}

test('no rule is there for tests alone', () => {
  judged(rulesOfTestsAlone(sources), ({ what }) => what.startsWith('only tests'));
});

test('no SQL of a room works a day out: it compares days that a rule of the room wrote', async () => {
  const found = [...sources].flatMap(([file, source]) =>
    /^src\/rooms\//.test(file) && !/\.test\.|\/(test|samples)\b|fixtures/.test(file)
      ? daysWorkedOut(file, sqlIn(source))
      : [],
  );
  await rolledBack(async (write) => {
    await sql`set local intervalstyle = 'postgres'`.execute(write);
    const { rows } = await sql<{ at: string; text: string; isDay: boolean }>`
      select n.nspname || '.' || p.proname as at, coalesce(pg_get_function_sqlbody(p.oid), p.prosrc) as text, false as "isDay"
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('record', 'intake', 'published') and p.prokind = 'f'
      union all select a.attrelid::regclass || '.' || a.attname, pg_get_expr(d.adbin, d.adrelid), a.attgenerated <> '' and a.atttypid = 'date'::regtype
        from pg_attribute a join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        join pg_class c on c.oid = a.attrelid where c.relnamespace::regnamespace::text in ('record', 'intake', 'published')
      union all select c.conrelid::regclass || ' ' || c.conname, pg_get_constraintdef(c.oid), false from pg_constraint c
        where c.contype = 'c' and c.connamespace::regnamespace::text in ('record', 'intake', 'published')
      union all select p.schemaname || '.' || p.tablename || ' ' || p.policyname, concat_ws(' ', p.qual, p.with_check), false from pg_policies p
        where p.schemaname in ('record', 'intake', 'published')
      union all select t.tgrelid::regclass || ' ' || t.tgname, pg_get_triggerdef(t.oid), false from pg_trigger t where not t.tgisinternal
      union all select v.schemaname || '.' || v.viewname, v.definition, false from pg_views v where v.schemaname in ('record', 'intake', 'published')
      union all select i.schemaname || '.' || i.indexname, i.indexdef, false from pg_indexes i where i.schemaname in ('record', 'intake', 'published')`.execute(
      write,
    );
    judged(
      [
        ...found,
        ...rows.flatMap(({ at, text, isDay }) => [
          ...daysWorkedOut(at, text),
          ...(isDay ? [{ at, what: 'a day that the database makes' }] : []),
        ]),
      ],
      ({ what }) => !what.startsWith('only tests'),
    );
  });
});

test('both laws see what they are there for', () => {
  const planted = new Map([
    [
      'src/rooms/wing/room/rules.ts',
      'export const months = 3;\nexport function isOver(a: string) { return a; }\nexport function used() {}\nexport function given() {}',
    ],
    ['src/rooms/wing/room/acts.ts', "import { used } from './rules.js';"],
    ['src/rooms/wing/room/index.ts', "export { given, isOver } from './rules.js';"],
    ['src/rooms/wing/later/acts.ts', "import { given } from '#rooms/wing/room/index.js';"],
    [
      'src/rooms/wing/later/acts.test.ts',
      "import { isOver } from '#rooms/wing/room/index.js';\nimport { months } from '../room/rules.js';",
    ],
  ]);
  assert.deepEqual(
    rulesOfTestsAlone(planted).map(({ what }) => what),
    ['only tests use months', 'only tests use isOver'],
  );
  const says = (text: string) => daysWorkedOut('x', sqlIn(text)).map(({ what }) => what);
  assert.deepEqual(
    says("sql`select a where a.signed_on + interval '24 months' < ${today}`"),
    ['a span of time', 'days added to a day'].slice(0, 1),
  );
  assert.deepEqual(says('sql<Row>`select a where a.closed_on + ${days}::integer < ${today}`'), ['days added to a day']);
  assert.deepEqual(says('sql`select a where a.asked_at + make_interval(months => ${n}) < now()`'), ['a span of time']);
  assert.deepEqual(says('sql`select a where a.lapses_on <= ${today}::date and a.until >= current_date`'), []);
});
