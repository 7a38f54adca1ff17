import type { Generated } from 'kysely';
import type { ConcernStands, TextState, WithholdReason } from './words.js';

// Written by functions of the database alone; what is left out here is updated by column.
export interface FreeTextRow {
  readonly organisation: string;
  readonly survey: string;
  readonly id: string;
  readonly setting: string | null;
  readonly audience: string;
  readonly item: string;
  readonly language: string;
  readonly body: string;
  readonly day: string;
  readonly is_first: boolean;
  /** It came by a code that was voided: read for safety, shown to nobody. */
  readonly voided: boolean;
  /** How many decisions there were: other words, or another state. */
  readonly version: number;
  state: TextState;
  edited: string | null;
  reason: WithholdReason | null;
  quotable: boolean;
  reviewer: string | null;
  decided_on: string | null;
}

export interface ConcernRow {
  readonly organisation: string;
  readonly id: string;
  readonly asked_by: string;
  /** Null where it did not come from a survey: then the name is what it came from. */
  readonly survey: string | null;
  readonly survey_name: string;
  readonly setting: string | null;
  readonly audience: string;
  readonly question: string;
  readonly language: string;
  readonly body: string;
  readonly day: string;
  readonly has_session: boolean;
  readonly passed_on: string;
  acknowledged_on: string | null;
  acknowledged_by: string | null;
  action: string | null;
  action_on: string | null;
  action_by: string | null;
  outcome: string | null;
  outcome_on: string | null;
  outcome_by: string | null;
  /** As standsOf() yields it. */
  stands: Generated<ConcernStands>;
}

export interface SessionRequestRow {
  readonly organisation: string;
  readonly id: string;
  readonly concern: string;
  readonly asked_of: string;
  readonly survey_name: string;
  readonly reason: string;
  readonly asked_by: string;
  readonly asked_on: string;
  readonly answer: 'released' | 'declined' | null;
  readonly answered_by: string | null;
  /** Answered by the head, who has no account. */
  readonly by_head: boolean;
  readonly answered_on: string | null;
}

export interface ConcernCount {
  readonly stands: ConcernStands;
  /** Of its band: 1 for 1 to 9. */
  readonly least: number;
}

declare module '#kit/db/tables.js' {
  interface Tables {
    'record.free_text': FreeTextRow;
    'record.concern': ConcernRow;
    'record.session_request': SessionRequestRow;
  }
}
