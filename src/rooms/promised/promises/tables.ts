import type { Generated } from 'kysely';
import type { Json } from '#kit/db/tables.js';
import type {
  Answer,
  EffectVerb,
  EventDetail,
  EventKind,
  EvidenceKind,
  OwnStrength,
  PromiseState,
  PromiseStatus,
  PublicState,
  ReasonKind,
  ReminderKind,
  Strength,
  SuggestionOutcome,
  Tie,
} from './words.js';

interface Told {
  framework: string;
  theme: string | null;
  charter: string | null;
  aim: string;
  steps: string[];
  effect_verb: EffectVerb;
  effect: string;
  starts: string | null;
  measure: string | null;
  board: string | null;
  source: string | null;
  practices: string[];
  agreed_link: string | null;
  at_risk: boolean;
  moves: number;
  ended_on: string | null;
  ended_by: string | null;
  reason_kind: ReasonKind | null;
  reason: string | null;
  replacement: string | null;
  changed_at: Date;
}

export interface PromiseRow extends Told {
  organisation: string;
  id: string;
  number: number;
  slug: string;
  owner: string | null;
  due: string | null;
  first_due: string | null;
  state: PromiseState;
  agreed_on: string | null;
  agreed_by: string | null;
  last_news: string | null;
}

export interface PublishedPromiseRow extends Told {
  id: string;
  slug: string;
  organisation: string;
  organisation_slug: string;
  organisation_name: string;
  organisation_kind: string;
  authority: string | null;
  urn: number | null;
  owner: string;
  due: string;
  first_due: string;
  state: PublicState;
  agreed_on: string;
  agreed_by: string;
  last_news: string;
  kept_on: string | null;
  evidence: Strength | null;
  confirmed_on: Generated<string | null>;
  last_answer: Generated<Answer | null>;
  declared_status: PromiseStatus;
  overdue_from: string | null;
  no_news_from: string | null;
  counts_until: string | null;
  shown_until: string | null;
  confirmed_until: string | null;
}

interface EvidenceRow {
  organisation: string;
  id: string;
  promise: string;
  kind: EvidenceKind;
  title: string;
  url: string | null;
  dated: string;
  strength: OwnStrength;
  added_on: string;
  taken_back_on: string | null;
  taken_back_because: string | null;
}

declare module '#kit/events.js' {
  interface Events {
    /** What readers see of a promise, or its days, changed; or it went from readers. */
    'promise changed': { readonly organisation: string; readonly framework: string };
  }
}

declare module '#kit/db/tables.js' {
  interface Tables {
    'record.promise': PromiseRow;
    'record.evidence': EvidenceRow;
    'record.promise_event': {
      organisation: string;
      promise: string;
      position: number;
      at: Date;
      account: string;
      kind: EventKind;
      body: string | null;
      detail: Json<EventDetail>;
    };
    'record.reminder': { organisation: string; promise: string; kind: ReminderKind; about: string; sent_on: string };
    'record.confirmation': {
      organisation: string;
      id: string;
      promise: string;
      group_organisation: string;
      group_name: string;
      asked_by: string;
      asked_on: string;
      answer: Generated<Answer | null>;
      people: Generated<number | null>;
      words: Generated<string | null>;
      words_taken_back_on: Generated<string | null>;
      own: Generated<boolean>;
      answered_by: Generated<string | null>;
      answered_on: Generated<string | null>;
    };
    'record.suggestion': {
      organisation: string;
      board: string;
      meeting: string;
      promise: string;
      outcome: SuggestionOutcome;
      item: string | null;
      reason: string | null;
      account: string;
      done_on: string;
    };
    'published.promise': PublishedPromiseRow;
    'published.promise_event': {
      promise: string;
      position: number;
      organisation: string;
      day: string;
      kind: EventKind;
      body: string | null;
      detail: Json<EventDetail>;
    };
    'published.evidence': EvidenceRow;
    'published.confirmation': {
      id: string;
      promise: string;
      organisation: string;
      group_slug: string;
      group_name: string;
      asked_on: string;
      answer: Generated<Answer | null>;
      tie: Generated<Tie | null>;
      people: Generated<number | null>;
      words: Generated<string | null>;
      words_taken_back_on: Generated<string | null>;
      answered_on: Generated<string | null>;
    };
    'published.suggestion': {
      promise: string;
      organisation: string;
      board: string;
      board_name: string;
      meeting: string;
      date: string;
      item: string;
    };
  }
}
