/** Questions to the record: one's own surveys, those that one was asked into, their settings and ways in. */
import { sql } from 'kysely';
import { isUuid } from '#base/id.js';
import type { Place } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { type Key, type Slice, slice } from '#kit/db/slice.js';
import type { InstrumentContent } from '#rooms/instruments/index.js';
import type { OrganisationKind } from '#rooms/people/index.js';
import type { WayInKind } from '#rooms/taking-part/index.js';
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
export async function surveysOf(read: Read, organisation: string, place: Place, count: number): Promise<Slice<SurveyLine>> {
  const among = read
    .selectFrom('record.survey as survey')
    .leftJoin('record.survey_setting as own', (join) => join.onRef('own.survey', '=', 'survey.id').on('own.setting', '=', organisation))
    .select(['survey.id', 'survey.slug', 'survey.organisation', 'survey.name', 'survey.wave', 'survey.stage', 'survey.opens_on', 'survey.closes_on', 'own.answer'])
    .select(sql<string | null>`case when survey.organisation <> ${organisation} then (select p.name from record.survey_parties(survey.id) p where p.id = survey.organisation) end`.as('asker'));
  const { rows, ...ways } = await slice(among, { keys: lastChangedFirst, descending: true }, place, count);
  return { ...ways, rows: rows.map(({ id, slug, organisation: asks, opens_on, closes_on, asker, ...row }) => ({ ...row, address: asks === organisation ? slug : id, opensOn: opens_on, closesOn: closes_on, asker: asks === organisation ? null : (asker ?? '') })) };
}

export interface SurveySeen extends SurveyWithContent {
  /** The part of its address for whoever looks. */
  readonly address: string;
  readonly isOwn: boolean;
  readonly asker: string;
}

/** A survey for whoever may see it: the organisation that asks by its slug, a setting by its id. `hold` keeps others from changing it until the transaction ends; with "share", several may hold it so at once. */
export async function surveyAt(read: Read, organisation: string, address: string, hold: boolean | 'share' = false): Promise<SurveySeen | undefined> {
  let query = read.selectFrom('record.survey').selectAll();
  query = isUuid(address) ? query.where('id', '=', address) : query.where('organisation', '=', organisation).where('slug', '=', address);
  const row = await (hold === 'share' ? query.forShare() : hold ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return undefined;
  const { rows: told } = await sql<{ content: InstrumentContent; asker: string }>`select record.survey_content(${row.id}) as content, (select p.name from record.survey_parties(${row.id}) p where p.id = ${row.organisation}) as asker`.execute(read);
  const reviewers = await read.selectFrom('record.survey_reviewer').select('account').where('survey', '=', row.id).orderBy('account').execute();
  const isOwn = row.organisation === organisation;
  const { signed_by: name, signed_as: capacity, signed_on: on, signed_hash: hash } = row;
  return {
    ...row,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    signedUntil: row.signed_until,
    movesTo: row.moves_to,
    signature: name === null || capacity === null || on === null || hash === null ? null : { name, capacity, on, hash },
    content: told[0]?.content ?? { title: {}, languages: [], items: [] },
    asker: told[0]?.asker ?? '',
    reviewers: reviewers.map(({ account }) => account),
    address: isOwn ? row.slug : row.id,
    isOwn,
  };
}

/** The settings of a survey in sight, by name; a setting sees itself. */
export async function settingsOf(read: Read, survey: string): Promise<readonly Setting[]> {
  const rows = await read.selectFrom('record.survey_setting').selectAll().where('survey', '=', survey).execute();
  const { rows: parties } = await sql<{ id: string; name: string }>`select id, name from record.survey_parties(${survey})`.execute(read);
  const rolls = await read.selectFrom('record.survey_roll').select(['setting', 'audience', 'eligible', 'opted_out']).where('survey', '=', survey).execute();
  const names = new Map(parties.map(({ id, name }) => [id, name]));
  const rollOf = Map.groupBy(rolls, ({ setting }) => setting);
  const inOrder = new Intl.Collator('en-GB');
  return rows
    .map((row) => ({
      id: row.setting,
      name: names.get(row.setting) ?? '',
      turnTo: row.turn_to,
      invitedOn: row.invited_on,
      answer: row.answer,
      answeredOn: row.answered_on,
      roll: (rollOf.get(row.setting) ?? []).map(({ audience, eligible, opted_out }) => ({ audience, eligible, optedOut: opted_out })),
    }))
    .toSorted((a, b) => inOrder.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

const wayOf = ({ id, setting, audience, kind, label, places, code, opened_on, ends_at, closed_on, stopped, stopped_on, stop_reason, made_by, handed_out_on, handed_out_by }: WayInRow): WayIn => ({
  id, setting, audience, kind, label, places, code, openedOn: opened_on, endsAt: ends_at, closedOn: closed_on,
  stopped, stoppedOn: stopped_on, stopReason: stop_reason, madeBy: made_by, handedOutOn: handed_out_on, handedOutBy: handed_out_by,
});

/** Ways in that one opened or that are of one's own setting, the newest last. Days, not times: no row here places an answer in time. */
export async function waysIn(read: Read, survey: string): Promise<readonly WayIn[]> {
  const rows = await read.selectFrom('record.way_in').selectAll().where('survey', '=', survey).orderBy('opened_on').orderBy('label').orderBy('id').execute();
  return rows.map(wayOf);
}

/** One way in of a survey, by its id. */
export async function oneWayIn(read: Read, survey: string, id: string): Promise<WayIn | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await read.selectFrom('record.way_in').selectAll().where('survey', '=', survey).where('id', '=', id).executeTakeFirst();
  return row && wayOf(row);
}

const newestWayFirst: readonly Key[] = [
  { by: 'opened_on', type: 'date' },
  { by: 'label', type: 'text' },
  { by: 'id', type: 'uuid' },
];

/** The same, the newest first, so many from a place on: all of them, or those of a kind. */
export async function someWaysIn(read: Read, survey: string, kind: WayInKind | null, place: Place, count: number): Promise<Slice<WayIn>> {
  const among = read
    .selectFrom('record.way_in')
    .selectAll()
    .where('survey', '=', survey)
    .$if(kind !== null, (query) => query.where('kind', '=', kind ?? 'cards'));
  const { rows, ...ways } = await slice(among, { keys: newestWayFirst, descending: true }, place, count);
  return { ...ways, rows: rows.map(wayOf) };
}

/** Names of accounts, for those who made or fetched something that one sees. */
export async function accountNames(read: Read, accounts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (accounts.length === 0) return new Map();
  const rows = await read.selectFrom('record.account').select(['id', 'name']).where('id', 'in', [...new Set(accounts)]).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
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
    .innerJoin('record.instrument as instrument', (join) => join.onRef('instrument.organisation', '=', 'version.organisation').onRef('instrument.id', '=', 'version.instrument'))
    .select(['instrument.id as instrument', 'instrument.slug', 'version.number as version', 'version.content'])
    .where('version.organisation', '=', organisation)
    .distinctOn('instrument.id')
    .orderBy('instrument.id')
    .orderBy('version.number', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, content: row.content as InstrumentContent }));
}

/** The sealed version of the wave before, to say where the series breaks; null for the first wave. */
export async function waveBefore(read: Read, { organisation, instrument, wave }: { readonly organisation: string; readonly instrument: string; readonly wave: number }): Promise<{ readonly version: number; readonly content: InstrumentContent } | null> {
  const row = await read
    .selectFrom('record.survey as survey')
    .innerJoin('record.instrument_version as version', (join) => join.onRef('version.organisation', '=', 'survey.organisation').onRef('version.instrument', '=', 'survey.instrument').onRef('version.number', '=', 'survey.version'))
    .select(['version.number as version', 'version.content'])
    .where('survey.organisation', '=', organisation)
    .where('survey.instrument', '=', instrument)
    .where('survey.wave', '<', wave)
    .orderBy('survey.wave', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { version: row.version, content: row.content as InstrumentContent } : null;
}
