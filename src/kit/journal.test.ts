import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { nobody, reading, transact, type Write } from '#kit/db/gate.js';
import { journal, type JournalEntry, verifyJournal } from '#kit/journal.js';
import { freshHouse, rolledBack } from '#test/house.js';

const at = new Date('2024-03-12T10:30:00.123Z');

function entry(scope: string, thing: string, more: Partial<JournalEntry> = {}): JournalEntry {
  return { scope, at, who: 'kept', verb: 'record', kind: 'meeting', thing, ...more };
}

/** Changes a row behind the trigger's back, as someone with the database server in their hands could. */
async function tamper(write: Write, change: string): Promise<void> {
  await sql.raw(`set local session_replication_role = replica`).execute(write);
  await sql.raw(change).execute(write);
  await sql.raw(`set local session_replication_role = origin`).execute(write);
}

async function fill(write: Write): Promise<void> {
  await journal(
    write,
    entry('a', '1', { why: 'a reason: «ŵ» 🙂', detail: { z: 1, a: [1.5, null, 'x'], nested: { b: true } } }),
  );
  await journal(write, entry('a', '2', { detail: { number: 1e21, text: 'line\nbreak "quoted" \\' } }));
  await journal(write, entry('b', '1', { why: '' }));
  await journal(write, entry('a', '3'));
}

test('entries are numbered by scope and every chain holds', async () => {
  await rolledBack(async (write) => {
    assert.deepEqual(await verifyJournal(write), { entries: 0, scopes: 0, faults: [] });
    await fill(write);
    assert.deepEqual(await verifyJournal(write), { entries: 4, scopes: 2, faults: [] });
    const rows = await write
      .selectFrom('kit.journal')
      .select(['scope', 'number', 'thing', 'at'])
      .orderBy('scope')
      .orderBy('number')
      .execute();
    assert.deepEqual(
      rows.map((row) => [row.scope, row.number, row.thing]),
      [
        ['a', 1, '1'],
        ['a', 2, '2'],
        ['a', 3, '3'],
        ['b', 1, '1'],
      ],
    );
    assert.deepEqual(rows[0]?.at, at);
  });
});

for (const [change, fault] of [
  [
    `update kit.journal set why = 'another' where scope = 'a' and number = 1`,
    { scope: 'a', number: 1, fault: 'changed' },
  ],
  [
    `update kit.journal set at = at + interval '1 microsecond' where scope = 'a' and number = 2`,
    { scope: 'a', number: 2, fault: 'changed' },
  ],
  [`update kit.journal set why = null where scope = 'b' and number = 1`, { scope: 'b', number: 1, fault: 'changed' }],
  [`delete from kit.journal where scope = 'a' and number = 2`, { scope: 'a', number: 2, fault: 'missing' }],
  [`delete from kit.journal where scope = 'a' and number = 3`, { scope: 'a', number: 3, fault: 'cut off' }],
  [`delete from kit.journal where scope = 'b'`, { scope: 'b', number: 1, fault: 'cut off' }],
  [`delete from kit.journal_head where scope = 'b'`, { scope: 'b', number: 1, fault: 'without head' }],
  [
    `update kit.journal set previous = hash where scope = 'a' and number = 2`,
    { scope: 'a', number: 2, fault: 'out of chain' },
  ],
  [
    `update kit.journal_head set hash = decode(repeat('ab', 32), 'hex') where scope = 'a'`,
    { scope: 'a', number: 3, fault: 'out of chain' },
  ],
] as const) {
  test(`found: ${change}`, async () => {
    await rolledBack(async (write) => {
      await fill(write);
      await tamper(write, change);
      assert.deepEqual((await verifyJournal(write)).faults, [fault]);
    });
  });
}

for (const change of [`update kit.journal set why = 'x'`, 'delete from kit.journal', 'truncate kit.journal']) {
  test(`refused even to the owner: ${change}`, async () => {
    await rolledBack(async (write) => {
      await fill(write);
      await assert.rejects(sql.raw(change).execute(write), /append-only/);
    });
  });
}

test('a chain of more than one page holds, and a detail that is no object text is kept exactly', async () => {
  await rolledBack(async (write) => {
    for (let number = 1; number <= 1203; number++)
      assert.equal(await journal(write, entry('long', String(number))), number);
    assert.deepEqual(await verifyJournal(write), { entries: 1203, scopes: 1, faults: [] });
  });
});

test('acts of one scope at the same time give one unbroken chain', async () => {
  const { gates } = await freshHouse();
  const numbers = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      transact(gates.work, nobody, (write) => journal(write, entry('busy', String(index)))),
    ),
  );
  assert.deepEqual(
    numbers.toSorted((a, b) => a - b),
    Array.from({ length: 40 }, (_, index) => index + 1),
  );
  assert.deepEqual(await reading(gates.work, nobody, verifyJournal), { entries: 40, scopes: 1, faults: [] });
  await gates.close();
});

test('an act that fails leaves no entry and no gap', async () => {
  const { gates } = await freshHouse();
  await transact(gates.work, nobody, (write) => journal(write, entry('a', '1')));
  await assert.rejects(
    transact(gates.work, nobody, async (write) => {
      await journal(write, entry('a', '2'));
      throw new Error('no');
    }),
  );
  assert.equal(await transact(gates.work, nobody, (write) => journal(write, entry('a', '3'))), 2);
  assert.deepEqual(await reading(gates.work, nobody, verifyJournal), { entries: 2, scopes: 1, faults: [] });
  await gates.close();
});

test('a bucket gives its tokens and fills again with time', async () => {
  await rolledBack(async (write) => {
    const take = async (seconds: number): Promise<boolean | undefined> =>
      (
        await sql<{
          allowed: boolean;
        }>`select kit.take_token('someone', 2, 0.5, ${new Date(at.getTime() + seconds * 1000)}) as allowed`.execute(
          write,
        )
      ).rows[0]?.allowed;
    assert.deepEqual(
      [await take(0), await take(0), await take(0), await take(1), await take(2), await take(2)],
      [true, true, false, false, true, false],
    );
    // A clock that goes back gives nothing.
    assert.equal(await take(-100), false);
    assert.deepEqual([await take(1000), await take(1000), await take(1000)], [true, true, false]);
  });
});
