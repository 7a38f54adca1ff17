/** What happens to networks: founded, joined, left, met, closed. */
import { londonDate } from '#base/london.js';
import { type Result, ok, refused } from '#base/result.js';
import { freeSlug, slug as slugOf } from '#base/slug.js';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { journalOf } from '#kit/journal.js';
import { postLetters } from '#kit/mail/mail.js';
import { raiseRevision } from '#kit/publications/publications.js';
import { withdrawnNames } from '#kit/withdrawals/withdrawals.js';
import {
  type InvitationDraft,
  invite,
  leadAddresses,
  nameInLetters,
  showOrganisation,
  type Who,
} from '#rooms/ground/people/index.js';
import { invitable, networkSheet, type NetworkSheet, ownEvent, personOf, wasInvited } from './lookups.js';
import { networkPaths } from './paths.js';
import { isOver, isSameEvent, mayMember, type MemberAct, needsReason, plainName } from './rules.js';
import { holdSlugs, renameEvents, saveEvent, saveMember, saveNetwork } from './store.js';
import type { EventRow, NetworkRow } from './tables.js';
import type { EventDraft, MemberState, NetworkDraft, NetworkProblem } from './words.js';

type Done<T = null> = Result<T, NetworkProblem>;

const journalNetwork = journalOf('network');
const journalEvent = journalOf('event');

/** Founds a network: readers see it at once, with its host as first member. */
export async function recordNetwork(write: Write, who: Who, draft: NetworkDraft): Promise<string> {
  await holdSlugs(write);
  const wanted = slugOf(plainName(draft.name));
  const shown = await write
    .selectFrom('published.network')
    .select('slug')
    .where('slug', 'like', `${wanted}%`)
    .execute();
  const taken = new Set([...shown.map(({ slug }) => slug), ...(await withdrawnNames(write, 'network', wanted))]);
  // Words that stand in the same place of an address are no names.
  const slug = freeSlug(
    plainName(draft.name),
    (candidate) => taken.has(candidate) || candidate === 'new' || candidate === 'join',
  );
  const host = await showOrganisation(write, who.organisation);
  const id = newId(who.now);
  const today = londonDate(who.now);
  await saveNetwork(write, host, {
    organisation: who.organisation,
    id,
    slug,
    ...draft,
    themes: [...draft.themes],
    founded_on: today,
    closed_on: null,
    reason: null,
    changed_at: who.now,
  });
  await saveMember(write, {
    organisation: who.organisation,
    network: id,
    member: who.organisation,
    state: 'joined',
    role: 'Host',
    reason: null,
    since: today,
    changed_at: who.now,
    changed_by: who.account,
  });
  await journalNetwork(write, who, 'record', id, { slug, kind: draft.kind });
  await raiseRevision(write);
  return slug;
}

/** The network, held, where one's own organisation is its host and it is not closed. */
async function hosted(write: Write, who: Who, slug: string): Promise<Done<NetworkSheet>> {
  const found = await networkSheet(write, who.organisation, slug, true);
  if (!found) return refused({ code: 'not there' });
  if (!found.isHost) return refused({ code: 'not yours' });
  return found.closed_on === null ? ok(found) : refused({ code: 'closed' });
}

function rowOf(sheet: NetworkSheet): NetworkRow {
  const { host: _, isHost: __, state: ___, memberReason: ____, ...row } = sheet;
  return row;
}

/** Changes what a network says of itself; its kind and its address stay. */
export async function recordNetworkChange(write: Write, who: Who, slug: string, draft: NetworkDraft): Promise<Done> {
  const found = await hosted(write, who, slug);
  if (!found.ok) return found;
  const row = rowOf(found.value);
  await saveNetwork(write, await showOrganisation(write, who.organisation), {
    ...row,
    ...draft,
    kind: row.kind,
    themes: [...draft.themes],
    changed_at: who.now,
  });
  if (draft.name !== row.name) await renameEvents(write, row.id, draft.name);
  await journalNetwork(write, who, 'record', row.id, { name: draft.name });
  await raiseRevision(write);
  return ok(null);
}

/** Ends a network: its page stays, with the reason; what was still to come is cancelled by it. */
export async function withdrawNetwork(write: Write, who: Who, slug: string, reason: string): Promise<Done> {
  if (reason.trim() === '') return refused({ code: 'no reason' });
  const found = await hosted(write, who, slug);
  if (!found.ok) return found;
  const row = rowOf(found.value);
  const today = londonDate(who.now);
  const coming = await write
    .selectFrom('record.event')
    .selectAll()
    .where('organisation', '=', who.organisation)
    .where('network', '=', row.id)
    .where('state', '=', 'planned')
    .where('day', '>=', today)
    .execute();
  for (const event of coming)
    await saveEvent(write, row, {
      ...event,
      state: 'cancelled',
      reason: 'The network has ended.',
      sequence: event.sequence + 1,
      changed_at: who.now,
    });
  await saveNetwork(write, await showOrganisation(write, who.organisation), {
    ...row,
    themes: [...row.themes],
    closed_on: today,
    reason: reason.trim(),
    changed_at: who.now,
  });
  await journalNetwork(write, who, 'withdraw', row.id, { cancelled: coming.length }, reason.trim());
  await raiseRevision(write);
  return ok(null);
}

async function tell(write: Write, who: Who, organisation: string, subject: string, body: string): Promise<void> {
  await postLetters(
    write,
    (await leadAddresses(write, organisation)).map((to) => ({ organisation: who.organisation, to, subject, body })),
    who.now,
  );
}

async function move(
  write: Write,
  who: Who,
  network: Pick<NetworkSheet, 'id' | 'organisation'>,
  member: string,
  state: MemberState,
  more: { readonly role?: string | null; readonly reason?: string | null; readonly verb: string },
): Promise<void> {
  await saveMember(write, {
    organisation: network.organisation,
    network: network.id,
    member,
    state,
    role: more.role ?? null,
    reason: more.reason ?? null,
    since: londonDate(who.now),
    changed_at: who.now,
    changed_by: who.account,
  });
  await journalNetwork(write, who, more.verb, network.id, { member, state }, more.reason ?? null);
  await raiseRevision(write);
}

/** Invites an organisation that readers know of: it decides. */
export async function inviteMember(
  write: Write,
  who: Who,
  slug: string,
  organisation: string,
  site: string,
): Promise<Done> {
  const found = await hosted(write, who, slug);
  if (!found.ok) return found;
  const asked = (await invitable(write, found.value.id)).find((one) => one.slug === organisation);
  if (!asked) return refused({ code: 'unknown organisation' });
  await move(write, who, found.value, asked.id, 'invited', { verb: 'invite' });
  await tell(
    write,
    who,
    asked.id,
    `You are invited to ${found.value.name}`,
    `${found.value.host.name} invites your organisation to the network “${found.value.name}”.\n\nJoin or decline:\n\n${site}${networkPaths.own(slug)}\n`,
  );
  return ok(null);
}

/** Invites an organisation that is not here yet by a letter; whoever opens it joins in one step. Returns the letter's token. */
export async function inviteByLetter(
  write: Write,
  who: Who,
  slug: string,
  draft: Pick<InvitationDraft, 'email' | 'body' | 'site'>,
): Promise<Done<string>> {
  const found = await hosted(write, who, slug);
  if (!found.ok) return found;
  const words = `${found.value.host.name} invites you to the network “${found.value.name}”.`;
  const sent = await invite(
    write,
    {
      ...draft,
      organisation: who.organisation,
      account: who.account,
      role: 'lead',
      returnTo: networkPaths.join(slug),
      words,
    },
    who.now,
  );
  return sent.ok ? sent : refused({ code: 'no letter', why: sent.problem });
}

/** What one's own organisation answers to a network that asked it: join, decline; or leaves it. */
export async function answerNetwork(
  write: Write,
  who: Who,
  slug: string,
  act: Extract<MemberAct, 'join' | 'decline' | 'leave'>,
  site: string,
): Promise<Done> {
  const found = await networkSheet(write, who.organisation, slug, true);
  if (!found) return refused({ code: 'not there' });
  if (found.isHost) return refused({ code: 'host stays' });
  if (act === 'join' && found.closed_on !== null) return refused({ code: 'closed' });
  if (!mayMember(act, 'member', found.state)) return refused({ code: 'wrong state', state: found.state });
  const own = await showOrganisation(write, who.organisation);
  const state = act === 'join' ? 'joined' : act === 'leave' ? 'left' : 'declined';
  await move(write, who, found, who.organisation, state, { verb: act === 'leave' ? 'withdraw' : 'answer' });
  await tell(
    write,
    who,
    found.organisation,
    `${nameInLetters(own)}: ${found.name}`,
    `${nameInLetters(own)} has ${state === 'declined' ? 'declined your invitation to' : state} the network ` +
      `“${found.name}”.\n\n${site}${networkPaths.own(slug)}\n`,
  );
  return ok(null);
}

/** Asks a network to be let in. Whom the host wrote to is let in at once. */
export async function submitJoining(write: Write, who: Who, slug: string, site: string): Promise<Done<MemberState>> {
  const network = await write
    .selectFrom('published.network')
    .select(['id', 'organisation', 'name', 'closed_on'])
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (!network) return refused({ code: 'not there' });
  if (network.closed_on !== null) return refused({ code: 'closed' });
  const found = await networkSheet(write, who.organisation, slug, true);
  if (found?.isHost) return refused({ code: 'host stays' });
  const state = found?.state ?? null;
  const isExpected =
    state === 'invited' || (state === null && (await wasInvited(write, network.organisation, networkPaths.join(slug))));
  if (!isExpected && !mayMember('ask', 'member', state))
    return refused({ code: 'wrong state', state: state ?? 'asked' });
  const own = await showOrganisation(write, who.organisation);
  const next = isExpected ? 'joined' : 'asked';
  await move(write, who, network, who.organisation, next, { verb: isExpected ? 'answer' : 'submit' });
  await tell(
    write,
    who,
    network.organisation,
    `${nameInLetters(own)}: ${network.name}`,
    `${nameInLetters(own)} ${isExpected ? 'has joined' : 'asks to join'} the network “${network.name}”.\n\n${site}${networkPaths.own(slug)}\n`,
  );
  return ok(next);
}

/** What the host says to one organisation: admits or refuses who asked, removes a member, with a reason that the organisation reads. */
export async function answerMember(
  write: Write,
  who: Who,
  slug: string,
  member: string,
  act: Extract<MemberAct, 'admit' | 'refuse' | 'remove'>,
  reason: string,
  site: string,
): Promise<Done> {
  const found = await hosted(write, who, slug);
  if (!found.ok) return found;
  const one = await personOf(write, found.value.id, member);
  if (!one) return refused({ code: 'not there' });
  if (member === who.organisation) return refused({ code: 'host stays' });
  if (!mayMember(act, 'host', one.state)) return refused({ code: 'wrong state', state: one.state });
  if (needsReason(act) && reason.trim() === '') return refused({ code: 'no reason' });
  const state = act === 'admit' ? 'joined' : act === 'refuse' ? 'refused' : 'removed';
  await move(write, who, found.value, member, state, {
    verb: act === 'remove' ? 'withdraw' : 'answer',
    role: null,
    reason: needsReason(act) ? reason.trim() : null,
  });
  const words = {
    admit: 'has let your organisation into',
    refuse: 'has not let your organisation into',
    remove: 'has removed your organisation from',
  }[act];
  await tell(
    write,
    who,
    member,
    found.value.name,
    `${found.value.host.name} ${words} the network ` +
      `“${found.value.name}”.${needsReason(act) ? `\n\nThe reason: ${reason.trim()}` : ''}\n\n${site}${networkPaths.own(slug)}\n`,
  );
  return ok(null);
}

/** Says what a member does in the network: "Chair", "Secretary"; nothing takes it away. */
export async function recordMemberRole(
  write: Write,
  who: Who,
  slug: string,
  member: string,
  role: string,
): Promise<Done> {
  const found = await hosted(write, who, slug);
  if (!found.ok) return found;
  const one = await personOf(write, found.value.id, member);
  if (!one) return refused({ code: 'not there' });
  if (one.state !== 'joined') return refused({ code: 'wrong state', state: one.state });
  const said = role.trim() === '' ? null : role.trim();
  await write
    .updateTable('record.network_member')
    .set({ role: said, changed_at: who.now, changed_by: who.account })
    .where('network', '=', found.value.id)
    .where('member', '=', member)
    .execute();
  await journalNetwork(write, who, 'record', found.value.id, { member, role: said });
  await raiseRevision(write);
  return ok(null);
}

function eventRow(draft: EventDraft) {
  const { isOnline, linkFor, ...rest } = draft;
  return { ...rest, is_online: isOnline, link_for: linkFor };
}

export function draftOf(row: EventRow): EventDraft {
  const { title, about, day, starts, ends, place, is_online, link, link_for, audience, access } = row;
  return { title, about, day, starts, ends, place, isOnline: is_online, link, linkFor: link_for, audience, access };
}

/** Announces an event of a network. */
export async function recordEvent(write: Write, who: Who, slug: string, draft: EventDraft): Promise<Done<string>> {
  const found = await hosted(write, who, slug);
  if (!found.ok) return found;
  const taken = new Set(
    (
      await write
        .selectFrom('record.event')
        .select('slug')
        .where('organisation', '=', who.organisation)
        .where('network', '=', found.value.id)
        .execute()
    ).map((row) => row.slug),
  );
  const name = freeSlug(draft.title, (candidate) => taken.has(candidate) || candidate === 'new');
  const id = newId(who.now);
  await saveEvent(write, found.value, {
    organisation: who.organisation,
    network: found.value.id,
    id,
    slug: name,
    ...eventRow(draft),
    state: 'planned',
    reason: null,
    sequence: 0,
    changed_at: who.now,
  });
  await journalEvent(write, who, 'record', id, { network: found.value.id });
  await raiseRevision(write);
  return ok(name);
}

/** Changes an event that is still to come: calendars are told by a higher number. */
export async function recordEventChange(
  write: Write,
  who: Who,
  slug: string,
  name: string,
  draft: EventDraft,
): Promise<Done> {
  const found = await coming(write, who, slug, name);
  if (!found.ok) return found;
  const { event, network } = found.value;
  if (isSameEvent(draftOf(event), draft)) return refused({ code: 'unchanged' });
  await saveEvent(write, network, { ...event, ...eventRow(draft), sequence: event.sequence + 1, changed_at: who.now });
  await journalEvent(write, who, 'record', event.id, { sequence: event.sequence + 1 });
  await raiseRevision(write);
  return ok(null);
}

/** Cancels an event: it stays on show, with the reason. */
export async function withdrawEvent(write: Write, who: Who, slug: string, name: string, reason: string): Promise<Done> {
  if (reason.trim() === '') return refused({ code: 'no reason' });
  const found = await coming(write, who, slug, name);
  if (!found.ok) return found;
  const { event, network } = found.value;
  await saveEvent(write, network, {
    ...event,
    state: 'cancelled',
    reason: reason.trim(),
    sequence: event.sequence + 1,
    changed_at: who.now,
  });
  await journalEvent(write, who, 'withdraw', event.id, {}, reason.trim());
  await raiseRevision(write);
  return ok(null);
}

async function coming(
  write: Write,
  who: Who,
  slug: string,
  name: string,
): Promise<Done<{ readonly network: NetworkSheet; readonly event: EventRow }>> {
  const found = await hosted(write, who, slug);
  if (!found.ok) return found;
  const event = await ownEvent(write, who.organisation, found.value.id, name);
  if (!event) return refused({ code: 'not there' });
  if (event.state === 'cancelled') return refused({ code: 'cancelled' });
  return isOver(event.day, londonDate(who.now)) ? refused({ code: 'over' }) : ok({ network: found.value, event });
}
