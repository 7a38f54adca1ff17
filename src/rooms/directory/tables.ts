import type { Authority, School } from './words.js';

interface PublishedAuthorityRow extends Omit<Authority, 'spellings'> {
  readonly schools: number;
}

interface PublishedSchoolRow extends Omit<School, 'la_code'> {
  readonly authority: string | null;
  readonly folded: string;
}

declare module '#kit/db/tables.js' {
  interface Tables {
    'record.authority': Authority & { readonly changed_at: Date };
    'record.school': School & { readonly authority: string | null; readonly changed_at: Date };
    'published.authority': PublishedAuthorityRow;
    'published.school': PublishedSchoolRow;
  }
}
