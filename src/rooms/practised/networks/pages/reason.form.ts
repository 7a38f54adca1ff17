/** Why a network ends, or an event is cancelled: readers see it. */
import { hasEmailAddress } from '#base/email-address.js';
import { form, wordsAs } from '#base/form.js';
import { longest } from '../rules.js';

export const reasonForm = form({
  reason: wordsAs({
    length: 'text',
    most: longest.reason,
    what: 'The reason',
    empty: 'Say why',
    wrong: 'Leave the e-mail address out of the reason: others read it',
    read: (typed) => (hasEmailAddress(typed) ? null : typed),
  }),
});
