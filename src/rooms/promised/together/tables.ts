import type { EffectVerb } from '#rooms/promised/promises/index.js';
import type { SuggestionKind, WithholdReason } from './words.js';

export interface SuggestionRow {
  organisation: string;
  id: string;
  charter: string;
  kind: SuggestionKind;
  clause: string | null;
  aim: string | null;
  steps: readonly string[] | null;
  effect_verb: EffectVerb | null;
  effect: string | null;
  body: string | null;
  day: string;
  state: 'waiting' | 'cleared' | 'withheld';
  edited: boolean;
  reason: WithholdReason | null;
  passed_on: string | null;
  reviewed_by: string | null;
  reviewed_on: string | null;
  used: boolean;
}

declare module '#kit/db/tables.js' {
  interface Tables {
    'record.together_code': {
      organisation: string;
      charter: string;
      code: string;
      label: string;
      seats: number;
      shared: boolean;
      opened_on: string;
      expires_on: string;
      closed_on: string | null;
    };
    'record.charter_suggestion': SuggestionRow;
  }
}
