/** Words of a report: fixed sections, numbered paragraphs, recommendations, a contact officer and annexes (seed items 3 and 4). */
import type { Block, Prose } from '#base/prose.js';

export interface ReportPaper {
  readonly kind: 'report';
  readonly title: string;
  readonly purpose: string | null;
  readonly summary: readonly Block[];
  readonly theme: string | null;
  readonly recommendations: readonly Prose[];
  readonly contact: ContactOfficer | null;
  /** Headings and numbered paragraphs in the order of the source. */
  readonly body: readonly Block[];
}

export interface ContactOfficer {
  readonly name: string | null;
  readonly position: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

export interface AnnexPaper {
  readonly kind: 'annex';
  /** "1", "A"; null where the annex carries no number. */
  readonly number: string | null;
  readonly title: string;
  readonly body: readonly Block[];
}
