import type { Read } from '#kit/db/gate.js';
import type { FrameworkDraft, FrameworkKind } from './words.js';

export interface FrameworkRecord {
  readonly id: string;
  readonly slug: string;
  readonly kind: FrameworkKind;
  readonly draft: FrameworkDraft;
  readonly changed_at: Date;
}

const columns = ['id', 'slug', 'kind', 'draft', 'changed_at'] as const;

/** A framework as its keeper has it; undefined where the organisation keeps no such one. */
export async function frameworkRecord(read: Read, organisation: string, id: string): Promise<FrameworkRecord | undefined> {
  const row = await read.selectFrom('record.framework').select(columns).where('organisation', '=', organisation).where('id', '=', id).executeTakeFirst();
  // Written by acts.ts from the same type.
  return row && { ...row, draft: row.draft as FrameworkDraft };
}

/** The frameworks that an organisation keeps. */
export async function frameworksOf(read: Read, organisation: string): Promise<readonly FrameworkRecord[]> {
  const rows = await read.selectFrom('record.framework').select(columns).where('organisation', '=', organisation).orderBy('slug').execute();
  return rows.map((row) => ({ ...row, draft: row.draft as FrameworkDraft }));
}

/** Short names that are taken, as far as this organisation can see them. */
export async function takenSlugs(read: Read): Promise<ReadonlySet<string>> {
  const own = await read.selectFrom('record.framework').select('slug').execute();
  const shown = await read.selectFrom('published.framework').select('slug').execute();
  return new Set([...own, ...shown].map(({ slug }) => slug));
}
