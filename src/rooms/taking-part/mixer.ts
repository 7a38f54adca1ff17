/**
 * The mixer: opens what came in and puts it down in another order, so that no order, id or transaction joins an answer to a pass
 * (reference listening 4.3). Answers of a setting and an audience are taken when ten of them wait, and the rest when nothing comes in any
 * more; then everything is put down once more, in one order for all. After the day that the data sheet set nothing of it is left (P17). Free text goes its own way at fixed hours, so that a worry waits
 * two hours at most on a school day.
 */
import { type KeyObject, randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import { type Gate, nobody, type Write } from '#kit/db/gate.js';
import type { RoundWork } from '#kit/room.js';
import { intakeKeys, type KeyFor, unseal } from './sealing.js';

/** Fewer never leave the inbox together while a survey is open. */
const together = 10;
const atOnce = 20_000;
/** Hours of the day in London at which waiting text is taken, however little there is. */
const textHours = [8, 10, 12, 14, 16, 18, 21] as const;

/** The last of the hours that has passed, with its day. */
export function textSlot(now: Date): string {
  const hour = Number(new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: 'numeric', hourCycle: 'h23' }).format(now));
  return `${londonDate(now)} ${textHours.findLast((one) => one <= hour) ?? 0}`;
}

function shuffled<T>(given: readonly T[]): readonly T[] {
  const found = [...given];
  for (let at = found.length - 1; at > 0; at--) {
    const other = randomInt(at + 1);
    [found[at], found[other]] = [found[other] as T, found[at] as T];
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

/** What was written, opened; null where the key is another one. */
function textsIn(key: KeyObject, survey: string, sealed: Buffer | null): Opened['texts'] | null {
  if (sealed === null) return [];
  const text = unseal(key, survey, sealed);
  if (text === null) return null;
  // Written by receiver.ts.
  const [language, texts] = JSON.parse(text) as [string, readonly { item: string; body: string }[]];
  return texts.map((one) => ({ ...one, language }));
}

function opened(key: KeyObject, survey: string, row: InboxRow): Opened | null {
  const text = unseal(key, survey, row.answers);
  const texts = textsIn(key, survey, row.texts);
  if (text === null || texts === null) return null;
  const [language, codes, seed] = JSON.parse(text) as [string, readonly (string | null)[], number | null];
  return { row, language, codes, seed, texts };
}

interface SurveyRow {
  readonly survey: string;
  readonly organisation: string;
  readonly late_until: string;
}

async function putTexts(write: Write, { survey, organisation }: SurveyRow, found: readonly { readonly row: Omit<InboxRow, 'answers'>; readonly texts: Opened['texts'] }[], today: string): Promise<void> {
  const texts = shuffled(found.flatMap(({ row, texts }) => texts.map(({ item, body, language }) => ({ organisation, survey, setting: row.setting, audience: row.audience, session: row.session, item, language, body, day: today }))));
  for (let at = 0; at < texts.length; at += 1000) {
    await sql`insert into intake.text (organisation, survey, setting, audience, session, item, language, body, day)
      select organisation, survey, setting, audience, session, item, language, body, day from jsonb_to_recordset(${JSON.stringify(texts.slice(at, at + 1000))}::jsonb)
        as t(organisation uuid, survey uuid, setting uuid, audience text, session uuid, item text, language text, body text, day date)`.execute(write);
  }
}

async function putAnswers(write: Write, survey: string, found: readonly Opened[]): Promise<void> {
  const mixed = shuffled(found);
  for (let at = 0; at < mixed.length; at += 1000) {
    const rows = mixed.slice(at, at + 1000).map(({ row, language, codes, seed }) => ({ setting: row.setting, session: row.session, audience: row.audience, language, seed, codes: `{${codes.map((code) => code ?? 'null').join(',')}}` }));
    await sql`insert into intake.answer (survey, setting, session, audience, language, codes, seed)
      select ${survey}, setting, session, audience, language, codes::bigint[], seed from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(setting uuid, session uuid, audience text, language text, codes text, seed integer)`.execute(write);
  }
}

/** Takes what is due of one survey. Returns how many rows could not be opened: they were sealed under another secret and stay. */
async function mixSurvey(write: Write, key: KeyObject, survey: SurveyRow, { today, textsDue }: { readonly today: string; readonly textsDue: boolean }): Promise<number> {
  const isOver = today > survey.late_until;
  // Two processes: one mixes, the other passes by.
  const { rows: locks } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(hashtextextended(${survey.survey}, 20261128)) as mine`.execute(write);
  if (!locks[0]?.mine) return 0;
  let closed = 0;
  const { rows: groups } = await sql<{ setting: string | null; audience: string; many: number }>`select setting, audience, count(*)::integer as many from intake.inbox where survey = ${survey.survey} group by setting, audience`.execute(write);
  for (const { setting, audience, many } of groups) {
    const of = sql`survey = ${survey.survey} and setting is not distinct from ${setting} and audience = ${audience}`;
    if (isOver || many >= together) {
      const { rows } = await sql<InboxRow>`select id, setting, audience, session, answers, texts from intake.inbox where ${of} order by id limit ${atOnce}`.execute(write);
      const found = rows.map((row) => opened(key, survey.survey, row)).filter((one) => one !== null);
      closed += rows.length - found.length;
      if (!isOver && found.length < together) continue;
      await putAnswers(write, survey.survey, found);
      await putTexts(write, survey, found, today);
      await sql`delete from intake.inbox where survey = ${survey.survey} and id = any (${found.map(({ row }) => row.id)}::uuid[])`.execute(write);
    } else if (textsDue) {
      const { rows } = await sql<Omit<InboxRow, 'answers'>>`select id, setting, audience, session, texts from intake.inbox where ${of} and texts is not null order by id`.execute(write);
      const found = rows.flatMap((row) => {
        const texts = textsIn(key, survey.survey, row.texts);
        return texts === null ? [] : [{ row, texts }];
      });
      closed += rows.length - found.length;
      await putTexts(write, survey, found, today);
      await sql`update intake.inbox set texts = null where survey = ${survey.survey} and id = any (${found.map(({ row }) => row.id)}::uuid[])`.execute(write);
    }
  }
  const { rows: left } = await sql`select 1 from intake.inbox where survey = ${survey.survey} limit 1`.execute(write);
  if (isOver && left.length === 0) {
    // One order for all, in one transaction: the groups that came before are gone.
    await sql`with gone as (delete from intake.answer where survey = ${survey.survey} returning survey, setting, session, audience, language, codes, seed)
      insert into intake.answer (survey, setting, session, audience, language, codes, seed) select * from gone order by random()`.execute(write);
    await sql`update intake.survey set mixed_on = ${today} where survey = ${survey.survey}`.execute(write);
  }
  return closed;
}

/** Mixes what is due in every survey. `textsDue`: also text of which fewer wait. */
export async function mix(gate: Gate, key: KeyFor, now: Date, textsDue: boolean): Promise<void> {
  const today = londonDate(now);
  // First: what is past its day is not even mixed.
  await gate.write(nobody, (write) => sql`select intake.forget_answers(${today})`.execute(write));
  const surveys = await gate.read(nobody, (read) => sql<SurveyRow>`select survey, organisation, late_until::text from intake.survey where mixed_on is null order by survey`.execute(read));
  let closed = 0;
  for (const survey of surveys.rows) closed += await gate.write(nobody, (write) => mixSurvey(write, intakeKeys(key).inbox, survey, { today, textsDue }));
  await gate.write(nobody, (write) => sql`select intake.forget_codes(${today})`.execute(write));
  if (closed > 0) throw new Error(`${closed} answers were sealed under another secret than the present one. They are kept; put the old secret back (docs/settings.md, KEPT_SECRET) to open them`);
}

const lastSlots = new WeakMap<Gate, string>();

export const mixing: RoundWork = async ({ gates, now, key }) => {
  const slot = textSlot(now);
  await mix(gates.release, key, now, lastSlots.get(gates.release) !== slot);
  lastSlots.set(gates.release, slot);
};
