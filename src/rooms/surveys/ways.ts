/** Ways in: class sessions, cards and open links, opened by whoever asks or by a setting that takes part. */
import { randomUUID } from 'node:crypto';
import { londonDate } from '#base/london.js';
import { ok, refused } from '#base/result.js';
import type { Write } from '#kit/db/gate.js';
import type { Who } from '#rooms/people/index.js';
import { changeWayIn, makeCards, newSessionCode, openWayIn } from '#rooms/taking-part/index.js';
import { type Done, note } from './acts.js';
import { settingsOf, surveyAt, type SurveySeen, waysIn } from './lookups.js';
import { mostCards, mostPlaces, stageOn } from './rules.js';
import type { Setting, WayDraft, WayIn } from './words.js';

interface Opening {
  readonly survey: SurveySeen;
  readonly setting: Setting | null;
}

/** Whether this way in may be opened by whoever acts: the survey is open, the setting takes part and is theirs or one of those they asked. */
async function mayOpen(write: Write, who: Who, address: string, draft: WayDraft): Promise<Done<Opening>> {
  // Held, so that it cannot be closed in between.
  const survey = await surveyAt(write, who.organisation, address, 'share');
  if (!survey) return refused({ code: 'not there' });
  const setting = draft.setting === null ? null : ((await settingsOf(write, survey.id)).find(({ id }) => id === draft.setting) ?? null);
  if (draft.setting !== null && (setting === null || !(survey.isOwn || setting.id === who.organisation))) return refused({ code: 'not there' });
  if (stageOn(survey, londonDate(who.now)) !== 'open') return refused({ code: 'not open' });
  if (!survey.audiences.includes(draft.audience)) return refused({ code: 'no such audience' });
  if (draft.kind === 'open link' ? !survey.isOwn || !survey.sheet.openLink : setting === null) return refused({ code: draft.kind === 'open link' ? 'no open link' : 'not there' });
  if (setting !== null && setting.answer !== 'takes part') return refused({ code: 'does not take part' });
  if (draft.kind !== 'open link' && (draft.places === null || draft.places < 1 || draft.places > (draft.kind === 'cards' ? mostCards : mostPlaces))) return refused({ code: 'too many' });
  return ok({ survey, setting });
}

async function saveWay(write: Write, who: Who, key: Buffer, { survey, setting }: Opening, draft: WayDraft, code: string | null): Promise<string> {
  // Random and not by the clock: the intake keeps the same id beside answers.
  const id = randomUUID();
  const endsAt = draft.minutes === null ? null : new Date(who.now.getTime() + draft.minutes * 60_000);
  const places = draft.kind === 'open link' ? null : draft.places;
  await write.insertInto('record.way_in').values({ organisation: survey.organisation, survey: survey.id, id, setting: draft.setting, audience: draft.audience, kind: draft.kind, label: draft.label, places, code, opened_on: londonDate(who.now), ends_at: endsAt, closed_on: null }).execute();
  const opened = await openWayIn(write, key, { survey: survey.id, id, setting: draft.setting, audience: draft.audience, kind: draft.kind, code, places, place: { setting: setting?.name ?? null, turnTo: setting?.turnTo ?? null }, endsAt });
  if (!opened) throw new Error('The intake took no way in of a survey that is open');
  return id;
}

/**
 * Opens a class session or an open link. `key` is Kept's key for "intake codes"; `code` is given by the demonstration alone. A session has
 * no line in the journal: its moment would place the answers of a class in time.
 */
export async function openWay(write: Write, who: Who, key: Buffer, address: string, draft: WayDraft, code: string = newSessionCode()): Promise<Done<{ readonly id: string; readonly code: string }>> {
  const may = await mayOpen(write, who, address, draft);
  if (!may.ok) return may;
  const id = await saveWay(write, who, key, may.value, draft, code);
  if (draft.kind === 'open link') await note(write, who, 'record', may.value.survey.address, { way: id, kind: draft.kind });
  return ok({ id, code });
}

export interface CardsMade {
  readonly survey: SurveySeen;
  readonly setting: string;
  /** In the order of chance in which they were made. They are here, on the cards, and nowhere else. */
  readonly codes: readonly string[];
}

/** Makes a batch of cards, to be printed at once: only hashes of the codes are kept, so nobody can print them again. */
export async function openCards(write: Write, who: Who, key: Buffer, address: string, draft: WayDraft): Promise<Done<CardsMade>> {
  const may = await mayOpen(write, who, address, draft);
  if (!may.ok) return may;
  const id = await saveWay(write, who, key, may.value, { ...draft, minutes: null }, null);
  const codes = await makeCards(write, key, id, draft.places ?? 0);
  return ok({ survey: may.value.survey, setting: may.value.setting?.name ?? '', codes });
}

/** A way in that one may change, with its survey. */
export async function ownWay(read: Parameters<typeof surveyAt>[0], who: Pick<Who, 'organisation'>, address: string, way: string): Promise<{ readonly survey: SurveySeen; readonly way: WayIn } | null> {
  const survey = await surveyAt(read, who.organisation, address);
  const found = survey && (await waysIn(read, survey.id)).find(({ id }) => id === way);
  return survey && found && (survey.isOwn || found.setting === who.organisation) ? { survey, way: found } : null;
}

/** More places for those who came later. */
export async function raisePlaces(write: Write, who: Who, address: string, way: string, places: number): Promise<Done> {
  const found = await ownWay(write, who, address, way);
  if (!found || found.way.kind !== 'class session') return refused({ code: 'not there' });
  if (found.way.closedOn !== null) return refused({ code: 'ended' });
  if (places > mostPlaces || places < (found.way.places ?? 1)) return refused({ code: 'too many' });
  if (!(await changeWayIn(write, way, { places, endsAt: found.way.endsAt, isClosed: false }))) return refused({ code: 'not there' });
  await write.updateTable('record.way_in').set({ places }).where('survey', '=', found.survey.id).where('id', '=', way).execute();
  return ok(null);
}

/** Shuts all ways in of a setting. */
export async function endWaysOf(write: Write, who: Who, survey: string, setting: string): Promise<void> {
  for (const { id, places, endsAt, closedOn } of (await waysIn(write, survey)).filter((way) => way.setting === setting)) {
    if (closedOn !== null) continue;
    await changeWayIn(write, id, { places, endsAt, isClosed: true });
    await write.updateTable('record.way_in').set({ closed_on: londonDate(who.now) }).where('survey', '=', survey).where('id', '=', id).execute();
  }
}

/** Shuts a way in: nobody else comes in. What was answered before still arrives. */
export async function endWay(write: Write, who: Who, address: string, way: string): Promise<Done> {
  const found = await ownWay(write, who, address, way);
  if (!found) return refused({ code: 'not there' });
  if (!(await changeWayIn(write, way, { places: found.way.places, endsAt: found.way.endsAt, isClosed: true }))) return refused({ code: 'not there' });
  await write.updateTable('record.way_in').set({ closed_on: londonDate(who.now) }).where('survey', '=', found.survey.id).where('id', '=', way).execute();
  return ok(null);
}
