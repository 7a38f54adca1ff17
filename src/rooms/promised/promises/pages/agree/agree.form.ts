/** The forms by which a promise lives: agreed, news, date, evidence, end. What was typed, or what is wrong with it, by field. */
import { readOr, needed, neededDate, type Read, siteLink, text, type Typed } from '../act.form.js';

export function readAgreement(
  typed: Typed,
  site: string,
  today: string,
): Read<{ readonly by: string; readonly link: string | null; readonly on: string }> {
  const on = neededDate(typed, 'on', 'promise agreed', today, 'Enter the date on which it was agreed, like 1 9 2026');
  const link = text(typed, 'link') === '' ? null : siteLink(text(typed, 'link'), site);
  return readOr(
    [
      ...needed(typed, 'by', 200, 'Say which body agreed it: the governing body, the school council, a board'),
      ...on.problems,
      ...(text(typed, 'link') !== '' && link === null
        ? [{ field: 'link', message: 'Give an address of this site, or leave it out' }]
        : []),
    ],
    () => ({ by: text(typed, 'by'), link, on: on.date }),
  );
}
