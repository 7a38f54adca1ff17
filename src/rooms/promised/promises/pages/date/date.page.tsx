import { actPage, readThenAct } from '../act-page.js';
import { londonDate } from '#base/london.js';
import { recordNewDate } from '../../acts.js';
import { promisePaths } from '../../paths.js';
import { readNewDate } from './date.form.js';
import { DateFields } from './date.view.js';

export const datePage = actPage({
  path: 'date',
  takes: { 'due-*': 'line', why: 'text' },
  act: 'move date',
  heading: 'Move the due date',
  button: 'Move the date',
  action: ({ promise }) => promisePaths.date(promise.slug),
  initial: () => ({}),
  load: async (_, { promise }) => ({ due: promise.due ?? '' }),
  fields: (props, { due }) => <DateFields {...props} due={due} />,
  submit: (write, who, { promise }, typed) =>
    readThenAct(
      readNewDate(typed, londonDate(who.now)),
      ({ due, why }) => recordNewDate(write, who, promise.id, due, why),
      () => 'due-day',
    ),
  done: 'moved',
});
