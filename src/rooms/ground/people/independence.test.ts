/** Who is independent of whom: the database's own rule (decision 0015), which refuses what no page may pass by. It stands nowhere else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { newId } from '#kit/id.js';
import { rolledBack } from '#test/house.js';

interface Givings {
  independent(one: string, other: string): Promise<boolean>;
  through(account: string): Promise<readonly string[]>;
}

/** "giver account role organisation": a giving, in one school where nothing else is said; the owner is "-". */
async function given(lines: readonly string[], look: (at: Givings) => Promise<void>): Promise<void> {
  await rolledBack(async (write) => {
    const ids = new Map<string, string>();
    const id = (name: string): string => {
      const known = ids.get(name) ?? newId();
      ids.set(name, known);
      return known;
    };
    for (const line of lines) {
      const [by = '', account = '', role = 'safeguarding', organisation = 'school'] = line.split(' ');
      await sql`insert into record.role_given (organisation, account, role, given_by, given_at)
        values (${id(organisation)}, ${id(account)}, ${role}, ${by === '-' ? null : id(by)}, now())`.execute(write);
    }
    await look({
      independent: async (one, other) =>
        (
          await sql<{ is: boolean }>`select record.are_independent(${id(one)}, ${id(other)}) as is`.execute(write)
        ).rows.some(({ is }) => is),
      through: async (account) => {
        const { rows } = await sql<{ account: string }>`
          select account from record.appointed_through(${id(account)}) account`.execute(write);
        return [...ids]
          .flatMap(([name, known]) => (rows.some((row) => row.account === known) ? [name] : []))
          .toSorted();
      },
    });
  });
}

function says(name: string, lines: readonly string[], one: string, other: string, expected: boolean): void {
  test(name, () =>
    given(lines, async ({ independent }) =>
      assert.deepEqual([await independent(one, other), await independent(other, one)], [expected, expected]),
    ),
  );
}

says('nobody is independent of themselves', ['- a'], 'a', 'a', false);
says('two whom the owner appointed are independent', ['- a', '- b'], 'a', 'b', true);
says('who appointed and who was appointed are not independent', ['- a', 'a b'], 'a', 'b', false);
says('two addresses that one person invited are not independent', ['- a', 'a b', 'a c'], 'b', 'c', false);
says(
  'the role of a lead counts too: a safeguarding lead who leads makes no second person',
  ['- a', '- a lead programme', 'a b lead programme'],
  'a',
  'b',
  false,
);
says('roles that let nobody ask, release or appoint do not count', ['- a', 'a b clerk', '- b'], 'a', 'b', true);
says('who was appointed again by somebody independent is free of the first', ['- a', 'a b', '- b'], 'a', 'b', true);
says('another role from elsewhere does not free anybody', ['- a', 'a b', '- b lead'], 'a', 'b', false);
says(
  'whoever gave themselves a role is as dependent as before',
  ['- a', 'a b administrator', 'b b lead'],
  'a',
  'b',
  false,
);
says('two who appointed one another end the search, and are not independent', ['b a', 'a b'], 'a', 'b', false);

test('appointments are followed over every step and every organisation', () =>
  given(['- a', 'a b', 'b c lead', 'c d lead programme', '- e'], async ({ independent, through }) => {
    assert.deepEqual(await through('d'), ['a', 'b', 'c', 'd']);
    assert.deepEqual([await independent('d', 'a'), await independent('d', 'e')], [false, true]);
  }));
