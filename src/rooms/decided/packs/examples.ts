/** Builders with believable defaults, for tests, benchmarks and demonstrations. The board and its people are invented. */
import { prose } from '#base/prose.js';
import type { Block, Heading, ListBlock, Paragraph, Prose, Quote, Table } from '#base/prose.js';
import type { GroupMembership, Member } from '#rooms/decided/boards/index.js';
import type {
  AnnexPaper,
  AttendanceRow,
  MinutesItem,
  MinutesPaper,
  PackContent,
  PackItem,
  ReportPaper,
} from './words.js';

export function heading(text: string, level: 1 | 2 | 3 = 1): Heading {
  return { kind: 'heading', level, prose: prose(text), lines: null };
}

/** A paragraph; with a number it counts as printed in the source unless told otherwise. */
export function paragraph(
  text: string | Prose,
  number: string | null = null,
  numbering: 'printed' | 'recovered' = 'printed',
): Paragraph {
  return {
    kind: 'paragraph',
    number,
    numbering: number === null ? null : numbering,
    prose: typeof text === 'string' ? prose(text) : text,
    lines: null,
  };
}

export function bullets(...items: readonly string[]): ListBlock {
  return { kind: 'list', ordered: false, items: items.map((item) => ({ prose: prose(item), items: [] })), lines: null };
}

export function table(
  header: readonly string[] | null,
  rows: readonly (readonly string[])[],
  caption: string | null = null,
): Table {
  return {
    kind: 'table',
    caption: caption === null ? null : prose(caption),
    header: header === null ? null : header.map(prose),
    rows: rows.map((row) => row.map(prose)),
    lines: null,
  };
}

export function quote(text: string, attribution: string | null = null): Quote {
  return {
    kind: 'quote',
    prose: prose(text),
    attribution: attribution === null ? null : prose(attribution),
    lines: null,
  };
}

export function member(name: string, authority: string, more: Partial<Member> = {}): Member {
  return { name, slug: name.toLowerCase().replace(/[^a-z]+/g, '-'), honours: null, office: null, authority, ...more };
}

export function packGroup(more: Partial<GroupMembership> = {}): GroupMembership {
  return { name: 'Riverside Group', seats: null, office: null, members: [], substitutes: [], ...more };
}

export function report(more: Partial<ReportPaper> = {}): ReportPaper {
  return {
    kind: 'report',
    title: 'Leaving care: what changed this winter',
    purpose: 'For direction.',
    summary: [
      paragraph(
        'Young people leaving care asked the board in the autumn for three things: help with heating costs, a ' +
          'named adviser until 25 and free travel to interviews. This report says what each authority has done ' +
          'since and where nothing has moved.',
      ),
    ],
    theme: 'Growing up well',
    recommendations: [
      prose(
        'That the board agrees the three measures in paragraph 3 and asks every authority to report on them in June.',
      ),
    ],
    contact: { name: 'Marian Okafor', position: 'Adviser', phone: '020 7946 0123', email: 'marian.okafor@example.org' },
    body: [
      heading('Background'),
      paragraph(
        'In October the board heard from eleven young people with experience of care. Their account was plain: ' +
          'the first winter in a home of one’s own is the hardest.',
        '1',
      ),
      paragraph(
        'Officers have since spoken with the leaving care teams of all twelve authorities. Work falls into two strands:',
        '2',
      ),
      paragraph(
        'money that arrives before the bill does, through grants paid in November rather than on application; and',
        '2.1',
      ),
      paragraph('people who stay, through advisers whose caseload is capped at twenty.', '2.2'),
      heading('What authorities have done'),
      paragraph(
        [
          { text: 'Nine of twelve authorities now pay the grant. The guidance is on ' },
          { text: 'the programme’s pages', href: 'https://example.org/leaving-care' },
          { text: ', and ' },
          { text: 'every adviser', bold: true },
          { text: ' has been told of it ' },
          { text: 'in writing', italic: true },
          { text: '; see also ' },
          { text: 'the strands', href: '#p-2' },
          { text: '.' },
        ],
        '3',
      ),
      table(
        ['Issue and ask', 'Examples of good practice'],
        [
          [
            'Heating: help with bills in the first winter',
            'Winter grant paid in November; council tax set to nil until 25',
          ],
          [
            'Travel: getting to interviews and appointments',
            'Free bus pass for a year; driving lessons paid through the local offer',
          ],
          [
            'Someone to call: one adviser until 25',
            'Caseload capped at twenty; cover named in advance for every leave of absence',
          ],
        ],
        'Asks of young people and what authorities do about them',
      ),
      quote('I do not need a leaflet. I need Sam to still be there in March.', 'A care leaver, 19'),
      heading('Implications'),
      heading('Finance', 2),
      paragraph('There is no cost beyond existing budgets in this financial year.', '4', 'recovered'),
      heading('Equalities', 2),
      paragraph(
        'About a quarter of care leavers came to this country alone. Their needs are looked at separately:',
        '5',
        'recovered',
      ),
      bullets(
        'interpreting at the first three meetings with an adviser',
        'papers explained before they are signed',
        'contact with a community of the young person’s choice',
      ),
    ],
    ...more,
  };
}

export function annex(more: Partial<AnnexPaper> = {}): AnnexPaper {
  return {
    kind: 'annex',
    number: '1',
    title: 'The charter in one page',
    body: [
      paragraph('Schools that sign this charter promise to ask before they exclude.'),
      heading('What we ask of schools'),
      bullets(
        'Tell the family on the same day, in their language.',
        'Offer a place to talk that is not the head’s office.',
        'Report every half-day lost, and why.',
      ),
      heading('What young people can expect'),
      paragraph('Someone will listen before anything is decided, and will come back with an answer.'),
    ],
    ...more,
  };
}

export function minutesItem(more: Partial<MinutesItem> = {}): MinutesItem {
  return {
    number: '3',
    title: 'Mental health support in schools',
    entries: [
      {
        kind: 'introduction',
        speaker: null,
        prose: prose('The Chair invited Tom Lindqvist, Head of Support, to present the first year of the programme.'),
      },
      {
        kind: 'comment',
        speaker: null,
        prose: prose('A member asked how the programme reaches young people who are not in school.'),
      },
      {
        kind: 'comment',
        speaker: null,
        prose: prose('It was said that waiting lists are longest where youth services have closed.'),
      },
      {
        kind: 'comment',
        speaker: null,
        prose: prose('A member welcomed the work and warned against measuring it by attendance alone.'),
      },
      {
        kind: 'response',
        speaker: 'Tom Lindqvist',
        prose: prose(
          'Outreach begins in April in four authorities and will be judged by whether young people come back.',
        ),
      },
      {
        kind: 'response',
        speaker: 'Tom Lindqvist',
        prose: prose('Waiting times are published each month from now on.'),
      },
    ],
    decisions: [
      { text: prose('The board noted the first year of the programme and asked for a second report in the autumn.') },
    ],
    actions: [
      {
        text: prose('Share the monthly waiting times with all members.'),
        owner: 'Tom Lindqvist',
        due: '2026-02-27',
        byClerk: [],
      },
      {
        text: prose('Officers to bring proposals for outreach to the next meeting.'),
        owner: null,
        due: null,
        byClerk: [],
      },
    ],
    ...more,
  };
}

export function attendance(): readonly AttendanceRow[] {
  return [
    {
      role: 'Chair',
      status: 'present',
      name: 'Cllr Ann Whitcombe',
      slug: null,
      organisation: 'Northmoor County Council',
      origin: 'source',
    },
    {
      role: 'Vice Chair',
      status: 'present',
      name: 'Cllr Devi Raman OBE',
      slug: null,
      organisation: 'Eastwater City Council',
      origin: 'source',
    },
    {
      role: 'Member',
      status: 'present',
      name: 'Cllr Lewis Garth',
      slug: null,
      organisation: 'Hallam Vale Borough Council',
      origin: 'source',
    },
    {
      role: 'Member',
      status: 'apologies',
      name: 'Cllr Siân Prys',
      slug: null,
      organisation: 'Dyffryn Council',
      origin: 'source',
    },
    {
      role: 'Guest',
      status: 'in attendance',
      name: 'Tom Lindqvist',
      slug: null,
      organisation: 'Head of Support, Schools Partnership',
      origin: 'source',
    },
  ];
}

export function minutes(more: Partial<MinutesPaper> = {}): MinutesPaper {
  return {
    kind: 'minutes',
    title: 'Minutes of the previous meeting',
    date: '2026-01-20',
    items: [
      minutesItem({
        number: '1',
        title: 'Welcome and apologies',
        entries: [
          {
            kind: 'introduction',
            speaker: null,
            prose: prose('The Chair welcomed everyone. Cllr Siân Prys had sent apologies.'),
          },
        ],
        decisions: [],
        actions: [],
      }),
      minutesItem({
        number: '2',
        title: 'Minutes of the meeting in October',
        entries: [
          {
            kind: 'note',
            speaker: null,
            prose: prose('Cllr Garth declared that his daughter works for one of the providers named in item 3.'),
          },
        ],
        decisions: [{ text: prose('The minutes were agreed.') }],
        actions: [],
      }),
      minutesItem(),
    ],
    attendance: attendance(),
    substitutions: [],
    declarations: [
      {
        name: 'Cllr Lewis Garth',
        slug: null,
        item: '3',
        kind: null,
        nature: 'His daughter works for one of the providers.',
      },
    ],
    leftovers: [],
    ...more,
  };
}

export function packItem(more: Partial<PackItem> = {}): PackItem {
  return {
    number: '1',
    title: 'Welcome, apologies and declarations of interest',
    purpose: null,
    delivery: 'none',
    text: [],
    papers: [],
    ...more,
  };
}

/** A whole pack: five items, of which one has minutes, one a report, one a report with two annexes and one is verbal. */
export function packContent(more: Partial<PackContent> = {}): PackContent {
  return {
    format: 'kept-pack/1',
    board: { name: 'Young People’s Board', slug: 'young-peoples-board', organisation: 'Northern Councils Together' },
    meeting: {
      slug: '2026-03-10',
      date: '2026-03-10',
      start: '11:00',
      place: 'Beck Room, 2 Mill Lane, Leeds, and online',
      mode: 'hybrid',
      contact: { name: 'Ruth Adeyemi', email: 'ruth.adeyemi@example.org', phone: '0113 496 0456' },
    },
    notices: [
      heading('Taking part'),
      paragraph(
        'Members can come to Mill Lane or join by video. Please say which by the Friday before, together with ' +
          'anything you need in order to take part: food, access, an interpreter, a quiet room.',
      ),
      heading('Carer’s allowance'),
      paragraph('The cost of care for a child or an adult while you attend is paid at the National Living Wage.'),
    ],
    cycle: '2025/26',
    groups: [
      packGroup({
        name: 'Riverside Group',
        seats: 3,
        office: { phone: '0113 496 0111', email: 'riverside@example.org' },
        members: [
          member('Cllr Ann Whitcombe', 'Northmoor County Council', { office: 'Chair' }),
          member('Cllr Lewis Garth', 'Hallam Vale Borough Council'),
          member('Cllr Siân Prys', 'Dyffryn Council'),
        ],
        substitutes: [member('Cllr Owen Falconer', 'Ribblesdale District Council')],
      }),
      packGroup({
        name: 'Moor and Coast',
        seats: 2,
        members: [
          member('Cllr Devi Raman', 'Eastwater City Council', { honours: 'OBE', office: 'Vice Chair' }),
          member('Cllr Jo Abara', 'Saltmarsh Council'),
        ],
      }),
    ],
    items: [
      packItem(),
      packItem({
        number: '2',
        title: 'Minutes of the previous meeting',
        purpose: 'decision',
        delivery: 'attached',
        papers: [minutes()],
      }),
      packItem({ number: '3', title: 'Leaving care', purpose: 'direction', delivery: 'attached', papers: [report()] }),
      packItem({
        number: '4',
        title: 'Inclusion charter',
        purpose: 'information',
        delivery: 'attached',
        papers: [
          report({
            title: 'An inclusion charter for northern schools',
            purpose: 'For information.',
            recommendations: [
              prose('That the board notes the charter.'),
              prose('That the board asks each authority to name a lead member for it.'),
            ],
          }),
          annex(),
          annex({ number: '2', title: 'Research on belonging' }),
        ],
      }),
      packItem({
        number: '5',
        title: 'Inspection policy',
        purpose: 'discussion',
        delivery: 'verbal',
        text: [paragraph('Ruth Adeyemi will say what inspectors have promised to ask young people from September on.')],
      }),
    ],
    leftovers: [],
    nextMeeting: { date: '2026-06-16', start: '13:00', place: 'Mill Lane and online' },
    ...more,
  };
}

/** A pack of about six pages an item: for measuring. Every word is made by rule, so two calls give the same pack. */
export function longPack(items: number, paragraphs = 46): PackContent {
  return packContent({
    items: Array.from({ length: items }, (_, at) =>
      packItem({
        number: String(at + 1),
        title: `Programme report ${at + 1}`,
        purpose: 'discussion',
        delivery: 'attached',
        papers: [report({ title: `Programme report ${at + 1}`, body: longBody(at + 1, paragraphs) })],
      }),
    ),
  });
}

function longBody(item: number, paragraphs: number): readonly Block[] {
  const body: Block[] = [];
  for (let at = 1; at <= paragraphs; at++) {
    if (at % 8 === 1) body.push(heading(`Part ${(at + 7) / 8} of report ${item}`));
    body.push(paragraph(sentences(item * 97 + at, 4), String(at)));
    if (at % 10 === 0)
      body.push(paragraph(sentences(item * 31 + at, 2), `${at}.1`), paragraph(sentences(item * 37 + at, 2), `${at}.2`));
    if (at % 16 === 0)
      body.push(
        table(
          ['Authority', 'Asked for', 'Done so far'],
          Array.from({ length: 8 }, (_, row) => [
            `Authority ${row + 1}`,
            sentences(at + row, 1),
            sentences(at * 3 + row, 1),
          ]),
        ),
      );
  }
  return body;
}

const subjects = [
  'The authority',
  'A young person',
  'The steering group',
  'Each school',
  'The lead member',
  'An adviser',
  'The board',
];
const verbs = ['reported', 'asked for', 'agreed to', 'measured', 'explained', 'looked again at', 'paid for'];
const objects = [
  'the travel grant',
  'places in the first winter',
  'days lost to suspension',
  'contact with a named adviser',
  'answers within ten days',
  'the charter’s third principle',
  'what changed since autumn',
];

function sentences(seed: number, count: number): string {
  const pick = (from: readonly string[], at: number) => from[at % from.length] ?? '';
  return Array.from(
    { length: count },
    (_, at) =>
      `${pick(subjects, seed + at)} ${pick(verbs, seed * 3 + at)} ${pick(objects, seed * 5 + at * 2)} and said ` +
      `in ${2000 + ((seed + at) % 26)} that ${pick(objects, seed + at + 3)} would follow.`,
  ).join(' ');
}
