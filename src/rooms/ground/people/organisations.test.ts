import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { rolledBack } from '#test/house.js';
import { openAccount } from './acts.js';
import { personas } from './lookups.js';
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

test('personas stand in the order in which they came, and whose account was closed is left out', async () => {
  await rolledBack(async (write) => {
    const organisation = newId(now);
    await write
      .insertInto('record.organisation')
      .values({ id: organisation, slug: organisation, name: 'A school council', kind: 'group' })
      .execute();
    const accounts: string[] = [];
    for (const [at, name] of ['Second', 'Third', 'First', 'Gone'].entries()) {
      const draft = {
        email: `${name}@personas.example`,
        name,
        persona: `The ${name}`,
        organisation,
        role: 'lead' as const,
      };
      const minutes = name === 'First' ? -1 : at;
      accounts.push(await openAccount(write, draft, new Date(now.getTime() + minutes * 60_000)));
    }
    await write
      .updateTable('record.account')
      .set({ closed_at: now })
      .where('id', '=', accounts.at(-1) ?? '')
      .execute();
    assert.deepEqual(
      (await personas(write)).filter(({ id }) => accounts.includes(id)).map(({ name, about }) => [name, about]),
      ['First', 'Second', 'Third'].map((name) => [name, `The ${name}`]),
    );
  });
});
