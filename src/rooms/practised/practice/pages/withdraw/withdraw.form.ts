/** Why a spotlight is withdrawn: readers see it. */
import { form, wordsAs } from '#base/form.js';
import { longestReason, reasonProblem } from '../reason.form.js';

export const withdrawForm = form({
  reason: wordsAs({
    length: 'text',
    most: longestReason,
    what: 'The reason',
    empty: 'Say why',
    wrong: 'The reason has an e-mail address in it. Leave it out: others read this',
    read: (typed) => (reasonProblem(typed) === null ? typed : null),
  }),
});
