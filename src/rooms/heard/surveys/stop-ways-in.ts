/** How ways in stop: paused while their setting does not take part, withdrawn for good, or voided with everything that came by them. */
import { londonDate } from '#base/london.js';
import { ok, refused } from '#base/result.js';
import type { Write } from '#kit/db/gate.js';
import { journal } from '#kit/journal.js';
import { postLetters } from '#kit/mail/mail.js';
import { leadAddresses, nameInLetters, ownOrganisation, type Who } from '#rooms/ground/people/index.js';
import { stopWayIn, stopWaysIn, voidWayIn } from '#rooms/heard/taking-part/index.js';
import type { Done } from './acts.js';
import { type SurveySeen, waysOfSetting } from './lookups.js';
import { surveyPaths } from './paths.js';
import type { Stopped, WayIn } from './words.js';
import { ownWay } from './ways-in.js';

async function mark(
  write: Write,
  survey: string,
  ways: readonly string[],
  set: { readonly stopped: Stopped | null; readonly on: string | null; readonly reason: string | null },
): Promise<void> {
  if (ways.length === 0) return;
  const closed = set.stopped === 'withdrawn' || set.stopped === 'voided' ? { closed_on: set.on } : {};
  await write
    .updateTable('record.way_in')
    .set({ stopped: set.stopped, stopped_on: set.on, stop_reason: set.reason, ...closed })
    .where('survey', '=', survey)
    .where('id', 'in', ways)
    .execute();
  if (set.stopped === 'withdrawn' || set.stopped === 'voided')
    await write.deleteFrom('record.card_codes').where('survey', '=', survey).where('way_in', 'in', ways).execute();
}

const kinds = { cards: 'cards', 'class session': 'class session', 'open link': 'open link' } as const;

/** Tells the other side: the setting where whoever asks has stopped its way in, and the other way round. */
async function tell(
  write: Write,
  who: Who,
  survey: SurveySeen,
  way: WayIn,
  how: 'withdrawn' | 'voided',
  reason: string,
  site: string,
): Promise<void> {
  const other = survey.isOwn ? way.setting : survey.organisation;
  if (other === null || other === who.organisation) return;
  const name = nameInLetters(await ownOrganisation(write, who.organisation));
  const subject = how === 'voided' ? 'Answers to a survey were deleted' : 'A code of a survey was withdrawn';
  const what =
    how === 'voided'
      ? `${name} has voided a code of the survey “${survey.name}”: ${kinds[way.kind]}, ${way.label}. The answers ` +
        `that had come by it were deleted; what was written freely is read for safety and counts nowhere. Nobody ` +
        `can use it any more. Whoever still wants to answer needs a new card or code.`
      : `${name} has withdrawn a code of the survey “${survey.name}”: ${kinds[way.kind]}, ${way.label}. Nobody ` +
        `can use it any more. Answers that had come by it count.`;
  const body = `${what}\n\nReason: ${reason}\n\n${site}${surveyPaths.one(survey.isOwn ? survey.id : survey.slug)}\n`;
  await postLetters(
    write,
    (await leadAddresses(write, other)).map((to) => ({ organisation: who.organisation, to, subject, body })),
    who.now,
  );
}

/**
 * Withdraws a way in: no card and no seat of it takes anything any more, also not what still waits on a device. With `destroy`, for whoever
 * asks, everything that came by it and can be told from other answers is deleted. The reason stands in the journal and on the page.
 */
export async function withdrawWay(
  write: Write,
  who: Who,
  address: string,
  way: string,
  { reason, destroy }: { readonly reason: string; readonly destroy: boolean },
  site: string,
): Promise<Done> {
  const found = await ownWay(write, who, address, way);
  if (!found || (destroy && !found.survey.isOwn)) return refused({ code: 'not there' });
  const { survey } = found;
  if (reason.trim() === '') return refused({ code: 'no reason' });
  if (found.way.stopped === 'voided' || (found.way.stopped === 'withdrawn' && !destroy))
    return refused({ code: 'stopped' });
  const how = destroy ? 'voided' : 'withdrawn';
  if (!(destroy ? await voidWayIn(write, way) : await stopWayIn(write, way, 'withdrawn')))
    return refused({ code: 'mixed' });
  await mark(write, survey.id, [way], { stopped: how, on: londonDate(who.now), reason: reason.trim() });
  await journal(write, {
    scope: who.organisation,
    at: who.now,
    who: who.account,
    verb: 'withdraw',
    kind: 'survey',
    thing: survey.address,
    why: reason.trim(),
    detail: { way, how },
  });
  await tell(write, who, survey, found.way, how, reason.trim(), site);
  return ok(null);
}

/** Ways in of a setting that work now, and end when it does not take part. */
export async function workingWaysOf(
  read: Parameters<typeof waysOfSetting>[0],
  survey: string,
  setting: string,
): Promise<readonly WayIn[]> {
  return (await waysOfSetting(read, survey, setting, null)).filter(({ closedOn }) => closedOn === null);
}

/** Pauses all ways in of a setting that does not take part. */
export async function pauseWaysOf(write: Write, who: Who, survey: string, setting: string): Promise<void> {
  const working = await waysOfSetting(write, survey, setting, null);
  await mark(
    write,
    survey,
    await stopWaysIn(
      write,
      working.map(({ id }) => id),
      'paused',
    ),
    { stopped: 'paused', on: londonDate(who.now), reason: null },
  );
}

/** Lets them go on, once it takes part again; how many. */
export async function resumeWaysOf(write: Write, survey: string, setting: string): Promise<number> {
  const paused = await waysOfSetting(write, survey, setting, 'paused');
  const resumed = await stopWaysIn(
    write,
    paused.map(({ id }) => id),
    null,
  );
  await mark(write, survey, resumed, { stopped: null, on: null, reason: null });
  return resumed.length;
}
