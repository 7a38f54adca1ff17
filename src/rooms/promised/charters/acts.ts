/** The life of a charter in the hands of its organisation. Every act is decided by the rules, saved and written into the journal. */
import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import { ok, refused } from '#base/result.js';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { newestHead } from '#kit/proof/heads.js';
import { publishNext, raiseRevision } from '#kit/publications/publications.js';
import { publishedFramework } from '#rooms/ground/frameworks/index.js';
import { ownOrganisation, showOrganisation, type Who } from '#rooms/ground/people/index.js';
import { recordPromise } from '#rooms/promised/promises/index.js';
import { type Done, charterJournal, charterForAct } from './charter-for-act.js';
import { type Charter, charterOf, type Clause, clausesOf } from './lookups.js';
import { clausesToVote } from './vote-results.js';
import { renderCharterHtml } from './pages/charter/render.js';
import { charterPaths } from './paths.js';
import { renderPoster } from './poster/render.js';
import { askedAgainFrom, canBeDone, earlierStages, nextStages } from './rules.js';
import { clauseColumns, drawCharter, newSlug, openStage, saveClause, saveChanged } from './store.js';
import type { CharterContent, CharterDraft, ClauseDraft } from './words.js';
import type { Stage } from '#rooms/promised/together/index.js';

function charterColumns(draft: CharterDraft) {
  const { title, intro, framework, choose, safeguarding, safeguardingEmail } = draft;
  return { title, intro, framework, choose, safeguarding, safeguarding_email: safeguardingEmail };
}

/** Begins a charter, with the clauses of a pasted text if there was one and everything else that the text held. */
export async function recordCharter(
  write: Write,
  who: Who,
  draft: CharterDraft,
  clauses: readonly ClauseDraft[] = [],
  unplaced: readonly string[] = [],
): Promise<Done<{ readonly slug: string }>> {
  if (!(await publishedFramework(write, draft.framework))) return refused({ code: 'no framework' });
  const own = await ownOrganisation(write, who.organisation);
  const [id, slug] = [newId(who.now), await newSlug(write, own.slug, draft.title)];
  await write
    .insertInto('record.charter')
    .values({
      organisation: who.organisation,
      id,
      slug,
      ...charterColumns(draft),
      stage: 'preparing',
      agreed_body: null,
      agreed_role: null,
      agreed_group: null,
      agreed_on: null,
      unplaced,
      changed_at: who.now,
    })
    .execute();
  for (const [index, clause] of clauses.entries()) await saveClause(write, who, id, newId(who.now), index + 1, clause);
  await openStage(write, who, id, 'preparing', null);
  await charterJournal(write, who, 'record', slug, { clauses: clauses.length });
  return ok({ slug });
}

/** What is said of the charter as a whole. From the vote on its words stand still, so how it is voted on does too. */
export async function recordCharterAbout(write: Write, who: Who, slug: string, draft: CharterDraft): Promise<Done> {
  const found = await charterForAct(write, who, slug, 'edit words');
  if (!found.ok) return found;
  const framework = await publishedFramework(write, draft.framework);
  if (!framework) return refused({ code: 'no framework' });
  const keys = framework.themes.filter(({ promised }) => promised).map(({ key }) => key);
  await write
    .updateTable('record.charter')
    .set({ ...charterColumns(draft), changed_at: who.now })
    .where('organisation', '=', who.organisation)
    .where('id', '=', found.value.id)
    .execute();
  // A theme of the framework before means nothing in this one.
  await sql`update record.clause set theme = null where organisation = ${who.organisation}
    and charter = ${found.value.id} and theme is not null and not theme = any (${keys}::text[])`.execute(write);
  await charterJournal(write, who, 'record', slug);
  return ok(null);
}

/**
 * Opens a stage and closes the one before. Going back needs a reason, and out of a vote it deletes the votes
 * uncounted; a vote that closes leaves what may be told of it.
 */
export async function recordStage(
  write: Write,
  who: Who,
  slug: string,
  to: Stage,
  reason: string | null,
): Promise<Done> {
  const found = await charterForAct(write, who, slug, null);
  if (!found.ok) return found;
  const { id, stage } = found.value;
  const isForward = nextStages(stage).includes(to) && !earlierStages(stage).includes(to);
  if (!isForward && !earlierStages(stage).includes(to)) return refused({ code: 'wrong stage', stage });
  if (!isForward && (reason ?? '').trim() === '') return refused({ code: 'no reason' });
  if (to === 'vote' && (await clausesOf(write, who.organisation, id)).length === 0)
    return refused({ code: 'no clauses' });
  if (to === 'vote' && (await clausesToVote(write, who.organisation, id)) === 0)
    return refused({ code: 'voted already' });
  const today = londonDate(who.now);
  if (stage === 'vote')
    await (
      isForward
        ? sql`select record.close_vote(${id}::uuid, ${today}::date, ${askedAgainFrom(today)}::date)`
        : sql`select record.void_vote(${id}::uuid)`
    ).execute(write);
  if (to === 'vote') await sql`select record.open_vote(${id}::uuid)`.execute(write);
  if (!isForward) {
    // What was agreed is open again.
    await write
      .updateTable('record.charter')
      .set({ agreed_body: null, agreed_role: null, agreed_group: null, agreed_on: null })
      .where('organisation', '=', who.organisation)
      .where('id', '=', id)
      .execute();
  }
  await openStage(write, who, id, to, isForward ? null : (reason ?? '').trim());
  await charterJournal(write, who, 'record', slug, { stage: to, from: stage }, isForward ? null : reason);
  return ok(null);
}

async function isThemeOf(write: Write, charter: Charter, theme: string | null): Promise<boolean> {
  if (theme === null) return true;
  return ((await publishedFramework(write, charter.framework))?.themes ?? []).some(
    ({ key, promised }) => promised && key === theme,
  );
}

/** A new clause at the end. */
export async function recordClause(
  write: Write,
  who: Who,
  slug: string,
  draft: ClauseDraft,
): Promise<Done<{ readonly id: string }>> {
  const found = await charterForAct(write, who, slug, 'edit words');
  if (!found.ok) return found;
  if (!(await isThemeOf(write, found.value, draft.theme))) return refused({ code: 'no such theme' });
  const clauses = await clausesOf(write, who.organisation, found.value.id);
  const id = newId(who.now);
  await saveClause(write, who, found.value.id, id, (clauses.at(-1)?.position ?? 0) + 1, draft);
  await saveChanged(write, who, found.value.id);
  await charterJournal(write, who, 'record', slug, { clause: id });
  return ok({ id });
}

/** A clause of the charter by its id. */
export async function ownClause(write: Write, who: Who, charter: Charter, id: string): Promise<Clause | undefined> {
  return (await clausesOf(write, who.organisation, charter.id)).find((clause) => clause.id === id);
}

/** Other words for a clause; once they stand still, only its owner, its date and its theme. */
export async function recordClauseDraft(
  write: Write,
  who: Who,
  slug: string,
  id: string,
  draft: ClauseDraft,
): Promise<Done> {
  const found = await charterForAct(write, who, slug, 'edit facts');
  if (!found.ok) return found;
  const clause = await ownClause(write, who, found.value, id);
  if (!clause) return refused({ code: 'not there' });
  if (!(await isThemeOf(write, found.value, draft.theme))) return refused({ code: 'no such theme' });
  const { theme, owner, due } = draft;
  const changes = canBeDone('edit words', found.value.stage)
    ? { ...clauseColumns(draft), easy: clause.easy }
    : { theme, owner, due };
  await write
    .updateTable('record.clause')
    .set(changes)
    .where('organisation', '=', who.organisation)
    .where('id', '=', id)
    .execute();
  await saveChanged(write, who, found.value.id);
  await charterJournal(write, who, 'record', slug, { clause: id });
  return ok(null);
}

/** Easy-read words of the clauses, by clause. */
export async function recordEasyWords(
  write: Write,
  who: Who,
  slug: string,
  words: ReadonlyMap<string, readonly string[]>,
): Promise<Done> {
  const found = await charterForAct(write, who, slug, 'easy read');
  if (!found.ok) return found;
  for (const { id } of await clausesOf(write, who.organisation, found.value.id)) {
    const easy = words.get(id);
    if (easy)
      await write
        .updateTable('record.clause')
        .set({ easy })
        .where('organisation', '=', who.organisation)
        .where('id', '=', id)
        .execute();
  }
  await saveChanged(write, who, found.value.id);
  await charterJournal(write, who, 'record', slug, { easy: true });
  return ok(null);
}

/** Puts a clause one place up or down; at the end of the list nothing happens. */
export async function recordOrder(write: Write, who: Who, slug: string, id: string, way: 'up' | 'down'): Promise<Done> {
  const found = await charterForAct(write, who, slug, 'edit words');
  if (!found.ok) return found;
  const clauses = [...(await clausesOf(write, who.organisation, found.value.id))];
  const at = clauses.findIndex((clause) => clause.id === id);
  if (at < 0) return refused({ code: 'not there' });
  const [moved] = clauses.splice(at, 1);
  if (moved) clauses.splice(Math.max(0, at + (way === 'up' ? -1 : 1)), 0, moved);
  for (const [index, clause] of clauses.entries())
    await write
      .updateTable('record.clause')
      .set({ position: index + 1 })
      .where('organisation', '=', who.organisation)
      .where('id', '=', clause.id)
      .execute();
  await charterJournal(write, who, 'record', slug, { clause: id, moved: way });
  return ok(null);
}

export async function withdrawClause(write: Write, who: Who, slug: string, id: string): Promise<Done> {
  const found = await charterForAct(write, who, slug, 'edit words');
  if (!found.ok) return found;
  const clause = await ownClause(write, who, found.value, id);
  if (!clause) return refused({ code: 'not there' });
  if (clause.promise !== null) return refused({ code: 'promised already' });
  await write.deleteFrom('record.clause').where('organisation', '=', who.organisation).where('id', '=', id).execute();
  await saveChanged(write, who, found.value.id);
  await charterJournal(write, who, 'withdraw', slug, { clause: id });
  return ok(null);
}

export interface Agreed {
  /** The body that agreed it, the role of whoever says so, and the group of young people, as a group. */
  readonly body: string;
  readonly role: string;
  readonly group: string;
  readonly on: string;
  /** Ids of the clauses that are agreed. */
  readonly clauses: readonly string[];
}

export async function agreeCharter(write: Write, who: Who, slug: string, agreed: Agreed): Promise<Done> {
  const found = await charterForAct(write, who, slug, 'agree');
  if (!found.ok) return found;
  if (agreed.on > londonDate(who.now)) return refused({ code: 'date in the future' });
  const clauses = await clausesOf(write, who.organisation, found.value.id);
  const chosen = new Set(agreed.clauses);
  if (!clauses.some(({ id }) => chosen.has(id))) return refused({ code: 'nothing agreed' });
  for (const { id } of clauses)
    await write
      .updateTable('record.clause')
      .set({ agreed: chosen.has(id) })
      .where('organisation', '=', who.organisation)
      .where('id', '=', id)
      .execute();
  await write
    .updateTable('record.charter')
    .set({ agreed_body: agreed.body, agreed_role: agreed.role, agreed_group: agreed.group, agreed_on: agreed.on })
    .where('organisation', '=', who.organisation)
    .where('id', '=', found.value.id)
    .execute();
  await openStage(write, who, found.value.id, 'agreed', null);
  await charterJournal(write, who, 'agree', slug, { clauses: chosen.size });
  return ok(null);
}

/** What readers will see: agreed clauses only. Null until it is agreed. */
async function contentOf(write: Write, who: Who, charter: Charter): Promise<CharterContent | null> {
  const { agreed_body: body, agreed_role: role, agreed_group: group, agreed_on: on } = charter;
  if (body === null || role === null || group === null || on === null) return null;
  const own = await ownOrganisation(write, who.organisation);
  const framework = await publishedFramework(write, charter.framework);
  const clauses = (await clausesOf(write, who.organisation, charter.id)).filter(({ agreed }) => agreed);
  const title = (key: string | null): string => framework?.themes.find((theme) => theme.key === key)?.title ?? '';
  return {
    format: 'kept-charter/1',
    charter: { slug: charter.slug, title: charter.title },
    organisation: { slug: own.slug, name: own.name, kind: own.kind },
    framework: { slug: charter.framework, name: framework?.name ?? charter.framework },
    intro: charter.intro,
    agreed: { body, role, group, on },
    clauses: clauses.map(({ id, heading, theme, aim, steps, effect_verb, effect, owner, due, easy }) => ({
      id,
      heading: heading === '' ? title(theme) : heading,
      theme,
      aim,
      steps,
      effectVerb: effect_verb,
      effect,
      owner,
      due,
      easy,
    })),
  };
}

/** Publishes the next version with its poster. */
export async function publishCharter(
  write: Write,
  who: Who,
  slug: string,
): Promise<Done<{ readonly version: number }>> {
  const seen = await charterOf(write, who.organisation, slug);
  if (!seen) return refused({ code: 'not there' });
  if (!canBeDone('publish', seen.stage)) return refused({ code: 'wrong stage', stage: seen.stage });
  const planned = await contentOf(write, who, seen);
  if (!planned) return refused({ code: 'not agreed yet' });
  // Typeset before anything is held, because it takes a while; what is held must then still say the same.
  const pdf = await renderPoster(planned, londonDate(who.now), (await newestHead(write)) ?? null);
  const found = await charterForAct(write, who, slug, 'publish');
  if (!found.ok) return found;
  const content = await contentOf(write, who, found.value);
  if (!content || JSON.stringify(content) !== JSON.stringify(planned)) return refused({ code: 'nothing new' });
  await showOrganisation(write, who.organisation);
  const path = charterPaths.one(slug);
  const published = await publishNext(
    write,
    {
      kind: 'charter',
      subject: slug,
      title: content.charter.title,
      content,
      html: renderCharterHtml(content),
      pdf,
      pages: null,
      changes: null,
      board: '',
      date: null,
      passages: [
        { heading: content.charter.title, path, body: [content.organisation.name, content.intro].join('\n') },
        ...content.clauses.map((clause) => ({
          heading: clause.heading === '' ? content.charter.title : clause.heading,
          path: `${path}#clause-${clause.id}`,
          body: [
            `We will ${clause.aim}`,
            ...clause.steps,
            clause.effect === '' ? '' : `So, you ${clause.effectVerb} ${clause.effect}`,
          ].join('\n'),
        })),
      ],
    },
    who.now,
  );
  if (!published) return refused({ code: 'nothing new' });
  const promises = new Map(
    (await clausesOf(write, who.organisation, found.value.id)).map(({ id, promise_slug }) => [id, promise_slug]),
  );
  await drawCharter(write, who, content, published, promises);
  await openStage(write, who, found.value.id, 'published', null);
  await charterJournal(write, who, 'publish', slug, { version: published.version });
  return ok({ version: published.version });
}

/** Makes a draft promise of an agreed clause; whoever owns it gives it its date there, if the clause has none. */
export async function recordClausePromise(
  write: Write,
  who: Who,
  slug: string,
  id: string,
): Promise<Done<{ readonly promise: string }>> {
  const found = await charterForAct(write, who, slug, 'promise');
  if (!found.ok) return found;
  const clause = await ownClause(write, who, found.value, id);
  if (!clause) return refused({ code: 'not there' });
  if (!clause.agreed) return refused({ code: 'not agreed yet' });
  if (clause.promise !== null) return refused({ code: 'promised already' });
  const { theme, aim, steps, effect_verb: effectVerb, effect, owner, due } = clause;
  const promise = await recordPromise(write, who, {
    framework: found.value.framework,
    theme,
    charter: slug,
    aim,
    steps,
    effectVerb,
    effect,
    owner,
    starts: null,
    due,
    measure: null,
    board: null,
    source: `Our charter: ${found.value.title}`,
  });
  await write
    .updateTable('record.clause')
    .set({ promise: promise.id, promise_slug: promise.slug })
    .where('organisation', '=', who.organisation)
    .where('id', '=', id)
    .execute();
  await write
    .updateTable('published.charter_clause')
    .set({ promise_slug: promise.slug })
    .where('charter', '=', slug)
    .where('clause', '=', id)
    .execute();
  await raiseRevision(write);
  await charterJournal(write, who, 'record', slug, { clause: id, promise: promise.slug });
  return ok({ promise: promise.slug });
}
