/** From a corrected reading to the records of the rooms before this one. Run twice it changes nothing the second time. */
import { type Block, type Prose, prose } from '#base/prose.js';
import type { Write } from '#kit/db/gate.js';
import { recordActions } from '#rooms/decided/actions/index.js';
import {
  type GroupMembership,
  type KnownPerson,
  type Member,
  type People,
  peopleOf,
  recordAppointments,
  recordBoard,
  recordMembership,
} from '#rooms/decided/boards/index.js';
import { type InBoard, recordAgenda, recordMeeting, recordRoll } from '#rooms/decided/meetings/index.js';
import { recordMinutes } from '#rooms/decided/minutes/index.js';
import { recordAnnex, recordReport } from '#rooms/decided/reports/index.js';
import type { ReadMinutes, ReadPerson, ReadReport, Reading } from '#rooms/decided/pack-reading/index.js';

/** A record outlives the file it came from: lines of the source belong to the reading, not to the record. */
function withoutLines<T extends Block>(block: T): T {
  return { ...block, lines: null };
}

function heading(words: Prose | string, level: 1 | 2 | 3 = 1): Block {
  return { kind: 'heading', level, prose: typeof words === 'string' ? prose(words) : words, lines: null };
}

function paragraph(words: Prose): Block {
  return { kind: 'paragraph', number: null, numbering: null, prose: words, lines: null };
}

/** The head of a report that belongs to no item: as text, so that nothing of it is lost. */
function reportFacts(report: ReadReport): readonly Block[] {
  const said = (label: string, value: string | null): readonly Block[] =>
    value === null || value === '' ? [] : [paragraph(prose(`${label}: ${value}`))];
  const contact = report.contact
    ? [report.contact.name, report.contact.position, report.contact.phone, report.contact.email]
        .filter((part) => part !== null)
        .join(', ')
    : null;
  return [
    ...said('Purpose', report.printedPurpose ?? report.purpose),
    ...report.summary.map(withoutLines),
    ...said('Theme', report.theme),
    ...report.recommendations.map((recommendation) => paragraph(recommendation.prose)),
    ...said('Contact', contact),
  ];
}

/** Text without a place, under the heading it stood under; the heading is said once for text that stood together. */
function leftoversOf(texts: readonly { readonly block: Block; readonly under: string | null }[]): readonly Block[] {
  let under: string | null = null;
  return texts.flatMap((text) => {
    const isNew = text.under !== null && text.under !== under;
    under = text.under;
    return [...(isNew && text.under !== null ? [heading(text.under, 2)] : []), withoutLines(text.block)];
  });
}

export interface Recorded {
  readonly board: string;
  /** Meetings whose pack is now recorded, and meetings whose minutes are. */
  readonly packs: readonly string[];
  readonly minutes: readonly string[];
}

async function knownTo(
  people: People,
  boardNames: ReadonlySet<string>,
  person: ReadPerson,
): Promise<KnownPerson | null> {
  return boardNames.has(person.name.toLowerCase()) ? people(person) : null;
}

/** Officers and guests get no page of their own: only people of the board are people of the record (rule 20). */
function peopleOfBoard(reading: Reading, existing: readonly string[]): ReadonlySet<string> {
  const read = (reading.membership?.groups ?? [])
    .flatMap((group) => [...group.members, ...group.substitutes])
    .map((person) => person.name);
  const appointed = reading.minutes
    .flatMap((minutes) => [
      ...minutes.appointments.flatMap((appointment) => appointment.people),
      ...minutes.apologies.map((apology) => apology.person),
      ...minutes.declarations.map((declaration) => declaration.person),
    ])
    .map((person) => person.name);
  const seated = reading.minutes.flatMap((minutes) =>
    minutes.attendance.filter((row) => row.status !== 'in attendance').map((row) => row.person.name),
  );
  return new Set([...existing, ...read, ...appointed, ...seated].map((name) => name.toLowerCase()));
}

async function printedMembership(
  reading: Reading,
  people: People,
): Promise<{ cycle: string | null; groups: readonly GroupMembership[] } | null> {
  if (!reading.membership) return null;
  const member = async (person: ReadPerson): Promise<Member> => ({
    name: person.title ? `${person.title} ${person.name}` : person.name,
    slug: (await people(person)).slug,
    honours: person.honours,
    office: person.office,
    authority: person.authority,
  });
  const groups: GroupMembership[] = [];
  for (const group of reading.membership.groups) {
    const members: Member[] = [];
    const substitutes: Member[] = [];
    for (const person of group.members) members.push(await member(person));
    for (const person of group.substitutes) substitutes.push(await member(person));
    groups.push({ name: group.name, seats: group.seats, office: group.office, members, substitutes });
  }
  return { cycle: reading.membership.cycle, groups };
}

async function recordOneMinutes(
  write: Write,
  where: InBoard,
  reading: Reading,
  minutes: ReadMinutes,
  meeting: string,
  carriedBy: string | null,
  people: People,
  names: ReadonlySet<string>,
): Promise<void> {
  const ids = await recordMinutes(write, where, meeting, {
    title: carriedBy === null ? 'Minutes' : 'Note of the previous meeting',
    state: carriedBy === null ? 'not stated' : 'put to next meeting',
    carriedBy,
    leftovers: minutes.loose.map(withoutLines),
    items: minutes.items.map((item) => ({
      number: item.number,
      title: item.title,
      entries: item.entries.map(({ kind, speaker, prose: words }) => ({ kind, speaker, prose: words })),
      decisions: item.decisions.map((decision) => decision.prose),
    })),
  });
  // Agreed minutes are sealed: neither they nor their roll move.
  if (ids === null) return;
  for (const [index, item] of minutes.items.entries()) {
    await recordActions(
      write,
      where,
      ids[index] ?? '',
      item.actions.map((action) => ({
        prose: action.prose,
        owner: action.owner,
        due: action.due,
        byClerk: action.byClerk ?? [],
      })),
    );
  }
  const listed = new Set(minutes.attendance.map((row) => row.person.name.toLowerCase()));
  const attendance = [];
  for (const row of minutes.attendance) {
    const person = await knownTo(people, names, row.person);
    attendance.push({
      role: row.role,
      status: row.status,
      person: person?.id ?? null,
      name: row.person.printed,
      represents: row.organisation,
      origin: row.byClerk ? ('clerk' as const) : ('source' as const),
    });
  }
  // Apologies that stand only in the text of the minutes belong to the roll too.
  for (const apology of minutes.apologies.filter(({ person }) => !listed.has(person.name.toLowerCase()))) {
    const person = await knownTo(people, names, apology.person);
    attendance.push({
      role: 'Apologies',
      status: 'apologies' as const,
      person: person?.id ?? null,
      name: apology.person.printed,
      represents: apology.person.authority,
      origin: 'source' as const,
    });
  }
  const substitutions = [];
  for (const row of minutes.substitutions) {
    const absent = row.absent ? await people(row.absent) : null;
    const substitute = row.substitute ? await people(row.substitute) : null;
    substitutions.push({ absent: absent?.id ?? null, substitute: substitute?.id ?? null });
  }
  const declarations = [];
  for (const row of minutes.declarations)
    declarations.push({ person: (await people(row.person)).id, item: row.item, kind: row.kind, nature: row.nature });
  await recordRoll(write, where, meeting, { attendance, substitutions, declarations });
  await recordAppointments(
    write,
    where,
    minutes.appointments.map((appointment) => ({ name: appointment.body, people: appointment.people })),
    minutes.date ?? reading.meeting?.date ?? '',
    people,
  );
}

/** Records everything a corrected reading says. The reading has a board, and a date for its meeting or its minutes (rules: publishProblem). */
export async function recordReading(write: Write, organisation: string, reading: Reading): Promise<Recorded> {
  if (!reading.board) throw new Error('a reading without a board cannot be recorded');
  const board = await recordBoard(write, organisation, reading.board.name);
  const where: InBoard = { organisation, board: board.id };
  const people = peopleOf(write, organisation);
  const existing = await write
    .selectFrom('record.membership as held')
    .innerJoin('record.person as person', 'person.id', 'held.person')
    .select('person.name')
    .where('held.organisation', '=', organisation)
    .where('held.board', '=', board.id)
    .execute();
  const names = peopleOfBoard(
    reading,
    existing.map((row) => row.name),
  );
  const date = reading.meeting?.date ?? null;
  const asOf = date ?? reading.minutes.find((minutes) => minutes.date)?.date ?? '';

  if (reading.membership) {
    await recordMembership(
      write,
      where,
      { cycle: reading.membership.cycle, groups: reading.membership.groups.map((group) => ({ ...group })), asOf },
      people,
    );
  }

  const minutesOnly = reading.agenda.length === 0 && reading.reports.length === 0;
  const packs: string[] = [];
  const minuted: string[] = [];
  let itemIds: ReadonlyMap<string, string> = new Map();

  if (date !== null && !minutesOnly && reading.meeting) {
    const meeting = await recordMeeting(write, where, {
      date,
      start: reading.meeting.start,
      place: reading.meeting.place,
      mode: reading.meeting.mode,
    });
    packs.push(meeting.id);
    const items = reading.agenda.map((item) => ({
      number: item.number,
      title: item.title,
      purpose: item.purpose ?? reading.reports.find((report) => report.item === item.number)?.purpose ?? null,
      delivery: item.delivery,
      text: item.text.map(withoutLines),
    }));
    const placedItems = new Set(reading.agenda.map((item) => item.number));
    const homeless = [
      ...reading.reports.filter((report) => report.item === null || !placedItems.has(report.item)),
      ...reading.annexes.filter((annex) => annex.item === null || !placedItems.has(annex.item)),
    ].toSorted((a, b) => a.lines.from - b.lines.from);
    // A day that is not after this one is doubted by the reading and announced by nobody.
    const next =
      reading.nextMeeting && reading.nextMeeting.date > date
        ? { date: reading.nextMeeting.date, start: reading.nextMeeting.start, place: reading.nextMeeting.place }
        : null;
    const ids = await recordAgenda(write, where, meeting.id, {
      contact: reading.meeting.contact,
      notices: reading.notices.map(withoutLines),
      leftovers: [
        ...homeless.flatMap((paper) => [
          heading(paper.title),
          ...('summary' in paper ? reportFacts(paper) : []),
          ...paper.body.map(withoutLines),
        ]),
        ...leftoversOf(reading.unplaced),
      ],
      membership: await printedMembership(reading, people),
      next,
      items,
    });
    itemIds = new Map(items.map((item, index) => [item.number, ids[index] ?? '']));
    const papers = [...reading.reports, ...reading.annexes]
      .filter((paper) => paper.item !== null && placedItems.has(paper.item))
      .toSorted((a, b) => a.lines.from - b.lines.from);
    for (const [position, paper] of papers.entries()) {
      const item = itemIds.get(paper.item ?? '') ?? '';
      if ('summary' in paper) {
        await recordReport(write, where, item, position, {
          kind: 'report',
          title: paper.title,
          purpose: paper.printedPurpose ?? paper.purpose,
          summary: paper.summary.map(withoutLines),
          theme: paper.theme,
          recommendations: paper.recommendations.map((recommendation) => recommendation.prose),
          contact: paper.contact && {
            name: paper.contact.name,
            position: paper.contact.position,
            phone: paper.contact.phone,
            email: paper.contact.email,
          },
          body: paper.body.map(withoutLines),
        });
      } else
        await recordAnnex(write, where, item, position, {
          kind: 'annex',
          number: paper.number,
          title: paper.title,
          body: paper.body.map(withoutLines),
        });
    }
    if (next) await recordMeeting(write, where, { ...next, mode: null });
  }

  for (const minutes of reading.minutes) {
    const day = minutes.date ?? (minutes.item === null ? date : null);
    const carriedBy = minutes.item === null ? null : (itemIds.get(minutes.item) ?? null);
    // Minutes whose day nobody knows belong to no meeting: publishProblem asks for it and lets none through.
    if (day === null) continue;
    const meeting = await recordMeeting(write, where, {
      date: day,
      start: minutes.start ?? (day === date ? (reading.meeting?.start ?? null) : null),
      place: minutes.place ?? (day === date ? (reading.meeting?.place ?? null) : null),
      mode: day === date ? (reading.meeting?.mode ?? null) : null,
    });
    const own = minutesOnly ? { ...minutes, loose: [...minutes.loose, ...leftoversOf(reading.unplaced)] } : minutes;
    await recordOneMinutes(write, where, reading, own, meeting.id, carriedBy, people, names);
    minuted.push(meeting.id);
  }
  return { board: board.id, packs, minutes: minuted };
}

/** One line about what a reading holds, for lists: "5 items, 2 reports, minutes of 1 meeting". */
export function readingSummary(reading: Reading): string {
  const counted = (count: number, one: string, many = `${one}s`): string | null =>
    count === 0 ? null : `${count} ${count === 1 ? one : many}`;
  const parts = [
    counted(reading.agenda.length, 'agenda item'),
    counted(reading.reports.length, 'report'),
    counted(reading.annexes.length, 'annex', 'annexes'),
    counted(reading.minutes.length, 'set of minutes', 'sets of minutes'),
    counted(reading.unplaced.length, 'piece of text not placed', 'pieces of text not placed'),
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'nothing that Kept knows' : parts.join(', ');
}
