/** The life of a promise, from a draft to its end. Every act is decided by the rules, saved, shown to readers and written into the journal. */
import { londonDate } from '#base/london.js';
import { type Result, ok, refused } from '#base/result.js';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { journalOf } from '#kit/journal.js';
import { boardKeeper } from '#rooms/decided/boards/index.js';
import { publishedBoardName } from '#rooms/decided/meetings/index.js';
import { askToName, ownOrganisation, type Who } from '#rooms/ground/people/index.js';
import { practiceTitles, recordUses } from '#rooms/practised/practice/index.js';
import { evidenceOf, heldPromise, promiseRecord } from './lookups.js';
import { promisePaths } from './paths.js';
import { canBeDone, goingOn, missingParts, needsReason, type PromiseAct } from './rules.js';
import { drawPromise, nextNumber, saveEvent, savePromise } from './store.js';
import type { PromiseRow } from './tables.js';
import type { Ending, EvidenceKind, OwnStrength, PromiseDraft, PromiseProblem, ReasonKind } from './words.js';

type Done<T = null> = Result<T, PromiseProblem>;

function columnsOf(draft: PromiseDraft) {
  return {
    framework: draft.framework,
    theme: draft.theme,
    charter: draft.charter,
    aim: goingOn(draft.aim, 'we will'),
    steps: draft.steps.map((step) => goingOn(step, 'by')).filter((step) => step !== ''),
    effect_verb: draft.effectVerb,
    effect: goingOn(draft.effect, 'so'),
    owner: draft.owner,
    starts: draft.starts,
    due: draft.due,
    measure: draft.measure,
    board: draft.board,
    source: draft.source,
  };
}

const note = journalOf('promise');

/** Records a draft. Nobody but the organisation sees it; without an owner or a due date it cannot become more. */
export async function recordPromise(
  write: Write,
  who: Who,
  draft: PromiseDraft,
): Promise<{ readonly id: string; readonly slug: string }> {
  const own = await ownOrganisation(write, who.organisation);
  const number = await nextNumber(write, who.organisation);
  const [id, slug] = [newId(who.now), `${own.slug}-${number}`];
  await write
    .insertInto('record.promise')
    .values({
      organisation: who.organisation,
      id,
      number,
      slug,
      ...columnsOf(draft),
      first_due: null,
      moves: 0,
      practices: [],
      state: 'draft',
      agreed_on: null,
      agreed_by: null,
      agreed_link: null,
      at_risk: false,
      last_news: null,
      ended_on: null,
      ended_by: null,
      reason_kind: null,
      reason: null,
      replacement: null,
      changed_at: who.now,
    })
    .execute();
  await note(write, who, 'record', id, { slug });
  return { id, slug };
}

/** The promise, held, where it is there and in a state in which the act may be done. */
async function takeUp(write: Write, who: Who, id: string, act: PromiseAct): Promise<Done<PromiseRow>> {
  const found = await heldPromise(write, who.organisation, id);
  if (!found) return refused({ code: 'not there' });
  return canBeDone(act, found.state) ? ok(found) : refused({ code: 'wrong state', state: found.state });
}

/** Takes the place of a draft. */
export async function recordPromiseDraft(write: Write, who: Who, id: string, draft: PromiseDraft): Promise<Done> {
  const found = await takeUp(write, who, id, 'edit');
  if (!found.ok) return found;
  await savePromise(write, who, id, columnsOf(draft));
  await note(write, who, 'record', id);
  return ok(null);
}

/** Which published practices a promise uses. Readers learn of it once it is agreed. */
export async function recordPractices(write: Write, who: Who, id: string, practices: readonly string[]): Promise<Done> {
  const found = await heldPromise(write, who.organisation, id);
  if (!found) return refused({ code: 'not there' });
  if (found.state !== 'draft' && !canBeDone('name practice', found.state))
    return refused({ code: 'wrong state', state: found.state });
  const wanted = [...new Set(practices)];
  const known = await practiceTitles(write, wanted);
  const unknown = wanted.filter((slug) => !known.has(slug));
  if (unknown.length > 0) return refused({ code: 'no such practice', practices: unknown });
  await savePromise(write, who, id, { practices: wanted });
  await note(write, who, 'record', id, { practices: wanted });
  if (found.state === 'draft') return ok(null);
  const own = await ownOrganisation(write, who.organisation);
  await recordUses(write, { promise: id, promiseSlug: found.slug, organisationName: own.name, aim: found.aim }, wanted);
  await drawPromise(write, who.organisation, id);
  return ok(null);
}

/** A draft that nobody wants any more goes without a trace but the journal's: nothing was promised. */
export async function withdrawDraft(write: Write, who: Who, id: string): Promise<Done> {
  const found = await takeUp(write, who, id, 'discard');
  if (!found.ok) return found;
  await write.deleteFrom('record.promise').where('organisation', '=', who.organisation).where('id', '=', id).execute();
  await note(write, who, 'withdraw', id, { slug: found.value.slug });
  return ok(null);
}

export interface Agreement {
  /** A body: "Governing body", "School council". */
  readonly by: string;
  /** Path of this site: a decision, minutes. */
  readonly link: string | null;
  readonly on: string;
}

/** Makes a draft a promise: from now on readers see it, and everything that happens to it. Another organisation's board is asked before it is named. */
export async function agreePromise(
  write: Write,
  who: Who,
  id: string,
  agreement: Agreement,
  site: string,
): Promise<Done> {
  const today = londonDate(who.now);
  const found = await takeUp(write, who, id, 'agree');
  if (!found.ok) return found;
  const missing = missingParts(found.value, today);
  if (missing.length > 0) return refused({ code: 'not ready', missing });
  if (agreement.on > today) return refused({ code: 'date in the future' });
  await savePromise(write, who, id, {
    state: 'agreed',
    agreed_on: agreement.on,
    agreed_by: agreement.by,
    agreed_link: agreement.link,
    first_due: found.value.due,
    last_news: today,
  });
  await drawPromise(write, who.organisation, id);
  await askBoard(write, who, found.value, site);
  await saveEvent(write, who, id, 'agreed', null, {
    by: agreement.by,
    ...(agreement.link === null ? {} : { link: agreement.link }),
    to: found.value.due ?? '',
  });
  await note(write, who, 'agree', id, { slug: found.value.slug });
  return ok(null);
}

async function askBoard(write: Write, who: Who, { id, slug, board, aim }: PromiseRow, site: string): Promise<void> {
  const keeper = board === null ? null : await boardKeeper(write, board);
  if (board === null || keeper === null || keeper === who.organisation) return;
  await askToName(
    write,
    who,
    {
      kind: 'board of a promise',
      thing: id,
      organisation: keeper,
      named: board,
      name: (await publishedBoardName(write, board)) ?? board,
      words: aim,
      path: promisePaths.one(slug),
    },
    site,
  );
}

/** Tells how it goes. The first news says that the work is under way. */
export async function recordNews(
  write: Write,
  who: Who,
  id: string,
  news: { readonly body: string; readonly atRisk: boolean },
): Promise<Done> {
  const found = await takeUp(write, who, id, 'tell news');
  if (!found.ok) return found;
  await savePromise(write, who, id, { state: 'under way', at_risk: news.atRisk, last_news: londonDate(who.now) });
  await drawPromise(write, who.organisation, id);
  await saveEvent(write, who, id, 'news', news.body, { atRisk: news.atRisk });
  await note(write, who, 'report back', id, { atRisk: news.atRisk });
  return ok(null);
}

/** Moves the due date; the old one stays on show. */
export async function recordNewDate(write: Write, who: Who, id: string, due: string, why: string): Promise<Done> {
  const today = londonDate(who.now);
  const found = await takeUp(write, who, id, 'move date');
  if (!found.ok) return found;
  if (due === found.value.due) return refused({ code: 'same date' });
  if (due < today) return refused({ code: 'date in the past' });
  await savePromise(write, who, id, { due, moves: found.value.moves + 1, last_news: today });
  await drawPromise(write, who.organisation, id);
  await saveEvent(write, who, id, 'moved', why, { from: found.value.due ?? '', to: due });
  await note(write, who, 'record', id, { from: found.value.due, to: due }, why);
  return ok(null);
}

export interface EvidenceDraft {
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly url: string | null;
  /** The day that it is of. */
  readonly dated: string;
  readonly strength: OwnStrength;
}

export async function recordEvidence(
  write: Write,
  who: Who,
  id: string,
  draft: EvidenceDraft,
): Promise<Done<{ readonly evidence: string }>> {
  const today = londonDate(who.now);
  const found = await takeUp(write, who, id, 'add evidence');
  if (!found.ok) return found;
  if (draft.dated > today) return refused({ code: 'date in the future' });
  const row = {
    organisation: who.organisation,
    id: newId(who.now),
    promise: id,
    ...draft,
    added_on: today,
    taken_back_on: null,
    taken_back_because: null,
  };
  await write.insertInto('record.evidence').values(row).execute();
  await savePromise(write, who, id, found.value.ended_on === null ? { last_news: today } : {});
  await drawPromise(write, who.organisation, id);
  await write.insertInto('published.evidence').values(row).execute();
  await saveEvent(write, who, id, 'evidence', null, { title: draft.title });
  await note(write, who, 'record', id, { evidence: row.id });
  return ok({ evidence: row.id });
}

/** Takes evidence back, for instance because somebody can be recognised in it. The line stays, the link goes; a kept promise keeps at least one. */
export async function withdrawEvidence(
  write: Write,
  who: Who,
  id: string,
  evidence: string,
  why: string,
): Promise<Done> {
  const found = await takeUp(write, who, id, 'take evidence back');
  if (!found.ok) return found;
  const standing = (await evidenceOf(write, who.organisation, id)).filter((one) => one.taken_back_on === null);
  const wanted = standing.find((one) => one.id === evidence);
  if (!wanted) return refused({ code: 'not there' });
  if (found.value.state === 'kept' && standing.length === 1) return refused({ code: 'last evidence' });
  const change = { url: null, strength: 'said' as const, taken_back_on: londonDate(who.now), taken_back_because: why };
  for (const table of ['record.evidence', 'published.evidence'] as const)
    await write
      .updateTable(table)
      .set(change)
      .where('organisation', '=', who.organisation)
      .where('id', '=', evidence)
      .execute();
  await savePromise(write, who, id, {});
  await drawPromise(write, who.organisation, id);
  await saveEvent(write, who, id, 'evidence taken back', why, { title: wanted.title });
  await note(write, who, 'withdraw', id, { evidence }, why);
  return ok(null);
}

export interface End {
  readonly state: Ending;
  readonly on: string;
  /** As whom: the role that declares it kept, or who decided. */
  readonly by: string;
  /** Null for "kept" only. */
  readonly reason: { readonly kind: ReasonKind; readonly words: string } | null;
  /** Slug of one's own promise that takes its place; for "replaced". */
  readonly replacement: string | null;
}

/** Ends a promise. "Kept" needs evidence, every other end a reason; all of it stays in public for good. */
export async function recordEnd(write: Write, who: Who, id: string, end: End): Promise<Done> {
  const today = londonDate(who.now);
  const found = await takeUp(write, who, id, 'end');
  if (!found.ok) return found;
  if (end.on > today) return refused({ code: 'date in the future' });
  if (found.value.agreed_on !== null && end.on < found.value.agreed_on) return refused({ code: 'date in the past' });
  if (
    end.state === 'kept' &&
    !(await evidenceOf(write, who.organisation, id)).some(({ taken_back_on }) => taken_back_on === null)
  )
    return refused({ code: 'no evidence' });
  if (needsReason(end.state) && end.reason === null) throw new Error('an end other than kept has a reason');
  if (end.state === 'replaced') {
    const other = end.replacement === null ? undefined : await promiseRecord(write, who.organisation, end.replacement);
    if (!other || other.id === id || other.state === 'draft') return refused({ code: 'no such promise' });
  }
  const reason = end.state === 'kept' ? null : end.reason;
  const replacement = end.state === 'replaced' ? end.replacement : null;
  await savePromise(write, who, id, {
    state: end.state,
    ended_on: end.on,
    ended_by: end.by,
    reason_kind: reason?.kind ?? null,
    reason: reason?.words ?? null,
    replacement,
    last_news: today,
  });
  await drawPromise(write, who.organisation, id);
  await saveEvent(write, who, id, 'ended', reason?.words ?? null, {
    state: end.state,
    by: end.by,
    to: end.on,
    ...(reason === null ? {} : { reason: reason.kind }),
    ...(replacement === null ? {} : { replacement }),
  });
  await note(
    write,
    who,
    end.state === 'withdrawn' ? 'withdraw' : 'report back',
    id,
    { state: end.state },
    reason?.words ?? null,
  );
  return ok(null);
}
