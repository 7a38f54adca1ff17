import type { Json } from '#kit/db/tables.js';
import type {
  Authority,
  DirectoryFileState,
  DirectoryRegister,
  FileProblem,
  DirectoryReport,
  School,
  SchoolLink,
  Trust,
} from './words.js';

interface PublishedAuthorityRow extends Omit<Authority, 'spellings'> {
  readonly schools: number;
}

interface PublishedSchoolRow extends Omit<School, 'la_code'> {
  readonly authority: string | null;
  readonly folded: string;
}

interface DirectoryFileRow {
  organisation: string;
  id: string;
  kind: DirectoryRegister;
  name: string;
  sha256: string;
  bytes: Buffer | null;
  names: Buffer | null;
  state: DirectoryFileState;
  job: string | null;
  problem: Json<FileProblem> | null;
  report: Json<DirectoryReport> | null;
  sent_by: string;
  sent_at: Date;
  ended_at: Date | null;
}

declare module '#kit/db/tables.js' {
  interface Tables {
    'record.authority': Authority & { readonly changed_at: Date };
    'record.school': School & { readonly authority: string | null; readonly changed_at: Date };
    'record.school_link': SchoolLink & { readonly changed_at: Date };
    'published.school_link': SchoolLink;
    'record.trust': Trust & { readonly changed_at: Date };
    'published.trust': Trust & { readonly schools: number; readonly folded: string };
    'record.directory_file': DirectoryFileRow;
    'published.authority': PublishedAuthorityRow;
    'published.school': PublishedSchoolRow;
  }
}
