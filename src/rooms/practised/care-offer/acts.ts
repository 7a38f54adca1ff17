/** What happens to offers and coverage: their keeper records, publishes, checks again and ends; an authority or a programme says what is covered. */
import { isDate, londonDate } from '#base/london.js';
import { type Result, ok, refused } from '#base/result.js';
import { slug } from '#base/slug.js';
import { json } from '#kit/db/client.js';
import type { Read, Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { journal, journalOf } from '#kit/journal.js';
import { raiseRevision } from '#kit/publications/publications.js';
import { endingOf } from '#kit/withdrawals/endings.js';
import { publishedFramework } from '#rooms/ground/frameworks/index.js';
import { type Organisation, ownOrganisation, showOrganisation, type Who } from '#rooms/ground/people/index.js';
import { type OfferRecord, offerRecord, offersTitled } from './lookups.js';
import { keepsOwnOffers, knownAuthorities } from './published.js';
import { maySayOf, offerKey, saysTheSame, withLastCheck } from './rules.js';
import { saveCoverage, saveEvent, saveOffer, showOffer } from './store.js';
import type { CoverageProblem, CoverageSaying, FileTaken, OfferDraft, OfferProblem } from './words.js';

const note = journalOf('offer');

/** Writes an offer down as a draft. Its address stays with it for ever. */
export async function recordOffer(
  write: Write,
  who: Who,
  draft: OfferDraft,
): Promise<{ readonly id: string; readonly slug: string }> {
  const id = newId(who.now);
  // The end of the id makes it unique among offers that this organisation cannot see.
  const offer = { id, slug: `${slug(draft.title).slice(0, 60)}-${id.slice(-6)}` };
  await saveOffer(write, who, offer, draft);
  await saveEvent(write, who, offer, 'recorded', null);
  await note(write, who, 'record', id, { slug: offer.slug });
  return offer;
}

async function own(
  write: Write,
  who: Who,
  id: string,
  ...states: readonly OfferRecord['state'][]
): Promise<Result<OfferRecord, OfferProblem>> {
  const found = await offerRecord(write, who.organisation, id);
  if (!found) return refused({ code: 'not there' });
  return states.includes(found.state) ? ok(found) : refused({ code: 'wrong state', state: found.state });
}

/** Changes the draft; what readers see stays as it is until it is published again. */
export async function recordOfferDraft(
  write: Write,
  who: Who,
  id: string,
  draft: OfferDraft,
): Promise<Result<OfferRecord, OfferProblem>> {
  const found = await own(write, who, id, 'draft', 'live');
  if (!found.ok) return found;
  await write
    .updateTable('record.offer')
    .set({ draft: json(draft), changed_at: who.now })
    .where('organisation', '=', who.organisation)
    .where('id', '=', id)
    .execute();
  await saveEvent(write, who, found.value, 'changed', null);
  await note(write, who, 'record', id);
  return found;
}

/** Whose offer it is to publish: one's own, or one that was printed of a provider who does not keep its offers here. */
async function providerProblem(read: Read, keeper: Organisation, draft: OfferDraft): Promise<OfferProblem | null> {
  if (draft.providerCode === null || draft.providerCode === keeper.authority) return null;
  return (await keepsOwnOffers(read, draft.providerCode))
    ? { code: 'provider keeps its own', provider: draft.provider }
    : null;
}

/** Shows the draft to readers. Coverage follows only where the keeper said in the draft what the offer means for the ask. */
export async function publishOffer(write: Write, who: Who, id: string): Promise<Result<OfferRecord, OfferProblem>> {
  const found = await own(write, who, id, 'draft', 'live');
  if (!found.ok) return found;
  const { draft, state } = found.value;
  const keeper = await showOrganisation(write, who.organisation);
  const problem = await providerProblem(write, keeper, draft);
  if (problem) return refused(problem);
  await write
    .updateTable('record.offer')
    .set({ state: 'live', shown: json(draft), changed_at: who.now })
    .where('organisation', '=', who.organisation)
    .where('id', '=', id)
    .execute();
  await showOffer(write, who, keeper, found.value, draft, null);
  await saveEvent(write, who, found.value, 'published', state === 'draft' ? null : 'With changes');
  await note(write, who, 'publish', id);
  const [theme] = draft.themes;
  if (
    draft.answers !== null &&
    draft.providerCode !== null &&
    theme !== undefined &&
    maySayOf(keeper, draft.providerCode)
  ) {
    const said = await recordCoverage(write, who, {
      authority: draft.providerCode,
      framework: draft.framework,
      theme: (await themeOfAsk(write, draft)) ?? theme,
      ask: draft.ask,
      state: draft.answers,
      source: draft.printed ?? `The offer “${draft.title}”`,
      sourceUrl: draft.sourceUrl,
      on: draft.verifiedOn ?? londonDate(who.now),
      offer: found.value.slug,
    });
    // The form has asked all this already; an authority that left the directory since says nothing.
    if (!said.ok && said.problem !== 'no such authority')
      throw new Error(`coverage of a published offer was refused: ${said.problem}`);
  }
  await raiseRevision(write);
  return found;
}

async function themeOfAsk(read: Read, { framework, ask }: OfferDraft): Promise<string | null> {
  if (ask === null) return null;
  return (await publishedFramework(read, framework))?.asks.find(({ key }) => key === ask)?.theme ?? null;
}

/** Records several offers at once, and publishes them if that is wished: all of them, or none where one may not be. */
export async function recordOffers(
  write: Write,
  who: Who,
  drafts: readonly OfferDraft[],
  publish: boolean,
): Promise<Result<readonly { readonly id: string; readonly slug: string }[], OfferProblem>> {
  const keeper = await ownOrganisation(write, who.organisation);
  if (publish) {
    for (const draft of drafts) {
      const problem = await providerProblem(write, keeper, draft);
      if (problem) return refused(problem);
    }
  }
  const recorded = [];
  for (const draft of drafts) recorded.push(await recordOffer(write, who, draft));
  if (publish) {
    for (const { id } of recorded) {
      const made = await publishOffer(write, who, id);
      if (!made.ok) throw new Error(`an offer that was checked was refused: ${made.problem.code}`);
    }
  }
  return ok(recorded);
}

/**
 * Takes a file of offers. One that stands here already, by its provider and title, is not written a second time: it stays where the file says the
 * same, and is changed where that is wished; else nothing of the file is taken.
 */
export async function recordOffersOfFile(
  write: Write,
  who: Who,
  drafts: readonly OfferDraft[],
  { publish, change }: { readonly publish: boolean; readonly change: boolean },
): Promise<Result<FileTaken, OfferProblem>> {
  const titles = drafts.map(({ title }) => title);
  const standing = Map.groupBy(await offersTitled(write, who.organisation, titles), ({ draft }) => offerKey(draft));
  const matched = drafts.map((draft) => {
    const candidates = standing.get(offerKey(draft)) ?? [];
    const same = candidates.find((one) => saysTheSame(one.draft, withLastCheck(draft, one.draft)));
    const other = same ? undefined : candidates[0];
    const standingDraft = (same ?? other)?.draft;
    return { draft: standingDraft ? withLastCheck(draft, standingDraft) : draft, same, other };
  });
  const differing = matched.filter(({ other }) => other !== undefined);
  if (!change && differing.length > 0)
    return refused({ code: 'stands already', titles: differing.map(({ draft }) => draft.title) });
  const fresh = matched.filter(({ same, other }) => !same && !other).map(({ draft }) => draft);
  const made = await recordOffers(write, who, fresh, publish);
  if (!made.ok) return made;
  for (const { draft, same, other } of matched) {
    if (other) {
      const changed = await recordOfferDraft(write, who, other.id, draft);
      if (!changed.ok) return changed;
    }
    const found = same ?? other;
    const isSeen = found?.shown && saysTheSame(found.shown, draft);
    if (found && publish && !isSeen) {
      const published = await publishOffer(write, who, found.id);
      if (!published.ok) return published;
    }
  }
  const same = matched.length - fresh.length - differing.length;
  return ok({ made: fresh.length, changed: differing.length, same });
}

/** Says that the offer still holds as it stands. */
export async function checkOffer(
  write: Write,
  who: Who,
  id: string,
  by: string,
): Promise<Result<OfferRecord, OfferProblem>> {
  const found = await own(write, who, id, 'live');
  if (!found.ok) return found;
  const { draft, shown } = found.value;
  const checked = { verifiedOn: londonDate(who.now), verifiedBy: by };
  const seen = { ...(shown ?? draft), ...checked };
  await write
    .updateTable('record.offer')
    .set({ draft: json({ ...draft, ...checked }), shown: json(seen), changed_at: who.now })
    .where('organisation', '=', who.organisation)
    .where('id', '=', id)
    .execute();
  await showOffer(write, who, await showOrganisation(write, who.organisation), found.value, seen, null);
  await saveEvent(write, who, found.value, 'checked again', by);
  await note(write, who, 'record', id, { checked: true });
  await raiseRevision(write);
  return found;
}

/** Ends an offer for a reason that stays public at its address. */
export async function endOffer(
  write: Write,
  who: Who,
  id: string,
  reason: string,
): Promise<Result<OfferRecord, OfferProblem>> {
  const found = await own(write, who, id, 'live');
  if (!found.ok) return found;
  const ended = { on: londonDate(who.now), reason };
  await write
    .updateTable('record.offer')
    .set({ state: 'ended', ended_on: ended.on, ended_reason: reason, changed_at: who.now })
    .where('organisation', '=', who.organisation)
    .where('id', '=', id)
    .execute();
  await showOffer(
    write,
    who,
    await showOrganisation(write, who.organisation),
    found.value,
    found.value.shown ?? found.value.draft,
    ended,
  );
  await saveEvent(write, who, found.value, 'ended', reason);
  await note(write, who, 'withdraw', id, { reason });
  await raiseRevision(write);
  return found;
}

/** Throws a draft away that no reader has seen. */
export async function discardOffer(write: Write, who: Who, id: string): Promise<Result<OfferRecord, OfferProblem>> {
  const found = await own(write, who, id, 'draft');
  if (!found.ok) return found;
  await write.deleteFrom('record.offer').where('organisation', '=', who.organisation).where('id', '=', id).execute();
  await note(write, who, 'withdraw', id, { draft: true });
  return found;
}

/** Of a framework that has ended nothing new is said; the database refuses it too (record.refuse_coverage_under_ended). */
async function isNewUnderEnded(
  read: Read,
  who: Who,
  { framework, theme, ask, authority, offer }: CoverageSaying,
): Promise<boolean> {
  if (offer !== null || !(await endingOf(read, 'framework', framework))) return false;
  const before = await read
    .selectFrom('record.coverage')
    .select('id')
    .where('organisation', '=', who.organisation)
    .where('authority', '=', authority)
    .where('framework', '=', framework)
    .where('theme', '=', theme)
    .where('ask', '=', ask ?? '')
    .limit(1)
    .executeTakeFirst();
  return before === undefined;
}

/** Says whether an authority answers an ask or a kind of ask. An authority speaks of itself only. */
export async function recordCoverage(
  write: Write,
  who: Who,
  saying: CoverageSaying,
): Promise<Result<null, CoverageProblem>> {
  const keeper = await ownOrganisation(write, who.organisation);
  if (!maySayOf(keeper, saying.authority)) return refused('not yours to say');
  if (saying.source.trim() === '') return refused('no source');
  if (!isDate(saying.on) || saying.on > londonDate(who.now)) return refused('in the future');
  if ((await knownAuthorities(write, [saying.authority])).length === 0) return refused('no such authority');
  const framework = await publishedFramework(write, saying.framework);
  const isAsk =
    saying.ask === null || framework?.asks.some(({ key, theme }) => key === saying.ask && theme === saying.theme);
  if (
    framework?.kind !== 'asks' ||
    !framework.themes.some(({ key, promised }) => promised && key === saying.theme) ||
    !isAsk
  )
    return refused('no such ask');
  if (await isNewUnderEnded(write, who, saying)) return refused('framework ended');
  await showOrganisation(write, who.organisation);
  await saveCoverage(write, who, keeper, saying, keeper.kind === 'authority' && keeper.authority === saying.authority);
  await journal(write, {
    scope: who.organisation,
    at: who.now,
    who: who.account,
    verb: saying.state === 'not known' ? 'withdraw' : 'record',
    kind: 'coverage',
    thing: saying.authority,
    detail: { framework: saying.framework, theme: saying.theme, ask: saying.ask, state: saying.state },
  });
  await raiseRevision(write);
  return ok(null);
}
