/** Questions to the record: conversations and quotes of an organisation. */
import { sql } from 'kysely';
import type { Place } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { type Key, type Slice, slice } from '#kit/db/slice.js';
import { themeTitles } from '#rooms/ground/frameworks/index.js';
import { type ClearedText, clearedTexts } from '#rooms/heard/reviews/index.js';
import { receivedBySetting } from '#rooms/heard/taking-part/index.js';
import type { ConversationRow, QuoteRow } from './tables.js';

export type Conversation = Readonly<ConversationRow>;

const atMost = 500;

export type ConversationLine = Pick<Conversation, 'id' | 'kind' | 'who' | 'phase' | 'day' | 'present'>;

const lastFirst: readonly Key[] = [
  { by: 'day', type: 'date' },
  { by: 'id', type: 'uuid' },
];

/** An organisation's conversations, the last first, so many from a place on. */
export async function conversationsOf(
  read: Read,
  organisation: string,
  place: Place,
  count: number,
): Promise<Slice<ConversationLine>> {
  return slice(
    read
      .selectFrom('record.conversation')
      .select(['id', 'kind', 'who', 'phase', 'day', 'present'])
      .where('organisation', '=', organisation),
    { keys: lastFirst, descending: true },
    place,
    count,
  );
}

/** How many took part in all of them, by kind. */
export async function tookPart(read: Read, organisation: string): Promise<ReadonlyMap<string, number>> {
  const rows = await read
    .selectFrom('record.conversation')
    .select(['kind', sql<number>`sum(present)::integer`.as('many')])
    .where('organisation', '=', organisation)
    .groupBy('kind')
    .execute();
  return new Map(rows.map(({ kind, many }) => [kind, many]));
}

export async function conversationOf(read: Read, organisation: string, id: string): Promise<Conversation | undefined> {
  return read
    .selectFrom('record.conversation')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .executeTakeFirst();
}

export interface Quote extends Readonly<Omit<QuoteRow, 'version'>> {
  /** Of its words, or of the text that it is: who read another version has not read this one. */
  readonly version: number;
  readonly coder: string;
  readonly reader: string | null;
  /** Of a written quote: who took something out of it, and so cannot be its second reader. */
  readonly redactor: string | null;
  /**
   * Of the conversation, or how many of the audience have answered at least, now or when it was last looked at (what
   * was spent is forgotten, P17); null where nobody has counted.
   */
  readonly eligible: number | null;
}

/** Quotes of an organisation. What was written in a survey is read where it was cleared: what is withheld afterwards has no words here. */
export async function quotesOf(
  read: Read,
  organisation: string,
  of: { readonly conversation: string } | { readonly quote: string } | null = null,
): Promise<readonly Quote[]> {
  const which =
    of === null ? sql`true` : 'conversation' in of ? sql`q.conversation = ${of.conversation}` : sql`q.id = ${of.quote}`;
  const { rows } = await sql<Quote>`
    with answered as (
      select s.survey, r.audience, sum(r.band)::integer as least
        from (select distinct survey from record.quote where organisation = ${organisation} and survey is not null) s
        cross join lateral record.received_by_setting(s.survey, null) r
       group by s.survey, r.audience
    )
    select q.organisation, q.id, q.conversation, q.survey, q.text, q.who, q.phase,
           coalesce(c.eligible, nullif(greatest(q.eligible, n.least), 0)) as eligible,
           case when q.text is null then q.words else t.words end as words, q.themes, q.coded_by,
           case when r.stands then q.read_by end as read_by, case when r.stands then q.read_on end as read_on,
           q.read_version, case when r.stands then q.recognisable end as recognisable, q.set_aside, t.redactor,
           a.name as coder, case when r.stands then b.name end as reader, coalesce(t.version, q.version) as version
      from record.quote q
      left join record.conversation c on c.id = q.conversation
      join record.account a on a.id = q.coded_by
      left join record.account b on b.id = q.read_by
      left join lateral (select x.words, x.audience, x.redactor, x.version from record.cleared_texts(q.survey) x
                          where x.id = q.text and x.quotable) t on q.text is not null
      -- Of a text that was taken back nothing is read: it has no words here.
      cross join lateral (select q.read_by is distinct from t.redactor and (q.text is not null and t.version is null
                                 or q.read_version = coalesce(t.version, q.version)) as stands) r
      left join answered n on n.survey = q.survey and n.audience = t.audience
     where q.organisation = ${organisation} and ${which} order by q.set_aside, q.who, q.phase nulls last, q.id limit ${atMost}`.execute(
    read,
  );
  return rows;
}

export interface TextToQuote extends ClearedText {
  readonly survey: string;
  readonly survey_name: string;
}

/** Texts of the organisation's surveys that were cleared as quotes and are none yet. */
export async function textsToQuote(read: Read, organisation: string): Promise<readonly TextToQuote[]> {
  const { rows } = await sql<TextToQuote>`
    select s.id as survey, s.name as survey_name, t.* from record.survey s cross join lateral record.cleared_texts(s.id) t
     where s.organisation = ${organisation} and t.quotable and not exists (select from record.quote q
       where q.text = t.id) order by s.name, s.id, t.item, t.id limit ${atMost}`.execute(read);
  return rows;
}

/** One of them, by its id. */
export async function textToQuote(read: Read, survey: string, text: string): Promise<ClearedText | undefined> {
  return (await clearedTexts(read, survey)).find(({ id, quotable }) => quotable && id === text);
}

/** How many of an audience have answered a survey at least, over all its settings; null for fewer than that can be said of. */
export async function answeredAtLeast(read: Read, survey: string, audience: string): Promise<number | null> {
  const bands = (await receivedBySetting(read, survey)).filter((one) => one.audience === audience);
  const least = bands.reduce((sum, one) => sum + one.least, 0);
  return least === 0 ? null : least;
}

export interface SurveyName {
  readonly id: string;
  readonly name: string;
}

export async function ownSurveys(read: Read, organisation: string): Promise<readonly SurveyName[]> {
  return (
    await sql<SurveyName>`select id, name from record.survey where organisation = ${organisation} order by name, id`.execute(
      read,
    )
  ).rows;
}

/** A theme as it is read: a framework's by its title, one's own as it stands. */
export async function themeNames(read: Read): Promise<(theme: string) => string> {
  const titles = await themeTitles(read);
  return (theme) => titles.get(theme) ?? theme;
}
