import type { AwardStage } from './words.js';

export interface AwardRow {
  organisation: string;
  id: string;
  urn: number;
  stage: AwardStage | null;
  since: string;
  source: string;
  recorded_at: Date;
  recorded_by: string;
}

export interface PublishedAwardRow {
  urn: number;
  organisation: string;
  organisation_name: string;
  stage: AwardStage;
  since: string;
  /** As awardExpires() of award/rules.ts yields it. */
  expires: string | null;
  source: string;
  recorded_on: string;
}

declare module '#kit/db/tables.js' {
  interface Tables {
    'record.award': AwardRow;
    'published.award': PublishedAwardRow;
  }
}
