/** For tests: organisations with people, a survey with reviewers, and texts as the mixer puts them down. */
import { sql } from 'kysely';
import { json } from '#kit/db/client.js';
import type { Gates, Standing, Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import type { Role } from '#kit/visitor.js';
import { emptySheet } from '#rooms/heard/surveys/index.js';
import { openAccount, type Who } from '#rooms/ground/people/index.js';

export interface Somebody {
  readonly organisation: string;
  readonly account: string;
  readonly email: string;
  readonly standing: Standing;
}

export async function organisationFor(write: Write, name: string): Promise<string> {
  const id = newId();
  await write
    .insertInto('record.organisation')
    .values({ id, slug: `${name.toLowerCase().replace(/[^a-z]+/g, '-')}-${id.slice(-12)}`, name, kind: 'programme' })
    .execute();
  return id;
}

export async function somebody(write: Write, organisation: string, role: Role, now: Date): Promise<Somebody> {
  const email = `${role}-${newId().slice(-12)}@reviews.example`;
  const account = await openAccount(
    write,
    { email, name: `${role} ${email.slice(-24, -16)}`, persona: null, organisation, role },
    now,
  );
  return { organisation, account, email, standing: { account, organisation, boards: '*' } };
}

export interface SurveySeed {
  readonly organisation: string;
  readonly settings: readonly string[];
  readonly reviewers: readonly string[];
}

/** An open survey of two questions that are answered in words. */
export async function surveyFor(
  write: Write,
  { organisation, settings, reviewers }: SurveySeed,
  name = 'How school feels',
): Promise<{ readonly id: string; readonly slug: string }> {
  const id = newId();
  const slug = `survey-${id.slice(-12)}`;
  const item = (key: string, en: string) => ({
    key,
    kind: 'long text',
    audiences: ['student primary', 'student secondary', 'educator'],
    texts: { en },
    variants: { 'student primary': { en: `${en} (younger)` } },
    hints: {},
    options: [],
    atMost: null,
    least: null,
    most: null,
    special: null,
    when: null,
  });
  const asked = {
    content: {
      title: { en: name },
      languages: ['en', 'cy', 'ar'],
      items: [item('one-thing', 'What one thing would you change?'), item('good-thing', 'What is good here?')],
    },
  };
  const instrument = newId();
  await write
    .insertInto('record.instrument')
    .values({
      organisation,
      id: instrument,
      slug: `instrument-${id.slice(-12)}`,
      draft: json(asked.content),
      changed_at: new Date('2026-11-01'),
    })
    .execute();
  await write
    .insertInto('record.instrument_version')
    .values({ organisation, instrument, number: 1, content: json(asked.content), sealed_on: '2026-11-01' })
    .execute();
  await sql`insert into record.survey (organisation, id, slug, name, instrument, version, wave, audiences, languages,
    opens_on, closes_on, sheet, stage, asked, changed_at)
    values (${organisation}, ${id}, ${slug}, ${name}, ${instrument}, 1, 1, '{student primary,student secondary}',
      '{en,cy,ar}', '2026-11-01', '2026-12-20', ${json(emptySheet)}::jsonb, 'open', ${json(asked)}::jsonb,
      '2026-11-01')`.execute(write);
  for (const setting of settings)
    await sql`insert into record.survey_setting (organisation, survey, setting, invited_on, answer, answered_on)
      values (${organisation}, ${id}, ${setting}, '2026-11-01', 'takes part', '2026-11-02')`.execute(write);
  for (const account of reviewers)
    await sql`insert into record.survey_reviewer (organisation, survey, account) values (${organisation}, ${id}, ${account})`.execute(
      write,
    );
  return { id, slug };
}

export interface TextSeed {
  readonly body: string;
  readonly setting?: string | null;
  readonly session?: string | null;
  readonly item?: string;
  readonly language?: string;
  readonly day?: string;
  readonly voided?: boolean;
}

/** Texts as the mixer puts them down. */
export async function textsIn(
  write: Write,
  at: { readonly organisation: string; readonly survey: string },
  texts: readonly TextSeed[],
): Promise<void> {
  for (const {
    body,
    setting = null,
    session = null,
    item = 'one-thing',
    language = 'en',
    day = '2026-11-26',
    voided = false,
  } of texts) {
    await sql`insert into intake.text (organisation, survey, setting, audience, session, item, language, body, day,
      voided) values (${at.organisation}, ${at.survey}, ${setting}, 'student primary', ${session}, ${item},
      ${language}, ${body}, ${day}, ${voided})`.execute(write);
  }
}

export async function sessionFor(
  write: Write,
  at: { readonly organisation: string; readonly survey: string; readonly setting: string },
  label: string,
  answers = 10,
): Promise<string> {
  const id = newId();
  await sql`insert into record.way_in (organisation, survey, id, setting, audience, kind, label, places, opened_on)
    values (${at.organisation}, ${at.survey}, ${id}, ${at.setting}, 'student primary', 'class session', ${label}, 28,
    '2026-11-20')`.execute(write);
  await sql`insert into intake.answer (survey, setting, session, audience, language, codes, seed)
    select ${at.survey}, ${at.setting}, ${id}, 'student primary', 'en', '{}', null
    from generate_series(1, ${answers}::int)`.execute(write);
  return id;
}

/** Acts as somebody, at the work gate. */
export function actingAt(gates: Pick<Gates, 'work'>, now: Date) {
  return <T>(by: Somebody, work: (write: Write, who: Who) => Promise<T>): Promise<T> =>
    gates.work.write(by.standing, (write) => work(write, { organisation: by.organisation, account: by.account, now }));
}
