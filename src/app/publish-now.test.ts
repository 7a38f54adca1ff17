import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { wordsOf } from '#base/fold.js';
import { blockText } from '#base/prose.js';
import type { Gates } from '#kit/db/gate.js';
import { closeTypesetter } from '#kit/pdf/typst.js';
import type { BoardContent } from '#rooms/decided/boards/index.js';
import { acceptRest, answerDoubt, importSheet, recordImport } from '#rooms/decided/imports/index.js';
import { type Reading, readAside } from '#rooms/decided/pack-reading/index.js';
import type { MinutesContent } from '#rooms/decided/minutes/index.js';
import type { PackContent } from '#rooms/decided/packs/index.js';
import { freshHouse } from '#test/house.js';
import { openPdf, squeezed } from '#test/pdf.js';
import { sharedFile } from '#test/shared.js';
import { publishNow } from './publish-now.js';
import { foundOrganisation } from './seed.js';
import { asOwner } from './owner.js';
import { openAccount } from '#rooms/ground/people/index.js';
import { sql } from 'kysely';
import { findToWithdraw, withdraw } from '#kit/withdrawals/withdrawals.js';
import { rooms } from './rooms.js';
import { verify } from './verify.js';

after(closeTypesetter);

const clock = (): Date => new Date('2026-11-23T10:00:00Z');
const demonstration = fileURLToPath(new URL('../../../seeds/cyp-board-2024-03-12.md', import.meta.url));
const nobody = { account: null, boards: [] } as const;

interface Desk {
  readonly gates: Gates;
  readonly organisation: string;
  readonly account: string;
}

async function desk(): Promise<Desk> {
  const house = await freshHouse();
  const organisation = await foundOrganisation(house, 'Association', 'association');
  const account = await asOwner(house, (write) =>
    openAccount(
      write,
      { email: 'clerk@example.org', name: 'Clerk', persona: null, organisation, role: 'clerk' },
      clock(),
    ),
  );
  return { gates: house.gates, organisation, account };
}

type Answers = (reading: Reading) => readonly { readonly id: string; readonly value: string }[];

async function publishText(
  at: Desk,
  bytes: Uint8Array,
  name: string,
  answers: Answers = () => [],
): Promise<{ readonly reading: Reading; readonly path: string }> {
  const read = await readAside(bytes, name);
  assert.ok(read.ok);
  const standing = { account: at.account, organisation: at.organisation, boards: '*' } as const;
  const who = { organisation: at.organisation, account: at.account, now: clock() };
  const id = await at.gates.work.write(
    standing,
    async (write) => (await recordImport(write, who, read.value.reading, read.value.lines)).id,
  );
  await at.gates.work.write(standing, async (write) => {
    const sheet = await importSheet(write, at.organisation, id);
    assert.ok(sheet);
    for (const { id: doubt, value } of answers(sheet.reading))
      assert.ok((await answerDoubt(write, who, sheet, doubt, 'corrected', { value })).ok);
  });
  await at.gates.work.write(standing, async (write) => {
    const sheet = await importSheet(write, at.organisation, id);
    if (sheet) await acceptRest(write, who, sheet);
  });
  return {
    reading: read.value.reading,
    path: await publishNow(at.gates.work, { organisation: at.organisation, account: at.account, import: id, clock }),
  };
}

async function contents(
  gates: Gates,
): Promise<{ packs: PackContent[]; minutes: MinutesContent[]; boards: BoardContent[] }> {
  const rows = await gates.public.read(nobody, (read) =>
    read.selectFrom('published.publication').select(['kind', 'content']).orderBy('kind').orderBy('version').execute(),
  );
  const of = <T>(kind: string): T[] =>
    rows.filter((row) => row.kind === kind).map((row) => JSON.parse(row.content) as T);
  return { packs: of('pack'), minutes: of('minutes'), boards: of('board') };
}

test('a published meeting says every word of the source, and the same file publishes nothing twice', async () => {
  const at = await desk();
  const file = sharedFile('packs/lga-cyp-board-2024-03-12.md') ?? demonstration;
  const bytes = readFileSync(file);
  const { path } = await publishText(at, bytes, 'pack.md');
  assert.equal(path, '/boards/children-and-young-people-board/meetings/2024-03-12');
  const { packs, minutes, boards } = await contents(at.gates);
  assert.deepEqual([packs.length, minutes.length, boards.length], [1, 1, 1]);

  // Nothing lost: each word of the file is somewhere in what was published, but for marks of the format and words that became structure.
  const said = new Set(wordsOf([packs, minutes, boards].map((one) => JSON.stringify(one)).join(' ')));
  const structure = new Set(
    wordsOf(
      'substitutes substitute councillor authority membership agenda item page verbal pages group office email ' +
        'phone mobile attendance appendix position role members apologies absent attendance decision decisions ' +
        'action actions responded comments purpose report summary recommendation recommendations contact details ' +
        'officer lga plan theme date next meeting minutes last note tuesday thursday january march june 2024 ' +
        'hybrid online click here accessible information ul li style list type none annex https http www table for',
    ),
  );
  const lost = wordsOf(new TextDecoder().decode(bytes).replace(/<[^>]+>/g, ' ')).filter(
    (word) => !said.has(word) && !structure.has(word),
  );
  assert.deepEqual(lost, []);

  const again = await publishText(at, bytes, 'pack.md');
  assert.match(again.path, /^\/work\/imports\//, 'nothing new to publish leads back to the import');
  assert.deepEqual((await contents(at.gates)).packs.length, 1);
  const found = await verify(at.gates);
  assert.deepEqual(found.faults, []);
});

test(
  'the numbers of the seed stand in the record of what was published',
  { skip: sharedFile('packs/lga-cyp-board-2024-03-12.md') ? false : 'the shared packs are not here' },
  async () => {
    const at = await desk();
    const bytes = readFileSync(sharedFile('packs/lga-cyp-board-2024-03-12.md') ?? '');
    await publishText(at, bytes, 'pack.md', (reading) => {
      const owner = reading.doubts.find(
        (doubt) =>
          doubt.kind === 'action without owner' &&
          doubt.message.includes('coordinate a SEND workshop') &&
          doubt.weight === 'missing',
      );
      const cory = reading.doubts.find((doubt) => doubt.kind === 'seat without attendance');
      return [
        { id: owner?.id ?? '', value: 'Megan Edwards' },
        { id: cory?.id ?? '', value: 'absent' },
      ];
    });
    const { packs, minutes, boards } = await contents(at.gates);
    const [pack] = packs;
    const [note] = minutes;
    const [board] = boards;
    assert.ok(pack && note && board);
    assert.deepEqual(
      board.groups.map((group) => [group.name, group.seats, group.members.length, group.substitutes.length]),
      [
        ['Conservative', 6, 6, 3],
        ['Labour', 7, 7, 3],
        ['Liberal Democrat', 3, 3, 1],
        ['Independent', 2, 2, 4],
      ],
    );
    assert.deepEqual(board.outsideBodies.map((body) => body.people.length).toSorted(), [1, 1, 2]);
    assert.equal(pack.items.length, 5);
    assert.deepEqual(
      pack.items.map((item) => item.papers.map((paper) => paper.kind)),
      [[], ['minutes'], ['report'], ['report', 'annex', 'annex', 'annex', 'annex'], []],
    );
    assert.equal(pack.nextMeeting?.date, '2024-06-20');
    // 29 rows as printed, and the seat that was in no list as the clerk said.
    assert.equal(note.minutes.attendance.length, 30);
    assert.deepEqual(
      note.minutes.attendance.filter((row) => row.status === 'absent').map((row) => row.name),
      ['Cllr Mark Cory'],
    );
    assert.equal(
      note.minutes.attendance.filter((row) => row.status === 'apologies').length,
      3,
      'two spellings are one person',
    );
    assert.deepEqual(
      note.minutes.declarations.map((row) => [row.slug, row.item]),
      [['gerald-vernon-jackson', '3']],
    );
    const actions = note.minutes.items.flatMap((item) => item.actions);
    assert.equal(actions.length, 6);
    assert.deepEqual(
      actions
        .filter((action) => action.owner === 'Megan Edwards')
        .map((action) => action.text.map((run) => run.text).join('')),
      ['Officers to coordinate a SEND workshop.'],
    );
    const table = pack.items[2]?.papers
      .flatMap((paper) => (paper.kind === 'report' ? paper.body : []))
      .find((block) => block.kind === 'table');
    assert.equal(table?.kind === 'table' ? table.rows.length : 0, 11);
  },
);

test('an older version is withdrawn with what the next one repeats of it; a whole pack comes back under the next number', async () => {
  const at = await desk();
  const text = readFileSync(demonstration, 'utf8');
  const wrong = text.replace('There are none for the association.', 'There are none for Xanthippe Quill.');
  await publishText(at, Buffer.from(wrong), 'pack.md');
  await publishText(at, Buffer.from(text), 'pack.md');
  const who = { organisation: at.organisation, account: at.account, now: clock() };
  const address = '/boards/children-and-young-people-board/meetings/2024-03-12/pack';
  const take = (path: string, version: number | null) =>
    at.gates.work.write({ account: at.account, organisation: at.organisation, boards: '*' }, async (write) => {
      const found = await findToWithdraw(
        write,
        who,
        rooms.flatMap((room) => room.withdrawables ?? []),
        `https://kept.example${path}`,
        'https://kept.example',
      );
      assert.ok(found, path);
      assert.equal(found.version, version);
      return withdraw(write, who, 'Association', found, { role: 'Clerk', reason: 'personal', version });
    });
  const left = () =>
    at.gates.public.read(nobody, (read) =>
      read
        .selectFrom('published.publication')
        .select(['version', 'changes', 'content', 'html'])
        .where('kind', '=', 'pack')
        .orderBy('version')
        .execute(),
    );
  assert.match(JSON.stringify((await left())[1]?.changes), /Xanthippe Quill/, 'what changed repeats it');
  assert.deepEqual(await take(`${address}/v1`, 1), { ok: true, value: 1 });
  const [second, ...others] = await left();
  assert.deepEqual([second?.version, second?.changes, others.length], [2, null, 0]);
  assert.doesNotMatch(JSON.stringify(await left()), /Xanthippe/);
  assert.deepEqual(
    (await seenRows(at, `select word from published.word where word in ('xanthippe', 'quill')`)).length,
    0,
    'no misspelt question is led to the name',
  );
  assert.deepEqual((await verify(at.gates)).faults, []);
  // The newest is no older version: its address stands for the whole.
  assert.deepEqual(await take(`${address}/v2`, null), { ok: true, value: 1 });
  assert.deepEqual(await left(), []);
  assert.equal((await seenRows(at, `select 1 from published.withdrawal where address = '${address}'`)).length, 1);
  await publishText(at, Buffer.from(text.replace('There are none for the association.', 'There are none.')), 'pack.md');
  assert.deepEqual(
    (await left()).map(({ version }) => version),
    [3],
  );
  assert.equal(
    (await seenRows(at, `select 1 from published.withdrawal where address = '${address}'`)).length,
    0,
    'the address is taken up again',
  );
  assert.equal(
    (await seenRows(at, `select 1 from published.withdrawal where address = '${address}/v1'`)).length,
    1,
    'the version is not',
  );
  assert.deepEqual((await verify(at.gates)).faults, []);
});

async function seenRows(at: Desk, statement: string): Promise<readonly unknown[]> {
  return at.gates.public.read(nobody, async (read) => (await sql.raw(statement).execute(read)).rows);
}

test('a correction makes a second version that names the first and says what changed', async () => {
  const at = await desk();
  const text = readFileSync(demonstration, 'utf8');
  await publishText(at, Buffer.from(text), 'pack.md');
  await publishText(
    at,
    Buffer.from(text.replace('There are none for the association.', 'There are none for the association this year.')),
    'pack.md',
  );
  const rows = await at.gates.public.read(nobody, (read) =>
    read
      .selectFrom('published.publication')
      .select(['id', 'version', 'previous', 'changes'])
      .where('kind', '=', 'pack')
      .orderBy('version')
      .execute(),
  );
  assert.deepEqual(
    rows.map((row) => row.version),
    [1, 2],
  );
  assert.equal(rows[1]?.previous, rows[0]?.id);
  const changes = rows[1]?.changes as { kind: string; before: string; after: string }[];
  assert.deepEqual(
    changes.map((change) => [change.kind, change.before, change.after]),
    [['changed', 'There are none for the association.', 'There are none for the association this year.']],
  );
  const minutes = await at.gates.public.read(nobody, (read) =>
    read.selectFrom('published.publication').select('version').where('kind', '=', 'minutes').execute(),
  );
  assert.equal(minutes.length, 1, 'what did not change gets no new version');
  const found = await at.gates.public.read(nobody, (read) =>
    read.selectFrom('published.passage').select('body').where('body', 'like', '%for the association.%').execute(),
  );
  assert.deepEqual(found, [], 'the search has forgotten the older version');
});

test('another day announced for the next meeting takes the place of the one before', async () => {
  const at = await desk();
  const text = readFileSync(demonstration, 'utf8');
  await publishText(at, Buffer.from(text), 'pack.md');
  await publishText(
    at,
    Buffer.from(text.replace('Thursday, 20 June 2024', 'Thursday, 27 June 2024').replaceAll('11.00 am', '10.30 am')),
    'pack.md',
  );
  const meetings = await at.gates.public.read(nobody, (read) =>
    read.selectFrom('published.meeting').select(['slug', 'start', 'state']).orderBy('slug').execute(),
  );
  assert.deepEqual(
    meetings.map((meeting) => [meeting.slug, meeting.start, meeting.state]),
    [
      ['2024-01-23', null, 'minutes published'],
      ['2024-03-12', '10:30', 'agenda published'],
      ['2024-06-27', '13:00', 'planned'],
    ],
  );
  assert.equal((await contents(at.gates)).packs.at(-1)?.nextMeeting?.date, '2024-06-27');
});

test('a day that another pack announces as well stays in the calendar', async () => {
  const at = await desk();
  const pack = (day: string, next: string): string =>
    [
      'Youth Committee',
      '',
      'AGENDA',
      '',
      `Date: ${day} 2024`,
      'Time: 2.00 pm',
      'Place: Room 2, Town Hall',
      '',
      '1. Apologies',
      '2. Early Help',
      '   Report of the Director of People (for decision)',
      '3. Late buses',
      '',
      `Date of next meeting: ${next} 2024`,
      '',
    ].join('\n');
  for (const [day, next] of [
    ['4 June', '2 July'],
    ['11 June', '2 July'],
    ['4 June', '11 June'],
  ] as const)
    await publishText(at, Buffer.from(pack(day, next)), 'agenda.txt');
  const days = async () =>
    at.gates.public.read(nobody, (read) =>
      read.selectFrom('published.meeting').select(['slug', 'state']).orderBy('slug').execute(),
    );
  assert.deepEqual(
    (await days()).map(({ slug, state }) => [slug, state]),
    [
      ['2024-06-04', 'agenda published'],
      ['2024-06-11', 'agenda published'],
      ['2024-07-02', 'planned'],
    ],
  );
  await publishText(at, Buffer.from(pack('11 June', '9 July')), 'agenda.txt');
  assert.deepEqual(
    (await days()).map(({ slug }) => slug),
    ['2024-06-04', '2024-06-11', '2024-07-09'],
  );
});

test('a report that belongs to no item keeps its head as text', async () => {
  const at = await desk();
  const text = readFileSync(demonstration, 'utf8').replace(
    '| 3. National Leaving Care Benchmarking Forum | 4 - 6 |\n',
    '',
  );
  await publishText(at, Buffer.from(text), 'pack.md');
  const pack = (await contents(at.gates)).packs[0];
  const said = JSON.stringify(pack);
  assert.ok(said.includes('Megan Edwards') && said.includes('For direction'), 'contact and purpose are published');
});

test('what stands below an item goes from the source to the pack, its page and its PDF', async () => {
  const at = await desk();
  const text = [
    'Youth Committee',
    '',
    'AGENDA',
    '',
    'Date: 4 June 2024',
    'Time: 2.00 pm',
    'Place: Room 2, Town Hall, Eastwater',
    '',
    '1. Apologies',
    '2. Minutes',
    '   To confirm the minutes of the meeting held on 5 March 2024.',
    '3. Early Help',
    '   Report of the Director of People (for decision)',
    '',
  ].join('\n');
  await publishText(at, Buffer.from(text), 'agenda.txt');
  const [pack] = (await contents(at.gates)).packs;
  assert.deepEqual(
    pack?.items.map((item) => [item.purpose, item.text.map(blockText)]),
    [
      [null, []],
      [null, ['To confirm the minutes of the meeting held on 5 March 2024.']],
      ['decision', ['Report of the Director of People (for decision)']],
    ],
  );
  const { html, pdf } = await at.gates.public.read(nobody, (read) =>
    read
      .selectFrom('published.publication')
      .select(['html', 'pdf'])
      .where('kind', '=', 'pack')
      .executeTakeFirstOrThrow(),
  );
  assert.match(String(html), /id="item-2-text-b1"[^>]*>To confirm the minutes/);
  const opened = await openPdf(pdf ?? assert.fail());
  const pages = await Promise.all(Array.from({ length: opened.pages }, (_, page) => opened.text(page + 1)));
  assert.ok(pages.some((page) => page.includes(squeezed('Report of the Director of People (for decision)'))));
});
