/** Reports and annexes in the record: hung on an item of an agenda, and read in the order of the pack. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { type Block, prose } from '#base/prose.js';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { recordAgenda, recordMeeting } from '#rooms/decided/meetings/index.js';
import { type BoardAt, boardOf } from '#test/boards.js';
import { rolledBack } from '#test/house.js';
import { recordAnnex, recordReport } from './acts.js';
import { papersOf } from './lookups.js';
import type { AnnexPaper, ReportPaper } from './words.js';

const paragraph = (text: string): Block => ({
  kind: 'paragraph',
  number: null,
  numbering: null,
  prose: prose(text),
  lines: null,
});

function report(title: string, more: Partial<ReportPaper> = {}): ReportPaper {
  const nothing = { purpose: null, summary: [], theme: null, recommendations: [], contact: null, body: [] };
  return { kind: 'report', title, ...nothing, ...more };
}

function annex(number: string | null, title: string): AnnexPaper {
  return { kind: 'annex', number, title, body: [paragraph(`Body of ${title}`)] };
}

/** Three items of an agenda that papers hang on. */
async function agendaItems(write: Write, at: BoardAt, date = '2026-03-10'): Promise<readonly [string, string, string]> {
  const meeting = await recordMeeting(write, at, { date, start: null, place: null, mode: null });
  const items = ['1', '2', '3'].map((number) => ({
    number,
    title: 'Item',
    purpose: null,
    delivery: 'attached' as const,
    text: [],
  }));
  const nothing = { contact: null, notices: [], leftovers: [], membership: null, next: null };
  const [first = '', second = '', third = ''] = await recordAgenda(write, at, meeting.id, { ...nothing, items });
  return [first, second, third];
}

const full = report('Late buses', {
  purpose: 'For decision',
  summary: [paragraph('Buses came late.')],
  theme: 'Transport',
  recommendations: [prose('That the trial goes on.'), prose('That schools are told.')],
  contact: { name: 'Ola Berg', position: 'Adviser', phone: '020 7946 0009', email: 'ola@northmoor.example' },
  body: [{ kind: 'heading', level: 1, prose: prose('Background'), lines: null }, paragraph('The 14 route.')],
});

test('a report and its annexes are read as they were recorded', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const [first, second] = await agendaItems(write, at);
    await recordReport(write, at, first, 0, full);
    await recordAnnex(write, at, first, 1, annex('A', 'Figures by stop'));
    await recordReport(write, at, second, 2, report('Parks'));
    await recordAnnex(write, at, second, 3, annex(null, 'A map'));
    const mine = [
      { item: first, position: 0, paper: full },
      { item: first, position: 1, paper: annex('A', 'Figures by stop') },
    ];
    const others = [
      { item: second, position: 2, paper: report('Parks') },
      { item: second, position: 3, paper: annex(null, 'A map') },
    ];
    assert.deepEqual(await papersOf(write, at.organisation, [first, second]), [...mine, ...others]);
    assert.deepEqual(await papersOf(write, at.organisation, [first]), mine);
    assert.deepEqual(await papersOf(write, at.organisation, [second]), others);
  });
});

test('papers stand in the order of the pack, an annex before a report where it was printed so', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const [first] = await agendaItems(write, at);
    await recordReport(write, at, first, 3, report('Fourth'));
    await recordReport(write, at, first, 1, report('Second'));
    await recordAnnex(write, at, first, 2, annex('B', 'Third'));
    await recordAnnex(write, at, first, 0, annex('A', 'First'));
    const titles = (await papersOf(write, at.organisation, [first])).map(({ paper }) => paper.title);
    assert.deepEqual(titles, ['First', 'Second', 'Third', 'Fourth']);
  });
});

test('recommendations stand with their own report, by their positions, however the rows lie', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const [first] = await agendaItems(write, at);
    const recommended = (...texts: readonly string[]) => ({ recommendations: texts.map((text) => prose(text)) });
    await recordReport(write, at, first, 0, report('One', recommended('a', 'b', 'c')));
    await recordReport(write, at, first, 1, report('Two', recommended('d', 'e')));
    await recordReport(write, at, first, 2, report('Three', recommended('f')));
    await recordReport(write, at, first, 3, report('Four'));
    const said = async () =>
      (await papersOf(write, at.organisation, [first])).map(({ paper }) =>
        paper.kind === 'report' ? paper.recommendations.map((one) => one[0]?.text).join('') : '',
      );
    assert.deepEqual(await said(), ['abc', 'de', 'f', '']);
    await sql`update record.recommendation set position = -position`.execute(write);
    assert.deepEqual(await said(), ['cba', 'ed', 'f', '']);
  });
});

test('a contact officer is known by any one of name, position, telephone and address', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const [first] = await agendaItems(write, at);
    const none = { name: null, position: null, phone: null, email: null };
    const contacts = [
      { ...none, name: 'Ola Berg' },
      { ...none, position: 'Adviser' },
      { ...none, phone: '020 7946 0009' },
      { ...none, email: 'ola@northmoor.example' },
    ];
    for (const [position, contact] of contacts.entries())
      await recordReport(write, at, first, position, report('R', { contact }));
    await recordReport(write, at, first, 4, report('R', { contact: none }));
    const found = await papersOf(write, at.organisation, [first]);
    assert.deepEqual(
      found.map(({ paper }) => (paper.kind === 'report' ? paper.contact : undefined)),
      [...contacts, null],
    );
  });
});

test('items without papers have none, annexes stand without a report, and others’ papers are none of ours', async () => {
  await rolledBack(async (write) => {
    const [at, other] = [await boardOf(write), await boardOf(write)];
    const [first, second, third] = await agendaItems(write, at);
    await recordReport(write, at, first, 0, full);
    await recordAnnex(write, at, first, 1, annex('A', 'Figures'));
    await recordAnnex(write, at, second, 2, annex(null, 'A map'));
    assert.deepEqual(await papersOf(write, at.organisation, []), []);
    assert.deepEqual(await papersOf(write, at.organisation, [third, newId()]), []);
    const [map] = await papersOf(write, at.organisation, [second]);
    assert.deepEqual(map?.paper.title, 'A map');
    assert.deepEqual(await papersOf(write, other.organisation, [first, second]), []);
  });
});

test('papers go with the agenda that they hang on', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const items = await agendaItems(write, at);
    const [elsewhere] = await agendaItems(write, at, '2026-06-16');
    for (const item of [items[0], elsewhere]) {
      await recordReport(write, at, item, 0, full);
      await recordAnnex(write, at, item, 1, annex('A', 'Figures'));
    }
    const anew = await agendaItems(write, at);
    assert.deepEqual(await papersOf(write, at.organisation, [...items, ...anew]), []);
    const { rows } = await sql<{ many: number }>`select count(*)::int as many from record.recommendation`.execute(
      write,
    );
    assert.deepEqual([rows[0]?.many, (await papersOf(write, at.organisation, [elsewhere])).length], [2, 2]);
  });
});
