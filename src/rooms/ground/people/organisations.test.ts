import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { rolledBack } from '#test/house.js';
import { showOrganisation } from './organisations.js';

const now = new Date('2026-11-30T10:00:00Z');

test('the workspace says of its organisation only what the record says, and cannot change who it is', async () => {
  await rolledBack(async (write, { gates }) => {
    const id = newId(now);
    await write
      .insertInto('record.organisation')
      .values({ id, slug: id, name: 'A school council', kind: 'group' })
      .execute();
    const standing = { account: newId(now), organisation: id, boards: '*' } as const;
    const tried = (work: (inside: Write) => Promise<unknown>) =>
      gates.work.write(standing, work).then(
        () => 'done',
        (problem: Error & { code?: string }) => problem.code,
      );
    const asCity = (inside: Write) =>
      sql`insert into published.organisation (id, slug, name, kind, authority) values (${id}, ${id}, 'City of London', 'authority', 'E09000001')`.execute(
        inside,
      );
    assert.equal(await tried(asCity), '42501');
    assert.equal(await tried((inside) => showOrganisation(inside, id)), 'done');
    assert.equal(await tried((inside) => showOrganisation(inside, id)), 'done');
    for (const change of [
      sql`authority = 'E09000001'`,
      sql`urn = 100000`,
      sql`kind = 'authority'`,
      sql`name = 'City of London'`,
    ]) {
      assert.equal(
        await tried((inside) => sql`update record.organisation set ${change} where id = ${id}`.execute(inside)),
        '42501',
      );
      assert.equal(
        await tried((inside) => sql`update published.organisation set ${change} where id = ${id}`.execute(inside)),
        '42501',
      );
    }
  });
});
