import type { Generated } from 'kysely';
import type { Json } from '#kit/db/tables.js';
import type { BodyKind, EntryEventKind, EntryState, EventDetail, LetterKind } from './words.js';

interface Told {
  framework: string;
  slug: string;
  kind: BodyKind;
  name: string;
  authority: string | null;
  urn: number | null;
  state: EntryState;
  invited_on: Generated<string | null>;
  interested_on: Generated<string | null>;
  first_signed_on: Generated<string | null>;
  signed_on: Generated<string | null>;
  signed_by: Generated<string | null>;
  signed_role: Generated<string | null>;
  mandate: Generated<string | null>;
  mandate_link: Generated<string | null>;
  mandate_on: Generated<string | null>;
  version: Generated<number | null>;
  asks: Generated<string[]>;
  ended_on: Generated<string | null>;
  ended_by: Generated<string | null>;
  reason: Generated<string | null>;
}

export interface EntryRow extends Told {
  organisation: string;
  id: string;
  signatory: string | null;
  event: EntryEventKind;
  event_number: number;
  event_on: string;
}

interface PublishedEntryRow extends Told {
  keeper: string;
  organisation: string | null;
  organisation_slug: string | null;
  folded: string;
  // As entryDays() of register/rules.ts yields them.
  lapses_on: Generated<string | null>;
  acting_until: Generated<string | null>;
  shown_until: Generated<string | null>;
  practised_until: Generated<string | null>;
  confirmed_until: Generated<string | null>;
  showing_until: Generated<string | null>;
  heard_until: Generated<string | null>;
}

declare module '#kit/db/tables.js' {
  interface Tables {
    'record.register_entry': EntryRow;
    'record.register_interest': {
      organisation: string;
      id: string;
      framework: string;
      kind: BodyKind;
      name: string;
      authority: string | null;
      urn: number | null;
      email: string;
      role: string;
      said_on: string;
    };
    'record.register_letter': {
      organisation: string;
      framework: string;
      kind: LetterKind;
      about: string;
      sent_on: string;
    };
    'published.register_entry': PublishedEntryRow;
    'published.register_event': {
      framework: string;
      slug: string;
      position: number;
      day: string;
      kind: EntryEventKind;
      detail: Json<EventDetail>;
    };
  }
}
