/** Letters before a signature lapses and on the day when it does: each once. Lapsing itself needs no job. */
import { plainDate } from '#base/london.js';
import type { DailyAct } from '#kit/daily/daily.js';
import { postLetters } from '#kit/mail/mail.js';
import { publishedFrameworks } from '#rooms/ground/frameworks/index.js';
import { leadAddresses } from '#rooms/ground/people/index.js';
import { ownEntries } from './lookups.js';
import { registerPaths } from './paths.js';
import { lapsesOn, letterFor } from './rules.js';

export const remindOfRenewal: DailyAct = async (write, { organisation, today, now, site }) => {
  const own = (await ownEntries(write, organisation)).filter(({ state }) => state === 'signed');
  if (own.length === 0) return;
  const names = new Map((await publishedFrameworks(write)).map(({ slug, name }) => [slug, name]));
  for (const { framework, signed_on } of own) {
    const about = signed_on === null ? null : lapsesOn(signed_on);
    const kind = about === null ? null : letterFor(about, today);
    if (about === null || kind === null) continue;
    const saved = await write
      .insertInto('record.register_letter')
      .values({ organisation, framework, kind, about, sent_on: today })
      .onConflict((conflict) => conflict.constraint('register_letter_once').doNothing())
      .returning('about')
      .executeTakeFirst();
    if (!saved) continue;
    const name = names.get(framework) ?? framework;
    const [subject, first] =
      kind === 'lapsed'
        ? [
            `Your signature under “${name}” has lapsed`,
            `It lapsed on ${plainDate(about)}, and the register says so. You can sign again at any time:`,
          ]
        : [
            `Your signature under “${name}” ends on ${plainDate(about)}`,
            `Sign again before ${plainDate(about)}, and it counts for another two years:`,
          ];
    const body = `${first}\n\n${site}${registerPaths.sign(framework)}\n`;
    await postLetters(
      write,
      (await leadAddresses(write, organisation)).map((to) => ({ organisation, to, subject, body })),
      now,
    );
  }
};
