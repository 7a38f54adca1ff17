/** Which groups of young people are asked. */
import { choicesOfAct, form } from '#base/form.js';

export const askForm = form({
  group: choicesOfAct(200, 'Choose at least one group of young people from the list'),
});
