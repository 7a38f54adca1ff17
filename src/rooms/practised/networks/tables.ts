import type { Generated } from 'kysely';
import type { Audience, MemberState, NetworkKind } from './words.js';

export interface NetworkRow {
  organisation: string;
  id: string;
  slug: string;
  kind: NetworkKind;
  name: string;
  purpose: string;
  themes: string[];
  authority: string | null;
  terms: string | null;
  chair: string | null;
  board: string | null;
  founded_on: string;
  closed_on: string | null;
  reason: string | null;
  changed_at: Date;
}

export interface MemberRow {
  organisation: string;
  network: string;
  member: string;
  state: MemberState;
  /** What it does there, as the host says: "Chair", "Secretary". */
  role: string | null;
  reason: string | null;
  since: string;
  changed_at: Date;
  changed_by: string;
}

interface EventFields {
  network: string;
  id: string;
  slug: string;
  title: string;
  about: string;
  day: string;
  starts: string;
  ends: string;
  place: string | null;
  is_online: boolean;
  link: string | null;
  audience: string;
  access: string;
  state: 'planned' | 'cancelled';
  reason: string | null;
  /** Raised by every change: calendars take the higher number (RFC 5545 section 3.8.7.4). */
  sequence: number;
  changed_at: Date;
}

export interface EventRow extends EventFields {
  organisation: string;
  link_for: Audience;
}

export interface PublishedEventRow extends EventFields {
  organisation: string;
  network_slug: string;
  network_name: string;
  /** There is a link, and members see it in the workspace. */
  members_link: boolean;
}

export interface PublishedMemberRow {
  network: string;
  member: string;
  slug: string;
  name: string;
  kind: string;
  role: string | null;
  since: string;
}

declare module '#kit/db/tables.js' {
  interface Tables {
    'record.network': NetworkRow;
    'record.network_member': MemberRow;
    'record.event': EventRow;
    'published.network': NetworkRow & {
      organisation_slug: string;
      organisation_name: string;
      members: Generated<number>;
    };
    'published.network_member': PublishedMemberRow;
    'published.event': PublishedEventRow;
  }
}
