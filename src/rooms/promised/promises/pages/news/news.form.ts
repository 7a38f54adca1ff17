/** What is asked of whoever tells how a promise goes. */
import { choice, form, words } from '#base/form.js';

export const newsForm = form({
  body: words({ length: 'text', most: 2000, empty: 'Say what was done since the last news' }),
  standing: choice(['on track', 'at risk'], 'Choose whether it will be kept in time'),
});
