/** For tests: meetings, agendas and rolls with believable defaults. The people are invented. */
import { type Block, prose } from '#base/prose.js';
import type { Write } from '#kit/db/gate.js';
import { type AgendaDraft, type InBoard, type MeetingDraft, recordMeeting, type RollDraft } from './acts.js';

/** A paragraph without a number. */
export function said(text: string): Block {
  return { kind: 'paragraph', number: null, numbering: null, prose: prose(text), lines: null };
}

export async function meetingOn(
  write: Write,
  at: InBoard,
  date: string,
  more: Partial<MeetingDraft> = {},
): Promise<{ readonly id: string; readonly slug: string }> {
  return recordMeeting(write, at, { date, start: null, place: null, mode: null, ...more });
}

type Item = AgendaDraft['items'][number];

export function item(number: string, title: string, more: Partial<Item> = {}): Item {
  return { number, title, purpose: null, delivery: 'none', text: [], ...more };
}

export function agenda(more: Partial<AgendaDraft> = {}): AgendaDraft {
  return { contact: null, notices: [], leftovers: [], membership: null, next: null, items: [], ...more };
}

type Attendance = RollDraft['attendance'][number];

export function attended(name: string, more: Partial<Attendance> = {}): Attendance {
  return { role: 'Member', status: 'present', person: null, name, represents: null, origin: 'source', ...more };
}

export function rollOf(more: Partial<RollDraft> = {}): RollDraft {
  return { attendance: [], substitutions: [], declarations: [], ...more };
}
