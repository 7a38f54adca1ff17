/** Which practices a promise uses. */
import { form, wordsAs } from '#base/form.js';
import { practicesOf } from '../draft/draft.form.js';

export const practicesForm = form({
  practices: wordsAs({
    length: 'text',
    most: 2000,
    what: 'The practices',
    wrong: 'Give addresses of practices published here',
    read: practicesOf,
  }),
});
