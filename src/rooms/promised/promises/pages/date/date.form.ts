/** What is asked before a due date moves. */
import { day, form, words } from '#base/form.js';

export const newDateForm = form({
  due: day('promise due', 'Enter the new date, like 1 9 2027'),
  why: words({ length: 'text', most: 1000, empty: 'Say why the date moves. Readers see it' }),
});
