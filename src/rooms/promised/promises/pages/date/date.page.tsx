import { actPage } from '../act-page.js';
import { recordNewDate } from '../../acts.js';
import { promisePaths } from '../../paths.js';
import { newDateForm } from './date.form.js';
import { DateFields } from './date.view.js';

export const datePage = actPage({
  path: 'date',
  form: newDateForm,
  act: 'move date',
  heading: 'Move the due date',
  button: 'Move the date',
  action: ({ promise }) => promisePaths.date(promise.slug),
  load: async (_, { promise }) => ({ due: promise.due ?? '' }),
  fields: (props, { due }) => <DateFields {...props} due={due} />,
  submit: (write, who, { promise }, { due, why }) => recordNewDate(write, who, promise.id, due, why),
  fieldOf: () => 'due-day',
  done: 'moved',
});
