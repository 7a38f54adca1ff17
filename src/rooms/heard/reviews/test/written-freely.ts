/** For tests that go through every address: something of each kind that people wrote. */
import { sql } from 'kysely';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import type { PersonaKey } from '#test/samples.js';
import { surveyFor, textsIn } from '../fixtures.js';
import { takeInTexts } from '../acts.js';

/** A survey of the programme with a text that waits for Ada, one that is with Millpond's safeguarding lead, who asked for its session. */
export async function writtenFreely(write: Write) {
  const holder = async (key: PersonaKey) =>
    write
      .selectFrom('record.account as a')
      .innerJoin('record.account_role as r', 'r.account', 'a.id')
      .select(['a.id', 'r.organisation'])
      .where('a.email', '=', `${key}@demonstration.invalid`)
      .executeTakeFirstOrThrow();
  const [programme, safeguarding] = [await holder('programme'), await holder('safeguarding')];
  const survey = await surveyFor(write, {
    organisation: programme.organisation,
    settings: [safeguarding.organisation],
    reviewers: [programme.id],
  });
  await textsIn(write, { organisation: programme.organisation, survey: survey.id }, [
    { body: 'A text that waits', setting: safeguarding.organisation },
  ]);
  await takeInTexts(write);
  const text = await write
    .selectFrom('record.free_text')
    .select('id')
    .where('survey', '=', survey.id)
    .executeTakeFirstOrThrow();
  const now = new Date('2024-03-12T10:30:00Z');
  const [concern, request] = [newId(now), newId(now)];
  await sql`insert into record.concern (organisation, id, asked_by, survey, survey_name, setting, audience, question,
    language, body, day, has_session, passed_on)
    values (${safeguarding.organisation}, ${concern}, ${programme.organisation}, ${survey.id}, 'A survey',
      ${safeguarding.organisation}, 'student primary', 'What is it like?', 'en', 'A text that was passed on',
      '2024-03-11', true, '2024-03-12')`.execute(write);
  await sql`insert into record.session_request (organisation, id, concern, asked_of, survey_name, reason, asked_by,
    asked_on) values (${safeguarding.organisation}, ${request}, ${concern}, ${programme.organisation}, 'A survey',
    'A reason', ${safeguarding.id}, '2024-03-12')`.execute(write);
  return {
    queue: { value: survey.slug, of: 'programme' },
    text: { value: text.id, of: 'programme' },
    concern: { value: concern, of: 'safeguarding' },
    request: { value: request, of: 'programme' },
  } as const;
}
