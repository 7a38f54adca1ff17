/**
 * The mixer: opens what came in and puts it down in another order, so that no order, id or transaction joins an answer to a pass
 * (reference listening 4.3). Answers of a setting and an audience are taken when ten of them wait, and the rest when nothing comes in any
 * more; then everything is put down once more, in one order for all, and the survey's key is destroyed: whatever a log or a backup still
 * holds of the inbox is opened by nobody. That cannot be taken back, so the last mixing waits while the date is not believed. Free text goes its own way at
 * fixed hours, so that a worry waits two hours at most on a school day. A survey that cannot be mixed keeps none of the others waiting.
 */
import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import { type Gate, nobody, type Write } from '#kit/db/gate.js';
import type { RoundWork } from '#kit/room.js';
import { type KeyFor, unseal } from './sealing.js';
import { forgetKeys, readKeys, type SurveyKeys } from './survey-keys.js';

/** Fewer never leave the inbox together while a survey is open. */
const together = 10;
const atOnce = 20_000;
/** Hours of the day in London at which waiting text is taken, however little there is. */
const textHours = [8, 10, 12, 14, 16, 18, 21] as const;

/** The last of the hours that has passed, with its day. */
export function textSlot(now: Date): string {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: 'numeric', hourCycle: 'h23' }).format(now),
  );
  return `${londonDate(now)} ${textHours.findLast((one) => one <= hour) ?? 0}`;
}

function shuffled<T>(given: readonly T[]): readonly T[] {
  const found = [...given];
  for (let at = found.length - 1; at > 0; at--) {
    const other = randomInt(at + 1);
    const [a, b] = [found[at], found[other]];
    if (a !== undefined && b !== undefined) [found[at], found[other]] = [b, a];
  }
  return found;
}

interface InboxRow {
  readonly id: string;
  readonly setting: string | null;
  readonly audience: string;
  readonly session: string | null;
  readonly answers: Buffer;
  readonly texts: Buffer | null;
}

interface Opened {
  readonly row: InboxRow;
  readonly language: string;
  readonly codes: readonly (string | null)[];
  readonly seed: number | null;
  readonly texts: readonly { readonly item: string; readonly body: string; readonly language: string }[];
}

/** The text of what was sealed; null where it was sealed under another key, or is nothing that receiver.ts writes. */
function openedText<T>({ inbox, olderInbox }: SurveyKeys, survey: string, sealed: Buffer): T | null {
  const text = unseal(inbox, survey, sealed) ?? (olderInbox === null ? null : unseal(olderInbox, survey, sealed));
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** What was written, opened; null where the key is another one. */
function textsIn(keys: SurveyKeys, survey: string, sealed: Buffer | null): Opened['texts'] | null {
  if (sealed === null) return [];
  const found = openedText<[string, readonly { item: string; body: string }[]]>(keys, survey, sealed);
  if (found === null) return null;
  const [language, texts] = found;
  return texts.map((one) => ({ ...one, language }));
}

function opened(keys: SurveyKeys, survey: string, row: InboxRow): Opened | null {
  const answers = openedText<[string, readonly (string | null)[], number | null]>(keys, survey, row.answers);
  const texts = textsIn(keys, survey, row.texts);
  if (answers === null || texts === null) return null;
  const [language, codes, seed] = answers;
  return { row, language, codes, seed, texts };
}

interface SurveyRow {
  readonly survey: string;
  readonly organisation: string;
  readonly late_until: string;
}

interface GroupRow {
  readonly setting: string | null;
  readonly audience: string;
  readonly many: number;
}

async function putTexts(
  write: Write,
  { survey, organisation }: SurveyRow,
  found: readonly { readonly row: Omit<InboxRow, 'answers'>; readonly texts: Opened['texts'] }[],
  today: string,
  voided = false,
): Promise<void> {
  const texts = shuffled(
    found.flatMap(({ row, texts }) =>
      texts.map(({ item, body, language }) => ({
        organisation,
        survey,
        setting: row.setting,
        audience: row.audience,
        session: row.session,
        item,
        language,
        body,
        day: today,
        voided,
      })),
    ),
  );
  for (let at = 0; at < texts.length; at += 1000) {
    await sql`insert into intake.text (organisation, survey, setting, audience, session, item, language, body, day, voided)
      select organisation, survey, setting, audience, session, item, language, body, day, voided
        from jsonb_to_recordset(${JSON.stringify(texts.slice(at, at + 1000))}::jsonb)
        as t(organisation uuid, survey uuid, setting uuid, audience text, session uuid, item text, language text, body text, day date, voided boolean)`.execute(
      write,
    );
  }
}

async function putAnswers(write: Write, survey: string, found: readonly Opened[]): Promise<void> {
  const mixed = shuffled(found);
  for (let at = 0; at < mixed.length; at += 1000) {
    const rows = mixed.slice(at, at + 1000).map(({ row, language, codes, seed }) => ({
      setting: row.setting,
      session: row.session,
      audience: row.audience,
      language,
      seed,
      codes: `{${codes.map((code) => code ?? 'null').join(',')}}`,
    }));
    await sql`insert into intake.answer (survey, setting, session, audience, language, codes, seed)
      select ${survey}, setting, session, audience, language, codes::bigint[], seed
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(setting uuid, session uuid, audience text, language
        text, codes text, seed integer)`.execute(write);
  }
}

interface Due {
  readonly today: string;
  readonly textsDue: boolean;
  readonly isOver: boolean;
}

/** Takes what was written freely by codes that were voided since: their answers are gone, and a worry among them is read all the same. */
async function takeVoided(write: Write, keys: SurveyKeys, survey: SurveyRow, today: string): Promise<number> {
  const { rows } = await sql<
    Omit<InboxRow, 'answers'>
  >`select id, setting, audience, session, texts from intake.inbox where survey = ${survey.survey} and voided order by id limit ${atOnce}`.execute(
    write,
  );
  const found = rows.flatMap((row) => {
    const texts = textsIn(keys, survey.survey, row.texts);
    return texts === null ? [] : [{ row, texts }];
  });
  await putTexts(write, survey, found, today, true);
  await sql`delete from intake.inbox where survey = ${survey.survey} and id = any (${found.map(({ row }) => row.id)}::uuid[])`.execute(
    write,
  );
  return rows.length - found.length;
}

/** Takes what is due of one setting and audience. Returns how many rows could not be opened. */
async function mixGroup(
  write: Write,
  keys: SurveyKeys,
  survey: SurveyRow,
  { setting, audience, many }: GroupRow,
  { today, textsDue, isOver }: Due,
): Promise<number> {
  const of = sql`survey = ${survey.survey} and not voided and setting is not distinct from ${setting} and audience = ${audience}`;
  const takeOut = (found: readonly { readonly row: { readonly id: string } }[]) =>
    sql`survey = ${survey.survey} and id = any (${found.map(({ row }) => row.id)}::uuid[])`;
  if (isOver || many >= together) {
    const { rows } =
      await sql<InboxRow>`select id, setting, audience, session, answers, texts from intake.inbox where ${of} order by id limit ${atOnce}`.execute(
        write,
      );
    const found = rows.map((row) => opened(keys, survey.survey, row)).filter((one) => one !== null);
    const closed = rows.length - found.length;
    if (!isOver && found.length < together) return closed;
    await putAnswers(write, survey.survey, found);
    await putTexts(write, survey, found, today);
    await sql`delete from intake.inbox where ${takeOut(found)}`.execute(write);
    return closed;
  }
  if (!textsDue) return 0;
  const { rows } = await sql<
    Omit<InboxRow, 'answers'>
  >`select id, setting, audience, session, texts from intake.inbox where ${of} and texts is not null order by id`.execute(
    write,
  );
  const found = rows.flatMap((row) => {
    const texts = textsIn(keys, survey.survey, row.texts);
    return texts === null ? [] : [{ row, texts }];
  });
  await putTexts(write, survey, found, today);
  await sql`update intake.inbox set texts = null where ${takeOut(found)}`.execute(write);
  return rows.length - found.length;
}

/**
 * One order for all, in one transaction: the groups that came before are gone. A session of which fewer than ten answered is not named:
 * what one child answered would stand beside it.
 */
async function putDownOnceMore(write: Write, survey: string): Promise<void> {
  await sql`with gone as (delete from intake.answer where survey = ${survey} returning survey, setting, session, audience, language, codes, seed)
    insert into intake.answer (survey, setting, session, audience, language, codes, seed)
    select survey, setting, case
      when count(*) over (partition by session) >= ${together} then session end, audience, language, codes, seed
      from gone order by random()`.execute(write);
}

/** Takes what is due of one survey. Returns how many rows could not be opened: they were sealed under another secret and stay. */
async function mixSurvey(
  write: Write,
  key: KeyFor,
  survey: SurveyRow,
  { today, textsDue, isOver }: Due,
): Promise<number> {
  // Two processes: one mixes, the other passes by.
  const { rows: locks } = await sql<{
    mine: boolean;
  }>`select pg_try_advisory_xact_lock(hashtextextended(${survey.survey}, 20261128)) as mine`.execute(write);
  if (!locks[0]?.mine) return 0;
  // Nothing comes in from here on (intake.receive): what came after the last answers were read would be lost with the key.
  if (isOver) await sql`select pg_advisory_xact_lock(hashtextextended(${survey.survey}, 20261130))`.execute(write);
  const keys = await readKeys(write, key, survey.survey);
  // Mixed meanwhile, by another process.
  if (keys === null) return 0;
  const { rows: groups } = await sql<GroupRow>`select setting, audience, count(*)::integer as many from intake.inbox
      where survey = ${survey.survey} and not voided group by setting, audience`.execute(write);
  if (keys === 'sealed otherwise') return groups.reduce((sum, { many }) => sum + many, 0);
  let closed = 0;
  for (const group of groups) closed += await mixGroup(write, keys, survey, group, { today, textsDue, isOver });
  if (textsDue || isOver) closed += await takeVoided(write, keys, survey, today);
  const { rows: left } = await sql`select 1 from intake.inbox where survey = ${survey.survey} limit 1`.execute(write);
  if (isOver && left.length === 0) {
    await putDownOnceMore(write, survey.survey);
    await sql`select intake.destroy_key(${survey.survey}, ${today})`.execute(write);
  }
  return closed;
}

/** What a round could not mix; each survey by its id and nothing of what is in it. */
class MixingProblem extends AggregateError {
  override readonly name = 'MixingProblem';
}

function notOpened(survey: string, closed: number): Error {
  return new Error(
    `survey ${survey}: ${closed} answers were sealed under another secret than the present one. They are kept; ` +
      `put the old secret back (docs/settings.md, KEPT_SECRET) to open them`,
  );
}

/** For which surveys text of which fewer than ten wait is due, and that it was taken. */
interface TextHours {
  isDue(survey: string): boolean;
  taken(survey: string): void;
}

/**
 * Mixes what is due in every survey. `texts`: also text of which fewer wait. `believed`: the day by which a survey is over; null mixes none for the
 * last time. Throws once all were tried, where some could not be mixed.
 */
export async function mix(
  gate: Gate,
  key: KeyFor,
  now: Date,
  texts: boolean | TextHours,
  believed: string | null,
): Promise<void> {
  const today = londonDate(now);
  const problems: Error[] = [];
  const attempt = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (problem) {
      problems.push(
        new Error(`${what}: ${problem instanceof Error ? problem.message : String(problem)}`, { cause: problem }),
      );
    }
  };
  const surveys = await gate.read(nobody, (read) =>
    sql<SurveyRow>`select survey, organisation, late_until::text from intake.survey where mixed_on is null order by survey`.execute(
      read,
    ),
  );
  for (const survey of surveys.rows) {
    await attempt(`survey ${survey.survey}`, async () => {
      const isOver = believed !== null && believed > survey.late_until;
      const textsDue = typeof texts === 'boolean' ? texts : texts.isDue(survey.survey);
      const closed = await gate.write(nobody, (write) =>
        mixSurvey(write, key, survey, { today: isOver ? believed : today, textsDue, isOver }),
      );
      if (typeof texts !== 'boolean') texts.taken(survey.survey);
      if (isOver) forgetKeys(key, survey.survey);
      if (closed > 0) problems.push(notOpened(survey.survey, closed));
    });
  }
  await attempt('forgetting turns', () =>
    gate.write(nobody, (write) => sql`select intake.forget_turns()`.execute(write)),
  );
  if (problems.length > 0) throw new MixingProblem(problems, problems.map(({ message }) => message).join('\n'));
}

/** By survey: one that could not be mixed is tried again in the next round, and others give nothing out before their hour for its sake. */
const lastSlots = new WeakMap<Gate, Map<string, string>>();

export const mixing: RoundWork = async ({ gates, now, key, believed }) => {
  const slot = textSlot(now);
  const taken = lastSlots.get(gates.release) ?? new Map<string, string>();
  lastSlots.set(gates.release, taken);
  await mix(
    gates.release,
    key,
    now,
    { isDue: (survey) => taken.get(survey) !== slot, taken: (survey) => taken.set(survey, slot) },
    believed,
  );
};
