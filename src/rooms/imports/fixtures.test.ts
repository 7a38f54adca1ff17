/** Packs and minutes in the styles of other boards and councils; all bodies and people are made up. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { blockText, plainText } from '#base/prose.js';
import { lostWords, uncovered } from './coverage.js';
import { fixturesFolder } from './fuzz.js';
import { readPack, readSource } from './read.js';
import type { Reading, ReadMinutes } from './words.js';

async function reading(name: string): Promise<Reading> {
  const bytes = readFileSync(join(fixturesFolder(), name));
  const [read, source] = [await readPack(bytes, name), await readSource(bytes, name)];
  assert.ok(read.ok && source.ok);
  assert.deepEqual(uncovered(source.value.lines, read.value), [], `${name}: every line is read or unplaced`);
  assert.deepEqual(lostWords(source.value.lines, read.value), [], `${name}: every word stands in the reading`);
  return read.value;
}

async function minutesOf(name: string): Promise<ReadMinutes> {
  const [minutes] = (await reading(name)).minutes;
  assert.ok(minutes, `${name} has minutes`);
  return minutes;
}

const names = (people: readonly { readonly person: { readonly name: string } }[]): readonly string[] => people.map(({ person }) => person.name);
const decided = (minutes: ReadMinutes): readonly string[] => minutes.items.flatMap(({ decisions }) => decisions.map(({ prose }) => plainText(prose)));

test('a parish council: composite numbers, RESOLVED, apologies with reasons, members of the public', async () => {
  const read = await reading('parish.txt');
  const minutes = await minutesOf('parish.txt');
  assert.deepEqual([read.board?.name, read.meeting?.date, read.meeting?.start, read.meeting?.place], ['Thornwick Parish Council', '2024-02-08', '19:30', 'Village Hall, Mill Lane, Thornwick']);
  assert.deepEqual(minutes.items.map(({ number }) => number), ['77/23', '78/23', '79/23', '80/23', '81/23', '82/23', '83/23']);
  assert.deepEqual(names(minutes.attendance), ['J Applegarth', 'P Dunmore', "R O'Leary", 'S van der Berg', 'T Whitlock', 'Helen Marsh', 'Gareth Pym']);
  assert.deepEqual(names(minutes.apologies), ['B Fairweather', "D'Arcy"]);
  assert.deepEqual(minutes.declarations.map(({ person, item, kind, nature }) => [person.name, item, kind, nature]), [['Dunmore', '82/23', 'personal interest', 'he is a trustee of the Village Hall']]);
  assert.equal(decided(minutes).length, 3);
  assert.deepEqual([read.nextMeeting?.date, read.nextMeeting?.start, read.nextMeeting?.place], ['2024-03-14', '19:30', 'Village Hall']);
  assert.ok(minutes.loose.some((block) => blockText(block).includes('four members of the public')), 'people without names stay as text');
  assert.deepEqual(read.doubts.map(({ kind }) => kind), ['undertaking in prose']);
});

test('a page of agenda and minutes: agenda text is no minute, a drafted RESOLVE no decision', async () => {
  const read = await reading('moderngov.txt');
  const minutes = await minutesOf('moderngov.txt');
  assert.deepEqual([read.board?.name, read.meeting?.date, read.meeting?.start, read.meeting?.contact?.email], ['Health Scrutiny Committee', '2024-03-12', '10:00', 'priya.raman@westshire.example']);
  assert.deepEqual(read.agenda.map(({ title }) => title), ['Apologies for Absence', 'Declarations of Interest', 'Minutes of the Previous Meeting', 'Winter Pressures Report']);
  assert.deepEqual(names(minutes.apologies), ['Amos Bright', 'Nora Finch']);
  assert.deepEqual(minutes.substitutions.map(({ absent, substitute }) => [absent?.name, substitute?.name]), [['Amos Bright', 'Jill Carter']]);
  assert.deepEqual(minutes.declarations.map(({ item, kind }) => [item, kind]), [['4', 'non-pecuniary interest']]);
  assert.deepEqual(decided(minutes), ['That the minutes be approved as a correct record.', '(1) That the report be noted; and', '(2) That a further report be brought to the meeting in June.']);
  assert.deepEqual(minutes.items[3]?.actions.map(({ owner, due }) => [owner, due]), [['Director of Public Health', '2024-04-30']]);
  assert.deepEqual(minutes.items[3]?.entries.map(({ kind, speaker }) => [kind, speaker]), [['introduction', null], ['comment', null], ['comment', 'Councillor Finch']]);
  assert.match(read.agenda[3]?.text.map(blockText).join(' ') ?? '', /invited to RESOLVE/);
});

test('committee minutes in Markdown: marked headings, a table of declarations, questions and answers', async () => {
  const minutes = await minutesOf('committee.md');
  assert.deepEqual(minutes.items.map(({ number, title }) => `${number} ${title}`), ['14 Declarations of Interest', '15 Minutes', '16 19/00456/FUL – Land off Quarry Road', '17 Tree Preservation Order 3/2019']);
  assert.deepEqual(minutes.attendance.map(({ status, person, organisation }) => [status, person.name, organisation]), [['present', 'Ruth Ashdown', null], ['present', 'Ben Coe', null], ['present', 'Dilys Evans', null], ['present', 'Omar Farouk', null], ['present', 'Ian Gale', null], ['in attendance', 'Mary Kerr', null], ['in attendance', 'Simon Bell', 'Head of Planning'], ['in attendance', 'Tracy Dunn', 'Solicitor'], ['apologies', 'Hugh Lane', null], ['apologies', 'Anita Moss', null]]);
  assert.deepEqual(minutes.declarations.map(({ person, item, nature }) => [person.name, item, nature]), [['Ben Coe', '16', 'Friend of the applicant'], ['Dilys Evans', '17', 'Lives in the same street']]);
  assert.deepEqual(minutes.items[2]?.entries.map(({ kind, speaker }) => [kind, speaker]), [['introduction', null], ['question', 'Councillor Farouk'], ['response', null]]);
  assert.equal(minutes.items[2]?.decisions.length, 3);
});

test('cabinet minutes in hard-wrapped text: C048/19, RESOLVED and ORDERED, a letter that is a forename', async () => {
  const read = await reading('cabinet.txt');
  const minutes = await minutesOf('cabinet.txt');
  assert.deepEqual([read.board?.name, read.board?.organisation, read.meeting?.date], ['CABINET', 'HEXFORD BOROUGH COUNCIL', '2019-06-04']);
  assert.deepEqual(names(minutes.attendance), ['A Thwaite', 'M Broad', 'C Denny', 'E Frost', 'G Hart']);
  assert.deepEqual(names(minutes.apologies), ['K Iqbal']);
  assert.deepEqual(minutes.items.map(({ number, decisions }) => [number, decisions.length]), [['C048/19', 0], ['C049/19', 1], ['C050/19', 2], ['C051/19', 1]]);
  assert.match(plainText(minutes.items[2]?.entries[0]?.prose ?? []), /outturn for the year\. The Leader/, 'wrapped lines are one paragraph');
  assert.deepEqual(read.doubts.filter(({ kind }) => kind === 'reference without target'), [], 'a paragraph of an Act is not a paragraph of this text');
});

test('an agenda alone: pages, to follow, verbal, exempt, members with party tags', async () => {
  const read = await reading('agenda-only.txt');
  assert.deepEqual([read.board?.name, read.board?.organisation, read.meeting?.date, read.meeting?.start, read.meeting?.place], ['Licensing Sub-Committee', 'Brackwater District Council', '2024-07-15', '14:30', 'Room 4, Civic Centre, Harbour Road, Brackwater']);
  assert.deepEqual(read.meeting?.contact, { name: 'Colin Drew', email: 'colin.drew@brackwater.example', phone: '01632 960123' });
  assert.deepEqual(read.membership?.groups.map(({ name, members }) => [name, members.map((member) => member.name)]), [['Lab', ['Ann Lister']], ['Con', ['Tom Reeve']], ['Lib Dem', ['Vera Small']]]);
  assert.deepEqual(read.agenda.map(({ number, pages, delivery }) => [number, pages?.from ?? null, delivery]), [['1', null, 'none'], ['2', null, 'none'], ['3', 3, 'attached'], ['4', 9, 'attached'], ['5', null, 'to follow'], ['6', null, 'verbal'], ['7', 45, 'attached'], ['8', null, 'none']]);
  assert.equal(read.minutes.length, 0);
  assert.equal(read.nextMeeting?.date, '2024-09-09');
});

test('a web page: navigation and scripts are no text, links only where a page may go', async () => {
  const read = await reading('board.html');
  const minutes = await minutesOf('board.html');
  assert.deepEqual([read.board?.name, read.meeting?.date, read.meeting?.mode], ['Schools Forum', '2024-06-20', 'remote']);
  assert.deepEqual(minutes.items.map(({ number, title }) => [number, title]), [['23', 'Apologies for absence'], ['24', 'High Needs Funding']]);
  assert.deepEqual(minutes.substitutions.map(({ absent, substitute }) => [absent?.name, substitute?.name]), [['Lind', 'Karl Oster']]);
  const json = JSON.stringify(read);
  assert.doesNotMatch(json, /javascript|alert|color:red|Powered by nobody/);
  assert.match(json, /"href":"https:\/\/forum\.example\/paper"/);
});

test('a county report: labelled head, recommendations, an appendix that says so', async () => {
  const [report] = (await reading('east.md')).reports;
  const { annexes, board, meeting, doubts } = await reading('east.md');
  assert.deepEqual([report?.title, report?.printedPurpose, report?.contact?.name, report?.contact?.phone], ['Day Services Review', 'To consider the outcome of the consultation on day services', 'Paul Lacey', '01632 960555']);
  assert.deepEqual(report?.recommendations.map(({ prose }) => plainText(prose)), ['1) note the outcome of the consultation; and', '2) agree that the Linden Centre moves to Oak House.']);
  assert.deepEqual([board?.name, meeting?.date], ['Cabinet', '2024-03-05']);
  assert.deepEqual(annexes.map(({ number, title }) => [number, title]), [['1', 'Attendance at day centres']]);
  assert.deepEqual(doubts, []);
});

test('"respectively" pairs three absences with three substitutes', async () => {
  const minutes = await minutesOf('respectively.md');
  assert.deepEqual(minutes.substitutions.map(({ absent, substitute }) => [absent?.name, substitute?.name]), [['Alan Frame', 'Dora Ince'], ['Beth Grove', 'Evan Jolly'], ['Carl Hurst', 'Faye Kemp']]);
  assert.deepEqual(minutes.attendance.map(({ status }) => status), ['present', 'present', 'apologies', 'apologies', 'apologies', 'substitute', 'substitute', 'substitute', 'in attendance']);
  assert.deepEqual(minutes.items[1]?.actions.map(({ owner, due }) => [owner, due]), [['Liam Moss', '2024-05-31']]);
});

test('cells one per line: a declaration table that lost its borders, a date that can be read two ways', async () => {
  const read = await reading('cells.txt');
  const minutes = await minutesOf('cells.txt');
  assert.deepEqual(minutes.declarations.map(({ person, item, nature }) => [person.name, item, nature]), [['Roy Park', 'DSC/86', 'Governor of the school'], ['Ida Nunn', 'DSC/87', 'Knows the complainant']]);
  assert.deepEqual(minutes.attendance.map(({ status, person }) => [status, person.name]), [['present', 'Ida Nunn'], ['present', 'Roy Park'], ['present', 'Zoë Quill'], ['present', 'Leo Rudd'], ['apologies', 'Tess Upton'], ['absent', 'Vic Wade']]);
  assert.deepEqual(read.doubts.map(({ kind, choices }) => [kind, choices]), [['date not understood', ['2007-02-10', '2007-10-02']]]);
});

test('a membership list without groups, with parties behind dashes', async () => {
  const read = await reading('membership-plain.md');
  assert.deepEqual(read.membership?.groups.map(({ name, members, substitutes }) => [name, members.map((one) => one.name), substitutes.map((one) => one.name)]), [['Labour', ['Gwen Abel'], []], ['Conservative', ['Hal Birch'], []], ['Green Party', ['Ivy Croft'], []], [null, ['Jack Dean'], ['Kay Eames', 'Lou Ford']]]);
  assert.deepEqual(read.agenda.map(({ delivery, purpose }) => [delivery, purpose]), [['none', null], ['none', null], ['tabled', null], ['none', 'decision']]);
  assert.deepEqual([read.meeting?.date, read.meeting?.start, read.meeting?.place], ['2024-12-03', '17:00', 'Oak Room']);
});

test('declarations by minute number; attendance once above and once at the end', async () => {
  const minutes = await minutesOf('declared.txt');
  assert.deepEqual(minutes.declarations.map(({ person, item, kind, nature }) => [person.name, item, kind, nature]), [['Ada Moor', '25', 'Affects Non-registerable Interest', 'Member of Northwold Town Council'], ['Cas Obi', '26', 'Personal', 'Trustee of the theatre']]);
  assert.deepEqual(minutes.attendance.map(({ person, organisation }) => [person.name, organisation]), [['Ada Moor', null], ['Bob Nash', null], ['Cas Obi', null], ['Dee Price', 'Audit Manager'], ['Ed Quist', 'Chief Finance Officer']]);
  assert.equal(decided(minutes).length, 2);
});

test('a pack whose agenda is a list: minutes, a report, an annex, actions in a table', async () => {
  const read = await reading('list-pack.md');
  const minutes = await minutesOf('list-pack.md');
  assert.deepEqual([read.meeting?.mode, read.meeting?.contact?.phone, minutes.item, minutes.date], ['hybrid', '01632 960777', '2', '2024-03-14']);
  assert.deepEqual(minutes.items[1]?.actions.map(({ owner, due }) => [owner, due]), [['Cy Bolt', '2024-04-30'], [null, null]], '"All" is nobody, "next meeting" is no date');
  assert.deepEqual(read.reports.map(({ item, title, purpose, recommendations }) => [item, title, purpose, recommendations.length]), [['3', 'Loneliness in later life', 'discussion', 2]]);
  assert.deepEqual(read.annexes.map(({ item, number, title }) => [item, number, title]), [['3', 'A', 'Questions asked']]);
  assert.deepEqual(read.doubts.map(({ kind }) => kind).toSorted(), ['action without date', 'action without owner', 'paragraph number out of order', 'reference without target', 'table cells missing']);
});

test('a note that nowhere says "minutes": headings, bullets, a substitution behind a name', async () => {
  const read = await reading('bulleted.md');
  const minutes = await minutesOf('bulleted.md');
  assert.deepEqual([read.board?.name, read.meeting?.date, read.meeting?.start, read.meeting?.place, read.nextMeeting?.date], ['Rescue Services Committee', '2019-03-08', '11:00', 'Long Street 3&4, Ground Floor', '2019-06-14']);
  assert.deepEqual(minutes.attendance.map(({ role, person, organisation }) => [role, person.name, organisation]), [['Chair', 'Ira Stone', 'Holm Council'], ['Attendance', 'Rae Kell', 'Downs Council'], ['Attendance', 'Max Nunn', 'Principal Policy Adviser'], ['Apologies', 'Sol Spry', null]]);
  assert.deepEqual(names(minutes.apologies), ['Sol Spry', 'Nat Cole']);
  assert.deepEqual(minutes.substitutions.map(({ absent, substitute }) => [absent?.name, substitute?.name]), [['Nat Cole', 'Ray Pym']]);
  assert.deepEqual(minutes.items[1]?.actions.map(({ owner, due }) => [owner, due]), [['Max Nunn', '2019-04-01'], ['Chair', null]]);
});

test('no pack at all: everything stays as text', async () => {
  const read = await reading('poem.txt');
  assert.deepEqual([read.board, read.meeting, read.agenda.length, read.minutes.length, read.reports.length, read.doubts.length], [null, null, 0, 0, 0, 0]);
  assert.equal(read.unplaced.map(({ block }) => blockText(block)).join('\n').split('\n').length, 4);
});

test('right-to-left text, emoji and direction overrides', async () => {
  const read = await reading('rtl.md');
  const json = JSON.stringify(read);
  assert.match(json, /لجنة التعليم/);
  assert.match(json, /👩‍🏫/u);
  assert.doesNotMatch(json, /[‪-‮⁦-⁩]/u);
  assert.deepEqual(read.doubts.map(({ kind }) => kind), ['table cells missing']);
});
