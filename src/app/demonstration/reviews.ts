/** What was written freely in the newest open survey of the programme: some of it read, some waiting, one text with the safeguarding lead. All invented. */
import { sql } from 'kysely';
import { decideText, reviewedSurvey, takeInTexts } from '#rooms/heard/reviews/index.js';
import { asOwner } from '../owner.js';
import { acting } from './acting.js';
import type { Demonstration } from './who.js';

interface Written {
  readonly body: string;
  readonly language: 'en' | 'cy' | 'ar';
  /** Days before the demonstration's own. */
  readonly ago: number;
  /** What the reviewer decided; nothing yet where it is left out. */
  readonly decision?: Parameters<typeof decideText>[4];
}

const written: readonly Written[] = [
  {
    body: 'A quiet room at lunch. Not a punishment room, a nice one.',
    language: 'en',
    ago: 6,
    decision: { kind: 'clear', quotable: true },
  },
  {
    body: 'More clubs that are free. My sister cannot come because it costs money.',
    language: 'en',
    ago: 6,
    decision: { kind: 'clear', quotable: true },
  },
  {
    body: 'Tell Jordan P in blue class to stop taking the ball. And fix the goal.',
    language: 'en',
    ago: 6,
    decision: { kind: 'redact', words: 'fix the goal.', quotable: false },
  },
  { body: 'asdfghjkl', language: 'en', ago: 6, decision: { kind: 'withhold', reason: 'cannot be read' } },
  {
    body: 'I do not want to go home on Fridays because I get locked in and there is no food.',
    language: 'en',
    ago: 5,
    decision: { kind: 'pass' },
  },
  { body: 'Somebody always waits for me at the gate and I am scared to walk past.', language: 'en', ago: 5 },
  { body: 'Hoffwn i gael mwy o lyfrau Cymraeg yn y llyfrgell.', language: 'cy', ago: 1 },
  { body: 'أريد أن يتعلم المعلمون نطق اسمي بشكل صحيح.', language: 'ar', ago: 1 },
  { body: 'Football for girls too, please!', language: 'en', ago: 0 },
  { body: 'The toilets smell and the locks do not work.', language: 'en', ago: 0 },
];

interface Found {
  readonly id: string;
  readonly slug: string;
  readonly item: string | null;
  readonly audience: string | null;
  readonly session: string | null;
}

export async function loadReviews(demonstration: Demonstration): Promise<void> {
  const { database, as } = demonstration;
  const { act, day, certain } = acting(demonstration, 'decisions about what people wrote');
  const [asking, setting] = [as.programme.organisation, as.school.organisation];
  const found = await asOwner(database, async (write) => {
    const { rows } = await sql<Found>`
      select s.id, s.slug, i.item ->> 'key' as item, (select a.value
        from jsonb_array_elements_text(i.item -> 'audiences') a where a.value = any (s.audiences)
        order by a.value = 'student primary' desc limit 1) as audience,
             (select w.id from record.way_in w where w.survey = s.id and w.setting = ${setting} and w.places >= 10
               order by w.kind = 'class session' desc, w.label limit 1) as session
        from record.survey s join record.survey_setting t on t.survey = s.id and t.setting = ${setting}
        cross join lateral (select e.value as item from jsonb_array_elements(s.asked -> 'content' -> 'items') e
          where e.value ->> 'kind' in ('long text', 'short text') order by e.value ->> 'kind' limit 1) i
       where s.organisation = ${asking} and s.stage = 'open' order by s.opens_on desc, s.id limit 1`.execute(write);
    const [survey] = rows;
    if (!survey || survey.item === null || survey.audience === null) return null;
    await sql`insert into record.survey_reviewer (organisation, survey, account)
      values (${asking}, ${survey.id}, ${as.programme.account}) on conflict do nothing`.execute(write);
    for (const { body, language, ago } of written) {
      await sql`insert into intake.text (organisation, survey, setting, audience, session, item, language, body, day)
        values (${asking}, ${survey.id}, ${setting}, ${survey.audience}, ${survey.session}, ${survey.item},
        ${language}, ${body}, ${day(-ago)})`.execute(write);
    }
    await takeInTexts(write);
    const ids = new Map(
      (
        await sql<{
          id: string;
          body: string;
        }>`select id, body from record.free_text where survey = ${survey.id}`.execute(write)
      ).rows.map(({ id, body }) => [body, id]),
    );
    return { slug: survey.slug, ids };
  });
  if (!found) return;
  for (const { body, ago, decision } of written) {
    if (!decision) continue;
    await act(as.programme, 1 - ago, async (write, who) => {
      const survey = await reviewedSurvey(write, asking, who.account, found.slug);
      if (survey)
        certain(
          await decideText(write, who, survey, found.ids.get(body) ?? '', decision, 'https://demonstration.invalid'),
        );
    });
  }
}
