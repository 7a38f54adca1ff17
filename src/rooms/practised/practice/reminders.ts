/** Letters about the yearly review of what is published: one a month before the day, one when it has come. */
import { plainDate } from '#base/london.js';
import type { DailyAct } from '#kit/daily/daily.js';
import { postLetters } from '#kit/mail/mail.js';
import { leadAddresses } from '#rooms/ground/people/index.js';
import { practicePaths } from './paths.js';
import { reviewReminder } from './rules.js';

const openings = {
  soon: (due: string) => `Until ${due}, say whether your published spotlight still holds, change it, or withdraw it.`,
  due: (due: string) =>
    `Your published spotlight was to be looked at by ${due}. Until you do so, readers see that its review is overdue.`,
} as const;

export const remindOfReviews: DailyAct = async (write, { organisation, today, now, site }) => {
  const shown = await write
    .selectFrom('published.practice')
    .select(['id', 'review_due'])
    .where('organisation', '=', organisation)
    .where('state', '=', 'published')
    .orderBy('review_due')
    .orderBy('slug')
    .execute();
  const lines: string[] = [];
  for (const { id, review_due } of shown) {
    const kind = reviewReminder(review_due, today);
    if (kind === null) continue;
    const isNew = await write
      .insertInto('record.review_letter')
      .values({ organisation, practice: id, kind, about: review_due, sent_on: today })
      .onConflict((conflict) => conflict.constraint('review_letter_once').doNothing())
      .returning('practice')
      .executeTakeFirst();
    if (isNew) lines.push(`${openings[kind](plainDate(review_due))}\n${site}${practicePaths.own(id)}`);
  }
  if (lines.length === 0) return;
  const subject =
    lines.length === 1 ? 'A spotlight is due for review' : `${lines.length} spotlights are due for review`;
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
