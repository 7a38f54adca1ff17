import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Write } from '#kit/db/gate.js';
import { namedTable } from '#rooms/ground/directory/index.js';
import type { OrganisationKind } from '#rooms/ground/people/index.js';
import { rolledBack } from '#test/house.js';
import { as, leadOf } from '#test/leads.js';
import { recordAward } from './acts.js';
import { awardHead, awardTable, readAwards } from './award-csv.js';
import { ownSchools } from './lookups.js';
import { schoolAwards, takeUp } from './published.js';

const refused = { code: '42501' };

const lead = (write: Write, name: string, kind: OrganisationKind = 'programme', authority: string | null = null) =>
  leadOf(write, new Date('2026-11-26T10:00:00Z'), name, kind, authority);

async function schools(write: Write): Promise<void> {
  for (const schema of ['record', 'published'] as const) {
    const more = schema === 'record' ? sql`, spellings, changed_at` : sql``;
    const values = schema === 'record' ? sql`, '{}', now()` : sql``;
    for (const code of ['E99000001', 'E99000002'])
      await sql`insert into ${sql.table(`${schema}.authority`)} (code, register_code, name, official_name, kind,
        nation, part_of, replaced_by ${more})
        values (${code}, ${code}, ${code}, ${code}, 'Invented', 'England', '{}', '{}' ${values})`.execute(write);
  }
  for (const [urn, authority, status] of [
    [999501, 'E99000001', 'open'],
    [999502, 'E99000001', 'open'],
    [999503, 'E99000001', 'closed'],
    [999504, 'E99000002', 'open'],
  ] as const)
    await sql`insert into published.school (urn, name, status, kind, la_name, authority, predecessors, successors,
      folded) values (${urn}, ${`School ${urn}`}, ${status}, 'x', 'x', ${authority}, '{}', '{}', 'x')`.execute(write);
}

test('an authority speaks of the schools of its area, a programme of all, a school of none; not known is never a no', async () => {
  await rolledBack(async (write, { gates }) => {
    await schools(write);
    const [authority, programme, school] = [
      await lead(write, 'Authority', 'authority', 'E99000001'),
      await lead(write, 'Programme'),
      await lead(write, 'School', 'school', 'E99000001'),
    ];
    const said = (urn: number, stage: 'gold' | 'bronze' | null, since = '2023-11-25') => ({
      urn,
      stage,
      since,
      source: 'A list',
    });
    assert.deepEqual(
      await as(gates, authority, (inside) =>
        recordAward(inside, authority, [said(999501, 'gold'), said(999504, 'gold')]),
      ),
      { ok: false, problem: { code: 'not your school', urn: 999504 } },
    );
    assert.deepEqual(await schoolAwards(write, { from: 0, count: 100 }), [], 'nothing is half saved');
    assert.deepEqual(await as(gates, school, (inside) => recordAward(inside, school, [said(999501, 'gold')])), {
      ok: false,
      problem: { code: 'not your school', urn: 999501 },
    });
    await assert.rejects(
      as(gates, school, (inside) =>
        sql`insert into published.award (urn, organisation, organisation_name, stage, since, source, recorded_on)
          values (999501, ${school.organisation}, 'x', 'gold', now(), 'x', now())`.execute(inside),
      ),
      refused,
    );
    assert.ok(
      (
        await as(gates, authority, (inside) =>
          recordAward(inside, authority, [said(999501, 'gold'), said(999503, 'bronze')]),
        )
      ).ok,
    );
    assert.ok((await as(gates, programme, (inside) => recordAward(inside, programme, [said(999504, 'bronze')]))).ok);
    const today = '2026-11-26';
    const { asOf: _, ...counts } =
      (await takeUp(write, today, 'E99000001')) ?? assert.fail('there is such an authority');
    assert.deepEqual(
      counts,
      { code: 'E99000001', name: 'E99000001', schools: 2, registered: 0, bronze: 0, silver: 0, gold: 0, ranOut: 1 },
      'a closed school is not counted, and gold of three years ago ran out yesterday',
    );
    assert.equal((await takeUp(write, '2026-11-25', 'E99000001'))?.gold, 1);
    assert.deepEqual(
      (await schoolAwards(write, { from: 0, count: 100 })).map(({ urn, expires, organisation_name }) => [
        urn,
        expires,
        organisation_name,
      ]),
      [
        [999501, '2026-11-25', 'Authority'],
        [999504, null, 'Programme'],
      ],
    );
    assert.ok((await as(gates, programme, (inside) => recordAward(inside, programme, [said(999501, null)]))).ok);
    assert.deepEqual(
      (await schoolAwards(write, { authority: 'E99000001', from: 0, count: 100 })).map(({ urn }) => urn),
      [],
    );
    assert.equal(
      (await write.selectFrom('record.award').select('id').where('urn', '=', 999501).execute()).length,
      2,
      'the record keeps what was said',
    );
    assert.equal(await takeUp(write, today, 'E99000009'), undefined);
  });
});

test('a file of stages names every bad line, and gives all or nothing', async () => {
  await rolledBack(async (write, { gates }) => {
    await schools(write);
    const authority = await lead(write, 'Authority', 'authority', 'E99000001');
    const read = (lines: readonly string[]) =>
      as(gates, authority, async (inside) => {
        const table = namedTable(new TextEncoder().encode([awardHead, ...lines].join('\n')), awardTable);
        return table.ok ? readAwards(table.value, '2026-11-26', (urns) => ownSchools(inside, urns)) : table;
      });
    const good = await read(['999501,Gold,27/3/2026,A list', '999502,not known,2026-03-27,A letter']);
    assert.ok(good.ok);
    assert.deepEqual(good.value, [
      { urn: 999501, stage: 'gold', since: '2026-03-27', source: 'A list' },
      { urn: 999502, stage: null, since: '2026-03-27', source: 'A letter' },
    ]);
    const bad = await read([
      '999501,gold,27/3/2026,A list',
      '999504,gold,27/3/2026,A list',
      'x,platinum,31/2/2026,',
      '999501,gold,27/3/2027,A list',
    ]);
    assert.ok(!bad.ok);
    assert.equal(bad.problem.broken, 3);
    assert.deepEqual(
      bad.problem.rows.map(({ line, column }) => `${line} ${column}`),
      [
        '3 URN',
        '4 URN',
        '4 stage',
        '4 where this is known from',
        '4 date from which it holds',
        '5 URN',
        '5 date from which it holds',
      ],
    );
  });
});
