/** What a survey lead does with a survey: begins it, describes it, has it signed, opens it, moves its last day, asks again. */
import { sql } from 'kysely';
import { daysUntil, londonDate, monthsLater } from '#base/london.js';
import { type Result, ok, refused } from '#base/result.js';
import { json } from '#kit/db/client.js';
import { saveUnderFreeSlug } from '#kit/db/free-slug.js';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { journalOf } from '#kit/journal.js';
import { audiencesAsked } from '#rooms/heard/instruments/index.js';
import { ownOrganisation, type Who } from '#rooms/ground/people/index.js';
import {
  type Asked,
  closeIntake,
  closeWaysIn,
  copySounds,
  lateDays,
  moveIntake,
  openIntake,
} from '#rooms/heard/taking-part/index.js';
import { colleaguesOf, sealedVersions, settingsOf, surveyAt, type SurveySeen, waysIn } from './lookups.js';
import { noticesOf } from './notices.js';
import { emptySheet, missingInSheet, missingToOpen, mostDays, possibleTables, stageOn } from './rules.js';
import { isSigned, signedHash } from './sign-off.js';
import type { DataSheet, SignerCapacity, SurveyDraft, SurveyProblem } from './words.js';

export type Done<T = null> = Result<T, SurveyProblem>;

/** One line of the journal about a survey. Never about anybody who takes part. */
export const note = journalOf('survey');

/** One's own survey, held; refused where it is not there or, with `stage`, in another one. */
async function takeUp(
  write: Write,
  who: Who,
  address: string,
  stage: 'draft' | 'open' | null,
): Promise<Done<SurveySeen>> {
  const found = await surveyAt(write, who.organisation, address, true);
  if (!found?.isOwn) return refused({ code: 'not there' });
  if (stage !== null && stageOn(found, londonDate(who.now)) !== stage)
    return refused({ code: stage === 'draft' ? 'not draft' : 'not open' });
  return ok(found);
}

async function nextWave(write: Write, organisation: string, instrument: string): Promise<number> {
  const row = await write
    .selectFrom('record.survey')
    .select(({ fn }) => fn.max<number | null>('wave').as('wave'))
    .where('organisation', '=', organisation)
    .where('instrument', '=', instrument)
    .executeTakeFirst();
  return (row?.wave ?? 0) + 1;
}

async function insertSurvey(
  write: Write,
  who: Who,
  draft: SurveyDraft,
  sheet: DataSheet,
): Promise<{ readonly id: string; readonly slug: string; readonly wave: number }> {
  const taken = new Set(
    (await write.selectFrom('record.survey').select('slug').where('organisation', '=', who.organisation).execute()).map(
      ({ slug }) => slug,
    ),
  );
  const [id, wave] = [newId(who.now), await nextWave(write, who.organisation, draft.instrument)];
  const { name, instrument, version, audiences, languages, opensOn, closesOn } = draft;
  const row = {
    organisation: who.organisation,
    id,
    name,
    instrument,
    version,
    wave,
    audiences,
    languages,
    opens_on: opensOn,
    closes_on: closesOn,
    sheet: json(sheet),
    signed_by: null,
    signed_as: null,
    signed_on: null,
    signed_hash: null,
    signed_until: null,
    moves_to: null,
    stage: 'draft' as const,
    asked: null,
    changed_at: who.now,
  };
  return saveUnderFreeSlug(
    name,
    (slug) =>
      write
        .insertInto('record.survey')
        .values({ ...row, slug })
        .onConflict((conflict) => conflict.columns(['organisation', 'slug']).doNothing())
        .returning(['id', 'slug', 'wave'])
        .executeTakeFirst(),
    (candidate) => taken.has(candidate) || candidate === 'new',
  );
}

/** Begins a survey from the newest sealed version of an instrument; which wave it is, is worked out. */
export async function beginSurvey(write: Write, who: Who, draft: SurveyDraft): Promise<Done<string>> {
  const version = (await sealedVersions(write, who.organisation)).find(
    ({ instrument }) => instrument === draft.instrument,
  );
  if (!version) return refused({ code: 'no version' });
  const asked = audiencesAsked(version.content);
  const made = await insertSurvey(
    write,
    who,
    {
      ...draft,
      version: version.version,
      audiences: asked.filter((audience) => draft.audiences.includes(audience)),
      languages: version.content.languages.filter((tag) => draft.languages.includes(tag)),
    },
    emptySheet,
  );
  await note(write, who, 'record', made.slug, { wave: made.wave, version: version.version });
  return ok(made.slug);
}

/** Name, audiences, languages and days, while it is a draft. What can no longer be published leaves the data sheet. */
export async function recordDesign(
  write: Write,
  who: Who,
  address: string,
  draft: Omit<SurveyDraft, 'instrument' | 'version'>,
): Promise<Done> {
  const found = await takeUp(write, who, address, 'draft');
  if (!found.ok) return found;
  const { id, slug, content, sheet } = found.value;
  const audiences = audiencesAsked(content).filter((audience) => draft.audiences.includes(audience));
  const languages = content.languages.filter((tag) => draft.languages.includes(tag));
  const fitting: DataSheet = { ...sheet, tables: possibleTables(content, audiences, sheet.tables) };
  await write
    .updateTable('record.survey')
    .set({
      name: draft.name,
      audiences,
      languages,
      opens_on: draft.opensOn,
      closes_on: draft.closesOn,
      sheet: json(fitting),
      changed_at: who.now,
    })
    .where('organisation', '=', who.organisation)
    .where('id', '=', id)
    .execute();
  await note(write, who, 'record', slug);
  return ok(null);
}

/** The data sheet, with those who read what is written freely; both while it is a draft. */
export async function recordSheet(
  write: Write,
  who: Who,
  address: string,
  sheet: DataSheet,
  reviewers: readonly string[],
): Promise<Done> {
  const found = await takeUp(write, who, address, 'draft');
  if (!found.ok) return found;
  const { id, slug, content, audiences } = found.value;
  const colleagues = new Set((await colleaguesOf(write, who.organisation)).map((one) => one.id));
  await write
    .updateTable('record.survey')
    .set({ sheet: json({ ...sheet, tables: possibleTables(content, audiences, sheet.tables) }), changed_at: who.now })
    .where('organisation', '=', who.organisation)
    .where('id', '=', id)
    .execute();
  await write
    .deleteFrom('record.survey_reviewer')
    .where('organisation', '=', who.organisation)
    .where('survey', '=', id)
    .execute();
  for (const account of new Set(reviewers))
    if (colleagues.has(account))
      await write
        .insertInto('record.survey_reviewer')
        .values({ organisation: who.organisation, survey: id, account })
        .execute();
  await note(write, who, 'record', slug, { sheet: true });
  return ok(null);
}

/** Signs the data sheet as it stands (P2). It counts as long as nothing of it changes. */
export async function signSheet(
  write: Write,
  who: Who,
  address: string,
  name: string,
  capacity: SignerCapacity,
): Promise<Done> {
  const found = await takeUp(write, who, address, null);
  if (!found.ok) return found;
  const { id, slug, closesOn, movesTo, stage } = found.value;
  // Of an open survey only a later last day is signed; everything else is frozen.
  if (stage !== 'draft' && (movesTo === null || stageOn(found.value, londonDate(who.now)) !== 'open'))
    return refused({ code: 'not draft' });
  if (missingInSheet(found.value).length > 0) return refused({ code: 'signed too early' });
  if (movesTo !== null && !(await moveIntake(write, id, movesTo))) return refused({ code: 'mixed' });
  const hash = signedHash(found.value);
  const last = movesTo ?? closesOn;
  await write
    .updateTable('record.survey')
    .set({
      signed_by: name,
      signed_as: capacity,
      signed_on: londonDate(who.now),
      signed_hash: hash,
      signed_until: last,
      closes_on: last,
      moves_to: null,
      changed_at: who.now,
    })
    .where('organisation', '=', who.organisation)
    .where('id', '=', id)
    .execute();
  await note(write, who, 'agree', slug, { sheet: hash.toString('hex'), as: capacity, closes: last });
  return ok(null);
}

/** What is asked, as it is frozen when the survey opens. */
export function askedOf(survey: SurveySeen, organisation: string): Asked {
  const { content, languages, audiences, sheet } = survey;
  const title = Object.fromEntries(
    languages.flatMap((tag) => (content.title[tag] === undefined ? [] : [[tag, content.title[tag]]])),
  );
  return {
    title: Object.keys(title).length === 0 ? content.title : title,
    organisation,
    content,
    languages,
    audiences,
    notices: noticesOf({ organisation, content, audiences, languages, sheet }),
    contact: sheet.contact,
  };
}

/** Opens the survey to those who will take part. Nothing of what is asked changes after that. */
export async function openSurvey(write: Write, who: Who, address: string): Promise<Done> {
  const found = await takeUp(write, who, address, 'draft');
  if (!found.ok) return found;
  const survey = found.value;
  const today = londonDate(who.now);
  const missing = missingToOpen(survey, await settingsOf(write, survey.id), isSigned(survey), today);
  const asked = askedOf(survey, (await ownOrganisation(write, who.organisation)).name);
  if (missing.length > 0 || survey.opensOn === null || survey.closesOn === null)
    return refused({ code: 'missing', missing });
  const opensOn = survey.opensOn < today ? today : survey.opensOn;
  await write
    .updateTable('record.survey')
    .set({ stage: 'open', opens_on: opensOn, asked: json(asked), changed_at: who.now })
    .where('organisation', '=', who.organisation)
    .where('id', '=', survey.id)
    .execute();
  await openIntake(write, survey.id, asked, {
    opensOn,
    closesOn: survey.closesOn,
    keepUntil: monthsLater(survey.closesOn, survey.sheet.retention),
  });
  await copySounds(write, survey.id, survey.instrument);
  await note(write, who, 'publish', survey.slug, { opens: opensOn, closes: survey.closesOn });
  return ok(null);
}

export interface LastDay {
  /** Whether the day holds at once; a later day than was signed waits for a signature. */
  readonly isSigned: boolean;
}

/**
 * Another last day, from today on: a year after the first at most, and before answers that are here are deleted as was signed. A later day than
 * was signed makes the signature void and holds only once the data sheet is signed anew; until then the survey ends on the day that was signed.
 */
export async function moveLastDay(write: Write, who: Who, address: string, closesOn: string): Promise<Done<LastDay>> {
  const found = await takeUp(write, who, address, 'open');
  if (!found.ok) return found;
  const survey = found.value;
  if (closesOn < londonDate(who.now) || (survey.opensOn !== null && closesOn < survey.opensOn))
    return refused({ code: 'days' });
  if (survey.opensOn !== null && daysUntil(survey.opensOn, closesOn) > mostDays) return refused({ code: 'days long' });
  const signedUntil = survey.signedUntil ?? survey.closesOn ?? closesOn;
  if (daysUntil(closesOn, monthsLater(signedUntil, survey.sheet.retention)) <= lateDays)
    return refused({ code: 'kept too short' });
  const isSigned = closesOn <= signedUntil;
  if (isSigned && !(await moveIntake(write, survey.id, closesOn))) return refused({ code: 'mixed' });
  await write
    .updateTable('record.survey')
    .set({ ...(isSigned ? { closes_on: closesOn, moves_to: null } : { moves_to: closesOn }), changed_at: who.now })
    .where('organisation', '=', who.organisation)
    .where('id', '=', survey.id)
    .execute();
  await note(write, who, 'record', survey.slug, isSigned ? { closes: closesOn } : { unsigned: closesOn });
  return ok({ isSigned });
}

/** Closes it at once: today is its last day and every way in is shut. What was answered before still arrives. */
export async function closeSurvey(write: Write, who: Who, address: string): Promise<Done> {
  const found = await takeUp(write, who, address, 'open');
  if (!found.ok) return found;
  const survey = found.value;
  const today = londonDate(who.now);
  // Not even begun: then its only day is its first.
  const last = survey.opensOn !== null && survey.opensOn > today ? survey.opensOn : today;
  if (!(await moveIntake(write, survey.id, last))) return refused({ code: 'mixed' });
  await closeIntake(write, survey.id);
  await closeWaysIn(write, await waysIn(write, survey.id));
  await write
    .updateTable('record.way_in')
    .set({ closed_on: today })
    .where('survey', '=', survey.id)
    .where('closed_on', 'is', null)
    .execute();
  await write
    .updateTable('record.survey')
    .set({ stage: 'closed', closes_on: last, moves_to: null, changed_at: who.now })
    .where('organisation', '=', who.organisation)
    .where('id', '=', survey.id)
    .execute();
  await note(write, who, 'close', survey.slug, { closes: last });
  return ok(null);
}

/** Begins the next wave: the newest version, the same audiences, languages, data sheet and settings. It is signed anew, and settings are asked anew. */
export async function askAgain(write: Write, who: Who, address: string): Promise<Done<string>> {
  const found = await takeUp(write, who, address, null);
  if (!found.ok) return found;
  const before = found.value;
  const version = (await sealedVersions(write, who.organisation)).find(
    ({ instrument }) => instrument === before.instrument,
  );
  if (!version) return refused({ code: 'no version' });
  const audiences = audiencesAsked(version.content).filter((audience) => before.audiences.includes(audience));
  const draft: SurveyDraft = {
    name: before.name,
    instrument: before.instrument,
    version: version.version,
    audiences,
    languages: version.content.languages.filter((tag) => before.languages.includes(tag)),
    opensOn: null,
    closesOn: null,
  };
  const made = await insertSurvey(write, who, draft, {
    ...before.sheet,
    tables: possibleTables(version.content, audiences, before.sheet.tables),
  });
  await sql`insert into record.survey_reviewer (organisation, survey, account)
    select organisation, ${made.id}, account from record.survey_reviewer where organisation = ${who.organisation}
    and survey = ${before.id}`.execute(write);
  await sql`insert into record.survey_setting (organisation, survey, setting, turn_to)
    select organisation, ${made.id}, setting, turn_to from record.survey_setting
    where organisation = ${who.organisation} and survey = ${before.id}`.execute(write);
  await note(write, who, 'record', made.slug, { wave: made.wave, version: version.version });
  return ok(made.slug);
}
