/** Settings of a survey: asked by the organisation that asks; answered, with their rolls, by themselves or by it. */
import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import { ok, refused } from '#base/result.js';
import type { Write } from '#kit/db/gate.js';
import { postLetters } from '#kit/mail/mail.js';
import { leadAddresses, type Who } from '#rooms/ground/people/index.js';
import { type Done, note } from './acts.js';
import { settingOf, surveyAt, type SurveySeen } from './lookups.js';
import { surveyPaths } from './paths.js';
import { stageOn } from './rules.js';
import { pauseWaysOf, resumeWaysOf, workingWaysOf } from './stop-ways-in.js';
import type { Roll, Setting, SettingAnswer } from './words.js';

/** Asks an organisation of Kept to take part; its leads get a letter that says who asks, and where they answer. */
export async function askSetting(
  write: Write,
  who: Who,
  address: string,
  setting: string,
  site: string,
): Promise<Done> {
  const survey = await surveyAt(write, who.organisation, address, true);
  if (!survey?.isOwn) return refused({ code: 'not there' });
  if (stageOn(survey, londonDate(who.now)) === 'closed') return refused({ code: 'ended' });
  const known = await settingOf(write, survey.id, setting);
  if (known && known.invitedOn !== null) return refused({ code: 'answered' });
  // An id that a page did not offer.
  const { rows } = await sql`select 1 from record.organisation_ids() as id where id = ${setting}::uuid`.execute(write);
  if (rows.length === 0) return refused({ code: 'not there' });
  const today = londonDate(who.now);
  if (known)
    await write
      .updateTable('record.survey_setting')
      .set({ invited_on: today })
      .where('survey', '=', survey.id)
      .where('setting', '=', setting)
      .execute();
  else
    await write
      .insertInto('record.survey_setting')
      .values({
        organisation: who.organisation,
        survey: survey.id,
        setting,
        turn_to: null,
        invited_on: today,
        answer: null,
        answered_on: null,
      })
      .execute();
  if (setting !== who.organisation) {
    const body =
      `${survey.asker} asks you to take part in a survey: ${survey.name}.\n\nWhat is asked, the letter for ` +
      `parents and where you answer:\n\n${site}${surveyPaths.one(survey.id)}\n`;
    await postLetters(
      write,
      (await leadAddresses(write, setting)).map((to) => ({
        organisation: who.organisation,
        to,
        subject: 'You are asked to take part in a survey',
        body,
      })),
      who.now,
    );
  }
  await note(write, who, 'invite', survey.slug, { setting });
  return ok(null);
}

export interface SettingDraft {
  readonly answer: SettingAnswer | null;
  readonly turnTo: string | null;
  readonly roll: readonly Roll[];
  /** Said after the warning that codes and cards stop working. */
  readonly sure?: boolean;
}

export interface SettingAnswered {
  /** Ways in that work again, because the setting takes part again. */
  readonly resumed: number;
}

/** The setting's answer, its rolls and whom somebody there can turn to. Who opted out is a number here; names stay with the setting (P5). */
export async function answerSetting(
  write: Write,
  who: Who,
  address: string,
  setting: string,
  draft: SettingDraft,
): Promise<Done<SettingAnswered>> {
  const seen = await seenSetting(write, who, address, setting);
  if (!seen) return refused({ code: 'not there' });
  const { survey } = seen;
  const today = londonDate(who.now);
  if (stageOn(survey, today) === 'closed') return refused({ code: 'ended' });
  if (draft.answer === null) return refused({ code: 'no answer' });
  // Whoever no longer takes part has no way in that works; paused first, for afterwards it is no longer theirs to pause.
  if (draft.answer === 'does not') {
    if (draft.sure !== true && (await workingWaysOf(write, survey.id, setting)).length > 0)
      return refused({ code: 'sure' });
    await pauseWaysOf(write, who, survey.id, setting);
  }
  await write
    .updateTable('record.survey_setting')
    .set({ answer: draft.answer, answered_on: today, turn_to: draft.turnTo })
    .where('survey', '=', survey.id)
    .where('setting', '=', setting)
    .execute();
  const resumed = draft.answer === 'takes part' ? await resumeWaysOf(write, survey.id, setting) : 0;
  for (const { audience, eligible, optedOut } of draft.roll) {
    if (!survey.audiences.includes(audience)) continue;
    await write
      .insertInto('record.survey_roll')
      .values({
        organisation: survey.organisation,
        survey: survey.id,
        setting,
        audience,
        eligible,
        opted_out: optedOut,
        changed_on: today,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['organisation', 'survey', 'setting', 'audience'])
          .doUpdateSet({ eligible, opted_out: optedOut, changed_on: today }),
      )
      .execute();
  }
  await note(write, who, 'record', survey.address, { setting, answer: draft.answer });
  return ok({ resumed });
}

/** A survey and one of its settings, for the organisation that asks or for the setting itself. */
export async function seenSetting(
  read: Parameters<typeof surveyAt>[0],
  who: Pick<Who, 'organisation'>,
  address: string,
  setting: string,
): Promise<{ readonly survey: SurveySeen; readonly setting: Setting } | null> {
  const survey = await surveyAt(read, who.organisation, address);
  const found = survey && (await settingOf(read, survey.id, setting));
  if (!survey || !found || !(survey.isOwn || (found.id === who.organisation && found.invitedOn !== null))) return null;
  return { survey, setting: found };
}
