import type { Generated, GeneratedAlways } from 'kysely';
import type { Json } from '#kit/db/tables.js';
import type { EvidenceLevel, SubmissionState, SpotlightDraft, PracticeContent } from './words.js';

export interface SubmissionRow {
  organisation: string;
  id: string;
  practice: string;
  number: number;
  keeper: string;
  framework: string;
  organisation_slug: string;
  organisation_name: string;
  organisation_kind: string;
  original: Json<SpotlightDraft>;
  content: Json<SpotlightDraft>;
  state: SubmissionState;
  submitted_by: string;
  submitted_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  reason: string | null;
  publication: string | null;
}

export interface PublishedPracticeRow {
  slug: string;
  id: string;
  publication: string;
  version: number;
  organisation: string;
  organisation_slug: string;
  organisation_name: string;
  organisation_kind: string;
  keeper: string;
  keeper_name: string;
  title: string;
  summary: string;
  authority: string | null;
  urn: number | null;
  phase: string | null;
  themes: string[];
  needs: string[];
  own_needs: string[];
  evidence: EvidenceLevel;
  published_on: string;
  reviewed_on: string;
  review_due: string;
  counts_until: string | null;
  state: 'published' | 'withdrawn';
  withdrawn_on: string | null;
  withdrawn_by: string | null;
  reason: string | null;
  uses: Generated<number>;
  body: string;
  folded_title: string;
  folded: string;
  found: GeneratedAlways<string>;
}

declare module '#kit/events.js' {
  interface Events {
    /** What readers see of an organisation's practice, or its days, changed; or it went from readers. */
    'practice changed': { readonly organisation: string };
  }
}

declare module '#kit/db/tables.js' {
  interface Tables {
    'record.practice': {
      organisation: string;
      id: string;
      draft: Json<SpotlightDraft>;
      follows: number;
      changed_at: Date;
    };
    'record.submission': SubmissionRow;
    'record.review_letter': {
      organisation: string;
      practice: string;
      kind: 'soon' | 'due';
      about: string;
      sent_on: string;
    };
    'published.practice': PublishedPracticeRow;
    'published.practice_use': {
      practice: string;
      promise: string;
      promise_slug: string;
      organisation: Generated<string>;
      organisation_name: string;
      aim: string;
    };
  }
}

declare module '#kit/publications/contents.js' {
  interface PublicationParts {
    practice: { content: PracticeContent };
  }
}
