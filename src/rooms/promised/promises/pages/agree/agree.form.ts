/** What is asked before a promise is agreed and published. */
import { day, form, optional, words, wordsAs } from '#base/form.js';
import { siteLink } from '../act.form.js';

export const agreementForm = form({
  by: words({
    length: 'line',
    most: 200,
    empty: 'Say which body agreed it: the governing body, the school council, a board',
  }),
  on: day('promise agreed', 'Enter the date on which it was agreed, like 1 9 2026'),
  link: optional(
    wordsAs({
      length: 'line',
      most: 2000,
      wrong: 'Give an address of this site, or leave it out',
      read: (typed, { site }) => siteLink(typed, site),
    }),
  ),
});
