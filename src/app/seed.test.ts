/** A demonstration and real use never share a database. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { SettingProblem } from '#kit/config.js';
import { freshHouse } from '#test/house.js';
import { loadWho } from './demonstration/who.js';
import { asOwner } from './owner.js';
import { foundOrganisation, loadDemonstration, refuseOtherUse, whatItHolds } from './seed.js';

const [invented, real] = await Promise.all([freshHouse(), freshHouse()]);
const clock = () => new Date('2026-11-30T12:00:00Z');
after(() => Promise.all([invented.gates.close(), real.gates.close()]));

test('a database of the demonstration is refused for real use, also once its personas are closed and a real organisation is there', async () => {
  assert.equal(await whatItHolds(invented), 'nothing');
  refuseOtherUse('nothing', false);
  await loadWho(invented, clock);
  await foundOrganisation(invented, 'Northmoor Council', 'northmoor');
  await asOwner(invented, (write) =>
    sql`alter table record.account disable trigger user; update record.account set closed_at = now(); alter table record.account enable trigger user`.execute(
      write,
    ),
  );
  const holds = await whatItHolds(invented);
  assert.equal(holds, 'demonstration');
  refuseOtherUse(holds, true);
  assert.throws(
    () => refuseOtherUse(holds, false),
    (problem) => problem instanceof SettingProblem && /Give another KEPT_DATA.*KEPT_DEMO=on/.test(problem.message),
  );
});

test('a database with a real organisation is refused as a demonstration, and takes none', async () => {
  await foundOrganisation(real, 'Northmoor Council', 'northmoor');
  const holds = await whatItHolds(real);
  refuseOtherUse(holds, false);
  assert.throws(
    () => refuseOtherUse(holds, true),
    (problem) => problem instanceof SettingProblem && /KEPT_DEMO=off/.test(problem.message),
  );
  await assert.rejects(
    loadDemonstration(real, clock, () => undefined),
    SettingProblem,
  );
  assert.equal(await whatItHolds(real), 'organisations');
});
