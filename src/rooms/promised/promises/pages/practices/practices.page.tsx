import { actPage, nothing } from '../act-page.js';
import { recordPractices } from '../../acts.js';
import { promisePaths } from '../../paths.js';
import { practicesForm } from './practices.form.js';
import { PracticeFields } from './practices.view.js';

export const practicesPage = actPage({
  path: 'practices',
  form: practicesForm,
  act: 'name practice',
  heading: 'Practice that it uses',
  lead: 'Readers find the way from the promise to the practice, and from the practice back to you.',
  button: 'Save',
  action: ({ promise }) => promisePaths.practices(promise.slug),
  initial: (_, { promise }) => ({ practices: promise.practices.join('\n') }),
  load: nothing,
  fields: (props) => <PracticeFields {...props} />,
  submit: (write, who, { promise }, { practices }) => recordPractices(write, who, promise.id, practices),
  fieldOf: () => 'practices',
  done: 'practices',
});
