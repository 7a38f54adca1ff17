import { type Insertable, sql } from 'kysely';
import { slug } from '#base/slug.js';
import { json } from '#kit/db/client.js';
import type { Write } from '#kit/db/gate.js';
import { tell } from '#kit/events.js';
import { newId } from '#kit/id.js';
import { withdrawnNames } from '#kit/withdrawals/withdrawals.js';
import type { Who } from '#rooms/ground/people/index.js';
import type { Spotlight } from './lookups.js';
import { type PracticeDays, practiceDays } from './rules.js';
import type { PublishedPracticeRow } from './tables.js';
import type { SpotlightDraft } from './words.js';

export async function saveDraft(
  write: Write,
  who: Who,
  id: string,
  draft: SpotlightDraft,
  follows: number,
): Promise<void> {
  await write
    .updateTable('record.practice')
    .set({ draft: json(draft), follows, changed_at: who.now })
    .where('organisation', '=', who.organisation)
    .where('id', '=', id)
    .execute();
}

export async function removeSpotlight(write: Write, organisation: string, id: string): Promise<void> {
  await write.deleteFrom('record.practice').where('organisation', '=', organisation).where('id', '=', id).execute();
}

export function nextSubmission({ last }: Pick<Spotlight, 'last'>): number {
  return (last?.number ?? 0) + 1;
}

export interface SubmissionDraft {
  readonly practice: string;
  readonly number: number;
  readonly keeper: string;
  readonly framework: string;
  readonly organisation_slug: string;
  readonly organisation_name: string;
  readonly organisation_kind: string;
  readonly draft: SpotlightDraft;
}

export async function saveSubmission(
  write: Write,
  who: Who,
  { draft, ...submission }: SubmissionDraft,
): Promise<string> {
  const id = newId(who.now);
  await write
    .insertInto('record.submission')
    .values({
      organisation: who.organisation,
      id,
      ...submission,
      original: json(draft),
      content: json(draft),
      state: 'waiting',
      submitted_by: who.account,
      submitted_at: who.now,
      decided_by: null,
      decided_at: null,
      reason: null,
      publication: null,
    })
    .execute();
  return id;
}

/** Two that become public at once wait for each other, so that no slug is given twice. */
export async function holdSlugs(write: Write): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('slugs of practices', 0))`.execute(write);
}

/** The slugs that stand in the way of a title's own. */
export async function takenSlugs(write: Write, title: string): Promise<ReadonlySet<string>> {
  const rows = await write
    .selectFrom('published.practice')
    .select('slug')
    .where('slug', 'like', `${slug(title)}%`)
    .execute();
  return new Set([...rows.map((row) => row.slug), ...(await withdrawnNames(write, 'practice', slug(title)))]);
}

/**
 * The slug that this practice had until it was withdrawn, by its own organisation or by the keeper: told and cleared
 * anew, by both, it takes its address up again.
 */
export async function slugTakenUp(write: Write, submission: string): Promise<string | undefined> {
  const { rows } = await sql<{
    subject: string | null;
  }>`select published.take_up_practice(${submission}::uuid) as subject`.execute(write);
  return rows[0]?.subject ?? undefined;
}

/** What readers see of the newest version, with the days that follow from it. */
export async function savePractice(
  write: Write,
  version: Omit<Insertable<PublishedPracticeRow>, keyof PracticeDays>,
): Promise<void> {
  const row = { ...version, ...practiceDays(version) };
  await write
    .insertInto('published.practice')
    .values(row)
    .onConflict((conflict) => conflict.column('slug').doUpdateSet(row))
    .execute();
  await tell(write, 'practice changed', { organisation: version.organisation });
}

/** Changes what readers see of a practice, and the days that follow from it. */
export async function changePractice(
  write: Write,
  id: string,
  change: Partial<Pick<PublishedPracticeRow, 'state' | 'reviewed_on' | 'withdrawn_on' | 'withdrawn_by' | 'reason'>>,
): Promise<void> {
  const row = await write
    .updateTable('published.practice')
    .set(change)
    .where('id', '=', id)
    .returning(['organisation', 'state', 'published_on', 'reviewed_on'])
    .executeTakeFirst();
  if (!row) return;
  await write.updateTable('published.practice').set(practiceDays(row)).where('id', '=', id).execute();
  await tell(write, 'practice changed', { organisation: row.organisation });
}

/** What was withdrawn is found no more by the site's search. */
export async function forgetPassages(write: Write, practice: string): Promise<void> {
  await write
    .deleteFrom('published.passage')
    .where('publication', 'in', (of) =>
      of
        .selectFrom('published.publication')
        .select('id')
        .where('kind', '=', 'practice')
        .where('subject', '=', practice),
    )
    .execute();
}
