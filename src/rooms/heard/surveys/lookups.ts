/** Questions to the record: one's own surveys, those that one was asked into, their settings and ways in. */
import { sql } from 'kysely';
import { isUuid } from '#base/id.js';
import type { Place } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { type Key, type Slice, slice } from '#kit/db/slice.js';
import type { InstrumentContent } from '#rooms/heard/instruments/index.js';
import type { OrganisationKind } from '#rooms/ground/people/index.js';
import type { WayInRow } from './tables.js';
import type { Setting, Stage, SurveyWithContent, WayIn } from './words.js';

export interface SurveyLine {
  /** The part of its address: the slug of an own one, the id of another's. */
  readonly address: string;
  readonly name: string;
  readonly wave: number;
  readonly stage: Stage;
  readonly opensOn: string | null;
  readonly closesOn: string | null;
  /** Who asks; null for one's own. */
  readonly asker: string | null;
  /** What one's own organisation answered as a setting; null where it is none or has not answered. */
  readonly answer: string | null;
}

const lastChangedFirst: readonly Key[] = [
  { by: 'survey.changed_at', type: 'timestamptz' },
  { by: 'survey.id', type: 'uuid' },
];

/** Surveys that an organisation asks or was asked into, those that changed last before the others: so many from a place on. */
export async function surveysOf(
  read: Read,
  organisation: string,
  place: Place,
  count: number,
): Promise<Slice<SurveyLine>> {
  const among = read
    .selectFrom('record.survey as survey')
    .leftJoin('record.survey_setting as own', (join) =>
      join.onRef('own.survey', '=', 'survey.id').on('own.setting', '=', organisation),
    )
    .select([
      'survey.id',
      'survey.slug',
      'survey.organisation',
      'survey.name',
      'survey.wave',
      'survey.stage',
      'survey.opens_on',
      'survey.closes_on',
      'own.answer',
    ])
    .select(
      sql<string | null>`case when survey.organisation <> ${organisation} then record.survey_asker(survey.id) end`.as(
        'asker',
      ),
    );
  const { rows, ...ways } = await slice(among, { keys: lastChangedFirst, descending: true }, place, count);
  return {
    ...ways,
    rows: rows.map(({ id, slug, organisation: asks, opens_on, closes_on, asker, ...row }) => ({
      ...row,
      address: asks === organisation ? slug : id,
      opensOn: opens_on,
      closesOn: closes_on,
      asker: asks === organisation ? null : (asker ?? ''),
    })),
  };
}

export interface SurveySeen extends SurveyWithContent {
  /** The part of its address for whoever looks. */
  readonly address: string;
  readonly isOwn: boolean;
  readonly asker: string;
  /** Whether whoever looks can see a batch of cards of it, or a setting that takes part: a setting sees its own. */
  readonly hasCards: boolean;
  readonly hasSetting: boolean;
}

/**
 * A survey for whoever may see it: the organisation that asks by its slug, a setting by its id. `hold` keeps others from changing it until the
 * transaction ends; with "share", several may hold it so at once.
 */
export async function surveyAt(
  read: Read,
  organisation: string,
  address: string,
  hold: boolean | 'share' = false,
): Promise<SurveySeen | undefined> {
  const among = read.selectFrom('record.survey as survey');
  const query = isUuid(address)
    ? among.where('survey.id', '=', address)
    : among.where('survey.organisation', '=', organisation).where('survey.slug', '=', address);
  // By itself, and first: what is asked for afterwards is as whoever held it before has left it.
  if (hold !== false)
    await (hold === 'share' ? query.select('survey.id').forShare() : query.select('survey.id').forUpdate()).execute();
  const row = await query
    .selectAll('survey')
    .select([
      sql<InstrumentContent | null>`record.survey_content(survey.id)`.as('content'),
      sql<string | null>`record.survey_asker(survey.id)`.as('asker'),
      sql<
        readonly string[]
      >`array(select r.account from record.survey_reviewer r where r.survey = survey.id order by r.account)`.as(
        'reviewers',
      ),
      sql<boolean>`exists (select from record.way_in w where w.survey = survey.id and w.kind = 'cards')`.as('hasCards'),
      sql<boolean>`exists (select from record.survey_setting s where s.survey = survey.id and s.answer = 'takes part')`.as(
        'hasSetting',
      ),
    ])
    .executeTakeFirst();
  if (!row) return undefined;
  const isOwn = row.organisation === organisation;
  const { signed_by: name, signed_as: capacity, signed_on: on, signed_hash: hash } = row;
  return {
    ...row,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    signedUntil: row.signed_until,
    movesTo: row.moves_to,
    signature: name === null || capacity === null || on === null || hash === null ? null : { name, capacity, on, hash },
    content: row.content ?? { title: {}, languages: [], items: [] },
    asker: row.asker ?? '',
    address: isOwn ? row.slug : row.id,
    isOwn,
  };
}

const settingColumns = sql`s.setting as id, s.turn_to as "turnTo", s.invited_on as "invitedOn", s.answer, s.answered_on as "answeredOn"`;
const rollLines = sql`jsonb_agg(jsonb_build_object('audience', r.audience, 'eligible', r.eligible, 'optedOut', r.opted_out) order by r.audience)`;

/** The settings of a survey in sight, by name, with their rolls; a setting sees itself. */
export async function settingsOf(read: Read, survey: string): Promise<readonly Setting[]> {
  const { rows } = await sql<Setting>`
    with lines as (select r.setting, ${rollLines} as roll from record.survey_roll r where r.survey = ${survey} group by r.setting)
    select ${settingColumns}, coalesce(p.name, '') as name, coalesce(lines.roll, '[]') as roll
      from record.survey_setting s left join record.survey_parties(${survey}) p on p.id = s.setting left join lines on lines.setting = s.setting
     where s.survey = ${survey}`.execute(read);
  const inOrder = new Intl.Collator('en-GB');
  return rows.toSorted((a, b) => inOrder.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

/** One of them. */
export async function settingOf(read: Read, survey: string, setting: string | null): Promise<Setting | undefined> {
  if (setting === null || !isUuid(setting)) return undefined;
  const { rows } = await sql<Setting>`
    select ${settingColumns}, coalesce(record.survey_setting_name(s.survey, s.setting), '') as name,
           coalesce((select ${rollLines} from record.survey_roll r where r.survey = s.survey and r.setting = s.setting), '[]') as roll
      from record.survey_setting s where s.survey = ${survey} and s.setting = ${setting}`.execute(read);
  return rows[0];
}

const wayOf = ({
  id,
  setting,
  audience,
  kind,
  label,
  places,
  code,
  opened_on,
  ends_at,
  closed_on,
  stopped,
  stopped_on,
  stop_reason,
  made_by,
  handed_out_on,
  handed_out_by,
}: WayInRow): WayIn => ({
  id,
  setting,
  audience,
  kind,
  label,
  places,
  code,
  openedOn: opened_on,
  endsAt: ends_at,
  closedOn: closed_on,
  stopped,
  stoppedOn: stopped_on,
  stopReason: stop_reason,
  madeBy: made_by,
  handedOutOn: handed_out_on,
  handedOutBy: handed_out_by,
});

/** Ways in that one opened or that are of one's own setting, the newest last. Days, not times: no row here places an answer in time. */
export async function waysIn(read: Read, survey: string): Promise<readonly WayIn[]> {
  const rows = await read
    .selectFrom('record.way_in')
    .selectAll()
    .where('survey', '=', survey)
    .orderBy('opened_on')
    .orderBy('label')
    .orderBy('id')
    .execute();
  return rows.map(wayOf);
}

/** Those of a setting that are not stopped, or are paused. */
export async function waysOfSetting(
  read: Read,
  survey: string,
  setting: string,
  stopped: 'paused' | null,
): Promise<readonly WayIn[]> {
  const among = read
    .selectFrom('record.way_in')
    .selectAll()
    .where('survey', '=', survey)
    .where('setting', '=', setting)
    .where('stopped', 'is not distinct from', stopped);
  return (await among.orderBy('opened_on').orderBy('label').orderBy('id').execute()).map(wayOf);
}

/** One way in of a survey, by its id. */
export async function oneWayIn(read: Read, survey: string, id: string): Promise<WayIn | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await read
    .selectFrom('record.way_in')
    .selectAll()
    .where('survey', '=', survey)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && wayOf(row);
}

const newestWayFirst: readonly Key[] = [
  { by: 'record.way_in.opened_on', type: 'date' },
  { by: 'record.way_in.label', type: 'text' },
  { by: 'record.way_in.id', type: 'uuid' },
];

/** The same, the newest first, so many from a place on. */
export async function someWaysIn(read: Read, survey: string, place: Place, count: number): Promise<Slice<WayIn>> {
  const among = read.selectFrom('record.way_in').selectAll().where('survey', '=', survey);
  const { rows, ...ways } = await slice(among, { keys: newestWayFirst, descending: true }, place, count);
  return { ...ways, rows: rows.map(wayOf) };
}

export interface Batch extends WayIn {
  /** Names of those who made it and who fetched its file; null where they are not known. */
  readonly maker: string | null;
  readonly fetcher: string | null;
  readonly settingName: string;
  /** Until when its file can be had; null where it was handed out, or never will be. */
  readonly waitsUntil: Date | null;
}

/** Batches of cards, the newest first, so many from a place on. */
export async function someBatches(
  read: Read,
  survey: string,
  now: Date,
  place: Place,
  count: number,
): Promise<Slice<Batch>> {
  const among = read
    .selectFrom('record.way_in')
    .leftJoin('record.account as maker', 'maker.id', 'record.way_in.made_by')
    .leftJoin('record.account as fetcher', 'fetcher.id', 'record.way_in.handed_out_by')
    .leftJoin('record.card_codes as codes', (join) =>
      join
        .onRef('codes.survey', '=', 'record.way_in.survey')
        .onRef('codes.way_in', '=', 'record.way_in.id')
        .on('codes.gone_at', '>=', now),
    )
    .selectAll('record.way_in')
    .select(['maker.name as maker', 'fetcher.name as fetcher', 'codes.gone_at as waitsUntil'])
    .select(
      sql<string>`coalesce(record.survey_setting_name(record.way_in.survey, record.way_in.setting), '')`.as(
        'settingName',
      ),
    )
    .where('record.way_in.survey', '=', survey)
    .where('record.way_in.kind', '=', 'cards');
  const { rows, ...ways } = await slice(among, { keys: newestWayFirst, descending: true }, place, count);
  return {
    ...ways,
    rows: rows.map(({ maker, fetcher, settingName, waitsUntil, ...row }) => ({
      ...wayOf(row),
      maker,
      fetcher,
      settingName,
      waitsUntil,
    })),
  };
}

// Of the same people, unless it was withdrawn: cards may be in their hands.
const sameName = sql`lower(label)`;
const mayBeOut = sql<boolean>`(stopped is null or stopped = 'paused')`;

/** The oldest batch for the same people that may be in their hands already. */
export async function batchFor(
  read: Read,
  survey: string,
  { setting, audience, label }: Pick<WayIn, 'setting' | 'audience' | 'label'>,
): Promise<string | null> {
  const found = await read
    .selectFrom('record.way_in')
    .select('id')
    .where('survey', '=', survey)
    .where('kind', '=', 'cards')
    .where('setting', 'is not distinct from', setting)
    .where('audience', '=', audience)
    .where(sameName, '=', sql`lower(${label})`)
    .where(mayBeOut)
    .orderBy('opened_on')
    .orderBy('label')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return found?.id ?? null;
}

/** Batches of cards that share setting, audience and name, and work: the same people may have got two. So many, by name. */
export async function sameBatches(
  read: Read,
  survey: string,
  count: number,
): Promise<readonly { readonly label: string; readonly many: number }[]> {
  return read
    .selectFrom('record.way_in')
    .select(({ fn }) => [sql<string>`min(label)`.as('label'), fn.countAll<number>().as('many')])
    .where('survey', '=', survey)
    .where('kind', '=', 'cards')
    .where(mayBeOut)
    .groupBy(['setting', 'audience', sameName])
    .having(({ fn }) => fn.countAll(), '>', 1)
    .orderBy('label')
    .orderBy('setting')
    .orderBy('audience')
    .limit(count)
    .execute();
}

export interface Colleague {
  readonly id: string;
  readonly name: string;
}

/** Accounts of an organisation, who may be named as reviewers. */
export async function colleaguesOf(read: Read, organisation: string): Promise<readonly Colleague[]> {
  return read
    .selectFrom('record.account as account')
    .innerJoin('record.account_role as held', 'held.account', 'account.id')
    .select(['account.id', 'account.name'])
    .distinct()
    .where('held.organisation', '=', organisation)
    .where('account.closed_at', 'is', null)
    .orderBy('account.name')
    .orderBy('account.id')
    .execute();
}

export interface Named {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
}

/** Organisations of Kept by a part of their name, ten at most; none for fewer than three letters. */
export async function organisationsNamed(read: Read, words: string): Promise<readonly Named[]> {
  return (await sql<Named>`select id, name, kind from record.organisations_named(${words.trim()})`.execute(read)).rows;
}

export interface VersionChoice {
  readonly instrument: string;
  readonly slug: string;
  readonly version: number;
  readonly content: InstrumentContent;
}

/** The newest sealed version of each of an organisation's instruments. */
export async function sealedVersions(read: Read, organisation: string): Promise<readonly VersionChoice[]> {
  const rows = await read
    .selectFrom('record.instrument_version as version')
    .innerJoin('record.instrument as instrument', (join) =>
      join
        .onRef('instrument.organisation', '=', 'version.organisation')
        .onRef('instrument.id', '=', 'version.instrument'),
    )
    .select(['instrument.id as instrument', 'instrument.slug', 'version.number as version', 'version.content'])
    .where('version.organisation', '=', organisation)
    .distinctOn('instrument.id')
    .orderBy('instrument.id')
    .orderBy('version.number', 'desc')
    .execute();
  return rows;
}

/** The sealed version of the wave before, to say where the series breaks; null for the first wave. */
export async function waveBefore(
  read: Read,
  {
    organisation,
    instrument,
    wave,
  }: { readonly organisation: string; readonly instrument: string; readonly wave: number },
): Promise<{ readonly version: number; readonly content: InstrumentContent } | null> {
  if (wave === 1) return null;
  const row = await read
    .selectFrom('record.survey as survey')
    .innerJoin('record.instrument_version as version', (join) =>
      join
        .onRef('version.organisation', '=', 'survey.organisation')
        .onRef('version.instrument', '=', 'survey.instrument')
        .onRef('version.number', '=', 'survey.version'),
    )
    .select(['version.number as version', 'version.content'])
    .where('survey.organisation', '=', organisation)
    .where('survey.instrument', '=', instrument)
    .where('survey.wave', '<', wave)
    .orderBy('survey.wave', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
