import type { Generated } from 'kysely';
import type { Json } from '#kit/db/tables.js';
import type { Block } from '#base/prose.js';
import type { GroupMembership } from '#rooms/decided/boards/index.js';
import type { AttendanceStatus, Delivery, MeetingMode, MeetingState, Purpose } from './words.js';

interface InBoard {
  organisation: string;
  board: string;
  id: string;
}

declare module '#kit/db/tables.js' {
  interface Tables {
    'record.meeting': InBoard & {
      slug: string;
      date: string;
      start: string | null;
      place: string | null;
      mode: MeetingMode | null;
      contact_name: string | null;
      contact_email: string | null;
      contact_phone: string | null;
      notices: Json<readonly Block[]>;
      leftovers: Json<readonly Block[]>;
      membership: Json<readonly GroupMembership[]> | null;
      cycle: string | null;
      next_date: string | null;
      next_start: string | null;
      next_place: string | null;
      state: MeetingState;
      by_clerk: Generated<boolean>;
    };
    'record.agenda_item': InBoard & {
      meeting: string;
      position: number;
      number: string;
      title: string;
      purpose: Purpose | null;
      delivery: Delivery;
      text: Json<readonly Block[]>;
    };
    'record.attendance': InBoard & {
      meeting: string;
      position: number;
      role: string;
      status: AttendanceStatus;
      person: string | null;
      name: string;
      represents: string | null;
      origin: 'source' | 'clerk';
    };
    'record.substitution': InBoard & { meeting: string; absent: string | null; substitute: string | null };
    'record.declaration': InBoard & {
      meeting: string;
      person: string;
      item: string | null;
      kind: string | null;
      nature: string | null;
    };
    'published.meeting': {
      board: string;
      slug: string;
      board_name: string;
      date: string;
      start: string | null;
      place: string | null;
      mode: string | null;
      state: string;
      pack: string | null;
      minutes: string | null;
      changed_at: Date;
    };
  }
}
