/** Letters about promises whose day comes near, is over, or of which nothing was heard: each once (reference 5.2: 60, 30, 7 days). */
import { plainDate } from '#base/london.js';
import type { DailyAct } from '#kit/daily/daily.js';
import { postLetters } from '#kit/mail/mail.js';
import { leadAddresses } from '#rooms/ground/people/index.js';
import { promisePaths } from './paths.js';
import { monthsOfSilence } from './rules.js';
import { reminderFor } from './reminder-days.js';
import type { ReminderKind } from './words.js';

const openings: Readonly<Record<ReminderKind, (day: string) => string>> = {
  overdue: (day) => `Overdue since ${day}. Say how it goes, move the date, or end it:`,
  '7 days': (day) => `Due on ${day}, in a week or less:`,
  '30 days': (day) => `Due on ${day}, in a month or less:`,
  '60 days': (day) => `Due on ${day}, in two months or less:`,
  'no news': (day) => `No news since ${day}, for more than ${monthsOfSilence} months. Tell young people how it goes:`,
};

/** One letter a day to each lead, with all that is due on that day. It names no aim: a promise may be in young people's words. */
export const remindOfPromises: DailyAct = async (write, { organisation, today, now, site }) => {
  const live = await write
    .selectFrom('record.promise')
    .select(['id', 'slug', 'state', 'due', 'last_news'])
    .where('organisation', '=', organisation)
    .where('state', 'in', ['agreed', 'under way'])
    .where((of) =>
      of.not(
        of.exists(
          of
            .selectFrom('published.withdrawal as gone')
            .select('gone.address')
            .where('gone.kind', '=', 'promise')
            .whereRef('gone.subject', '=', 'record.promise.slug'),
        ),
      ),
    )
    .orderBy('due')
    .orderBy('number')
    .execute();
  const lines: string[] = [];
  for (const { id, slug, state, due, last_news } of live) {
    if (state === 'draft' || due === null || last_news === null) continue;
    const reminder = reminderFor({ state, due, last_news }, today);
    if (!reminder) continue;
    const saved = await write
      .insertInto('record.reminder')
      .values({ organisation, promise: id, kind: reminder.kind, about: reminder.about, sent_on: today })
      .onConflict((conflict) => conflict.constraint('reminder_once').doNothing())
      .returning('promise')
      .executeTakeFirst();
    if (saved) lines.push(`${openings[reminder.kind](plainDate(reminder.about))}\n${site}${promisePaths.own(slug)}`);
  }
  if (lines.length === 0) return;
  const subject = lines.length === 1 ? 'A promise needs you' : `${lines.length} promises need you`;
  await postLetters(
    write,
    (await leadAddresses(write, organisation)).map((to) => ({
      organisation,
      to,
      subject,
      body: `${lines.join('\n\n')}\n`,
    })),
    now,
  );
};
