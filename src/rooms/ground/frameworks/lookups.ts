import { frozenContent } from '#kit/publications/contents.js';
import type { Read } from '#kit/db/gate.js';
import { newestPublication } from '#kit/publications/publications.js';
import type { FrameworkContent, FrameworkDraft, FrameworkKind } from './words.js';

export interface FrameworkRecord {
  readonly id: string;
  readonly slug: string;
  readonly kind: FrameworkKind;
  readonly draft: FrameworkDraft;
  readonly changed_at: Date;
  /** Keys that were published once and are never given again. */
  readonly retired: readonly string[];
}

const columns = ['id', 'slug', 'kind', 'draft', 'changed_at', 'retired'] as const;

/** A framework as its keeper has it; undefined where the organisation keeps no such one. */
export async function frameworkRecord(
  read: Read,
  organisation: string,
  id: string,
): Promise<FrameworkRecord | undefined> {
  const row = await read
    .selectFrom('record.framework')
    .select(columns)
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .executeTakeFirst();
  return row;
}

export interface FrameworkSheet extends FrameworkRecord {
  /** What readers have before them; null until the first version. */
  readonly published: { readonly version: number; readonly content: FrameworkContent } | null;
}

/** A framework as its keeper has it, with the version that readers have. Held for an edit where `hold` says so: two edits at once wait for each other. */
export async function frameworkSheet(
  read: Read,
  organisation: string,
  slug: string,
  hold = false,
): Promise<FrameworkSheet | undefined> {
  const row = await read
    .selectFrom('record.framework')
    .select(columns)
    .where('organisation', '=', organisation)
    .where('slug', '=', slug)
    .$if(hold, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) return undefined;
  const newest = await newestPublication(read, 'framework', slug);
  return {
    ...row,
    published: newest ? { version: newest.version, content: frozenContent('framework', newest.content) } : null,
  };
}

/** The frameworks that an organisation keeps. */
export async function frameworksOf(read: Read, organisation: string): Promise<readonly FrameworkRecord[]> {
  const rows = await read
    .selectFrom('record.framework')
    .select(columns)
    .where('organisation', '=', organisation)
    .orderBy('slug')
    .execute();
  return rows;
}

/** Short names that are taken, as far as this organisation can see them. */
export async function takenSlugs(read: Read): Promise<ReadonlySet<string>> {
  const own = await read.selectFrom('record.framework').select('slug').execute();
  const shown = await read.selectFrom('published.framework').select('slug').execute();
  return new Set([...own, ...shown].map(({ slug }) => slug));
}
