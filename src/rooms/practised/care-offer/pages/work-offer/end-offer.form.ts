/** Why an offer ends: readers see it. */
import { form, words } from '#base/form.js';

export const endOfferForm = form({
  reason: words({ length: 'line', most: 300, what: 'The reason', empty: 'Say why it ends: readers see it' }),
});
