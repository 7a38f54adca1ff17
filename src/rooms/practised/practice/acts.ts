/**
 * The life of a spotlight: drafted, put to a keeper, cleared, looked at every year, withdrawn. Every act is decided by
 * the rules, saved and written into the journal.
 */
import { fold } from '#base/fold.js';
import { londonDate } from '#base/london.js';
import { type Result, ok, refused } from '#base/result.js';
import { freeSlug } from '#base/slug.js';
import { json } from '#kit/db/client.js';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { journalOf } from '#kit/journal.js';
import { postLetters } from '#kit/mail/mail.js';
import { newestPublication, publishNext, raiseRevision } from '#kit/publications/publications.js';
import {
  leadAddresses,
  nameInLetters,
  ownOrganisation,
  requireVerified,
  showOrganisation,
  type Who,
} from '#rooms/ground/people/index.js';
import {
  heldSpotlight,
  knownFor,
  publishedFor,
  type Spotlight,
  submissionOf,
  type KeeperSubmission,
} from './lookups.js';
import { renderPracticeHtml } from './pages/practice/render.js';
import { practicePaths } from './paths.js';
import { canBeDone, contentOf, partsOf, type PracticeAct, spotlightProblems } from './rules.js';
import {
  changePractice,
  forgetPassages,
  holdSlugs,
  nextSubmission,
  removeSpotlight,
  saveDraft,
  savePractice,
  saveSubmission,
  slugTakenUp,
  takenSlugs,
} from './store.js';
import type { PracticeContent, PracticeProblem, SpotlightDraft } from './words.js';

type Done<T = null> = Result<T, PracticeProblem>;

const note = journalOf('practice');

async function tell(write: Write, who: Who, organisation: string, subject: string, body: string): Promise<void> {
  await postLetters(
    write,
    (await leadAddresses(write, organisation)).map((to) => ({ organisation: who.organisation, to, subject, body })),
    who.now,
  );
}

/** Begins a spotlight. Nobody but the organisation sees it, and it may lack anything. */
export async function recordSpotlight(write: Write, who: Who, draft: SpotlightDraft): Promise<string> {
  const id = newId(who.now);
  await write
    .insertInto('record.practice')
    .values({ organisation: who.organisation, id, draft: json(draft), follows: 0, changed_at: who.now })
    .execute();
  await note(write, who, 'record', id);
  return id;
}

/** The spotlight, held, where it is there and its own organisation may do the act. */
async function takeUp(write: Write, who: Who, id: string, ...acts: readonly PracticeAct[]): Promise<Done<Spotlight>> {
  const found = await heldSpotlight(write, who.organisation, id);
  if (!found) return refused({ code: 'not there' });
  return acts.some((act) => canBeDone(act, 'owner', found))
    ? ok(found)
    : refused({ code: 'wrong state', state: found.state });
}

/** Takes the place of the draft; what readers see stays as it is until a keeper has cleared the next version. */
export async function recordSpotlightDraft(write: Write, who: Who, id: string, draft: SpotlightDraft): Promise<Done> {
  const found = await takeUp(write, who, id, 'edit', 'edit published');
  if (!found.ok) return found;
  await saveDraft(write, who, id, draft, found.value.last?.number ?? 0);
  await note(write, who, 'record', id);
  return ok(null);
}

/** A draft that nobody but its organisation has seen goes without a trace but the journal's. */
export async function withdrawSpotlightDraft(write: Write, who: Who, id: string): Promise<Done> {
  const found = await takeUp(write, who, id, 'discard');
  if (!found.ok) return found;
  // What a keeper has had before it stays, for the keeper's sake.
  if (found.value.last !== null) return refused({ code: 'wrong state', state: found.value.state });
  await removeSpotlight(write, who.organisation, id);
  await note(write, who, 'withdraw', id);
  return ok(null);
}

/** Puts a spotlight to the keeper of the framework that it names; a keeper's own is published at once, which is said by a slug. */
export async function submitSpotlight(
  write: Write,
  who: Who,
  id: string,
  site: string,
): Promise<Done<{ readonly published: string | null }>> {
  const found = await takeUp(write, who, id, 'submit');
  if (!found.ok) return found;
  const { draft } = found.value;
  const known = await knownFor(write, draft, id);
  const problems = spotlightProblems(draft, known);
  const framework = known.frameworks.find(({ slug }) => slug === draft.framework);
  if (problems.length > 0 || !framework) return refused({ code: 'not ready', problems });
  // Its keeper could not publish it.
  await requireVerified(write, who.organisation);
  // What is submitted is meant for readers: its organisation is among those that the site names from now on.
  const own = await showOrganisation(write, who.organisation);
  const submission = await saveSubmission(write, who, {
    practice: id,
    number: nextSubmission(found.value),
    keeper: framework.organisation,
    framework: framework.slug,
    organisation_slug: own.slug,
    organisation_name: own.name,
    organisation_kind: own.kind,
    draft,
  });
  await note(write, who, 'submit', id, { submission, framework: framework.slug });
  if (framework.organisation === who.organisation) {
    const cleared = await publishSubmission(write, who, submission, site);
    return cleared.ok ? ok({ published: cleared.value.slug }) : cleared;
  }
  await tell(
    write,
    who,
    framework.organisation,
    'A spotlight waits for you',
    `${nameInLetters(own)} has submitted a spotlight for ${framework.name}. Clear it, change it, or ask it ` +
      `back:\n\n${site}${practicePaths.submission(submission)}\n`,
  );
  return ok({ published: null });
}

/** Takes back what still waits, with whatever the keeper changed in it meanwhile. */
export async function withdrawSubmission(write: Write, who: Who, id: string): Promise<Done> {
  const found = await takeUp(write, who, id, 'take back');
  if (!found.ok) return found;
  await write
    .updateTable('record.submission')
    .set({ state: 'taken back', decided_by: who.account, decided_at: who.now })
    .where('organisation', '=', who.organisation)
    .where('practice', '=', id)
    .where('state', '=', 'waiting')
    .execute();
  await note(write, who, 'withdraw', id, { submission: found.value.last?.id });
  return ok(null);
}

/** What waits for this keeper, held. */
async function takeUpWaiting(
  write: Write,
  who: Who,
  submission: string,
  act: PracticeAct,
): Promise<Done<KeeperSubmission>> {
  const found = await submissionOf(write, who.organisation, submission, 'hold');
  if (!found) return refused({ code: 'not there' });
  const state =
    found.state === 'waiting'
      ? 'submitted'
      : found.state === 'cleared'
        ? 'published'
        : found.state === 'asked back'
          ? 'asked back'
          : 'draft';
  return canBeDone(act, 'keeper', { state, isPublic: false }) ? ok(found) : refused({ code: 'wrong state', state });
}

/** The keeper's lead changes what was submitted; what stood there before stays beside it. */
export async function recordSubmissionEdit(
  write: Write,
  who: Who,
  submission: string,
  content: SpotlightDraft,
): Promise<Done> {
  const found = await takeUpWaiting(write, who, submission, 'edit submitted');
  if (!found.ok) return found;
  // To whom it was put is not the keeper's to change.
  await write
    .updateTable('record.submission')
    .set({ content: json({ ...content, framework: found.value.content.framework }) })
    .where('organisation', '=', found.value.organisation)
    .where('id', '=', submission)
    .execute();
  await note(write, who, 'record', found.value.practice, { submission });
  return ok(null);
}

/** Gives it back to its organisation with the reason. */
export async function answerSubmission(
  write: Write,
  who: Who,
  submission: string,
  reason: string,
  site: string,
): Promise<Done> {
  const found = await takeUpWaiting(write, who, submission, 'ask back');
  if (!found.ok) return found;
  if (reason.trim() === '') return refused({ code: 'no reason' });
  const { organisation, practice } = found.value;
  await write
    .updateTable('record.submission')
    .set({ state: 'asked back', reason: reason.trim(), decided_by: who.account, decided_at: who.now })
    .where('organisation', '=', organisation)
    .where('id', '=', submission)
    .execute();
  await note(write, who, 'answer', practice, { submission }, reason.trim());
  const own = await ownOrganisation(write, who.organisation);
  await tell(
    write,
    who,
    organisation,
    'Your spotlight came back',
    `${nameInLetters(own)} asks you for something before your spotlight can be published. What it is stands here:\n\n${site}${practicePaths.own(practice)}\n`,
  );
  return ok(null);
}

/** Clears what was submitted and publishes it as the next version. The only way in which a spotlight becomes public. */
export async function publishSubmission(
  write: Write,
  who: Who,
  submission: string,
  site: string,
): Promise<Done<{ readonly slug: string; readonly version: number }>> {
  const found = await takeUpWaiting(write, who, submission, 'clear');
  if (!found.ok) return found;
  const { organisation, practice, content: draft } = found.value;
  const known = await knownFor(write, draft, practice);
  const problems = spotlightProblems(draft, known);
  if (problems.length > 0) return refused({ code: 'not ready', problems });
  await holdSlugs(write);
  // Held before the revision is raised, as every other act on what readers see does.
  const shown = await write
    .selectFrom('published.practice')
    .select('slug')
    .where('id', '=', practice)
    .forUpdate()
    .executeTakeFirst();
  const taken = shown ? new Set<string>() : await takenSlugs(write, draft.title);
  const slug =
    shown?.slug ?? (await slugTakenUp(write, submission)) ?? freeSlug(draft.title, (candidate) => taken.has(candidate));
  const content = contentOf(draft, known, {
    slug,
    organisation: {
      slug: found.value.organisation_slug,
      name: found.value.organisation_name,
      kind: found.value.organisation_kind,
    },
  });
  const published = await publishNext(
    write,
    {
      kind: 'practice',
      subject: slug,
      title: content.practice.title,
      content,
      html: renderPracticeHtml(content),
      pdf: null,
      pages: null,
      changes: null,
      board: '',
      date: null,
      passages: passagesOf(content),
    },
    who.now,
  );
  // Submitted again word for word: the version that there is was looked at once more.
  const newest = published ?? (await newestPublication(write, 'practice', slug));
  if (!newest) throw new Error('nothing was published and nothing was there');
  await write
    .updateTable('record.submission')
    .set({ state: 'cleared', publication: newest.id, decided_by: who.account, decided_at: who.now })
    .where('organisation', '=', organisation)
    .where('id', '=', submission)
    .execute();
  const today = londonDate(who.now);
  const body = bodyOf(content);
  await savePractice(write, {
    slug,
    id: practice,
    publication: newest.id,
    version: newest.version,
    organisation,
    organisation_slug: content.organisation.slug,
    organisation_name: content.organisation.name,
    organisation_kind: content.organisation.kind,
    keeper: who.organisation,
    keeper_name: content.keeper.name,
    title: content.practice.title,
    summary: content.summary,
    authority: content.place.authority?.code ?? null,
    urn: content.place.school?.urn ?? null,
    phase: content.phase,
    themes: content.themes.map(({ framework, key }) => `${framework} ${key}`),
    needs: content.needs.map(({ key }) => key),
    own_needs: [...content.ownNeeds],
    evidence: content.evidence.level,
    published_on: today,
    reviewed_on: today,
    state: 'published',
    body,
    folded_title: fold(content.practice.title),
    folded: fold(`${content.practice.title}\n${body}`),
  });
  await raiseRevision(write);
  // Named by its subject, as every publication is.
  await note(write, who, 'publish', slug, { practice, submission, version: newest.version });
  if (organisation !== who.organisation)
    await tell(
      write,
      who,
      organisation,
      'Your spotlight is published',
      `${content.keeper.name} has cleared your spotlight. Readers find it ` +
        `here:\n\n${site}${practicePaths.one(slug)}\n\nWhat was changed before it was cleared stands in your ` +
        `workspace:\n\n${site}${practicePaths.own(practice)}\n`,
    );
  return ok({ slug, version: newest.version });
}

/** All that it says below its title, as the library searches it and shows pieces of it: the telling first, then the facts. */
function bodyOf(content: PracticeContent): string {
  const facts = new Set(['ask', 'needs', 'themes', 'phase', 'place']);
  const told = partsOf(content).filter(({ key, text }) => key !== 'title' && text !== '');
  return [
    ...told.map(({ key, label, text }) => (facts.has(key) ? `${label}: ${text.split('\n').join(', ')}.` : text)),
    content.organisation.name,
  ].join('\n');
}

/** What the site's own search finds: the whole in short, each area, and what came of it. */
function passagesOf(
  content: PracticeContent,
): readonly { readonly heading: string; readonly path: string; readonly body: string }[] {
  const path = practicePaths.one(content.practice.slug);
  const part = (anchor: string, heading: string, ...texts: readonly string[]) => ({
    heading,
    path: `${path}#${anchor}`,
    body: texts.filter((text) => text !== '').join('\n'),
  });
  return [
    {
      heading: content.practice.title,
      path,
      body: [
        content.summary,
        content.organisation.name,
        ...content.needs.map(({ title }) => title),
        ...content.ownNeeds,
      ].join('\n'),
    },
    part('need', `${content.practice.title}: the need`, content.need, content.about),
    ...content.done.map(({ heading, text }, index) => part(`done-${index + 1}`, heading, text)),
    part('changed', `${content.practice.title}: what changed`, content.changed, content.evidence.known),
    part('cost', `${content.practice.title}: what it cost`, content.cost.text, content.cost.time ?? ''),
  ];
}

/** Says that a published practice still holds; the next look at it is due in a year. */
export async function recordReview(write: Write, who: Who, id: string): Promise<Done> {
  const found = await takeUp(write, who, id, 'review');
  if (!found.ok) return found;
  await changePractice(write, id, { reviewed_on: londonDate(who.now) });
  await raiseRevision(write);
  await note(write, who, 'agree', id, { slug: found.value.published?.slug });
  return ok(null);
}

/** Takes a practice out of the library. Its page stays with the reason; its organisation may do it, and whoever cleared it. */
export async function withdrawPractice(
  write: Write,
  who: Who,
  id: string,
  reason: string,
  site: string,
): Promise<Done<{ readonly slug: string }>> {
  const found = await publishedFor(write, who.organisation, id);
  const own = await heldSpotlight(write, who.organisation, id);
  if (!found) return refused(own ? { code: 'wrong state', state: own.state } : { code: 'not there' });
  // A keeper sees no drafts: what waits with it is all that it can know beside what is public.
  const waiting = own
    ? false
    : (await write
        .selectFrom('record.submission')
        .select('id')
        .where('keeper', '=', who.organisation)
        .where('practice', '=', id)
        .where('state', '=', 'waiting')
        .executeTakeFirst()) !== undefined;
  const standing = own ?? { state: waiting ? ('submitted' as const) : found.state, isPublic: true };
  if (!canBeDone('withdraw', own ? 'owner' : 'keeper', standing))
    return refused({ code: 'wrong state', state: standing.state });
  if (reason.trim() === '') return refused({ code: 'no reason' });
  const by = await ownOrganisation(write, who.organisation);
  await changePractice(write, id, {
    state: 'withdrawn',
    withdrawn_on: londonDate(who.now),
    withdrawn_by: by.name,
    reason: reason.trim(),
  });
  await forgetPassages(write, found.slug);
  await raiseRevision(write);
  await note(write, who, 'withdraw', id, { slug: found.slug }, reason.trim());
  if (!own)
    await tell(
      write,
      who,
      found.organisation,
      'Your spotlight was withdrawn',
      `${nameInLetters(by)} has withdrawn a spotlight of yours from its library. The reason stands on its page:\n\n${site}${practicePaths.one(found.slug)}\n`,
    );
  return ok({ slug: found.slug });
}

/** Which practices a promise uses; takes the place of what was said before. */
export async function recordUses(
  write: Write,
  {
    promise,
    promiseSlug,
    organisationName,
    aim,
  }: {
    readonly promise: string;
    readonly promiseSlug: string;
    readonly organisationName: string;
    readonly aim: string;
  },
  practices: readonly string[],
): Promise<void> {
  await write.deleteFrom('published.practice_use').where('promise', '=', promise).execute();
  const rows = [...new Set(practices)].map((practice) => ({
    practice,
    promise,
    promise_slug: promiseSlug,
    organisation_name: organisationName,
    aim,
  }));
  if (rows.length > 0) await write.insertInto('published.practice_use').values(rows).execute();
  await raiseRevision(write);
}
