/** Packs and minutes in the styles of other boards and councils; all bodies and people are made up. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { blockText, plainText } from '#base/prose.js';
import { lostWords, uncovered } from './coverage.js';
import { fixturesFolder } from './fuzz.js';
import { readPack, readSource } from './read-pack.js';
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

const names = (people: readonly { readonly person: { readonly name: string } }[]): readonly string[] =>
  people.map(({ person }) => person.name);
const decided = (minutes: ReadMinutes): readonly string[] =>
  minutes.items.flatMap(({ decisions }) => decisions.map(({ prose }) => plainText(prose)));

test('a parish council: composite numbers, RESOLVED, apologies with reasons, members of the public', async () => {
  const read = await reading('parish.txt');
  const minutes = await minutesOf('parish.txt');
  assert.deepEqual(
    [read.board?.name, read.meeting?.date, read.meeting?.start, read.meeting?.place],
    ['Thornwick Parish Council', '2024-02-08', '19:30', 'Village Hall, Mill Lane, Thornwick'],
  );
  assert.deepEqual(
    minutes.items.map(({ number }) => number),
    ['77/23', '78/23', '79/23', '80/23', '81/23', '82/23', '83/23'],
  );
  assert.deepEqual(names(minutes.attendance), [
    'J Applegarth',
    'P Dunmore',
    "R O'Leary",
    'S van der Berg',
    'T Whitlock',
    'Helen Marsh',
    'Gareth Pym',
  ]);
  assert.deepEqual(names(minutes.apologies), ['B Fairweather', "D'Arcy"]);
  assert.deepEqual(
    minutes.declarations.map(({ person, item, kind, nature }) => [person.name, item, kind, nature]),
    [['Dunmore', '82/23', 'personal interest', 'he is a trustee of the Village Hall']],
  );
  assert.equal(decided(minutes).length, 3);
  assert.deepEqual(
    [read.nextMeeting?.date, read.nextMeeting?.start, read.nextMeeting?.place],
    ['2024-03-14', '19:30', 'Village Hall'],
  );
  assert.ok(
    minutes.loose.some((block) => blockText(block).includes('four members of the public')),
    'people without names stay as text',
  );
  assert.deepEqual(
    read.doubts.map(({ kind }) => kind),
    ['undertaking in prose'],
  );
});

test('a page of agenda and minutes: agenda text is no minute, a drafted RESOLVE no decision', async () => {
  const read = await reading('moderngov.txt');
  const minutes = await minutesOf('moderngov.txt');
  assert.deepEqual(
    [read.board?.name, read.meeting?.date, read.meeting?.start, read.meeting?.contact?.email],
    ['Health Scrutiny Committee', '2024-03-12', '10:00', 'priya.raman@westshire.example'],
  );
  assert.deepEqual(
    read.agenda.map(({ title }) => title),
    ['Apologies for Absence', 'Declarations of Interest', 'Minutes of the Previous Meeting', 'Winter Pressures Report'],
  );
  assert.deepEqual(names(minutes.apologies), ['Amos Bright', 'Nora Finch']);
  assert.deepEqual(
    minutes.substitutions.map(({ absent, substitute }) => [absent?.name, substitute?.name]),
    [['Amos Bright', 'Jill Carter']],
  );
  assert.deepEqual(
    minutes.declarations.map(({ item, kind }) => [item, kind]),
    [['4', 'non-pecuniary interest']],
  );
  assert.deepEqual(decided(minutes), [
    'That the minutes be approved as a correct record.',
    '(1) That the report be noted; and',
    '(2) That a further report be brought to the meeting in June.',
  ]);
  assert.deepEqual(
    minutes.items[3]?.actions.map(({ owner, due }) => [owner, due]),
    [['Director of Public Health', '2024-04-30']],
  );
  assert.deepEqual(
    minutes.items[3]?.entries.map(({ kind, speaker }) => [kind, speaker]),
    [
      ['introduction', null],
      ['comment', null],
      ['comment', 'Councillor Finch'],
    ],
  );
  assert.match(read.agenda[3]?.text.map(blockText).join(' ') ?? '', /invited to RESOLVE/);
});

test('committee minutes in Markdown: marked headings, a table of declarations, questions and answers', async () => {
  const minutes = await minutesOf('committee.md');
  assert.deepEqual(
    minutes.items.map(({ number, title }) => `${number} ${title}`),
    [
      '14 Declarations of Interest',
      '15 Minutes',
      '16 19/00456/FUL – Land off Quarry Road',
      '17 Tree Preservation Order 3/2019',
    ],
  );
  assert.deepEqual(
    minutes.attendance.map(({ status, person, organisation }) => [status, person.name, organisation]),
    [
      ['present', 'Ruth Ashdown', null],
      ['present', 'Ben Coe', null],
      ['present', 'Dilys Evans', null],
      ['present', 'Omar Farouk', null],
      ['present', 'Ian Gale', null],
      ['in attendance', 'Mary Kerr', null],
      ['in attendance', 'Simon Bell', 'Head of Planning'],
      ['in attendance', 'Tracy Dunn', 'Solicitor'],
      ['apologies', 'Hugh Lane', null],
      ['apologies', 'Anita Moss', null],
    ],
  );
  assert.deepEqual(
    minutes.declarations.map(({ person, item, nature }) => [person.name, item, nature]),
    [
      ['Ben Coe', '16', 'Friend of the applicant'],
      ['Dilys Evans', '17', 'Lives in the same street'],
    ],
  );
  assert.deepEqual(
    minutes.items[2]?.entries.map(({ kind, speaker }) => [kind, speaker]),
    [
      ['introduction', null],
      ['question', 'Councillor Farouk'],
      ['response', null],
    ],
  );
  assert.equal(minutes.items[2]?.decisions.length, 3);
});

test('cabinet minutes in hard-wrapped text: C048/19, RESOLVED and ORDERED, a letter that is a forename', async () => {
  const read = await reading('cabinet.txt');
  const minutes = await minutesOf('cabinet.txt');
  assert.deepEqual(
    [read.board?.name, read.board?.organisation, read.meeting?.date],
    ['CABINET', 'HEXFORD BOROUGH COUNCIL', '2019-06-04'],
  );
  assert.deepEqual(names(minutes.attendance), ['A Thwaite', 'M Broad', 'C Denny', 'E Frost', 'G Hart']);
  assert.deepEqual(names(minutes.apologies), ['K Iqbal']);
  assert.deepEqual(
    minutes.items.map(({ number, decisions }) => [number, decisions.length]),
    [
      ['C048/19', 0],
      ['C049/19', 1],
      ['C050/19', 2],
      ['C051/19', 1],
    ],
  );
  assert.match(
    plainText(minutes.items[2]?.entries[0]?.prose ?? []),
    /outturn for the year\. The Leader/,
    'wrapped lines are one paragraph',
  );
  assert.deepEqual(
    read.doubts.filter(({ kind }) => kind === 'reference without target'),
    [],
    'a paragraph of an Act is not a paragraph of this text',
  );
});

test('an agenda alone: pages, to follow, verbal, exempt, members with party tags', async () => {
  const read = await reading('agenda-only.txt');
  assert.deepEqual(
    [read.board?.name, read.board?.organisation, read.meeting?.date, read.meeting?.start, read.meeting?.place],
    [
      'Licensing Sub-Committee',
      'Brackwater District Council',
      '2024-07-15',
      '14:30',
      'Room 4, Civic Centre, Harbour Road, Brackwater',
    ],
  );
  assert.deepEqual(read.meeting?.contact, {
    name: 'Colin Drew',
    email: 'colin.drew@brackwater.example',
    phone: '01632 960123',
  });
  assert.deepEqual(
    read.membership?.groups.map(({ name, members }) => [name, members.map((member) => member.name)]),
    [
      ['Lab', ['Ann Lister']],
      ['Con', ['Tom Reeve']],
      ['Lib Dem', ['Vera Small']],
    ],
  );
  assert.deepEqual(
    read.agenda.map(({ number, pages, delivery }) => [number, pages?.from ?? null, delivery]),
    [
      ['1', null, 'none'],
      ['2', null, 'none'],
      ['3', 3, 'attached'],
      ['4', 9, 'attached'],
      ['5', null, 'to follow'],
      ['6', null, 'verbal'],
      ['7', 45, 'attached'],
      ['8', null, 'none'],
    ],
  );
  assert.equal(read.minutes.length, 0);
  assert.equal(read.nextMeeting?.date, '2024-09-09');
});

test('a web page: navigation and scripts are no text, links only where a page may go', async () => {
  const read = await reading('board.html');
  const minutes = await minutesOf('board.html');
  assert.deepEqual(
    [read.board?.name, read.meeting?.date, read.meeting?.mode],
    ['Schools Forum', '2024-06-20', 'remote'],
  );
  assert.deepEqual(
    minutes.items.map(({ number, title }) => [number, title]),
    [
      ['23', 'Apologies for absence'],
      ['24', 'High Needs Funding'],
    ],
  );
  assert.deepEqual(
    minutes.substitutions.map(({ absent, substitute }) => [absent?.name, substitute?.name]),
    [['Lind', 'Karl Oster']],
  );
  const json = JSON.stringify(read);
  assert.doesNotMatch(json, /javascript|alert|color:red|Powered by nobody/);
  assert.match(json, /"href":"https:\/\/forum\.example\/paper"/);
});

test('a county report: labelled head, recommendations, an appendix that says so', async () => {
  const [report] = (await reading('east.md')).reports;
  const { annexes, board, meeting, doubts } = await reading('east.md');
  assert.deepEqual(
    [report?.title, report?.printedPurpose, report?.contact?.name, report?.contact?.phone],
    [
      'Day Services Review',
      'To consider the outcome of the consultation on day services',
      'Paul Lacey',
      '01632 960555',
    ],
  );
  assert.deepEqual(
    report?.recommendations.map(({ prose }) => plainText(prose)),
    ['1) note the outcome of the consultation; and', '2) agree that the Linden Centre moves to Oak House.'],
  );
  assert.deepEqual([board?.name, meeting?.date], ['Cabinet', '2024-03-05']);
  assert.deepEqual(
    annexes.map(({ number, title }) => [number, title]),
    [['1', 'Attendance at day centres']],
  );
  assert.deepEqual(doubts, []);
});

test('"respectively" pairs three absences with three substitutes', async () => {
  const minutes = await minutesOf('respectively.md');
  assert.deepEqual(
    minutes.substitutions.map(({ absent, substitute }) => [absent?.name, substitute?.name]),
    [
      ['Alan Frame', 'Dora Ince'],
      ['Beth Grove', 'Evan Jolly'],
      ['Carl Hurst', 'Faye Kemp'],
    ],
  );
  assert.deepEqual(
    minutes.attendance.map(({ status }) => status),
    [
      'present',
      'present',
      'apologies',
      'apologies',
      'apologies',
      'substitute',
      'substitute',
      'substitute',
      'in attendance',
    ],
  );
  assert.deepEqual(
    minutes.items[1]?.actions.map(({ owner, due }) => [owner, due]),
    [['Liam Moss', '2024-05-31']],
  );
});

test('cells one per line: a declaration table that lost its borders, a date that can be read two ways', async () => {
  const read = await reading('cells.txt');
  const minutes = await minutesOf('cells.txt');
  assert.deepEqual(
    minutes.declarations.map(({ person, item, nature }) => [person.name, item, nature]),
    [
      ['Roy Park', 'DSC/86', 'Governor of the school'],
      ['Ida Nunn', 'DSC/87', 'Knows the complainant'],
    ],
  );
  assert.deepEqual(
    minutes.attendance.map(({ status, person }) => [status, person.name]),
    [
      ['present', 'Ida Nunn'],
      ['present', 'Roy Park'],
      ['present', 'Zoë Quill'],
      ['present', 'Leo Rudd'],
      ['apologies', 'Tess Upton'],
      ['absent', 'Vic Wade'],
    ],
  );
  assert.deepEqual(
    read.doubts.map(({ kind, choices }) => [kind, choices]),
    [['date not understood', ['2007-02-10', '2007-10-02']]],
  );
});

test('a membership list without groups, with parties behind dashes', async () => {
  const read = await reading('membership-plain.md');
  assert.deepEqual(
    read.membership?.groups.map(({ name, members, substitutes }) => [
      name,
      members.map((one) => one.name),
      substitutes.map((one) => one.name),
    ]),
    [
      ['Labour', ['Gwen Abel'], []],
      ['Conservative', ['Hal Birch'], []],
      ['Green Party', ['Ivy Croft'], []],
      [null, ['Jack Dean'], ['Kay Eames', 'Lou Ford']],
    ],
  );
  assert.deepEqual(
    read.agenda.map(({ delivery, purpose }) => [delivery, purpose]),
    [
      ['none', null],
      ['none', null],
      ['tabled', null],
      ['none', 'decision'],
    ],
  );
  assert.deepEqual([read.meeting?.date, read.meeting?.start, read.meeting?.place], ['2024-12-03', '17:00', 'Oak Room']);
});

test('declarations by minute number; attendance once above and once at the end', async () => {
  const minutes = await minutesOf('declared.txt');
  assert.deepEqual(
    minutes.declarations.map(({ person, item, kind, nature }) => [person.name, item, kind, nature]),
    [
      ['Ada Moor', '25', 'Affects Non-registerable Interest', 'Member of Northwold Town Council'],
      ['Cas Obi', '26', 'Personal', 'Trustee of the theatre'],
    ],
  );
  assert.deepEqual(
    minutes.attendance.map(({ person, organisation }) => [person.name, organisation]),
    [
      ['Ada Moor', null],
      ['Bob Nash', null],
      ['Cas Obi', null],
      ['Dee Price', 'Audit Manager'],
      ['Ed Quist', 'Chief Finance Officer'],
    ],
  );
  assert.equal(decided(minutes).length, 2);
});

test('a pack whose agenda is a list: minutes, a report, an annex, actions in a table', async () => {
  const read = await reading('list-pack.md');
  const minutes = await minutesOf('list-pack.md');
  assert.deepEqual(
    [read.meeting?.mode, read.meeting?.contact?.phone, minutes.item, minutes.date],
    ['hybrid', '01632 960777', '2', '2024-03-14'],
  );
  assert.deepEqual(
    minutes.items[1]?.actions.map(({ owner, due }) => [owner, due]),
    [
      ['Cy Bolt', '2024-04-30'],
      [null, null],
    ],
    '"All" is nobody, "next meeting" is no date',
  );
  assert.deepEqual(
    read.reports.map(({ item, title, purpose, recommendations }) => [item, title, purpose, recommendations.length]),
    [['3', 'Loneliness in later life', 'discussion', 2]],
  );
  assert.deepEqual(
    read.annexes.map(({ item, number, title }) => [item, number, title]),
    [['3', 'A', 'Questions asked']],
  );
  assert.deepEqual(read.doubts.map(({ kind }) => kind).toSorted(), [
    'action without date',
    'action without owner',
    'paragraph number out of order',
    'reference without target',
    'table cells missing',
  ]);
});

test('a note that nowhere says "minutes": headings, bullets, a substitution behind a name', async () => {
  const read = await reading('bulleted.md');
  const minutes = await minutesOf('bulleted.md');
  assert.deepEqual(
    [read.board?.name, read.meeting?.date, read.meeting?.start, read.meeting?.place, read.nextMeeting?.date],
    ['Rescue Services Committee', '2019-03-08', '11:00', 'Long Street 3&4, Ground Floor', '2019-06-14'],
  );
  assert.deepEqual(
    minutes.attendance.map(({ role, person, organisation }) => [role, person.name, organisation]),
    [
      ['Chair', 'Ira Stone', 'Holm Council'],
      ['Attendance', 'Rae Kell', 'Downs Council'],
      ['Attendance', 'Max Nunn', 'Principal Policy Adviser'],
      ['Apologies', 'Sol Spry', null],
    ],
  );
  assert.deepEqual(names(minutes.apologies), ['Sol Spry', 'Nat Cole']);
  assert.deepEqual(
    minutes.substitutions.map(({ absent, substitute }) => [absent?.name, substitute?.name]),
    [['Nat Cole', 'Ray Pym']],
  );
  assert.deepEqual(
    minutes.items[1]?.actions.map(({ owner, due }) => [owner, due]),
    [
      ['Max Nunn', '2019-04-01'],
      ['Chair', null],
    ],
  );
});

test('no pack at all: everything stays as text', async () => {
  const read = await reading('poem.txt');
  assert.deepEqual(
    [read.board, read.meeting, read.agenda.length, read.minutes.length, read.reports.length, read.doubts.length],
    [null, null, 0, 0, 0, 0],
  );
  assert.equal(
    read.unplaced
      .map(({ block }) => blockText(block))
      .join('\n')
      .split('\n').length,
    4,
  );
});

test('right-to-left text, emoji and direction overrides', async () => {
  const read = await reading('rtl.md');
  const json = JSON.stringify(read);
  assert.match(json, /لجنة التعليم/);
  assert.match(json, /👩‍🏫/u);
  assert.doesNotMatch(json, /[‪-‮⁦-⁩]/u);
  assert.deepEqual(
    read.doubts.map(({ kind }) => kind),
    ['table cells missing'],
  );
});

const shownAttendance = (minutes: ReadMinutes): readonly string[] =>
  minutes.attendance.map(({ status, person, organisation }) =>
    [status, person.printed, person.office, organisation].filter(Boolean).join(' | '),
  );
const owed = (minutes: ReadMinutes): readonly (readonly (string | null)[])[] =>
  minutes.items.flatMap(({ actions }) => actions.map(({ prose, owner, due }) => [plainText(prose), owner, due]));
const belowItems = (read: Reading): readonly string[] => read.agenda.map(({ text }) => text.map(blockText).join(' / '));
const doubtKinds = (read: Reading): readonly string[] => read.doubts.map(({ kind }) => kind);

test('a scrutiny page: text below items, commas in brackets, an outcome, a correction to earlier minutes, the end', async () => {
  const read = await reading('scrutiny-page.txt');
  const minutes = await minutesOf('scrutiny-page.txt');
  assert.deepEqual(belowItems(read).slice(2, 4), [
    'To approve the minutes of the meeting held on 17 January 2024. / Additional documents: / Minutes 17012024 , item 33. PDF 95 KB',
    "Report of the Director of Children's Services.",
  ]);
  assert.deepEqual(shownAttendance(minutes).slice(0, 2), [
    'present | R Whitfield | Chair',
    'present | J Marsh | Vice-Chair',
  ]);
  assert.deepEqual(shownAttendance(minutes).slice(5), [
    'in attendance | Councillor L Dean | Cabinet Member for Children',
    "in attendance | Sarah Pope | Director of Children's Services",
    'in attendance | Tom Neale | Head of SEND',
  ]);
  assert.deepEqual(
    minutes.apologies.map(({ person }) => person.printed),
    ['Councillor P Singh', 'the Revd. Mary Cole'],
  );
  assert.deepEqual(
    minutes.declarations.map(({ item, outcome }) => [item, outcome]),
    [['5', 'left the meeting during consideration of the item']],
  );
  assert.equal(minutes.end, '12:15');
  assert.deepEqual(doubtKinds(read), ['undertaking in prose', 'minutes corrected']);
});

test('a parish in Markdown: bold numbers with their text on one line, the resolving sentence, reasons kept out of names', async () => {
  const read = await reading('bold-numbers.md');
  const minutes = await minutesOf('bold-numbers.md');
  assert.deepEqual(
    [read.board?.name, read.nextMeeting?.date, read.nextMeeting?.start],
    ['Little Wexcombe Parish Council', '2024-02-12', '19:30'],
  );
  assert.deepEqual(
    minutes.items.map(({ number, title }) => `${number} ${title}`),
    [
      '77/23 Declarations of Interest',
      '78/23 Minutes of the last meeting',
      '79/23 Youth shelter',
      '80/23 Date of next meeting',
    ],
  );
  assert.deepEqual(decided(minutes), [
    'It was RESOLVED to accept the quote of £2,450 from Timberline Ltd. Proposed Cllr. Fry, seconded Cllr. Attlee. All in favour.',
  ]);
  assert.deepEqual(owed(minutes), [['Clerk to place the order.', 'Clerk', null]]);
  assert.deepEqual(
    minutes.apologies.map(({ person }) => person.printed),
    ['Cllr. S. Lamb', 'Cllr. K. Ives'],
  );
});

test('an agenda of a board with party tags: no pages in titles, what stands below them, an exempt item', async () => {
  const read = await reading('trust-agenda.txt');
  assert.deepEqual(read.agenda.map(({ title, purpose }) => [title, purpose]).slice(2, 5), [
    ['MINUTES', null],
    ['EARLY HELP STRATEGY', 'decision'],
    ['YOUTH JUSTICE PLAN', null],
  ]);
  assert.deepEqual(belowItems(read).slice(2, 4), [
    'To confirm the minutes of the meeting held on 5 March 2019.',
    'Report of the Director of People (for decision)',
  ]);
  assert.deepEqual(
    read.doubts.map(({ kind, weight, message }) => [kind, weight, message]),
    [
      [
        'item marked exempt',
        'check',
        'Item 7 is marked exempt (“PLACEMENT COMMISSIONING (EXEMPT - PARAGRAPH 3)”): its paper must not be published.',
      ],
    ],
  );
});

test('a page of the other system: labels without colons, attendance in lists at the end', async () => {
  const minutes = await minutesOf('cmis.txt');
  assert.deepEqual(shownAttendance(minutes), [
    'present | Councillor R Denholm',
    'present | Councillor H Osei',
    'apologies | Councillor P Amory',
    'apologies | Councillor L Birtles',
    'absent | Councillor T Wray',
  ]);
  assert.deepEqual(
    minutes.declarations.map(({ item, outcome }) => [item, outcome]),
    [['4', 'did not vote']],
  );
  assert.equal(decided(minutes).length, 2);
});

test('two languages: labels are understood in one, words of the other stay', async () => {
  const read = await reading('welsh.md');
  const minutes = await minutesOf('welsh.md');
  assert.deepEqual(shownAttendance(minutes), [
    'present | Rhian Prosser | Cadeirydd / Chair',
    'present | Emyr ap Gwilym',
    'present | Siân Llywelyn-Jones',
    'present | D. T. Vaughan',
    'apologies | Councillor Nia Bowen',
    'in attendance | Gethin Parry | Pennaeth Ysgolion / Head of Schools',
  ]);
  assert.deepEqual([read.nextMeeting?.date, read.nextMeeting?.place, decided(minutes).length], ['2024-03-13', null, 2]);
});

test('attendance in columns with a substitute, a resolution in letters', async () => {
  const minutes = await minutesOf('county-columns.md');
  assert.deepEqual(shownAttendance(minutes), [
    'present | Cllr Moira Stannard | Chairman | Conservative',
    'apologies | Cllr Ewan Tull | Labour',
    'substitute | Cllr Wendy Orme | Labour',
    'absent | Cllr Felix Adair | Green',
    'present | Canon Giles Rook | Church of England',
    'in attendance | Petra Lund | Assistant Director (Early Help)',
    'in attendance | Councillor Max Thorne | Cabinet Member',
  ]);
  assert.deepEqual(
    minutes.substitutions.map(({ absent, substitute }) => [absent?.name, substitute?.name]),
    [['Tull', 'Wendy Orme']],
  );
  assert.deepEqual(decided(minutes), [
    '(i) to note the strategy; and',
    '(ii) to ask for a further report in six months.',
  ]);
  assert.deepEqual(owed(minutes), [
    ['Petra Lund to send members the list of hubs by 10 March 2023.', 'Petra Lund', '2023-03-10'],
  ]);
});

test('minutes that are one table: decisions and actions in a column, owners and dates in theirs', async () => {
  const board = await minutesOf('lga-2016.md');
  assert.deepEqual(
    [board.date, board.items.map(({ number, title }) => `${number} ${title}`), owed(board)],
    [
      '2016-09-29',
      ['1 Welcome, apologies and declarations of interest', '2 Libraries and young readers', '3 Date of next meeting'],
      [['Officers to circulate the survey.', 'Priya Nand', null]],
    ],
  );
  const school = await minutesOf('school-trust.md');
  assert.deepEqual(
    school.items.map(({ number }) => number),
    ['1', '2', '3', '4', '5'],
  );
  assert.deepEqual(owed(school), [
    ['Send governors the absence figures by year group', 'Tess Quill', '2024-04-12'],
    ['Arrange training for new governors · Next meeting', 'LB', null],
  ]);
});

test('first names and initials stay what they are', async () => {
  const youth = await minutesOf('youth-council.txt');
  assert.deepEqual(
    [youth.attendance, youth.apologies, owed(youth)],
    [[], [], [['Josh to write to the headteachers before half term.', null, null]]],
  );
  assert.deepEqual(decided(youth), ['We will spend £200 on the summer event.']);
  const group = await minutesOf('steering-notes.md');
  assert.deepEqual(names(group.attendance), ['Sunita Bell', 'Tom Avery']);
  assert.deepEqual(
    owed(group).map(([, owner, due]) => [owner, due]),
    [
      ['RK', null],
      ['JH/MP', '2023-11-30'],
      ['Tom Avery', null],
    ],
  );
});

test('a saved page: report and documents below the item, a decision, a question with its answer', async () => {
  const read = await reading('mg-page.html');
  const minutes = await minutesOf('mg-page.html');
  assert.equal(
    belowItems(read)[2],
    'Report of the Head of Culture (for decision) / Additional documents: / Appendix 1 - Survey , item 14. PDF 88 KB',
  );
  assert.deepEqual(decided(minutes), ['That the museum opens on Sundays from 5 November 2023.']);
  assert.deepEqual(
    minutes.items[2]?.entries.map(({ kind, speaker }) => [kind, speaker]),
    [
      ['introduction', null],
      ['question', 'Councillor Orr'],
    ],
  );
  assert.deepEqual(shownAttendance(minutes).slice(1, 3), [
    'apologies | Councillor Fay Duncan',
    'substitute | Councillor Ken Orr',
  ]);
});

test('a scan: words cut at the end of the line come together where the text knows them', async () => {
  const minutes = await minutesOf('scanned.txt');
  assert.equal(
    plainText(minutes.items[0]?.entries[0]?.prose ?? []),
    'The Chairman welcomed all present and explained the purpose of the meeting.',
  );
  assert.match(
    plainText(minutes.items[2]?.entries[0]?.prose ?? []),
    /County Coun-cil about the path/,
    'a word nobody else says keeps its hyphen',
  );
  assert.deepEqual(
    [minutes.date, minutes.end, names(minutes.attendance)],
    ['2023-05-11', '19:50', ['A. Tibbs', 'B. Nuttall']],
  );
});

test('a supplement brings two items of an agenda; a notice says that nobody meets', async () => {
  const supplement = await reading('supplement.txt');
  assert.deepEqual(
    supplement.agenda.map(({ number, pages, purpose }) => [number, pages?.from, purpose]),
    [
      ['5', 41, 'decision'],
      ['8', 53, null],
    ],
  );
  const cancelled = await reading('cancelled.txt');
  assert.deepEqual(
    [cancelled.board?.name, cancelled.meeting?.date, cancelled.agenda.length, doubtKinds(cancelled)],
    ['Leisure and Youth Committee', '2024-01-18', 0, ['meeting cancelled']],
  );
});

test('a recorded vote by name, an exempt minute; minutes approved with corrections', async () => {
  const read = await reading('recorded-vote.md');
  const minutes = await minutesOf('recorded-vote.md');
  assert.deepEqual(shownAttendance(minutes)[0], 'present | Councillor Jean Ridley | in the Chair | Mayor');
  assert.deepEqual(
    [minutes.attendance.length, decided(minutes).length, doubtKinds(read)],
    [8, 3, ['item marked exempt']],
  );
  const corrected = await reading('corrected-minutes.md');
  assert.deepEqual(
    corrected.minutes[0]?.substitutions.map(({ absent, substitute }) => [absent?.name, substitute?.name]),
    [['Ned Foss', 'Carol Pike']],
  );
  assert.deepEqual(
    [owed(await minutesOf('corrected-minutes.md')), doubtKinds(corrected)],
    [[['draft the letter.', 'Carol Pike', '2024-01-15']], ['minutes corrected']],
  );
});
