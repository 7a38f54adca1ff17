/** The importer on the real agenda pack of 12 March 2024: every number that the house expects of it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { plainText } from '#base/prose.js';
import { sharedFile } from '#test/shared.js';
import { coverage, lostWords, uncovered } from './coverage.js';
import { readPack, readSource } from './read-pack.js';
import type { DoubtKind, Reading } from './words.js';

const path = sharedFile('packs/lga-cyp-board-2024-03-12.md');
const skip = path === null ? 'the shared pack is not on this machine' : false;

async function seed(): Promise<Reading> {
  const read = await readPack(readFileSync(path ?? ''), 'pack.md');
  assert.ok(read.ok);
  return read.value;
}

async function doubtsOf(kind: DoubtKind): Promise<Reading['doubts']> {
  return (await seed()).doubts.filter((doubt) => doubt.kind === kind);
}

test('seed: board and meeting', { skip }, async () => {
  const { board, meeting, nextMeeting, membership } = await seed();
  assert.equal(board?.name, 'Children & Young People Board');
  assert.deepEqual(
    { ...meeting, lines: null },
    {
      date: '2024-03-12',
      printedDate: 'Tuesday, 12 March 2024',
      start: '11:00',
      place: 'Beecham Room, 7th Floor, 18 Smith Square and Online',
      mode: 'hybrid',
      contact: { name: 'Abigail Benari', email: 'abigail.benari@local.gov.uk', phone: null },
      lines: null,
    },
  );
  assert.equal(nextMeeting?.date, '2024-06-20');
  assert.equal(nextMeeting?.start, '13:00');
  assert.equal(membership?.cycle, '2023/24');
});

test('seed: 4 groups with 18 seats, members, offices, honours and 11 substitutes', { skip }, async () => {
  const groups = (await seed()).membership?.groups ?? [];
  assert.deepEqual(
    groups.map(({ name, seats, members, substitutes }) => [name, seats, members.length, substitutes.length]),
    [
      ['Conservative', 6, 6, 3],
      ['Labour', 7, 7, 3],
      ['Liberal Democrat', 3, 3, 1],
      ['Independent', 2, 2, 4],
    ],
  );
  const members = groups.flatMap((group) => group.members);
  assert.deepEqual(
    members.filter(({ office }) => office !== null).map(({ name, office }) => [name, office]),
    [
      ['Patricia Bradwell', 'Vice Chairman'],
      ['Louise Gittins', 'Chair'],
      ['Gerald Vernon-Jackson', 'Deputy Chair'],
      ['Jon Hubbard', 'Deputy Chair'],
    ],
  );
  assert.deepEqual(
    members.filter(({ honours }) => honours !== null).map(({ name, honours }) => [name, honours]),
    [
      ['Patricia Bradwell', 'OBE'],
      ['Gerald Vernon-Jackson', 'CBE'],
    ],
  );
  assert.ok(
    groups
      .flatMap((group) => [...group.members, ...group.substitutes])
      .every(({ title, authority }) => title === 'Cllr' && (authority ?? '').length > 5),
  );
  assert.equal(members.find(({ name }) => name === 'Imran Khan')?.authority, 'Bradford Metropolitan District Council');
  assert.deepEqual(
    groups.map(({ office }) => office),
    [
      { phone: '020 7664 3223', email: 'lgaconservatives@local.gov.uk' },
      { phone: '020 7664 3263', email: 'labgp@lga.gov.uk' },
      { phone: '020 7664 3235', email: 'libdem@local.gov.uk' },
      { phone: '020 7664 3224', email: 'independent.group@lga.local.gov.uk' },
    ],
  );
});

test('seed: 5 items with page ranges, one verbal', { skip }, async () => {
  const { agenda } = await seed();
  assert.deepEqual(
    agenda.map(({ number, pages, delivery }) => [number, pages ? `${pages.from}-${pages.to}` : null, delivery]),
    [
      ['1', null, 'none'],
      ['2', '1-6', 'attached'],
      ['3', '7-12', 'attached'],
      ['4', '13-50', 'attached'],
      ['5', null, 'verbal'],
    ],
  );
  assert.equal(agenda[4]?.title, 'Ofsted policy position');
});

test('seed: 2 reports with sections, numbered paragraphs and contact officers', { skip }, async () => {
  const { reports } = await seed();
  assert.equal(reports.length, 2);
  const [care, charter] = reports;
  assert.ok(care && charter);
  assert.deepEqual(
    [care.item, care.title, care.purpose, care.theme, care.summary.length, care.recommendations.length],
    ['3', 'NLCBF - Support for care leavers', 'direction', 'Putting people first', 1, 1],
  );
  assert.deepEqual(
    [
      charter.item,
      charter.purpose,
      charter.contact?.name,
      charter.contact?.position,
      charter.contact?.phone,
      charter.contact?.email,
    ],
    ['4', 'information', 'Clive Harris', 'Senior Policy Adviser', '020 7664 3207', 'Clive.harris@local.gov.uk'],
  );
  assert.deepEqual(
    [care.contact?.name, care.contact?.position, care.contact?.phone, care.contact?.email],
    ['Megan Edwards', 'Adviser', null, 'megan.edwards@local.gov.uk'],
  );
  const numbers = care.body.flatMap((block) =>
    block.kind === 'paragraph' ? [`${block.number}${block.numbering === 'recovered' ? ' recovered' : ''}`] : [],
  );
  assert.deepEqual(numbers, [
    '1',
    '2',
    '2.1',
    '2.2',
    '2.3',
    '3',
    '4',
    '5',
    '6',
    '7',
    '8',
    '8.1',
    '8.2',
    '8.3',
    '8.4',
    '9',
    '10 recovered',
    '11 recovered',
    '12 recovered',
    '13 recovered',
    '14 recovered',
    '14.1',
    '14.2',
    '14.3',
    '14.4',
  ]);
  assert.deepEqual(
    charter.body.flatMap((block) => (block.kind === 'paragraph' ? [block.number] : [])),
    ['1', '2', '3', '4', '5', '6'],
  );
  assert.deepEqual(
    care.body.flatMap((block) => (block.kind === 'heading' ? [plainText(block.prose)] : [])),
    [
      'Background',
      'Outcomes for those with care experience',
      'What care leavers say is important to them',
      'Implications for Wales',
      'Financial Implications',
      'Equalities implications',
      'Next steps',
    ],
  );
});

test('seed: the table of asks and examples has eleven rows, rejoined where the page broke it', { skip }, async () => {
  const tables = (await seed()).reports[0]?.body.filter((block) => block.kind === 'table') ?? [];
  assert.equal(tables.length, 1);
  const [table] = tables;
  assert.ok(table);
  assert.equal(table.rows.length, 11);
  assert.deepEqual(table.header?.map(plainText), ['Issue and asks from care leavers', 'Examples of good practice']);
  const broken = table.rows[6]?.map(plainText) ?? [];
  assert.match(broken[0] ?? '', /financial support until a first pay check clears/);
  assert.match(broken[1] ?? '', /financial support between benefits ending/);
});

test('seed: 4 annexes, each boundary a doubt', { skip }, async () => {
  const { annexes } = await seed();
  assert.deepEqual(
    annexes.map(({ item, number, lines }) => [item, number, lines.from]),
    [
      ['4', '1', 422],
      ['4', '2', 593],
      ['4', '3', 947],
      ['4', '4', 1173],
    ],
  );
  assert.equal(annexes[2]?.title, 'Belonging, identity and safety in London schools');
  assert.deepEqual(
    (await doubtsOf('annex not found')).map(({ weight }) => weight),
    ['check', 'check', 'check', 'check'],
  );
});

test('seed: minutes of 23 January 2024', { skip }, async () => {
  const [minutes] = (await seed()).minutes;
  assert.ok(minutes);
  assert.deepEqual(
    [minutes.item, minutes.board, minutes.date, minutes.items.length],
    ['2', 'Children & Young People Board', '2024-01-23', 5],
  );
  const kinds = minutes.items.map(({ entries }) =>
    ['introduction', 'comment', 'response', 'note'].map(
      (kind) => entries.filter((entry) => entry.kind === kind).length,
    ),
  );
  assert.deepEqual(kinds, [
    [1, 0, 0, 3],
    [0, 0, 0, 6],
    [1, 9, 7, 0],
    [1, 3, 3, 0],
    [1, 3, 3, 0],
  ]);
  assert.deepEqual(
    minutes.items.slice(2).map(({ entries }) => entries.find(({ kind }) => kind === 'response')?.speaker),
    ['NHSE', 'Ben Bryant', 'James Somerville'],
  );
  assert.deepEqual(
    minutes.items.map(({ decisions, actions }) => [decisions.length, actions.length]),
    [
      [0, 0],
      [0, 0],
      [1, 2],
      [1, 2],
      [1, 2],
    ],
  );
  assert.deepEqual(
    minutes.items.flatMap(({ actions }) => actions).map(({ owner, due }) => [owner, due]),
    [
      ['NHSE', null],
      [null, null],
      [null, null],
      [null, null],
      [null, null],
      [null, null],
    ],
  );
  const responses = minutes.items[2]?.entries.filter(({ kind }) => kind === 'response') ?? [];
  assert.match(
    plainText(responses[2]?.prose ?? []),
    /^The Department of Digital, Culture, Media and Sport \(DCMS\) colleagues have started .* Vanguard\.$/,
  );
  assert.deepEqual(responses[2]?.lines, { from: 179, to: 181 });
});

test('seed: attendance, apologies, declaration, appointments', { skip }, async () => {
  const [minutes] = (await seed()).minutes;
  assert.ok(minutes);
  const counts = new Map<string, number>();
  for (const { role } of minutes.attendance) counts.set(role, (counts.get(role) ?? 0) + 1);
  assert.deepEqual(
    [...counts],
    [
      ['Chairman', 1],
      ['Vice-Chairman', 1],
      ['Deputy-chairman', 2],
      ['Members', 10],
      ['Apologies', 3],
      ['In Attendance', 12],
    ],
  );
  assert.equal(minutes.attendance.length, 29);
  assert.deepEqual(
    minutes.apologies.map(({ person }) => person.name),
    ['Annabel Wilkinson', 'Phillipa Williamson', 'Anne Dorian'],
  );
  assert.deepEqual(
    minutes.substitutions.map(({ absent, substitute }) => [absent, substitute?.name]),
    [
      [null, 'Mark Sutton'],
      [null, 'Robert Flatley'],
    ],
  );
  assert.deepEqual(
    minutes.declarations.map(({ person, item, kind, nature }) => [person.name, item, kind, nature]),
    [['Vernon-Jackson', '3', null, 'he had previously worked in the Department of Health and Social Care']],
  );
  assert.deepEqual(
    minutes.appointments.map(({ body, people }) => [body, people.map(({ name }) => name)]),
    [
      ['National Youth Agency (NYA)', ['Jon Hubbard']],
      ['Asylum, Migration and Refugee Task group', ['Roger Gough', 'Cordelia Law']],
      ["Children's Improvement Board (CIB)", ['Louise Gittins']],
    ],
  );
});

test('seed: what does not add up', { skip }, async () => {
  const { doubts } = await seed();
  const of = (kind: DoubtKind): readonly string[] =>
    doubts.filter((doubt) => doubt.kind === kind).map(({ message }) => message);
  assert.match(of('seat without attendance').join(), /^Cllr Mark Cory/);
  assert.deepEqual(
    doubts.filter(({ kind }) => kind === 'spelling differs').map(({ choices }) => choices),
    [
      ['Phillippa Williamson', 'Phillipa Williamson'],
      ['Anne Dorrian', 'Anne Dorian'],
    ],
  );
  assert.match(of('absences and substitutes differ')[0] ?? '', /^3 absences .* against 2 substitutes/);
  assert.match(of('absences and substitutes differ')[1] ?? '', /Redman, .*Garfield and .*Massey.* of Labour/);
  assert.match(of('absences and substitutes differ')[2] ?? '', /Romero .* Mark Cory/);
  assert.match(of('substitution without pair').join(), /Sutton and Cllr Robert Flatley/);
  assert.deepEqual(
    doubts.filter(({ kind }) => kind === 'action without owner').map(({ weight }) => weight),
    ['check', 'missing', 'missing', 'missing', 'missing', 'missing'],
  );
  assert.equal(of('action without date').length, 6);
  assert.equal(of('undertaking in prose').length, 2);
  assert.equal(of('title differs').length, 1, 'another dash is no difference');
  assert.match(of('title differs')[0] ?? '', /^Item 3/);
  assert.equal(of('office label differs').length, 3);
  assert.match(of('paragraph number lost').join(), /10, 11, 12, 13 and 14/);
  assert.match(of('group count agrees')[0] ?? '', /^18 seats in 4 groups/);
  assert.match(of('group count agrees')[1] ?? '', /^11 substitutes/);
  assert.deepEqual(
    of('reference without target').map((message) => /“([^”]*)”/.exec(message)?.[1]),
    ['pages 15 – 70', 'paragraph 23'],
  );
  assert.match(of('date not understood').join(), /5 October/);
  assert.match(of('text missing').join('\n'), /guarantor schemes for to/);
  assert.equal(new Set(doubts.map(({ id }) => id)).size, doubts.length);
});

test('seed: nothing lost, and the same reading twice', { skip }, async () => {
  const bytes = readFileSync(path ?? '');
  const source = await readSource(bytes, 'pack.md');
  const reading = await seed();
  assert.ok(source.ok);
  assert.deepEqual(uncovered(source.value.lines, reading), []);
  assert.deepEqual(lostWords(source.value.lines, reading), []);
  assert.equal(coverage(reading).unplaced, 0);
  assert.equal(JSON.stringify(await seed()), JSON.stringify(reading));
});
