import { sql } from 'kysely';
import type { Block } from '#base/prose.js';
import type { Place } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { type Key, type Slice, slice } from '#kit/db/slice.js';
import type { GroupMembership } from '#rooms/decided/boards/index.js';
import type { AttendanceStatus, Delivery, MeetingMode, MeetingState, Purpose } from './words.js';

export interface MeetingRecord {
  readonly id: string;
  readonly slug: string;
  readonly date: string;
  readonly start: string | null;
  readonly place: string | null;
  readonly mode: MeetingMode | null;
  readonly contact: {
    readonly name: string | null;
    readonly email: string | null;
    readonly phone: string | null;
  } | null;
  readonly notices: readonly Block[];
  readonly leftovers: readonly Block[];
  /** The next meeting as this one's pack announces it. */
  readonly next: { readonly date: string; readonly start: string | null; readonly place: string | null } | null;
  /** The membership as this meeting's pack printed it; null where it printed none. */
  readonly membership: { readonly cycle: string | null; readonly groups: readonly GroupMembership[] } | null;
}

export interface AgendaItemRecord {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly purpose: Purpose | null;
  readonly delivery: Delivery;
  readonly text: readonly Block[];
}

/** A meeting and its agenda as the record has them. */
export async function meetingRecord(
  read: Read,
  organisation: string,
  meeting: string,
): Promise<{ meeting: MeetingRecord; items: readonly AgendaItemRecord[] }> {
  const row = await read
    .selectFrom('record.meeting')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('id', '=', meeting)
    .executeTakeFirstOrThrow();
  const items = await read
    .selectFrom('record.agenda_item')
    .select(['id', 'number', 'title', 'purpose', 'delivery', 'text'])
    .where('organisation', '=', organisation)
    .where('meeting', '=', meeting)
    .orderBy('position')
    .execute();
  return {
    meeting: {
      id: row.id,
      slug: row.slug,
      date: row.date,
      start: row.start,
      place: row.place,
      mode: row.mode,
      contact:
        row.contact_name || row.contact_email || row.contact_phone
          ? { name: row.contact_name, email: row.contact_email, phone: row.contact_phone }
          : null,
      notices: row.notices,
      leftovers: row.leftovers,
      next: row.next_date === null ? null : { date: row.next_date, start: row.next_start, place: row.next_place },
      membership: row.membership === null ? null : { cycle: row.cycle, groups: row.membership },
    },
    items,
  };
}

export interface Roll {
  readonly attendance: readonly {
    readonly role: string;
    readonly status: AttendanceStatus;
    readonly name: string;
    readonly slug: string | null;
    readonly represents: string | null;
    readonly origin: 'source' | 'clerk';
  }[];
  readonly substitutions: readonly { readonly absent: string | null; readonly substitute: string | null }[];
  readonly declarations: readonly {
    readonly name: string;
    readonly slug: string;
    readonly item: string | null;
    readonly kind: string | null;
    readonly nature: string | null;
  }[];
}

/** Who was at a meeting, and what they declared. */
export async function roll(read: Read, organisation: string, meeting: string): Promise<Roll> {
  const attendance = await read
    .selectFrom('record.attendance as attendance')
    .leftJoin('record.person as person', (join) =>
      join.onRef('person.organisation', '=', 'attendance.organisation').onRef('person.id', '=', 'attendance.person'),
    )
    .select([
      'attendance.role',
      'attendance.status',
      'attendance.name',
      'attendance.represents',
      'attendance.origin',
      'person.slug',
    ])
    .where('attendance.organisation', '=', organisation)
    .where('attendance.meeting', '=', meeting)
    .orderBy('attendance.position')
    .execute();
  const declarations = await read
    .selectFrom('record.declaration as declaration')
    .innerJoin('record.person as person', (join) =>
      join.onRef('person.organisation', '=', 'declaration.organisation').onRef('person.id', '=', 'declaration.person'),
    )
    .select([
      'declaration.item',
      'declaration.kind',
      'declaration.nature',
      'person.title',
      'person.name',
      'person.slug',
    ])
    .where('declaration.organisation', '=', organisation)
    .where('declaration.meeting', '=', meeting)
    .orderBy('person.name')
    // In one order whenever it is asked: published again, the same minutes are no new version.
    .orderBy('person.slug')
    .orderBy('declaration.item')
    .orderBy('declaration.kind')
    .orderBy('declaration.nature')
    .execute();
  const substitutions = await read
    .selectFrom('record.substitution as substitution')
    .leftJoin('record.person as absent', (join) =>
      join
        .onRef('absent.organisation', '=', 'substitution.organisation')
        .onRef('absent.id', '=', 'substitution.absent'),
    )
    .leftJoin('record.person as substitute', (join) =>
      join
        .onRef('substitute.organisation', '=', 'substitution.organisation')
        .onRef('substitute.id', '=', 'substitution.substitute'),
    )
    .select([
      'absent.title as absent_title',
      'absent.name as absent_name',
      'substitute.title as substitute_title',
      'substitute.name as substitute_name',
    ])
    .where('substitution.organisation', '=', organisation)
    .where('substitution.meeting', '=', meeting)
    .orderBy('substitute.name')
    .orderBy('absent.name')
    .execute();
  const named = (title: string | null, name: string | null): string | null =>
    name === null ? null : title ? `${title} ${name}` : name;
  return {
    attendance,
    substitutions: substitutions.map((row) => ({
      absent: named(row.absent_title, row.absent_name),
      substitute: named(row.substitute_title, row.substitute_name),
    })),
    declarations: declarations.map((row) => ({
      name: row.title ? `${row.title} ${row.name}` : row.name,
      slug: row.slug,
      item: row.item,
      kind: row.kind,
      nature: row.nature,
    })),
  };
}

/** A board as its clerk works on it. */
export interface WorkBoard {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** Whether readers know it. */
  readonly isPublished: boolean;
}

/** The boards in sight, or the one of that short name. */
export async function workBoards(
  read: Read,
  organisation: string,
  slug: string | null = null,
): Promise<readonly WorkBoard[]> {
  const rows = await read
    .selectFrom('record.board as board')
    .leftJoin('published.board as shown', 'shown.slug', 'board.slug')
    .select(['board.id', 'board.slug', 'board.name', 'shown.publication'])
    .where('board.organisation', '=', organisation)
    .$if(slug !== null, (query) => query.where('board.slug', '=', slug ?? ''))
    .orderBy('board.name')
    .execute();
  return rows.map(({ publication, ...board }) => ({ ...board, isPublished: publication !== null }));
}

const boardsByName: readonly Key[] = [
  { by: 'board.name', type: 'text' },
  { by: 'board.id', type: 'uuid' },
];

/** The boards in sight by name, so many from a place on. */
export async function someBoards(
  read: Read,
  organisation: string,
  place: Place,
  count: number,
): Promise<Slice<{ readonly id: string; readonly slug: string; readonly name: string }>> {
  return slice(
    read
      .selectFrom('record.board as board')
      .select(['board.id', 'board.slug', 'board.name'])
      .where('board.organisation', '=', organisation),
    { keys: boardsByName },
    place,
    count,
  );
}

/** A meeting as its clerk works on it. */
export interface WorkMeeting {
  readonly organisation: string;
  readonly board: string;
  readonly boardSlug: string;
  readonly boardName: string;
  readonly id: string;
  readonly slug: string;
  readonly date: string;
  readonly start: string | null;
  readonly place: string | null;
  readonly mode: MeetingMode | null;
  readonly state: MeetingState;
}

/** The meetings of one board, or of all in sight, the latest first: for acts, which look for one of them. */
export async function workMeetings(
  read: Read,
  organisation: string,
  board: string | null = null,
): Promise<readonly WorkMeeting[]> {
  return read
    .selectFrom('record.meeting as meeting')
    .innerJoin('record.board as board', (join) =>
      join.onRef('board.organisation', '=', 'meeting.organisation').onRef('board.id', '=', 'meeting.board'),
    )
    .select([
      'meeting.organisation',
      'meeting.board',
      'board.slug as boardSlug',
      'board.name as boardName',
      'meeting.id',
      'meeting.slug',
      'meeting.date',
      'meeting.start',
      'meeting.place',
      'meeting.mode',
      'meeting.state',
    ])
    .where('meeting.organisation', '=', organisation)
    .$if(board !== null, (query) => query.where('board.slug', '=', board ?? ''))
    .orderBy('meeting.date', 'desc')
    .orderBy('meeting.slug', 'desc')
    .execute();
}

type MeetingLine = Pick<WorkMeeting, 'board' | 'slug' | 'date' | 'start' | 'place' | 'state'>;

/** Of each of these boards the next meetings, the soonest first, and then those that were, the latest first: so many of each. */
export async function meetingsAround(
  read: Read,
  organisation: string,
  boards: readonly string[],
  today: string,
  many: { readonly coming: number; readonly past: number },
): Promise<readonly MeetingLine[]> {
  const columns = sql`m.board, m.slug, m.date, m.start, m.place, m.state`;
  const { rows } = await sql<MeetingLine>`
    select line.board, line.slug, line.date, line.start, line.place, line.state from unnest(${boards}::uuid[])
      with ordinality asked (board, number) cross join lateral (
      (select 1 as part, row_number() over (order by m.date, m.slug) as turn, ${columns} from record.meeting m
        where m.organisation = ${organisation} and m.board = asked.board and m.date >= ${today} order by m.date, m.slug
        limit ${many.coming})
      union all
      (select 2, row_number() over (order by m.date desc, m.slug desc), ${columns} from record.meeting m
        where m.organisation = ${organisation} and m.board = asked.board and m.date < ${today}
        order by m.date desc, m.slug desc limit ${many.past})
    ) line order by asked.number, line.part, line.turn`.execute(read);
  return rows;
}

const latestFirst: readonly Key[] = [
  { by: 'date', type: 'date' },
  { by: 'slug', type: 'text' },
];

/** All meetings of a board, the latest first, so many from a place on. */
export async function meetingsOfBoard(
  read: Read,
  organisation: string,
  board: string,
  place: Place,
  count: number,
): Promise<Slice<MeetingLine>> {
  const among = read
    .selectFrom('record.meeting')
    .select(['board', 'slug', 'date', 'start', 'place', 'state'])
    .where('organisation', '=', organisation)
    .where('board', '=', board);
  return slice(among, { keys: latestFirst, descending: true }, place, count);
}
