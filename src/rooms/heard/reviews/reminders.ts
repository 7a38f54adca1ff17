/** What the day does: letters about what waits too long, which say that something waits and where, never what (reference listening P10). */
import { sql } from 'kysely';
import type { DailyAct } from '#kit/daily/daily.js';
import { postLetters } from '#kit/mail/mail.js';
import { addressesOf } from './lookups.js';
import { reviewPaths } from './paths.js';
import { isOverdue } from './rules.js';

/** Each day while something is not acknowledged after one school day: to the safeguarding leads, and to those who lead the organisation. */
export const remindOfConcerns: DailyAct = async (write, { organisation, today, now, site }) => {
  const { rows } = await sql<{ passed_on: string }>`select passed_on from record.unacknowledged_concerns()`.execute(
    write,
  );
  const late = rows.filter(({ passed_on }) => isOverdue(passed_on, today));
  if (late.length === 0) return;
  const leads = await addressesOf(write, organisation, ['safeguarding']);
  const others = (await addressesOf(write, organisation, ['lead', 'administrator'])).filter(
    (address) => !leads.includes(address),
  );
  await postLetters(
    write,
    [
      ...leads.map((to) => ({
        organisation,
        to,
        subject: 'Something has waited too long for you in Kept',
        body: `Something has waited for the safeguarding lead for more than one school day. Please acknowledge it today.\n\n${site}${reviewPaths.concerns()}\n`,
      })),
      ...others.map((to) => ({
        organisation,
        to,
        subject: 'Your safeguarding lead is needed in Kept',
        body:
          'Something has waited in Kept for the safeguarding lead of your organisation for more than one school ' +
          'day. You cannot see it. Please make sure today that the safeguarding lead or a deputy looks.\n',
      })),
    ],
    now,
  );
};

/** Each day while a text waits for its reviewers: to the reviewers of that survey. */
export const remindOfTexts: DailyAct = async (write, { organisation, today, now, site }) => {
  const { rows } = await sql<{ email: string; oldest: string }>`
    select a.email, min(w.oldest) as oldest from record.waiting_texts() w
      join record.survey_reviewer r on r.survey = w.survey join record.account a on a.id = r.account
      and a.closed_at is null
     group by a.email order by a.email`.execute(write);
  await postLetters(
    write,
    rows.map(({ email, oldest }) => ({
      organisation,
      to: email,
      subject: isOverdue(oldest, today)
        ? 'What people wrote is overdue to be read in Kept'
        : 'What people wrote waits for you in Kept',
      body: `Something that people wrote freely waits to be read by you. It should be read within one school day.\n\n${site}${reviewPaths.all()}\n`,
    })),
    now,
  );
};
