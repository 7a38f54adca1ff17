/** What the keeper of a register and its signatories do. The database decides once more who may do what (keep_register). */
import { type Insertable, sql } from 'kysely';
import { emailAddress } from '#base/email-address.js';
import { londonDate } from '#base/london.js';
import { type Result, ok, refused } from '#base/result.js';
import { slug as slugOf } from '#base/slug.js';
import { saveUnderFreeSlug } from '#kit/db/free-slug.js';
import type { Read, Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { journalOf } from '#kit/journal.js';
import { postLetters } from '#kit/mail/mail.js';
import { raiseRevision } from '#kit/publications/publications.js';
import { endingOf } from '#kit/withdrawals/endings.js';
import { publishedFramework, type PublishedFramework } from '#rooms/ground/frameworks/index.js';
import {
  invitationLimit,
  invite,
  leadAddresses,
  ownOrganisation,
  showOrganisation,
  type Who,
} from '#rooms/ground/people/index.js';
import { bodyHere, entryOf, interestRecord, keptEntry, namesLike, ownEntry } from './lookups.js';
import { registerPaths, takenNames } from './paths.js';
import { earnLevels } from './days.js';
import { audienceOf, canBeDone, signingKind } from './rules.js';
import type { EntryRow } from './tables.js';
import {
  bodyKinds,
  type Body,
  type BodyKind,
  type End,
  type EndProblem,
  type InviteProblem,
  type Signature,
  type SignProblem,
} from './words.js';

const note = journalOf('register entry');

const oneMore = sql<number>`event_number + 1`;

/** Whether an organisation can sign: only these kinds are asked for something as signatories. */
export function signingBody(kind: string): BodyKind | null {
  return bodyKinds.find((one) => one === kind) ?? null;
}

/** A new entry, under the first address of its body's name that is free in the register. */
async function saveEntry(write: Write, entry: Omit<Insertable<EntryRow>, 'slug'>): Promise<string> {
  const taken = await namesLike(write, entry.framework, slugOf(entry.name));
  const kept = await saveUnderFreeSlug(
    entry.name,
    (slug) =>
      write
        .insertInto('record.register_entry')
        .values({ ...entry, slug })
        .onConflict((conflict) => conflict.columns(['framework', 'slug']).doNothing())
        .returning('slug')
        .executeTakeFirst(),
    (candidate) => taken.has(candidate) || takenNames.includes(candidate),
  );
  return kept.slug;
}

async function keptFramework(read: Read, who: Who, framework: string) {
  const found = await publishedFramework(read, framework);
  return found?.organisation === who.organisation ? found : undefined;
}

export interface InvitationDraft {
  readonly body: Body;
  /** Whom the letter goes to where the body is not in Kept yet; null for an entry without a letter. */
  readonly email: string | null;
  /** Whether the body said itself that it is interested. */
  readonly isInterested: boolean;
}

/** Makes the entry of a body, or takes up again one that withdrew or was removed, and writes to whoever can sign. */
export async function inviteBody(
  write: Write,
  who: Who,
  framework: string,
  draft: InvitationDraft,
  site: string,
): Promise<Result<{ readonly slug: string; readonly token: string | null; readonly letter: boolean }, InviteProblem>> {
  const kept = await keptFramework(write, who, framework);
  if (kept && (await endingOf(write, 'framework', framework))) return refused('framework ended');
  return kept ? inviteInto(write, who, kept, draft, site) : refused('not there');
}

async function inviteInto(
  write: Write,
  who: Who,
  kept: PublishedFramework,
  draft: InvitationDraft,
  site: string,
): Promise<Result<{ readonly slug: string; readonly token: string | null; readonly letter: boolean }, InviteProblem>> {
  const { body } = draft;
  const framework = kept.slug;
  const today = londonDate(who.now);
  const signatory = await bodyHere(write, body);
  const before = await entryOf(write, who.organisation, framework, body);
  if (before && !canBeDone('invite again', before.state)) return refused('listed already');
  // Looked at before anything is written: a refusal is an answer, and what was written would stay.
  const limit =
    signatory === null && draft.email !== null ? await invitationLimit(write, [draft.email], who.now) : null;
  if (limit) return refused(limit.problem);
  const state = draft.isInterested ? 'interested' : 'invited';
  let slug = before?.slug ?? '';
  if (before) {
    await write
      .updateTable('record.register_entry')
      .set({
        state: 'invited',
        signatory: before.signatory ?? signatory,
        invited_on: today,
        ended_on: null,
        ended_by: null,
        reason: null,
        event: 'invited',
        event_number: oneMore,
        event_on: today,
      })
      .where('organisation', '=', who.organisation)
      .where('id', '=', before.id)
      .execute();
  } else {
    slug = await saveEntry(write, {
      organisation: who.organisation,
      id: newId(who.now),
      framework,
      signatory,
      ...body,
      state,
      invited_on: draft.isInterested ? null : today,
      interested_on: draft.isInterested ? today : null,
      event: state,
      event_number: 1,
      event_on: today,
    });
  }
  await raiseRevision(write);
  await note(write, who, 'invite', slug, {
    framework,
    kind: body.kind,
    ...(body.authority === null ? {} : { authority: body.authority }),
    ...(body.urn === null ? {} : { urn: body.urn }),
  });
  const words = `${kept.organisation_name} invites ${body.name} to sign “${kept.name}”.`;
  if (signatory !== null) {
    const text = `${words}\n\n${site}${registerPaths.sign(framework)}\n\nWhat it asks and who has signed:\n\n${site}${registerPaths.all(framework)}\n`;
    await postLetters(
      write,
      (await leadAddresses(write, signatory)).map((to) => ({
        organisation: who.organisation,
        to,
        subject: `You are invited to sign “${kept.name}”`,
        body: text,
      })),
      who.now,
    );
    return ok({ slug, token: null, letter: true });
  }
  if (draft.email === null) return ok({ slug, token: null, letter: false });
  const sent = await invite(
    write,
    {
      organisation: who.organisation,
      account: who.account,
      email: draft.email,
      body: { name: body.name, kind: body.kind, authority: body.authority, urn: body.urn, partOf: null },
      role: 'lead',
      returnTo: registerPaths.sign(framework),
      words,
      site,
    },
    who.now,
  );
  if (!sent.ok) throw new Error(`an invitation that was within its limits was refused: ${sent.problem.code}`);
  return ok({ slug, token: sent.value, letter: true });
}

/** Several at once: all of them or, at the first that cannot be, none. The number names the place in the list. */
export async function inviteBodies(
  write: Write,
  who: Who,
  framework: string,
  drafts: readonly InvitationDraft[],
  site: string,
): Promise<Result<number, { readonly code: InviteProblem; readonly at: number | null }>> {
  // Looked at before anything is written, so that a refusal leaves nothing behind.
  const kept = await keptFramework(write, who, framework);
  if (!kept) return refused({ code: 'not there', at: 0 });
  if (await endingOf(write, 'framework', framework)) return refused({ code: 'framework ended', at: null });
  for (const [at, { body }] of drafts.entries()) {
    const before = await entryOf(write, who.organisation, framework, body);
    if (before && !canBeDone('invite again', before.state)) return refused({ code: 'listed already', at });
  }
  const emails = drafts.flatMap(({ email }) => (email === null ? [] : [email]));
  const limit = await invitationLimit(write, emails, who.now);
  if (limit)
    return refused({
      code: limit.problem,
      at:
        limit.address === null
          ? null
          : drafts.findIndex(({ email }) => email !== null && emailAddress(email) === limit.address),
    });
  for (const [at, draft] of drafts.entries()) {
    const done = await inviteInto(write, who, kept, draft, site);
    if (!done.ok)
      throw new Error(
        `entry ${at} of a list that was looked through cannot be invited: ${typeof done.problem === 'string' ? done.problem : done.problem.code}`,
      );
  }
  return ok(drafts.length);
}

/** Says that a body is interested: kept for the keeper alone until it is answered. The same answer whether it was said before. */
export async function recordInterest(
  write: Write,
  framework: string,
  body: Body,
  email: string,
  role: string,
  now: Date,
): Promise<void> {
  await sql`select record.say_interest(${newId(now)}::uuid, ${framework}, ${body.kind}, ${body.name},
    ${body.authority}, ${body.urn}::integer, ${email}, ${role}, ${londonDate(now)}::date)`.execute(write);
}

/** Answers an interest: lists and invites the body, or declines. Either way the address that was given is forgotten. */
export async function answerInterest(
  write: Write,
  who: Who,
  framework: string,
  id: string,
  answer: 'invite' | 'decline',
  site: string,
): Promise<Result<{ readonly token: string | null }, InviteProblem>> {
  const said = await interestRecord(write, who.organisation, framework, id);
  if (!said) return refused('not there');
  const { kind, name, authority, urn } = said;
  let token: string | null = null;
  if (answer === 'invite') {
    const listed = await inviteBody(
      write,
      who,
      framework,
      { body: { kind, name, authority, urn }, email: said.email, isInterested: true },
      site,
    );
    if (!listed.ok) return listed;
    token = listed.value.token;
  }
  await write
    .deleteFrom('record.register_interest')
    .where('organisation', '=', who.organisation)
    .where('id', '=', id)
    .execute();
  await note(write, who, 'answer', id, { framework, answer });
  return ok({ token });
}

/** Signs for one's own organisation: the first time, again before or after the signature lapsed, or for a newer version. Each counts for 24 months. */
export async function signRegister(
  write: Write,
  who: Who,
  framework: string,
  signature: Signature,
): Promise<Result<{ readonly slug: string; readonly kind: 'signed' | 'renewed' | 'reconfirmed' }, SignProblem>> {
  const found = await publishedFramework(write, framework);
  if (!found) return refused('no such framework');
  if (await endingOf(write, 'framework', framework)) return refused('framework ended');
  const own = await ownOrganisation(write, who.organisation);
  const kind = signingBody(own.kind);
  if (found.organisation === who.organisation) return refused('own framework');
  if (kind === null || (kind === 'school' && own.urn === null) || (kind === 'authority' && own.authority === null))
    return refused('cannot sign');
  const today = londonDate(who.now);
  if (signature.on > today) return refused('decided later');
  const asked = new Set(found.asks.filter(({ audience }) => audience === audienceOf[kind]).map(({ key }) => key));
  const asks = [...new Set(signature.asks)].filter((key) => asked.has(key));
  if (asked.size === 0) return refused('nothing asked');
  if (asks.length === 0) return refused('no asks');
  await sql`select record.claim_entry(${framework})`.execute(write);
  const before = await ownEntry(write, who.organisation, framework);
  if (before && !canBeDone('sign', before.state)) return refused('was removed');
  const done = signingKind(before, found.version);
  const signed = {
    signed_on: today,
    signed_by: signature.by,
    signed_role: signature.role,
    mandate: signature.mandate,
    mandate_link: signature.link,
    mandate_on: signature.on,
    version: found.version,
    asks,
    ended_on: null,
    ended_by: null,
    reason: null,
    event: done,
    event_on: today,
  } as const;
  let slug = before?.slug ?? '';
  await showOrganisation(write, who.organisation);
  if (before) {
    await sql`select published.take_entry_up(${framework}, ${before.slug})`.execute(write);
    await write
      .updateTable('record.register_entry')
      .set({ ...signed, state: 'signed', first_signed_on: before.first_signed_on ?? today, event_number: oneMore })
      .where('organisation', '=', before.organisation)
      .where('id', '=', before.id)
      .execute();
  } else {
    slug = await saveEntry(write, {
      organisation: found.organisation,
      id: newId(who.now),
      framework,
      signatory: who.organisation,
      kind,
      name: own.name,
      authority: own.authority,
      urn: own.urn,
      state: 'signed',
      first_signed_on: today,
      ...signed,
      event_number: 1,
    });
  }
  await earnLevels(write, { framework, organisation: who.organisation });
  await raiseRevision(write);
  await note(write, who, 'sign', slug, { framework, version: found.version, kind: done });
  return ok({ slug, kind: done });
}

/** Takes one's own signature back. Readers learn why and who decided, and that stays. */
export async function withdrawSignature(
  write: Write,
  who: Who,
  framework: string,
  end: End,
): Promise<Result<{ readonly slug: string }, EndProblem>> {
  const entry = await ownEntry(write, who.organisation, framework);
  if (!entry) return refused('not there');
  if (!canBeDone('withdraw', entry.state)) return refused('not signed');
  const today = londonDate(who.now);
  await write
    .updateTable('record.register_entry')
    .set({
      state: 'withdrawn',
      ended_on: today,
      ended_by: end.by,
      reason: end.reason,
      event: 'withdrawn',
      event_number: oneMore,
      event_on: today,
    })
    .where('organisation', '=', entry.organisation)
    .where('id', '=', entry.id)
    .execute();
  await raiseRevision(write);
  await note(write, who, 'withdraw', entry.slug, { framework }, end.reason);
  return ok({ slug: entry.slug });
}

/** The keeper takes an entry off, in public: who decided and why stays on the register. */
export async function removeEntry(
  write: Write,
  who: Who,
  framework: string,
  slug: string,
  end: End,
  site: string,
): Promise<Result<null, EndProblem>> {
  const entry = await keptEntry(write, who.organisation, framework, slug);
  if (!entry) return refused('not there');
  if (!canBeDone('remove', entry.state)) return refused('removed already');
  const today = londonDate(who.now);
  await write
    .updateTable('record.register_entry')
    .set({
      state: 'removed',
      ended_on: today,
      ended_by: end.by,
      reason: end.reason,
      event: 'removed',
      event_number: oneMore,
      event_on: today,
    })
    .where('organisation', '=', who.organisation)
    .where('id', '=', entry.id)
    .execute();
  await raiseRevision(write);
  await note(write, who, 'withdraw', slug, { framework, removed: true }, end.reason);
  if (entry.signatory !== null) {
    const body =
      entry.signed_on === null
        ? `The invitation of ${entry.name} to sign a framework was taken back by its keeper.\n\n${site}${registerPaths.all(framework)}\n`
        : `${entry.name} was taken off a register. Who decided it, and why, stands here:\n\n${site}${registerPaths.one(framework, slug)}\n`;
    await postLetters(
      write,
      (await leadAddresses(write, entry.signatory)).map((to) => ({
        organisation: who.organisation,
        to,
        subject: 'You were taken off a register',
        body,
      })),
      who.now,
    );
  }
  return ok(null);
}
