/** Ways in: class sessions, cards and open links, opened by whoever asks or by a setting that takes part. How they stop: stop-ways-in.ts. */
import { randomUUID } from 'node:crypto';
import { londonDate } from '#base/london.js';
import { ok, refused } from '#base/result.js';
import type { Write } from '#kit/db/gate.js';
import type { Who } from '#rooms/ground/people/index.js';
import { changeWayIn, freeSeats, makeCards, newSessionCode, openWayIn } from '#rooms/heard/taking-part/index.js';
import { type Done, note } from './acts.js';
import { batchFor, oneWayIn, settingOf, surveyAt, type SurveySeen } from './lookups.js';
import { mostCards, mostLinked, mostPlaces, stageOn } from './rules.js';
import type { Setting, WayDraft, WayIn, WayOnce } from './words.js';

interface Opening {
  readonly survey: SurveySeen;
  readonly setting: Setting | null;
}

/** Whether this way in may be opened by whoever acts: the survey is open, the setting takes part and is theirs or one of those they asked. */
async function mayOpen(write: Write, who: Who, address: string, draft: WayDraft): Promise<Done<Opening>> {
  // Held, so that it cannot be closed in between.
  const survey = await surveyAt(write, who.organisation, address, 'share');
  if (!survey) return refused({ code: 'not there' });
  const setting = (await settingOf(write, survey.id, draft.setting)) ?? null;
  if (draft.setting !== null && (setting === null || !(survey.isOwn || setting.id === who.organisation)))
    return refused({ code: 'not there' });
  const today = londonDate(who.now);
  if (stageOn(survey, today) !== 'open') return refused({ code: 'not open' });
  // Its hour would be over before its code opens anything.
  if (draft.minutes !== null && survey.opensOn !== null && today < survey.opensOn)
    return refused({ code: 'not begun' });
  if (!survey.audiences.includes(draft.audience)) return refused({ code: 'no such audience' });
  if (draft.kind === 'open link' ? !survey.isOwn || !survey.sheet.openLink : setting === null)
    return refused({ code: draft.kind === 'open link' ? 'no open link' : 'not there' });
  if (setting !== null && setting.answer !== 'takes part') return refused({ code: 'does not take part' });
  if (
    draft.kind !== 'open link' &&
    (draft.places === null || draft.places < 1 || draft.places > (draft.kind === 'cards' ? mostCards : mostPlaces))
  )
    return refused({ code: 'too many' });
  if (draft.kind === 'open link' && draft.places !== null && (draft.places < 1 || draft.places > mostLinked))
    return refused({ code: 'too many' });
  return ok({ survey, setting });
}

/** Saves it under its id; false where it is there already: the form was sent twice. An id of somebody else's way in is told like one that is not there. */
async function saveWay(
  write: Write,
  who: Who,
  key: Buffer,
  { survey, setting }: Opening,
  draft: WayDraft,
  code: string | null,
  id: string,
): Promise<Done<boolean>> {
  const endsAt = draft.minutes === null ? null : new Date(who.now.getTime() + draft.minutes * 60_000);
  const { audience, kind, label, places } = draft;
  // The intake first: it knows every id there is, and the second of two at once waits here for the first.
  const opened = await openWayIn(write, key, {
    survey: survey.id,
    id,
    setting: draft.setting,
    audience,
    kind,
    code,
    places,
    place: { setting: setting?.name ?? null, turnTo: setting?.turnTo ?? null },
    endsAt,
  });
  if (!opened) return (await ownWay(write, who, survey.address, id)) ? ok(false) : refused({ code: 'not there' });
  await write
    .insertInto('record.way_in')
    .values({
      organisation: survey.organisation,
      survey: survey.id,
      id,
      setting: draft.setting,
      audience,
      kind,
      label,
      places,
      code,
      opened_on: londonDate(who.now),
      ends_at: endsAt,
      closed_on: null,
      stopped: null,
      stopped_on: null,
      stop_reason: null,
      made_by: who.account,
      handed_out_on: null,
      handed_out_by: null,
    })
    .execute();
  return ok(true);
}

// Random and not by the clock: the intake keeps the same id beside answers.
const once = (): WayOnce => ({ id: randomUUID(), again: true });

/**
 * Opens a class session or an open link, once for an id. `key` is Kept's key for "intake codes"; `code` is given by the demonstration alone. A
 * session has no line in the journal: its moment would place the answers of a class in time.
 */
export async function openWay(
  write: Write,
  who: Who,
  key: Buffer,
  address: string,
  draft: WayDraft,
  code: string = newSessionCode(),
  { id }: WayOnce = once(),
): Promise<Done<{ readonly id: string; readonly code: string }>> {
  const may = await mayOpen(write, who, address, draft);
  if (!may.ok) return may;
  const saved = await saveWay(write, who, key, may.value, draft, code, id);
  if (!saved.ok) return saved;
  if (saved.value && draft.kind === 'open link')
    await note(write, who, 'record', may.value.survey.address, { way: id, kind: draft.kind });
  return ok({ id, code });
}

export interface CardsMade {
  readonly id: string;
  readonly survey: SurveySeen;
  readonly setting: Setting;
  /** In the order of chance in which they were made; none where this batch was made before. They are here, on the cards, and nowhere else. */
  readonly codes: readonly string[];
}

/** Makes a batch of cards, once for an id; a second one for the same people only where that is meant. Only hashes of the codes are kept by the intake. */
export async function openCards(
  write: Write,
  who: Who,
  key: Buffer,
  address: string,
  draft: WayDraft,
  { id, again }: WayOnce = once(),
): Promise<Done<CardsMade>> {
  const may = await mayOpen(write, who, address, draft);
  if (!may.ok) return may;
  const { survey, setting } = may.value;
  if (setting === null) return refused({ code: 'not there' });
  const known = again ? null : await batchFor(write, survey.id, draft);
  if (known !== null && known !== id) return refused({ code: 'made already' });
  const saved = await saveWay(write, who, key, may.value, { ...draft, minutes: null }, null, id);
  if (!saved.ok) return saved;
  if (!saved.value) return ok({ id, survey, setting, codes: [] });
  const codes = await makeCards(write, key, id, draft.places ?? 0);
  await note(write, who, 'record', survey.address, { cards: codes.length });
  return ok({ id, survey, setting, codes });
}

/** A way in that one may change, with its survey. */
export async function ownWay(
  read: Parameters<typeof surveyAt>[0],
  who: Pick<Who, 'organisation'>,
  address: string,
  way: string,
): Promise<{ readonly survey: SurveySeen; readonly way: WayIn } | null> {
  const survey = await surveyAt(read, who.organisation, address);
  const found = survey && (await oneWayIn(read, survey.id, way));
  return survey && found && (survey.isOwn || found.setting === who.organisation) ? { survey, way: found } : null;
}

/** More places: for those who came later, and after its end for forms of paper. */
export async function raisePlaces(write: Write, who: Who, address: string, way: string, places: number): Promise<Done> {
  const found = await ownWay(write, who, address, way);
  if (!found || found.way.kind !== 'class session') return refused({ code: 'not there' });
  if (found.way.stopped !== null) return refused({ code: 'stopped' });
  if (places > mostPlaces || places < (found.way.places ?? 1)) return refused({ code: 'too many' });
  if (!(await changeWayIn(write, way, { places, endsAt: found.way.endsAt, isClosed: found.way.closedOn !== null })))
    return refused({ code: 'not there' });
  await write
    .updateTable('record.way_in')
    .set({ places })
    .where('survey', '=', found.survey.id)
    .where('id', '=', way)
    .execute();
  return ok(null);
}

/** Gives back the places of a session that were taken and have not answered. */
export async function freePlaces(write: Write, who: Who, address: string, way: string): Promise<Done> {
  const found = await ownWay(write, who, address, way);
  if (!found || found.way.kind === 'cards') return refused({ code: 'not there' });
  return (await freeSeats(write, way)) ? ok(null) : refused({ code: 'stopped' });
}

/** Shuts a session or a link: nobody else begins. Whoever took a place before can still send. Cards are withdrawn in its place (stop-ways-in.ts). */
export async function endWay(write: Write, who: Who, address: string, way: string): Promise<Done> {
  const found = await ownWay(write, who, address, way);
  if (!found) return refused({ code: 'not there' });
  if (!(await changeWayIn(write, way, { places: found.way.places, endsAt: found.way.endsAt, isClosed: true })))
    return refused({ code: 'not there' });
  await write
    .updateTable('record.way_in')
    .set({ closed_on: londonDate(who.now) })
    .where('survey', '=', found.survey.id)
    .where('id', '=', way)
    .execute();
  return ok(null);
}
