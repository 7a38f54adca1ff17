import type { Json } from '#kit/db/tables.js';
import type { Audience } from '#rooms/heard/instruments/index.js';
import type { Asked, WayInKind } from '#rooms/heard/taking-part/index.js';
import type { DataSheet, SettingAnswer, SignerCapacity, Stage, Stopped } from './words.js';

export interface WayInRow {
  organisation: string;
  survey: string;
  id: string;
  setting: string | null;
  audience: Audience;
  kind: WayInKind;
  label: string;
  places: number | null;
  code: string | null;
  opened_on: string;
  ends_at: Date | null;
  closed_on: string | null;
  stopped: Stopped | null;
  stopped_on: string | null;
  stop_reason: string | null;
  made_by: string | null;
  handed_out_on: string | null;
  handed_out_by: string | null;
}

declare module '#kit/db/tables.js' {
  interface Tables {
    'record.survey': {
      organisation: string;
      id: string;
      slug: string;
      name: string;
      instrument: string;
      version: number;
      wave: number;
      audiences: readonly Audience[];
      languages: readonly string[];
      opens_on: string | null;
      closes_on: string | null;
      sheet: Json<DataSheet>;
      signed_by: string | null;
      signed_as: SignerCapacity | null;
      signed_on: string | null;
      signed_hash: Buffer | null;
      signed_until: string | null;
      moves_to: string | null;
      stage: Stage;
      asked: Json<Asked> | null;
      changed_at: Date;
    };
    'record.survey_setting': {
      organisation: string;
      survey: string;
      setting: string;
      turn_to: string | null;
      invited_on: string | null;
      answer: SettingAnswer | null;
      answered_on: string | null;
    };
    'record.survey_roll': {
      organisation: string;
      survey: string;
      setting: string;
      audience: Audience;
      eligible: number | null;
      opted_out: number | null;
      changed_on: string;
    };
    'record.survey_reviewer': { organisation: string; survey: string; account: string };
    'record.way_in': WayInRow;
    'record.card_codes': {
      organisation: string;
      survey: string;
      setting: string;
      way_in: string;
      sealed: Buffer;
      gone_at: Date;
    };
  }
}
