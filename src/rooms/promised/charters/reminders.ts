/** Each day while something that young people wrote has waited for more than one school day: to those who lead, without a word of it. */
import type { DailyAct } from '#kit/daily/daily.js';
import { postLetters } from '#kit/mail/mail.js';
import { leadAddresses } from '#rooms/ground/people/index.js';
import { hasWaitedTooLong } from '#rooms/heard/reviews/index.js';
import { charterPaths } from './paths.js';

export const remindOfSuggestions: DailyAct = async (write, { organisation, today, now, site }) => {
  const waiting = await write
    .selectFrom('record.charter_suggestion as said')
    .innerJoin('record.charter as charter', (join) =>
      join.onRef('charter.organisation', '=', 'said.organisation').onRef('charter.id', '=', 'said.charter'),
    )
    .select(({ fn }) => ['charter.slug', fn.min('said.day').as('oldest')])
    .where('said.organisation', '=', organisation)
    .where('said.state', '=', 'waiting')
    .groupBy('charter.slug')
    .orderBy('charter.slug')
    .execute();
  const late = waiting.filter(({ oldest }) => hasWaitedTooLong(oldest, today));
  if (late.length === 0) return;
  const places = late.map(({ slug }) => `${site}${charterPaths.queue(slug)}`).join('\n');
  const body =
    `Something that young people wrote for your charter has waited for more than one school day. A worry may ` +
    `stand in it. Please read it today.\n\n${places}\n`;
  await postLetters(
    write,
    (await leadAddresses(write, organisation)).map((to) => ({
      organisation,
      to,
      subject: 'What young people wrote waits for you in Kept',
      body,
    })),
    now,
  );
};
