import type { Generated } from 'kysely';
import type { ConversationKind, Phase, Who } from './words.js';

export interface ConversationRow {
  organisation: string;
  id: string;
  kind: ConversationKind;
  who: Who;
  phase: Phase;
  day: string;
  present: number;
  eligible: number | null;
  setting: string | null;
  survey: string | null;
  facilitator: string;
  notes: string;
  changed_at: Date;
}

export interface QuoteRow {
  organisation: string;
  id: string;
  conversation: string | null;
  survey: string | null;
  text: string | null;
  who: Who;
  phase: Phase | null;
  eligible: number | null;
  words: string | null;
  themes: readonly string[];
  coded_by: string;
  /** How often its words were changed. */
  readonly version: Generated<number>;
  read_by: string | null;
  /** Which version of its words, or of the text that it is, was read. */
  read_version: number | null;
  read_on: string | null;
  recognisable: boolean | null;
  set_aside: boolean;
}

declare module '#kit/db/tables.js' {
  interface Tables {
    'record.conversation': ConversationRow;
    'record.quote': QuoteRow;
  }
}
