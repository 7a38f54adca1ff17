/** Questions to the reviewers' queues and to the safeguarding store. Row-level security decides who sees a row at all. */
import { sql } from 'kysely';
import type { Place } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { type Key, type Slice, slice } from '#kit/db/slice.js';
import { tokenHash } from '#kit/token.js';
import { type Audience, wordsFor } from '#rooms/heard/instruments/index.js';
import type { Asked } from '#rooms/heard/taking-part/index.js';
import { countedAtMost, perPage, queuesAtMost } from './rules.js';
import type { ConcernCount, ConcernRow, FreeTextRow, SessionRequestRow } from './tables.js';
import { type TextState, textStates } from './words.js';

/** Texts of the survey `s`, from the one that is to be read next; and the day of the one that waits longest, at the head of the queue or not. */
const nextOf = sql<
  string | null
>`(select t.id from record.free_text t where t.organisation = s.organisation and t.survey = s.id and t.state = 'new'
  order by t.is_first desc, t.day, t.item, t.id limit 1)`;
const longestWaiting = (isFirst: boolean) =>
  sql`(select t.day from record.free_text t where t.organisation = s.organisation and t.survey = s.id
    and t.state = 'new' and t.is_first = ${sql.lit(isFirst)} order by t.day limit 1)`;
const oldestOf = sql<string | null>`least(${longestWaiting(true)}, ${longestWaiting(false)})`;

export interface QueueLine {
  readonly survey: string;
  readonly slug: string;
  readonly name: string;
  /** Counted up to one more than `countedAtMost`. */
  readonly waiting: number;
  /** The day of the text that waits longest; null where none waits. */
  readonly oldest: string | null;
}

/** The surveys for which the account is a named reviewer, those that wait longest first. */
export async function queuesOf(read: Read, organisation: string, account: string): Promise<readonly QueueLine[]> {
  const { rows } = await sql<QueueLine>`
    select q.id as survey, q.slug, q.name, q.oldest,
           (select count(*) from (select from record.free_text t where t.organisation = q.organisation
             and t.survey = q.id and t.state = 'new' limit ${countedAtMost + 1}) counted) as waiting
      from (select s.organisation, s.id, s.slug, s.name, ${oldestOf} as oldest from record.survey s
             where s.organisation = ${organisation} and s.id = any (array(select r.survey
               from record.survey_reviewer r where r.organisation = ${organisation} and r.account = ${account}))
             order by oldest nulls last, s.name, s.id limit ${queuesAtMost}) q
     order by q.oldest nulls last, q.name, q.id`.execute(read);
  return rows;
}

export interface LateLine {
  readonly name: string;
  readonly oldest: string;
  /** Who was named to read. */
  readonly reviewers: readonly string[];
}

/**
 * Surveys of the organisation in sight in which a text waits, those that wait longest first, with the day of the
 * oldest and with no word and no count of them (P14).
 */
export async function waitingSurveys(read: Read): Promise<readonly LateLine[]> {
  const { rows } = await sql<LateLine>`
    select s.name, w.oldest, coalesce((select array_agg(a.name order by a.name) from record.survey_reviewer r
      join record.account a on a.id = r.account where r.survey = s.id), '{}') as reviewers
      from record.waiting_texts() w join record.survey s on s.id = w.survey order by w.oldest, s.name, s.id limit ${queuesAtMost}`.execute(
    read,
  );
  return rows;
}

export interface ReviewedSurvey {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly asked: Asked | null;
}

export interface ReviewedQueue extends ReviewedSurvey {
  /** The text to read next, and the day of the one that waits longest; null where none waits. */
  readonly next: string | null;
  readonly oldest: string | null;
}

/** The same with what waits in it. */
export async function queueOf(
  read: Read,
  organisation: string,
  account: string,
  slug: string,
): Promise<ReviewedQueue | undefined> {
  const { rows } = await sql<ReviewedQueue>`
    select s.id, s.slug, s.name, s.asked, ${nextOf} as next, ${oldestOf} as oldest
      from record.survey s join record.survey_reviewer r on r.organisation = s.organisation and r.survey = s.id and r.account = ${account}
     where s.organisation = ${organisation} and s.slug = ${slug}`.execute(read);
  return rows[0];
}

/** A survey of the organisation that the account is to read for; undefined for everybody else. */
export async function reviewedSurvey(
  read: Read,
  organisation: string,
  account: string,
  slug: string,
): Promise<ReviewedSurvey | undefined> {
  const { rows } = await sql<ReviewedSurvey>`
    select s.id, s.slug, s.name, s.asked from record.survey s
      join record.survey_reviewer r on r.organisation = s.organisation and r.survey = s.id and r.account = ${account}
     where s.organisation = ${organisation} and s.slug = ${slug}`.execute(read);
  return rows[0];
}

/** The words of a question as an audience read them, in the survey's first language; its key where they are not known. */
export function questionOf({ asked }: Pick<ReviewedSurvey, 'asked'>, item: string, audience: string): string {
  const found = asked?.content.items.find(({ key }) => key === item);
  const first = asked?.content.languages[0] ?? 'en';
  return found ? wordsFor(found, audience as Audience, first, first) || item : item;
}

/** How many texts are in each state, each counted up to one more than `countedAtMost`: what is there is told, and no page reads all of it. */
export async function stateCounts(
  read: Read,
  organisation: string,
  survey: string,
): Promise<ReadonlyMap<TextState, number>> {
  const { rows } = await sql<{ state: TextState; many: number }>`
    select known.state, (select count(*) from (select from record.free_text t where t.organisation = ${organisation}
      and t.survey = ${survey} and t.state = known.state limit ${countedAtMost + 1}) counted) as many
      from unnest(${[...textStates]}::text[]) known (state)`.execute(read);
  return new Map(rows.filter(({ many }) => many > 0).map(({ state, many }) => [state, many]));
}

/** How what was passed on from a survey stands: in bands, and nothing else (P10). */
export async function concernCounts(read: Read, survey: string): Promise<readonly ConcernCount[]> {
  return (
    await sql<ConcernCount>`select stands, at_least as "least" from record.concern_counts(${survey}::uuid)`.execute(
      read,
    )
  ).rows;
}

/**
 * The next text to read: those at the head first, then the longest waiting, question by question. One child answers a question once, so two
 * texts of one child are not neighbours within a question, and between questions the order is that of random ids.
 */
export async function nextText(read: Read, organisation: string, survey: string): Promise<string | null> {
  const { rows } = await sql<{
    next: string | null;
  }>`select ${nextOf} as next from (select ${organisation}::uuid as organisation, ${survey}::uuid as id) s`.execute(
    read,
  );
  return rows[0]?.next ?? null;
}

export interface DecidedLine extends Pick<FreeTextRow, 'id' | 'audience' | 'item' | 'state' | 'quotable'> {
  readonly decided_on: string;
}

const newestDecisionFirst: readonly Key[] = [
  { by: 'decided_on', type: 'date' },
  { by: 'item', type: 'text' },
  { by: 'id', type: 'uuid' },
];

/** What was decided, newest day first, so many from a place on. What was passed on is not among it. */
export async function decidedTexts(
  read: Read,
  organisation: string,
  survey: string,
  place: Place,
): Promise<Slice<DecidedLine>> {
  const decided = read
    .selectFrom('record.free_text')
    .select(['id', 'audience', 'item', 'state', 'quotable', sql<string>`decided_on`.as('decided_on')])
    .where('organisation', '=', organisation)
    .where('survey', '=', survey)
    // As the index has it.
    .where(sql<boolean>`state in ('cleared', 'redacted', 'withheld')`);
  return slice(decided, { keys: newestDecisionFirst, descending: true }, place, perPage);
}

export interface TextToRead extends FreeTextRow {
  /** The setting's name; null for an open link. */
  readonly setting_name: string | null;
  /** Whose safeguarding leads would get it; null where nobody is named. */
  readonly home: string | null;
  readonly home_name: string | null;
}

/** One text, to whom it would be passed, and nothing of its neighbours. `hold` keeps it until the act is done. */
export async function textToRead(
  read: Read,
  organisation: string,
  survey: string,
  id: string,
): Promise<TextToRead | undefined> {
  const { rows } = await sql<TextToRead>`
    select t.*, record.setting_name(t.setting) as setting_name, h.home, record.setting_name(h.home) as home_name
      from record.free_text t cross join lateral (select record.safeguarding_home(t.organisation, t.setting) as home) h
     where t.organisation = ${organisation} and t.survey = ${survey} and t.id = ${id}`.execute(read);
  return rows[0];
}

export interface ConcernLine extends Pick<
  ConcernRow,
  'id' | 'survey_name' | 'audience' | 'passed_on' | 'acknowledged_on' | 'action' | 'outcome'
> {}

/** What waits for the safeguarding leads of the organisation in sight: open ones first, the longest waiting first. */
export async function concernsOf(read: Read, organisation: string): Promise<readonly ConcernLine[]> {
  return read
    .selectFrom('record.concern')
    .select(['id', 'survey_name', 'audience', 'passed_on', 'acknowledged_on', 'action', 'outcome'])
    .where('organisation', '=', organisation)
    .orderBy(sql`outcome is not null, action is not null, acknowledged_on is not null`)
    .orderBy('passed_on')
    .orderBy('id')
    .limit(500)
    .execute();
}

export interface Concern extends ConcernRow {
  readonly asker_name: string | null;
  readonly setting_name: string | null;
  readonly acknowledged_name: string | null;
  readonly action_name: string | null;
  readonly outcome_name: string | null;
}

export async function concernOf(read: Read, organisation: string, id: string): Promise<Concern | undefined> {
  const { rows } = await sql<Concern>`
    select c.*, record.setting_name(c.asked_by) as asker_name, record.setting_name(c.setting) as setting_name, a.name
      as acknowledged_name, b.name as action_name, o.name as outcome_name
      from record.concern c left join record.account a on a.id = c.acknowledged_by left
        join record.account b on b.id = c.action_by left join record.account o on o.id = c.outcome_by
     where c.organisation = ${organisation} and c.id = ${id}`.execute(read);
  return rows[0];
}

export interface SessionRequest extends SessionRequestRow {
  readonly asker: string;
  readonly answerer: string | null;
  readonly home_name: string | null;
  /** What the session was called, for the two who may know; null for everybody else. */
  readonly label: string | null;
  /** Whether the reader may answer it: it is open, and their appointments do not meet the asker's. */
  readonly may_release: boolean;
}

/** Requests that the account may see in the organisation in sight: open ones first. */
export async function sessionRequests(
  read: Read,
  of: { readonly concern: string } | { readonly request: string } | null = null,
): Promise<readonly SessionRequest[]> {
  const which = of === null ? sql`true` : 'concern' in of ? sql`r.concern = ${of.concern}` : sql`r.id = ${of.request}`;
  const { rows } = await sql<SessionRequest>`
    select r.*, a.name as asker, b.name as answerer, record.setting_name(r.organisation) as home_name,
      record.released_session(r.id) as label, record.may_release(r.id) as may_release
      from record.session_request r join record.account a on a.id = r.asked_by left join record.account b on b.id = r.answered_by
     where ${which} order by r.answer is not null, r.asked_on, r.id limit 200`.execute(read);
  return rows;
}

export interface HeadRequest {
  readonly request: string;
  readonly organisation: string;
  readonly asked_of: string;
  readonly home: string;
  readonly asker: string;
  readonly survey: string;
  readonly asked_on: string;
  readonly head: string;
}

/** What a letter to the head asks, without a word of what was written; undefined where its link is not good. */
export async function headRequestFor(read: Read, token: string, now: Date): Promise<HeadRequest | undefined> {
  return (await sql<HeadRequest>`select * from record.head_request_for(${tokenHash(token)}, ${now})`.execute(read))
    .rows[0];
}

/** Addresses of those who hold one of these roles in an organisation. */
export async function addressesOf(
  read: Read,
  organisation: string,
  roles: readonly ('safeguarding' | 'lead' | 'administrator')[],
): Promise<readonly string[]> {
  const rows = await read
    .selectFrom('record.account as account')
    .innerJoin('record.account_role as held', 'held.account', 'account.id')
    .select('account.email')
    .distinct()
    .where('held.organisation', '=', organisation)
    .where('held.role', 'in', roles)
    .where('account.closed_at', 'is', null)
    .orderBy('account.email')
    .execute();
  return rows.map(({ email }) => email);
}

export interface ClearedText {
  readonly id: string;
  readonly audience: string;
  readonly item: string;
  readonly language: string;
  readonly words: string;
  readonly quotable: boolean;
  /** Who read it and cleared it as it was; null where something was taken out. */
  readonly reviewer: string | null;
  /** Who took something out of it, and so cannot be its second reader. */
  readonly redactor: string | null;
  /** How many decisions there were: of other words there were more. */
  readonly version: number;
}

/** What was cleared in a survey of the organisation in sight, without setting or day: what may go on to reports and quotes. */
export async function clearedTexts(read: Read, survey: string): Promise<readonly ClearedText[]> {
  return (
    await sql<ClearedText>`select id, audience, item, language, words, quotable, reviewer, redactor, version
      from record.cleared_texts(${survey}::uuid) order by audience, item, id`.execute(read)
  ).rows;
}

/** Who is safeguarding lead or deputy in an organisation, by name. */
export async function safeguardingNames(read: Read, organisation: string): Promise<readonly string[]> {
  const rows = await read
    .selectFrom('record.account as account')
    .innerJoin('record.account_role as held', 'held.account', 'account.id')
    .select('account.name')
    .distinct()
    .where('held.organisation', '=', organisation)
    .where('held.role', '=', 'safeguarding')
    .where('account.closed_at', 'is', null)
    .orderBy('account.name')
    .execute();
  return rows.map(({ name }) => name);
}
