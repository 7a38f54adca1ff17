import type { ClauseText, Outcome, Stage } from '#rooms/promised/together/index.js';
import type { EffectVerb } from '#rooms/promised/promises/index.js';
import type { CharterContent } from './words.js';

export interface CharterRow {
  organisation: string;
  id: string;
  slug: string;
  title: string;
  intro: string;
  framework: string;
  stage: Stage;
  choose: number | null;
  safeguarding: string;
  safeguarding_email: string | null;
  agreed_body: string | null;
  agreed_role: string | null;
  agreed_group: string | null;
  agreed_on: string | null;
  unplaced: readonly string[];
  changed_at: Date;
}

export interface ClauseRow {
  organisation: string;
  id: string;
  charter: string;
  position: number;
  heading: string;
  theme: string | null;
  aim: string;
  steps: readonly string[];
  effect_verb: EffectVerb;
  effect: string;
  owner: string | null;
  due: string | null;
  easy: readonly string[];
  agreed: boolean;
  promise: string | null;
  promise_slug: string | null;
}

declare module '#kit/db/tables.js' {
  interface Tables {
    'record.charter': CharterRow;
    'record.charter_stage': {
      organisation: string;
      charter: string;
      position: number;
      stage: Stage;
      opened_on: string;
      closed_on: string | null;
      reason: string | null;
    };
    'record.clause': ClauseRow;
    'record.vote_tally': {
      organisation: string;
      charter: string;
      clause: string;
      round: number;
      closed_on: string;
      people: number | null;
      yes: number | null;
      no: number | null;
      not_sure: number | null;
      chosen: number | null;
      outcome: Outcome | null;
      wording: ClauseText | null;
      shared: boolean;
    };
    'record.hand_vote': {
      organisation: string;
      id: string;
      charter: string;
      clause: string;
      people_group: string;
      day: string;
      yes: number | null;
      no: number | null;
      not_sure: number | null;
      outcome: Outcome | null;
      wording: ClauseText | null;
      account: string;
    };
    'published.charter': {
      slug: string;
      publication: string;
      version: number;
      organisation: string;
      organisation_slug: string;
      organisation_name: string;
      organisation_kind: string;
      title: string;
      framework: string;
      clauses: number;
      agreed_on: string;
      published_on: string;
    };
    'published.charter_clause': { charter: string; clause: string; organisation: string; promise_slug: string | null };
  }
}

declare module '#kit/publications/contents.js' {
  interface PublicationParts {
    charter: { content: CharterContent };
  }
}
