import { actionsOf } from '#rooms/decided/actions/index.js';
import { boardContent } from '#rooms/decided/boards/index.js';
import type { Read } from '#kit/db/gate.js';
import { meetingRecord, roll } from '#rooms/decided/meetings/index.js';
import {
  minutesRecords,
  type MinutesContent,
  type MinutesPaper,
  type MinutesRecord,
} from '#rooms/decided/minutes/index.js';
import { papersOf } from '#rooms/decided/reports/index.js';
import type { PackContent, Paper } from './words.js';

async function minutesPaper(read: Read, organisation: string, minutes: MinutesRecord): Promise<MinutesPaper> {
  const actions = await actionsOf(
    read,
    organisation,
    minutes.items.map((item) => item.id),
  );
  const { meeting } = await meetingRecord(read, organisation, minutes.meeting);
  const { attendance, substitutions, declarations } = await roll(read, organisation, minutes.meeting);
  return {
    kind: 'minutes',
    title: minutes.title,
    date: meeting.date,
    items: minutes.items.map((item) => ({
      number: item.number,
      title: item.title,
      entries: item.entries,
      decisions: item.decisions.map((text) => ({ text })),
      actions: actions
        .filter((action) => action.minute === item.id)
        .map((action) => ({ text: action.prose, owner: action.owner, due: action.due, byClerk: action.byClerk })),
    })),
    attendance: attendance.map((row) => ({
      role: row.role,
      status: row.status,
      name: row.name,
      slug: row.slug,
      organisation: row.represents,
      origin: row.origin,
    })),
    substitutions,
    declarations,
    leftovers: minutes.leftovers,
  };
}

/** A meeting's whole pack as it would be published now, from the record. */
export async function packContent(
  read: Read,
  organisation: string,
  board: string,
  meetingId: string,
): Promise<PackContent> {
  const { board: name, ...present } = await boardContent(read, organisation, board);
  const { meeting, items } = await meetingRecord(read, organisation, meetingId);
  const ids = items.map((item) => item.id);
  const papers = await papersOf(read, organisation, ids);
  const minutes = await minutesRecords(read, organisation, { carriedBy: ids });
  const minutesOf = new Map<string, MinutesPaper[]>();
  for (const record of minutes) {
    if (record.carriedBy !== null)
      minutesOf.set(record.carriedBy, [
        ...(minutesOf.get(record.carriedBy) ?? []),
        await minutesPaper(read, organisation, record),
      ]);
  }
  return {
    format: 'kept-pack/1',
    board: name,
    meeting: {
      slug: meeting.slug,
      date: meeting.date,
      start: meeting.start,
      place: meeting.place,
      mode: meeting.mode,
      contact: meeting.contact,
    },
    notices: meeting.notices,
    // As the pack printed it at the time; a pack that prints none shows the board as it is.
    cycle: meeting.membership?.cycle ?? present.cycle,
    groups: meeting.membership?.groups ?? present.groups,
    items: items.map((item) => ({
      number: item.number,
      title: item.title,
      purpose: item.purpose,
      delivery: item.delivery,
      text: item.text,
      papers: [
        ...(minutesOf.get(item.id) ?? []),
        ...papers.filter((paper) => paper.item === item.id).map((paper): Paper => paper.paper),
      ],
    })),
    leftovers: meeting.leftovers,
    nextMeeting: meeting.next,
  };
}

/** The minutes of a meeting as they would be published now, or null where there are none. */
export async function minutesContent(
  read: Read,
  organisation: string,
  board: string,
  meetingId: string,
): Promise<MinutesContent | null> {
  const [record] = await minutesRecords(read, organisation, { meeting: meetingId });
  if (!record) return null;
  const { board: name } = await boardContent(read, organisation, board);
  const { meeting } = await meetingRecord(read, organisation, meetingId);
  return {
    format: 'kept-minutes/1',
    board: name,
    meeting: { slug: meeting.slug, date: meeting.date, start: meeting.start, place: meeting.place },
    state: record.state,
    minutes: await minutesPaper(read, organisation, record),
  };
}
