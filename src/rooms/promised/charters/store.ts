import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import { slug } from '#base/slug.js';
import type { Write } from '#kit/db/gate.js';
import type { Who } from '#rooms/ground/people/index.js';
import type { CharterContent, ClauseDraft } from './words.js';
import type { Stage } from '#rooms/promised/together/index.js';

/** Slugs are public and so one for all organisations; two who begin a charter at once wait for each other. */
export async function newSlug(write: Write, organisation: string, title: string): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended('slugs of charters', 0))`.execute(write);
  const wanted = slug(`${organisation} ${title}`);
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? wanted : `${wanted}-${count}`;
    const { rows } = await sql<{ taken: boolean }>`select record.charter_slug_taken(${candidate}) as taken`.execute(
      write,
    );
    if (rows[0]?.taken !== true) return candidate;
  }
}

export async function openStage(
  write: Write,
  who: Who,
  charter: string,
  stage: Stage,
  reason: string | null,
): Promise<void> {
  const today = londonDate(who.now);
  await write
    .updateTable('record.charter_stage')
    .set({ closed_on: today })
    .where('organisation', '=', who.organisation)
    .where('charter', '=', charter)
    .where('closed_on', 'is', null)
    .execute();
  const last = await write
    .selectFrom('record.charter_stage')
    .select((of) => of.fn.max('position').as('position'))
    .where('organisation', '=', who.organisation)
    .where('charter', '=', charter)
    .executeTakeFirst();
  await write
    .insertInto('record.charter_stage')
    .values({
      organisation: who.organisation,
      charter,
      position: (last?.position ?? 0) + 1,
      stage,
      opened_on: today,
      closed_on: null,
      reason,
    })
    .execute();
  await write
    .updateTable('record.charter')
    .set({ stage, changed_at: who.now })
    .where('organisation', '=', who.organisation)
    .where('id', '=', charter)
    .execute();
}

export async function saveChanged(write: Write, who: Who, charter: string): Promise<void> {
  await write
    .updateTable('record.charter')
    .set({ changed_at: who.now })
    .where('organisation', '=', who.organisation)
    .where('id', '=', charter)
    .execute();
}

export function clauseColumns(draft: ClauseDraft) {
  const { heading, theme, aim, steps, effectVerb, effect, owner, due, easy } = draft;
  return { heading, theme, aim, steps, effect_verb: effectVerb, effect, owner, due, easy };
}

export async function saveClause(
  write: Write,
  who: Who,
  charter: string,
  id: string,
  position: number,
  draft: ClauseDraft,
): Promise<void> {
  await write
    .insertInto('record.clause')
    .values({
      organisation: who.organisation,
      id,
      charter,
      position,
      ...clauseColumns(draft),
      agreed: false,
      promise: null,
      promise_slug: null,
    })
    .execute();
}

/** What readers see of the newest version: its line, and the promise behind each of its clauses. */
export async function drawCharter(
  write: Write,
  who: Who,
  content: CharterContent,
  publication: { readonly id: string; readonly version: number },
  promises: ReadonlyMap<string, string | null>,
): Promise<void> {
  const row = {
    slug: content.charter.slug,
    publication: publication.id,
    version: publication.version,
    organisation: who.organisation,
    organisation_slug: content.organisation.slug,
    organisation_name: content.organisation.name,
    organisation_kind: content.organisation.kind,
    title: content.charter.title,
    framework: content.framework.slug,
    clauses: content.clauses.length,
    agreed_on: content.agreed.on,
    published_on: londonDate(who.now),
  };
  await write
    .insertInto('published.charter')
    .values(row)
    .onConflict((conflict) => conflict.column('slug').doUpdateSet(row))
    .execute();
  await write.deleteFrom('published.charter_clause').where('charter', '=', row.slug).execute();
  if (content.clauses.length > 0)
    await write
      .insertInto('published.charter_clause')
      .values(
        content.clauses.map(({ id }) => ({
          charter: row.slug,
          clause: id,
          organisation: who.organisation,
          promise_slug: promises.get(id) ?? null,
        })),
      )
      .execute();
}
