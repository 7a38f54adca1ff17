import type { Json } from '#kit/db/tables.js';
import type {
  AgeKind,
  CareGroup,
  CareStatus,
  Cost,
  CoverageState,
  Duty,
  OfferAct,
  OfferState,
  Reach,
  ThreeWay,
  WrittenOffer,
} from './words.js';

export interface PublishedOfferRow {
  slug: string;
  id: string;
  organisation: string;
  organisation_slug: string;
  organisation_name: string;
  provider: string;
  provider_code: string | null;
  printed: string | null;
  framework: string;
  themes: string[];
  ask: string | null;
  title: string;
  what: string;
  duty: Duty;
  who: CareStatus[] | null;
  groups: CareGroup[];
  ages: AgeKind;
  age_min: number | null;
  age_max: number | null;
  reach: Reach;
  areas: string[];
  outside: ThreeWay;
  also: string | null;
  amount: string | null;
  cost: Cost;
  steps: string[];
  team: string | null;
  phone: string | null;
  email: string | null;
  web: string | null;
  valid_from: string | null;
  valid_to: string | null;
  verified_on: string | null;
  verified_by: string | null;
  source_url: string | null;
  note: string | null;
  state: Exclude<OfferState, 'draft'>;
  ended_on: string | null;
  ended_reason: string | null;
  published_on: string;
  changed_at: Date;
  folded: string;
  named: string;
}

export interface PublishedCoverageRow {
  authority: string;
  framework: string;
  theme: string;
  ask: string;
  organisation: string;
  organisation_name: string;
  own: boolean;
  state: Exclude<CoverageState, 'not known'>;
  source: string;
  source_url: string | null;
  offer: string | null;
  said_on: string;
  recorded_at: Date;
}

declare module '#kit/db/tables.js' {
  interface Tables {
    'record.offer': {
      organisation: string;
      id: string;
      slug: string;
      state: OfferState;
      draft: Json<WrittenOffer>;
      shown: Json<WrittenOffer> | null;
      ended_on: string | null;
      ended_reason: string | null;
      created_at: Date;
      changed_at: Date;
    };
    'record.offer_event': {
      organisation: string;
      offer: string;
      number: number;
      at: Date;
      account: string;
      act: OfferAct;
      note: string | null;
    };
    'record.coverage': {
      organisation: string;
      id: string;
      framework: string;
      theme: string;
      ask: string;
      authority: string;
      state: CoverageState;
      source: string;
      source_url: string | null;
      offer: string | null;
      said_on: string;
      account: string;
      recorded_at: Date;
    };
    'published.offer': PublishedOfferRow;
    'published.offer_event': {
      offer: string;
      number: number;
      on_day: string;
      act: OfferAct;
      note: string | null;
      organisation: string;
    };
    'published.coverage': PublishedCoverageRow;
  }
}
