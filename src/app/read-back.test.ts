import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { closeTypesetter } from '#kit/pdf/typst.js';
import { acceptRest, importSheet, recordImport } from '#rooms/decided/imports/index.js';
import { type Reading, readAside, readPack } from '#rooms/decided/pack-reading/index.js';
import { openAccount } from '#rooms/ground/people/index.js';
import { freshHouse } from '#test/house.js';
import { asOwner } from './owner.js';
import { publishNow } from './publish-now.js';
import { foundOrganisation } from './seed.js';

after(closeTypesetter);

const clock = (): Date => new Date('2026-11-23T10:00:00Z');
const demonstration = fileURLToPath(new URL('../../../seeds/cyp-board-2024-03-12.md', import.meta.url));

/** What a reader of either form must know: who sits, what is taken, what was promised. */
function gist(reading: Reading) {
  const { board, meeting, membership, agenda, minutes, reports } = reading;
  return {
    board: board?.name,
    when: [meeting?.date, meeting?.start, meeting?.place, meeting?.mode],
    groups: membership?.groups.map(({ name, seats, members, substitutes }) => [
      name,
      seats,
      members.map((one) => [one.name, one.honours, one.office, one.authority]),
      substitutes.map((one) => [one.name, one.authority]),
    ]),
    items: agenda.map(({ number, title, delivery }) => [number, title, delivery]),
    minutes: minutes.map((one) => [
      one.date,
      one.items.map(({ number, title, entries, decisions, actions }) => [
        number,
        title,
        entries.length,
        decisions.length,
        actions.map(({ owner, due }) => [owner, due]),
      ]),
    ]),
    reports: reports.map(({ item, title, purpose, contact, body }) => [
      item,
      title,
      purpose,
      contact?.name,
      body.flatMap((block) =>
        block.kind === 'paragraph' && block.number !== null ? [`${block.number} ${block.numbering}`] : [],
      ),
    ]),
    nextMeeting: reading.nextMeeting?.date,
  };
}

test('the PDF that Kept publishes is read as the file it was made from', async () => {
  const house = await freshHouse();
  const organisation = await foundOrganisation(house, 'Association', 'association');
  const account = await asOwner(house, (write) =>
    openAccount(
      write,
      { email: 'clerk@example.org', name: 'Clerk', persona: null, organisation, role: 'clerk' },
      clock(),
    ),
  );
  const read = await readAside(readFileSync(demonstration), 'pack.md');
  assert.ok(read.ok);
  const standing = { account, organisation, boards: '*' } as const;
  const who = { organisation, account, now: clock() };
  const id = await house.gates.work.write(
    standing,
    async (write) => (await recordImport(write, who, read.value.reading, read.value.lines)).id,
  );
  await house.gates.work.write(standing, async (write) => {
    const sheet = await importSheet(write, organisation, id);
    if (sheet) await acceptRest(write, who, sheet);
  });
  await publishNow(house.gates.work, { organisation, account, import: id, clock });
  const { pdf } = await house.gates.public.read({ account: null, boards: [] }, (from) =>
    from.selectFrom('published.publication').select('pdf').where('kind', '=', 'pack').executeTakeFirstOrThrow(),
  );
  const back = await readPack(pdf ?? new Uint8Array(), 'pack.pdf');
  assert.ok(back.ok);
  assert.deepEqual(gist(back.value), gist(read.value.reading));
});
