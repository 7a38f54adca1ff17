/** What lists say of a promise by comparing its stored days is what the rule says of what stands on record, for any history and any day. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import pg from 'pg';
import { daysLater, monthsLater } from '#base/london.js';
import { clientConfig } from '#kit/db/client.js';
import { mintWrite, nobody } from '#kit/db/gate.js';
import { migrate } from '#kit/db/migrate.js';
import { emptyDatabase, rolledBack } from '#test/house.js';
import { body } from '#test/leads.js';
import { houseMigrations } from '#test/migrations.js';
import { agreePromise, recordEnd, recordEvidence, recordNewDate, recordNews, recordPromise } from './acts.js';
import { promiseDayRule } from './days.js';
import { promiseRecord } from './lookups.js';
import { countPromises, publishedPromise, publishedPromises } from './published.js';
import { statusOn } from './rules.js';
import { endings, type PromiseStatus, promiseStatuses } from './words.js';

const first = '2026-01-10';
const site = 'https://kept.example';

/** The rule once more and in other words, as a reader of the reference would say it: each status from what is on record alone. */
function saidOf(
  row: { readonly state: string; readonly due: string; readonly last_news: string; readonly at_risk: boolean },
  today: string,
): PromiseStatus {
  const ended = endings.find((one) => one === row.state);
  if (ended !== undefined) return ended;
  if (row.due < today) return 'overdue';
  if (monthsLater(row.last_news, 6) < today) return 'no news';
  return row.at_risk ? 'at risk' : 'on track';
}

const step = fc.record({
  after: fc.integer({ min: 0, max: 250 }),
  act: fc.constantFrom('news', 'risk', 'move', 'evidence', 'end', 'keep'),
  by: fc.integer({ min: 0, max: 300 }),
});

test('lists, counts and pages call a promise what the rule calls it, after any history and on any day', async () => {
  await rolledBack(async (write, { gates }) => {
    const { id: organisation, slug: own, standing, act } = await body(write, gates, 'school');
    for (const [steps, looks] of fc.sample(
      fc.tuple(fc.array(step, { maxLength: 5 }), fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 6 })),
      30,
    )) {
      const { id, slug } = await act(first, (inside, who) =>
        recordPromise(inside, who, {
          framework: 'inclusion-charter',
          theme: null,
          charter: null,
          aim: 'ask every class',
          steps: ['asking'],
          effectVerb: 'can',
          effect: 'say so',
          owner: 'Head',
          starts: null,
          due: daysLater(first, 120),
          measure: null,
          board: null,
          source: null,
        }),
      );
      await act(first, (inside, who) =>
        agreePromise(inside, who, id, { by: 'Governors', link: null, on: first }, site),
      );
      let on = first;
      for (const one of steps) {
        on = daysLater(on, one.after);
        await act(on, async (inside, who) => {
          if (one.act === 'news' || one.act === 'risk')
            await recordNews(inside, who, id, { body: 'It goes.', atRisk: one.act === 'risk' });
          else if (one.act === 'move') await recordNewDate(inside, who, id, daysLater(on, one.by), 'It takes longer.');
          else if (one.act === 'end')
            await recordEnd(inside, who, id, {
              state: 'not kept',
              on,
              by: 'Governors',
              reason: { kind: 'money', words: 'None.' },
              replacement: null,
            });
          else
            await recordEvidence(inside, who, id, {
              kind: 'figure',
              title: 'A list',
              url: site,
              dated: on,
              strength: 'shown',
            });
          if (one.act === 'keep')
            await recordEnd(inside, who, id, { state: 'kept', on, by: 'Head', reason: null, replacement: null });
        });
      }
      const row = await gates.work.read(standing, (read) => promiseRecord(read, organisation, slug));
      assert.ok(row && row.due !== null && row.last_news !== null);
      const known = { ...row, due: row.due, last_news: row.last_news };
      const edges = [row.due, monthsLater(row.last_news, 6)].flatMap((at) => [at, daysLater(at, 1)]);
      await gates.public.read(nobody, async (read) => {
        const seen = await publishedPromise(read, slug);
        assert.ok(seen);
        for (const today of [...edges, ...looks.map((days) => daysLater(first, days))]) {
          const expected = saidOf(known, today);
          assert.equal(statusOn(seen, today), expected);
          const asked = { organisation: own, today };
          const { counts } = await countPromises(read, asked);
          for (const status of promiseStatuses) {
            const found = await publishedPromises(read, { ...asked, status, count: 100 });
            assert.equal(
              found.promises.some((one) => one.slug === slug),
              status === expected,
              `${status} on ${today}`,
            );
            assert.equal(found.promises.length, counts.get(status) ?? 0);
          }
        }
      });
    }
    assert.equal(await promiseDayRule.rewrite(write), 0, 'whatever changed a promise wrote its days');
  });
});

test(
  'promises of an existing database have the days of the rule, in either way of writing them',
  { timeout: 120_000 },
  async () => {
    const place = await emptyDatabase();
    const migrations = houseMigrations();
    const at = migrations.findIndex(({ name }) => name === '20261224-promises-days');
    await migrate({ ...place, migrations: migrations.slice(0, at) });
    const client = new pg.Client(
      clientConfig(place.admin, {
        name: 'kept test',
        statementTimeout: 0,
        lockTimeout: 0,
        idleInTransactionTimeout: 0,
      }),
    );
    await client.connect();
    try {
      // Ends of short months, and leap years.
      await client.query(`insert into published.promise (id, slug, organisation, organisation_slug, organisation_name,
        organisation_kind, framework, theme,
        aim, steps, effect_verb, effect, owner, due, first_due, moves, practices, board, state, agreed_on, agreed_by,
        at_risk, last_news, kept_on, evidence, confirmed_on, changed_at)
      select gen_random_uuid(), 'old-' || n, gen_random_uuid(), 'old', 'Old', 'school', 'inclusion-charter', null, 'x', '{}', 'can', 'x', 'x',
        '2024-02-29'::date + n * 3, '2024-02-29', 0, '{}', null, state, '2024-01-01', 'x', n % 3 = 0, '2023-08-25'::date + n,
        case when state = 'kept' then '2024-02-20'::date + n end, (array['said', 'shown', 'confirmed', null])[1 + n % 4],
        case when n % 4 = 2 then '2024-02-20'::date + n end, now()
        from generate_series(1, 200) n,
          lateral (select (array['agreed', 'under way', 'kept', 'partly kept', 'not kept', 'withdrawn', 'replaced'])
            [1 + n % 7] as state) s`);
      const { rows: before } = await client.query(
        `select slug, counts_until, published.promise_status(state, due, at_risk, last_news, '2024-06-01') as status from published.promise order by slug`,
      );
      await migrate({ ...place, migrations });
      const write = mintWrite(client);
      const { rows: after } = await sql<{
        slug: string;
        declared_status: PromiseStatus;
        overdue_from: string | null;
        no_news_from: string | null;
        counts_until: string | null;
      }>`select slug, declared_status, overdue_from, no_news_from, counts_until from published.promise order by slug`.execute(
        write,
      );
      assert.deepEqual(
        after.map((row) => ({ slug: row.slug, counts_until: row.counts_until, status: statusOn(row, '2024-06-01') })),
        before,
      );
      assert.equal(await promiseDayRule.rewrite(write), 0, 'the migration wrote what the rule yields');
      await client.query(
        `update published.promise set declared_status = 'at risk', overdue_from = null, no_news_from = null, counts_until = null,
        shown_until = null, confirmed_until = null`,
      );
      assert.equal(await promiseDayRule.rewrite(write), 200);
      const { rows: again } =
        await sql`select slug, declared_status, overdue_from, no_news_from, counts_until from published.promise order by slug`.execute(
          write,
        );
      assert.deepEqual(again, after);
    } finally {
      await client.end();
    }
  },
);
